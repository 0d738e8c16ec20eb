"""Flaws of a file's questions: errors are problems at their question, and the rest of the bank can be used."""

from quizapp.bank.reading.read import Reading, read_bank

GIVEN_AWAY = "In which year was the battle of 1066 fought?"
TEXT = f"""\
title: Hastings
facts:
  - id: year
    statement: The battle was fought in 1066.
    questions:
      - type: date
        stem: When was the battle fought?
        key: 1066
      - type: choice
        stem: {GIVEN_AWAY}
        key: 1066
        distractors: [1065, 1067]
  - id: winner
    statement: William won.
    questions:
      - type: choice
        stem: Who won?
        key: William
        distractors: [Harold, "William * 17px", unknown]
"""


def read(text: str = TEXT) -> Reading:
    return read_bank(text.encode(), "x.yaml")


def test_an_error_is_a_problem_beside_its_question() -> None:
    found = read()
    assert found.bank is None
    assert [str(each) for each in found.problems] == [
        'x.yaml:9:9: "1066" is the key and stands in the stem or a hint; say it otherwise there',
        'x.yaml:16:9: "* 17px" is left over from another format; take it out, or put it in backticks if it is code',
    ]


def test_what_is_left_without_the_errors_can_be_used() -> None:
    found = read()
    assert found.partial is not None
    assert [(fact.id, len(fact.questions)) for fact in found.partial.facts] == [("year", 1)]
    assert found.written == 3


def test_nothing_is_left_of_a_bank_whose_questions_all_have_errors() -> None:
    assert (
        read(
            TEXT.replace("When was the battle fought?", "When was 1066?").replace("Who won", "{{a|b}}")
        ).partial
        is None
    )


def test_a_warning_hinders_nothing() -> None:
    found = read(TEXT.replace(GIVEN_AWAY, "In which year did it happen?").replace("William * 17px", "Svein"))
    assert found.bank is not None
    said = '"unknown" tests how options are read; write something that could be'
    assert [str(each) for each in found.warnings] == [f"x.yaml:16:9: {said}"]


def test_a_file_may_be_read_without_being_judged() -> None:
    found = read_bank(TEXT.encode(), "x.yaml", judging=False)
    assert found.problems == ()
    assert found.bank is not None
