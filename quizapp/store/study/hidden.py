"""Whether the bank of a planned question may be told of: a quiz that asks it is open, or its reader may not study it.

Columns for the study step's queries, which join ``step``, ``account``, ``fact`` and ``bank``; they take
``:account_id`` and ``:opened_after`` (`opened_after`).
"""

OPEN_FOR = 7_200_000
"""Milliseconds after which a quiz that was left takes no more answers."""
IN_QUIZ, CLOSED = "quiz", "closed"

# Who may study, as in store/library/queries.py: a bank may have been closed since the session was planned.
_IS_CLOSED = """
(bank.is_retired OR NOT (bank.audience = 'everybody' OR bank.owner_id = step.account_id OR account.role = 'admin'))
"""
# Asked once a query, not once a row, and mostly one look into an index: nothing began in the last two hours. As a
# join SQLite would begin with all steps of the student (172 instead of 27 microseconds after 300 sessions).
OPEN_QUIZ = """
SELECT id FROM study_session
WHERE account_id = :account_id AND started_at > :opened_after AND kind = 'quiz' AND ended_at IS NULL
"""
_BANKS_IN_QUIZ = f"""
SELECT about.bank_id FROM step AS asked JOIN fact AS about ON about.id = asked.fact_id
WHERE asked.account_id = :account_id AND asked.session_id IN ({OPEN_QUIZ})
"""  # noqa: S608 - our own words
HIDDEN_BY = f"""
CASE WHEN {_IS_CLOSED} THEN '{CLOSED}' WHEN fact.bank_id IN ({_BANKS_IN_QUIZ}) THEN '{IN_QUIZ}' ELSE '' END
"""
"""Why nothing is told of a question's bank now: CLOSED, IN_QUIZ, or nothing."""


def opened_after(now: int) -> int:
    """Return the instant after which a quiz must have begun to be open now; both in milliseconds."""
    return now - OPEN_FOR
