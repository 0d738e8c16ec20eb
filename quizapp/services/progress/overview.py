"""The progress page: every statistic over all banks, and what is known bank by bank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from quizapp.memory.study_day import study_day
from quizapp.progress import look_at
from quizapp.progress.calendar import lay_out_calendar
from quizapp.progress.forecast import forecast_due
from quizapp.progress.known import Known, count_known
from quizapp.progress.sure_and_wrong import SureAndWrongs
from quizapp.progress.tally import Tally, join_tallies
from quizapp.services.person import Person
from quizapp.services.progress.answers import ShownAnswer, show_answers
from quizapp.services.progress.ledger import Ledger, read_ledger
from quizapp.store import reading

MOST_MISTAKES = 6
"""Of those that a student was sure of, as many as the page shows; the list of answers has them all."""


@dataclass(frozen=True, slots=True)
class BankProgress:
    """One bank: how many of its facts were met, are known and wait."""

    key: str
    title: str
    met: int
    known: Known
    due: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """A fact that a student was sure of and wrong about: the answer, and what became of it."""

    answer: ShownAnswer
    right_since: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything on the progress page: every statistic by name, over all banks and bank by bank."""

    day: int
    statistics: Mapping[str, object]
    banks: tuple[BankProgress, ...]
    mistakes: tuple[Mistake, ...]
    answers: int
    """Ever given."""
    year: int | None
    """Whose calendar is shown; None for the weeks up to today."""
    years: tuple[int, ...]
    """With practice, newest first."""


def look_at_progress(person: Person, now: int, year: int | None = None) -> Progress:
    """Return what a student knows today, over all banks and bank by bank, with the calendar of a year."""
    day = study_day(now, person.time_zone)
    with reading() as session:
        ledger = read_ledger(session, person, now)
        everything = join_tallies(ledger.tallies.values())
        statistics = look_at(everything, day)
        mistakes = _show_mistakes(session, person, ledger, statistics)
    years = _find_years(everything)
    year = year if year in years else None
    if year is not None:
        statistics["calendar"] = lay_out_calendar(everything, min(day, date(year, 12, 31).toordinal()))
    return Progress(
        day=day,
        statistics=statistics,
        banks=tuple(_bank_progress(ledger, day)),
        mistakes=mistakes,
        answers=len(everything.answers),
        year=year,
        years=years,
    )


def _bank_progress(ledger: Ledger, day: int) -> Sequence[BankProgress]:
    found = []
    for bank in ledger.banks:
        tally = ledger.tallies[bank.id]
        met = len(tally.memories) + len(tally.aside)
        found.append(
            BankProgress(bank.key, bank.title, met, count_known(tally, day), forecast_due(tally, day).now)
        )
    return found


def _show_mistakes(
    session: Session, person: Person, ledger: Ledger, statistics: Mapping[str, object]
) -> tuple[Mistake, ...]:
    found = statistics["sure_and_wrong"]
    assert isinstance(found, SureAndWrongs)
    facts = [fact for fact in found.facts if ledger.bank_of.get(fact.fact_id) in ledger.in_words]
    since = {fact.key: fact.right_since for fact in facts[:MOST_MISTAKES]}
    answers = {
        answer.key: answer
        for tally in ledger.tallies.values()
        for answer in tally.answers
        if answer.key in since
    }
    shown = show_answers(session, person, [answers[key] for key in since], ledger.in_words)
    return tuple(Mistake(answer, since[answer.answered.key]) for answer in shown)


def _find_years(tally: Tally) -> tuple[int, ...]:
    return tuple(sorted({date.fromordinal(each.day).year for each in tally.practised}, reverse=True))
