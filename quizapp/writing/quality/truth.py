"""Flaws that give a question two right answers, or leave out whose number or whose bound it is."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quizapp.questions.cloze import BLANK
from quizapp.values.dates import When
from quizapp.values.measures import Quantity
from quizapp.values.name_parts import take_apart
from quizapp.writing.quality.item import Item, Wording, holds, shorten, spaced

NOTHINGS = frozenset({"none", "nothing", "nobody", "no", "nil", "null"})
BOUNDED = re.compile(r"\b(by|before|until|till|latest|no later|at last|end(ed)?)\b", re.IGNORECASE)
ASKS_DAY = re.compile(r"\b(when|(?:which|what) (?:day|date|month|year))\b", re.IGNORECASE)
SAYS_WHO = re.compile(
    r"\b(according|per|claim\w*|report\w*|said|says|say|state[sd]?|count(s|ed)|estimat\w+|believ\w+|give[sn]?|gave)\b",
    re.IGNORECASE,
)


def distractor_is_true(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """A wrong option that is right: the key under another name, a date around the key, a number that fits it."""
    keys_of_fact: dict[int, set[str]] = defaultdict(set)
    for item in items:
        keys_of_fact[item.fact].update(key.folded for key in item.keys if key.folded)
    for item in items:
        for lure in item.distractors:
            if any(
                _is_also_right(lure, key) and (item.statement or _is_wider(lure, key)) for key in item.keys
            ):
                yield item, f'the distractor "{shorten(lure.text)}" is right as well; write one that is wrong'
            elif item.statement and lure.folded in keys_of_fact[item.fact]:
                said = "is the key of another question on this fact"
                yield item, f'the distractor "{shorten(lure.text)}" {said}; write one that is wrong'


def distractor_may_be_true(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """A place around the key or in it; where no fact is stated, the key in another writing: 1/2 and 0.5."""
    for item in items:
        for lure in item.distractors:
            said = ""
            if any(_is_around(lure, key) or _is_around(key, lure) for key in item.keys):
                said = "is right as well if the one is a place in the other; write one that is wrong then"
            elif not item.statement and any(
                _is_also_right(lure, key) and not _is_wider(lure, key) for key in item.keys
            ):
                said = "is the key in another writing; leave it only if the writing is asked for"
            if said:
                yield item, f'the distractor "{shorten(lure.text)}" {said}'


def _is_around(wider: Wording, narrower: Wording) -> bool:
    """Whether a name is that of a place which another name gives behind a comma, or before it: Syria, Mayadin."""
    parts, whole = narrower.parts, wider.parts
    if len(parts) <= len(whole) or narrower.date is not None or narrower.quantity is not None:
        return False
    return whole in (parts[: len(whole)], parts[-len(whole) :])


def _is_also_right(lure: Wording, key: Wording) -> bool:
    if key.date is not None:
        return lure.date is not None and _covers(lure.date, key.date)
    if key.quantity is not None and key.folded not in NOTHINGS:
        return lure.quantity is not None and _fits(lure.quantity, key.quantity)
    return _is_same_name(lure, key)


def _is_wider(lure: Wording, key: Wording) -> bool:
    """Whether a date or number is not the key itself in another writing but one around it."""
    if key.date is not None:
        return lure.date != key.date
    return key.quantity is not None and lure.quantity is not None and lure.quantity != key.quantity


def _covers(other: When, key: When) -> bool:
    """Whether who answers with the other date says nothing untrue: it holds all days of the key.

    A later bound than an open key's is not what is asked, though it is no lie.
    """
    if key.earliest is None or key.latest is None:
        return other == key
    begins = other.earliest is None or other.earliest <= key.earliest
    return begins and (other.latest is None or key.latest <= other.latest)


def _fits(other: Quantity, key: Quantity) -> bool:
    """Whether a number is the key, or a range or bound around it."""
    if key.low is None or key.high is None or other.unit != key.unit or other.about or key.about:
        return (other.low, other.high, other.unit) == (key.low, key.high, key.unit)
    begins = other.low is None or other.low <= key.low
    return begins and (other.high is None or key.high <= other.high)


def _is_same_name(lure: Wording, key: Wording) -> bool:
    """Whether two names differ only in an article or the writing of numbers: "4th Army", "the Fourth Army"."""
    if not lure.plain_words or lure.plain_words != key.plain_words:
        return False
    return _words_of(lure) == _words_of(key)


def _words_of(name: Wording) -> tuple[str, ...]:
    words = take_apart(name.text).words
    return words[1:] if words[:1] == ("the",) else words


def number_lacks_source(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """A number that only somebody claims is asked without saying who claims it."""
    for item in items:
        if not item.according_to or not item.is_english:
            continue
        asks_number = any(key.counts_things for key in item.keys)
        names_source = holds(item.stem, spaced(item.according_to)) or SAYS_WHO.search(item.question.stem)
        if asks_number and not names_source:
            who = shorten(item.according_to)
            yield item, f"the stem does not say whose number this is; add: according to {who}"


def bound_is_asked_as_day(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """The source says "by" a day, and the stem asks on which day; or the other way round."""
    for item in items:
        if not item.is_english or len(item.keys) != 1 or BLANK.search(item.question.stem):
            continue
        when = item.keys[0].date
        is_latest = when is not None and when.earliest is None
        if is_latest and ASKS_DAY.search(item.question.stem) and not BOUNDED.search(item.question.stem):
            yield item, 'the key is a latest day, and the stem asks for the day itself; ask "by which day"'
        is_exact = when is not None and when.earliest is not None
        if is_exact and " by which day " in item.stem:
            yield item, 'the key is the day itself, and the stem asks "by which day"; ask "on which day"'


def same_stem_other_key(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """What one question calls right another with the same stem calls wrong."""
    right: dict[str, set[str]] = defaultdict(set)
    for item in items:
        right[item.stem].update(key.folded for key in item.keys)
    for item in items:
        for lure in item.distractors:
            if len(right[item.stem]) > len(item.keys) and lure.folded in right[item.stem]:
                said = "is the key where the same is asked elsewhere; tell the stems apart"
                yield item, f'"{shorten(lure.text)}" {said}'
