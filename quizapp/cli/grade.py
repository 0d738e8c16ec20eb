"""`quizapp grade`: what a question would accept, tried by its author before any student meets it."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click
from rapidfuzz import fuzz, process

from quizapp.bank.identity import default_ids
from quizapp.bank.reading.read import Reading, read_bank
from quizapp.bank.reading.source import ENDINGS
from quizapp.bank.schema import Bank
from quizapp.config import bank_folders, parse_settings
from quizapp.questions import Grade, Question
from quizapp.questions import grade as grade_response

MOST_SHOWN = 5


@click.command()
@click.argument("bank")
@click.argument("question_id")
@click.argument("responses", nargs=-1, required=True, metavar="-- RESPONSE...")
def grade(bank: str, question_id: str, responses: Sequence[str]) -> None:
    """Grade responses to one question: BANK is a file or a name in questions/.

    QUESTION_ID is as in the file, or <fact-id>/<n> for the n-th question of a fact. A response with several
    parts is written with semicolons, or as a JSON list. Prints a JSON list with one entry for each response.
    """
    question = find_question(_read(bank), question_id)
    graded = [_tell(grade_response(question, question.read(_printable(each)))) for each in responses]
    lines = ",\n".join(f"  {json.dumps(each, ensure_ascii=False)}" for each in graded)
    click.echo(f"[\n{lines}\n]")


def find_question(reading: Reading, question_id: str) -> Question:
    """Find a question by its id in the file, the one it would get, or <fact-id>/<n>; exits with 2 if none."""
    if reading.bank is not None:
        known = _names(reading.bank)
    elif reading.partial is not None:
        # Where questions are left out, only an id that is written in the file surely means what it says.
        known = {each.id: each for fact in reading.partial.facts for each in fact.questions if each.id}
    else:
        known = {}
    if question_id not in known and reading.problems:
        _stop([*map(str, reading.problems[:MOST_SHOWN]), "the file has problems; mend them first"], 1)
    if question_id not in known:
        _stop([f"there is no question {question_id} in this bank; {_suggest(question_id, known)}"], 2)
    return known[question_id]


def _names(bank: Bank) -> dict[str, Question]:
    """Every question by each of its names; a written id goes before a place, a place before a default id."""
    names: dict[str, Question] = {each.id: each for fact in bank.facts for each in fact.questions if each.id}
    ids = default_ids(bank)
    for fact, (fact_id, _) in zip(bank.facts, ids, strict=True):
        for number, question in enumerate(fact.questions, start=1):
            names.setdefault(f"{fact_id}/{number}", question)
    for fact, (fact_id, question_ids) in zip(bank.facts, ids, strict=True):
        for question_id, question in zip(question_ids, fact.questions, strict=True):
            names.setdefault(question_id, question)
        if len(fact.questions) == 1:
            names.setdefault(fact_id, fact.questions[0])
    return names


def _read(bank: str) -> Reading:
    path = Path(bank)
    if not path.is_file():
        folders = bank_folders(str(parse_settings({}, os.environ)["INSTANCE"]))
        shipped = {
            file.stem: file for folder in folders for file in folder.glob("*") if file.suffix in ENDINGS
        }
        if bank not in shipped:
            _stop([f"there is no bank {bank}; {_suggest(bank, shipped)}"], 2)
        path = shipped[bank]
    return read_bank(path.read_bytes(), str(path), judging=False)


def _tell(grade: Grade) -> dict[str, Any]:
    told: dict[str, Any] = {"grade": grade.mark, "reason": grade.reason}
    if grade.ask_again:
        told["ask_again"] = True
    if grade.parts:
        told["parts"] = [
            {
                "label": each.label,
                "given": each.given,
                "expected": each.expected,
                "grade": each.mark,
                "reason": each.reason,
            }
            for each in grade.parts
        ]
    return told


def _suggest(name: str, known: Iterable[str]) -> str:
    near = process.extract(name, list(known), scorer=fuzz.WRatio, limit=MOST_SHOWN, score_cutoff=50)
    found = ", ".join(match[0] for match in near)
    return f"did you mean one of these? {found}" if found else "look it up in the file"


def _printable(text: str) -> str:
    """A response without the bytes of the command line that are no UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _stop(lines: list[str], code: int) -> NoReturn:
    for line in lines:
        click.echo(line, err=True)
    raise click.exceptions.Exit(code)
