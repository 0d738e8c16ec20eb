"""Sessions are planned when they start, from one bounded range of what is due, and stored as rows."""

from dataclasses import dataclass
from random import Random

from sqlalchemy.orm import Session

from quizapp.memory.card import Memory, Reviewed
from quizapp.memory.kernel import retrievability
from quizapp.memory.plan import Candidate, Planned, plan_session
from quizapp.memory.study_day import study_day
from quizapp.progress.known import FADING
from quizapp.services.errors import NotThere, Refused
from quizapp.services.keys import make_key
from quizapp.services.person import Person
from quizapp.store import Shelf, Step, StudySession, reading, writing
from quizapp.store.study import candidates, shelf
from quizapp.store.study.step import PLACES_BETWEEN

USUAL_SECONDS = 15.0
"""Seconds a question takes, until the student's own mean is known."""
QUICKEST, SLOWEST = 5.0, 60.0
MOST_DUE = 400
"""Cards read at the start of a session: 20 minutes of very quick answers."""
MINUTES = (5, 10, 20)


@dataclass(frozen=True, slots=True)
class Today:
    """What a session of the chosen minutes would hold, and what is open behind it."""

    day: int
    minutes: int
    planned: int
    minutes_needed: int
    """About how long the planned questions take."""
    to_keep: int
    """Planned facts whose predicted recall is still 80 % or more."""
    fading: int
    new: int
    banks: tuple[tuple[str, int], ...]
    """Title and planned questions of each bank, most first."""
    due: int
    open_session: str | None
    """A session of today that is not finished."""
    open_left: int
    falls_tomorrow: int
    """Facts whose predicted recall falls below 80 % by tomorrow if nothing is answered."""
    next_due: tuple[int, int] | None
    """Days until something is due again, and how many facts then; None when nothing is scheduled."""
    shelf: tuple[shelf.ShelfRow, ...]


def put_on_shelf(account_id: int, bank_id: int, now: int) -> None:
    """Let a student study a bank; doing it twice changes nothing."""
    with writing() as session:
        if session.get(Shelf, (account_id, bank_id)) is None:
            session.add(Shelf(account_id=account_id, bank_id=bank_id, added_at=now))


def take_off_shelf(account_id: int, bank_id: int) -> None:
    """Ask a student no more new facts of a bank; what is known keeps its days."""
    with writing() as session:
        row = session.get(Shelf, (account_id, bank_id))
        if row is not None:
            session.delete(row)


def look_at_today(person: Person, now: int, minutes: int | None = None) -> Today:
    """Return what today's session would be, without planning it."""
    minutes = minutes or person.minutes
    day = study_day(now, person.time_zone)
    with reading() as session:
        pool = _read_pool(session, person, day, None)
        plan = _plan(session, person, pool, day, minutes)
        memories = {candidate.fact_id: candidate.memory for candidate in pool.candidates}
        groups = {candidate.fact_id: candidate.group for candidate in pool.candidates}
        counts: dict[int, int] = {}
        for step in plan:
            counts[groups[step.fact_id]] = counts.get(groups[step.fact_id], 0) + 1
        titles = shelf.bank_titles(session, counts)
        recalls = [retrievability(memories[step.fact_id], day) for step in plan]
        left = shelf.find_open_session(session, person.id, day, person.time_zone)
        return Today(
            day=day,
            minutes=minutes,
            planned=len(plan),
            minutes_needed=_minutes_for(session, person, len(plan)),
            to_keep=sum(1 for recall in recalls if recall is not None and recall >= FADING),
            fading=sum(1 for recall in recalls if recall is not None and recall < FADING),
            new=sum(1 for recall in recalls if recall is None),
            banks=tuple(
                (titles[bank], count) for bank, count in sorted(counts.items(), key=lambda pair: -pair[1])
            ),
            due=shelf.count_due(session, person.id, person.role, day),
            open_session=left[0] if left else None,
            open_left=left[1] if left else 0,
            falls_tomorrow=sum(1 for memory in memories.values() if _falls(memory, day)),
            next_due=shelf.find_next_due(session, person.id, person.role, day),
            shelf=tuple(shelf.read_shelf(session, person.id, person.role)),
        )


