"""The person who asks, as every service knows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has answered at least once; without a name a guest.

    ``minutes`` a day to study, ``new_a_day`` facts, ``retention`` 0.70 to 0.97; ``theme`` and ``text_size`` as in
    the account's table.
    """

    id: int
    name: str | None
    role: str
    time_zone: str
    minutes: int
    new_a_day: int
    retention: float
    rates_confidence: bool = False
    uses_keys: bool = True
    theme: str = "auto"
    text_size: str = "normal"

    @property
    def is_guest(self) -> bool:
        """Whether this person has no name yet."""
        return self.name is None
