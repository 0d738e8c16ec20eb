"""Mending a single question, as YAML or in plain fields: the change goes into a draft, which is then published."""

from dataclasses import dataclass
from random import Random

from quizapp.bank.edit import Path, cut_out, leave_out, replace_entry, write_ids
from quizapp.bank.fields import replace_fields
from quizapp.bank.reading.read import read_bank
from quizapp.questions import Question
from quizapp.questions.base import ID_PATTERN
from quizapp.services.errors import Refused
from quizapp.services.library import drafts
from quizapp.services.library.entries import (
    change_or_refuse,
    check_snippet,
    check_statement,
    check_text,
    check_unchanged,
    find_entry,
    find_number,
    find_question,
    keep_text,
    name_questions,
    view_bank,
    walk,
)
from quizapp.services.library.forms import Form, Typed, check_typed, fill_form, write_typed
from quizapp.services.person import Person
from quizapp.store import Draft


@dataclass(frozen=True, slots=True)
class Snippet:
    """A question to be changed: its text in the file, its form if it has one, and the fact that it asks.

    ``shared_by`` counts the questions that ask the fact, this one too.
    """

    draft_id: str
    seen: str
    number: int
    text: str
    statement: str
    shared_by: int
    question: Question
    form: Form | None


def find_snippet(person: Person, draft_id: str, number: int) -> Snippet:
    """Return one question of a draft, by its number from 1, as it stands in the file; raises NotThere."""
    return _snippet(drafts.find_draft(person, draft_id), number)


def find_snippet_in_bank(person: Person, bank_key: str, question_key: str) -> Snippet:
    """Return one question of a bank, or of its open draft, as it stands in the file; raises NotThere."""
    draft = view_bank(person, bank_key)
    return _snippet(draft, find_number(draft, question_key))


def write_mended(found: Snippet, typed: Typed, seen: str) -> str:
    """Return the YAML of a question as typed, with all that its form does not show; seen is what was looked at."""
    if found.seen != seen:
        raise drafts.Outdated
    return write_typed(found.question.type, typed, found.question, found.text)


def check_mended(found: Snippet, typed: Typed, seen: str) -> str:
    """Return the YAML of a question as typed; raises Unfit with each problem beside its field."""
    written = write_mended(found, typed, seen)
    check_typed(found.question.type, typed, found.question)
    return written


def save_snippet(
    person: Person, draft_id: str, seen: str, number: int, snippet: str, statement: str | None = None
) -> None:
    """Put a mended question into a draft, and its fact's statement if one is given; raises Unclear."""
    draft = check_unchanged(drafts.find_draft(person, draft_id), seen)
    drafts.change_text(draft, _mended(draft, number, snippet, statement))


def save_snippet_in_bank(
    person: Person,
    bank_key: str,
    question_key: str,
    seen: str,
    snippet: str,
    now: int,
    rng: Random,
    statement: str | None = None,
) -> tuple[str, int]:
    """Put a mended question into the draft of a bank; return the draft's id and the question's number."""
    draft = check_unchanged(view_bank(person, bank_key), seen)
    number = find_number(draft, question_key)
    text = _mended(draft, number, snippet, statement)
    return keep_text(person, draft, text, bank_key, now, rng), number


def take_for_same(person: Person, draft_id: str, seen: str, number: int, old_id: str) -> None:
    """Say that the fact of a question (number from 1) is one that its bank has already, by writing that id down."""
    draft = check_unchanged(drafts.find_draft(person, draft_id), seen)
    fact, _, entry = find_question(draft, number)
    if fact.id is not None or not ID_PATTERN.fullmatch(old_id):
        raise Refused("this fact has an id already; change it in the file if it is another one")
    text = write_ids(draft.text, {entry.path[:2]: old_id})
    check_text(draft, text, entry.first_line)
    drafts.change_text(draft, text)


def leave_out_question(person: Person, draft_id: str, seen: str, number: int) -> None:
    """Take one question out of a draft."""
    draft = check_unchanged(drafts.find_draft(person, draft_id), seen)
    drafts.change_text(draft, leave_out(draft.text, find_question(draft, number)[2]))


def _snippet(draft: Draft, number: int) -> Snippet:
    fact, question, entry = find_question(draft, number)
    return Snippet(
        draft_id=draft.id,
        seen=drafts.stamp(draft.text),
        number=number,
        text=cut_out(draft.text, entry),
        statement=fact.statement,
        shared_by=len(fact.questions),
        question=question,
        form=fill_form(question),
    )


def _mended(draft: Draft, number: int, snippet: str, statement: str | None) -> str:
    fact, _, entry = find_question(draft, number)
    text = change_or_refuse(replace_entry, draft.text, entry, check_snippet(snippet))
    check_text(draft, text, entry.first_line)
    if statement is not None and fact.statement and statement.split() != fact.statement.split():
        text = _restated(draft, text, entry.path[:2], check_statement(statement))
    return _with_its_ids(draft, number, text, entry.path)


def _restated(draft: Draft, text: str, path: Path, statement: str) -> str:
    entry = find_entry(text, path)
    text = change_or_refuse(
        replace_entry, text, entry, replace_fields(cut_out(text, entry), {"statement": statement})
    )
    check_text(draft, text, entry.first_line)
    return text


def _with_its_ids(draft: Draft, number: int, text: str, path: Path) -> str:
    """Write down which published question a mended one is, since its text may no longer tell."""
    named, stored = name_questions(draft)
    fact, question, _ = list(walk(named))[number - 1]
    if question.id not in stored:
        return text
    ids = {path: str(question.id), path[:2]: str(fact.id)}
    for now_fact, now_question, place in walk(read_bank(text.encode(), draft.file_name).bank or named):
        if place == path:
            if now_question.id is not None:
                ids.pop(path)
            if len(path) > 2 and now_fact.id is not None:
                ids.pop(path[:2])
    return write_ids(text, ids)
