"""The end of a session: what was known, what comes back, and when."""

from dataclasses import dataclass

from quizapp.memory.study_day import study_day
from quizapp.services.errors import NotThere
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.study.quiz import OpenQuiz, find_open_quiz
from quizapp.store.study.summary import ResultRow, count_waiting, find_results, find_session

MOST_ROWS = 5
"""Rows in which the end of a session says what comes back when."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How a session went."""

    session_id: str
    kind: str
    bank_key: str | None
    results: tuple[ResultRow, ...]
    """The first answer to each fact, in the order of asking; without those of hidden banks."""
    seconds: float
    day: int
    quiz: OpenQuiz | None = None
    """The quiz that is open, if it keeps something of this session back."""
    put_away: int = 0
    """Facts that were answered and are not shown while that quiz is open."""
    waiting: int = 0
    """Questions that are asked when it is over."""
    closed: int = 0
    """Facts that were answered and whose bank is no longer open to this student."""

    @property
    def known(self) -> int:
        """Facts whose first answer in this session was right."""
        return sum(1 for result in self.results if result.is_right)

    @property
    def left(self) -> int:
        """Facts that stayed wrong after several tries and are left for the next day; a trial asks once."""
        return 0 if self.kind == "trial" else sum(1 for result in self.results if result.is_left)

    @property
    def returns(self) -> list[tuple[int, int]]:
        """Days until facts come back, and how many each, soonest first."""
        counts: dict[int, int] = {}
        for result in self.results:
            if result.due_day is not None:
                days = max(0, result.due_day - self.day)
                counts[days] = counts.get(days, 0) + 1
        return sorted(counts.items())

    @property
    def rows(self) -> list[tuple[int | None, int]]:
        """The same in few rows: the soonest days, and what comes back later (None) together."""
        returns = self.returns
        if len(returns) <= MOST_ROWS:
            return [*returns]
        soon, later = returns[: MOST_ROWS - 1], returns[MOST_ROWS - 1 :]
        return [*soon, (None, sum(count for _, count in later))]


def look_back(person: Person, session_id: str, now: int) -> Summary:
    """Return how a session went so far; raises NotThere for one that is not this person's."""
    with reading() as session:
        found = find_session(session, person.id, session_id)
        if found is None:
            raise NotThere
        kind, bank_key = found
        results, seconds = find_results(session, person.id, person.role, session_id)
        quiz = find_open_quiz(session, person.id, now)
        covered = quiz.titles if quiz else {}
        waiting = count_waiting(session, person.id, session_id, covered) if covered else 0
    opened = [row for row in results if row.may_study]
    shown = tuple(row for row in opened if row.bank_id not in covered)
    return Summary(
        session_id=session_id,
        kind=kind,
        bank_key=bank_key,
        results=shown,
        seconds=seconds,
        day=study_day(now, person.time_zone),
        quiz=quiz if waiting or len(shown) < len(opened) else None,
        put_away=len(opened) - len(shown),
        waiting=waiting,
        closed=len(results) - len(opened),
    )
