"""Whether two names are the same name, spelt the usual ways: with or without rank, article, marks and first name.

Words that may be dropped or must not be confused are listed in name_words; spellings of one word are in spelling.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from quizapp.values.compass import is_direction
from quizapp.values.name_forms import find_generic_noun, is_abbreviation, split_names
from quizapp.values.name_parts import Name, take_apart
from quizapp.values.name_words import (
    ARTICLES,
    ASSIMILATED_ARTICLES,
    JOINING,
    LEAD_INS,
    NEEDS_ITS_NOUN,
    NO_FIRST_NAME,
    NO_SURNAME,
    PARTICLES,
    PEERAGES,
    PLACE_NOUNS,
    TITLES,
)
from quizapp.values.spelling import are_alike
from quizapp.values.text import clean, fold

_SHORTEST_SQUEEZED = 8  # letters: "Deir Ezor" may lack a letter of "Deir ez-Zor"


class MatchKind(StrEnum):
    """How a typed name agrees with an accepted one, from the best."""

    EXACT = "exact"
    SURNAME = "surname"
    SPELLING = "spelling"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How a typed name agrees, and why."""

    kind: MatchKind
    reason: str

    @property
    def mark(self) -> float:
        """1 for a name that agrees in any way, else 0."""
        return 0.0 if self.kind is MatchKind.DIFFERENT else 1.0


@dataclass(frozen=True, slots=True)
class _Reading:
    """A name ready to be compared: whole, without what may be dropped, and written as one word in every way."""

    name: Name
    core: Name
    forms: frozenset[str]


_EXACT = NameMatch(MatchKind.EXACT, "right")
_OTHER = NameMatch(MatchKind.DIFFERENT, "another word, or spelt too far off")


def compare_names(response: str, accepted: Sequence[str], others: Sequence[str] = ()) -> NameMatch:
    """Compare a typed name with the accepted ones; the best agreement counts.

    One of the others, names of something else in the same question, is never taken for a misspelling.
    """
    longest = max(map(len, accepted), default=0)
    if len(response) > 1_000 + 4 * longest:
        return _OTHER
    typed = clean(response)
    if not typed:
        return NameMatch(MatchKind.DIFFERENT, "nothing is written; write the name")
    names = [clean(name) for name in accepted]
    if typed in names:
        return _EXACT
    if len(typed) > 60 + 2 * longest:
        return _OTHER
    match = _compare_one(typed, names)
    if match.kind is MatchKind.SPELLING and fold(typed) in map(fold, others):
        return _OTHER
    if match.kind is MatchKind.DIFFERENT and (
        is_direction(typed, names) or _are_accepted(split_names(typed), names)
    ):
        return _EXACT
    return match


def _compare_one(typed: str, names: Sequence[str]) -> NameMatch:
    ways = [_read(name) for name in _ways_to_read(typed, names) if name.words]
    matches = [_compare(way, _read_accepted(name), name) for name in names for way in ways]
    return min(matches, key=lambda match: list(MatchKind).index(match.kind), default=_OTHER)


def _are_accepted(several: Sequence[str], names: Sequence[str]) -> bool:
    """Whether each of several names is accepted, or is short for one that is."""
    known = [name for name in several if _compare_one(name, names).mark == 1]
    return bool(known) and all(
        name in known or any(is_abbreviation(name, each) for each in known) for name in several
    )


def _ways_to_read(typed: str, accepted: Sequence[str]) -> Iterator[Name]:
    """Yield the typed name, without a lead-in or a generic noun, and "al-Hassan, Suheil" turned round."""
    name = take_apart(typed)
    yield name
    is_person = bool(accepted) and _is_person(_read_accepted(accepted[0]).core)
    before_noun = find_generic_noun(name.words, is_person=is_person)
    if 0 < before_noun < len(name.words):
        yield name.part(0, before_noun)
    for lead_in in LEAD_INS:
        if name.words[: len(lead_in)] == lead_in:
            yield name.part(len(lead_in))
            break
    if typed.count(",") == 1:
        last, first = typed.split(",")
        yield take_apart(f"{first} {last}")


@lru_cache(maxsize=4096)
def _read_accepted(accepted: str) -> _Reading:
    return _read(take_apart(accepted))


def _read(name: Name) -> _Reading:
    core = _core(name)
    return _Reading(name, core, _forms(name, core))


def _core(name: Name) -> Name:
    """Return the name without articles, ranks, titles, and "city of"."""
    places = [at for at in range(len(name.words)) if not _is_article(name.words, at)]
    core = name.keep(places) if places else name
    start = 0
    while start < len(core.words) - 1 and core.words[start] in TITLES and core.words[start + 1] != "of":
        start += 1
    core = core.part(start)
    if core.words[1:2] == ("of",) and core.words[0] in PLACE_NOUNS and len(core.words) > 2:
        return core.part(2)
    return _without_place_noun(core)


