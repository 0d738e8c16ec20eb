"""A drafted fact edited before it is published: as YAML, or as ``typed_facts`` makes it of forms; each is a step."""

from dataclasses import dataclass, replace

from quizapp.bank.edit import cut_out, find_entries, leave_out, replace_entry
from quizapp.bank.fields import read_fields, replace_fields
from quizapp.bank.reading.read import read_bank
from quizapp.services.errors import NotThere, Refused
from quizapp.services.library import drafts
from quizapp.services.library.deciding import ACCEPTED, Choices, State, read_state, stamp_fact, take_step
from quizapp.services.library.entries import change_or_refuse, check_snippet, check_statement, check_text
from quizapp.services.library.forms import Form, fill_form
from quizapp.services.library.pieces import find_facts
from quizapp.services.person import Person
from quizapp.store import Draft
from quizapp.store.library.building import Choice

Forms = tuple[Form, ...]


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
