"""A bank written as YAML reads like one that a person wrote."""

from quizapp.bank.identity import with_ids
from quizapp.bank.reading.read import read_bank
from quizapp.bank.write import write_bank

SOURCE = """\
id: mayadin
title: "Mayadin: the offensive"
language: de
source: {title: A, url: https://example.org/a, licence: CC BY-SA 4.0}
facts:
  - statement: Mayadin fell on 14 October 2017.
    evidence: {section: The offensive, sentence: 12}
    questions:
      - {type: date, stem: 'When?', key: 2017-10-14}
      - type: choice
        stem: |
          Which city

          fell?
        key: "no"
        distractors: ["yes # perhaps", {text: "- maybe", feedback: 'it: depends', weight: 0.5}]
        hints: [{text: look, reveals: yes}, up]
questions:
  - {type: card, stem: '"Quoted"', key: '*'}
"""

WRITTEN = """\
id: mayadin
title: "Mayadin: the offensive"
language: de
source:
  title: A
  url: https://example.org/a
  licence: CC BY-SA 4.0

facts:
  - id: mayadin-fell-on-14-october-2017
    statement: Mayadin fell on 14 October 2017.
    evidence:
      section: The offensive
      sentence: 12
    questions:
      - id: mayadin-fell-on-14-october-2017-1
        type: date
        stem: When?
        key: 2017-10-14
      - id: mayadin-fell-on-14-october-2017-2
        type: choice
        stem: |-
          Which city

          fell?
        key: no
        distractors:
          - "yes # perhaps"
          - text: "- maybe"
            feedback: "it: depends"
            weight: 0.5
        hints:
          - text: look
            reveals: yes
          - up

questions:
  - id: quoted
    type: card
    stem: "\\"Quoted\\""
    key: "*"
"""


def test_a_written_bank_has_its_ids_and_quotes_only_where_they_are_needed() -> None:
    bank = read_bank(SOURCE.encode(), "x.yaml").bank
    assert bank is not None
    assert write_bank(with_ids(bank, None)) == WRITTEN


def test_what_was_written_is_written_the_same_again() -> None:
    bank = read_bank(WRITTEN.encode(), "x.yaml").bank
    assert bank is not None
    assert write_bank(bank) == WRITTEN


def test_what_was_built_names_as_many_facts_as_a_bank_has() -> None:
    read = read_bank(SOURCE.encode(), "mayadin.yaml").bank
    assert read is not None
    built = read.model_copy(update={"built": {f"fact-{number}": "retired 0a" for number in range(2_000)}})
    assert read_bank(write_bank(built).encode(), "mayadin.yaml").bank == built
    others = "title: x\nsource:\n" + "".join(f"  name-{number}: x\n" for number in range(300))
    assert "more than 200 names" in str(read_bank(others.encode(), "x.yaml").problems)
