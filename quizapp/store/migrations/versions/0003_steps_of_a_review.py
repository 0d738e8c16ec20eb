"""steps of a review, which undoing takes back one by one, and what was published from it"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

# One verdict with the one before it becomes two steps: step 0 cannot be undone, the others are in their order.
FORMER_STEPS = """
    INSERT INTO build_step (build_id, number, fact_key, verdict, text)
    SELECT build_id, 0, fact_key, CASE WHEN at = 0 THEN verdict ELSE former END, text FROM build_choice
"""
LAST_STEPS = """
    INSERT INTO build_step (build_id, number, fact_key, verdict, text)
    SELECT build_id, dense_rank() OVER (PARTITION BY build_id ORDER BY at), fact_key, verdict, text
    FROM build_choice WHERE at > 0
"""
# Going back keeps the last step of each fact, and the verdict before it.
CHOICES = """
    INSERT INTO build_choice (build_id, fact_key, verdict, former, text, at)
    SELECT build_id, fact_key, verdict, former, text, number FROM (
        SELECT build_id, fact_key, verdict, text, number,
            coalesce(lag(verdict) OVER fact, 'open') AS former,
            row_number() OVER (PARTITION BY build_id, fact_key ORDER BY number DESC) AS place
        FROM build_step
        WINDOW fact AS (PARTITION BY build_id, fact_key ORDER BY number)
    ) AS steps WHERE place = 1
"""


def upgrade() -> None:
    op.create_table('build_step',
    sa.Column('build_id', sa.String(length=32), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('fact_key', sa.String(length=120), nullable=False),
    sa.Column('verdict', sa.String(length=10), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['build_id'], ['build.id'], name=op.f('fk_build_step_build_id_build'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('build_id', 'number', 'fact_key', name=op.f('pk_build_step'))
    )
    op.execute(FORMER_STEPS)
    op.execute(LAST_STEPS)
    op.drop_table('build_choice')
    with op.batch_alter_table('build', schema=None) as batch_op:
        batch_op.add_column(sa.Column('draft_id', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('bank_text', sa.Text(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('published_at', sa.BigInteger(), nullable=True))
        batch_op.create_index(batch_op.f('ix_build_draft_id'), ['draft_id'], unique=False)
        batch_op.create_foreign_key(
            batch_op.f('fk_build_draft_id_draft'), 'draft', ['draft_id'], ['id'], ondelete='SET NULL'
        )
    with op.batch_alter_table('build', schema=None) as batch_op:
        batch_op.alter_column('bank_text', existing_type=sa.Text(), server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('build', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_build_draft_id_draft'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_build_draft_id'))
        batch_op.drop_column('published_at')
        batch_op.drop_column('bank_text')
        batch_op.drop_column('draft_id')
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
    op.execute(CHOICES)
    op.drop_table('build_step')
