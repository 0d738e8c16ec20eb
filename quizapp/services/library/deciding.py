"""Deciding about the drafted facts of an article: accepted, rejected, edited, taken back; then the file of a bank.

A verdict is one row, so that two windows of one review lose nothing of each other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from quizapp.bank.edit import Entry, cut_out, find_entries, leave_out, replace_entry
from quizapp.bank.fields import replace_fields
from quizapp.bank.read import read_bank
from quizapp.bank.rebuilding import Fate
from quizapp.bank.schema import Bank, Fact
from quizapp.bank.write import write_bank
from quizapp.services.errors import NotThere, Refused
from quizapp.services.library import drafts
from quizapp.services.library.building import Notes, find_build, read_notes
from quizapp.services.library.entries import Unstated, change_or_refuse, check_snippet, check_text
from quizapp.services.person import Person
from quizapp.store import Build, BuildChoice, Draft, reading, writing
from quizapp.store.library import building as rows
from quizapp.store.library import queries
from quizapp.writing.quality import Flaw, Item, find_flaws

_ID = re.compile(r"\s*-\s+id: (?P<id>[a-z0-9-]+)")
ACCEPTED, REJECTED, OPEN = rows.ACCEPTED, rows.REJECTED, rows.OPEN
_OF_THE_WHOLE = frozenset({"keys_stand_unevenly"})
"""Flaws of a bank, not of the question at which they are told."""


@dataclass(frozen=True, slots=True)
class State:
    """A review as it stands: its bank with what was edited, and the verdicts by the ids of facts.

    former is the bank as it is published, if this one is to take its place.
    """

    build: Build
    notes: Notes
    text: str
    bank: Bank
    former: Bank | None
    verdicts: Mapping[str, str]
    edited: frozenset[str]
    last_at: int

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

    def keys_of(self, verdict: str) -> tuple[str, ...]:
        """The ids of the facts with a verdict, in order."""
        return tuple(str(each.id) for each in self.facts if self.verdicts[str(each.id)] == verdict)

    def find_former(self, key: str) -> Fact | None:
        """Return a fact as it is published, if it is."""
        facts = self.former.facts if self.former else ()
        return next((fact for fact in facts if fact.id == key), None)


def read_state(person: Person, build_id: str) -> State:
    """Read one's own review with all that was decided; raises NotThere."""
    build = find_build(person, build_id)
    with reading() as session:
        choices = {choice.fact_key: choice for choice in rows.list_choices(session, build_id)}
        target = queries.find_bank_by_id(session, build.bank_id) if build.bank_id is not None else None
    edits = tuple((key, choice.text) for key, choice in choices.items() if choice.text)
    text, bank = _apply(build.made, edits)
    return State(
        build=build,
        notes=read_notes(build),
        text=text,
        bank=bank,
        former=_read(target.text) if target else None,
        verdicts={str(fact.id): _verdict(choices.get(str(fact.id))) for fact in bank.facts if fact.statement},
        edited=frozenset(key for key, _ in edits),
        last_at=max((choice.at for choice in choices.values()), default=0),
    )


def decide(person: Person, build_id: str, key: str, verdict: str, now: int, seen: str = "") -> None:
    """Accept, reject or reopen a drafted fact; raises NotThere for another fact or verdict.

    Raises Refused where it has another verdict than the page showed, if that is said: it was decided elsewhere.
    """
    state = read_state(person, build_id)
    if key not in state.verdicts or verdict not in (ACCEPTED, REJECTED, OPEN):
        raise NotThere
    if seen not in ("", state.verdicts[key]) and state.verdicts[key] not in (OPEN, verdict):
        raise Refused(
            f"this fact was {state.verdicts[key]} in another window; that stays, unless you decide again"
        )
    with writing() as session:
        rows.write_verdicts(session, build_id, [key], verdict, max(now, state.last_at + 1))


def accept_sure(person: Person, build_id: str, now: int) -> int:
    """Accept every open fact of high confidence without a flaw, and return how many."""
    state = read_state(person, build_id)
    with writing() as session:
        rows.write_verdicts(session, build_id, state.sure_keys, ACCEPTED, max(now, state.last_at + 1))
    return len(state.sure_keys)


def take_back(person: Person, build_id: str) -> str:
    """Take back what was decided last, all of it that was decided at once; return the id of its first fact."""
    state = read_state(person, build_id)
    with writing() as session:
        keys = frozenset(rows.take_back_last(session, build_id))
    return next((str(fact.id) for fact in state.facts if fact.id in keys), "")


def find_piece(state: State, key: str) -> str:
    """Return a drafted fact as YAML, as it stands now; raises NotThere."""
    entry = _find_facts(state.text).get(key)
    if entry is None:
        raise NotThere
    return cut_out(state.text, entry)


def edit_fact(person: Person, build_id: str, key: str, seen: str, snippet: str, statement: str) -> None:
    """Keep a drafted fact as edited; raises Unclear or Unstated with what is wrong, Outdated, NotThere."""
    state = read_state(person, build_id)
    before = find_piece(state, key)
    if drafts.stamp(before) != seen:
        raise drafts.Outdated
    said = " ".join(statement.split())
    if not said:
        raise Unstated("the statement is empty; write the fact as one sentence")
    _keep(state, key, _restate(check_snippet(snippet), said))


