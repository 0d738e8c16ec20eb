"""The mechanical rules of good questions, over a bank as plain texts: each gives the places that break it.

What every bank is checked for stands in `quizapp.writing.quality`; here is what only the banks that ship must keep.
A rule is a function from a bank to complaints, its name in `RULES`, and a broken bank in test_rules.py.
What only one bank knows (its aliases, its undated events) stands in knowledge.py, under the bank's id.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from tests.banks.asked import DAY, Entry, asked, contains, fold, say_day, text_of
from tests.banks.knowledge import knowledge

Rule = Callable[[Entry], Iterator[str]]

WITH_OPTIONS = ("choice", "choices")
PLACEHOLDERS = {
    "unknown",
    "not known",
    "none",
    "none of these",
    "none of the above",
    "all of the above",
    "both",
}
PLACEHOLDERS |= {"true", "false", "yes", "no", "n a"}


def options_differ(bank: Entry) -> Iterator[str]:
    """No two options of a question are the same, and no distractor is the key."""
    for each in asked(bank):
        if each.type in (*WITH_OPTIONS, "match"):
            keys = set(map(fold, each.keys)) if each.type == "match" else list(map(fold, each.keys))
            for option, times in Counter([*keys, *map(fold, each.distractors)]).items():
                if times > 1:
                    yield f"{each.name}: the option '{option}' stands there twice"


def aliases_are_not_options(bank: Entry) -> Iterator[str]:
    """Two names of one thing are never options of one question."""
    for each in asked(bank):
        options = {fold(option) for option in (*each.keys, *each.distractors)}
        for names in knowledge(bank).aliases:
            if len(options & names) > 1:
                yield f"{each.name}: {sorted(options & names)} are the same"


def true_things_are_not_distractors(bank: Entry) -> Iterator[str]:
    """What is right too is never a distractor."""
    for each in asked(bank):
        keys, distractors = set(map(fold, each.keys)), set(map(fold, each.distractors))
        for group in knowledge(bank).all_true:
            if keys & group and distractors & group:
                yield f"{each.name}: {sorted(distractors & group)} is right as well"


def claims_say_whose_they_are(bank: Entry) -> Iterator[str]:
    """A fact according to somebody names them in every stem, except on a card's front."""
    for each in asked(bank):
        source = each.fact.get("according_to")
        if source and each.type != "card" and not contains(each.stem, source):
            yield f"{each.name}: the stem does not say '{source}'"


def disputed_numbers_say_according_to_whom(bank: Entry) -> Iterator[str]:
    """A disputed number is never asked bare."""
    for each in asked(bank):
        is_disputed = each.type in ("choice", "number") and set(each.keys) & knowledge(bank).disputed
        if is_disputed and not contains(each.stem, "according to"):
            yield f"{each.name}: the stem does not say according to whom"


def by_is_not_on(bank: Entry) -> Iterator[str]:
    """An upper bound is asked with "by", a day without it."""
    for each in asked(bank):
        if each.type == "date" and each.keys[0].startswith("../") != contains(each.stem, "by which day"):
            yield f"{each.name}: key {each.keys[0]}, but the stem says '{each.stem}'"
        is_day = each.type == "choice" and DAY.search(each.keys[0])
        if is_day and each.keys[0].startswith("By ") != contains(each.stem, "by which day"):
            yield f"{each.name}: key '{each.keys[0]}', but the stem says '{each.stem}'"


def stems_hide_the_key(bank: Entry) -> Iterator[str]:
    """Neither the stem nor a hint that does not reveal it holds the key."""
    for each in asked(bank):
        if each.type in ("order", "match", "card"):
            continue
        hints = [
            hint for hint in each.question.get("hints", []) if isinstance(hint, str) or "reveals" not in hint
        ]
        shown = [each.stem, *map(text_of, hints)]
        answers = [spoken for key in (*each.keys, *each.accepted) for spoken in (key, say_day(key))]
        for answer in answers:
            if any(contains(text, answer) for text in shown):
                yield f"{each.name}: '{answer}' stands in '{each.stem}' or in a hint"


def pairs_hide_the_key(bank: Entry) -> Iterator[str]:
    """No left side holds its right side."""
    for each in asked(bank):
        if each.type == "match":
            for left, right in each.question["key"].items():
                if contains(left, right) or contains(each.stem, right):
                    yield f"{each.name}: '{left}' gives '{right}' away"


def stems_are_asked_once(bank: Entry) -> Iterator[str]:
    """No two questions ask the same words in the same way."""
    for (kind, stem), times in Counter((each.type, fold(each.stem)) for each in asked(bank)).items():
        if times > 1:
            yield f"{kind} '{stem}' is asked {times} times"


def days_have_a_year(bank: Entry) -> Iterator[str]:
    """A day in a stem, a key or an option is written with its year."""
    for each in asked(bank):
        for text in (each.stem, *each.keys, *each.distractors):
            if any(year == "" for year in DAY.findall(text)):
                yield f"{each.name}: a day without its year in '{text}'"


