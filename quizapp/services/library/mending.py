"""Adding a question to a bank and mending a single one: each change goes into a draft, which is then published."""

import json
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import get_args, get_origin

from quizapp.bank.edit import Entry, Path, add_after, cut_out, find_entries, leave_out, replace_entry
from quizapp.bank.read import read_bank
from quizapp.bank.schema import Bank, Fact
from quizapp.questions import QUESTION_TYPES, Question
from quizapp.services.errors import NotThere, Refused
from quizapp.services.library import drafts
from quizapp.services.library.preview import MOST_SHOWN, Located, SourceLine, locate_problems
from quizapp.services.library.rights import may_edit
from quizapp.services.person import Person
from quizapp.store import Draft, reading
from quizapp.store.library import drafts as rows
from quizapp.store.library import queries

MAX_SNIPPET = 50_000
FIRST = ("type", "stem", "key")


class Unclear(Refused):
    """A snippet with problems; nothing was changed."""

    def __init__(self, problems: tuple[Located, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Snippet:
    """A question to be changed: its text in the file, and the fact that it asks."""

    draft_id: str
    seen: str
    number: int
    text: str
    statement: str


@dataclass(frozen=True, slots=True)
class Field:
    """Something that can be written in a question, and what it means."""

    name: str
    meaning: str
    is_needed: bool


@dataclass(frozen=True, slots=True)
class FactChoice:
    """A fact to which a question can be added."""

    key: str
    statement: str


def type_names() -> tuple[str, ...]:
    """Return the names of the question types."""
    return tuple(get_args(each.model_fields["type"].annotation)[0] for each in QUESTION_TYPES)


def blank_question(type_name: str) -> tuple[str, tuple[Field, ...]]:
    """Return what a question of a type begins with, and what can be written in it; raises NotThere."""
    for each in QUESTION_TYPES:
        if get_args(each.model_fields["type"].annotation)[0] == type_name:
            return "\n".join(_blank_lines(each, type_name)), _fields(each)
    raise NotThere


def find_snippet(person: Person, draft_id: str, number: int) -> Snippet:
    """Return one question of a draft, by its number from 1, as it stands in the file; raises NotThere."""
    return _snippet(drafts.find_draft(person, draft_id), number)


def find_snippet_in_bank(person: Person, bank_key: str, question_key: str) -> Snippet:
    """Return one question of a bank, or of its open draft, as it stands in the file; raises NotThere."""
    draft = _view(person, bank_key)
    return _snippet(draft, _number_of(draft, question_key))


def save_snippet(person: Person, draft_id: str, seen: str, number: int, snippet: str) -> None:
    """Put a mended question into a draft; raises Unclear with what is wrong in it."""
    draft = _unchanged(drafts.find_draft(person, draft_id), seen)
    drafts.change_text(draft, _mended(draft, number, snippet))


def save_snippet_in_bank(
    person: Person, bank_key: str, question_key: str, seen: str, snippet: str, now: int, rng: Random
) -> tuple[str, int]:
    """Put a mended question into the draft of a bank; return the draft's id and the question's number."""
    draft = _unchanged(_view(person, bank_key), seen)
    number = _number_of(draft, question_key)
    return _keep(person, draft, _mended(draft, number, snippet), bank_key, now, rng), number


def leave_out_question(person: Person, draft_id: str, seen: str, number: int) -> None:
    """Take one question out of a draft."""
    draft = _unchanged(drafts.find_draft(person, draft_id), seen)
    drafts.change_text(draft, leave_out(draft.text, _find(draft, number)[1]))


def list_fact_choices(person: Person, bank_key: str) -> tuple[str, tuple[FactChoice, ...]]:
    """Return the stamp of a bank's text and the facts to which a question can be added."""
    draft = _view(person, bank_key)
    facts = enumerate(_whole(draft).facts)
    choices = tuple(FactChoice(str(number), fact.statement) for number, fact in facts if fact.statement)
    return drafts.stamp(draft.text), choices


def add_question(
    person: Person, bank_key: str, seen: str, snippet: str, fact: str, statement: str, now: int, rng: Random
) -> tuple[str, int]:
    """Add a question to the draft of a bank; return the draft's id and the question's number.

    ``fact`` is the number of a fact; without it the statement makes a new one. Raises Unclear with what is
    wrong in the snippet.
    """
    draft = _unchanged(_view(person, bank_key), seen)
    bank = _whole(draft)
    if fact:
        text, line = _add_to_fact(draft, bank, fact, _limited(snippet))
    else:
        text, line = _add_alone(draft, " ".join(statement.split()), _limited(snippet))
    _check(draft, text, line)
    return _keep(person, draft, text, bank_key, now, rng), _number_at(text, line)


def _view(person: Person, bank_key: str) -> Draft:
    """The open draft of a bank, or one that is not kept yet, with the bank's text."""
    with reading() as session:
        bank = queries.find_bank(session, bank_key)
        if bank is None or not may_edit(person, bank.owner_id):
            raise NotThere
        draft = rows.find_draft_of(session, bank.id, person.id)
    return draft or Draft(id="", bank_id=bank.id, file_name=f"{bank.key}.yaml", text=bank.text)


def _keep(person: Person, draft: Draft, text: str, bank_key: str, now: int, rng: Random) -> str:
    if not draft.id:
        return drafts.open_draft(person, text.encode(), draft.file_name, now, rng, bank_key)
    drafts.change_text(draft, text)
    return draft.id


def _snippet(draft: Draft, number: int) -> Snippet:
    fact, entry = _find(draft, number)
    text = cut_out(draft.text, entry)
    return Snippet(draft.id, drafts.stamp(draft.text), number, text, fact.statement)


def _mended(draft: Draft, number: int, snippet: str) -> str:
    _, entry = _find(draft, number)
    text = _or_refused(replace_entry, draft.text, entry, _limited(snippet))
    _check(draft, text, entry.first_line)
    return text


def _number_of(draft: Draft, question_key: str) -> int:
    for number, (_, question, _) in enumerate(_walk(_whole(draft)), start=1):
        if question.id == question_key:
            return number
    raise NotThere


def _add_to_fact(draft: Draft, bank: Bank, fact_number: str, snippet: str) -> tuple[str, int]:
    number = int(fact_number) if fact_number.isdecimal() and len(fact_number) < 7 else -1
    if not 0 <= number < len(bank.facts):
        raise NotThere
    last = len(bank.facts[number].questions) - 1
    entry = _entry(draft.text, ("facts", number, "questions", last))
    return _or_refused(add_after, draft.text, entry, snippet), entry.last_line + 1


def _add_alone(draft: Draft, statement: str, snippet: str) -> tuple[str, int]:
    """A new fact behind the last one, or a bare question where there is no statement."""
    name, piece = "questions", snippet
    if statement:
        indented = textwrap.indent(textwrap.dedent(snippet), "    ").lstrip()
        name = "facts"
        piece = f"statement: {json.dumps(statement, ensure_ascii=False)}\nquestions:\n  - {indented}"
    same = [entry for entry in find_entries(draft.text) if len(entry.path) == 2 and entry.path[0] == name]
    if same:
        return _or_refused(add_after, draft.text, same[-1], piece), same[-1].last_line + 1
    text = draft.text.rstrip()
    item = textwrap.indent(textwrap.dedent(piece), "    ").lstrip()
    return f"{text}\n\n{name}:\n  - {item}\n", text.count("\n") + 4


def _check(draft: Draft, text: str, first_line: int) -> None:
    """Refuses a change that leaves a problem behind; its lines are counted from the first of the change."""
    found = read_bank(text.encode(), draft.file_name)
    if found.bank is None:
        problems = locate_problems(found.problems[:MOST_SHOWN], found.lines, text)
        raise Unclear(tuple(replace(each, lines=_counted(each.lines, first_line)) for each in problems))


def _counted(lines: tuple[SourceLine, ...], first_line: int) -> tuple[SourceLine, ...]:
    return tuple(
        replace(line, number=line.number - first_line + 1) for line in lines if line.number >= first_line
    )


def _whole(draft: Draft) -> Bank:
    bank = drafts.read_draft(draft).bank
    if bank is None:
        raise Refused("the draft of this bank has problems; mend those first")
    return bank


def _walk(bank: Bank) -> Iterator[tuple[Fact, Question, Path]]:
    bare = 0
    for number, fact in enumerate(bank.facts):
        for place, question in enumerate(fact.questions):
            path: Path = ("facts", number, "questions", place)
            if not fact.statement:
                path, bare = ("questions", bare), bare + 1
            yield fact, question, path


def _find(draft: Draft, number: int) -> tuple[Fact, Entry]:
    for place, (fact, _, path) in enumerate(_walk(_whole(draft)), start=1):
        if place == number:
            return fact, _entry(draft.text, path)
    raise NotThere


def _entry(text: str, path: Path) -> Entry:
    entry = next((entry for entry in find_entries(text) if entry.path == path), None)
    if entry is None:
        raise NotThere
    return entry


def _number_at(text: str, line: int) -> int:
    """The number of the first question that stands at a line or below."""
    bank = read_bank(text.encode(), "draft.yaml").bank
    if bank is None:
        return 1
    lines = {entry.path: entry.last_line for entry in find_entries(text)}
    numbers = (
        number for number, (_, _, path) in enumerate(_walk(bank), start=1) if lines.get(path, 0) >= line
    )
    return next(numbers, 1)


def _unchanged(draft: Draft, seen: str) -> Draft:
    if drafts.stamp(draft.text) != seen:
        raise Refused(drafts.OUTDATED)
    return draft


def _limited(snippet: str) -> str:
    if not snippet.strip():
        raise Refused("there is nothing in the field; write the question, or leave it out of the file")
    if len(snippet) > MAX_SNIPPET:
        raise Refused(f"a question of more than {MAX_SNIPPET:,} characters is not read; make it shorter")
    return snippet.replace("\r\n", "\n")


def _or_refused(change: Callable[[str, Entry, str], str], text: str, entry: Entry, snippet: str) -> str:
    try:
        return change(text, entry, snippet)
    except ValueError as mistake:
        raise Refused(str(mistake)) from mistake


def _names(question_type: type[Question]) -> list[str]:
    fields = question_type.model_fields
    return [*FIRST[1:], *(name for name in fields if name not in FIRST)]


def _fields(question_type: type[Question]) -> tuple[Field, ...]:
    fields = question_type.model_fields
    return tuple(
        Field(name, fields[name].description or "", fields[name].is_required())
        for name in _names(question_type)
    )


def _blank_lines(question_type: type[Question], type_name: str) -> Iterator[str]:
    yield f"type: {type_name}"
    for name in _names(question_type):
        field = question_type.model_fields[name]
        if field.is_required():
            yield f"{name}:"
            kind = get_origin(field.annotation)
            if kind is tuple:
                yield from ("  -", "  -")
            elif kind is dict:
                yield from ("  left: right", "  other left: other right")
