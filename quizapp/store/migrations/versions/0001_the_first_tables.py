"""the first tables"""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('account',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=True),
    sa.Column('name_key', sa.String(length=160), nullable=True),
    sa.Column('password_hash', sa.String(length=200), nullable=True),
    sa.Column('recovery_hash', sa.String(length=64), nullable=True),
    sa.Column('role', sa.String(length=10), nullable=False),
    sa.Column('guest_key', sa.String(length=32), nullable=True),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.Column('seen_at', sa.BigInteger(), nullable=False),
    sa.Column('time_zone', sa.String(length=64), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('new_a_day', sa.Integer(), nullable=False),
    sa.Column('retention', sa.Double(), nullable=False),
    sa.Column('rates_confidence', sa.Boolean(), nullable=False),
    sa.Column('uses_keys', sa.Boolean(), nullable=False),
    sa.Column('theme', sa.String(length=5), nullable=False),
    sa.Column('text_size', sa.String(length=7), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account')),
    sa.UniqueConstraint('guest_key', name=op.f('uq_account_guest_key')),
    sa.UniqueConstraint('name_key', name=op.f('uq_account_name_key'))
    )
    with op.batch_alter_table('account', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_account_seen_at'), ['seen_at'], unique=False)

    op.create_table('sign_in_failure',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('failed_at', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_in_failure'))
    )
    with op.batch_alter_table('sign_in_failure', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_in_failure_key_hash_failed_at'), ['key_hash', 'failed_at'], unique=False)

    op.create_table('bank',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(length=80), nullable=False),
    sa.Column('owner_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('audience', sa.String(length=10), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('language', sa.String(length=20), nullable=False),
    sa.Column('source_title', sa.Text(), nullable=False),
    sa.Column('source_url', sa.Text(), nullable=False),
    sa.Column('source_licence', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('folder_hash', sa.String(length=64), nullable=False),
    sa.Column('is_edited', sa.Boolean(), nullable=False),
    sa.Column('is_retired', sa.Boolean(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('published_at', sa.BigInteger(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['owner_id'], ['account.id'], name=op.f('fk_bank_owner_id_account'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bank')),
    sa.UniqueConstraint('key', name=op.f('uq_bank_key'))
    )
    with op.batch_alter_table('bank', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_bank_owner_id'), ['owner_id'], unique=False)

    op.create_table('invitation',
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('purpose', sa.String(length=10), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.Column('expires_at', sa.BigInteger(), nullable=False),
    sa.Column('used_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_invitation_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_invitation'))
    )
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitation_account_id'), ['account_id'], unique=False)

    op.create_table('sign_in',
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.Column('device', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_sign_in_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_sign_in'))
    )
    with op.batch_alter_table('sign_in', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_in_account_id'), ['account_id'], unique=False)

    op.create_table('draft',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('owner_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('bank_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('file_name', sa.String(length=200), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['bank_id'], ['bank.id'], name=op.f('fk_draft_bank_id_bank')),
    sa.ForeignKeyConstraint(['owner_id'], ['account.id'], name=op.f('fk_draft_owner_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft'))
    )
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_bank_id'), ['bank_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_draft_owner_id'), ['owner_id'], unique=False)

    op.create_table('fact',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('bank_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('statement', sa.Text(), nullable=False),
    sa.Column('according_to', sa.Text(), nullable=False),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('section', sa.Text(), nullable=False),
    sa.Column('sentence', sa.String(length=80), nullable=False),
    sa.Column('quote', sa.Text(), nullable=False),
    sa.Column('is_retired', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['bank_id'], ['bank.id'], name=op.f('fk_fact_bank_id_bank')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fact')),
    sa.UniqueConstraint('bank_id', 'key', name=op.f('uq_fact_bank_id_key'))
    )
    with op.batch_alter_table('fact', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_fact_bank_id_position'), ['bank_id', 'position'], unique=False)

    op.create_table('shelf',
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('bank_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('added_at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_shelf_account_id_account'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['bank_id'], ['bank.id'], name=op.f('fk_shelf_bank_id_bank')),
    sa.PrimaryKeyConstraint('account_id', 'bank_id', name=op.f('pk_shelf'))
    )
    with op.batch_alter_table('shelf', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shelf_bank_id'), ['bank_id'], unique=False)

    op.create_table('study_session',
    sa.Column('account_id', sa.BigInteger(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('bank_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('started_at', sa.BigInteger(), nullable=False),
    sa.Column('ended_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_study_session_account_id_account'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['bank_id'], ['bank.id'], name=op.f('fk_study_session_bank_id_bank')),
    sa.PrimaryKeyConstraint('account_id', 'id', name=op.f('pk_study_session')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('study_session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_study_session_account_id_started_at'), ['account_id', 'started_at'], unique=False)

    op.create_table('card',
    sa.Column('account_id', sa.BigInteger(), nullable=False),
    sa.Column('fact_id', sa.BigInteger(), nullable=False),
    sa.Column('stability', sa.Double(), nullable=True),
    sa.Column('difficulty', sa.Double(), nullable=True),
    sa.Column('last_day', sa.Integer(), nullable=True),
    sa.Column('due_day', sa.Integer(), nullable=True),
    sa.Column('reviews', sa.Integer(), nullable=False),
    sa.Column('lapses', sa.Integer(), nullable=False),
    sa.Column('is_suspended', sa.Boolean(), nullable=False),
    sa.Column('newest_at', sa.BigInteger(), nullable=False),
    sa.Column('newest_key', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_card_account_id_account'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['fact_id'], ['fact.id'], name=op.f('fk_card_fact_id_fact')),
    sa.PrimaryKeyConstraint('account_id', 'fact_id', name=op.f('pk_card')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('card', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_card_account_id_is_suspended_due_day'), ['account_id', 'is_suspended', 'due_day'], unique=False)

    op.create_table('mention',
    sa.Column('fact_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentioned_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['fact_id'], ['fact.id'], name=op.f('fk_mention_fact_id_fact')),
    sa.ForeignKeyConstraint(['mentioned_id'], ['fact.id'], name=op.f('fk_mention_mentioned_id_fact')),
    sa.PrimaryKeyConstraint('fact_id', 'mentioned_id', name=op.f('pk_mention'))
    )
    with op.batch_alter_table('mention', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mention_mentioned_id'), ['mentioned_id'], unique=False)

    op.create_table('question',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('fact_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('type', sa.String(length=20), nullable=False),
    sa.Column('rung', sa.String(length=10), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('definition', sa.Text(), nullable=False),
    sa.Column('is_retired', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['fact_id'], ['fact.id'], name=op.f('fk_question_fact_id_fact')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question')),
    sa.UniqueConstraint('fact_id', 'key', name=op.f('uq_question_fact_id_key'))
    )
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_question_fact_id_position'), ['fact_id', 'position'], unique=False)

    op.create_table('question_version',
    sa.Column('question_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('definition', sa.Text(), nullable=False),
    sa.Column('published_at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_question_version_question_id_question')),
    sa.PrimaryKeyConstraint('question_id', 'version', name=op.f('pk_question_version'))
    )
    op.create_table('review',
    sa.Column('account_id', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('target', sa.String(length=32), nullable=True),
    sa.Column('fact_id', sa.BigInteger(), nullable=False),
    sa.Column('question_id', sa.BigInteger(), nullable=True),
    sa.Column('question_version', sa.Integer(), nullable=True),
    sa.Column('session_id', sa.String(length=32), nullable=True),
    sa.Column('response', sa.Text(), nullable=True),
    sa.Column('mark', sa.Double(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('parts', sa.Text(), nullable=True),
    sa.Column('rating', sa.SmallInteger(), nullable=True),
    sa.Column('seconds', sa.Double(), nullable=True),
    sa.Column('hints', sa.SmallInteger(), nullable=False),
    sa.Column('confidence', sa.SmallInteger(), nullable=True),
    sa.Column('predicted', sa.Double(), nullable=True),
    sa.Column('is_retry', sa.Boolean(), nullable=False),
    sa.Column('regraded_by', sa.String(length=10), nullable=True),
    sa.Column('answered_at', sa.BigInteger(), nullable=False),
    sa.Column('received_at', sa.BigInteger(), nullable=False),
    sa.Column('time_zone', sa.String(length=64), nullable=False),
    sa.Column('study_day', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_review_account_id_account'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['fact_id'], ['fact.id'], name=op.f('fk_review_fact_id_fact')),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_review_question_id_question')),
    sa.PrimaryKeyConstraint('account_id', 'key', name=op.f('pk_review')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('review', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_account_id_fact_id_answered_at'), ['account_id', 'fact_id', 'answered_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_account_id_study_day'), ['account_id', 'study_day'], unique=False)
        batch_op.create_index('ix_review_claimed', ['fact_id'], unique=False, sqlite_where=sa.text("regraded_by = 'student'"), postgresql_where=sa.text("regraded_by = 'student'"))

    op.create_table('step',
    sa.Column('account_id', sa.BigInteger(), nullable=False),
    sa.Column('session_id', sa.String(length=32), nullable=False),
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.String(length=32), nullable=False),
    sa.Column('fact_id', sa.BigInteger(), nullable=False),
    sa.Column('question_id', sa.BigInteger(), nullable=False),
    sa.Column('is_again', sa.Boolean(), nullable=False),
    sa.Column('is_retry', sa.Boolean(), nullable=False),
    sa.Column('hints', sa.SmallInteger(), nullable=False),
    sa.Column('issued_at', sa.BigInteger(), nullable=True),
    sa.Column('answered_at', sa.BigInteger(), nullable=True),
    sa.Column('response', sa.Text(), nullable=True),
    sa.Column('confidence', sa.SmallInteger(), nullable=True),
    sa.ForeignKeyConstraint(['account_id', 'session_id'], ['study_session.account_id', 'study_session.id'], name='fk_step_study_session', ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['fact_id'], ['fact.id'], name=op.f('fk_step_fact_id_fact')),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_step_question_id_question')),
    sa.PrimaryKeyConstraint('account_id', 'session_id', 'position', name=op.f('pk_step')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('step', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_step_account_id_key'), ['account_id', 'key'], unique=True)

    op.create_table('report',
    sa.Column('account_id', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.String(length=32), nullable=False),
    sa.Column('question_id', sa.BigInteger(), nullable=False),
    sa.Column('question_version', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(length=1000), nullable=False),
    sa.Column('reported_at', sa.BigInteger(), nullable=False),
    sa.Column('settled_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_report_account_id_account'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_report_question_id_question')),
    sa.PrimaryKeyConstraint('account_id', 'key', name=op.f('pk_report')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_report_question_id'), ['question_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_report_question_id'))

    op.drop_table('report')
    with op.batch_alter_table('step', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_step_account_id_key'))

    op.drop_table('step')
    with op.batch_alter_table('review', schema=None) as batch_op:
        batch_op.drop_index('ix_review_claimed', sqlite_where=sa.text("regraded_by = 'student'"), postgresql_where=sa.text("regraded_by = 'student'"))
        batch_op.drop_index(batch_op.f('ix_review_account_id_study_day'))
        batch_op.drop_index(batch_op.f('ix_review_account_id_fact_id_answered_at'))

    op.drop_table('review')
    op.drop_table('question_version')
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_question_fact_id_position'))

    op.drop_table('question')
    with op.batch_alter_table('mention', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_mention_mentioned_id'))

    op.drop_table('mention')
    with op.batch_alter_table('card', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_card_account_id_is_suspended_due_day'))

    op.drop_table('card')
    with op.batch_alter_table('study_session', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_study_session_account_id_started_at'))

    op.drop_table('study_session')
    with op.batch_alter_table('shelf', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_shelf_bank_id'))

    op.drop_table('shelf')
    with op.batch_alter_table('fact', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_fact_bank_id_position'))

    op.drop_table('fact')
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_draft_owner_id'))
        batch_op.drop_index(batch_op.f('ix_draft_bank_id'))

    op.drop_table('draft')
    with op.batch_alter_table('sign_in', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_in_account_id'))

    op.drop_table('sign_in')
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitation_account_id'))

    op.drop_table('invitation')
    with op.batch_alter_table('bank', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_bank_owner_id'))

    op.drop_table('bank')
    with op.batch_alter_table('sign_in_failure', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_in_failure_key_hash_failed_at'))

    op.drop_table('sign_in_failure')
    with op.batch_alter_table('account', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_account_seen_at'))

    op.drop_table('account')
