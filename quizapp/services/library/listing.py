"""The facts of a review as lists, in parts: all, or what a search finds; and those that are different."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.bank.rebuilding.rebuild import Fate
from quizapp.bank.schema import Fact
from quizapp.services.library.accepting import find_unchanged
from quizapp.services.library.deciding import State
from quizapp.values.text import fold

FACTS_IN_A_PART = 40


@dataclass(frozen=True, slots=True)
class ListedFact:
    """A fact in a list; of a bank that is built again, fate is what became of it, and before what it said.

    A number of 0: it is no longer in the article, and goes from the bank.
    """

    number: int
    statement: str
    verdict: str
    fate: str
    before: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a list: its number of so many, both from 1, and how many facts the whole list has."""

    facts: tuple[ListedFact, ...]
    number: int
    parts: int
    found: int


def list_facts(state: State, search: str, part: int, at: int | None) -> Part:
    """List the facts whose statements have all words of a search: a part, or with 0 that in which a number is."""
    words = fold(search).split()
    found = [each for each in enumerate(state.facts, 1) if _has_all(each[1], words)]
    place = next((place for place, (number, _) in enumerate(found) if number == at), 0)
    return _cut(state, found, part or place // FACTS_IN_A_PART + 1)


def list_differences(state: State, part: int) -> Part:
    """List the facts that are not as they were in the bank, and last those that are gone."""
    fates = state.notes.fates
    found = [each for each in enumerate(state.facts, 1) if fates.get(str(each[1].id)) != Fate.SAME]
    return _cut(state, [*found, *((0, statement) for statement in state.notes.retired)], part)


def count_fates(state: State) -> tuple[tuple[str, int], ...]:
    """Count what became of the facts of a bank that is built again: those that changed most come first."""
    told = Counter(state.notes.fates.values())
    told[Fate.RETIRED] += len(state.notes.retired)
    order = (Fate.CHANGED, Fate.NEW, Fate.MOVED, Fate.RETIRED, Fate.SAME)
    return tuple((fate.value, told[fate]) for fate in order if told[fate]) if state.notes.fates else ()


def say_former(state: State, fact: Fact) -> str:
    """Say a changed fact with its answers as it stays if the change is rejected; nothing where it says the same."""
    if state.notes.fates.get(str(fact.id)) != Fate.CHANGED:
        return ""
    before = find_unchanged(state, str(fact.id))
    said = _say(before) if before else "taken out of the bank since"
    return said if said != _say(fact) else ""


def _say(fact: Fact) -> str:
    answers = {question.answer().casefold(): question.answer() for question in fact.questions}
    return f"{fact.statement} ({'; '.join(answers.values())})"


def _has_all(fact: Fact, words: Sequence[str]) -> bool:
    said = fold(fact.statement) if words else ""
    return all(word in said for word in words)


def _cut(state: State, found: Sequence[tuple[int, Fact | str]], part: int) -> Part:
    parts = max(1, -(-len(found) // FACTS_IN_A_PART))
    part = min(part, parts)
    shown = found[(part - 1) * FACTS_IN_A_PART : part * FACTS_IN_A_PART]
    return Part(tuple(_list_fact(state, *each) for each in shown), part, parts, len(found))


def _list_fact(state: State, number: int, fact: Fact | str) -> ListedFact:
    if isinstance(fact, str):
        return ListedFact(number, fact, "", Fate.RETIRED, "")
    key = str(fact.id)
    fate = state.notes.fates.get(key, "")
    return ListedFact(number, fact.statement, state.verdict_of(key), fate, say_former(state, fact))
