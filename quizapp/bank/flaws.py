"""The item-writing flaws of a bank that reads without a problem: errors among the problems, the rest as warnings.

What a flaw is stands in `quizapp.writing.quality`; here each gets the place of its question.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from quizapp.bank.reading.problems import MOST_PROBLEMS, Place, Problem
from quizapp.bank.schema import Bank, Fact
from quizapp.writing.quality import Item, find_flaws


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong with a bank's questions, what is doubtful, and the bank without those that are wrong."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    rest: Bank | None


def judge(bank: Bank, places: Sequence[Place], name: str) -> Judged:
    """Look for flaws in every question; places are those of the questions in the order of the bank's facts."""
    flaws = find_flaws(list_items(bank))
    found = [(flaw, Problem(name, *places[flaw.number][:2], flaw.message)) for flaw in flaws]
    wrong = {flaw.number for flaw in flaws if flaw.is_error}
    return Judged(
        tuple(sorted({problem for flaw, problem in found if flaw.is_error})[:MOST_PROBLEMS]),
        tuple(problem for flaw, problem in found if not flaw.is_error),
        leave_out(bank, wrong) if wrong else bank,
    )


def list_items(bank: Bank) -> list[Item]:
    """List the questions of a bank as flaws are looked for in them, numbered in the order of its facts."""
    asked = [(number, fact, each) for number, fact in enumerate(bank.facts) for each in fact.questions]
    return [
        Item(place, number, question, fact.statement, fact.according_to, bank.language)
        for place, (number, fact, question) in enumerate(asked)
    ]


def leave_out(bank: Bank, wrong: Container[int]) -> Bank | None:
    """Return a bank without some questions, by their numbers, and without facts that have none left."""
    facts: list[Fact] = []
    number = 0
    for fact in bank.facts:
        numbers = range(number, number + len(fact.questions))
        number = numbers.stop
        kept = tuple(each for place, each in zip(numbers, fact.questions, strict=True) if place not in wrong)
        if kept:
            facts.append(
                fact if len(kept) == len(fact.questions) else fact.model_copy(update={"questions": kept})
            )
    return bank.model_copy(update={"facts": tuple(facts)}) if facts else None
