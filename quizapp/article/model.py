"""What an article is once it is read: infobox cells and sentences, each of which knows where it stands in the input.

Every reader (plain text, wikitext, HTML) makes these; what comes after asks for nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

LEAD = "lead"
"""The section before the first heading."""


class Flag(StrEnum):
    """What a mark in an infobox says of the person or unit beside it."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    SURRENDERED = "surrendered"
    EXECUTED = "executed"


class Field(StrEnum):
    """What a cell of an infobox is about, however the infobox names it."""

    CONFLICT = "conflict"
    PART_OF = "partof"
    DATE = "date"
    PLACE = "place"
    TERRITORY = "territory"
    RESULT = "result"
    CAUSE = "cause"
    COMBATANT = "combatant"
    COMMANDER = "commander"
    UNIT = "units"
    STRENGTH = "strength"
    CASUALTIES = "casualties"
    NOTES = "notes"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Clean:
    """A text without markup, and for each of its characters the offset in the input that it came from.

    places has one entry more than the text: the offset behind its last character.
    """

    text: str
    places: Sequence[int] = field(compare=False, repr=False)

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the input, in characters, of a piece of the text."""
        if start >= end:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body; number counts from 1 in its section, start and end are offsets in the input."""

    section: str
    number: int
    clean: Clean
    start: int
    end: int
    paragraph: int

    @property
    def text(self) -> str:
        """The sentence without markup."""
        return self.clean.text


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a cell: "Michel Ney" of a commander's cell, with what the cell says about it.

    under is the heading inside the cell, as "Total" or the country of a flag; notes are what stood in brackets
    or in a reference that says who counted; stage is the heading that says of which time it speaks: "Initial".
    """

    clean: Clean
    start: int
    end: int
    flags: frozenset[Flag] = frozenset()
    notes: tuple[str, ...] = ()
    under: str = ""
    level: int = 0
    stage: str = ""

    @property
    def text(self) -> str:
        """The entry without markup, flags and notes."""
        return self.clean.text


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the infobox: its name as written ("combatant1"), what it is about, and whose side (from 1)."""

    name: str
    field: Field
    side: int | None
    raw: str
    items: tuple[Item, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its entries, as one text."""
        return ", ".join(item.text for item in self.items)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading ("lead" before the first) and its sentences; level 1 is a chapter, 2 a part of one."""

    heading: str
    level: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Misread:
    """What was not understood: a sentence for the teacher, and where it stands in the input."""

    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A title, the cells of its infobox, its sections, and what was not understood."""

    title: str
    cells: tuple[Cell, ...]
    sections: tuple[Section, ...]
    misread: tuple[Misread, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence, in order."""
        for section in self.sections:
            yield from section.sentences

    def cells_of(self, about: Field) -> tuple[Cell, ...]:
        """Return the cells about something, in order."""
        return tuple(cell for cell in self.cells if cell.field is about)
