"""One entry of a bank file changes; every other line stays as it was written."""

import pytest
import yaml

from quizapp.bank.edit import (
    add_after,
    cut_out,
    entry_at,
    find_entries,
    leave_out,
    replace_entry,
    replace_line,
    write_ids,
)

TEXT = """\
title: Towns   # kept
facts:
  - id: one
    statement: >-
      Some folded
      text.

    questions:
      - type: date # when
        stem: "When
   was it?"
        key: 2017

      # a comment of the author
      - type: text
        stem: |
          Which town?

        key: Mayadin

  # the second
  -
    id: two
    statement: Dhiban too.
    questions: [{type: text, stem: "Which?", key: Dhiban}, {type: card, stem: Back, key: front}]
"""


def _entry(path, text=TEXT):
    return next(entry for entry in find_entries(text) if entry.path == path)


def test_every_fact_and_question_is_found_with_its_lines():
    found = [(entry.path, entry.first_line, entry.last_line) for entry in find_entries(TEXT)]
    assert found == [
        (("facts", 0), 3, 19),
        (("facts", 0, "questions", 0), 9, 12),
        (("facts", 0, "questions", 1), 15, 19),
        (("facts", 1), 22, 25),
        (("facts", 1, "questions", 0), 25, 25),
        (("facts", 1, "questions", 1), 25, 25),
    ]


def test_a_line_belongs_to_the_innermost_entry():
    entries = find_entries(TEXT)
    assert entry_at(entries, 16).path == ("facts", 0, "questions", 1)
    assert entry_at(entries, 4).path == ("facts", 0)
    assert entry_at(entries, 1) is None


def test_a_question_in_lines_is_cut_out_without_its_dash():
    assert cut_out(TEXT, _entry(("facts", 0, "questions", 1))).splitlines() == [
        "type: text",
        "stem: |",
        "  Which town?",
        "",
        "key: Mayadin",
    ]


def test_a_question_in_brackets_is_cut_out_as_it_stands():
    assert cut_out(TEXT, _entry(("facts", 1, "questions", 1))) == "{type: card, stem: Back, key: front}"


def test_putting_back_what_was_cut_out_changes_nothing_that_is_read():
    for entry in find_entries(TEXT):
        again = replace_entry(TEXT, entry, cut_out(TEXT, entry))
        assert yaml.safe_load(again) == yaml.safe_load(TEXT)


def test_leaving_a_question_out_keeps_all_other_lines():
    left = leave_out(TEXT, _entry(("facts", 0, "questions", 0)))
    assert left == TEXT.replace(
        '      - type: date # when\n        stem: "When\n   was it?"\n        key: 2017\n', ""
    )


@pytest.mark.parametrize("number", [0, 1])
def test_leaving_a_question_out_of_brackets_takes_one_comma(number):
    left = yaml.safe_load(leave_out(TEXT, _entry(("facts", 1, "questions", number))))
    assert [question["type"] for question in left["facts"][1]["questions"]] == [["card"], ["text"]][number]


def test_a_fact_goes_with_its_last_question():
    once = leave_out(TEXT, _entry(("facts", 1, "questions", 0)))
    twice = leave_out(once, _entry(("facts", 1, "questions", 0), once))
    assert [fact["id"] for fact in yaml.safe_load(twice)["facts"]] == ["one"]
    assert "# the second" in twice


@pytest.mark.parametrize("path", [("facts", 0, "questions", 1), ("facts", 1, "questions", 0)])
def test_a_question_is_replaced_where_it_stands(path):
    snippet = "type: choice\nstem: New?\nkey: A\ndistractors:\n  - B\n"
    again = yaml.safe_load(replace_entry(TEXT, _entry(path), snippet))
    assert again["facts"][path[1]]["questions"][path[3]] == yaml.safe_load(snippet)
    assert len(again["facts"]) == 2


@pytest.mark.parametrize("path", [("facts", 0, "questions", 1), ("facts", 1, "questions", 0)])
def test_a_question_is_added_behind_another(path):
    again = yaml.safe_load(add_after(TEXT, _entry(path), "type: card\nstem: New?\nkey: A"))
    assert again["facts"][path[1]]["questions"][path[3] + 1]["stem"] == "New?"


def test_a_list_without_indentation_is_found_too():
    text = "questions:\n- type: card\n  stem: A\n  key: B\n- type: card\n  stem: C\n  key: D\n"
    first, second = find_entries(text)
    assert leave_out(text, second) == "questions:\n- type: card\n  stem: A\n  key: B\n"
    assert yaml.safe_load(replace_entry(text, first, "type: card\nstem: Z"))["questions"][0]["stem"] == "Z"


def test_windows_line_ends_are_kept():
    text = TEXT.replace("\n", "\r\n")
    entry = _entry(("facts", 0, "questions", 0), text)
    assert yaml.safe_load(leave_out(text, entry)) == yaml.safe_load(leave_out(TEXT, _entry(entry.path)))


def test_a_line_is_mended_and_its_neighbours_stay():
    assert replace_line("a\r\nb\nc", 2, "B") == "a\r\nB\nc"
    assert replace_line("a\nb", 3, "c") == "a\nb"


def test_a_text_that_breaks_off_still_shows_what_came_before():
    assert [
        entry.path for entry in find_entries("questions:\n  - type: card\n    stem: A\n  - {type: 'text")
    ] == [("questions", 0)]


def test_an_alias_in_a_snippet_is_refused_before_anything_is_built_from_it():
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"
    with pytest.raises(ValueError, match="alias"):
        replace_entry(TEXT, _entry(("facts", 1, "questions", 0)), bomb)


def test_ids_are_written_where_none_stood():
    ids = {
        ("facts", 0, "questions", 0): "one-1",
        ("facts", 0, "questions", 1): "one-2",
        ("facts", 1, "questions", 0): "two-1",
        ("facts", 1, "questions", 1): "two-2",
    }
    written = write_ids(TEXT, ids)
    facts = yaml.safe_load(written)["facts"]
    assert [[question["id"] for question in fact["questions"]] for fact in facts] == [
        ["one-1", "one-2"],
        ["two-1", "two-2"],
    ]
    assert "# a comment of the author" in written
    assert len(written.splitlines()) == len(TEXT.splitlines()) + 2


def test_an_id_is_written_into_an_entry_whose_dash_stands_alone():
    text = "questions:\n  - # first\n    type: card\n    stem: A\n    key: B\n"
    assert yaml.safe_load(write_ids(text, {("questions", 0): "a"}))["questions"][0] == {
        "id": "a",
        "type": "card",
        "stem": "A",
        "key": "B",
    }
