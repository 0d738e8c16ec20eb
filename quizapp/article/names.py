"""Names taken apart: a person's rank and name, several in one, states run together, and other names for the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.article.gazetteer.ranks import ALONE, PARTICLES, RANKS, TITLES
from quizapp.article.gazetteer.states import KNOWN, OTHER_NAMES
from quizapp.values.name_forms import is_abbreviation


@dataclass(frozen=True, slots=True)
class Person:
    """A person: the name without rank, the rank as written, and all other ways in which the text writes the name."""

    name: str
    rank: str = ""
    aliases: tuple[str, ...] = ()


_GOVERNMENTS = re.compile(
    r"(?:the )?(?:(?:United |First |Second |Third |Grand )?(?:Kingdom|Republic|Empire|Duchy|Principality|Sultanate|"
    r"Emirate|County|Electorate|Tsardom|Khanate|State|Commonwealth|Dominion|Union|Margraviate|Bishopric)) of "
    r"(?:the )?(?P<name>[^\W\d_].*)"
)
_BRACKETED = re.compile(
    r"(?P<name>[^\W\d_][\w'\u2019-]*(?: (?:of|the|for|and|de|al|in|[^\W\d_a-z][\w'\u2019-]*)){1,9}) "
    r"\((?:the |or |known as )?[\"'\u201c]?(?P<short>[^\W\d_a-z][\w.&-]{1,9})[\"'\u201d]?\)"
)
_CAPITALISED = re.compile(
    r"[^\W\d_a-z][\w'\u2019-]+(?: (?:(?:of|the|for|and|in|de) ){0,2}[^\W\d_a-z][\w'\u2019-]+){1,7}"
)
_PAIR = re.compile(r" (?:and|&) (?=[^\W\d_a-z])")
_PEOPLES = re.compile(r"[^\W\d_a-z][a-z]+s (?:and|&) [^\W\d_a-z][a-z]+s")
_NICKNAME = re.compile(r"[\"\u201c][^\"\u201c\u201d]{1,40}[\"\u201d]")
_RULERS = frozenset(["king", "queen", "kaiser", "emperor", "sultan", "pharaoh", "tsar"])
"""Titles of those whom one name alone names: "King Cetshwayo" is Cetshwayo."""

_TITLED = re.compile(r"[^\W\d_a-z][\w'\u2019-]*")
_KNOWN_LENGTH = max(name.count(" ") + 1 for name in KNOWN)
_LONGEST = 120  # characters of a name


def read_person(text: str) -> Person:
    """Take a commander's entry apart: "Maj. Gen. Suheil al-Hassan" is Suheil al-Hassan; a rank alone stays."""
    words = text.split()
    at = 0
    while at < len(words) - 1 and _begins_rank(words[at:]) and not _begins_title(words[at:]):
        at += 1
    while at < len(words) - 1 and words[at][:1].islower() and words[at] not in PARTICLES:
        at += 1  # "harka Bulcsú"
    while at and words[at - 1] == "of":
        at -= 1
    if not any(map(_is_rank_alone, words[:at])) and not words[0][:1].islower():
        at = 0
    if len(words) - at == 1 and at and words[0][:1].isupper():  # "General Sherman"
        return Person(text, " ".join(words[:at]), (words[at],))
    name, rank = " ".join(words[at:]), " ".join(words[:at])
    bare = _without_title(name)
    short = " ".join(_NICKNAME.sub(" ", name).split())
    aliases = [each for each in (text, bare, short) if each and each != name]
    return Person(name, rank, tuple(dict.fromkeys(aliases)))


def _begins_title(words: list[str]) -> bool:
    """Whether what is left is a title and one name, which stay together: Lord Nelson."""
    return len(words) == 2 and words[0].lower() in TITLES


def _begins_rank(words: list[str]) -> bool:
    """Whether a rank or a part of one comes first: "Adm.", and the "R." of "R. Adm."."""
    is_letter = len(words[0].rstrip(".")) == 1 and words[0].endswith(".")
    return _is_rank(words[0]) or (is_letter and _is_rank_alone(words[1]))


def _is_rank(word: str) -> bool:
    bare = word.lower().strip(".,")
    return bare in RANKS or all(part in RANKS for part in re.split(r"[.-]+", bare))


def _is_rank_alone(word: str) -> bool:
    bare = word.lower().strip(".,")
    return bare in ALONE or not ALONE.isdisjoint(re.split(r"[.-]+", bare))


def _without_title(name: str) -> str:
    first, _, rest = name.partition(" ")
    is_whole = " " in rest or first.lower() in _RULERS
    return rest if first.lower() in TITLES and rest and is_whole and not rest.startswith("of ") else name


def split_persons(text: str) -> tuple[str, ...]:
    """Return the persons of "chieftains Lél and Súr"; one that is of two places ("of Castile and León") stays one."""
    if len(text) > _LONGEST or " of " in text:
        return (text,)
    parts = [part.strip() for part in _PAIR.split(text)]
    return tuple(parts) if len(parts) > 1 and all(map(_TITLED.search, parts)) else (text,)


def split_combatants(text: str) -> tuple[str, ...]:
    """Return the states of "Syrian Arab Republic Russia", where every word belongs to one that is known.

    What stands behind two of them is another name: "Syrian Arab Republic Russia Liwa al-Quds".
    """
    if text in KNOWN or len(text) > 2 * _LONGEST:
        return (text,)
    if _PEOPLES.fullmatch(text):
        return tuple(re.split(r" (?:and|&) ", text))
    words = text.split()
    found: list[str] = []
    at = 0
    while at < len(words):
        length = next(
            (each for each in range(_KNOWN_LENGTH, 0, -1) if " ".join(words[at : at + each]) in KNOWN), 0
        )
        if not length:
            if len(found) < 2 or len(words) - at < 2 or not words[at][0].isupper():
                return (text,)
            length = len(words) - at
        found.append(" ".join(words[at : at + length]))
        at += length
    return tuple(dict.fromkeys(found))


def other_names(name: str) -> tuple[str, ...]:
    """Return what else a state or group is called: "Kingdom of Hanover" is Hanover."""
    government = _GOVERNMENTS.fullmatch(name)
    plain = (government["name"],) if government else ()
    return tuple(each for each in dict.fromkeys((*OTHER_NAMES.get(name, ()), *plain)) if each != name)


def find_abbreviations(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names that a text gives with their initials: Syrian Democratic Forces and SDF."""
    if "(" not in text:
        return
    for match in _BRACKETED.finditer(text):
        words = match["name"].split(" ")
        for at in range(len(words) - 1):
            name = " ".join(words[at:])
            if words[at][0].isupper() and words[at] != "The" and is_abbreviation(match["short"], name):
                yield name, match["short"]
                break


def spell_out(shorts: frozenset[str], text: str) -> Iterator[tuple[str, str]]:
    """Yield the names in a text whose initials are one of the abbreviations: Syrian Observatory ..., SOHR."""
    for match in _CAPITALISED.finditer(text):
        words = match[0].split(" ")
        for at in range(len(words) - 1):
            name = " ".join(words[at:])
            short = "".join(word[0] for word in words[at:] if word[0].isupper())
            if short in shorts and words[at][0].isupper():
                yield name, short
