"""The numbers of an entry taken apart: what each counts, how it was lost, and who counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.article.known import Known
from quizapp.article.model import Cell, Field, Item
from quizapp.article.numbers.amounts import say_amount
from quizapp.article.numbers.counts import Count, find_counts
from quizapp.article.reading.cells.headings import TOTAL
from quizapp.article.rules.infobox.groups import find_stage, is_over_both_sides, name_body, name_counted
from quizapp.article.rules.infobox.sources import name_source
from quizapp.values.text import fold

_EDGES = re.compile(
    r"^[\s,;:.()+=-]+|[\s,;:.()+=-]+$|(?:^|\s+)(?:and|including|or|with|of whom|of which|plus|of|to|by)$"
)
_END = re.compile(
    r";|,\s+(?=[A-Z])|,\s+(?!.*\b(?:and|or)\b|(?:killed|wounded|captured|missing|injured)\b)|(?<=\w)\)(?=,)|\((?=[^()]*(?:\d|$))|(?<=[a-z])\.\s|/(?=\s*$)"
)
_IN_ALL = re.compile(r"(?<=\w) (?:in total|total|in all|altogether|overall)$")
_LOOSE = re.compile(
    r"(?:of whom|of which|in|by|at|on|from|to|for|if|with|under|before|after|during|until|since)\b"
)
_LEFT = re.compile(r"\b(?:escaped|survived|survivors|fled|returned|rescued|freed|released|recovered)\b")
_OTHERS = re.compile(r"others?|the rest|remaining", re.IGNORECASE)
_WORDY = re.compile(r"[^,]*,(?= )|(?:\S+ ){6}")
_YEARS = re.compile(r"(?:\w+ ){0,3}[12]\d{3}(?: ?[-\u2013\u2014] ?(?:[12]\d{3}|\d{2}))?")
_BEHIND_OTHERS = re.compile(
    r"(?:the latter|the former|see|note|about|including|incl|of whom|of which|both|oob|order of battle)\b",
    re.IGNORECASE,
)
_ESTIMATED = re.compile(r"(?:est(?:imated?|imates?|\.)?|approx(?:imately|\.)?|roughly)", re.IGNORECASE)
_DOUBTED = re.compile(r"\b(?:unreliable|disputed|unclear|uncertain|exaggerated)\b|\?")
_REMARK = 30
_LONGEST = 60  # characters of what is counted, in a short answer


@dataclass(frozen=True, slots=True)
class Part:
    """A number of an entry, the words for it where it is a fraction, and the words that belong to it."""

    count: Count
    said: str
    rest: str

    @property
    def value(self) -> str:
        """The number in words, with what it counts."""
        return f"{self.said} {self.rest}".strip()


def take_parts(text: str, *, is_rough: bool = False) -> Iterator[Part]:
    """Yield each number of an entry with the words up to the next; is_rough makes each of them "about" so many."""
    counts = find_counts(text)
    if is_rough:
        counts = tuple(replace(count, quantity=replace(count.quantity, about=True)) for count in counts)
    for at, count in enumerate(counts):
        end = counts[at + 1].start if at + 1 < len(counts) else len(text)
        rest = _IN_ALL.sub("", _END.split(text[count.end : end])[0])
        while rest != (shorter := _EDGES.sub("", rest)):
            rest = shorter
        if rest.count("(") > rest.count(")"):
            rest = rest[: rest.rindex("(")].rstrip()
        is_fraction = (
            count.quantity.low is not None and count.quantity.low < 1 and count.quantity.unit is None
        )
        said = text[count.start : count.end].strip() if is_fraction else say_amount(count, text)
        yield Part(
            count, said, "" if TOTAL.fullmatch(rest) and rest.lower() in {"total", "in total"} else rest
        )


def is_estimate(item: Item) -> bool:
    """Whether a note beside a number says that it is rough: "(est.)"."""
    return any(map(_ESTIMATED.fullmatch, item.notes))


def is_year(note: str) -> bool:
    """Whether a note only says when: "(1782)", "(global 1781)", "(1776–1780)"."""
    return _YEARS.fullmatch(note) is not None


def add_heading(part: Part, item: Item) -> Part:
    """Return a number with what the heading above it counts: 5,000 infantry of "Infantry: 5,000"."""
    counted = "" if part.rest else name_counted(item)
    return replace(part, rest=counted) if counted else part


def find_remark(item: Item) -> str:
    """Return what stands beside a number and tells it from others: "(garrison)", "(1782)", "(army)"; no source."""
    remarks = ", ".join(filter(None, (name_body(item), _find_note(item))))
    return f" ({remarks})" if remarks else ""


def _find_note(item: Item) -> str:
    """Return a short note beside a number that is neither a source nor a number."""
    notes = (note for note in item.notes if len(note) <= _REMARK and not name_source(note))
    plain = (note for note in notes if not _ESTIMATED.fullmatch(note) and not _BEHIND_OTHERS.match(note))
    return next((note for note in plain if is_year(note) or not find_counts(note)), "")


def find_doubt(part: Part, cell: Cell, item: Item, known: Known) -> str:
    """Return why a number is not sure, or nothing."""
    if _DOUBTED.search(item.text):
        return "the article itself doubts this number"
    stage = find_stage(cell, item)
    if stage and fold(stage) not in {fold(known.subject), fold(known.article.title)}:
        return f'the infobox says this of "{stage}"'
    if cell.field is Field.CASUALTIES and _LEFT.search(part.rest):
        return "these were not lost"
    if _OTHERS.fullmatch(item.under):
        return "the cell does not say whose number this is"
    if is_over_both_sides(cell, item, known.article):
        return f'"{item.under}" stands over numbers of both sides'
    note = _find_note(item)
    if note[:1].isupper() and item.text.rstrip().endswith(part.rest):
        return f'"{note}" may say who counted, or where'
    if _LOOSE.match(part.rest) or _WORDY.match(item.under):
        return "the words beside the number are no noun"
    return "" if len(part.rest) <= _LONGEST else "what is counted is a long description"
