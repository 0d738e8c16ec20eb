"""What is accepted of a drafted bank becomes a file: previewed and published as a draft, or downloaded.

Three banks are compared: what is reviewed, what is published now, and what was published when both last were one.
"""

from collections.abc import Iterator, Sequence
from random import Random

from quizapp.bank.rebuilding.rebuild import Fate
from quizapp.bank.schema import Fact
from quizapp.bank.write import write_bank
from quizapp.services.errors import Refused
from quizapp.services.library import drafts
from quizapp.services.library.deciding import ACCEPTED, OPEN, State, read_state
from quizapp.services.person import Person
from quizapp.store import reading, writing
from quizapp.store.library import building as rows
from quizapp.store.library import queries
from quizapp.store.library.drafts import find_draft


def open_built(person: Person, build_id: str, now: int, rng: Random) -> str:
    """Make a draft of what is accepted, which is previewed and published like a file; return its id.

    Raises Refused where nothing is accepted, NotThere.
    """
    state = read_state(person, build_id)
    text = write_accepted(state)
    with reading() as session:
        before = find_draft(session, state.build.draft_id or "", person.id)
        if before is not None and before.text == text:
            return before.id  # asked for twice
        bank = queries.find_bank_by_id(session, state.build.bank_id) if state.build.bank_id else None
    name = f"{state.bank.id}.yaml"
    draft_id = drafts.open_draft(person, text.encode(), name, now, rng, bank.key if bank else None)
    with writing() as session:
        rows.bind_to_draft(session, build_id, draft_id)
    return draft_id


def write_accepted(state: State) -> str:
    """Return the file of what is accepted, and of what stays as it is published; raises Refused where it is empty."""
    facts = _choose_all(state)
    if not facts:
        raise Refused("nothing is accepted yet; accept the facts that students shall be asked")
    return write_bank(state.bank.model_copy(update={"facts": facts, "built": dict(_say_built(state))}))


def is_published(state: State) -> bool:
    """Whether the bank of a review says already what is accepted."""
    if state.build.published_at is None or state.former is None:
        return False
    published = {_name(fact): _without_ids(fact) for fact in state.former.facts}
    return published == {_name(fact): _without_ids(fact) for fact in _choose_all(state)}


def find_unchanged(state: State, key: str) -> Fact | None:
    """Return what a fact stays, or is again, if its change is rejected; what was mended in the bank since stays."""
    before, base, replaced = state.find_former(key), state.find_base(key), state.find_replaced(key)
    is_as_published = before is not None and base is not None and _is_same(before, base)
    return replaced if is_as_published and replaced is not None else before


def _choose_all(state: State) -> tuple[Fact, ...]:
    chosen = (_choose(state, fact) for fact in state.bank.facts)
    return _without_lost_mentions([*(fact for fact in chosen if fact is not None), *_find_added(state)])


def _choose(state: State, fact: Fact) -> Fact | None:
    """Return what the file says of a fact: a change that is not accepted leaves it as it is published."""
    key = str(fact.id)
    before, base, fate = state.find_former(key), state.find_base(key), state.notes.fates.get(key)
    verdict = state.verdict_of(key) if fact.statement else ACCEPTED
    if verdict == OPEN:
        return before if fate == Fate.CHANGED or base is not None else None
    if verdict != ACCEPTED:
        return find_unchanged(state, key) if fate == Fate.CHANGED else None
    if base is not None and _is_same(base, fact):
        return before  # what was done to it in the bank since, taking it out too, is newer than this review
    if before is None or state.is_edited(key) or fate not in (Fate.SAME, Fate.MOVED):
        return fact
    return before if fate == Fate.SAME else before.model_copy(update={"evidence": fact.evidence})


def _find_added(state: State) -> Iterator[Fact]:
    """Yield the facts that were added to the bank since the review last was one with it."""
    if state.former is None or state.base is None:
        return
    known = {_name(fact) for bank in (state.bank, state.base) for fact in bank.facts}
    yield from (fact for fact in state.former.facts if _name(fact) not in known)


def _name(fact: Fact) -> str:
    """Say which fact it is; without an id its words do."""
    return fact.id or "\n".join([fact.statement, *(question.stem for question in fact.questions)])


def _is_same(one: Fact, other: Fact) -> bool:
    """Whether two facts say and ask the same; publishing gives questions ids."""
    return _without_ids(one) == _without_ids(other)


def _without_ids(fact: Fact) -> Fact:
    questions = tuple(question.model_copy(update={"id": None}) for question in fact.questions)
    return fact.model_copy(update={"questions": questions})


def _say_built(state: State) -> Iterator[tuple[str, str]]:
    """Yield what is noted as built: of an open fact what was, so that the next build asks about it again."""
    before = state.former.built if state.former else {}
    reviewed = {str(fact.id) for fact in state.facts}
    for key, entry in state.bank.built.items():
        if key not in reviewed or state.verdict_of(key) != OPEN:
            yield key, entry
        elif key in before:
            yield key, before[key]


def _without_lost_mentions(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return facts that mention only one another: what was rejected is no longer in the file."""
    kept = {fact.id for fact in facts}
    return tuple(
        fact.model_copy(update={"mentions": tuple(each for each in fact.mentions if each in kept)})
        for fact in facts
    )
