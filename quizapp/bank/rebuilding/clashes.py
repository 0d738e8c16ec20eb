"""What is newly built beside a teacher's questions may give them away, or be given away: then it is left out."""

from collections.abc import Container, Iterator, Sequence

from quizapp.bank.flaws import leave_out, list_items
from quizapp.bank.rebuilding.built import slot_of
from quizapp.bank.schema import Bank, Fact
from quizapp.writing.quality import Flaw, Item, find_flaws
from quizapp.writing.quality.cues import key_in_other_stem
from quizapp.writing.quality.item import holds
from quizapp.writing.quality.truth import same_stem_other_key

_MOST_ROUNDS = 5
_TELLS, _SAYS_OTHER = key_in_other_stem.__name__, same_stem_other_key.__name__


def leave_out_clashes(bank: Bank, former: Bank) -> Bank:
    """Return a bank without the questions that its former version has not and that clash with others.

    Only facts that are new go whole.
    """
    stood = {slot_of(question) for fact in former.facts for question in fact.questions}
    known = {fact.id for fact in former.facts}
    for _ in range(_MOST_ROUNDS):
        items = list_items(bank)
        added = {item.number for item in items if slot_of(item.question) not in stood}
        flaws = [flaw for flaw in find_flaws(items) if flaw.is_error] if added else []
        wrong = {number for flaw in flaws for number in _find_guilty(flaw, items, added)}
        wrong -= set(_find_last(bank.facts, wrong, known))
        left = leave_out(bank, wrong) if wrong else None
        if left is None:
            break
        bank = left
    return bank


def _find_guilty(flaw: Flaw, items: Sequence[Item], added: Container[int]) -> Iterator[int]:
    """Yield the added questions to which a flaw is due: the one that has it, else those that bring it about."""
    item = items[flaw.number]
    if flaw.number in added:
        yield flaw.number
        return
    for other in items:
        if other.number in added and other.fact != item.fact:
            tells = flaw.name == _TELLS and any(holds(other.stem, key.spaced) for key in item.keys)
            if tells or (flaw.name == _SAYS_OTHER and other.stem == item.stem):
                yield other.number


def _find_last(facts: Sequence[Fact], wrong: Container[int], known: Container[str | None]) -> Iterator[int]:
    """Yield a question of each former fact that would have none left: what students know of it hangs on it."""
    number = 0
    for fact in facts:
        numbers = range(number, number + len(fact.questions))
        number = numbers.stop
        if fact.id in known and all(each in wrong for each in numbers):
            yield numbers.start
