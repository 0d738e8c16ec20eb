"""Flaws in how stems and options are worded."""

import re
from collections.abc import Iterator, Sequence

from quizapp.questions.cloze import BLANK
from quizapp.values.text import fold
from quizapp.writing.quality.cues import DAY_OR_YEAR
from quizapp.writing.quality.item import Item, shorten

MOST_WORDS = 40
LONGEST_LOOKED_AT = 2_000
"""Characters of a text that are searched for markup: patterns with two ends take longer the longer it is."""
RESIDUE = re.compile(
    r"[\w.,;] ?\(\s*[,;]\s*\)|\w,? \(\s*\)|\*\s*\d+\s?px\b|(?:^|, )\d+px [^\W\d_]|, ,|\ufffd|\[\[[^\W\d_][^\[\]]*\]\]"
    r"|\{\{[^\W\d_][\w -]*\|[^{}]*\}\}|<ref\b|&(?:amp;)?nbsp;|[.,;]\[\d{1,3}\]|\[citation needed\]",
    re.IGNORECASE,
)
MARKUP = re.compile(
    r"(?<!\w)\(\s*\)|\[\[|\]\]|\{\{|\}\}|</?br\s*/?>|\b\d+px\b|(?<=[^\W\d_])\[\d{1,3}\]", re.IGNORECASE
)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
ABSOLUTE = re.compile(
    r"(?<!nearly )(?<!almost )(?<!not )"
    r"\b(always|never|every|all|none|nobody|everybody|nothing|only|entirely|completely)\b",
    re.I,
)
NEGATIVE = re.compile(r"\b(not|except|isn't|wasn't|weren't|aren't|didn't|doesn't|don't|least likely)\b", re.I)
STRESSED = re.compile(r"\bNOT\b|\bEXCEPT\b|[*_]{1,2}(?i:not|except)[*_]{1,2}")
LONGEST_CATCH_ALL = 30
MOST_HELD = 2
CATCH_ALLS = frozenset(
    (
        *("all of the above", "all of these", "none of the above", "none of these", "both", "both of them"),
        *("neither", "neither of them", "unknown", "not known", "n a"),
    )
)


def residue_is_left(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Something of the source's markup stands in a text that students read; code in backticks may hold anything."""
    for item in items:
        found = _find_in_texts(item, RESIDUE)
        if found:
            said = "is left over from another format; take it out, or put it in backticks if it is code"
            yield item, f'"{shorten(found)}" {said}'


def markup_may_be_left(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """What is markup of a source, or else code: "[[", "{{", "<br>", "()"."""
    for item in items:
        found = _find_in_texts(item, MARKUP)
        if found and not _find_in_texts(item, RESIDUE):
            yield item, f'"{shorten(found)}" may be left over from another format; put code in backticks'


def _find_in_texts(item: Item, pattern: re.Pattern[str]) -> str:
    for text in item.marked:
        shown = text[:LONGEST_LOOKED_AT]
        found = pattern.search(CODE.sub(" ", shown) if "`" in shown else shown)
        if found:
            return found[0].strip()
    return ""


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


def option_holds_others(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """An option holds two others: a comma that was to divide them, or one that gives itself away."""
    for item in items:
        if len(item.options) < MOST_HELD + 1:
            continue
        plain = [" ".join(["", *re.findall(r"\w+", text.casefold()), ""]) for text in item.options]
        for text, words in zip(item.options, plain, strict=True):
            held = {each for each in plain if each.strip() and each != words and each in words}
            if len(held) >= MOST_HELD:
                yield (
                    item,
                    f'the option "{shorten(text)}" holds {len(held)} others; make each option one thing',
                )
                break


def stem_has_two_dates(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Two dates stand in a stem: one of them may give the answer to the other's question."""
    for item in items:
        dates = {found[0].casefold() for found in DAY_OR_YEAR.finditer(BLANK.sub(" ", item.question.stem))}
        if len(dates) > 1:
            yield item, "two dates stand in the stem; leave one out, unless the span between them is asked"
