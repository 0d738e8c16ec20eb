"""One entry in the text of a bank or its draft: found, put back, checked, kept. What mending and adding share."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from quizapp.bank.edit import Entry, Path, find_entries
from quizapp.bank.reading.read import read_bank
from quizapp.bank.schema import Bank, Fact
from quizapp.questions import Question
from quizapp.services.errors import NotThere, Refused
from quizapp.services.library import drafts
from quizapp.services.library.preview import MOST_SHOWN, Located, SourceLine, locate_problems
from quizapp.services.library.publishing import find_and_compare
from quizapp.services.library.rights import may_edit
from quizapp.services.person import Person
from quizapp.store import Draft, reading
from quizapp.store.library import drafts as rows
from quizapp.store.library import queries

MAX_SNIPPET = 50_000
MAX_STATEMENT = 5_000


class Unclear(Refused):
    """A snippet with problems; nothing was changed."""

    def __init__(self, problems: tuple[Located, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class Unstated(Refused):
    """The statement of a fact is what is wrong; nothing was changed."""


def view_bank(person: Person, bank_key: str) -> Draft:
    """Return the open draft of a bank, or one that is not kept yet, with the bank's text; raises NotThere."""
    with reading() as session:
        bank = queries.find_bank(session, bank_key)
        if bank is None or not may_edit(person, bank.owner_id):
            raise NotThere
        draft = rows.find_draft_of(session, bank.id, person.id)
    return draft or Draft(id="", bank_id=bank.id, file_name=f"{bank.key}.yaml", text=bank.text)


def keep_text(person: Person, draft: Draft, text: str, bank_key: str, now: int, rng: Random) -> str:
    """Keep a changed text as the draft of its bank and return the draft's id."""
    if not draft.id:
        return drafts.open_draft(person, text.encode(), draft.file_name, now, rng, bank_key)
    drafts.change_text(draft, text)
    return draft.id


def whole_bank(draft: Draft) -> Bank:
    """Return the bank that a draft says; raises Refused if it has problems."""
    bank = drafts.read_draft(draft).bank
    if bank is None:
        raise Refused("the draft of this bank has problems; mend those first")
    return bank


def walk(bank: Bank) -> Iterator[tuple[Fact, Question, Path]]:
    """Yield each question of a bank with its fact and its path in the text, in the order of their numbers."""
    bare = 0
    for number, fact in enumerate(bank.facts):
        for place, question in enumerate(fact.questions):
            path: Path = ("facts", number, "questions", place)
            if not fact.statement:
                path, bare = ("questions", bare), bare + 1
            yield fact, question, path


def find_number(draft: Draft, question_key: str) -> int:
    """Return the number, from 1, in a draft of a question of its bank, found by its id, else as publishing would.

    Raises Refused where the draft has it no more, NotThere where the bank has no such question.
    """
    bank, stored = name_questions(draft)
    for number, (_, question, _) in enumerate(walk(bank), start=1):
        if question.id == question_key:
            return number
    if question_key in stored:
        raise Refused(
            "the draft of this bank no longer has this question; publish or discard the draft first"
        )
    raise NotThere


def name_questions(draft: Draft) -> tuple[Bank, frozenset[str]]:
    """Return what a draft says, with the ids that publishing would give, and the ids of all questions of its bank."""
    bank = whole_bank(draft)
    with reading() as session:
        row = queries.find_bank_by_id(session, draft.bank_id) if draft.bank_id is not None else None
    if row is None:
        return bank, frozenset()
    _, stored, compared = find_and_compare(bank, row.key)
    return compared.bank, frozenset(each["key"] for each in stored.questions.values())


def find_question(draft: Draft, number: int) -> tuple[Fact, Question, Entry]:
    """Find a question of a draft by its number from 1; raises NotThere."""
    for place, (fact, question, path) in enumerate(walk(whole_bank(draft)), start=1):
        if place == number:
            return fact, question, find_entry(draft.text, path)
    raise NotThere


def find_entry(text: str, path: Path) -> Entry:
    """Find what stands at a path of a text; raises NotThere."""
    entry = next((entry for entry in find_entries(text) if entry.path == path), None)
    if entry is None:
        raise NotThere
    return entry


def number_at(text: str, line: int) -> int:
    """Return the number of the first question that stands at a line or below."""
    bank = read_bank(text.encode(), "draft.yaml").bank
    if bank is None:
        return 1
    lines = {entry.path: entry.last_line for entry in find_entries(text)}
    numbers = (
        number for number, (_, _, path) in enumerate(walk(bank), start=1) if lines.get(path, 0) >= line
    )
    return next(numbers, 1)


def check_text(draft: Draft, text: str, first_line: int) -> None:
    """Refuse a change that leaves a problem behind; its lines are counted from the first of the change."""
    found = read_bank(text.encode(), draft.file_name)
    if found.bank is None:
        problems = locate_problems(found.problems[:MOST_SHOWN], found.lines, text)
        raise Unclear(tuple(replace(each, lines=_counted(each.lines, first_line)) for each in problems))


def check_unchanged(draft: Draft, seen: str) -> Draft:
    """Return a draft if it still is what was seen; else raise Refused."""
    if drafts.stamp(draft.text) != seen:
        raise drafts.Outdated
    return draft


def check_snippet(snippet: str) -> str:
    """Return a snippet with the line ends of a file; raises Refused for none or one too long."""
    if not snippet.strip():
        raise Refused("there is nothing in the field; write the question, or leave it out of the file")
    if len(snippet) > MAX_SNIPPET:
        raise Refused(f"a question of more than {MAX_SNIPPET:,} characters is not read; make it shorter")
    return snippet.replace("\r\n", "\n")


def check_statement(statement: str) -> str:
    """Return a statement on one line; raises Unstated for none or one too long."""
    said = " ".join(statement.split())
    if not said:
        raise Unstated("the statement is empty; write the fact as one sentence")
    if len(said) > MAX_STATEMENT:
        raise Unstated(f"a statement of more than {MAX_STATEMENT:,} characters is not read; make it shorter")
    return said


def change_or_refuse(change: Callable[[str, Entry, str], str], text: str, entry: Entry, snippet: str) -> str:
    """Change a text by a function of `bank.edit`; raises Refused where that finds no YAML."""
    try:
        return change(text, entry, snippet)
    except ValueError as mistake:
        raise Refused(str(mistake)) from mistake


def _counted(lines: tuple[SourceLine, ...], first_line: int) -> tuple[SourceLine, ...]:
    return tuple(
        replace(line, number=line.number - first_line + 1) for line in lines if line.number >= first_line
    )
