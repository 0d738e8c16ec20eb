"""A bank's dated facts on a line: to scale as far as their reader knows them, the others as blanks without a date."""

from dataclasses import dataclass

from quizapp.memory.study_day import study_day
from quizapp.questions import read_question
from quizapp.questions.date import Date
from quizapp.services.library.known import ShownFact, show_fact, speak
from quizapp.services.library.visiting import visit
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.library import queries
from quizapp.store.library import reading as rows
from quizapp.store.library.queries import BankRow
from quizapp.store.library.reading import ReadFact
from quizapp.values.dates import When, calendar_day, say
from quizapp.values.find_dates import find_date
from quizapp.values.timescale import Timescale, lay_out, sort_key

DATES_ON_A_PAGE = 100
GAP = 0.055
"""Share of a phone's width that a number above its disc takes."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact with its date and its number on the line."""

    number: int
    date: When
    said: str
    """The date in words, without the year if the whole line is one year."""
    machine: str
    """The day that is named, as in 2017-10-14; empty for a month, a year or a day before the year 1."""
    fact: ShownFact

    @property
    def is_by(self) -> bool:
        """Whether it was on the day that is named, or before."""
        return self.date.earliest is None

    @property
    def is_from(self) -> bool:
        """Whether it was on the day that is named, or after."""
        return self.date.latest is None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated facts in their order; one page of them as a list, all of them on the scale."""

    row: BankRow
    facts: tuple[Dated, ...]
    scale: Timescale | None
    """None: no date may be shown yet."""
    groups: tuple[tuple[str, tuple[Dated, ...]], ...]
    """The facts of this page by what their date says."""
    unmet: int
    """Dated facts without a date here: what they say is still to be answered."""
    page: int
    pages: int
    is_covered: bool

    def count(self, state: str) -> int:
        """Return how many facts of the line are known, fading or new to their reader."""
        return sum(each.fact.state == state for each in self.facts)


def look_at_timeline(person: Person | None, key: str, now: int, page: int = 1) -> Timeline:
    """Show the dated facts of a bank to a reader who may study it or teaches it; raises NotThere."""
    with reading() as session:
        visited = visit(session, person, key, now)
        facts = rows.list_read_facts(session, visited.row.id, person.id if person else None)
        asked = queries.list_questions_of(session, visited.row.id, "date")
        bare = [fact.id for fact in facts if not fact.statement and visited.may_read(fact)]
        spoken = speak(queries.list_questions(session, bare))
    dates: dict[int, When] = {}
    for row in asked:
        question = read_question(row.definition)
        if isinstance(question, Date):
            dates.setdefault(row.fact_id, question.when)
    day = study_day(now, person.time_zone if person else "UTC")
    dated = [(fact, date) for fact in facts if (date := dates.get(fact.id) or find_date(fact.statement))]
    read = [(fact, date) for fact, date in dated if visited.may_read(fact)]
    read.sort(key=lambda pair: sort_key(pair[1]))
    found = _number(read, spoken, day)
    pages = max(1, -(-len(found) // DATES_ON_A_PAGE))
    page = min(page, pages)
    return Timeline(
        row=visited.row,
        facts=found,
        scale=lay_out([each.date for each in found], GAP) if found else None,
        groups=_group(found[(page - 1) * DATES_ON_A_PAGE : page * DATES_ON_A_PAGE]),
        unmet=len(dated) - len(read),
        page=page,
        pages=pages,
        is_covered=visited.is_covered,
    )


def _number(read: list[tuple[ReadFact, When]], spoken: dict[int, str], day: int) -> tuple[Dated, ...]:
    years = {
        calendar_day(end)[0] for _, date in read for end in (date.earliest, date.latest) if end is not None
    }
    year = f" {years.pop()}" if len(years) == 1 else ""
    return tuple(
        Dated(
            number=number,
            date=date,
            said=_say(date, year),
            machine=_write(date),
            fact=show_fact(fact, spoken, day, may_read=True),
        )
        for number, (fact, date) in enumerate(read, 1)
    )


def _say(date: When, year: str) -> str:
    said = say(date)
    return said.removesuffix(year) if year and said != year.strip() else said


def _write(date: When) -> str:
    """The day that a date names, as machines read it; nothing where it names no day after the year 0."""
    ends = {end for end in (date.earliest, date.latest) if end is not None}
    year, month, number = calendar_day(min(ends))
    return f"{year:04}-{month:02}-{number:02}" if len(ends) == 1 and year > 0 else ""


def _group(found: tuple[Dated, ...]) -> tuple[tuple[str, tuple[Dated, ...]], ...]:
    groups: dict[str, list[Dated]] = {}
    for each in found:
        groups.setdefault(each.said, []).append(each)
    return tuple((said, tuple(some)) for said, some in groups.items())
