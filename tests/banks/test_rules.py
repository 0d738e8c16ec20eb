"""Every rule for shipped banks can fail: a small sound bank keeps them all, and a broken one is caught."""

from copy import deepcopy

import pytest

from tests.banks.asked import Entry, fold
from tests.banks.knowledge import KNOWLEDGE
from tests.banks.rules import (
    RULES,
    Rule,
    aliases_are_not_options,
    by_is_not_on,
    claims_say_whose_they_are,
    days_have_a_year,
    disputed_numbers_say_according_to_whom,
    ids_are_unique,
    length_tells_nothing,
    lures_are_explained,
    mentions_exist,
    nothing_is_a_placeholder,
    options_differ,
    orders_are_of_firm_days,
    pairs_hide_the_key,
    stems_are_asked_once,
    stems_hide_the_key,
    the_bank_is_large_enough,
    true_things_are_not_distractors,
    undated_events_get_no_date,
)

MAYADIN = "2017-mayadin-offensive"


def lure(text: str) -> Entry:
    return {"text": text, "feedback": f"What {text} really is."}


def choice(stem: str, key: str, *distractors: str) -> Entry:
    return {"type": "choice", "stem": stem, "key": key, "distractors": [lure(text) for text in distractors]}


def dated(stem: str, key: str) -> Entry:
    return {"type": "date", "stem": stem, "key": key}


def fact(name: str, *questions: Entry, **more: object) -> Entry:
    return {"id": name, "statement": f"What {name} says.", "questions": list(questions), **more}


SOUND: Entry = {
    "id": "small",
    "facts": [
        fact(
            "fall",
            choice("Who took it?", "The Syrian Army", "Tribes", "Nobody's friends"),
            mentions=["start"],
        ),
        fact(
            "start",
            dated("When did it begin?", "2017-10-04"),
            choice("On what scale?", "Large", "Tiny", "Immense"),
        ),
        fact(
            "end",
            dated("By which day was it over?", "../2017-10-17"),
            dated("When did the last shot fall?", "2017-10-18"),
        ),
        fact(
            "middle",
            dated("When was the crossing?", "2017-10-09"),
            {"type": "card", "stem": "Which?", "key": "Yes, it"},
        ),
        fact(
            "sequence",
            {"type": "order", "stem": "In which order?", "key": ["It begins", "It is crossed", "It is over"]},
            {
                "type": "match",
                "stem": "Match.",
                "key": {"City": "Mayadin", "Land": "Syria"},
                "distractors": ["Iraq"],
            },
            mentions=["start", "middle", "end"],
        ),
    ],
}

