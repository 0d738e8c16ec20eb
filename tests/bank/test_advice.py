"""Warnings: what can be read and was probably not meant so."""

import pytest

from quizapp.bank.reading.read import read_bank

BARE = "title: Rome\nquestions:\n  - type: {kind}\n    stem: Who won?\n    key: {key}\n    {more}\n"


def warnings(text: str) -> list[str]:
    found = read_bank(text.encode(), "x.yaml")
    assert found.problems == ()
    return [str(each).removeprefix("x.yaml:") for each in found.warnings]


def bank(kind: str = "text", key: str = "Caesar", more: str = "", second: str = "") -> str:
    return BARE.format(kind=kind, key=key, more=more) + second


ANOTHER = "  - type: {}\n    stem: {}\n    key: {}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            bank(key="Caesar #2"),
            "5:17: what stands behind the # is a comment and is not read; put the text in quotes",
        ),
        (
            bank(key="“Caesar”"),
            "5:10: curly quotes are shown as part of the text; use straight ones, or none",
        ),
        (bank("choice", more="distractors: [“Cato”, “Sulla”]"), "6:18: curly quotes are shown as part of"),
        (
            bank(second=ANOTHER.format("text", "who  WON?", "caesar")),
            "7:5: this question stands on line 3 already",
        ),
        (
            bank(second=ANOTHER.format("text", "Who won?", "Pompey")),
            "7:5: the same question on line 3 has another key",
        ),
        (
            bank("choice", "Cato", "distractors: ['Paris, Texas', Paris, Texas]"),
            '3:5: the option "Paris, Texas" holds 2 others; make each option one thing',
        ),
        (bank("choice", "Cato", "distractors: [Rome, Carthage, Rome and Carthage]"), "3:5: the option"),
    ],
)
def test_what_was_probably_not_meant_is_said_at_its_place(text: str, said: str) -> None:
    (found,) = warnings(text)
    assert found.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        bank(key='"Caesar #2"'),
        bank(key="Caesar#2"),
        bank(more="# a comment of the author"),
        bank(key="“Veni” and “vici”, he said"),
        bank(second=ANOTHER.format("card", "Who won?", "the consul")),
        bank(more="accepted: [Julius]", second=ANOTHER.format("text", "Who won?", "Julius")),
        bank("choice", "1066", "distractors: [1067, 10, 66]"),
        bank("choice", "New York", "distractors: [York, Rome]"),
        bank(
            "choice",
            "a",
            "distractors: [b]",
            "  - {type: choice, stem: Who won?, key: c, distractors: [d]}\n",
        ),
        "description: |\n  key: a # b\n" + bank(),
    ],
)
def test_what_may_well_be_meant_is_not_warned_about(text: str) -> None:
    assert warnings(text) == []


def test_a_fact_may_ask_the_same_in_several_ways() -> None:
    text = "title: T\nfacts:\n  - statement: Caesar won.\n    questions:\n"
    for kind, more in (("text", ""), ("card", ""), ("choice", ", distractors: [Cato]")):
        text += f"      - {{type: {kind}, stem: Who won?, key: Caesar{more}}}\n"
    assert warnings(text) == []


def test_lines_are_warned_about_in_a_file_with_problems_too() -> None:
    found = read_bank(b"title: Rome\nquestions:\n  - type: text\n    stem: Who # won?\n", "x.yaml")
    assert [each.line for each in found.problems] == [3]
    assert [each.line for each in found.warnings] == [4]
