"""The text of a published bank: the author's own with the permanent ids written in, wherever that is possible."""

import re

from quizapp.bank.edit import Path, write_ids
from quizapp.bank.reading.read import read_bank
from quizapp.bank.schema import Bank
from quizapp.bank.write import write_bank

MAX_KEPT = 1_000_000
"""A longer text is written anew: reading it once more to be sure would take seconds."""

_ID_LINE = re.compile(r"^id[ \t]*:[^\r\n]*", re.MULTILINE)
_FIRST_NAME = re.compile(r"^[A-Za-z_]+[ \t]*:", re.MULTILINE)


def write_text(text: str, given: Bank, named: Bank) -> str:
    """Return the text of a bank with the ids that it got; given is what the text says without them."""
    if len(text) > MAX_KEPT:
        return write_bank(named)
    kept = _with_key(write_ids(text, _missing_ids(given, named)), str(named.id))
    reading = read_bank(kept.encode(), f"{named.id}.yaml", judging=False)
    return kept if reading.bank == named else write_bank(named)


def _missing_ids(given: Bank, named: Bank) -> dict[Path, str]:
    ids: dict[Path, str] = {}
    bare = 0
    for number, (fact, new) in enumerate(zip(given.facts, named.facts, strict=True)):
        path: Path = ("facts", number)
        if not fact.statement:
            path, bare = ("questions", bare), bare + 1
        if fact.id is None:
            ids[path] = str(new.id)
        if fact.statement:
            for place, (question, renamed) in enumerate(zip(fact.questions, new.questions, strict=True)):
                if question.id is None:
                    ids[(*path, "questions", place)] = str(renamed.id)
    return ids


def _with_key(text: str, key: str) -> str:
    if _ID_LINE.search(text):
        return _ID_LINE.sub(f"id: {key}", text, count=1)
    ending = "\r\n" if "\r\n" in text else "\n"
    return _FIRST_NAME.sub(lambda first: f"id: {key}{ending}{first.group()}", text, count=1)
