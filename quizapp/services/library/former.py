"""A bank as it was last published, rebuilt from its rows: what a new file is compared with."""

from dataclasses import dataclass
from typing import Any

from quizapp.bank.fields import read_description
from quizapp.bank.schema import Bank, Evidence, Fact, Source
from quizapp.questions import Question, read_question
from quizapp.store.library import tables
from quizapp.store.library.publishing import Row, Stored

Asked = tuple[bool, int, Question]

MAX_TITLE = 300
MAX_LANGUAGE = 20


def head_of(bank: Bank) -> dict[str, str]:
    """Return the columns of a bank that come from the head of its file."""
    source = bank.source or Source()
    return {
        "title": bank.title[:MAX_TITLE],
        "language": bank.language[:MAX_LANGUAGE],
        "source_title": source.title,
        "source_url": source.url,
        "source_licence": source.licence,
    }


@dataclass(frozen=True, slots=True)
class Former:
    """A bank as it was: `asked` holds what was asked, `whole` also what is retired, at its end."""

    asked: Bank
    whole: Bank


def rebuild_former(row: tables.Bank, stored: Stored) -> Former:
    """Rebuild the bank that rows hold."""
    questions: dict[int, list[Asked]] = {}
    for question in stored.questions.values():
        value = read_question(question["definition"])
        asked = (question["is_retired"], question["position"], value)
        questions.setdefault(question["fact_id"], []).append(asked)
    mentions: dict[str, list[str]] = {}
    for fact_key, mentioned in sorted(stored.mentions):
        mentions.setdefault(fact_key, []).append(mentioned)
    whole: list[Fact] = []
    live: list[Fact] = []
    for fact in sorted(stored.facts.values(), key=lambda fact: (fact["is_retired"], fact["position"])):
        asked_now = sorted(questions.get(fact["id"], []), key=lambda asked: asked[:2])
        former = _fact(fact, [asked[2] for asked in asked_now], mentions.get(fact["key"], []))
        whole.append(former)
        if not fact["is_retired"]:
            left = tuple(question for is_retired, _, question in asked_now if not is_retired)
            live.append(former.model_copy(update={"questions": left}))
    return Former(_bank(row, live), _bank(row, whole))


def _bank(row: tables.Bank, facts: list[Fact]) -> Bank:
    source = Source(title=row.source_title, url=row.source_url, licence=row.source_licence)
    head: dict[str, Any] = {
        "format": "1",
        "id": row.key,
        "title": row.title,
        "language": row.language,
        "description": read_description(row.text),
        "source": source,
    }
    return Bank.model_construct(**head, facts=tuple(facts))


def _fact(row: Row, questions: list[Question], mentions: list[str]) -> Fact:
    sentence = int(row["sentence"]) if row["sentence"].isdecimal() else None
    evidence = None
    if row["section"] or row["sentence"] or row["quote"]:
        evidence = Evidence(section=row["section"], sentence=sentence, quote=row["quote"])
    return Fact.model_construct(
        id=row["key"],
        statement=row["statement"],
        evidence=evidence,
        according_to=row["according_to"],
        topic=row["topic"],
        mentions=tuple(mentions),
        questions=tuple(questions),
    )
