"""The questions of a drafted fact as they are typed into forms: shown, read back, checked and written as YAML.

The fields of a question carry its number: ``q2-stem`` is the stem of the second. Behind those of the fact stand those
that are added, from ``new1-stem`` on; ``added`` names their types, and one into which nothing was typed is none.
``asked`` names the types of those that the fact had when the page was made.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from quizapp.bank.fields import read_fields
from quizapp.bank.schema import Fact
from quizapp.questions import Question
from quizapp.services.errors import Refused
from quizapp.services.library.deciding import State
from quizapp.services.library.entries import check_snippet
from quizapp.services.library.forms import (
    Form,
    Typed,
    Unfit,
    blank_form,
    check_typed,
    show_typed,
    write_typed,
)
from quizapp.services.library.layouts import find_layout
from quizapp.services.library.pieces import cut_questions, put_questions
from quizapp.services.library.retouching import Forms, find_piece
from quizapp.services.library.turning import form_of_text

MOST_ADDED = 20
"""Questions that are added at once."""


class UnfitFact(Refused):
    """Forms of a fact's questions with problems, each beside its field; nothing was changed."""

    def __init__(self, forms: Forms) -> None:
        super().__init__("this cannot be asked yet; mend what is marked")
        self.forms = forms


@dataclass(frozen=True, slots=True)
class _Asked:
    """One of a fact's questions as it was typed; question is None where it is added."""

    type: str
    typed: Typed
    question: Question | None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed into a form that was added."""
        return self.question is None and self.write() == write_typed(self.type, {})

    def write(self, snippet: str = "") -> str:
        """Return its YAML, right or not; snippet is how the question stands in its file."""
        return write_typed(self.type, self.typed, self.question, snippet)


def _list_asked(fact: Fact, typed: Typed) -> list[_Asked]:
    """List the questions of a fact as they were typed, and behind them those that are added."""
    added = [name for name in typed.get("added", ())[:MOST_ADDED] if find_layout(name)]
    return [
        *(_Asked(each.type, _typed_of(typed, f"q{at}-"), each) for at, each in enumerate(fact.questions, 1)),
        *(_Asked(name, _typed_of(typed, f"new{at}-"), None) for at, name in enumerate(added, 1)),
    ]


def show_typed_fact(state: State, key: str, typed: Typed, more_rows: int = 0, more: str = "") -> Forms:
    """Return the forms of a fact's questions with what was typed, and an empty one of the type that is wanted more.

    The question with the number of more_rows gets more rows.
    """
    found = find_piece(state, key)
    if found.forms and tuple(typed.get("asked", found.types)) != found.types:
        return tuple(form for form in _show_beside(found.types, found.forms, typed) if form)
    asked = _list_asked(state.find_fact(key)[1], typed)
    shown = (
        show_typed(each.type, each.typed, 4 if number == more_rows else 0)
        for number, each in enumerate(asked, 1)
    )
    return tuple(form for form in (*shown, blank_form(more)) if form)


def _show_beside(types: Sequence[str], now: Forms, typed: Typed) -> Iterator[Form | None]:
    """Show what was typed where another window added questions since, or left some out."""
    sent = typed["asked"]
    old = [show_typed(name, _typed_of(typed, f"q{at}-")) for at, name in enumerate(sent, 1)]
    if tuple(types[: len(sent)]) == tuple(sent):
        yield from (*old, *now[len(sent) :])
    else:
        yield from (*now, *(form for form in old if form not in now))
    for at, name in enumerate(typed.get("added", ()), 1):
        yield show_typed(name, _typed_of(typed, f"new{at}-"))


def forms_of_fact(state: State, key: str, text: str) -> Forms:
    """Return the forms of a fact that was typed as YAML; raises Refused where they could not show all of it."""
    _, fact = state.find_fact(key)
    try:
        written = read_fields(check_snippet(text))
        was = read_fields(find_piece(state, key).text)
    except ValueError as mistake:
        raise Refused(str(mistake)) from mistake
    questions = written.get("questions")
    questions = questions if isinstance(questions, list) else []
    types = [each.get("type") if isinstance(each, dict) else None for each in questions]
    if types[: len(fact.questions)] != [question.type for question in fact.questions]:
        raise Refused(
            "questions were taken away or got another type; save this first, then edit it as a form"
        )
    if _without_shown(written) != _without_shown(was):
        raise Refused("the form shows the statement and the questions only; save this first")
    forms = (
        form_of_text(json.dumps(each), question.type if question else "", question)
        for each, question in zip_longest(questions, fact.questions)
    )
    return tuple(form for form in forms if form)


def statement_of(text: str) -> str:
    """Return the statement in the YAML of a fact; nothing where it has none."""
    return str(read_fields(text).get("statement", ""))


def write_typed_fact(state: State, key: str, typed: Typed) -> str:
    """Return the YAML of a fact whose questions were typed into forms, right or not; the rest of it stays."""
    asked = _list_asked(state.find_fact(key)[1], typed)
    piece = find_piece(state, key).text
    texts = cut_questions(piece)
    written = {
        number: each.write(text) for number, (each, text) in enumerate(zip(asked, texts, strict=False), 1)
    }
    added = [each.write() for each in asked[len(texts) :] if not each.is_blank]
    return put_questions(piece, written, added)


def check_typed_fact(state: State, key: str, typed: Typed) -> str:
    """Return the YAML of a fact as typed into forms; raises UnfitFact with each problem beside its field."""
    forms: list[Form | None] = []
    is_fit = True
    for each in _list_asked(state.find_fact(key)[1], typed):
        try:
            if not each.is_blank:
                check_typed(each.type, each.typed, each.question)
            forms.append(show_typed(each.type, each.typed))
        except Unfit as unfit:
            is_fit = False
            forms.append(unfit.form)
    if not is_fit:
        raise UnfitFact(tuple(form for form in forms if form))
    return write_typed_fact(state, key, typed)


def _typed_of(typed: Typed, prefix: str) -> Typed:
    """Return what was typed into the form of one of several questions, whose fields have a prefix."""
    return {name.removeprefix(prefix): each for name, each in typed.items() if name.startswith(prefix)}


def _without_shown(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: each for name, each in fields.items() if name not in ("statement", "questions")}
