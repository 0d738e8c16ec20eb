"""Files that are no bank: each mistake is named at its place, in words that say what to do."""

import pytest

from quizapp.bank.reading.read import Reading, read_bank
from quizapp.questions import QUESTION_TYPES
from tests.fixtures.cpu import takes_less

GOOD = """\
title: Mayadin
facts:
  - id: city-captured
    statement: Mayadin fell on 14 October 2017.
    questions:
      - type: date
        stem: When did Mayadin fall?
        key: 2017-10-14
      - type: choice
        stem: Which city fell?
        key: Mayadin
        distractors:
          - Dhiban
          - text: Hajin
            feedback: It fell later.
"""


def problems(text: str | bytes) -> list[str]:
    content = text.encode() if isinstance(text, str) else text
    return [str(problem).removeprefix("x.yaml:") for problem in read_bank(content, "x.yaml").problems]


def test_the_example_of_these_tests_is_a_bank() -> None:
    assert problems(GOOD) == []


IN_ONE_PLACE = [
    ("title: Mayadin", "title: The plan: to win", "1:16: a colon inside a text that has no quotes; put"),
    ("title: Mayadin", 'title: "Mayadin', '1:8: the quote " is opened here and never closed; close it'),
    ("title: Mayadin", "title: 'it's Mayadin'", "1:12: text goes on after its closing quote; put"),
    ("title: Mayadin", "title: @Mayadin", "1:8: a text cannot begin with @; put"),
    ("title: Mayadin", "title: *Mayadin", "1:8: text that begins with * is an alias in YAML"),
    ("title: Mayadin", "title: *Mayadin*", "1:8: text that begins with * or & is not read as text"),
    ("title: Mayadin", "title: &Mayadin x", "1:8: text that begins with & is an anchor in YAML"),
    ("title: Mayadin", "title: !wow x", "1:8: text that begins with ! is a tag in YAML"),
    ("title: Mayadin", "title: !!python/object:os.system x", "1:8: text that begins with ! is a tag"),
    ("title: Mayadin", "title: [Mayadin", "1:8: the [ is not closed"),
    ("title: Mayadin", "title: {Mayadin", "1:8: the { is not closed"),
    ("title: Mayadin", 'title: "C:\\dir"', "1:8: a backslash in double quotes begins an escape"),
    ("title: Mayadin", "title: - Mayadin", "1:8: a list cannot begin on this line"),
    ("title: Mayadin", "title: > Mayadin", "1:8: after | or > the text begins on the next line"),
    ("title: Mayadin", "title: Mayadin\nlanguage", "2:1: this line has no colon; write `name: text`"),
    (
        "title: Mayadin",
        "title: Mayadin\ntitle: Again",
        "2:1: `title` stands here twice, first on line 1; keep one",
    ),
    ("title: Mayadin", "title: Mayadin\n---", "2:1: a second document begins here; delete the line '---'"),
    ("title: Mayadin", "%YAML 1.2\n---\ntitle: Mayadin", "1:1: a line that begins with % is an instruction"),
    ("title: Mayadin", "tilte: Mayadin", "1:1: `tilte` is not a field here; did you mean `title`?"),
    ("title: Mayadin", "language: en", "1:1: `title` is missing; add it"),
    ("title: Mayadin", "title:", "1:1: `title` is missing; add it"),
    ("title: Mayadin", "title:Mayadin", "1:6: a space is missing after the colon; write `title: ...`"),
    ("stem: Which", "stem:Which", "10:13: a space is missing after the colon; write `stem: ...`"),
    ("- type: choice", "-type: choice", "9:7: a space is missing after the dash; write `- type`"),
    ("key: Mayadin", "key:\u00a0Mayadin", "11:13: a no-break space stands here; put a usual space in its"),
    ("        key: M", "\u00a0\u00a0\u00a0 \u00a0   key: M", "11:1: a no-break space indents this line; use"),
    (
        "stem: Which city fell?",
        "stem: [Which] city fell?",
        "10:15: a text cannot begin with [; put the whole",
    ),
    (
        "stem: Which city fell?",
        "stem: {Which} city fell?",
        "10:15: a text cannot begin with {; put the whole",
    ),
    ("title: Mayadin", "title: “Rome: a city”", "1:8: curly quotes are no quotes in YAML; put the whole"),
    (
        "key: Mayadin",
        "key: [Mayadin, Hajin]",
        "11:14: a choice has one key; write one text, or `type: choices`",
    ),
    (
        "title: Mayadin",
        "title: Mayadin\nlanguage: English, British",
        '2:11: "English, British" is not a language',
    ),
    ("title: Mayadin", "title: Mayadin\nformat: 2", '2:9: format "2" is not known here; write `format: 1`'),
    (
        "title: Mayadin",
        "title: x\nsource: {url: 'javascript:alert(1)'}",
        '2:15: "javascript:alert(1)" is not the',
    ),
    (
        "title: Mayadin",
        "title: x\nsource: {url: 'http://[x'}",
        '2:15: "http://[x" is not the address of a page; write it whole',
    ),
    ("id: city-captured", "id: City Captured", '3:9: "City Captured" cannot be an id; use small letters'),
    ("    statement", "\tstatement", "4:1: a tab indents this line; use spaces"),
    ("    statement", "   statement", "4:4: this line does not align with those above it"),
    ("    statement", "      statement", "4:7: this line is indented too far; align it"),
    ("    statement: Mayadin fell on 14 October 2017.\n", "", "3:5: `statement` is missing; add it"),
    (
        "    statement",
        "    mentions: [nothing]\n    statement",
        "4:16: there is no fact `nothing`; write the id",
    ),
    (
        "    statement",
        "    evidence: {sentence: two}\n    statement",
        '4:26: "two" is not a number of a sentence',
    ),
    (
        "      - type: date",
        "      - type: dote",
        '6:15: "dote" is no type of question; write one of choice, ',
    ),
    (
        "      - type: date\n        stem",
        "      - stem",
        "6:9: `type` is missing; write one of choice, choices",
    ),
    ("key: 2017-10-14", "key: 2017-13-45", "8:14: there is no month 13"),
    ("        key: 2017-10-14\n", "", "6:9: `key` is missing; add it"),
    ("key: 2017-10-14", "key:", "8:9: `key` is missing; add it"),
    ("key: 2017-10-14", "key: [2017-10-14]", "8:14: `key` must be text"),
    (
        "        distractors:",
        "        distracters:",
        "12:9: `distracters` is not a field here; did you mean `di",
    ),
    (
        "          - Dhiban",
        "          - Mayadin",
        '13:13: "Mayadin" is both the key and a distractor; remove',
    ),
    (
        "          - Dhiban",
        "          - The plan: to win",
        "13:13: a colon inside a text that has no quotes; put",
    ),
    ("          - Dhiban", "          -", "13:12: this entry is empty; write it or remove it"),
    (
        "            feedback",
        "            feedbak",
        "15:13: `feedbak` is not a field here; did you mean `feedback`?",
    ),
    (
        "            feedback: It",
        "            weight: 2\n            feedback: It",
        "15:21: `weight` is out of range",
    ),
]


