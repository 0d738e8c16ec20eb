"""The numbers of an entry taken apart: what each counts, how it was lost, and who counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.article.attribution import find_attribution
from quizapp.article.counts import Count, find_counts
from quizapp.article.model import Cell, Item
from quizapp.values.dates import MONTHS
from quizapp.values.measures import say_quantity
from quizapp.values.text import word_list

KINDS = {
    "killed": r"killed|dead|deaths?|died|KIA|slain|fell|fatalities|executed|drowned|massacred|perished",
    "wounded": r"wounded|injured|WIA|injuries|hurt",
    "captured": r"captured|(?<!as )prisoners?|POWs?|taken|interned|arrested",
    "missing": r"missing|MIA|disappeared",
    "surrendered": r"surrendered",
    "enslaved": r"enslaved|sold into slavery",
    "deserted": r"deserted|desertions|defected",
    "sunk": r"sunk|scuttled|foundered",
    "destroyed": r"destroyed|burnt|burned|shot down|wrecked",
    "damaged": r"damaged|crippled",
    "displaced": r"displaced|evacuated|refugees",
    "casualties": r"casualties|losses|total|all causes",
    "lost": r"lost",
}
"""How people and things are lost: the attribute of the fact, and the words for it."""

_KIND = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in KINDS.items()}
ANY_KIND = re.compile("|".join(rf"\b(?:{words})\b" for words in KINDS.values()), re.IGNORECASE)
TOTAL = re.compile(
    r"(?:in )?(?:total|overall|all|combined|altogether|casualties|losses|casualties and losses|strength)",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"(?P<who>(?:[^\W\d_a-z]|modern|ancient|contemporary|official)[\w.'\u2019 -]{0,50}?)(?:'s?|\u2019s?)? "
    r"(?:[Cc]laims?|[Ee]stimates?|[Ss]ources?|[Ff]igures?|[Rr]eports?|[Vv]ersion|[Hh]istorians|[Ss]cholars|est\.?)"
)
_CHRONICLERS = frozenset(
    word_list(
        "Herodotus Polybius Livy Plutarch Appian Thucydides Xenophon Diodorus Arrian Tacitus Josephus Dio Procopius "
        "Ammianus Froissart Caesar Strabo Suetonius Curtius Justin Jordanes Ctesias Ephorus Florus Zosimus "
        "Theophanes Agathias Sallust Frontinus Eutropius Memnon Nepos Velleius Simocatta Psellos Villehardouin "
        "Joinville Walsingham Monstrelet Villani Tabari al-Tabari al-Athir Khaldun Sebeos Nikephoros Attaleiates"
    )
)
_STAGE = re.compile(
    r"(?:initial|final|peak|at |in |on |by |before|after|during|beginning|start|end|later|phase|stage|until|since"
    r"|from|early|late|mid|present|engaged|reserve|(?:first|second|third|last) (?:day|phase|stage|week|month|attack)"
    rf"|\d{{4}}|\d{{1,2}} (?:{'|'.join(MONTHS)})|{'|'.join(MONTHS)})",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\s,;:.()+=-]+|[\s,;:.()+=-]+$|\s+(?:and|including|or|with|of whom|of which|plus)$")
_END = re.compile(r";|\((?=[^()]*(?:\d|$))|(?<=[a-z])\.\s|/(?=\s*$)")
_LOOSE = re.compile(r"(?:of whom|of which|in|by|at|on|from|with|under|before|after)\b")
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
        rest = _END.split(text[count.end : end])[0]
        while rest != (shorter := _EDGES.sub("", rest)):
            rest = shorter
        is_fraction = (
            count.quantity.low is not None and count.quantity.low < 1 and count.quantity.unit is None
        )
        said = text[count.start : count.end].strip() if is_fraction else say_quantity(count.quantity)
        yield Part(
            count, said, "" if TOTAL.fullmatch(rest) and rest.lower() in {"total", "in total"} else rest
        )


def is_estimate(item: Item) -> bool:
    """Whether a note beside a number says that it is rough: "(est.)"."""
    return any(map(_ESTIMATED.fullmatch, item.notes))


def name_kinds(text: str) -> str:
    """Return how they were lost, as an attribute: killed, killed_or_wounded, nothing."""
    found = [(match.start(), kind) for kind, pattern in _KIND.items() if (match := pattern.search(text))]
    kinds = [kind for _, kind in sorted(found)]
    if len(kinds) > 1:
        kinds = [kind for kind in kinds if kind not in {"casualties", "lost"}] or kinds[:1]
    return "_or_".join(dict.fromkeys(kinds))


def take_source(item: Item) -> tuple[str, str]:
    """Return who counted, and the entry without the words that say so."""
    who, text = split_source(item.text)
    notes = (name_source(note) for note in item.notes if not find_counts(note))
    return who or next(filter(None, notes), "") or name_source(item.under), text


def find_remark(item: Item) -> str:
    """Return a short note beside a number that tells it from others: "(garrison)"; no source, no number, no name."""
    notes = (
        note for note in item.notes if note[:1].islower() and len(note) <= _REMARK and not name_source(note)
    )
    return next(
        (f" ({note})" for note in notes if not find_counts(note) and not _ESTIMATED.fullmatch(note)), ""
    )


def split_source(text: str) -> tuple[str, str]:
    """Return who says it, and the text without that: "up to 136 per some sources"."""
    attribution = find_attribution(text)
    if attribution is None or not attribution.is_named:
        return "", text
    text = f"{text[: attribution.start]} {text[attribution.end :]}"
    return attribution.who, " ".join(text.split()).strip(" ,;:")


def name_source(note: str) -> str:
    """Return who counted, as a note or a heading says it: "per SOHR", "Russian claim", "Livy"."""
    note = note.strip(" :.,")
    if (
        not _CHRONICLERS.isdisjoint(note.split()[-1:])
        and len(note) <= _LONGEST
        and not any(map(str.isdigit, note))
    ):
        return note
    attribution = find_attribution(note)
    is_said = attribution is not None and attribution.is_named
    if attribution is not None and is_said and note.lower().startswith(("per ", "acc", "as ", "source")):
        return attribution.who
    claim = _CLAIM.fullmatch(note)
    if claim:
        return (
            claim["who"] if claim["who"].isupper() and "." not in claim["who"] else f"{claim['who']} sources"
        )
    return attribution.who if attribution is not None else ""


def name_group(item: Item) -> str:
    """Return the part of a side that the heading above a number names: "Prussians", not "Total" or "Killed"."""
    under = item.under.strip(" :")
    is_side = not under or TOTAL.fullmatch(under) or find_counts(under) or name_kinds(under)
    return "" if is_side or name_source(under) or _STAGE.match(under) else under


def is_heading(cell: Cell, item: Item) -> bool:
    """Whether an entry is only the heading of those below it: "1 July", "1st Carrier Striking Force:"."""
    if find_counts(item.text):
        return False
    return bool(_STAGE.match(item.text)) or any(each.under == item.text for each in cell.items)


def find_doubt(part: Part, cell: Cell, item: Item) -> str:
    """Return why a number is not sure, or nothing."""
    if _DOUBTED.search(item.text):
        return "the article itself doubts this number"
    stage = _find_stage(cell, item)
    if stage:
        return f'the infobox says this of "{stage}"'
    if _LOOSE.match(part.rest):
        return "the words beside the number are no noun"
    return "" if len(part.rest) <= _LONGEST else "what is counted is a long description"


def _find_stage(cell: Cell, item: Item) -> str:
    """Return the time that a heading above an entry names: "Initial", "1 July"."""
    under = item.under.strip(" :")
    if under:
        return under if _STAGE.match(under) and not TOTAL.fullmatch(under) else ""
    before = cell.items[: cell.items.index(item)]
    stages = (
        each.text for each in reversed(before) if _STAGE.match(each.text) and not find_counts(each.text)
    )
    return next(stages, "")
