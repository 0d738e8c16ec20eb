"""How many fought and how many were lost: every number of a cell, what it counts, and who counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.article.attribution import find_attribution
from quizapp.article.counts import Count, find_counts
from quizapp.article.fact import Fact, FactType
from quizapp.article.known import Known
from quizapp.article.model import Cell, Item
from quizapp.article.rules.stating import Finding, name_side, say_nothing, state
from quizapp.values.measures import say_quantity

_KINDS = {
    "killed": r"killed|dead|deaths?|died|KIA|slain|fell|fatalities|executed|drowned|massacred",
    "wounded": r"wounded|injured|WIA|injuries|hurt",
    "captured": r"captured|prisoners?|POWs?|taken prisoner|taken|interned",
    "missing": r"missing|MIA|disappeared",
    "surrendered": r"surrendered",
    "deserted": r"deserted|desertions|defected",
    "sunk": r"sunk|scuttled|foundered",
    "destroyed": r"destroyed|burnt|burned|shot down|wrecked",
    "damaged": r"damaged|crippled",
    "displaced": r"displaced|evacuated|refugees",
    "casualties": r"casualties|losses|total|killed and wounded",
    "lost": r"lost",
}
_KIND = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _KINDS.items()}
_ANY_KIND = re.compile("|".join(rf"\b(?:{words})\b" for words in _KINDS.values()), re.IGNORECASE)
_TOTAL = re.compile(
    r"total|overall|all|combined|in all|casualties|losses|casualties and losses", re.IGNORECASE
)
_CLAIM = re.compile(
    r"(?P<who>[^\W\d_a-z][\w.'\u2019 -]{0,50}?)(?:'s?|\u2019s?)? "
    r"(?:[Cc]laims?|[Ee]stimates?|[Ss]ources?|[Ff]igures?|[Rr]eports?|[Vv]ersion)"
)
_THINGS = re.compile(
    r"\b(?:ships?|tanks?|aircraft|planes?|guns?|cannons?|vessels?|boats?|galleys?|vehicles?|battleships?|cruisers?|"
    r"destroyers?|submarines?|carriers?|frigates?|colou?rs|standards|eagles|horses|helicopters?|bombers|fighters|wagons|"
    r"howitzers|mortars|pieces|transports|elephants|chariots|camels|ships of the line|rockets|drones)\b",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"^[\s,;:.()]+|[\s,;:.(]+$|\s+(?:and|including|or|with|of whom|of which)$")
_FEW = re.compile(
    r"(?:very )?(?:few|light|heavy|minimal|negligible|minor|severe|moderate|thousands|hundreds|dozens|most|many"
    r"|entire|tens of thousands|hundreds of thousands|whole|all|nearly all|almost all|several|some|high|low"
    r"|slight|great|massive)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A number of an entry and the words that belong to it."""

    count: Count
    rest: str

    @property
    def value(self) -> str:
        """The number in words, with what it counts."""
        return f"{say_quantity(self.count.quantity)} {self.rest}".strip()


def strength(cell: Cell, item: Item, _known: Known) -> Finding:
    """Take how many a side had, of what: "250 galleys", "Total: 73,000"."""
    empty = say_nothing(cell, item)
    if empty:
        yield empty
        return
    who, text = _take_source(item)
    parts = list(_take_parts(text))
    for part in parts:
        yield state(
            cell,
            item,
            FactType.STRENGTH,
            _subject(cell, item),
            "strength",
            part.value,
            quantity=part.count.quantity,
            counted=part.rest,
            according_to=who,
            doubt=_doubt(part, text),
        )
    for note in item.notes:
        yield from _strength_of_note(cell, item, note, who)
    if not parts:
        yield from _state_in_words(cell, item, FactType.STRENGTH, "strength", text, who)


def _strength_of_note(cell: Cell, item: Item, note: str, who: str) -> Iterator[Fact]:
    for part in _take_parts(note):
        if part.rest and not _say_who(note):
            yield state(
                cell,
                item,
                FactType.STRENGTH,
                _subject(cell, item),
                "strength",
                part.value,
                quantity=part.count.quantity,
                counted=part.rest,
                according_to=who,
                doubt="a note to another number",
            )