@pytest.mark.parametrize(
    ("right", "wrong", "said"), IN_ONE_PLACE, ids=[case[2][:50] for case in IN_ONE_PLACE]
)
def test_one_mistake_is_one_problem_in_its_place(right: str, wrong: str, said: str) -> None:
    assert right in GOOD
    found = problems(GOOD.replace(right, wrong, 1))
    assert len(found) == 1, found
    assert found[0].startswith(said)
    assert "; " in found[0]


def test_every_mistake_of_a_file_is_said_at_once() -> None:
    text = GOOD.replace("title: Mayadin", "title: The plan: to win").replace("id: city-captured", "id: City")
    text = text.replace("key: 2017-10-14", "key: 2017-13-45").replace("- Dhiban", "- Mayadin")
    assert [line.split(":")[0] for line in problems(text)] == ["1", "3", "8", "13"]


def test_two_lines_that_stop_the_parser_are_both_said() -> None:
    text = GOOD.replace("Which city", "Which: city").replace("Mayadin fell on", "Mayadin: fell on")
    assert [line[:5] for line in problems(text)] == ["4:23:", "10:20"]


def test_an_unknown_type_lists_all_types() -> None:
    (said,) = problems(GOOD.replace("type: date", "type: quiz"))
    assert all(each.model_fields["type"].annotation.__args__[0] in said for each in QUESTION_TYPES)


