"""Read a bank file: every problem in it at once, each in its place, and what can be used of the rest."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TypeVar

import yaml
from pydantic import ValidationError

from quizapp.bank.flaws import judge
from quizapp.bank.identity import default_ids, slug
from quizapp.bank.reading.advice import advise
from quizapp.bank.reading.broken import Broken, Step
from quizapp.bank.reading.checks import Outline, outline
from quizapp.bank.reading.locate import locate
from quizapp.bank.reading.problems import MOST_PROBLEMS, Problem
from quizapp.bank.reading.slips import find_slips
from quizapp.bank.reading.source import BREAK, decode
from quizapp.bank.reading.syntax import explain, mend
from quizapp.bank.reading.tree import TextList, TextMap, Tree, build
from quizapp.bank.schema import Bank, Fact

MOST_MENDED_LINES = 20
MOST_CHARACTERS_READ_AGAIN = 10_000_000

EMPTY = "the file is empty; begin it with `title:`"
ONE_TEXT = "the file is one text; begin it with `title:`, and write the questions below `questions:`"
ONE_LIST = "the file is a list; begin it with `title:`, and write the list below `questions:` or `facts:`"
TOO_MANY = f"{MOST_PROBLEMS:,} problems were found up to here; mend these, then check again"


Part = TypeVar("Part", Bank, Fact)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds. `bank` is there if nothing is wrong.

    `partial` is the bank without the facts and questions that are broken, if the rest can be used.
    `places` gives the line and column of each fact and question, by its id or else by the one it would get.
    `lines` is the text, line by line; `written` counts its questions, the broken ones too.
    `warnings` are no problems: they say what was probably not meant.
    """

    bank: Bank | None
    problems: tuple[Problem, ...]
    partial: Bank | None = None
    lines: tuple[str, ...] = ()
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    written: int = 0
    warnings: tuple[Problem, ...] = ()


def read_bank(content: bytes, name: str, *, judging: bool = True) -> Reading:
    """Read the bytes of a bank file; name is what its problems call it. Never raises for any bytes.

    Without judging, item-writing flaws are not looked for: only whether the file can be read.
    """
    text, problems = decode(content, name)
    if text is None:
        return Reading(None, tuple(sorted(problems)))
    lines = tuple(BREAK.split(text))
    root, found, left_out = _read_tree(text, name, list(lines))
    unreadable = [*problems, *found]
    if isinstance(root, TextMap):
        return _read_content(root, name, unreadable, lines, left_out, judging=judging)
    if not unreadable:
        message = ONE_LIST if isinstance(root, TextList) else ONE_TEXT if root else EMPTY
        unreadable.append(Problem(name, 1, 1, message))
    return Reading(None, tuple(sorted(unreadable)), lines=lines)


def _read_content(
    root: TextMap,
    name: str,
    unreadable: list[Problem],
    lines: tuple[str, ...],
    left_out: set[int],
    *,
    judging: bool,
) -> Reading:
    """Check a file's tree; a line that was hard to read is reported once and what stands there left out."""
    seen = outline(root, name)
    if "id" not in root:
        root["id"] = slug(name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]) or "bank"
    blamed = {problem.line for problem in unreadable}
    starts = _find_starts(root, seen)
    for line in blamed if starts else ():
        seen.broken.add(_owner(starts, line)[1])
    # Of what has lost a line, what seems to be missing is not.
    robbed = {_owner(starts, line) for line in left_out} if starts else set()
    checking = _Checking(root, name, seen.broken)
    bank = checking.check_bank()
    others = [
        problem
        for problem in (*seen.problems, *checking.problems)
        if problem.line not in blamed and not (robbed and _owner(starts, problem.line) in robbed)
    ]
    problems = sorted({*unreadable, *others})
    written = sum(len(fact.questions) for fact in seen.facts.values())
    if len(problems) > MOST_PROBLEMS:
        last = problems[MOST_PROBLEMS]
        problems[MOST_PROBLEMS:] = [Problem(name, last.line, last.column, TOO_MANY)]
    if problems or bank is None:
        doubtful = tuple(each for each in advise(lines, (), name) if each.line not in blamed)
        return Reading(None, tuple(problems), bank, lines, written=written, warnings=doubtful)
    if judging:
        return _judged(bank, seen, lines, written)
    return Reading(bank, (), bank, lines, _places(bank, seen), written, advise(lines, (), name))


def _judged(bank: Bank, seen: Outline, lines: tuple[str, ...], written: int) -> Reading:
    """Look at what the questions of a bank without problems say: a flaw that is sure is a problem after all."""
    asked = [
        (number, question, place)
        for number, (fact, written_fact) in enumerate(zip(bank.facts, seen.facts.values(), strict=True))
        for question, place in zip(fact.questions, written_fact.questions, strict=True)
    ]
    judged = judge(bank, [place for _, _, place in asked], seen.file)
    doubtful = tuple(sorted({*advise(lines, asked, seen.file), *judged.warnings})[:MOST_PROBLEMS])
    whole = bank if not judged.errors else None
    places = _places(bank, seen) if whole else {}
    return Reading(whole, judged.errors, judged.rest, lines, places, written, doubtful)