def start_session(
    person: Person, minutes: int, now: int, rng: Random, *, bank_key: str | None = None, ahead: bool = False
) -> str:
    """Plan a session of so many minutes, store it and return its id.

    With ``ahead``, what is due next is practised when nothing is due. Raises Refused when there is nothing
    to ask, and NotThere for a bank that this person cannot see.
    """
    day = study_day(now, person.time_zone)
    with reading() as session:
        bank_id = None
        if bank_key is not None:
            bank_id = shelf.find_visible_bank(session, bank_key, person.id, person.role)
            if bank_id is None:
                raise NotThere
        pool = _read_pool(session, person, day, bank_id, ahead=ahead)
        plan = _plan(session, person, pool, day, minutes)
        minutes = min(minutes, _minutes_for(session, person, len(plan)))
    if not plan:
        raise Refused("nothing is due now; practise ahead, or put another bank on your shelf")
    return store_plan(person.id, plan, minutes, now, rng, bank_id=bank_id)


def store_plan(
    account_id: int,
    plan: tuple[Planned, ...],
    minutes: int,
    now: int,
    rng: Random,
    *,
    bank_id: int | None = None,
    kind: str = "study",
    first_key: str | None = None,
) -> str:
    """Store a planned session and return its id; ``first_key`` is the key of a question already shown."""
    session_id = make_key(rng)
    with writing() as session:
        session.add(
            StudySession(
                account_id=account_id,
                id=session_id,
                kind=kind,
                minutes=minutes,
                bank_id=bank_id,
                started_at=now,
            )
        )
        session.flush()
        session.add_all(
            Step(
                account_id=account_id,
                session_id=session_id,
                position=(place + 1) * PLACES_BETWEEN,
                key=first_key if first_key and place == 0 else make_key(rng),
                fact_id=step.fact_id,
                question_id=step.question_id,
            )
            for place, step in enumerate(plan)
        )
        if bank_id is not None and session.get(Shelf, (account_id, bank_id)) is None:
            session.add(Shelf(account_id=account_id, bank_id=bank_id, added_at=now))
    return session_id


@dataclass(frozen=True, slots=True)
class _Pool:
    """What could be asked, and how many of it may be new."""

    candidates: tuple[Candidate, ...]
    new_limit: int


def _read_pool(
    session: Session, person: Person, day: int, bank_id: int | None, *, ahead: bool = False
) -> _Pool:
    found = candidates.find_due(session, person.id, person.role, day, MOST_DUE, bank_id)
    new_limit = max(0, person.new_a_day - candidates.count_begun(session, person.id, day))
    found += candidates.find_new(session, person.id, person.role, new_limit, bank_id)
    if ahead and not found:
        new_limit = person.new_a_day
        found = candidates.find_new(session, person.id, person.role, new_limit, bank_id)
        found += candidates.find_soonest(session, person.id, person.role, day, MOST_DUE, bank_id)
    return _Pool(candidates.gather(session, person.id, found), new_limit)


def _plan(session: Session, person: Person, pool: _Pool, day: int, minutes: int) -> tuple[Planned, ...]:
    return plan_session(
        pool.candidates, day, minutes * 60, _seconds_a_question(session, person), pool.new_limit
    )


def _minutes_for(session: Session, person: Person, questions: int) -> int:
    """About how many minutes so many questions take this student, at least 1."""
    return max(1, round(questions * _seconds_a_question(session, person) / 60))


def _seconds_a_question(session: Session, person: Person) -> float:
    """The seconds that one question takes this student."""
    return min(max(candidates.seconds_each(session, person.id) or USUAL_SECONDS, QUICKEST), SLOWEST)


def _falls(memory: Memory, day: int) -> bool:
    if not isinstance(memory, Reviewed):
        return False
    now, tomorrow = retrievability(memory, day), retrievability(memory, day + 1)
    return now is not None and tomorrow is not None and now >= FADING > tomorrow
