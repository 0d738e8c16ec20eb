"""The numbers of an entry taken apart: what each counts, how it was lost, and who counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.article.attribution import find_attribution
from quizapp.article.counts import Count, find_counts
from quizapp.article.model import Item
from quizapp.values.measures import say_quantity
from quizapp.values.text import word_list

KINDS = {
    "killed": r"killed|dead|deaths?|died|KIA|slain|fell|fatalities|executed|drowned|massacred|perished",
    "wounded": r"wounded|injured|WIA|injuries|hurt",
    "captured": r"captured|prisoners?|POWs?|taken|interned|arrested",
    "missing": r"missing|MIA|disappeared",
    "surrendered": r"surrendered",
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
    r"(?:[Cc]laims?|[Ee]stimates?|[Ss]ources?|[Ff]igures?|[Rr]eports?|[Vv]ersion|[Hh]istorians|[Ss]cholars)"
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
    r"(?:initial|final|peak|at |in |on |by |before|after|during|beginning|start|end|later|first|second|third|phase"
    r"|stage|until|since|from|early|late|mid|present|engaged|reserve|\d)",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\s,;:.()+=-]+|[\s,;:.()+=-]+$|\s+(?:and|including|or|with|of whom|of which|plus)$")
_ESTIMATED = re.compile(r"(?:est(?:imated?|imates?|\.)?|approx(?:imately|\.)?|roughly)", re.IGNORECASE)
_DOUBTED = re.compile(r"\b(?:unreliable|disputed|unclear|uncertain|exaggerated)\b|\?")
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
        rest = re.split(r"[;(]|\.\s|/(?=\s*$)", text[count.end : end])[0]
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
    attribution = find_attribution(item.text)
    if attribution is not None and attribution.is_named:
        text = item.text[: attribution.start] + " " + item.text[attribution.end :]
        return attribution.who, " ".join(text.split()).strip(" ,;:")
    who = next((found for note in item.notes if (found := name_source(note))), "")
    return who or name_source(item.under), item.text


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
    if (
        attribution is not None
        and attribution.is_named
        and note.lower().startswith(("per ", "acc", "as ", "source"))
    ):
        return attribution.who
    claim = _CLAIM.fullmatch(note)
    if claim:
        return f"{claim['who']} sources"
    return attribution.who if attribution is not None else ""


def name_group(item: Item) -> str:
    """Return the part of a side that the heading above a number names: "Prussians", not "Total" or "Killed"."""
    under = item.under.strip(" :")
    is_side = not under or TOTAL.fullmatch(under) or any(map(str.isdecimal, under)) or name_kinds(under)
    return "" if is_side or name_source(under) or _STAGE.match(under) else under


def find_doubt(part: Part, item: Item) -> str:
    """Return why a number is not sure, or nothing."""
    if _DOUBTED.search(item.text):
        return "the article itself doubts this number"
    under = item.under.strip(" :")
    if under and _STAGE.match(under) and not name_kinds(under) and not TOTAL.fullmatch(under):
        return f'the infobox says this of "{under}"'
    return "" if len(part.rest) <= _LONGEST else "what is counted is a long description"
