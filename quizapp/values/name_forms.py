"""What may stand beside a name: its alias in brackets or behind a slash, a generic noun at its end."""

import re

from quizapp.values.name_words import NEEDS_ITS_NOUN
from quizapp.values.text import word_list, words

_BRACKETS = re.compile(r"([^()\[\]]+)[(\[]([^()\[\]]+)[)\]]?[.!]?")
_JOINED = re.compile(r" ?/ ?| a\.?k\.?a\.? | or ")
_MOST_NAMES = 4
_GROUPS = frozenset(
    word_list(
        "group organisation organization movement fighter fighters militant militants force forces troops soldiers "
        "unit units military government"
    )
)
_PLACES = frozenset(
    word_list("province governorate region area district city town village oilfield oilfields")
)
_ENDINGS = tuple(
    word_list(each) for each in ("of the city", "of the town", "of the village", "oil field", "oil fields")
)


def split_names(typed: str) -> tuple[str, ...]:
    """Return the names of "ISIS (Islamic State)" or "ISIS/Daesh", each of which must be accepted; else nothing."""
    bracketed = _BRACKETS.fullmatch(typed)
    names = bracketed.groups() if bracketed else tuple(_JOINED.split(typed, _MOST_NAMES))
    is_several = 1 < len(names) <= _MOST_NAMES and all(name.strip() for name in names)
    return tuple(name.strip() for name in names) if is_several else ()


def is_abbreviation(short: str, name: str) -> bool:
    """Whether a short text holds the initials of a name of two words or more: "SDF"."""
    said = [word for word in words(name) if word != "the"]
    initials = {
        "".join(word[0] for word in said),
        "".join(word[0] for word in said if word not in {"of", "and"}),
    }
    return len(said) > 1 and "".join(words(short)) in initials


def find_generic_noun(said: tuple[str, ...], *, is_person: bool) -> int:
    """Return how many words of a name stand before a generic noun at its end; all of them if there is none.

    A person is no group: the Tiger is not the Tiger forces.
    """
    for ending in _ENDINGS:
        if said[-len(ending) :] == ending:
            return len(said) - len(ending)
    needs_noun = said[-1:] and said[-1] in _PLACES and any(word in NEEDS_ITS_NOUN for word in said)
    nouns = _PLACES if is_person else _PLACES | _GROUPS
    return len(said) - 1 if said[-1:] and said[-1] in nouns and not needs_noun else len(said)
