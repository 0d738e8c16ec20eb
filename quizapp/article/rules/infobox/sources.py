"""Who counted: what a note, a heading or an entry says of where its number comes from."""

import re

from quizapp.article.attribution import find_attribution
from quizapp.article.model import Item
from quizapp.article.numbers.counts import find_counts
from quizapp.values.text import word_list

_CLAIM = re.compile(
    r"(?P<who>(?:[^\W\d_a-z]|modern|ancient|contemporary|official|primary|secondary"
    r"|medieval|classical|recent|later|early|other|various|some|most)[\w.'\u2019 -]{0,50}?)(?:'s?|\u2019s?)? "
    r"(?:[Cc]laims?|[Ee]stimates?|[Ss]ources?|[Ff]igures?|[Rr]eports?|[Vv]ersion|[Hh]istorians|[Ss]cholars|[Aa]ccounts?|[Rr]ecords"
    r"|[Aa]rchives|est\.?)"
)
_CHRONICLERS = frozenset(
    word_list(
        "Hieronymus Dionysius Orosius Widukind Liutprand Thietmar Choniates Akropolites Comnena Malaterra Commynes "
        "Herodotus Polybius Livy Plutarch Appian Thucydides Xenophon Diodorus Arrian Tacitus Josephus Dio Procopius "
        "Ammianus Froissart Caesar Strabo Suetonius Curtius Justin Jordanes Ctesias Ephorus Florus Zosimus "
        "Pausanias Theophanes Agathias Sallust Frontinus Eutropius Memnon Nepos Velleius Simocatta Psellos "
        "Villehardouin Joinville Walsingham Monstrelet Villani Tabari al-Tabari al-Athir Khaldun "
        "Sebeos Nikephoros Attaleiates"
    )
)
_NOBODY = frozenset(
    word_list("Other Official Modern Ancient Contemporary Later Some Western Primary Most Recent")
)
_BETWEEN_NAMES = re.compile(r",? (?:and|&) |, ")
_LONGEST = 60  # characters of a note that names a source


def take_source(item: Item) -> tuple[str, str]:
    """Return who counted, and the entry without the words that say so."""
    who, text = split_source(item.text)
    notes = (name_source(note) for note in item.notes if not find_counts(note))
    return who or next(filter(None, notes), "") or name_source(item.under), text


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
    if _names_chroniclers(note):
        return note
    attribution = find_attribution(note)
    is_said = attribution is not None and attribution.is_named
    if attribution is not None and is_said and note.lower().startswith(("per ", "acc", "as ", "source")):
        return attribution.who
    claim = _CLAIM.fullmatch(note)
    if claim:
        who = claim["who"].lower() if claim["who"] in _NOBODY else claim["who"]
        return who if who.isupper() and "." not in who else f"{who} sources"
    return attribution.who if attribution is not None else ""


def _names_chroniclers(note: str) -> bool:
    """Whether a note is the names of people who wrote of old battles: "Livy", "Plutarch and Dionysius of Stell"."""
    if len(note) > _LONGEST or any(map(str.isdigit, note)):
        return False
    names = _BETWEEN_NAMES.split(note)
    return all(
        not _CHRONICLERS.isdisjoint((name.partition(" of ")[0].split() or [""])[-1:]) for name in names
    )
