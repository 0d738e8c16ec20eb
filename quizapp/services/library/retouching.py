"""A drafted fact edited before it is published: its statement, and its questions in plain fields or all as YAML.

The fields of a question carry its number: ``q2-stem`` is the stem of the second. Behind those of the fact stand those
that are added, from ``new1-stem`` on; ``added`` names their types, and one into which nothing was typed is none.
``asked`` names the types of those that the fact had when the page was made.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from quizapp.bank.edit import cut_out, find_entries, leave_out, replace_entry
from quizapp.bank.fields import read_fields, replace_fields
from quizapp.bank.reading.read import read_bank
from quizapp.bank.schema import Fact
from quizapp.questions import Question
from quizapp.services.errors import NotThere, Refused
from quizapp.services.library import drafts
from quizapp.services.library.deciding import ACCEPTED, Choices, State, read_state, stamp_fact, take_step
from quizapp.services.library.entries import change_or_refuse, check_snippet, check_statement, check_text
from quizapp.services.library.forms import (
    Form,
    Typed,
    Unfit,
    blank_form,
    check_typed,
    fill_form,
    show_typed,
    write_typed,
)
from quizapp.services.library.layouts import find_layout
from quizapp.services.library.pieces import cut_questions, find_facts, put_questions
from quizapp.services.library.turning import form_of_text
from quizapp.services.person import Person
from quizapp.store import Draft
from quizapp.store.library.building import Choice

Forms = tuple[Form, ...]
MOST_ADDED = 20
"""Questions that are added at once."""


class UnfitFact(Refused):
    """Forms of a fact's questions with problems, each beside its field; nothing was changed."""

    def __init__(self, forms: Forms) -> None:
        super().__init__("this cannot be asked yet; mend what is marked")
        self.forms = forms


@dataclass(frozen=True, slots=True)
class DraftedPiece:
    """A drafted fact to be edited: its YAML, its statement, its questions' types and forms; None: it has none."""

    key: str
    number: int
    text: str
    seen: str
    statement: str
    is_edited: bool
    types: tuple[str, ...]
    forms: Forms | None


def find_piece(state: State, key: str) -> DraftedPiece:
    """Return a drafted fact as it stands now; raises NotThere."""
    entry = find_facts(state.text).get(key)
    number, fact = state.find_fact(key)
    if entry is None:
        raise NotThere
    text = cut_out(state.text, entry)
    forms = tuple(form for question in fact.questions if (form := fill_form(question)))
    return DraftedPiece(
        key=key,
        number=number,
        text=text,
        seen=drafts.stamp(text),
        statement=fact.statement,
        is_edited=state.is_edited(key),
        types=tuple(question.type for question in fact.questions),
        forms=forms if len(forms) == len(fact.questions) else None,
    )


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


def edit_fact(
    person: Person,
    build_id: str,
    key: str,
    seen: str,
    snippet: str,
    statement: str | None = None,
    *,
    accepts: bool = False,
) -> None:
    """Keep a drafted fact as edited, and accept it if that is wanted, as one step.

    A statement that is given counts before that of the snippet. Raises Unclear or Unstated with what is wrong,
    Outdated, NotThere.
    """
    state = read_state(person, build_id)
    before = find_piece(state, key)
    if before.seen != seen:
        raise drafts.Outdated
    piece = check_snippet(snippet)
    if statement is not None:
        piece = restate(piece, statement)
    _keep(person, state, key, piece if piece != before.text else "", accepts=accepts)


def leave_out_drafted(person: Person, build_id: str, key: str, number: int, seen: str) -> None:
    """Take one question, by its number from 1, out of a drafted fact.

    Raises Outdated where the fact is no longer as it was seen: pressed twice, the number is the next question's.
    """
    state = read_state(person, build_id)
    _, fact = state.find_fact(key)
    if stamp_fact(fact) != seen:
        raise drafts.Outdated
    if not 1 <= number <= len(fact.questions):
        raise NotThere
    if len(fact.questions) == 1:
        raise Refused("it is the only question of this fact; reject the fact instead")
    path = (*find_facts(state.text)[key].path, "questions", number - 1)
    entry = next(entry for entry in find_entries(state.text) if entry.path == path)
    text = leave_out(state.text, entry)
    _keep(person, state, key, cut_out(text, find_facts(text)[key]))


def restore_drafted(person: Person, build_id: str, key: str) -> None:
    """Make a fact what it was when it was drafted, as a step that can be taken back."""
    read_state(person, build_id).find_fact(key)
    take_step(person, build_id, lambda choices: {key: replace(choices.get(key, Choice()), text="")})


def _without_shown(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: each for name, each in fields.items() if name not in ("statement", "questions")}


def restate(piece: str, statement: str) -> str:
    """Return the YAML of a fact with another statement; raises Refused where it is no YAML, Unstated."""
    try:
        if statement.split() and statement.split() == str(read_fields(piece).get("statement", "")).split():
            return piece
        return replace_fields(piece, {"statement": check_statement(statement)})
    except ValueError as mistake:
        raise Refused(str(mistake)) from mistake


def _keep(person: Person, state: State, key: str, piece: str, *, accepts: bool = False) -> None:
    """Keep a piece as the fact's text, unless it was edited elsewhere since; an empty one leaves it as it is."""
    if piece:
        _check(state, key, piece)
    seen = state.choices.get(key, Choice())

    def choose(choices: Choices) -> Choices:
        present = choices.get(key, Choice())
        if present.text != seen.text:
            raise drafts.Outdated
        verdict = ACCEPTED if accepts else present.verdict
        return {key: Choice(verdict, piece or present.text)}

    take_step(person, state.build.id, choose)


def _check(state: State, key: str, piece: str) -> None:
    entry = find_facts(state.text)[key]
    text = change_or_refuse(replace_entry, state.text, entry, piece)
    check_text(Draft(id="", file_name="article.yaml", text=state.text), text, entry.first_line)
    bank = read_bank(text.encode(), "article.yaml").bank
    if bank is None or [fact.id for fact in bank.facts] != [fact.id for fact in state.bank.facts]:
        raise Refused(f"a fact keeps its id, and stays one fact; write `id: {key}` as it was")
