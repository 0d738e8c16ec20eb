"""What reading or comparing an answer comes to: a mark with its reason, or why the text could not be read.

Every reader in this room answers with its value or with one of the reasons here, and never raises.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """How right a response is (0 to 1), why, and whether to ask again instead of counting it."""

    mark: float
    reason: str
    ask_again: bool = False


RIGHT = Comparison(1.0, "right")


@dataclass(frozen=True, slots=True)
class Vague:
    """A text that says something, but not closely enough to be marked."""

    reason: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A text that has two readings, both named in the reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A text that is not the kind of value asked for, or an impossible one such as 31 February."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unclear(Unreadable):
    """A text that looks like an attempt at the value (it has a digit, say) and still cannot be read."""