def losses(cell: Cell, item: Item, known: Known) -> Finding:
    """Take how many a side lost, and how: "38+ killed (per SOHR)", "200 ships sunk or captured"."""
    empty = say_nothing(cell, item)
    if empty:
        yield empty
        return
    who, text = _take_source(item)
    heading = _kinds(item.under)
    parts = list(_take_parts(text))
    for part in parts:
        yield _state_loss(cell, item, part, heading, who, known)
    for note in item.notes:
        for part in _take_parts(note) if not _say_who(note) else ():
            yield _state_loss(cell, item, part, _kinds(text) or heading, who, known)
    if not parts:
        yield from _state_in_words(cell, item, FactType.CASUALTIES, _kinds(text) or "casualties", text, who)


def _state_loss(cell: Cell, item: Item, part: _Part, kind: str, who: str, known: Known) -> Fact:
    own = _kinds(part.rest)
    counted = _SEPARATED.sub("", _ANY_KIND.split(part.rest)[0]).strip()
    is_thing = bool(_THINGS.search(part.rest))
    attribute = own or kind or ("lost" if is_thing else "casualties")
    doubt = _doubt(part, item.text)
    if not own and counted and not kind and not is_thing:
        doubt = doubt or "the cell does not say how they were lost"
    return state(
        cell,
        item,
        FactType.CASUALTIES,
        _subject(cell, item) if cell.side or item.under else known.subject,
        attribute,
        part.value,
        quantity=part.count.quantity,
        counted=counted,
        according_to=who,
        doubt=doubt,
    )


def _state_in_words(
    cell: Cell, item: Item, kind: FactType, attribute: str, text: str, who: str
) -> Iterator[Fact]:
    if _FEW.match(text) or item.text[:1].isalpha():
        yield state(
            cell,
            item,
            kind,
            _subject(cell, item),
            attribute,
            text[:1].lower() + text[1:] if _FEW.match(text) else text,
            according_to=who,
            doubt="this is said without a number",
        )


def _take_source(item: Item) -> tuple[str, str]:
    """Return who counted, and the entry without the words that say so."""
    attribution = find_attribution(item.text)
    if attribution is not None and attribution.is_named:
        text = item.text[: attribution.start] + " " + item.text[attribution.end :]
        return attribution.who, " ".join(text.split()).strip(" ,;:")
    who = next((found for note in item.notes if (found := _say_who(note))), "") or _say_who(item.under)
    return who, item.text


def _say_who(note: str) -> str:
    """Return who counted, as a note or a heading says it: "per SOHR", "Russian claim", "according to Livy"."""
    claim = _CLAIM.fullmatch(note.strip(" :."))
    if claim:
        return f"{claim['who']} sources"
    attribution = find_attribution(note)
    return attribution.who if attribution is not None else ""


def _take_parts(text: str) -> Iterator[_Part]:
    """Yield each number of an entry with the words up to the next."""
    counts = find_counts(text)
    for at, count in enumerate(counts):
        end = counts[at + 1].start if at + 1 < len(counts) else len(text)
        rest = re.split(r"[;(]|\.\s", text[count.end : end])[0]
        while rest != (shorter := _SEPARATED.sub("", rest)):
            rest = shorter
        yield _Part(count, rest)


def _kinds(text: str) -> str:
    """Return how they were lost, as an attribute: killed, killed_or_wounded, nothing."""
    found = [(match.start(), kind) for kind, pattern in _KIND.items() if (match := pattern.search(text))]
    kinds = [kind for _, kind in sorted(found)]
    if len(kinds) > 1:
        kinds = [kind for kind in kinds if kind not in {"casualties", "lost"}] or kinds[:1]
    return "_or_".join(dict.fromkeys(kinds))


def _subject(cell: Cell, item: Item) -> str:
    """Return whose number it is: the side, or the part of it that a heading names."""
    under = item.under.strip(" :")
    is_side = not under or _TOTAL.fullmatch(under) or any(map(str.isdecimal, under)) or _kinds(under)
    return name_side(cell) if is_side or _say_who(under) else under


def _doubt(part: _Part, text: str) -> str:
    if re.search(r"\bunreliable|disputed|unclear|uncertain|\?", text):
        return "the article itself doubts this number"
    return "" if len(part.rest) <= 60 else "what is counted is a long description"
