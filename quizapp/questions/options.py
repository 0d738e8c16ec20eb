"""Options: what may be chosen, when two are the same, and which one a response means.

Options are compared in a stricter way than typed answers: signs and digits count ("C" is not "C++").
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Annotated

from pydantic import BeforeValidator, Field

from quizapp.questions.base import LONGEST, Brief, from_text
from quizapp.questions.problems import Place
from quizapp.values.text import clean, fold

MOST_OPTIONS = 100
PLAIN = re.compile(r"[^\W\d_]+(?:[ .,'’‘\"“”-]+[^\W\d_]+)*[.]?")


class Option(Brief):
    """An option: its text, what it really is, and for a distractor the part of the mark that it earns."""

    feedback: str = Field(default="", title="Feedback", description="What this option really is.")
    weight: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] = Field(
        default=0.0, title="Weight", description="The mark that this wrong option earns, from 0 to 1."
    )


WrittenOption = Annotated[Option, BeforeValidator(from_text, json_schema_input_type=str | Option)]


def likeness(text: str) -> str:
    """Give what two texts have in common that cannot both be options: small letters, no outer space.

    Where a text is letters and ordinary punctuation only, diacritics and punctuation are left out too.
    """
    plain = (" ".join(text.split()) if text.isascii() and text.isprintable() else clean(text)).casefold()
    if len(plain) > LONGEST or not PLAIN.fullmatch(plain):
        return plain
    return fold(plain) or plain


def find_option(response: str, options: Collection[str]) -> str | None:
    """Find the one option that a response means, as it is written or else by its likeness."""
    return response if response in options else find_options((response,), options)[0]


def find_options(responses: Iterable[str], options: Collection[str]) -> list[str | None]:
    """Find the option that each response means, or None; the options differ in their likeness."""
    known = {likeness(option): option for option in options} | {option: option for option in options}
    return [known.get(response) or known.get(likeness(response)) for response in responses]


def check_repeats(texts: Sequence[str], remedy: str = "remove one of them") -> Iterator[tuple[Place, str]]:
    """Find the entries that repeat an earlier one; each place is the entry's number."""
    seen: set[str] = set()
    for number, text in enumerate(texts):
        if likeness(text) in seen:
            yield (number,), f'"{text}" is listed twice; {remedy}'
        seen.add(likeness(text))


def check_distractors(keys: Sequence[str], distractors: Sequence[str]) -> Iterator[tuple[Place, str]]:
    """Find distractors that repeat the key or each other; each place is the distractor's number."""
    right = {likeness(key) for key in keys}
    for number, text in enumerate(distractors):
        if likeness(text) in right:
            yield (number,), f'"{text}" is both the key and a distractor; remove one of them'
    yield from check_repeats(distractors)


def check_number(texts: Sequence[str], least: int, what: str) -> Iterator[tuple[Place, str]]:
    """Find a list that is too short or too long; what names its entries, as in "items"."""
    if len(texts) < least:
        yield (), f"{len(texts)} {what} are too few; write at least {least}"
    if len(texts) > MOST_OPTIONS:
        yield (), f"{len(texts)} {what} are too many; keep at most {MOST_OPTIONS}"
