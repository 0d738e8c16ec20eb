"""Adding a single question to a bank, as YAML or in plain fields: it goes into a draft, which is then published."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import get_origin

from quizapp.bank.edit import add_after, find_entries
from quizapp.bank.schema import Bank
from quizapp.questions import QUESTION_TYPES, TYPE_NAMES, Question
from quizapp.services.errors import NotThere
from quizapp.services.library import drafts
from quizapp.services.library.entries import (
    Unstated,
    change_or_refuse,
    check_snippet,
    check_statement,
    check_text,
    check_unchanged,
    find_entry,
    keep_text,
    number_at,
    view_bank,
    whole_bank,
)
from quizapp.services.person import Person
from quizapp.store import Draft

FIRST = ("type", "stem", "key")


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


@dataclass(frozen=True, slots=True)
class TypeChoice:
    """A type of question, and what is done with one."""

    name: str
    meaning: str


def type_names() -> tuple[str, ...]:
    """Return the names of the question types."""
    return TYPE_NAMES


def type_choices() -> tuple[TypeChoice, ...]:
    """Return the question types with what is done with each."""
    return tuple(
        TypeChoice(name, f"{meaning[:1].lower()}{meaning[1:]}")
        for name, each in zip(TYPE_NAMES, QUESTION_TYPES, strict=True)
        for meaning in [(each.model_fields["type"].description or "").rstrip(".")]
    )


def blank_question(type_name: str) -> tuple[str, tuple[Field, ...]]:
    """Return what a question of a type begins with, and what can be written in it; raises NotThere."""
    for name, each in zip(TYPE_NAMES, QUESTION_TYPES, strict=True):
        if name == type_name:
            return "\n".join(_blank_lines(each, type_name)), _fields(each)
    raise NotThere


def list_fact_choices(person: Person, bank_key: str) -> tuple[str, tuple[FactChoice, ...]]:
    """Return the stamp of a bank's text and the facts to which a question can be added."""
    draft = view_bank(person, bank_key)
    facts = enumerate(whole_bank(draft).facts)
    choices = tuple(FactChoice(str(number), fact.statement) for number, fact in facts if fact.statement)
    return drafts.stamp(draft.text), choices


def add_question(
    person: Person, bank_key: str, seen: str, snippet: str, fact: str, statement: str, now: int, rng: Random
) -> tuple[str, int]:
    """Add a question to the draft of a bank; return the draft's id and the question's number.

    ``fact`` is the number of a fact; without it the statement makes a new one. Raises Unclear with what is
    wrong in the snippet, Unstated where it is not clear which fact is meant.
    """
    draft = check_unchanged(view_bank(person, bank_key), seen)
    bank = whole_bank(draft)
    said = check_statement(statement) if statement.strip() else ""
    if fact and said:
        raise Unstated("a fact is chosen above already; choose a new fact there, or leave this empty")
    if fact:
        text, line = _add_to_fact(draft, bank, fact, check_snippet(snippet))
    else:
        text, line = _add_alone(draft, said, check_snippet(snippet))
    check_text(draft, text, line)
    return keep_text(person, draft, text, bank_key, now, rng), number_at(text, line)


def _add_to_fact(draft: Draft, bank: Bank, fact_number: str, snippet: str) -> tuple[str, int]:
    number = int(fact_number) if fact_number.isdecimal() and len(fact_number) < 7 else -1
    if not 0 <= number < len(bank.facts):
        raise NotThere
    last = len(bank.facts[number].questions) - 1
    entry = find_entry(draft.text, ("facts", number, "questions", last))
    return change_or_refuse(add_after, draft.text, entry, snippet), entry.last_line + 1


def _add_alone(draft: Draft, statement: str, snippet: str) -> tuple[str, int]:
    """A new fact behind the last one, or a bare question where there is no statement."""
    name, piece = "questions", snippet
    if statement:
        indented = textwrap.indent(textwrap.dedent(snippet), "    ").lstrip()
        name = "facts"
        piece = f"statement: {json.dumps(statement, ensure_ascii=False)}\nquestions:\n  - {indented}"
    same = [entry for entry in find_entries(draft.text) if len(entry.path) == 2 and entry.path[0] == name]
    if same:
        return change_or_refuse(add_after, draft.text, same[-1], piece), same[-1].last_line + 1
    text = draft.text.rstrip()
    item = textwrap.indent(textwrap.dedent(piece), "    ").lstrip()
    return f"{text}\n\n{name}:\n  - {item}\n", text.count("\n") + 4


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
