"""What a quiz or a round of flashcards can be about, and the quiz that is open."""

from dataclasses import dataclass
from random import Random

from quizapp.memory.plan import ask_only, plan_session
from quizapp.memory.study_day import study_day
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from quizapp.services.study.planning import MOST_DUE, QUIZ_IS_OPEN, store_plan
from quizapp.store import reading
from quizapp.store.study import candidates, choosing
from quizapp.store.study import quiz as rows
from quizapp.store.study.choosing import CardsRow, TopicRow
from quizapp.store.study.hidden import OPEN_FOR
from quizapp.store.study.quiz import OpenRow, PastQuiz
from quizapp.store.study.shelf import find_visible_bank

MOST_PAST = 12
CARD_SECONDS = 8.0
"""Seconds that a flashcard takes: it is read, turned over and rated, not typed."""


@dataclass(frozen=True, slots=True)
class Topics:
    """A bank that a quiz can ask about."""

    key: str
    title: str
    is_on_shelf: bool
    topics: tuple[TopicRow, ...]

    @property
    def facts(self) -> int:
        """Facts that a quiz can ask."""
        return sum(topic.facts for topic in self.topics)

    @property
    def met(self) -> int:
        """How many of them were answered before."""
        return sum(topic.met for topic in self.topics)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A quiz that was neither handed in nor given up."""

    id: str
    started_at: int
    closes_at: int
    is_over: bool
    total: int
    kept: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What a quiz can be about, and the quizzes there were."""

    banks: tuple[Topics, ...]
    unfinished: Unfinished | None
    past: tuple[PastQuiz, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """The banks with flashcards: those on the shelf, and the rest of the library."""

    shelf: tuple[CardsRow, ...]
    others: tuple[CardsRow, ...]


def look_at_choice(person: Person, now: int) -> Choice:
    """Return what a quiz can be about."""
    with reading() as session:
        topics = choosing.list_topics(session, person.id, person.role)
        past = tuple(rows.list_past(session, person.id, MOST_PAST))
        found = (_unfinished(row, now) for row in rows.list_unfinished(session, person.id))
        unfinished = next((each for each in found if each.kept or not each.is_over), None)
    banks: dict[str, list[TopicRow]] = {}
    for topic in topics:
        banks.setdefault(topic.bank_key, []).append(topic)
    asked = (Topics(key, some[0].title, some[0].is_on_shelf, tuple(some)) for key, some in banks.items())
    return Choice(tuple(sorted(asked, key=lambda bank: not bank.is_on_shelf)), unfinished, past)


def _unfinished(row: OpenRow, now: int) -> Unfinished:
    closes_at = row.started_at + OPEN_FOR
    return Unfinished(row.id, row.started_at, closes_at, now >= closes_at, row.total, row.kept)


def look_at_cards(person: Person, now: int) -> Cards:
    """Return the banks with flashcards."""
    with reading() as session:
        banks = choosing.list_card_banks(session, person.id, person.role, study_day(now, person.time_zone))
    return Cards(
        tuple(bank for bank in banks if bank.is_on_shelf),
        tuple(bank for bank in banks if not bank.is_on_shelf),
    )


def start_cards(person: Person, minutes: int, now: int, rng: Random, *, bank_key: str | None = None) -> str:
    """Plan a session of flashcards, of one bank or of everything on the shelf, and return its id.

    Where nothing is due and nothing new is left for the day, what comes next is taken early. Raises Refused when
    there are no flashcards, and NotThere for a bank that this person cannot see.
    """
    day = study_day(now, person.time_zone)
    with reading() as session:
        bank_id = None
        if bank_key is not None:
            bank_id = find_visible_bank(session, bank_key, person.id, person.role)
            if bank_id is None:
                raise NotThere
        asks = (session, person.id, person.role)
        limit = max(0, person.new_a_day - candidates.count_begun(session, person.id, day))
        found = candidates.find_due(*asks, day, MOST_DUE, bank_id, "card")
        found += candidates.find_new(*asks, limit, bank_id, "card")
        if not found:
            limit = person.new_a_day
            found = candidates.find_new(*asks, limit, bank_id, "card")
            found += candidates.find_soonest(*asks, day, MOST_DUE, bank_id, "card")
        covered = rows.banks_in_open_quiz(session, person.id, now)
        found = [each for each in found if each[1] not in covered]
        pool = ask_only(candidates.gather(session, person.id, found), ("card",))
    plan = plan_session(pool, day, minutes * 60, CARD_SECONDS, limit)
    if not plan and covered:
        raise Refused(QUIZ_IS_OPEN)
    if not plan:
        raise Refused("there are no flashcards on your shelf; choose a bank that has some")
    minutes = min(minutes, max(1, round(len(plan) * CARD_SECONDS / 60)))
    return store_plan(person.id, plan, minutes, now, rng, bank_id=bank_id, kind="cards")
