"""Read a bank file: every problem in it at once, each in its place, and what can be used of the rest."""

from dataclasses import dataclass, field

import yaml
from pydantic import ValidationError

from quizapp.bank.checks import Outline, outline
from quizapp.bank.identity import default_ids, slug
from quizapp.bank.locate import Step, locate
from quizapp.bank.problems import Problem
from quizapp.bank.schema import Bank
from quizapp.bank.source import BREAK, decode
from quizapp.bank.syntax import explain, mend
from quizapp.bank.tree import TextList, TextMap, Tree, build

MOST_MENDED_LINES = 20
MOST_CHARACTERS_READ_AGAIN = 20_000_000

EMPTY = "the file is empty; begin it with `title:`"
ONE_TEXT = "the file is one text; begin it with `title:`, and write the questions below `questions:`"
ONE_LIST = "the file is a list; begin it with `title:`, and write the list below `questions:` or `facts:`"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds. `bank` is there if nothing is wrong.

    `partial` is the bank without the facts and questions that are broken, if the rest can be used.
    `places` gives the line and column of each fact and question, by its id or else by the one it would get.
    `lines` is the text, line by line.
    """

    bank: Bank | None
    problems: tuple[Problem, ...]
    partial: Bank | None = None
    lines: tuple[str, ...] = ()
    places: dict[str, tuple[int, int]] = field(default_factory=dict)


def read_bank(content: bytes, name: str) -> Reading:
    """Read the bytes of a bank file; name is what its problems call it. Never raises for any bytes."""
    text, problems = decode(content, name)
    if text is None:
        return Reading(None, problems)
    lines = tuple(BREAK.split(text))
    root, found = _read_tree(text, name, list(lines))
    unreadable = [*problems, *found]
    if not isinstance(root, TextMap):
        if not unreadable:
            message = ONE_LIST if isinstance(root, TextList) else ONE_TEXT if root else EMPTY
            unreadable.append(Problem(name, 1, 1, message))
        return Reading(None, tuple(sorted(unreadable)), lines=lines)
    return _read_content(root, name, unreadable, lines)


def _read_content(root: TextMap, name: str, unreadable: list[Problem], lines: tuple[str, ...]) -> Reading:
    seen = outline(root, name)
    if "id" not in root:
        root["id"] = slug(name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]) or "bank"
    bank, found = _validate(root, name)
    blamed = {problem.line for problem in unreadable}
    problems = [each for each in {*seen.problems, *found.problems} if each.line not in blamed]
    if not problems and not unreadable:
        assert bank is not None
        return Reading(bank, (), bank, lines, _places(bank, seen))
    partial = None if unreadable else _leave_out(root, name, found.broken | seen.broken)
    return Reading(None, tuple(sorted([*unreadable, *problems])), partial, lines)


@dataclass(frozen=True, slots=True)
class _Found:
    problems: list[Problem]
    broken: set[tuple[Step, ...]]


def _validate(root: TextMap, name: str) -> tuple[Bank | None, _Found]:
    try:
        return Bank.model_validate(root), _Found([], set())
    except ValidationError as error:
        return None, _Found(*locate(error, root, name))


def _leave_out(root: TextMap, name: str, broken: set[tuple[Step, ...]]) -> Bank | None:
    """The bank without its broken facts and questions; None if it is broken otherwise, or nothing is left."""
    facts = root.get("facts")
    if not isinstance(facts, list) or any(place[0] != "facts" or len(place) < 2 for place in broken):
        return None
    kept = []
    for number, fact in enumerate(facts):
        if ("facts", number) in broken or not isinstance(fact, TextMap):
            continue
        questions = [
            question
            for place, question in enumerate(fact.get("questions", ()))
            if ("facts", number, "questions", place) not in broken
        ]
        if questions:
            kept.append({**fact, "questions": questions})
    return _validate_again({**root, "facts": kept})


def _validate_again(root: dict[str, object]) -> Bank | None:
    try:
        return Bank.model_validate(root)
    except ValidationError:
        return None


def _read_tree(text: str, name: str, lines: list[str]) -> tuple[Tree | None, list[Problem]]:
    """The tree of a text; a line that stops the parser is reported, mended by a guess, and read again."""
    problems: list[Problem] = []
    mended: set[int] = set()
    read = 0
    while True:
        try:
            builder = build(text, name)
        except yaml.YAMLError as error:
            slip = explain(error, lines)
            row = slip.line - 1
            if row not in mended:
                problems.append(Problem(name, slip.line, slip.column, slip.message))
            read += len(text)
            below = next((line for line in lines[slip.line :] if line.strip()), "")
            guess = mend(lines[row], below)
            if guess is None or row in mended or len(mended) == MOST_MENDED_LINES:
                return None, problems
            if read > MOST_CHARACTERS_READ_AGAIN:
                return None, problems
            mended.add(row)
            lines[row] = guess
            text = "\n".join(lines)
            continue
        return builder.root, [*problems, *builder.problems]


def _places(bank: Bank, seen: Outline) -> dict[str, tuple[int, int]]:
    places: dict[str, tuple[int, int]] = {}
    for (fact_id, question_ids), node in zip(default_ids(bank), seen.facts, strict=True):
        places[fact_id] = node.place[:2]
        for question_id, place in zip(question_ids, node.questions, strict=True):
            places.setdefault(question_id, place[:2])
    return places
