"""Deciding about the drafted facts of an article: accepted, rejected, edited, and each step taken back again.

A step is kept for itself, with the review held, so that two windows of one review lose nothing of each other.
What an edit is stands in ``retouching``, what becomes of it all in ``accepting``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from quizapp.bank.flaws import list_items
from quizapp.bank.reading.read import read_bank
from quizapp.bank.schema import Bank, Fact
from quizapp.services.errors import NotThere, Refused
from quizapp.services.library.building import find_build
from quizapp.services.library.drafts import stamp
from quizapp.services.library.noting import Notes, read_notes
from quizapp.services.library.pieces import put_in
from quizapp.services.person import Person
from quizapp.store import Build, reading, writing
from quizapp.store.library import building as rows
from quizapp.store.library import queries
from quizapp.store.library.building import Choice
from quizapp.writing.quality import OF_ALL_QUESTIONS, Flaw, find_flaws

ACCEPTED, REJECTED, OPEN = rows.ACCEPTED, rows.REJECTED, rows.OPEN
Choices = Mapping[str, Choice]
"""What counts for drafted facts, by their ids."""
_UNTOUCHED = Choice()


@dataclass(frozen=True, slots=True)
class State:
    """A review as it stands: its bank with what was edited, and what was decided, by the ids of facts.

    former is the bank as it is published, if this one is to take its place, bank_key its key or nothing; base is what
    that was when the review last was one with it.
    """

    build: Build
    notes: Notes
    text: str
    bank: Bank
    bank_key: str
    former: Bank | None
    base: Bank | None
    choices: Choices
    last_step: int

    @property
    def flaws(self) -> Mapping[str, tuple[tuple[int, Flaw], ...]]:
        """What may be wrong in the questions: by the ids of facts, each with the question's number from 1."""
        return _find_flaws(self.text)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that are reviewed; bare questions of a bank that is built again stay as they are."""
        return tuple(fact for fact in self.bank.facts if fact.statement)

    @property
    def open_keys(self) -> tuple[str, ...]:
        """The ids of the facts that have no verdict yet, in order."""
        return self.keys_of(OPEN)

    @property
    def sure_keys(self) -> tuple[str, ...]:
        """The ids of the open facts that may be accepted without a look: sure, and no question with a flaw."""
        return tuple(
            key for key in self.open_keys if self.notes.facts[key].is_sure and not self.flaws.get(key)
        )

    @property
    def verdicts(self) -> Mapping[str, str]:
        """The verdicts of all facts that are reviewed, by their ids."""
        return {str(each.id): self.verdict_of(str(each.id)) for each in self.facts}

    def verdict_of(self, key: str) -> str:
        """The verdict about a fact."""
        return self.choices.get(key, _UNTOUCHED).verdict

    def is_edited(self, key: str) -> bool:
        """Whether a fact is not as it was drafted."""
        return bool(self.choices.get(key, _UNTOUCHED).text)

    def keys_of(self, verdict: str) -> tuple[str, ...]:
        """The ids of the facts with a verdict, in order."""
        return tuple(str(each.id) for each in self.facts if self.verdict_of(str(each.id)) == verdict)

    def find_fact(self, key: str) -> tuple[int, Fact]:
        """Return a fact that is reviewed, with its number from 1; raises NotThere."""
        for number, fact in enumerate(self.facts, 1):
            if fact.id == key:
                return number, fact
        raise NotThere

    def find_former(self, key: str) -> Fact | None:
        """Return a fact as it is published, if it is."""
        return _find_fact(self.former, key)

    def find_replaced(self, key: str) -> Fact | None:
        """Return a fact that is changed as it was published before this review, if it was."""
        found = self.notes.replaced.get(key)
        return Fact.model_validate_json(found) if found else None

    def find_base(self, key: str) -> Fact | None:
        """Return a fact as it was published when the review last was one with the bank, if it was."""
        return _find_fact(self.base, key)


def read_state(person: Person, build_id: str) -> State:
    """Read one's own review with all that was decided; raises NotThere."""
    build = find_build(person, build_id)
    with reading() as session:
        choices, last_step = rows.find_choices(session, build_id)
        target = queries.find_bank_by_id(session, build.bank_id) if build.bank_id is not None else None
    edits = tuple((key, each.text) for key, each in sorted(choices.items()) if each.text)
    text, bank = _apply(build.made, edits)
    return State(
        build=build,
        notes=read_notes(build),
        text=text,
        bank=bank,
        bank_key=target.key if target else "",
        former=_read(target.text) if target else None,
        base=_read(build.bank_text) if target and build.bank_text else None,
        choices=choices,
        last_step=last_step,
    )


