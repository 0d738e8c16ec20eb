"""Permanent ids: what memory hangs on is recognised by its id, else by its text, else named anew.

Every rule that matches new texts to former ones stands here, strictest first.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from quizapp.bank.matching import Matching
from quizapp.bank.schema import Bank, Fact
from quizapp.questions import Question
from quizapp.values.text import fold

SLUG_LENGTH = 60


def with_ids(bank: Bank, former: Bank | None) -> Bank:
    """The bank in which every fact and question has an id: its own, the one it had, or a new one."""
    known = former.facts if former is not None else ()
    before = _match_facts(bank.facts, known)
    names = default_ids(bank, before, known)
    renamed = {fact.id: name for fact, (name, _) in zip(bank.facts, names, strict=True) if fact.id}
    facts = [
        _named(fact, fact_id, question_ids, renamed)
        for fact, (fact_id, question_ids) in zip(bank.facts, names, strict=True)
    ]
    built = {renamed.get(name, name): made for name, made in bank.built.items()}
    return bank.model_copy(update={"facts": tuple(facts), "built": built})


def default_ids(
    bank: Bank, before: Sequence[Fact | None] | None = None, former: Iterable[Fact] = ()
) -> list[tuple[str, list[str]]]:
    """The ids of each fact and of its questions; before gives the fact that each was in the former bank."""
    before = before if before is not None else [None] * len(bank.facts)
    former = list(former)
    taken = {fact.id for fact in (*bank.facts, *former) if fact.id}
    questions_taken = {each.id for fact in (*bank.facts, *former) for each in fact.questions if each.id}
    names: list[tuple[str, list[str]]] = []
    for fact, old in zip(bank.facts, before, strict=True):
        if not fact.statement:
            both = taken | questions_taken if not fact.id and old is None else set()
            name = _id_of(fact, old) or _free(slug(fact.questions[0].stem) or "question", both)
            names.append((name, [name]))
            questions_taken.add(name)
        else:
            name = _id_of(fact, old) or _free(slug(fact.statement) or "fact", taken)
            names.append((name, _question_ids(fact, name, old, questions_taken)))
        taken.add(name)
    return names


def slug(text: str) -> str:
    """Small letters, digits and hyphens for a text, cut after a word; nothing where the script has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    chosen = "-".join(words)
    if len(chosen) <= SLUG_LENGTH:
        return chosen
    return chosen[: SLUG_LENGTH + 1].rpartition("-")[0] or chosen[:SLUG_LENGTH]


def _id_of(fact: Fact, old: Fact | None) -> str | None:
    return old.id if old is not None else fact.id


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _question_ids(fact: Fact, name: str, old: Fact | None, taken: set[str]) -> list[str]:
    before = _match_questions(fact.questions, old.questions if old is not None else ())
    ids = []
    for number, (question, earlier) in enumerate(zip(fact.questions, before, strict=True), start=1):
        chosen = earlier.id if earlier is not None and earlier.id else question.id
        if not chosen:
            number_free = number
            while f"{name[:75]}-{number_free}" in taken:
                number_free += 1
            chosen = f"{name[:75]}-{number_free}"
        taken.add(chosen)
        ids.append(chosen)
    return ids


def _named(fact: Fact, name: str, question_ids: list[str], renamed: dict[str, str]) -> Fact:
    questions = tuple(
        question if question.id == question_id else question.model_copy(update={"id": question_id})
        for question, question_id in zip(fact.questions, question_ids, strict=True)
    )
    mentions = tuple(renamed.get(each, each) for each in fact.mentions)
    return fact.model_copy(update={"id": name, "questions": questions, "mentions": mentions})


def _match_facts(new: Sequence[Fact], former: Sequence[Fact]) -> list[Fact | None]:
    match = Matching(new, former)
    match.by(lambda fact: fact.id)
    match.by(lambda fact: fold(fact.statement) or None)
    match.by(lambda fact: None if fact.statement else _text_of(fact.questions[0]))
    match.by_likeness(lambda fact: fact.statement or fact.questions[0].stem, _kind_of)
    match.by_likeness(lambda fact: fact.questions[0].stem, _bare_answer_of)
    match.by_only(_stems_of)
    match.by_only(_asked_of)
    match.by_only_likeness(lambda fact: fact.statement, lambda fact: "statement" if fact.statement else None)
    # A bare question with another year was corrected only if no other one could be meant: banks ask in series.
    match.by_unrivalled(lambda fact: "" if fact.statement else fact.questions[0].stem, _bare_answer_of)
    return match.found


def _match_questions(new: Sequence[Question], former: Sequence[Question]) -> list[Question | None]:
    match = Matching(new, former)
    match.by(lambda question: question.id)
    match.by(_text_of)
    match.by(lambda question: (question.type, fold(question.stem)))
    match.by_likeness(lambda question: question.stem, lambda question: question.type)
    match.by_only(lambda question: [fold(question.stem)])
    match.by_only_likeness(lambda question: question.stem, lambda question: question.type)
    return match.found


def _kind_of(fact: Fact) -> str:
    return "statement" if fact.statement else fact.questions[0].type


def _bare_answer_of(fact: Fact) -> str | None:
    return None if fact.statement else fold(fact.questions[0].answer())


def _asked_of(fact: Fact) -> list[tuple[str, str]]:
    """What is asked and answered, in whatever way: a bare question may become one of a fact."""
    return [(fold(question.stem), fold(question.answer())) for question in fact.questions]


def _stems_of(fact: Fact) -> list[tuple[bool, str]]:
    return [(bool(fact.statement), fold(question.stem)) for question in fact.questions]


def _text_of(question: Question) -> tuple[str, str, str]:
    return question.type, fold(question.stem), fold(question.answer())
