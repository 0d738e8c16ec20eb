"""What a reader sees of the library: banks by title and topic, a bank's facts by topic, and facts found by words."""

from dataclasses import dataclass

from quizapp.memory.study_day import study_day
from quizapp.progress.known import Known
from quizapp.services.errors import NotThere
from quizapp.services.library.known import ShownFact, gauge_of, show_fact, speak
from quizapp.services.library.rights import may_study
from quizapp.services.library.visiting import Visit, visit
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.library import queries
from quizapp.store.library import reading as rows
from quizapp.store.library.queries import BankRow
from quizapp.store.library.reading import ReadFact
from quizapp.store.study.quiz import banks_in_open_quiz

FACTS_ON_A_PAGE = 80
MOST_FOUND = 50
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class ShelvedBank:
    """A bank in the library, with how many of its facts the reader has answered."""

    row: BankRow
    met: int
    is_on_shelf: bool


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact that a search has found."""

    bank_key: str
    bank_title: str
    bank_language: str
    fact: ShownFact


@dataclass(frozen=True, slots=True)
class Topic:
    """The facts of a bank that belong together: those on this page, and how many are not met."""

    number: int
    name: str
    facts: tuple[ShownFact, ...]
    unmet: int
    """Facts behind the blank line, if that stands on this page."""
    known: Known
    """Of all its facts."""


@dataclass(frozen=True, slots=True)
class OpenBank:
    """A bank as its reader sees it: one page of its facts by topic, or the topics alone of one with very many."""

    row: BankRow
    topics: tuple[Topic, ...]
    names: tuple[str, ...]
    """Every topic there is, by number."""
    known: Known
    met: int
    found: int
    page: int
    pages: int
    is_on_shelf: bool
    may_edit: bool
    is_covered: bool
    is_overview: bool
    """Only the topics are shown: each leads to its facts."""


def list_shelves(person: Person | None, search: str) -> list[ShelvedBank]:
    """List the banks that a reader may study whose title or topics hold every word of a search."""
    account_id = person.id if person else None
    with reading() as session:
        found = queries.list_shelves(session, account_id, search.split()[:MOST_WORDS])
        shelf = queries.shelf_of(session, account_id) if account_id else frozenset()
        met = queries.count_met(session, account_id) if account_id else {}
    return [ShelvedBank(row, met.get(row.id, 0), row.id in shelf) for row in found]


def search_facts(person: Person | None, search: str, now: int) -> list[FoundFact]:
    """Find the facts that hold every word of a search, among those that the reader has answered or teaches."""
    words = search.split()[:MOST_WORDS]
    if person is None or not words:
        return []
    day = study_day(now, person.time_zone)
    with reading() as session:
        closed = banks_in_open_quiz(session, person.id, now)
        found = rows.search_read_facts(session, person.id, person.role, words, closed, MOST_FOUND)
        bare = [each.fact.id for each in found if not each.fact.statement]
        spoken = speak(queries.list_questions(session, bare))
    shown = (
        FoundFact(
            each.bank_key,
            each.bank_title,
            each.bank_language,
            show_fact(each.fact, spoken, day, may_read=True),
        )
        for each in found
    )
    return [each for each in shown if _holds(each.fact, words)]


def look_at_bank(
    person: Person | None, key: str, now: int, *, search: str = "", topic: int | None = None, page: int = 1
) -> OpenBank:
    """Show a page of a bank to a reader who may study it or who teaches it; raises NotThere.

    ``topic`` is the number of the one topic to be shown, ``page`` counts from 1.
    """
    account_id = person.id if person else None
    words = search.split()[:MOST_WORDS]
    with reading() as session:
        visited = visit(session, person, key, now)
        facts = rows.list_read_facts(session, visited.row.id, account_id)
        bare = [fact.id for fact in facts if not fact.statement and visited.may_read(fact)]
        spoken = speak(queries.list_questions(session, bare))
        shelf = queries.shelf_of(session, account_id) if account_id else frozenset()
    day = study_day(now, person.time_zone if person else "UTC")
    by_topic: dict[str, list[ReadFact]] = {}
    for fact in facts:
        by_topic.setdefault(fact.topic, []).append(fact)
    items = _items(visited, by_topic, spoken, day, words, topic)
    is_overview = len(items) > FACTS_ON_A_PAGE and len(by_topic) > 1 and topic is None and not words
    if is_overview:
        items = [(number, None) for number in range(len(by_topic))]
    pages = max(1, -(-len(items) // FACTS_ON_A_PAGE))
    page = min(page, pages)
    shown = items[(page - 1) * FACTS_ON_A_PAGE : page * FACTS_ON_A_PAGE]
    return OpenBank(
        row=visited.row,
        topics=_group(shown, by_topic, day, visited),
        names=tuple(by_topic),
        known=gauge_of(facts, day),
        met=sum(fact.is_met for fact in facts),
        found=sum(fact is not None for _, fact in items),
        page=page,
        pages=pages,
        is_on_shelf=visited.row.id in shelf,
        may_edit=visited.teaches,
        is_covered=visited.is_covered,
        is_overview=is_overview,
    )


def find_bank_to_study(person: Person, key: str) -> int:
    """Return the row id of a bank that a person may put on their shelf; raises NotThere."""
    with reading() as session:
        row = queries.find_bank_row(session, key)
    if row is None or not may_study(person, row):
        raise NotThere
    return row.id


_Item = tuple[int, ShownFact | None]
"""The number of a topic with one of its facts, or with None for the line of those that are not met."""


def _items(
    visited: Visit,
    by_topic: dict[str, list[ReadFact]],
    spoken: dict[int, str],
    day: int,
    words: list[str],
    topic: int | None,
) -> list[_Item]:
    items: list[_Item] = []
    for number, facts in enumerate(by_topic.values()):
        if topic is not None and number != topic:
            continue
        read = [fact for fact in facts if visited.may_read(fact)]
        shown = [show_fact(fact, spoken, day, may_read=True) for fact in read]
        items += [(number, fact) for fact in shown if _holds(fact, words)]
        if len(read) < len(facts) and not words:
            items.append((number, None))
    return items


def _group(
    items: list[_Item], by_topic: dict[str, list[ReadFact]], day: int, visited: Visit
) -> tuple[Topic, ...]:
    grouped: dict[int, list[ShownFact | None]] = {}
    for number, fact in items:
        grouped.setdefault(number, []).append(fact)
    names = tuple(by_topic)
    return tuple(
        Topic(
            number=number,
            name=names[number],
            facts=tuple(fact for fact in shown if fact is not None),
            unmet=sum(not visited.may_read(fact) for fact in by_topic[names[number]]) if None in shown else 0,
            known=gauge_of(by_topic[names[number]], day),
        )
        for number, shown in grouped.items()
    )


def _holds(fact: ShownFact, words: list[str]) -> bool:
    """Whether a fact says every word, in any case of letters."""
    said = f"{fact.statement} {fact.according_to} {fact.topic}".casefold()
    return all(word.casefold() in said for word in words)