def ids_are_unique(bank: Entry) -> Iterator[str]:
    """No two facts and no two questions have the same id."""
    names = [fact["id"] for fact in bank["facts"]] + [each.name for each in asked(bank)]
    for name, times in Counter(names).items():
        if times > 1 or not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}(/\d+)?", name):
            yield f"'{name}' stands there {times} times, or is no id"


def mentions_exist(bank: Entry) -> Iterator[str]:
    """A fact mentions other facts of the bank."""
    known = {fact["id"] for fact in bank["facts"]}
    for fact in bank["facts"]:
        for mention in fact.get("mentions", []):
            if mention not in known - {fact["id"]}:
                yield f"{fact['id']} mentions '{mention}'"


def nothing_is_a_placeholder(bank: Entry) -> Iterator[str]:
    """ "Unknown", "all of these", "true" and the like are never options or keys."""
    for each in asked(bank):
        for option in (*each.keys, *each.distractors):
            if fold(option) in PLACEHOLDERS:
                yield f"{each.name}: '{option}' is no option"


def length_tells_nothing(bank: Entry) -> Iterator[str]:
    """The key is the only longest, or the only shortest, option in at most half of the choice questions."""
    lengths = [
        (len(each.keys[0]), list(map(len, each.distractors))) for each in asked(bank) if each.type == "choice"
    ]
    longest = sum(key > max(others) for key, others in lengths)
    shortest = sum(key < min(others) for key, others in lengths)
    for name, number in (("longest", longest), ("shortest", shortest)):
        if number * 2 > len(lengths):
            yield f"the key is the {name} option in {number} of {len(lengths)} choice questions"


def lures_are_explained(bank: Entry) -> Iterator[str]:
    """Nearly every distractor of a choice says what it really is, and there are enough of them."""
    options = [
        option for each in asked(bank) if each.type in WITH_OPTIONS for option in each.question["distractors"]
    ]
    silent = [text_of(option) for option in options if isinstance(option, str) or not option.get("feedback")]
    if len(silent) * 10 > len(options):
        yield f"{len(silent)} of {len(options)} distractors have no feedback"
    for each in asked(bank):
        if each.type == "choice" and len(each.distractors) < 2:
            yield f"{each.name}: only {len(each.distractors)} distractor"


def undated_events_get_no_date(bank: Entry) -> Iterator[str]:
    """What the source gives no day for is not asked for its day, nor told with one."""
    for fact in bank["facts"]:
        if fact["id"] in knowledge(bank).undated:
            texts = [
                fact["statement"],
                *(key for each in asked(bank) if each.fact is fact for key in each.keys),
            ]
            if any(DAY.search(text) or say_day(text) != text for text in texts):
                yield f"{fact['id']} has a day"
            if any(question["type"] == "date" for question in fact["questions"]):
                yield f"{fact['id']} is asked for its date"


def orders_are_of_firm_days(bank: Entry) -> Iterator[str]:
    """A sequence mentions one fact an item, in order, each with a day of its own that is no upper bound."""
    days = {each.fact["id"]: each.keys[0] for each in asked(bank) if each.type == "date"}
    for each in asked(bank):
        if each.type == "order":
            found = [days.get(mention, "") for mention in each.fact.get("mentions", [])]
            firm = [day for day in found if say_day(day) != day and not day.startswith("../")]
            if firm != sorted(set(firm)) or len(firm) != len(each.keys) or len(found) != len(firm):
                yield f"{each.name}: {found} for {len(each.keys)} items"


def the_bank_is_large_enough(bank: Entry) -> Iterator[str]:
    """Facts, questions and types are as many as promised, and most facts have two questions or more."""
    promised, questions = knowledge(bank), asked(bank)
    if len(bank["facts"]) < promised.facts or len(questions) < promised.questions:
        yield f"{len(bank['facts'])} facts and {len(questions)} questions"
    if missing := promised.types - {each.type for each in questions}:
        yield f"no question of type {sorted(missing)}"
    single = sum(len(fact["questions"]) < 2 for fact in bank["facts"])
    if single * 2 > len(bank["facts"]):
        yield f"{single} of {len(bank['facts'])} facts have only one question"


RULES: tuple[Rule, ...] = (
    options_differ,
    aliases_are_not_options,
    true_things_are_not_distractors,
    claims_say_whose_they_are,
    disputed_numbers_say_according_to_whom,
    by_is_not_on,
    stems_hide_the_key,
    pairs_hide_the_key,
    stems_are_asked_once,
    days_have_a_year,
    ids_are_unique,
    mentions_exist,
    nothing_is_a_placeholder,
    length_tells_nothing,
    lures_are_explained,
    undated_events_get_no_date,
    orders_are_of_firm_days,
    the_bank_is_large_enough,
)
