"""Ids stay: what memory hangs on survives edits, moves and files that come back without ids."""

import pytest

from quizapp.bank.diff import Changes, compare, find_doubts
from quizapp.bank.identity import slug, with_ids
from quizapp.bank.reading.read import read_bank
from quizapp.bank.schema import Bank

CITIES = [
    "Mayadin",
    "Raqqa",
    "Dhiban",
    "Hajin",
    "Quriyah",
    "Asharah",
    "Busayrah",
    "Shafah",
    "Baghuz",
    "Abu Kamal",
]


def read(text: str) -> Bank:
    reading = read_bank(text.encode(), "x.yaml", judging=False)
    assert reading.bank is not None, reading.problems
    return reading.bank


def write_bare(stems: list[str]) -> str:
    return "title: T\nquestions:\n" + "".join(
        f"  - type: card\n    stem: {stem}\n    key: k\n" for stem in stems
    )


def write_facts(cities: list[str]) -> str:
    lines = ["title: T", "facts:"]
    for city in cities:
        lines += [f"  - statement: The city of {city} fell to the army.", "    questions:"]
        lines += [
            "      - type: text",
            f"        stem: Who took the city of {city}?",
            "        key: the army",
        ]
        lines += ["      - type: card", f"        stem: What happened in {city}?", "        key: it fell"]
        lines += ["      - type: date", f"        stem: When did {city} fall?", "        key: 2017-10-14"]
        lines += ["      - type: card", f"        stem: Where is {city}?", "        key: on the river"]
    return "\n".join(lines)


def ids(bank: Bank) -> list[tuple[str | None, list[str | None]]]:
    return [(fact.id, [question.id for question in fact.questions]) for fact in bank.facts]


def test_without_a_former_bank_ids_come_from_the_texts() -> None:
    bank = with_ids(read(write_facts(["Mayadin"])), None)
    name = "the-city-of-mayadin-fell-to-the-army"
    assert ids(bank) == [(name, [f"{name}-{number}" for number in (1, 2, 3, 4)])]


def test_an_id_of_the_file_is_kept_and_never_given_twice() -> None:
    bank = read(
        "title: T\nquestions:\n"
        "  - {type: card, stem: Who, key: a}\n"
        "  - {type: card, stem: Who, key: b}\n"
        "  - {type: card, stem: x, key: a, id: who}\n"
    )
    assert [name for name, _ in ids(with_ids(bank, None))] == ["who-2", "who-3", "who"]


def test_five_typos_in_forty_questions_are_five_changes_and_nothing_new() -> None:
    before = with_ids(read(write_facts(CITIES)), None)
    text = write_facts(CITIES)
    for right, wrong in (
        ("Who took the city of Mayadin", "Who tok the city of Mayadin"),
        ("What happened in Raqqa", "What hapened in Raqqa"),
        ("When did Dhiban fall", "When dit Dhiban fall"),
        ("Where is Hajin", "Wher is Hajin"),
        ("Who took the city of Baghuz", "Who took the citty of Baghuz"),
    ):
        assert right in text
        text = text.replace(right, wrong)
    changes = compare(before, with_ids(read(text), before))
    assert str(changes) == "0 new, 5 changed, 35 the same, 0 gone"
    assert changes.key_changed == ()
    assert len(changes.facts_same) == 10


def test_a_typo_in_a_statement_keeps_the_fact() -> None:
    before = with_ids(read(write_facts(CITIES)), None)
    after = with_ids(read(write_facts(CITIES).replace("city of Raqqa fell", "city off Raqqa fell")), before)
    assert ids(after) == ids(before)
    assert compare(before, after).facts_changed == (before.facts[1].id,)


def test_facts_may_move_and_others_come_between() -> None:
    before = with_ids(read(write_facts(CITIES)), None)
    after = with_ids(read(write_facts(["Palmyra", *reversed(CITIES)])), before)
    assert sorted(ids(after)[1:], key=str) == sorted(ids(before), key=str)
    assert str(compare(before, after)) == "4 new, 0 changed, 40 the same, 0 gone"


