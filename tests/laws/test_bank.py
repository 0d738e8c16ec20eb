"""Laws of the bank file: what is written is read back, and no bytes whatever raise or point outside the file."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from pydantic import ValidationError

from quizapp.bank.diff import compare
from quizapp.bank.identity import with_ids
from quizapp.bank.reading.problems import Problem
from quizapp.bank.reading.read import Reading, read_bank
from quizapp.bank.reading.source import BREAK, FORBIDDEN
from quizapp.bank.schema import Bank
from quizapp.bank.write import write_bank
from quizapp.questions import TYPE_NAMES
from tests.laws.questions import definitions

SHIPPED = Path(__file__).parents[2] / "questions" / "2017-mayadin-offensive.yaml"
VALID = "\n".join(SHIPPED.read_text(encoding="utf-8").splitlines()[:200])


def as_seen(value: Any) -> Any:
    """A definition without the characters that nobody sees, which a file may not hold."""
    if isinstance(value, dict):
        return {as_seen(name): as_seen(each) for name, each in value.items()}
    if isinstance(value, list):
        return [as_seen(each) for each in value]
    return FORBIDDEN.sub("x", value)


HARD = [
    "no",
    "~",
    "1.10",
    "010",
    "- a",
    "a: b",
    "a #b",
    "#a",
    "'",
    '"',
    "[",
    "{",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a",
    "> a",
    "? a",
    "?",
    "-",
    "---",
    "...",
    "<<",
    "=",
    "a:",
    ":a",
    "a, b",
]
BROKEN = ["|", "\\", "a\n\n b", "a\n#b\nc", "a \n b", "a\tb", "a\r\nb"]
SAID = st.text(min_size=1, max_size=20).map(as_seen).filter(lambda text: text.strip() == text)
LINES = st.sampled_from([*HARD, *BROKEN]) | SAID


@st.composite
def banks(draw: st.DrawFn, kind: str) -> Bank:
    asked = definitions(kind).map(as_seen)
    facts = [
        {**stated, "questions": draw(st.lists(asked, min_size=1, max_size=2))}
        for stated in draw(
            st.lists(st.fixed_dictionaries({"statement": LINES}, optional=OPTIONAL), max_size=2)
        )
    ]
    bare = [{"statement": "", "questions": [each]} for each in draw(st.lists(asked, max_size=2))]
    head = draw(
        st.fixed_dictionaries({"title": LINES}, optional={"description": LINES, "language": st.just("de")})
    )
    all_facts: list[dict[str, Any]] = [*facts, *bare] or [{"statement": "x", "questions": [draw(asked)]}]
    try:
        return Bank.model_validate({"id": "mine", **head, "facts": without_repeated_ids(all_facts)})
    except ValidationError:  # two options that looked different only by what nobody sees
        reject()


OPTIONAL = {"topic": LINES, "according_to": LINES, "evidence": st.just({"section": "A: b", "sentence": "3"})}


def without_repeated_ids(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    seen: set[str] = set()
    for fact in facts:
        for question in fact["questions"]:
            name = question.pop("id", None)
            if name not in seen and name is not None:
                question["id"] = name
                seen.add(name)
        if not fact["statement"]:
            fact["id"] = fact["questions"][0].get("id")
    return facts


@pytest.mark.parametrize("kind", TYPE_NAMES)
@given(pieces=st.data())
def test_a_bank_that_was_written_is_read_back(kind: str, pieces: st.DataObject) -> None:
    bank = pieces.draw(banks(kind))
    named = with_ids(bank, None)
    text = write_bank(named)
    reading = read_bank(text.encode(), "mine.yaml", judging=False)
    assert [str(problem) for problem in reading.problems] == []
    assert reading.bank == named
    assert write_bank(reading.bank) == text
    assert with_ids(bank, named) == named
    assert not compare(named, with_ids(reading.bank, named))


def check_reading(content: bytes) -> Reading:
    reading = read_bank(content, "x.yaml")
    assert (reading.bank is None) == bool(reading.problems)
    places = [(problem.line, problem.column) for problem in reading.problems]
    assert places == sorted(places)
    lines = BREAK.split(content.decode("utf-8-sig", errors="surrogateescape"))
    for problem in reading.problems:
        check_place(problem, lines)
    for line, column in reading.places.values():
        assert lines[line - 1][column - 1 :]
    return reading


def check_place(problem: Problem, lines: list[str]) -> None:
    assert 1 <= problem.line <= len(lines), problem
    assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
    assert problem.column - 1 + problem.length <= len(lines[problem.line - 1]), problem
    assert problem.message == problem.message.strip()
    assert "; " in problem.message, problem
    assert "\n" not in str(problem)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_their_place(content: bytes) -> None:
    check_reading(content)


@given(st.text(st.sampled_from("abc :-\n\"'[]{}#&*!|>%@?,\t~.0é\u2028\x85\r"), max_size=80))
def test_any_text_that_looks_like_yaml_is_read_or_refused_in_its_place(text: str) -> None:
    check_reading(b"title: " + text.encode())
    check_reading(text.encode())


@given(st.data())
def test_a_bank_with_lines_gone_or_doubled_is_read_or_refused_in_its_place(pieces: st.DataObject) -> None:
    lines = VALID.split("\n")
    for _ in range(pieces.draw(st.integers(1, 3))):
        number = pieces.draw(st.integers(0, len(lines) - 1))
        lines[number : number + 1] = [lines[number]] * pieces.draw(st.sampled_from([0, 0, 2]))
    check_reading("\n".join(lines).encode())


@given(st.data())
def test_a_bank_with_characters_changed_is_read_or_refused_in_its_place(pieces: st.DataObject) -> None:
    text = VALID
    for _ in range(pieces.draw(st.integers(1, 5))):
        place = pieces.draw(st.integers(0, len(text) - 2))
        put = pieces.draw(
            st.sampled_from([text[place + 1] + text[place], "", ":", ": ", "- ", "\t", '"', "'", "[", "\n"])
        )
        text = text[:place] + put + text[place + 2 :]
    check_reading(text.encode())


@given(st.integers(0, len(VALID.encode())))
def test_a_bank_cut_off_anywhere_is_read_or_refused_in_its_place(end: int) -> None:
    check_reading(VALID.encode()[:end])
