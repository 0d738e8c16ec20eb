"""The review log as a whole: whose it is, what it is about, and joining two of them."""

from sqlalchemy import or_, select, union
from sqlalchemy.orm import Session

from quizapp.store.accounts.tables import Account
from quizapp.store.driver import Line
from quizapp.store.study.tables import Card, Review


def find_accounts(session: Session) -> list[int]:
    """Return every account that has a log or a card."""
    has_log = select(Review.key).where(Review.account_id == Account.id).exists()
    has_card = select(Card.fact_id).where(Card.account_id == Account.id).exists()
    return list(session.scalars(select(Account.id).where(or_(has_log, has_card)).order_by(Account.id)))


def find_facts(session: Session, account_id: int) -> list[int]:
    """Return the facts that a student's log is about, or a card."""
    logged = select(Review.fact_id).where(Review.account_id == account_id)
    carded = select(Card.fact_id).where(Card.account_id == account_id)
    return sorted(session.scalars(union(logged, carded)))


# Rows of the guest go under the account with the same keys; what is there already stays as it is.
_COLUMNS = {
    "study_session": "id, kind, minutes, bank_id, started_at",
    "step": "session_id, position, key, fact_id, question_id, is_again, is_retry, hints, issued_at, answered_at",
    "review": (
        "key, kind, target, fact_id, question_id, question_version, session_id, response, mark, reason, parts,"
        " rating, seconds, hints, predicted, is_retry, regraded_by, answered_at, received_at, time_zone, study_day"
    ),
    "shelf": "bank_id, added_at",
}


def copy_rows(line: Line, from_account: int, to_account: int) -> None:
    """Insert everything that one account did under another; conflicts are ignored."""
    for table, columns in _COLUMNS.items():
        line.run(
            f"INSERT INTO {table} (account_id, {columns})"  # noqa: S608 - names of our own tables
            f" SELECT :to_account, {columns} FROM {table} WHERE account_id = :from_account"
            " ON CONFLICT DO NOTHING",
            to_account=to_account,
            from_account=from_account,
        )


def facts_of(line: Line, account_id: int) -> list[int]:
    """Return the facts that a student's log is about, inside a running transaction."""
    rows = line.rows(
        "SELECT DISTINCT fact_id FROM review WHERE account_id = :account_id", account_id=account_id
    )
    return sorted(int(row[0]) for row in rows)
