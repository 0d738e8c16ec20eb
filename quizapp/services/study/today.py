"""Today: what a session of each length would hold, what skipping costs, and what a break has piled up."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quizapp.memory.backlog import Spread, count_due, spread
from quizapp.memory.card import Reviewed
from quizapp.memory.study_day import study_day
from quizapp.progress.known import Known, count_known, falls_tomorrow, is_fading
from quizapp.progress.practice import DAYS, Practice, sum_practice
from quizapp.progress.tally import Practised, Tally
from quizapp.services.person import Person
from quizapp.services.study.planning import Pool, read_pool
from quizapp.store import reading
from quizapp.store.progress import find_practice
from quizapp.store.study import shelf
from quizapp.store.study.quiz import OpenQuiz, find_open_quiz

LENGTHS = (5, 10, 20)
"""The lengths that are offered, beside the student's own."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a session of so many minutes would hold."""

    minutes: int
    questions: int
    minutes_needed: int
    """About how long they take, at least 1 and at most what was chosen."""
    to_keep: int
    """Planned facts whose predicted recall is still 80 % or more."""
    fading: int
    new: int
    banks: tuple[tuple[str, int], ...]
    """Title and planned questions of each bank, most first."""
    spread: Spread
    """What is due and does not fit."""
    is_all: bool
    """No offered session holds more."""


@dataclass(frozen=True, slots=True)
class Today:
    """What today's session would hold, by its length, and what is open behind it."""

    day: int
    offers: tuple[Offer, ...]
    """Shortest first."""
    chosen: Offer
    due: int
    open_session: str | None
    """The newest session of today, if it was left."""
    open_left: int
    falls_tomorrow: int
    """Facts whose predicted recall falls below 80 % by tomorrow if nothing is answered."""
    last_day: int | None
    """The study day of the last practice; None before the first."""
    next_due: tuple[int, int] | None
    """Days until something is due again, and how many facts then; None when nothing is near."""
    shelf: tuple[shelf.ShelfRow, ...]
    known: Known
    practice: Practice
    quiz: OpenQuiz | None
    """The quiz that is open: its banks are not asked here until it is over."""

    @property
    def planned(self) -> int:
        """Questions of the session that is offered first."""
        return self.chosen.questions

    @property
    def days_away(self) -> int:
        """Whole study days without practice before today, 0 for somebody new or who has practised today."""
        return 0 if self.last_day is None else max(0, self.day - self.last_day - 1)


def look_at_today(person: Person, now: int, minutes: int | None = None) -> Today:
    """Return what today's session would be, without planning it."""
    minutes = minutes or person.minutes
    day = study_day(now, person.time_zone)
    with reading() as session:
        quiz = find_open_quiz(session, person.id, now)
        covered = frozenset(quiz.titles if quiz else ())
        pool = read_pool(session, person, day, None, covered=covered)
        met = shelf.find_met(session, person.id, person.role)
        rows = tuple(shelf.read_shelf(session, person.id, person.role))
        left = shelf.find_open_session(session, person.id, person.role, day, person.time_zone, covered)
        practised = [Practised(*row) for row in find_practice(session, person.id, day - DAYS + 1)]
        memories = [row.memory for row in met if not row.is_suspended]
        due, coming = count_due(memories, day)
        offers = _offers(session, pool, day, {*LENGTHS, person.minutes, minutes}, coming)
    tally = Tally(
        facts=sum(row.facts for row in rows) + _met_elsewhere(met, rows),
        memories=memories,
        practised=practised,
        aside=[row.memory for row in met if row.is_suspended],
    )
    return Today(
        day=day,
        offers=offers,
        chosen=next(offer for offer in offers if offer.minutes == minutes),
        due=due,
        open_session=left[0] if left else None,
        open_left=left[1] if left else 0,
        falls_tomorrow=sum(falls_tomorrow(memory, day) for memory in memories),
        last_day=max((row.memory.last_day for row in met), default=None),
        next_due=next(((days, count) for days, count in enumerate(coming, 1) if count), None),
        shelf=rows,
        known=count_known(tally, day),
        practice=sum_practice(tally, day),
        quiz=quiz,
    )


def _met_elsewhere(met: Sequence[shelf.MetRow], rows: Sequence[shelf.ShelfRow]) -> int:
    on_shelf = {row.bank_id for row in rows}
    return sum(row.bank_id not in on_shelf for row in met)


def _offers(
    session: Session, pool: Pool, day: int, lengths: set[int], coming: Sequence[int]
) -> tuple[Offer, ...]:
    """Return the offers of some lengths, shortest first."""
    groups = {candidate.fact_id: candidate.group for candidate in pool.candidates}
    titles = shelf.bank_titles(session, set(groups.values()))
    plans = {minutes: [step.fact_id for step in pool.plan(day, minutes)] for minutes in sorted(lengths)}
    whole = max(len(planned) for planned in plans.values())
    return tuple(
        _offer(pool, day, minutes, planned, whole, coming, titles) for minutes, planned in plans.items()
    )


def _offer(
    pool: Pool,
    day: int,
    minutes: int,
    planned: Sequence[int],
    whole: int,
    coming: Sequence[int],
    titles: dict[int, str],
) -> Offer:
    candidates = {candidate.fact_id: candidate for candidate in pool.candidates}
    memories = [candidates[fact].memory for fact in planned]
    met = [memory for memory in memories if isinstance(memory, Reviewed)]
    fading = sum(is_fading(memory, day) for memory in met)
    counts: dict[int, int] = {}
    for fact in planned:
        counts[candidates[fact].group] = counts.get(candidates[fact].group, 0) + 1
    return Offer(
        minutes=minutes,
        questions=len(planned),
        minutes_needed=min(minutes, pool.minutes_for(len(planned))),
        to_keep=len(met) - fading,
        fading=fading,
        new=len(memories) - len(met),
        banks=tuple(
            (titles[bank], count) for bank, count in sorted(counts.items(), key=lambda pair: -pair[1])
        ),
        spread=spread(pool.due, pool.room(minutes), coming),
        is_all=len(planned) == whole,
    )
