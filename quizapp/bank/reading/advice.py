"""What is no mistake in a bank file but probably not meant: warnings, each at its place. They hinder nothing.

A new one that needs the file's lines is a function here and its line in `advise`; what a question itself tells is a
flaw, in `quizapp.writing.quality`.
"""

import re
from collections.abc import Iterator, Sequence

from quizapp.bank.reading.problems import MOST_PROBLEMS, Place, Problem
from quizapp.bank.reading.slips import FIELDS, find_entries
from quizapp.bank.reading.syntax import CURLY
from quizapp.questions import Question
from quizapp.questions.shown import Shape
from quizapp.values.text import fold

VALUE = re.compile(r"\s*(?:-\s+)*(?:(?P<name>[a-z_]+)\s*:\s+|-\s+)(?P<value>\S.*)")
TELLING = re.compile(r"[#|>]|[^\x00-\x7f]")
"""A line with none of these is warned of for nothing, and opens no block."""
CURLY_ENTRY = re.compile(rf"[\[,]\s*[{CURLY}]")
WITHOUT_OPTIONS = frozenset({Shape.TYPE_IN, Shape.REVEAL})
"""Shapes whose stem says all: a choice of the same stem may have other options, and so another key."""

Asked = tuple[int, Question, Place]
"""The number of a fact, a question of it, and where that stands."""


def advise(lines: Sequence[str], asked: Sequence[Asked], name: str) -> tuple[Problem, ...]:
    """Return every warning about a file, in its order; asked are the questions of a file without problems."""
    found = [Problem(name, *each) for each in (*_look_at_lines(lines), *_find_twins(asked))]
    return tuple(sorted(set(found)))[:MOST_PROBLEMS]


def _look_at_lines(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    for number, line in find_entries(lines, TELLING):
        entry = VALUE.match(line)
        if entry is None or (entry["name"] or "stem") not in FIELDS:
            continue
        start, value = entry.start("value"), entry["value"].rstrip()
        cut = re.search(r"\s#", value)
        if cut and value[0] not in "\"'[{|>#":
            message = (
                "what stands behind the # is a comment and is not read; put the text in quotes to keep it"
            )
            yield number, start + cut.start() + 2, message
        if (value[0] in CURLY and value[-1] in CURLY and len(value) > 1) or (
            value[0] == "[" and CURLY_ENTRY.search(value)
        ):
            yield number, start + 1, "curly quotes are shown as part of the text; use straight ones, or none"


def _find_twins(asked: Sequence[Asked]) -> Iterator[tuple[int, int, str]]:
    """Questions that are asked twice, or in the same words with another key."""
    known: dict[tuple[str, str], Asked] = {}
    for fact, question, place in asked:
        stem = (question.type, fold(question.stem))
        first = known.setdefault(stem, (fact, question, place))
        if first[1] is question:
            continue
        answers = [{fold(each.answer()), *map(fold, each.also_right())} for each in (question, first[1])]
        line = first[2][0]
        if fold(question.answer()) == fold(first[1].answer()) and _options(question) == _options(first[1]):
            yield *place[:2], f"this question stands on line {line} already; remove one of them"
        elif question.shape in WITHOUT_OPTIONS and not answers[0] & answers[1]:
            yield (
                *place[:2],
                f"the same question on line {line} has another key; say in the stem what differs",
            )


def _options(question: Question) -> list[str]:
    return sorted(fold(each.text) for each in question.choosable())
