"""Item-writing flaws: each one found where it is, and nothing said of what is sound."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from quizapp.questions import AnyQuestion, Question
from quizapp.writing.quality import ERRORS, WARNINGS, Item, find_flaws
from tests.laws.questions import DEFINITIONS, definitions

READ: TypeAdapter[Question] = TypeAdapter(AnyQuestion)


def item(stem: str, key: Any, *lures: Any, fact: int = 0, **more: Any) -> Item:
    """An item of a fact that is stated, unless statement is given as nothing; options make it a choice."""
    statement = more.pop("statement", "A raid took place.")
    who, language = more.pop("according_to", ""), more.pop("language", "en")
    fields = {"type": "choice" if lures else "text", "stem": stem, "key": key, **more}
    question = READ.validate_python({**fields, "distractors": list(lures)} if lures else fields)
    return Item(0, fact, question, statement, who, language)


def numbered(*items: Item) -> list[Item]:
    return [
        Item(number, each.fact, each.question, each.statement, each.according_to, each.language)
        for number, each in enumerate(items)
    ]


def flaws_of(*items: Item) -> set[str]:
    return {flaw.name for flaw in find_flaws(numbered(*items))}


WHEN = "When did the raid on Ostby begin?"
WHO = "Who led the raid on Ostby?"

BROKEN: dict[str, list[tuple[Item, ...]]] = {
    "distractor_is_true": [
        (item(WHEN, "3 May 911", "4 May 911", "May 911"),),
        (item(WHEN, "3 May 911", "2 to 5 May 911", "8 May 911"),),
        (item("Who came?", "the Fourth Army", "4th Army", "the Guard"),),
        (item("How many men came?", "900", "at least 500", "20"),),
        (item(WHO, "Harald", "Svein", "Olaf"), item("Who fell?", "Svein")),
        (item(WHEN, "1945", "1940 to 1949", "1950", statement=""),),
    ],
    "same_stem_other_key": [
        (item(WHO, "Harald", "Olaf", "Knut"), item(WHO, "Olaf", "Harald", "Knut", fact=1)),
    ],
    "key_in_stem": [
        (item("Which man led the Ostby raid that Harald planned?", "Harald"),),
        (item("What was the raid on Ostby directed against?", "the raid on Ostby", statement=""),),
        (item(WHO, "Harald", hints=["His name was Harald."]),),
        (item("In which year was the fleet of 911 burnt?", "911"),),
    ],
    "key_in_other_stem": [
        (item(WHO, "Harald"), item("Why did Harald, who led the raid on Ostby, turn back?", "fog", fact=1)),
        (
            item("What did Harald's ships do to Ostby in spring?", "captured it"),
            item(
                "Which town did Harald's ships, when they capture it in spring, burn: Ostby?", "fog", fact=1
            ),
        ),
        (
            item("Where did Harald's ships land in spring?", "Ostby, Nordland"),
            item("Who saw Harald's ships land at Ostby in spring?", "a monk", fact=1),
        ),
    ],
    "residue_is_left": [
        (item(WHO, "Harald * 17px", "Olaf", "Knut"),),
        (item(WHO, "Harald, ()", "Olaf", "Knut"),),
        (item("Who led [[Ostby raid]]?", "Harald"),),
        (item(WHO, "Harald", statement="Harald led it.[12]"),),
        (item(WHO, "Harald\ufffd"),),
        (item(WHO, "Harald", {"text": "Olaf", "feedback": "Olaf * 17px came later."}),),
        (item(WHO, "Harald", feedback="Harald, () led it."),),
        (item(WHO, "Harald", hints=["He is in [[Ostby]]."]),),
    ],
    "number_lacks_source": [
        (item("How many men died?", "900", according_to="the Ostby annals"),),
    ],
    "bound_is_asked_as_day": [
        (item("On which day was Ostby empty?", "by 3 May 911", "by 4 May 911", "by 5 May 911"),),
        (item("By which day was Ostby empty?", "3 May 911", "4 May 911", "5 May 911"),),
    ],
    "distractor_may_be_true": [
        (item("Write a half as a decimal.", "0.5", "1/2", "0.2", statement=""),),
        (item("Where did they land?", "Ostby, Nordland", "Nordland", "Vik"),),
        (item("Where did they land?", "Ostby", "Ostby, Nordland", "Vik"),),
        (item("Which is the title?", "The Raid", "Raid", "A Raid at Sea", statement=""),),
    ],
    "key_word_in_stem": [(item("What is the plural of sheep?", "sheep", statement=""),)],
    "markup_may_be_left": [
        (item("How does a list of lists begin?", "[[", "((", statement=""),),
        (item("Which tag breaks a line?", "<br>", "<hr>", "<p>", statement=""),),
    ],
    "key_is_longest": [(item(WHO, "Harald the Old of the northern islands", "Olaf", "Knut"),)],
    "options_are_mixed": [(item("What ended the raid?", "3 May 911", "a storm", "hunger"),)],
    "grammar_tells": [(item("The raid was led by an", "earl", "bishop", "king"),)],
    "only_the_key_repeats_the_stem": [
        (item("Which island was the island raid aimed at?", "Ost Island", "Vik", "Nes"),)
    ],
    "option_is_absolute": [(item("How did they fight?", "at night", "always by day", "from boats"),)],
    "option_is_catch_all": [(item(WHO, "Harald", "Olaf", "None of these"),)],
    "option_holds_others": [(item("Where did they land?", "Vik", "Nes", "Ost", "Nes and Ost"),)],
    "stem_is_negative": [(item("Who did not take part?", "Harald", "Olaf", "Knut"),)],
    "stem_is_long": [(item("Who led " + "the long and cold raid " * 9 + "?", "Harald"),)],
    "stem_has_two_dates": [(item("Who held Ostby from 3 May 911 until 9 June 912?", "Harald"),)],
    "keys_stand_unevenly": [
        tuple(
            item(f"How many were at the {name}?", "5", "3", "9", fact=number)
            for number, name in enumerate("abcdefgh")
        )
    ],
}

SOUND: list[tuple[Item, ...]] = [
    (item(WHEN, "3 May 911", "4 May 911", "June 911"),),
    (item("By which day was Ostby empty?", "by 3 May 911", "by 4 May 911", "by 5 May 911"),),
    (item("How many men died, according to the Ostby annals?", "900", according_to="the Ostby annals"),),
    (item("Which came first, the raid or the fire?", "the raid", "the fire"),),
    (
        item("What does “casa” mean?", "house", statement=""),
        item("How do you say “house”?", "casa", statement=""),
    ),
    (item("In 'He runs quickly', which word is the adverb?", "quickly", "runs", "he", statement=""),),
    (item("What does `f([[1]], {{2}})` give?", "`[[1]]`", "`{{2}}`", statement=""),),
    (item("Which call shows a text?", "print()", "echo()", statement=""),),
    (item("What is the symbol of sodium?", "Na"), item("Which element has the symbol Na?", "sodium", fact=1)),
    (item("What is the boiling point of water?", "100 °C", "100 °F", "0 °C", statement=""),),
    (item("Who was king then?", "Harold II", "Harold I", "William II", statement=""),),
    (item("What does f() return?", "None", "nothing of the kind", statement=""),),
    (item("How much of it was theirs?", "about half", "nearly all of it", "a tenth"),),
    (item("Who did **not** take part?", "Harald", "Olaf", "Knut"),),
    (item("Wer ist nicht da, und wo ist only?", "Harald", "immer all", "Knut", language="de"),),
    (item("Where did they land?", "New York", "York", "Boston"),),
    (item("Where did they land?", "Ostby, Nordland", "Ostby, Sudland", "Vik, Nordland"),),
    (item("When was the raid?", "May 3, 911", "May 3, 912", "June 4, 911"),),
    (
        item("What is the simple past tense of the verb open?", "opened"),
        item("What is the past perfect tense of the verb open?", "had been open", fact=1),
    ),
    (item("Who led the raid of 911?", "Harald"), item("When was the raid of Harald?", "911", statement="")),
]

EXAMPLES = [(name, each) for name, listed in BROKEN.items() for each in listed]


@pytest.mark.parametrize(("name", "items"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_a_flaw_is_found(name: str, items: tuple[Item, ...]) -> None:
    assert name in flaws_of(*items)


@pytest.mark.parametrize("items", SOUND, ids=[each[0].question.stem[:40] for each in SOUND])
def test_nothing_is_said_of_what_is_sound(items: tuple[Item, ...]) -> None:
    assert flaws_of(*items) == set()


def test_every_flaw_has_an_example() -> None:
    assert {find.__name__ for find in (*ERRORS, *WARNINGS)} == set(BROKEN)


def test_every_flaw_stands_in_the_manual_under_what_it_is() -> None:
    manual = (Path(__file__).parents[2] / "questions" / "README.md").read_text(encoding="utf-8")
    for flaws, title in ((ERRORS, "| | a problem |\n"), (WARNINGS, "| | a warning |\n")):
        table = manual.partition(title)[2].partition("\n\n")[0]
        assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == [find.__name__ for find in flaws]


def test_errors_come_before_warnings_at_each_question() -> None:
    found = find_flaws(numbered(item(WHO, "Harald, ()", "Olaf", "None of these"), *BROKEN["stem_is_long"][0]))
    assert [(flaw.number, flaw.is_error) for flaw in found] == [(0, True), (0, False), (1, False)]
    assert all("; " in flaw.message for flaw in found)


def test_a_key_in_another_stem_is_found_among_very_many_stems_that_share_words() -> None:
    crowd = [
        item(f"What happened at Ostby on the raid of ship {each}?", f"fog {each}", fact=each)
        for each in range(2, 2_000)
    ]
    assert "key_in_other_stem" in flaws_of(*BROKEN["key_in_other_stem"][0], *crowd)


@pytest.mark.parametrize("kind", list(DEFINITIONS))
@given(pieces=st.data())
def test_any_questions_get_flaws_and_no_exception(kind: str, pieces: st.DataObject) -> None:
    question = READ.validate_python(pieces.draw(definitions(kind)))
    texts = st.text(max_size=40)
    items = [Item(number, 0, question, pieces.draw(texts), pieces.draw(texts)) for number in range(2)]
    assert {flaw.number for flaw in find_flaws(items)} <= {0, 1}