class _Checking:
    """Validates fact by fact, so that a broken one costs only itself and ``MOST_PROBLEMS`` are the end."""

    def __init__(self, root: TextMap, name: str, broken: Broken) -> None:
        self.root = root
        self.name = name
        self.broken = broken
        self.problems: list[Problem] = []

    def check_bank(self) -> Bank | None:
        """Give what is left of the bank without its broken parts; None if that is nothing."""
        head: dict[str, object] = {
            key: each for key, each in self.root.items() if key not in self.broken.fields
        }
        written = self.root.get("facts")
        if isinstance(written, TextList) and written:
            head["facts"] = self._check_facts(written)
        try:
            return Bank.model_validate(head)
        except ValidationError as error:
            errors = error.errors(include_url=False)
        said = {*self.broken.fields}
        if (written and not head.get("facts")) or "questions" in said:
            said.add("facts")
        errors = [each for each in errors if each["loc"][0] not in said]
        self.problems += locate(errors, self.root, self.name, self.broken)
        return _read_strictly(
            Bank, {key: each for key, each in head.items() if key not in self.broken.fields}
        )

    def _check_facts(self, facts: TextList) -> tuple[Fact, ...]:
        kept = []
        for number, written in enumerate(facts):
            fact = self._check_fact(number, written)
            if fact is not None:
                kept.append(fact)
            if len(self.problems) > MOST_PROBLEMS:
                break
        return tuple(kept)

    def _check_fact(self, number: int, written: Tree) -> Fact | None:
        """Validate one fact; what is broken in it is reported, and left out with the fact or its question."""
        fact = None
        try:
            fact = Fact.model_validate(written)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            for each in errors:
                each["loc"] = ("facts", number, *each["loc"])
            self.problems += locate(errors, self.root, self.name, self.broken)
        if number in self.broken.facts or not isinstance(written, TextMap):
            return None
        broken = self.broken.questions.get(number)
        if not broken:
            return fact
        questions = [each for place, each in enumerate(written["questions"]) if place not in broken]
        return _read_strictly(Fact, {**written, "questions": questions})


def _read_strictly(model: type[Part], written: dict[str, object]) -> Part | None:
    try:
        return model.model_validate(written)
    except ValidationError:
        return None


Start = tuple[int, tuple[Step, ...]]


def _find_starts(root: TextMap, seen: Outline) -> list[Start]:
    """The lines on which the fields of the bank, its facts and its questions begin, with the path of each."""
    starts: list[Start] = [(place[0], (key,)) for key, place in root.keys_at.items()]
    for number, fact in seen.facts.items():
        path = ("facts", number)
        starts.append((fact.place[0], path))
        starts += [(place[0], (*path, "questions", each)) for each, place in enumerate(fact.questions)]
    return sorted(starts, key=lambda start: (start[0], len(start[1])))


def _owner(starts: list[Start], line: int) -> Start:
    return starts[max(0, bisect_right(starts, line, key=lambda start: start[0]) - 1)]


def _read_tree(text: str, name: str, lines: list[str]) -> tuple[Tree | None, list[Problem], set[int]]:
    """Build the tree; a line that stops the parser is reported, mended by a guess, and all is read again.

    Where the guess does not help the line is left out; the third part of the answer is what was left out.
    """
    problems: list[Problem] = []
    mended: set[int] = set()
    left_out: set[int] = set()
    text = _mend_slips(text, name, lines, problems, unreadable=False)
    read = 0
    while True:
        try:
            builder = build(text, name)
        except yaml.YAMLError as error:
            stopped = error
        else:
            return builder.root, [*problems, *builder.problems], left_out
        again = _mend_slips(text, name, lines, problems, unreadable=True) if not read else text
        read += len(text)
        if again != text:
            text = again
            continue
        slip = explain(stopped, lines)
        row = slip.line - 1
        if row not in mended:
            problems.append(Problem(name, slip.line, slip.column, slip.message))
        below = next((line for line in lines[slip.line :] if line.strip()), "")
        guess = mend(lines[row], below) if row not in mended else None
        if guess is None and lines[row].strip():
            guess = ""
            left_out.add(slip.line)
        tries = len(mended) + len(left_out) < MOST_MENDED_LINES and read < MOST_CHARACTERS_READ_AGAIN
        if guess is None or not tries:
            return None, problems, left_out
        mended.add(row)
        lines[row] = guess
        text = "\n".join(lines)


def _mend_slips(text: str, name: str, lines: list[str], problems: list[Problem], *, unreadable: bool) -> str:
    """Report the slips of a text and mend them in its lines; return the text without them."""
    found = list(find_slips(lines, unreadable=unreadable))
    for slip, mended in found:
        problems.append(Problem(name, slip.line, slip.column, slip.message))
        lines[slip.line - 1] = mended
    return "\n".join(lines) if found else text


def _places(bank: Bank, seen: Outline) -> dict[str, tuple[int, int]]:
    places: dict[str, tuple[int, int]] = {}
    for (fact_id, question_ids), fact in zip(default_ids(bank), seen.facts.values(), strict=True):
        places[fact_id] = fact.place[:2]
        for question_id, place in zip(question_ids, fact.questions, strict=True):
            places.setdefault(question_id, place[:2])
    return places
