"""The study step in SQL: find what is answered, write the answer, find what is next. Driver cursors only here."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.memory.card import Memory, New, Rating, Reviewed
from quizapp.memory.log import CardState, Entry, Kind
from quizapp.store.driver import Line, Row, Write
from quizapp.store.study.hidden import HIDDEN_BY, opened_after


@dataclass(frozen=True, slots=True)
class StepRow:
    """A planned question, and the card of its fact as it is now."""

    session_id: str
    position: int
    key: str
    fact_id: int
    question_id: int
    is_again: bool
    is_retry: bool
    hints: int
    issued_at: int | None
    answered_at: int | None
    bank_version: int
    """Changes with every publish of the bank: what was cached of an older one is no longer used."""
    minutes: int
    session_started_at: int
    total: int
    """Questions in the session."""
    answered: int
    """How many of them are answered."""
    last_answer_at: int | None
    """When the newest of them was."""
    retention: float
    """What the student aims at now, 0.70 to 0.97; when it changes, so does the version of every card."""
    asks_again: bool
    """What was wrong comes back in this session; not in a trial, whose five questions stay five."""
    hidden_by: str
    """Why nothing is told of its bank now (`store.study.hidden`); empty: it is told."""
    card: CardState
    card_version: int
    """0: there is no card yet."""
    newest: tuple[int, str]
    """Instant and key of the newest row of the log that the card has seen."""

    @property
    def shown_at(self) -> int:
        """When the question was sent to its student: by itself, or below the feedback on the last answer."""
        return self.issued_at or self.last_answer_at or self.session_started_at


@dataclass(frozen=True, slots=True)
class NewReview:
    """A row for the log. Instants in milliseconds, ``seconds`` from question to answer."""

    account_id: int
    key: str
    kind: Kind
    fact_id: int
    answered_at: int
    received_at: int
    time_zone: str
    study_day: int
    target: str | None = None
    question_id: int | None = None
    question_version: int | None = None
    session_id: str | None = None
    response: str | None = None
    mark: float | None = None
    reason: str | None = None
    parts: str | None = None
    rating: int | None = None
    seconds: float | None = None
    hints: int = 0
    confidence: int | None = None
    predicted: float | None = None
    is_retry: bool = False
    regraded_by: str | None = None

    def as_entry(self) -> Entry:
        """Return what memory needs of the row."""
        rating = None if self.rating is None else Rating(self.rating)
        return Entry(self.kind, self.key, self.answered_at, self.study_day, rating, self.target)


# The session's numbers come with every question: one look-up less at each answer. They are counted once a query and
# joined last: as columns of each row, four questions took 200 microseconds instead of 40. What was taken back (see
# places.py) does not count.
_STEP = f"""
SELECT step.session_id, step.position, step.key, step.fact_id, step.question_id, step.is_again, step.is_retry,
       step.hints, step.issued_at, step.answered_at, bank.version, study_session.minutes,
       study_session.started_at, run.total, run.answered, run.last_answer_at, account.retention,
       study_session.kind <> 'trial', {HIDDEN_BY}, card.last_day, card.stability, card.difficulty, card.due_day,
       card.reviews, card.lapses, card.is_suspended, card.version, card.newest_at, card.newest_key
