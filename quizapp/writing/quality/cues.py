"""Flaws by which the answer can be told without knowing it: from a stem, its grammar, the options' shape."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from quizapp.values.dates import MONTHS
from quizapp.writing.english import VOWEL
from quizapp.writing.quality.item import (
    FUNCTION_WORDS,
    Item,
    Wording,
    content_words,
    holds,
    shorten,
    spaced,
    without_endings,
)

MOST_SHARED = 0.8
"""Share of a stem's meaning from which on another stem tells of the same thing."""
LEAST_SHARED = 3
"""Words of meaning below which a stem is too short to tell what it is about."""
MOST_STEMS = 100
"""Stems with a key's rarest word that are looked at; where more hold it, it is what the bank is about."""
MUCH_LONGER = 1.5
"""A key so many times as long as the longest distractor stands out."""
LEAST_LONGER = 12
"""Characters by which it is longer at least: "Raqqa" beside "Homs" does not stand out."""
HAS_DIGIT = re.compile(r"\d")
ENDS_IN_ARTICLE = re.compile(r"\b(a|an)\s*(?:[:….]|_{3,})?\s*$", re.IGNORECASE)
QUOTED = re.compile(
    r"[\"“„«‘`][^\"”“»’`]{1,80}[\"”“»’`]|(?<!\w)'[^']{1,80}'(?!\w)|(?<!\w)[*_][^*_]{1,80}[*_](?!\w)"
)
_MONTH = "|".join(MONTHS)
DAY_OR_YEAR = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b(?:,? \d{{1,4}}\b)?"
    rf"|\b(?:{_MONTH}) \d{{1,4}}(?:st|nd|rd|th)?\b(?:,? \d{{3,4}}\b)?|\b(?:in|since|until|from|by) \d{{3,4}}\b",
    re.IGNORECASE,
)


