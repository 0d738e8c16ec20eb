"""Whether two names are the same name, spelt the usual ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizapp.values.text import clean, fold


class MatchKind(StrEnum):
    """How a typed name agrees with an accepted one."""

    EXACT = "exact"
    SPELLING = "spelling"
    SURNAME = "surname"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How a typed name agrees, and why."""

    kind: MatchKind
    reason: str

    @property
    def mark(self) -> float:
        """1 for a name that agrees in any way, else 0."""
        return 0.0 if self.kind is MatchKind.DIFFERENT else 1.0


def compare_names(response: str, accepted: Sequence[str]) -> NameMatch:
    """Compare a typed name with the accepted ones; the best agreement counts."""
    folded = fold(response)
    if any((folded and fold(name) == folded) or clean(name) == clean(response) for name in accepted):
        return NameMatch(MatchKind.EXACT, "right")
    return NameMatch(MatchKind.DIFFERENT, "another name")