def test_an_id_belongs_to_one_fact_and_to_one_question() -> None:
    text = GOOD.replace("      - type", "      - id: same\n        type")
    (said,) = problems(text + text[text.index("  - id") :].replace("id: same", "id: other", 1))[1:2]
    assert said.startswith(
        "18:9: the id `city-captured` belongs to another fact, on line 3; give this one its own"
    )
    assert problems(text)[0].startswith("10:13: the id `same` belongs to another question, on line 6")


def test_a_bare_question_cannot_have_the_id_of_a_fact() -> None:
    bare = "questions:\n  - {id: city-captured, type: card, stem: a, key: b}\n"
    assert problems(GOOD + bare) == [
        "17:10: the id `city-captured` belongs to another fact, on line 3; give this one its own"
    ]


NO_BANK = [
    (b"", "the file is empty; begin it with `title:`"),
    (b"# nothing yet\n", "the file is empty; begin it with `title:`"),
    (b"hello", "the file is one text; begin it with `title:`"),
    (b"- a\n- b\n", "the file is a list; begin it with `title:`"),
    (b"title: x\n", "there are no questions in this file; write them below `facts:` or `questions:`"),
    (b"title: x\nfacts:\n", "there are no questions in this file; write them below"),
    (b"title: x\nfacts: []\n", "there is no question here; add one below `questions:`"),
    (b"title: x\nfacts: many\n", "`facts` must be a list; put each entry on a line of its own, after a dash"),
    (b"title: x\nquestions: many\n", "`questions` must be a list; put each entry on a line of its own"),
    (
        b"title: x\nquestions: [many]\n",
        "a question must be written with fields; begin with `type` and `stem`",
    ),
    (b"title: x\nfacts: [many]\n", "an entry of `facts` must have names and values; write it"),
    ("title: é".encode("utf-16"), "the file is saved as UTF-16; save it as UTF-8"),
    ("title: é".encode("utf-16-le"), "the file is saved as UTF-16; save it as UTF-8"),
    (b"title: x\x00y", "a NUL byte; this is not a text file"),
    (b"PK\x03\x04abc", "this is a zip or office file, not a text; upload the bank as a YAML file"),
    (b"a" * 8_000_001, "the file has 8.0 MB, at most 8 are read; split it"),
    (b"? [a]\n: b\n", "a list or a group stands where a name is expected; put the text in quotes"),
]


@pytest.mark.parametrize(("content", "said"), NO_BANK)
def test_what_is_no_bank_is_refused_with_a_remedy(content: bytes, said: str) -> None:
    (problem,) = read_bank(content, "x.yaml").problems
    assert problem.message.startswith(said)


def test_questions_are_read_although_the_facts_beside_them_are_no_list() -> None:
    bare = "questions:\n  - {type: text, stem: Who?, key: Me}\n  - {type: text, stem: Who else?}\n"
    reading = read_bank(f"title: x\nfacts: many\n{bare}".encode(), "x.yaml")
    assert [f"{each.line}:{each.column}: {each.message}" for each in reading.problems] == [
        "2:8: `facts` must be a list; put each entry on a line of its own, after a dash",
        "5:6: `key` is missing; add it",
    ]
    assert reading.partial is not None
    assert len(reading.partial.facts) == 1


def test_facts_and_questions_that_are_both_no_lists_are_both_reported() -> None:
    assert problems("title: x\nfacts: many\nquestions: {a: b}\n") == [
        "2:8: `facts` must be a list; put each entry on a line of its own, after a dash",
        "3:12: `questions` must be a list; put each entry on a line of its own, after a dash",
    ]


def test_text_in_another_encoding_is_found_line_by_line() -> None:
    text = GOOD.replace("Dhiban", "Dhibân").replace("It fell", "Él fell")
    assert problems(text.encode("latin-1")) == [
        "13:17: the byte 0xe2 is not UTF-8 (perhaps 'â' in Windows-1252); save the file as UTF-8",
        "15:23: the byte 0xc9 is not UTF-8 (perhaps 'É' in Windows-1252); save the file as UTF-8",
    ]


def test_a_character_that_nobody_sees_is_pointed_out() -> None:
    assert problems(GOOD.replace("Dhiban", "Dhi\x07ban")) == [
        "13:16: a character that nobody sees (U+0007); delete it"
    ]
    assert problems(GOOD.replace("Dhiban", '"Dhi\\aban"'))[0].startswith(
        "13:13: an escape in this text stands for"
    )


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    plain = read_bank(GOOD.encode(), "x.yaml")
    other = read_bank(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(), "x.yaml")
    assert other.problems == ()
    assert other.bank == plain.bank
    assert other.places == plain.places