def _is_article(words: Sequence[str], at: int) -> bool:
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word == "the" or (at == 0 and word in {"a", "an"} and after):
        return True
    if word in ARTICLES:
        return bool(after)
    return word in ASSIMILATED_ARTICLES and after.startswith(word[1:])


def _without_place_noun(core: Name) -> Name:
    """Drop the noun of "Euphrates River" and "river Euphrates", unless the name needs it."""
    if len(core.words) != 2 or any(word in NEEDS_ITS_NOUN for word in core.words):
        return core
    if core.words[1] in PLACE_NOUNS:
        return core.part(0, 1)
    return core.part(1) if core.words[0] in PLACE_NOUNS else core


def _compare(typed: _Reading, accepted: _Reading, written: str) -> NameMatch:
    key, given = accepted.core, typed.core
    if not key.words:  # nothing but marks: it must be typed as it is
        return _OTHER
    if not accepted.forms.isdisjoint(typed.forms):
        return _EXACT
    has_epithet = "the" in accepted.name.words[1:]  # Otto the Great
    surname = _OTHER if has_epithet else _compare_surname(key, given)
    if surname.kind is not MatchKind.DIFFERENT:
        return surname
    if _is_tolerated(key, given) or _lacks_a_letter(accepted.name, typed.name, key, given):
        return NameMatch(MatchKind.SPELLING, f'right; it is usually spelt "{written}"')
    return surname


def _forms(name: Name, core: Name) -> frozenset[str]:
    """Return the ways to write a name in one word: with its articles and without, joined ones too."""
    bare = "".join(_strip_joined_article(word) if at else word for at, word in enumerate(core.words))
    return frozenset({core.squeezed, bare, name.squeezed} - {""})


def _strip_joined_article(word: str) -> str:
    """Return the zor of "Ezzor"."""
    joined = len(word) > 4 and word[0] in "aeu" and word[1] == word[2] and word[:2] in ASSIMILATED_ARTICLES
    return word[2:] if joined else word


def _is_tolerated(key: Name, given: Name) -> bool:
    return len(key.words) == len(given.words) and all(
        are_alike(word, other, is_name=capital)
        for word, other, capital in zip(key.words, given.words, key.capitals, strict=True)
    )


def _lacks_a_letter(name: Name, typed: Name, key: Name, given: Name) -> bool:
    """Whether names with other gaps between their words differ by one letter: "Deir Ezor", "Deir ez-Zor"."""
    if len(name.words) == len(typed.words):
        return False
    if any(len(word) < 3 or not word.isalpha() for word in (*key.words, *given.words)):
        return False
    return _differ_by_one_letter(name.squeezed, typed.squeezed)


def _differ_by_one_letter(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST_SQUEEZED or one[0] != other[0] or len(one) == len(other):
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def _compare_surname(key: Name, given: Name) -> NameMatch:
    """Accept the surname of a person alone, with an initial, or without the middle names."""
    if not _is_person(key):
        return _OTHER
    family = next(
        at for at in range(len(key.words) - 1, -1, -1) if key.words[at - 1] not in PARTICLES or at == 0
    )
    alone, whole = key.part(len(key.words) - 1), key.part(family)
    for surname in (whole, alone):
        length = len(surname.words)
        last, before = given.part(-length), given.part(0, -length)
        if not _is_tolerated(surname, last):
            continue
        spelling = "" if surname.words == last.words else ", in a tolerated spelling"
        if not before.words:
            return NameMatch(MatchKind.SURNAME, f"right; the surname is enough{spelling}")
        first, others = before.words[0], before.words[1:]
        is_initial = len(first) == 1 and key.words[0].startswith(first)
        if (is_initial and not others) or (
            not others and are_alike(key.words[0], first, is_name=True) and family > 1
        ):
            return NameMatch(MatchKind.SURNAME, f"right; the surname and a first name are enough{spelling}")
        if len(before.words) < len(key.words) and not _is_tolerated(key, given):
            return NameMatch(MatchKind.DIFFERENT, "right surname, but another first name")
    if given.words == key.words[:1]:
        return NameMatch(MatchKind.DIFFERENT, "the first name alone is not enough; write the surname")
    return _OTHER


def _is_person(key: Name) -> bool:
    words = key.words
    if words and words[0] in PEERAGES and words[1:2] == ("of",) and len(words) == 3:
        return True
    if not 2 <= len(words) <= 5 or len(words[-1]) < 3 or not all(word.isalpha() for word in words):
        return False
    is_thing = not NO_SURNAME.isdisjoint({words[0], words[-1]}) or not JOINING.isdisjoint(words)
    if is_thing or words[0] in NO_FIRST_NAME:
        return False
    return all(capital or word in PARTICLES for word, capital in zip(words, key.capitals, strict=True))
