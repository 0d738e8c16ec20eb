"""Strategies for definitions of every question type; a new type adds one entry to `DEFINITIONS`, in their order.

What does not depend on a draw is a constant: a strategy that is made anew for each example is checked anew too.
"""

import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import strategies as st

from quizapp.questions.options import likeness
from quizapp.values.text import clean

Fields = dict[str, Any]

SAID = st.sampled_from(["", "A village.", "**Taken** by 20 October: [see](x)\n"])
VISIBLE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(
    lambda text: bool(clean(text)) and bool(text.strip()) and bool(likeness(text))
)
WORDS = st.lists(
    st.sampled_from(
        ["Mayadin", "al-Hassan", "Deir ez-Zor", "5th", "Corps", "Tiger", "Forces", "Zürich", "西部"]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
NAMES = WORDS | VISIBLE
DAYS = st.dates().map(lambda day: day.isoformat())
MONTHS = st.dates().map(lambda day: day.isoformat()[:7])
YEARS = st.integers(1, 2100).map(lambda year: f"{year:04}") | st.integers(1, 999).map(
    lambda year: f"-{year:04}"
)
SPANS = st.tuples(st.dates(), st.dates()).map(lambda days: f"{min(days)}/{max(days)}")
DATES = DAYS | MONTHS | YEARS | SPANS | DAYS.map(lambda day: f"../{day}") | DAYS.map(lambda day: f"{day}/..")
NUMBERS = st.one_of(
    st.integers(0, 10**9).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.decimals(0, 10_000, places=2).map(str),
    st.integers(0, 10**6).map("{}+".format),
    st.integers(0, 10**6).map("at least {}".format),
    st.integers(0, 10**6).map("about {}".format),
    st.tuples(st.integers(0, 999), st.integers(1, 999)).map(lambda ends: f"{ends[0]}..{sum(ends)}"),
)


@cache
def distinct(least: int, most: int = 6) -> st.SearchStrategy[list[str]]:
    """Texts of which no two look the same."""
    return st.lists(NAMES, min_size=least, max_size=most, unique_by=likeness)


WEIGHTS = st.sampled_from(("0", "0.25", "0.5", "1"))
GAPS = st.lists(NAMES | DATES | NUMBERS, min_size=1, max_size=4)
ENDS = st.sampled_from(["", " in 2017."])


@st.composite
def options(draw: st.DrawFn, texts: list[str], weights: st.SearchStrategy[str] | None = None) -> list[object]:
    """Each text as a bare option, or with what else an option can have."""
    written: list[object] = []
    for text in texts:
        option: dict[str, object] = {"text": text, "feedback": draw(SAID)}
        if weights is not None:
            option["weight"] = draw(weights)
        written.append(option if draw(st.booleans()) else text)
    return written


@st.composite
def choices(draw: st.DrawFn) -> dict[str, Any]:
    texts = draw(distinct(2))
    keys = draw(st.integers(1, len(texts)))
    return {"key": draw(options(texts[:keys])), "distractors": draw(options(texts[keys:], WEIGHTS))}


@st.composite
def one_choice(draw: st.DrawFn) -> dict[str, Any]:
    key, *distractors = draw(distinct(2))
    return {"key": draw(options([key]))[0], "distractors": draw(options(distractors, WEIGHTS))}


@st.composite
def matches(draw: st.DrawFn) -> dict[str, Any]:
    lefts, rights = draw(distinct(2)), draw(distinct(2))
    used = [draw(st.sampled_from(rights)) for _ in lefts[2:]] + rights[:2]
    extra = [right for right in rights if right not in used]
    return {"key": dict(zip(lefts, used, strict=True)), "distractors": extra}


@st.composite
def clozes(draw: st.DrawFn) -> dict[str, Any]:
    gaps = draw(GAPS)
    key = [{"text": gap, "accepted": [draw(NAMES)]} if draw(st.booleans()) else gap for gap in gaps]
    return {"key": key, "stem": " and ".join("___" for _ in gaps) + draw(ENDS)}


def text_of(option: Any) -> str:
    return str(option if isinstance(option, str) else option["text"])


@st.composite
def another_choice(draw: st.DrawFn, fields: Fields) -> Fields:
    distractors = draw(st.permutations([text_of(option) for option in fields["distractors"]]))
    return {"key": distractors[0], "distractors": [text_of(fields["key"]), *distractors[1:]]}


@st.composite
def other_choices(draw: st.DrawFn, fields: Fields) -> Fields:
    keys = {text_of(option) for option in fields["key"]}
    texts = [*keys, *(text_of(option) for option in fields["distractors"])]
    others = draw(st.sets(st.sampled_from(texts), min_size=1).filter(lambda chosen: chosen != keys))
    return {"key": sorted(others), "distractors": [text for text in texts if text not in others]}


@st.composite
def another_order(draw: st.DrawFn, fields: Fields) -> Fields:
    return {"key": draw(st.permutations(fields["key"]).filter(lambda items: items != fields["key"]))}


@st.composite
def other_pairs(draw: st.DrawFn, fields: Fields) -> Fields:
    pairs = fields["key"]
    rights = st.permutations([*pairs.values(), *fields["distractors"]]).map(lambda texts: texts[: len(pairs)])
    keys = rights.map(lambda texts: dict(zip(pairs, texts, strict=True)))
    key = draw(keys.filter(lambda key: key != pairs and len(set(key.values())) > 1))
    left_over = {*pairs.values(), *fields["distractors"]} - {*key.values()}
    return {"key": key, "distractors": sorted(left_over)}


@dataclass(frozen=True)
class Tried:
    """A type's own fields: one example, any that are right, and, where there is something to choose, another key."""

    example: Fields
    fields: st.SearchStrategy[Fields]
    swapped: Callable[[Fields], st.SearchStrategy[Fields]] | None = None


DEFINITIONS: Mapping[str, Tried] = {
    "choice": Tried(
        {"key": "Mayadin", "distractors": ["Dhiban", "Al-Quriyah"]}, one_choice(), another_choice
    ),
    "choices": Tried({"key": ["Mayadin", "Al-Quriyah"], "distractors": ["Dhiban"]}, choices(), other_choices),
    "text": Tried(
        {"key": "Suheil al-Hassan", "accepted": ["The Tiger"]},
        st.fixed_dictionaries({"key": NAMES}, optional={"accepted": st.lists(NAMES, max_size=3)}),
    ),
    "date": Tried({"key": "2017-10-14"}, st.fixed_dictionaries({"key": DATES})),
    "number": Tried(
        {"key": "1,500", "tolerance": "5 %", "unit": "km"},
        st.fixed_dictionaries(
            {"key": NUMBERS},
            optional={
                "tolerance": st.sampled_from(["2", "5 %", "0.5"]),
                "unit": st.sampled_from(["km", "people", "killed", "%"]),
            },
        ),
    ),
    "order": Tried(
        {"key": ["Mayadin", "Al-Quriyah", "Dhiban", "Abu Kamal"]},
        st.fixed_dictionaries({"key": distinct(3)}),
        another_order,
    ),
    "match": Tried({"key": {"Army": "Mayadin", "SDF": "Raqqa"}}, matches(), other_pairs),
    "cloze": Tried(
        {"key": ["14 October", "Mayadin", "1,500"], "stem": "In 2017, on ___, ___ fell to ___ men."}, clozes()
    ),
    "card": Tried({"key": "Mayadin"}, st.fixed_dictionaries({"key": NAMES})),
}

EXAMPLES = {kind: {"type": kind, "stem": "Asked", **tried.example} for kind, tried in DEFINITIONS.items()}

HINTS = st.lists(
    VISIBLE | st.fixed_dictionaries({"text": VISIBLE, "reveals": st.sampled_from(["yes", "no"])}), max_size=2
)
ID_LETTERS = string.ascii_lowercase + string.digits + "-"
COMMON: dict[str, st.SearchStrategy[Any]] = {
    "id": st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True, alphabet=ID_LETTERS),
    "hints": HINTS,
    "feedback": SAID,
    "tags": st.lists(VISIBLE, max_size=2),
    "picture": st.sampled_from(["", "map.png"]),
}


STEM_AND_COMMON = st.fixed_dictionaries(
    {"stem": VISIBLE.filter(lambda stem: "___" not in stem)}, optional=COMMON
)


@st.composite
def definitions(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """A definition of one type that is right: every scalar a text, as it comes from a file."""
    return {"type": kind, **draw(STEM_AND_COMMON), **draw(DEFINITIONS[kind].fields)}