FROM step
JOIN study_session ON study_session.account_id = step.account_id AND study_session.id = step.session_id
JOIN account ON account.id = step.account_id
JOIN fact ON fact.id = step.fact_id
JOIN bank ON bank.id = fact.bank_id
LEFT JOIN card ON card.account_id = step.account_id AND card.fact_id = step.fact_id
CROSS JOIN (
    SELECT COUNT(*) AS total, COUNT(answered_at) AS answered, MAX(answered_at) AS last_answer_at
    FROM step WHERE account_id = :account_id AND session_id = :session_id AND position > 0
) AS run
WHERE step.account_id = :account_id AND study_session.kind <> 'quiz'
"""  # noqa: S608 - our own words
_SESSION = "(SELECT session_id FROM step WHERE account_id = :account_id AND key = :key)"
_BY_KEY = _STEP.replace(":session_id", _SESSION) + " AND step.key = :key"
_NEXT = (
    _STEP.replace(HIDDEN_BY, "''")  # what is hidden is left out
    + " AND step.session_id = :session_id AND step.answered_at IS NULL AND step.key <> :past"
    " AND (card.is_suspended IS NULL OR NOT card.is_suspended) AND NOT fact.is_retired"
    f" AND {HIDDEN_BY} = '' ORDER BY step.position LIMIT :most"
)
# Nothing of a quiz is graded or shown as a step: it is handed in as a whole.
QUIZ_STEP = _BY_KEY.replace("kind <> 'quiz'", "kind = 'quiz'")
QUIZ_STEPS = _STEP.replace("kind <> 'quiz'", "kind = 'quiz'") + " AND step.session_id = :session_id"
_COUNT = """
SELECT COUNT(*), COUNT(answered_at) FROM step
JOIN study_session ON study_session.account_id = step.account_id AND study_session.id = step.session_id
WHERE step.account_id = :account_id AND session_id = :session_id AND kind <> 'quiz' AND position > 0
"""
_ISSUE = """
UPDATE step SET issued_at = :now
WHERE account_id = :account_id AND session_id = :session_id AND position = :position AND issued_at IS NULL
"""
_ANSWERED = """
UPDATE step SET answered_at = :now
WHERE account_id = :account_id AND session_id = :session_id AND position = :position AND answered_at IS NULL
"""
_NEW_CARD = """
INSERT INTO card (account_id, fact_id, stability, difficulty, last_day, due_day, reviews, lapses, is_suspended,
                  newest_at, newest_key, version)
VALUES (:account_id, :fact_id, :stability, :difficulty, :last_day, :due_day, :reviews, :lapses, :is_suspended,
        :newest_at, :newest_key, 1)
ON CONFLICT DO NOTHING
"""
_CARD = """
UPDATE card SET stability = :stability, difficulty = :difficulty, last_day = :last_day, due_day = :due_day,
                reviews = :reviews, lapses = :lapses, is_suspended = :is_suspended, newest_at = :newest_at,
                newest_key = :newest_key, version = version + 1
WHERE account_id = :account_id AND fact_id = :fact_id AND version = :seen
"""
_FIELDS = tuple(NewReview.__dataclass_fields__)
_REVIEW = (
    f"INSERT INTO review ({', '.join(_FIELDS)}) VALUES ({', '.join(':' + name for name in _FIELDS)})"  # noqa: S608
    " ON CONFLICT DO NOTHING"
)
_HINTS = """
UPDATE step SET hints = :hints
WHERE account_id = :account_id AND session_id = :session_id AND position = :position AND answered_at IS NULL
"""
_ENTRIES = """
SELECT kind, key, answered_at, study_day, rating, target FROM review
WHERE account_id = :account_id AND fact_id = :fact_id
"""


def find_step(line: Line, account_id: int, key: str, now: int) -> StepRow | None:
    """Return the planned question with a key, answered or not."""
    row = line.row(_BY_KEY, account_id=account_id, key=key, opened_after=opened_after(now))
    return read_step(row) if row else None


def find_coming(
    line: Line, account_id: int, session_id: str, now: int, past: str = "", most: int = 1
) -> list[StepRow]:
    """Return a session's next questions, in order: not answered, not ``past``, about facts that may be asked."""
    asked = {"session_id": session_id, "past": past, "most": most, "opened_after": opened_after(now)}
    return [read_step(row) for row in line.rows(_NEXT, account_id=account_id, **asked)]


def count_steps(line: Line, account_id: int, session_id: str) -> tuple[int, int]:
    """Return how many questions a session has, and how many of them are answered."""
    row = line.row(_COUNT, account_id=account_id, session_id=session_id)
    return (int(row[0]), int(row[1])) if row else (0, 0)


def mark_issued(line: Line, account_id: int, step: StepRow, now: int) -> None:
    """Note when a question was first sent to its student."""
    if step.issued_at is None:
        statement, values = _issue_write(account_id, step, now)
        line.run(statement, **values)