def decide(person: Person, build_id: str, key: str, verdict: str, seen: str = "") -> None:
    """Accept, reject or reopen a drafted fact; raises NotThere for another fact or verdict.

    Raises Refused where it has another verdict than the page showed, if that is said: it was decided elsewhere.
    """
    state = read_state(person, build_id)
    if key not in state.verdicts or verdict not in (ACCEPTED, REJECTED, OPEN):
        raise NotThere

    def choose(choices: Choices) -> Choices:
        present = choices.get(key, _UNTOUCHED)
        if seen not in ("", present.verdict) and present.verdict not in (OPEN, verdict):
            raise Refused(
                f"this fact was {present.verdict} in another window; that stays, unless you decide again"
            )
        return {key: replace(present, verdict=verdict)}

    take_step(person, build_id, choose)


def accept_sure(person: Person, build_id: str) -> int:
    """Accept every open fact of high confidence without a flaw, and return how many."""
    keys = read_state(person, build_id).sure_keys

    def choose(choices: Choices) -> Choices:
        present = {key: choices.get(key, _UNTOUCHED) for key in keys}
        return {key: replace(each, verdict=ACCEPTED) for key, each in present.items() if each.verdict == OPEN}

    return take_step(person, build_id, choose)


def stamp_fact(fact: Fact) -> str:
    """Return what tells one state of a drafted fact from another."""
    return stamp(fact.model_dump_json())


def take_step(person: Person, build_id: str, choose: Callable[[Choices], Choices]) -> int:
    """Keep what a function makes of the choices as they are now, as one step; return how many are others.

    Nobody else takes a step in between: on PostgreSQL two first verdicts about one fact would be one row twice.
    """
    with writing() as session:
        if not rows.hold_build(session, build_id, person.id):
            raise NotThere
        before, last = rows.find_choices(session, build_id)
        chosen = choose(before)
        changed = {key: each for key, each in chosen.items() if each != before.get(key, _UNTOUCHED)}
        rows.insert_step(session, build_id, last + 1, changed)
    return len(changed)


def take_back(person: Person, build_id: str) -> tuple[str, bool]:
    """Take the last step back; return the id of its first fact, and whether a verdict changed, not only words.

    The id is empty where there is nothing to take back.
    """
    state = read_state(person, build_id)
    with writing() as session:
        if not rows.hold_build(session, build_id, person.id):
            raise NotThere
        before, last = rows.find_choices(session, build_id)
        keys = frozenset(rows.delete_step(session, build_id, last)) if last else frozenset()
        after, _ = rows.find_choices(session, build_id)
    key = next((str(fact.id) for fact in state.facts if fact.id in keys), "")
    return key, before.get(key, _UNTOUCHED).verdict != after.get(key, _UNTOUCHED).verdict


def _find_fact(bank: Bank | None, key: str) -> Fact | None:
    return next((fact for fact in (bank.facts if bank else ()) if fact.id == key), None)


@lru_cache(maxsize=8)
def _apply(made: str, edits: tuple[tuple[str, str], ...]) -> tuple[str, Bank]:
    """Return the drafted file with what was edited put in, and what it says."""
    text = put_in(made, edits)
    return text, _read(text)


@lru_cache(maxsize=8)
def _read(text: str) -> Bank:
    """Return what a file of ours says; what rules newer than it find in its questions is told beside them."""
    found = read_bank(text.encode(), "article.yaml", judging=False)
    bank = found.bank or found.partial
    if bank is None:
        raise NotThere
    return bank


@lru_cache(maxsize=8)
def _find_flaws(text: str) -> Mapping[str, tuple[tuple[int, Flaw], ...]]:
    bank = _read(text)
    places = [(str(fact.id), number) for fact in bank.facts for number, _ in enumerate(fact.questions, 1)]
    found: dict[str, tuple[tuple[int, Flaw], ...]] = {}
    for flaw in find_flaws(list_items(bank)):
        if flaw.name not in OF_ALL_QUESTIONS:
            key, number = places[flaw.number]
            found[key] = (*found.get(key, ()), (number, flaw))
    return found
