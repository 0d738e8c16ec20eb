"""Names that other banks lend: of the same sort, of about the same time, and unknown to this article."""

import re
from collections.abc import Iterator

from quizapp.article.fact import Fact, FactType
from quizapp.values.text import fold
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import with_the
from quizapp.writing.lending import Loan
from quizapp.writing.nations import tell_apart
from quizapp.writing.prompt import Part, Sort

_FARTHEST: dict[str, int] = {Part.COMMANDER: 40, Part.UNIT: 15}
"""Years from the battle beyond which nobody believes that somebody, or a unit, was there."""
_SAME_WAR = 3
"""Years within which who fought for the same side elsewhere may have been here too, though no list names him."""
_SAME_CONFLICT, _FARTHEST_CONFLICT = 10, 60
"""Years within which two battles may be of one war, and beyond which nobody takes the war of one for the other's."""
_WEIGHTY = re.compile(r"[^\W\d_]{4,}")


def find_loans(asked: Asked) -> Iterator[Lure]:
    """Yield the names that other banks lend, those of the same side first."""
    kind = asked.prompt.part or asked.prompt.place
    if asked.prompt.sort is Sort.CONFLICT and asked.fact.type is FactType.PART_OF:
        kind = "conflict"
    lent = [loan for loan in asked.scene.others if loan.kind == kind and kind and _suits(loan, asked)]
    for loan in sorted(lent, key=lambda loan: not _is_of_side(loan, asked.fact, asked)):
        yield Lure(with_the(loan.name) if loan.kind == "conflict" else loan.name, loan.feedback)


def _suits(loan: Loan, asked: Asked) -> bool:
    """Whether a name can be believed, and cannot be right as well."""
    words = set(_WEIGHTY.findall(fold(loan.name))) - {loan.kind}  # counties are all called so
    if any(f" {word} " in asked.text for word in words):
        return False
    if loan.kind in _FARTHEST:
        year = asked.scene.year
        if year is None or loan.year is None or abs(year - loan.year) > _FARTHEST[loan.kind]:
            return False
        camp = asked.scene.camp(asked.fact.side)
        if (
            loan.kind == Part.COMMANDER
            and camp
            and tell_apart([each.value for each in camp.combatants], (loan.side,))
        ):
            return False
        return abs(year - loan.year) > _SAME_WAR or not _is_of_side(loan, asked.fact, asked)
    if loan.kind == "conflict":
        return _may_be_confused(asked.scene.year, loan.year)
    return bool(loan.country) and loan.country in _countries(asked)


def _may_be_confused(year: int | None, other: int | None) -> bool:
    """Whether a war with a battle in the other year is another one, and of about the same time."""
    if year is None or other is None:
        return False
    return _SAME_CONFLICT < abs(year - other) <= _FARTHEST_CONFLICT


def _is_of_side(loan: Loan, fact: Fact, asked: Asked) -> bool:
    camp = asked.scene.camp(fact.side)
    return camp is not None and bool(loan.side) and asked.scene.find_camp(loan.side) == camp


def _countries(asked: Asked) -> frozenset[str]:
    """Return the parts of the place at which the battle was fought."""
    places = asked.scene.index.list_of(FactType.PLACE)
    return frozenset(
        name for fact in places if asked.scene.is_battle(fact.subject) for name in (fact.value, *fact.aliases)
    )