def _issue_write(account_id: int, step: StepRow, now: int) -> Write:
    where = {"account_id": account_id, "session_id": step.session_id, "position": step.position}
    return _ISSUE, {"now": now, **where}


def keep_answer(
    line: Line,
    step: StepRow,
    review: NewReview,
    state: CardState,
    *,
    newest: tuple[int, str],
    issued: Sequence[StepRow] = (),
) -> bool:
    """Write an answer: its row in the log, its card over the version that was seen, its step as answered.

    ``issued`` are questions that are sent with the reply, noted as `mark_issued` does. False, with nothing to be
    kept, if any of the three has changed since they were read. Rows are locked in the order in which an undo locks
    them too, account, card, step: in another order the two would wait for each other.
    """
    account_id = review.account_id
    where = {"account_id": account_id, "session_id": step.session_id, "position": step.position}
    changed = line.run_all(
        (
            _card_write(account_id, step.fact_id, state, newest=newest, seen=step.card_version),
            (_ANSWERED, {"now": review.received_at, **where}),
            (_REVIEW, _review_values(review)),
            *(
                _issue_write(account_id, each, review.received_at)
                for each in issued
                if each.issued_at is None
            ),
        )
    )
    return changed[:3] == [1, 1, 1]


def save_card(
    line: Line, account_id: int, fact_id: int, state: CardState, *, newest: tuple[int, str], seen: int
) -> bool:
    """Write a card over the version that was seen (0: none yet); False if it has changed meanwhile."""
    statement, values = _card_write(account_id, fact_id, state, newest=newest, seen=seen)
    return line.run(statement, **values) == 1


def _card_write(
    account_id: int, fact_id: int, state: CardState, *, newest: tuple[int, str], seen: int
) -> Write:
    memory = state.memory
    columns: dict[str, object] = dict.fromkeys(("stability", "difficulty", "last_day", "due_day"))
    columns.update(reviews=0, lapses=0)
    if isinstance(memory, Reviewed):
        columns = {name: getattr(memory, name) for name in (*columns,)}
    columns.update(account_id=account_id, fact_id=fact_id, is_suspended=state.suspended)
    columns.update(newest_at=newest[0], newest_key=newest[1])
    return (_NEW_CARD, columns) if seen == 0 else (_CARD, {**columns, "seen": seen})


def append_review(line: Line, review: NewReview) -> bool:
    """Add a row to the log; False if its key is there already."""
    return line.run(_REVIEW, **_review_values(review)) == 1


def _review_values(review: NewReview) -> dict[str, object]:
    return {name: getattr(review, name) for name in _FIELDS}


def read_entries(line: Line, account_id: int, fact_id: int) -> list[Entry]:
    """Return the whole log of one student's one fact, as memory needs it."""
    rows = line.rows(_ENTRIES, account_id=account_id, fact_id=fact_id)
    return [read_entry(row) for row in rows]


def read_entry(row: Row) -> Entry:
    """Return an entry from kind, key, answered_at, study_day, rating and target."""
    kind, key, answered_at, study_day, rating, target = row
    return Entry(Kind(kind), key, answered_at, study_day, None if rating is None else Rating(rating), target)


def set_hints(line: Line, account_id: int, step: StepRow, hints: int) -> None:
    """Note how many hints of a question have been shown."""
    where = {"account_id": account_id, "session_id": step.session_id, "position": step.position}
    line.run(_HINTS, hints=hints, **where)


def read_step(row: Row) -> StepRow:
    """Return a planned question from the columns of a step."""
    last_day, stability, difficulty, due_day, reviews, lapses, is_suspended, version, at, key = row[19:]
    memory: Memory = New()
    if last_day is not None:
        memory = Reviewed(stability, difficulty, last_day, due_day, reviews, lapses)
    card = CardState(memory, suspended=bool(is_suspended))
    known = card, version or 0, (at or 0, key or "")
    fields = (*row[:5], bool(row[5]), bool(row[6]), *row[7:17], bool(row[17]), row[18], *known)
    return StepRow(*fields)
