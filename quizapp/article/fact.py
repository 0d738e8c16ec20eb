"""What a fact is: one statement of an article, with its evidence and the rule that found it."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.values.dates import When
from quizapp.values.measures import Quantity

INFOBOX = "infobox"
"""The section of a fact that a cell states."""


class FactType(StrEnum):
    """What sort of statement a fact is; what is asked of it depends on this."""

    DATE = "date"
    DURATION = "duration"
    PART_OF = "part_of"
    PLACE = "place"
    TERRITORY = "territory"
    RESULT = "result"
    COMBATANT = "combatant"
    COMMANDER = "commander"
    UNIT = "unit"
    STRENGTH = "strength"
    CASUALTIES = "casualties"
    ACTOR = "actor"
    TARGET = "target"
    AIM = "aim"
    CONCURRENT = "concurrent"
    SEQUENCE = "sequence"
    EVENT = "event"
    ROLE = "role"
    NUMBER = "number"
    GEOGRAPHY = "geography"
    DETAIL = "detail"


class Confidence(StrEnum):
    """Whether a fact may be accepted without a second look."""

    HIGH = "high"
    LOW = "low"


class Status(StrEnum):
    """How a fact stands to the others about the same thing."""

    SINGLE = "single"
    AGREED = "agreed"
    ALIAS = "alias"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article states a fact: section, sentence (from 1; the field's name for a cell), offsets, words."""

    section: str
    sentence: int | str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in the forms that questions need, with its particle: capture, captured, captured; push ... "into"."""

    base: str
    past: str
    participle: str
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement taken apart, so that a question can be put together: who did what, where and how.

    Each part is in words that stand alone: "the Syrian Army", "the village of Dhiban". rest holds what follows
    the object, without date and attribution ("from the west"). is_passive: the subject is what it was done to;
    agent is then who did it. counted says what a number counts ("Syrian soldiers").
    """

    subject: str
    verb: Verb
    object: str = ""
    rest: str = ""
    is_passive: bool = False
    agent: str = ""
    is_plural: bool = False
    counted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement: subject, attribute, value, and where the article makes it.

    id is empty until all facts are found. value is in words; quantity and aliases say it exactly; counted is what
    the quantity counts ("infantry", "Syrian soldiers", "ships sunk"). date is when it happened (for a date fact, the
    value itself); is_dated_surely is False where the date was counted from another over two steps or more, or
    from one that is itself unsure. side is the infobox's (from 1). note holds a caution for the reviewer.
    """

    id: str
    type: FactType
    subject: str
    attribute: str
    value: str
    evidence: Evidence
    rule: str
    confidence: Confidence
    status: Status = Status.SINGLE
    according_to: str = ""
    date: When | None = None
    is_dated_surely: bool = True
    quantity: Quantity | None = None
    counted: str = ""
    aliases: tuple[str, ...] = ()
    side: int | None = None
    clause: Clause | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """Words that state nothing to ask ("Unknown", "See below"), and the reason in words."""

    evidence: Evidence
    reason: str
