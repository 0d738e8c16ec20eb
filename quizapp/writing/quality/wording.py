"""Flaws in how stems and options are worded."""

import re
from collections.abc import Iterator, Sequence

from quizapp.questions.cloze import BLANK
from quizapp.values.text import fold
from quizapp.writing.quality.cues import DAY_OR_YEAR
from quizapp.writing.quality.item import Item, shorten

MOST_WORDS = 40
RESIDUE = re.compile(
    r"(?:^|[\s,])\(\s*[,;]?\s*\)|\*\s*\d+\s?px\b|\b\d+px\b|,\s*,|\ufffd|\[\[|\]\]|\{\{|\}\}|<ref\b|</?br\s*/?>"
    r"|&(?:amp;)?nbsp;|\[\d{1,3}\]|\[citation needed\]",
    re.IGNORECASE,
)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
ABSOLUTE = re.compile(
    r"(?<!nearly )(?<!almost )(?<!not )\b(always|never|every|all|none|nobody|everybody|nothing|only|entirely|completely)\b",
    re.I,
)
NEGATIVE = re.compile(r"\b(not|except|isn't|wasn't|weren't|aren't|didn't|doesn't|don't|least likely)\b", re.I)
STRESSED = re.compile(r"\bNOT\b|\bEXCEPT\b|[*_]{1,2}(?i:not|except)[*_]{1,2}")
LONGEST_CATCH_ALL = 30
CATCH_ALLS = frozenset(
    (
        *("all of the above", "all of these", "none of the above", "none of these", "both", "both of them"),
        *("neither", "neither of them", "unknown", "not known", "n a"),
    )
)


def residue_is_left(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Something of the source's markup stands in a text that students read; code in backticks may hold anything."""
    for item in items:
        keys = (key.text for key in item.keys)
        for text in dict.fromkeys((item.question.stem, *keys, *item.options, item.statement)):
            found = RESIDUE.search(CODE.sub(" ", text) if "`" in text else text)
            if found:
                yield item, f'"{found[0].strip()}" is left over from another format; take it out'
                break


def stem_is_long(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """A stem has more than 40 words."""
    for item in items:
        number = len(item.question.stem.split())
        if number > MOST_WORDS and item.question.type != "cloze":
            yield item, f"the stem has {number} words; ask in at most {MOST_WORDS}"


def stem_is_negative(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """The stem asks for what is not so, and the "not" can be overlooked."""
    for item in items:
        if item.is_english and item.distractors:
            found = NEGATIVE.search(STRESSED.sub(" ", item.question.stem))
            if found is not None:
                yield (
                    item,
                    f'"{found[0]}" in the stem is easily overlooked; ask for what is so, or write it as **not**',
                )


def option_is_absolute(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """An option says "always", "never", "all": who knows nothing rules it out."""
    for item in items:
        if not item.is_english:
            continue
        for lure in item.distractors:
            found = ABSOLUTE.search(lure.text)
            is_alone = found and not any(ABSOLUTE.search(key.text) for key in item.keys)
            if found and is_alone and lure.folded not in CATCH_ALLS:
                said = f'makes the option "{shorten(lure.text)}" easy to rule out; say it less strictly'
                yield item, f'"{found[0]}" {said}'
                break


def option_is_catch_all(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """ "All of these", "none of these" or "unknown" as an option."""
    for item in items:
        for text in item.options if item.is_english else ():
            if len(text) < LONGEST_CATCH_ALL and fold(text) in CATCH_ALLS:
                yield item, f'"{shorten(text)}" tests how options are read; write something that could be'
                break


def stem_has_two_dates(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Two dates stand in a stem: one of them may give the answer to the other's question."""
    for item in items:
        dates = {found[0].casefold() for found in DAY_OR_YEAR.finditer(BLANK.sub(" ", item.question.stem))}
        if len(dates) > 1:
            yield item, "two dates stand in the stem; leave one out, unless the span between them is asked"