def key_in_stem(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """The key stands in the stem, or in a hint that is not meant to tell it; what is quoted is only spoken of."""
    yield from _find_told(items, is_sure=True)


def key_word_in_stem(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """The same for a key of one word where no fact is stated: "What is the plural of sheep?", "What is 7 · 1?"."""
    yield from _find_told(items, is_sure=False)


def _find_told(items: Sequence[Item], *, is_sure: bool) -> Iterator[tuple[Item, str]]:
    for item in items:
        shown = [(text, spaced(text)) for text in (item.question.stem, *item.hints)]
        for key in item.keys:
            if any(holds(folded, key.spaced) and _tells(text, key) for text, folded in shown):
                # "Which came first, A or B?" says what may be chosen.
                is_offered = any(holds(item.stem, lure.spaced) for lure in item.distractors)
                if not is_offered and is_sure == (bool(item.statement) or _says_much(key)):
                    said = "is the key and stands in the stem or a hint; say it otherwise there"
                    yield item, f'"{shorten(key.text)}" {said}'
                break


def _says_much(key: Wording) -> bool:
    """Whether it is no accident that the same words stand in a stem: several words, or a year."""
    return key.date is not None or len(key.content) > 1


def _tells(text: str, key: Wording) -> bool:
    if key.quantity is not None:
        text = DAY_OR_YEAR.sub(" ", text)
    return holds(spaced(QUOTED.sub(" ", text)), key.spaced)


def key_in_other_stem(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Another fact's question tells the same and holds the key, or it in another form of the verb, or its first part.

    Those of one fact are not asked on one day.
    """
    holding: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for word in set(item.rooted.split()):
            holding[word].append(item)
    for item in items:
        if len(item.content) < LEAST_SHARED:
            continue
        for key in item.keys:
            told = _list_tellers(item, key)
            words = [word for word in told[-1].split() if word not in FUNCTION_WORDS]
            rarest = min((holding.get(word, []) for word in words), key=len, default=[])
            found = rarest if len(rarest) <= MOST_STEMS else []
            teller = next((other for other in found if _tells_of(other, item, key, told)), None)
            if teller is not None:
                other = shorten(teller.question.stem)
                yield (
                    item,
                    f'the stem "{other}" tells the key "{shorten(key.text)}"; say one of the two otherwise',
                )
                break


def _list_tellers(item: Item, key: Wording) -> tuple[str, ...]:
    """Return what tells a key in a stem without endings: the key, of "Mayadin, Syria" what is within Syria too."""
    if not item.is_english:
        return (key.spaced,)
    if len(key.parts) == 1 or key.date is not None or key.quantity is not None:
        return (key.rooted,)
    return (key.rooted, without_endings(f" {key.parts[0]} "))


def _tells_of(other: Item, item: Item, key: Wording, told: tuple[str, ...]) -> bool:
    if other.fact == item.fact:
        return False
    is_there = holds(other.stem, key.spaced)
    if not is_there and not any(holds(other.rooted, each) and not holds(item.rooted, each) for each in told):
        return False
    asked = item.content - key.content
    if len(asked) < LEAST_SHARED:
        return False
    return len(asked & other.content) >= MOST_SHARED * len(asked)


def key_is_longest(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """The key is much longer than every distractor."""
    for item in items:
        if len(item.keys) == 1 and item.distractors:
            key, longest = len(item.keys[0].text), max(len(lure.text) for lure in item.distractors)
            if key >= MUCH_LONGER * longest and key - longest >= LEAST_LONGER:
                yield item, "the key is much longer than the other options; make them alike in length"


def options_are_mixed(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Some options are dates or numbers, others are not: who knows what is asked for rules those out."""
    for item in items:
        texts = (*item.keys, *item.distractors)
        if not item.distractors or not any(HAS_DIGIT.search(each.text) for each in texts):
            continue
        sorts = [[each.date is not None for each in texts], [each.quantity is not None for each in texts]]
        counted = [each.counts_things for each in texts]
        if not any(all(sort) for sort in (*sorts, counted)) and any(any(sort) for sort in sorts):
            yield item, "some options are dates or numbers and others are not; offer options of one sort"


def grammar_tells(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """The stem ends in "a" or "an", and only the key goes on from there."""
    for item in items:
        article = ENDS_IN_ARTICLE.search(item.question.stem.rstrip())
        if not item.is_english or article is None or not item.distractors:
            continue
        wants_vowel = article[1].lower() == "an"
        fits = [
            bool(VOWEL.match(each.text.strip())) == wants_vowel for each in (*item.keys, *item.distractors)
        ]
        if not all(fits) and fits[0]:
            yield (
                item,
                f'"{article[1]}" at the end of the stem fits only some options; put it into the options',
            )


def only_the_key_repeats_the_stem(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """A word of the stem stands in the key and in no distractor."""
    for item in items:
        if not item.is_english or len(item.keys) != 1 or not item.distractors:
            continue
        told = {word for word in item.keys[0].content & item.content if word.isalpha() and len(word) > 3}
        shared = told.difference(*(lure.content for lure in item.distractors)) if told else told
        if shared and not any(holds(item.stem, lure.spaced) for lure in item.distractors):
            shared &= content_words(spaced(QUOTED.sub(" ", item.question.stem)))
        else:
            continue
        if shared:
            word = next(each for each in item.keys[0].folded.split() if each[:5] in shared)
            yield item, f'"{word}" of the stem stands in the key only; say it in a distractor too, or nowhere'


def keys_stand_unevenly(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Among options in their order, numbers or dates, the key is at the same place much too often.

    Options are shuffled when they are shown, so that only what can be sorted has a place.
    """
    places: Counter[str] = Counter()
    first: dict[str, Item] = {}
    for item in items:
        place = _place_of_key(item)
        if place:
            places[place] += 1
            first.setdefault(place, item)
    total = sum(places.values())
    for place, times in sorted(places.items()):
        if total >= 8 and times > 0.7 * total:
            yield (
                first[place],
                f"the key is {place} in {times} of {total} questions with numbers or dates; vary that",
            )


def _place_of_key(item: Item) -> str:
    if len(item.keys) != 1 or len(item.distractors) < 2:
        return ""
    texts = (item.keys[0], *item.distractors)
    dates = [each.date.latest for each in texts if each.date is not None]
    numbers = [each.quantity.low for each in texts if each.quantity is not None]
    for values in (dates, numbers):
        known = [value for value in values if value is not None]
        if len(known) == len(texts):
            if known[0] == min(known):
                return "the smallest or first"
            return "the largest or last" if known[0] == max(known) else "in the middle"
    return ""
