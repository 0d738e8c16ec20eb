"""Single fields of an entry's text are replaced; every other character stays."""

import pytest

from quizapp.bank.fields import read_description, read_fields, replace_fields

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
    ("text", "said"),
    [
        ("a: " + "[" * 200_000, "nested deeper than 20 levels"),
        ("- " * 200_000, "nested deeper than 20 levels"),
        ("? " * 200_000, "nested deeper than 20 levels"),
        ("{a: " * 20_000 + "}" * 20_000, "nested deeper than 20 levels"),
        ("a:\n" + "- b\n" * 400_000, "more than 300,000 values"),
        ("%A\n" * 300_000, "instruction to the parser"),
        ("a: b\n...\n" + "".join(f"%TAG !{n}! x\n" for n in range(100_000)), "second document"),
        ("a: &b c\nd: *b", "alias"),
    ],
)
def test_what_would_end_or_hold_up_the_process_is_refused_at_its_first_signs(text: str, said: str) -> None:
    for read in (read_fields, lambda piece: replace_fields(piece, {"key": "x"})):
        with pytest.raises(ValueError, match=said):
            read(text)


@pytest.mark.parametrize("end", ["", "\n...\n", "\n# and no more\n", "\n...\n# no more\n\n"])
def test_a_piece_may_say_where_it_ends(end: str) -> None:
    assert read_fields(f"a: b{end}") == {"a": "b"}


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