def leave_out_drafted(person: Person, build_id: str, key: str, number: int) -> None:
    """Take one question, by its number from 1, out of a drafted fact."""
    state = read_state(person, build_id)
    fact = next((fact for fact in state.bank.facts if fact.id == key), None)
    if fact is None or not 1 <= number <= len(fact.questions):
        raise NotThere
    if len(fact.questions) == 1:
        raise Refused("it is the only question of this fact; reject the fact instead")
    path = (*_find_facts(state.text)[key].path, "questions", number - 1)
    entry = next(entry for entry in find_entries(state.text) if entry.path == path)
    text = leave_out(state.text, entry)
    _keep(state, key, cut_out(text, _find_facts(text)[key]))


def restore_drafted(person: Person, build_id: str, key: str) -> None:
    """Take back every edit of a fact: it is as it was drafted."""
    find_piece(read_state(person, build_id), key)
    with writing() as session:
        rows.write_text(session, build_id, key, "")


def write_accepted(state: State) -> str:
    """Return the file of what is accepted, and of what stays as it is published; raises Refused where it is empty."""
    facts = [chosen for fact in state.bank.facts if (chosen := _choose(state, fact)) is not None]
    if not facts:
        raise Refused("nothing is accepted yet; accept the facts that students shall be asked")
    update = {"facts": _without_lost_mentions(facts), "built": dict(_say_built(state))}
    return write_bank(state.bank.model_copy(update=update))


def _choose(state: State, fact: Fact) -> Fact | None:
    """Return what the file says of a fact: a change that is not accepted leaves it as it is published."""
    key = str(fact.id)
    before, fate = state.find_former(key), state.notes.fates.get(key)
    verdict = state.verdicts.get(key, ACCEPTED)
    if verdict != ACCEPTED:
        stays = fate == Fate.CHANGED or (fate == Fate.RETIRED and verdict == OPEN)
        return before if stays else None
    if before is None or key in state.edited or fate not in (Fate.SAME, Fate.MOVED):
        return fact
    return before if fate == Fate.SAME else before.model_copy(update={"evidence": fact.evidence})


def _say_built(state: State) -> Iterator[tuple[str, str]]:
    """Yield what is noted as built: of an open fact what was, so that the next build asks about it again."""
    before = state.former.built if state.former else {}
    for key, entry in state.bank.built.items():
        if state.verdicts.get(key) != OPEN:
            yield key, entry
        elif key in before:
            yield key, before[key]


def open_built(person: Person, build_id: str, now: int, rng: Random) -> str:
    """Make a draft of what is accepted, which is previewed and published like a file; return its id.

    Raises Refused where nothing is accepted, NotThere.
    """
    state = read_state(person, build_id)
    text = write_accepted(state)
    with reading() as session:
        bank = queries.find_bank_by_id(session, state.build.bank_id) if state.build.bank_id else None
    name = f"{state.bank.id}.yaml"
    return drafts.open_draft(person, text.encode(), name, now, rng, bank.key if bank else None)


def _verdict(choice: BuildChoice | None) -> str:
    return choice.verdict if choice else OPEN


def _without_lost_mentions(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return facts that mention only one another: what was rejected is no longer in the file."""
    kept = {fact.id for fact in facts}
    return tuple(
        fact.model_copy(update={"mentions": tuple(each for each in fact.mentions if each in kept)})
        for fact in facts
    )


def _find_facts(text: str) -> Mapping[str, Entry]:
    """Find where each fact stands in a file that we wrote: its id comes first."""
    found = ((_ID.match(text, entry.start), entry) for entry in find_entries(text) if entry.is_fact)
    return {first["id"]: entry for first, entry in found if first}


def _restate(snippet: str, statement: str) -> str:
    try:
        return replace_fields(snippet, {"statement": statement})
    except ValueError as mistake:
        raise Refused(str(mistake)) from mistake


def _keep(state: State, key: str, piece: str) -> None:
    entry = _find_facts(state.text)[key]
    text = change_or_refuse(replace_entry, state.text, entry, piece)
    check_text(Draft(id="", file_name="article.yaml", text=state.text), text, entry.first_line)
    bank = read_bank(text.encode(), "article.yaml").bank
    if bank is None or [fact.id for fact in bank.facts] != [fact.id for fact in state.bank.facts]:
        raise Refused(f"a fact keeps its id, and stays one fact; write `id: {key}` as it was")
    with writing() as session:
        rows.write_text(session, state.build.id, key, piece)


@lru_cache(maxsize=8)
def _apply(made: str, edits: tuple[tuple[str, str], ...]) -> tuple[str, Bank]:
    """Return the drafted file with what was edited put in, and what it says."""
    entries, text = _find_facts(made), made
    placed = [(entries[key], piece) for key, piece in edits if key in entries]
    for entry, piece in sorted(placed, key=lambda each: each[0].start, reverse=True):
        text = replace_entry(text, entry, piece)
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
    items: list[Item] = []
    places: list[tuple[str, int]] = []
    for number, fact in enumerate(bank.facts):
        for place, question in enumerate(fact.questions, 1):
            items.append(Item(len(items), number, question, fact.statement, fact.according_to, bank.language))
            places.append((str(fact.id), place))
    found: dict[str, tuple[tuple[int, Flaw], ...]] = {}
    for flaw in find_flaws(items):
        if flaw.name in _OF_THE_WHOLE:
            continue
        key, place = places[flaw.number]
        found[key] = (*found.get(key, ()), (place, flaw))
    return found