BROKEN: list[tuple[Rule, str, list[Entry]]] = [
    (options_differ, "small", [fact("a", choice("Who?", "The Army", "army", "Tribes"))]),
    (options_differ, "small", [fact("a", choice("Who?", "Army", "Tribes", "Tribés"))]),
    (aliases_are_not_options, MAYADIN, [fact("a", choice("Who?", "Islamic State", "ISIL", "Tribes"))]),
    (
        aliases_are_not_options,
        MAYADIN,
        [fact("a", choice("Who?", "Tribes", "The Syrian Army", "Government forces"))],
    ),
    (true_things_are_not_distractors, MAYADIN, [fact("a", choice("Where?", "Mayadin", "Syria", "Jordan"))]),
    (claims_say_whose_they_are, "small", [fact("a", dated("When?", "2017"), according_to="Russia")]),
    (
        disputed_numbers_say_according_to_whom,
        MAYADIN,
        [fact("a", choice("How many?", "180 or more", "200 or more"))],
    ),
    (
        disputed_numbers_say_according_to_whom,
        MAYADIN,
        [fact("a", {"type": "number", "stem": "How many?", "key": "38"})],
    ),
    (by_is_not_on, "small", [fact("a", dated("When was it over?", "../2017-10-17"))]),
    (by_is_not_on, "small", [fact("a", dated("By which day was it over?", "2017-10-17"))]),
    (by_is_not_on, "small", [fact("a", choice("On which day?", "By 17 October 2017", "By 1 May 2017"))]),
    (stems_hide_the_key, "small", [fact("a", choice("Who led the army of Rome?", "The Army", "Tribes"))]),
    (stems_hide_the_key, "small", [fact("a", dated("What happened on 17 October 2017?", "2017-10-17"))]),
    (
        stems_hide_the_key,
        "small",
        [fact("a", {"type": "text", "stem": "Who?", "key": "Rome", "hints": ["It is Rome."]})],
    ),
    (
        stems_hide_the_key,
        "small",
        [fact("a", {"type": "cloze", "stem": "The IS ___.", "key": [{"text": "state", "accepted": ["IS"]}]})],
    ),
    (
        pairs_hide_the_key,
        "small",
        [fact("a", {"type": "match", "stem": "Match.", "key": {"The city of Rome": "Rome"}})],
    ),
    (stems_are_asked_once, "small", [fact("a", dated("When?", "2017")), fact("b", dated("When", "2018"))]),
    (days_have_a_year, "small", [fact("a", choice("What happened on 4 October?", "A", "B"))]),
    (days_have_a_year, "small", [fact("a", choice("When?", "4 October 2017", "5 October"))]),
    (ids_are_unique, "small", [fact("a", dated("When?", "2017")), fact("a", dated("What year?", "2018"))]),
    (ids_are_unique, "small", [fact("A fact", dated("When?", "2017"))]),
    (mentions_exist, "small", [fact("a", dated("When?", "2017"), mentions=["b"])]),
    (mentions_exist, "small", [fact("a", dated("When?", "2017"), mentions=["a"])]),
    (nothing_is_a_placeholder, "small", [fact("a", choice("Who?", "Rome", "Unknown", "Carthage"))]),
    (nothing_is_a_placeholder, "small", [fact("a", choice("Is it so?", "True", "False"))]),
    (length_tells_nothing, "small", [fact("a", choice("Who?", "The longest of all", "Rome", "Athens"))]),
    (length_tells_nothing, "small", [fact("a", choice("Who?", "Ur", "Rome", "Athens"))]),
    (
        lures_are_explained,
        "small",
        [fact("a", {"type": "choice", "stem": "Who?", "key": "Ur", "distractors": ["Rome", "Athens"]})],
    ),
    (lures_are_explained, "small", [fact("a", choice("Who?", "Ur", "Rome"))]),
    (undated_events_get_no_date, MAYADIN, [fact("retreat-bank", dated("When?", "2017"))]),
    (undated_events_get_no_date, MAYADIN, [fact("retreat-bank", choice("When?", "20 October 2017", "A"))]),
    (
        orders_are_of_firm_days,
        "small",
        [
            fact("a", {"type": "order", "stem": "Order.", "key": ["1", "2", "3"]}, mentions=["b", "c", "d"]),
            fact("b", dated("When?", "2017-10-04")),
            fact("c", dated("When was c?", "2017-10-05")),
            fact("d", dated("By which day?", "../2017-10-17")),
        ],
    ),
    (
        orders_are_of_firm_days,
        "small",
        [
            fact("a", {"type": "order", "stem": "Order.", "key": ["1", "2", "3"]}, mentions=["b", "c", "d"]),
            fact("b", dated("When?", "2017-10-04")),
            fact("c", dated("When was c?", "2017-10-07")),
            fact("d", dated("When was d?", "2017-10-07")),
        ],
    ),
    (the_bank_is_large_enough, MAYADIN, [fact("a", dated("When?", "2017"), dated("In what year?", "2017"))]),
    (the_bank_is_large_enough, "small", [fact("a", dated("When?", "2017"))]),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_sound_bank_keeps_every_rule(rule: Rule) -> None:
    assert list(rule(deepcopy(SOUND))) == []


@pytest.mark.parametrize(("rule", "name", "facts"), BROKEN, ids=lambda each: getattr(each, "__name__", ""))
def test_a_broken_bank_is_caught(rule: Rule, name: str, facts: list[Entry]) -> None:
    assert list(rule({"id": name, "facts": facts})) != []


def test_every_rule_is_tried_on_a_broken_bank() -> None:
    assert {rule for rule, _, _ in BROKEN} == set(RULES)


def test_what_the_rules_know_of_a_bank_is_written_folded() -> None:
    known = [names for each in KNOWLEDGE.values() for names in (*each.aliases, *each.all_true)]
    assert [name for names in known for name in names if fold(name) != name] == []