def test_a_question_put_in_front_takes_no_id_of_another() -> None:
    before = with_ids(read(write_facts(["Mayadin"])), None)
    text = write_facts(["Mayadin"]).replace(
        "questions:\n", "questions:\n      - {type: card, stem: New, key: n}\n"
    )
    (_, names) = ids(with_ids(read(text), before))[0]
    assert names[1:] == ids(before)[0][1]
    assert names[0] not in names[1:]


def test_an_id_of_a_question_that_is_gone_is_not_given_again() -> None:
    before = with_ids(read(write_bare(["What is the first?", "Who was next?"])), None)
    after = with_ids(read(write_facts(["Mayadin"])), before)
    assert {name for name, _ in ids(after)}.isdisjoint(name for name, _ in ids(before))


def change(old: str, new: str) -> tuple[Bank, Bank, Changes]:
    """A former bank, the new one with its ids, and what changes."""
    before = with_ids(read(old), None)
    after = with_ids(read(new), before)
    return before, after, compare(before, after)


def write_typed(*questions: tuple[str, str, str]) -> str:
    return "title: T\nquestions:\n" + "".join(
        f"  - {{type: {kind}, stem: '{stem}', key: '{key}'}}\n" for kind, stem, key in questions
    )


SPAIN = ("text", "Who was the king of Spain?", "Philip")


def test_a_corrected_year_in_a_bare_question_is_a_change() -> None:
    old = write_typed(("text", "Who won the battle of Trafalgar in 1850?", "Nelson"), SPAIN)
    _, _, changes = change(old, old.replace("1850", "1805"))
    assert str(changes) == "0 new, 1 changed, 1 the same, 0 gone"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (  # another answer
            [("text", "Who won the cup in 2014?", "Germany")],
            [("text", "Who won the cup in 2018?", "France")],
        ),
        (  # a series, of which one is left as it was
            [("text", "Who led Rome in 59 BC?", "Caesar"), ("text", "Who led Rome in 48 BC?", "Caesar")],
            [("text", "Who led Rome in 59 BC?", "Caesar"), ("text", "Who led Rome in 46 BC?", "Caesar")],
        ),
        (  # one of the new ones is the former
            [("text", "Who led Rome in 59 BC?", "Caesar")],
            [("text", "Who led Rome in 48 BC?", "Caesar"), ("text", "Who led Rome in 46 BC?", "Caesar")],
        ),
    ],
)
def test_a_question_of_a_series_or_with_another_answer_is_asked_about(
    old: list[tuple[str, str, str]], new: list[tuple[str, str, str]]
) -> None:
    before, after, changes = change(write_typed(*old), write_typed(*new))
    assert (len(changes.gone), len(changes.key_changed)) == (1, 0)
    ((doubted, former),) = find_doubts(before, after, changes)
    assert doubted in changes.facts_new
    assert former in changes.facts_gone


def test_what_is_not_alike_is_not_doubted() -> None:
    before, after, changes = change(write_typed(SPAIN), write_typed(("text", "Which sea is deepest?", "x")))
    assert (len(changes.new), len(changes.gone)) == (1, 1)
    assert find_doubts(before, after, changes) == []


def test_another_type_and_a_typo_mended_are_one_change() -> None:
    old = write_typed(("card", "Who won the batle of Trafalgar?", "Nelson"), SPAIN)
    _, _, changes = change(old, old.replace("type: card", "type: text").replace("batle", "battle"))
    assert str(changes) == "0 new, 1 changed (1 with another key), 1 the same, 0 gone"


