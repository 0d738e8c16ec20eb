"""Distractors: wrong answers of the key's own sort, from the same article, from other banks, then computed.

Each is held against all that is known to be true. To take them from somewhere else, add a function to SOURCES.
"""

import re
from collections.abc import Iterator

from quizapp.article.gazetteer.ranks import RANKS, TITLES
from quizapp.values.text import fold
from quizapp.writing.distractors.dates import find_dates
from quizapp.writing.distractors.doers import find_doers, find_posts
from quizapp.writing.distractors.listed import find_countries, find_wars
from quizapp.writing.distractors.loans import find_loans
from quizapp.writing.distractors.lure import Asked, Lure, Source
from quizapp.writing.distractors.names import (
    find_campaigns,
    find_forces,
    find_own,
    find_people,
    find_places,
    find_titles,
)
from quizapp.writing.distractors.numbers import find_numbers
from quizapp.writing.nations import languages_of, looks_arabic
from quizapp.writing.prompt import Part, Sort

MOST = 3
"""More than three distractors are seldom good; Rodriguez (2005), Three Options Are Optimal."""

SOURCES: tuple[Source, ...] = (
    find_own,
    find_doers,
    find_posts,
    find_people,
    find_forces,
    find_places,
    find_titles,
    find_campaigns,
    find_loans,
    find_dates,
    find_numbers,
    find_countries,
    find_wars,
)
"""The article's own first, then what other banks lend, then what is computed or stands in a list of ours."""
_NAMES = frozenset({Sort.PERSON, Sort.FORCE, Sort.PLACE, Sort.CONFLICT, Sort.TITLE})


def find_lures(asked: Asked) -> tuple[Lure, ...]:
    """Return up to three wrong answers, none known to be true or told by its language; none for what is typed."""
    if asked.prompt.is_typed:
        return ()
    found: list[Lure] = []
    taken: set[str] = set()
    for lure in _gather(asked):
        bare = _bare(lure.text)
        if not bare or bare in taken or _is_told_apart(lure, asked):
            continue
        if not _is_true(lure, asked) and not _overlaps(bare, taken, asked):
            taken.add(bare)
            found.append(lure)
        if len(found) == MOST:
            break
    return tuple(found)


def _gather(asked: Asked) -> Iterator[Lure]:
    for source in SOURCES:
        yield from source(asked)


def _bare(text: str) -> str:
    return fold(text).removeprefix("the ")


def _is_told_apart(lure: Lure, asked: Asked) -> bool:
    """Whether of a person and the key only one has an Arabic name, where others than Arabs fought too."""
    if asked.prompt.sort is not Sort.PERSON or looks_arabic(lure.text) == looks_arabic(asked.prompt.key):
        return False
    parties = (fact.value for camp in asked.scene.camps for fact in camp.combatants)
    return any(languages_of(party) - {"arabic"} for party in parties)


def _overlaps(bare: str, taken: set[str], asked: Asked) -> bool:
    """Whether a name is a part of another that is offered, so that the two are no two options."""
    return asked.prompt.sort in _NAMES and any(_holds(bare, other) or _holds(other, bare) for other in taken)


def _is_true(lure: Lure, asked: Asked) -> bool:
    """Whether a name is the key, another name of it, a part of it, what it is part of, or told beside it."""
    prompt = asked.prompt
    bare = _bare(lure.text)
    stem = f" {fold(prompt.stem)} "
    if f" {bare} " in stem:
        return True
    if prompt.sort is Sort.PERSON and _is_named_in(stem, lure.text, prompt.key):
        return True
    if prompt.sort not in _NAMES:
        return bare == _bare(prompt.key)
    if bare in asked.same:
        return True
    for true in (prompt.key, *prompt.accepted, *prompt.barred):
        known = _bare(true)
        if known and (_holds(known, bare) or _holds(bare, known) or _share(known, bare)):
            return True
    return f" {bare} " in asked.quoted and prompt.part is not Part.COMBATANT


def _is_named_in(stem: str, name: str, key: str) -> bool:
    """Whether a stem names somebody by a part of his name: Darius III, who was murdered, did not murder Darius."""
    words = set(re.findall(r"[^\W\d_]{4,}", fold(re.split(r",| of ", name)[0])))
    return any(f" {word} " in stem for word in words - RANKS - TITLES - set(fold(key).split()))


def _holds(whole: str, part: str) -> bool:
    return f" {part} " in f" {whole} "


def _share(one: str, other: str) -> bool:
    """Whether two names share their last word of weight, as those of one family or one place do."""
    words, others = (set(re.findall(r"[^\W\d_]{4,}", name)) for name in (one, other))
    return bool(words and others) and (words <= others or others <= words)


__all__ = ["SOURCES", "Asked", "Lure", "find_lures"]
