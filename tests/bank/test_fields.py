"""Single fields of an entry's text are replaced; every other character stays."""

import pytest

from quizapp.bank.fields import read_description, replace_fields

WRITTEN = """# of the river
type: text   # typed
stem: |
  What
  is it?
# the usual name
key: "38"
accepted: [a, b]
hints:
  - one"""


def test_what_is_not_replaced_stays_as_it_was_written() -> None:
    replaced = replace_fields(WRITTEN, {"key": "a: b", "hints": None, "tags": ["x"]})
    assert replaced == WRITTEN.replace('"38"', '"a: b"').replace("hints:\n  - one", "tags:\n  - x\n")
    assert replace_fields(WRITTEN, {}) == f"{WRITTEN}\n"


def test_an_entry_in_braces_is_written_on_lines() -> None:
    assert replace_fields("{type: card, key: a, stem: b}", {"key": "c", "tags": None}) == (
        "type: card\nstem: b\nkey: c\n"
    )


@pytest.mark.parametrize("text", ["", "- a", "a: [", "[" * 50])
def test_what_has_no_fields_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"; "):
        replace_fields(text, {"key": "x"})


@pytest.mark.parametrize(
    ("head", "description"),
    [
        ("title: x\n", ""),
        ("description: a # b\n", "a"),
        ("title: |\n  description: no\ndescription: |\n  a\n\n  facts: b\nlanguage: en\n", "a\n\nfacts: b\n"),
        ('description: "a\n  b"\n', "a b"),
        ("description: [a]\n", ""),
        ("description: [a\n", ""),
    ],
)
def test_a_description_is_read_without_the_facts(head: str, description: str) -> None:
    assert read_description(f"{head}facts:\n- {{statement: x}}\n") == description
