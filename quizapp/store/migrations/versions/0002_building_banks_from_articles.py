"""building banks from articles"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('build',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('owner_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('bank_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('made', sa.Text(), nullable=False),
    sa.Column('notes', sa.Text(), nullable=False),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['bank_id'], ['bank.id'], name=op.f('fk_build_bank_id_bank')),
    sa.ForeignKeyConstraint(['owner_id'], ['account.id'], name=op.f('fk_build_owner_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_build'))
    )
    with op.batch_alter_table('build', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_build_bank_id'), ['bank_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_build_owner_id'), ['owner_id'], unique=False)

    op.create_table('build_choice',
    sa.Column('build_id', sa.String(length=32), nullable=False),
    sa.Column('fact_key', sa.String(length=120), nullable=False),
    sa.Column('verdict', sa.String(length=10), nullable=False),
    sa.Column('former', sa.String(length=10), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['build_id'], ['build.id'], name=op.f('fk_build_choice_build_id_build'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('build_id', 'fact_key', name=op.f('pk_build_choice'))
    )


def downgrade() -> None:
    op.drop_table('build_choice')
    with op.batch_alter_table('build', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_build_owner_id'))
        batch_op.drop_index(batch_op.f('ix_build_bank_id'))

    op.drop_table('build')
