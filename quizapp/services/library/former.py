"""A bank as it was last published, rebuilt from its rows: what a new file is compared with."""

from quizapp.bank.schema import Bank, Evidence, Fact, Source
from quizapp.questions import Question, read_question
from quizapp.store.library import tables
from quizapp.store.library.publishing import Row, Stored

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


def rebuild_former(row: tables.Bank, stored: Stored, *, with_retired: bool) -> Bank:
    """Rebuild the bank that rows hold; retired facts and questions stand last, so that others match first."""
    asked: dict[int, list[tuple[bool, int, Question]]] = {}
    for question in stored.questions.values():
        if with_retired or not question["is_retired"]:
            value = read_question(question["definition"])
            order = (question["is_retired"], question["position"], value)
            asked.setdefault(question["fact_id"], []).append(order)
    facts = sorted(stored.facts.values(), key=lambda fact: (fact["is_retired"], fact["position"]))
    mentions: dict[str, list[str]] = {}
    for fact_key, mentioned in sorted(stored.mentions):
        mentions.setdefault(fact_key, []).append(mentioned)
    source = Source(title=row.source_title, url=row.source_url, licence=row.source_licence)
    return Bank.model_construct(
        format="1",
        id=row.key,
        title=row.title,
        language=row.language,
        source=source,
        facts=tuple(
            _fact(fact, asked.get(fact["id"], []), mentions.get(fact["key"], []))
            for fact in facts
            if with_retired or not fact["is_retired"]
        ),
    )


def _fact(row: Row, asked: list[tuple[bool, int, Question]], mentions: list[str]) -> Fact:
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
        questions=tuple(question for *_, question in sorted(asked, key=lambda order: order[:2])),
    )