@pytest.mark.parametrize("kind", ["text", "card"])
def test_a_bare_question_that_becomes_a_fact_keeps_its_ids(kind: str) -> None:
    old = write_typed(("text", "Who won the battle of Trafalgar?", "Nelson"), SPAIN)
    new = (
        "title: T\nfacts:\n  - statement: Nelson won the battle of Trafalgar.\n    questions:\n"
        "      - {type: choice, stem: Which one?, key: Nelson, distractors: [Pitt]}\n"
        f"      - {{type: {kind}, stem: 'Who won the battle of Trafalgar?', key: Nelson}}\n"
        "questions:\n  - {type: text, stem: Who was the king of Spain?, key: Philip}\n"
    )
    before, after, changes = change(old, new)
    assert after.facts[0].id == before.facts[0].id
    assert changes.gone == ()
    assert len(changes.new) == 1


def test_a_changed_key_is_said() -> None:
    before = with_ids(read(write_facts(["Mayadin"])), None)
    changes = compare(
        before, with_ids(read(write_facts(["Mayadin"]).replace("2017-10-14", "2017-10-13")), before)
    )
    assert changes.key_changed == changes.changed == ((before.facts[0].id, before.facts[0].questions[2].id),)
    assert str(changes) == "0 new, 1 changed (1 with another key), 3 the same, 0 gone"


def test_a_question_stays_itself_when_it_is_asked_in_another_way() -> None:
    before = with_ids(read(write_facts(["Mayadin"])), None)
    after = with_ids(read(write_facts(["Mayadin"]).replace("type: text", "type: card")), before)
    assert after.facts[0].id == before.facts[0].id
    assert str(compare(before, after)) == "0 new, 1 changed (1 with another key), 3 the same, 0 gone"


def test_a_bare_question_stays_itself_when_it_is_asked_in_another_way() -> None:
    before = with_ids(read(write_bare(["Who was it?", "What was it?"])), None)
    text = write_bare(["Who was it?", "What was it?"]).replace("type: card", "type: text", 1)
    assert ids(with_ids(read(text), before)) == ids(before)


def write_years(*years: str, stem: str = "When did the war begin, as {}?") -> str:
    return "title: T\nfacts:\n" + "".join(
        f"  - statement: The long war of the kings began in {year}.\n"
        f"    questions: [{{type: date, stem: '{stem.format(year)}', key: '{year}'}}]\n"
        for year in years
    )


@pytest.mark.parametrize(
    "stem", ["When did the war begin?", "Was it {} when the long war of the kings began?"]
)
def test_a_corrected_year_loses_no_card(stem: str) -> None:
    before = with_ids(read(write_years("1912", stem=stem)), None)
    after = with_ids(read(write_years("1914", stem=stem)), before)
    assert ids(after) == ids(before)


def test_twins_that_differ_in_their_year_never_change_places() -> None:
    before = with_ids(read(write_years("1914", "1918")), None)
    assert ids(with_ids(read(write_years("1918", "1914")), before)) == ids(before)[::-1]
    after = with_ids(read(write_years("1915", "1919")), before)
    assert {name for name, _ in ids(after)}.isdisjoint(name for name, _ in ids(before))
    assert ids(with_ids(read(write_years("1914", "1919")), before)) == ids(before)


def test_a_fact_renamed_in_the_file_keeps_its_id_and_so_do_mentions_of_it() -> None:
    text = "title: T\nfacts:\n  - {id: a, statement: One., questions: [{type: card, stem: x, key: y}]}\n"
    more = "  - {statement: Two., mentions: [a], questions: [{type: card, stem: z, key: y}]}\n"
    before = with_ids(read(text + more), None)
    after = with_ids(read((text + more).replace("id: a", "id: b").replace("[a]", "[b]")), before)
    assert after == before


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayadin fell.", "mayadin-fell"),
        ("Él's café", "els-cafe"),
        ("Москва", ""),
        ("a" * 100, "a" * 60),
        ("one two " * 20, "one-two-one-two-one-two-one-two-one-two-one-two-one-two-one"),
    ],
)
def test_a_slug_is_letters_digits_and_hyphens(text: str, name: str) -> None:
    assert slug(text) == name


def test_nothing_changed_is_no_change() -> None:
    bank = with_ids(read(write_facts(CITIES)), None)
    assert not compare(bank, bank)
    assert compare(None, bank)
