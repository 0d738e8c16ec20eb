"""Sessions are planned when they start, from one bounded range of what is due, and stored as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from sqlalchemy.orm import Session

from quizapp.memory.backlog import is_piled_up, keep_first
from quizapp.memory.plan import Candidate, Planned, plan_session
from quizapp.memory.study_day import study_day
from quizapp.services.errors import NotThere, Refused
from quizapp.services.keys import make_key
from quizapp.services.person import Person
from quizapp.store import Shelf, StudySession, reading, writing
from quizapp.store.study import candidates, shelf
from quizapp.store.study.planned import add_session
from quizapp.store.study.quiz import banks_in_open_quiz

USUAL_SECONDS = 15.0
"""Seconds a question takes, until the student's own mean is known."""
QUICKEST, SLOWEST = 5.0, 60.0
QUIZ_IS_OPEN = "a quiz is open; hand it in first, since studying tells its answers"
MOST_DUE = 400
"""Cards read at the start of a session: 20 minutes of very quick answers."""


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
        covered = banks_in_open_quiz(session, person.id, now)
        pool = read_pool(session, person, day, bank_id, ahead=ahead, covered=covered)
    plan = pool.plan(day, minutes)
    minutes = min(minutes, pool.minutes_for(len(plan)))
    if not plan and covered:
        raise Refused(QUIZ_IS_OPEN)
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
    planned = StudySession(
        account_id=account_id, id=session_id, kind=kind, minutes=minutes, bank_id=bank_id, started_at=now
    )
    first = {first_key: plan[0]} if first_key else {}
    keyed = first | {make_key(rng): step for step in plan[len(first) :]}
    with writing() as session:
        add_session(session, planned, keyed)
        if bank_id is not None and session.get(Shelf, (account_id, bank_id)) is None:
            session.add(Shelf(account_id=account_id, bank_id=bank_id, added_at=now))
    return session_id


@dataclass(frozen=True, slots=True)
class Pool:
    """What could be asked, how many of it may be new, and how long a question takes this student."""

    candidates: tuple[Candidate, ...]
    due: int
    """Cards that are due, of which the candidates may be a part."""
    new_limit: int
    seconds_each: float

    def room(self, minutes: int) -> int:
        """How many questions fit into so many minutes, at least 1."""
        return max(1, int(minutes * 60 // self.seconds_each))

    def minutes_for(self, questions: int) -> int:
        """About how many minutes so many questions take, at least 1."""
        return max(1, round(questions * self.seconds_each / 60))

    def plan(self, day: int, minutes: int) -> tuple[Planned, ...]:
        """The questions of a session of so many minutes; of what has piled up, what is still known best."""
        asked: Sequence[Candidate] = self.candidates
        if is_piled_up(self.due, self.room(minutes)):
            asked = keep_first(self.candidates, day, self.room(minutes))
        return plan_session(asked, day, minutes * 60, self.seconds_each, self.new_limit)


def read_pool(
    session: Session,
    person: Person,
    day: int,
    bank_id: int | None,
    *,
    ahead: bool = False,
    covered: frozenset[int] = frozenset(),
) -> Pool:
    """Read what could be asked on a study day, of a bank or of all but the covered ones.

    ``ahead``: what comes next, if nothing is due.
    """
    account_id, role = person.id, person.role
    due = candidates.count_due(session, account_id, role, day, bank_id)
    is_backlog = due > MOST_DUE
    found = candidates.find_due(session, account_id, role, day, MOST_DUE, bank_id, is_backlog=is_backlog)
    new_limit = max(0, person.new_a_day - candidates.count_begun(session, account_id, day))
    found += candidates.find_new(session, account_id, role, new_limit, bank_id)
    if ahead and not found:
        new_limit = person.new_a_day
        found = candidates.find_new(session, account_id, role, new_limit, bank_id)
        found += candidates.find_soonest(session, account_id, role, day, MOST_DUE, bank_id)
    gathered = candidates.gather(session, account_id, found)
    gathered = tuple(each for each in gathered if each.group not in covered)
    return Pool(gathered, due, new_limit, seconds_a_question(session, person))


def seconds_a_question(session: Session, person: Person) -> float:
    """Return the seconds that one question takes this student."""
    return min(max(candidates.seconds_each(session, person.id) or USUAL_SECONDS, QUICKEST), SLOWEST)