def test_nesting_is_allowed_to_twenty_levels() -> None:
    deep = "title: x\nfacts: " + "[" * 19 + "]" * 19
    assert not any("nested" in each for each in problems(deep))
    assert any("nested deeper than 20 levels" in each for each in problems(deep.replace("[]", "[[]]")))


HOSTILE = {
    "brackets": "[" * 200_000,
    "braces": "{" * 1_000_000,
    "open maps": "{a: " * 200_000,
    "dashes": "- " * 500_000,
    "question marks": "? " * 500_000,
    "colons": "key: " * 200_000,
    "anchors": "&a " * 300_000,
    "aliases": "- *a\n" * 200_000,
    "directives": "".join(f"%TAG !a{number}! x\n" for number in range(200_000)),
    "late directives": "a: b\n...\n" + "".join(f"%TAG !a{number}! x\n" for number in range(200_000)),
    "entries": "title: x\nfacts:\n" + "- a\n" * 500_000,
    "empty questions": "title: x\nquestions:\n" + "- {}\n" * 19_000,
    "names": "title: x\n" + "".join(f"n{number}: x\n" for number in range(300_000)),
    "unknown names": "title: x\nquestions:\n"
    + ("- " + "".join(f"  n{n}: x\n" for n in range(99))[2:]) * 2_000,
    "mentions": "title: x\nfacts:\n" + f"- mentions: [{'nobody, ' * 4_000}]\n" * 100,
    "broken lines": "a: b: c\n" * 300_000,
    "open quotes": 'a: "\n' * 300_000,
    "distractors": f"title: x\nquestions:\n- type: choice\n  stem: x\n  key: k\n  distractors: [{'d, ' * 4_000}]\n",
    "a long text": f"title: x\nquestions: [{{type: text, stem: x, key: {'9 ' * 2_000_000}}}]",
    "tabs": "a:\n" + "\tb: c\n" * 300_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_in_bounded_time(text: str) -> None:
    readings: list[Reading] = []
    assert takes_less(4, lambda: readings.append(read_bank(text.encode(), "x.yaml")))
    assert 0 < len(readings[-1].problems) <= 201
    assert readings[-1].bank is None


def test_two_hundred_kilobytes_of_brackets_are_refused_in_milliseconds() -> None:
    found: list[str] = []
    assert takes_less(0.25, lambda: found.extend(problems("[" * 200_000)))
    assert found[0].startswith("1:21: nested deeper than 20 levels; put the text in quotes")


def test_a_quote_that_is_never_closed_is_shown_where_it_was_opened() -> None:
    text = 'title: T\nquestions:\n  - type: card\n    stem: "Who was it?\n    key: "Caesar"\n'
    (problem,) = read_bank(text.encode(), "x.yaml").problems
    assert str(problem) == 'x.yaml:4:11: the quote " is opened here and never closed; close it'


def test_after_two_hundred_problems_one_line_says_that_there_may_be_more() -> None:
    text = "title: x\nquestions:\n" + "".join(f"  - &a{n} a\n" for n in range(300))
    problems = read_bank(text.encode(), "x.yaml").problems
    assert len(problems) == 201
    assert "200 problems were found up to here; mend these" in problems[-1].message


def test_every_line_that_stops_the_parser_is_named_where_one_hides_no_other() -> None:
    text = GOOD.replace("        key: 2017", "         key: 2017").replace("        key: M", "       key: M")
    text = text.replace("stem: When", "stem:When")
    assert [each.split(":")[0] for each in problems(text)] == ["7", "8", "11"]


def test_a_line_that_could_not_be_read_does_not_count_as_missing() -> None:
    assert len(problems(GOOD.replace("        key: Mayadin", "       key: Mayadin"))) == 1


def test_a_text_block_may_hold_whatever_looks_like_a_slip() -> None:
    block = "title: Mayadin\ndescription: |\n  stem:none\n  \u00a0key: x\n  -type: y\n"
    assert problems(GOOD.replace("title: Mayadin\n", block)) == []


def test_a_long_line_of_spaces_is_read_at_once() -> None:
    starts = ("title: " + " " * 100_000 + "x", " " * 100_000 + "x:y: z", "- " * 50_000, "-\u00a0" * 50_000)
    assert takes_less(3, lambda: [problems(f"{line}\n{GOOD}") for line in starts])
