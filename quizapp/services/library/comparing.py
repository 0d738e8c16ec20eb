"""What publishing a file would do: permanent ids, the changes that a person is shown, the rows to write."""

from dataclasses import dataclass

from quizapp.bank.diff import Changes, compare
from quizapp.bank.identity import with_ids
from quizapp.bank.schema import Bank, Evidence, Fact, Source
from quizapp.questions import Question, write_question
from quizapp.services.library.former import head_of, rebuild_former
from quizapp.store.library import tables
from quizapp.store.library.publishing import Row, Stored, Writes


@dataclass(frozen=True, slots=True)
class Comparison:
    """A file beside the bank that it replaces: `bank` with its permanent ids, `former` without what is retired."""

    bank: Bank
    former: Bank | None
    changes: Changes
    writes: Writes


def compare_with_stored(bank: Bank, key: str, row: tables.Bank | None, stored: Stored) -> Comparison:
    """Give a bank the ids of what it was and say what publishing it changes; key is the bank's own id."""
    rebuilt = rebuild_former(row, stored) if row is not None else None
    former = rebuilt.asked if rebuilt else None
    named = with_ids(_without_dangling(bank), rebuilt.whole if rebuilt else None)
    named = named.model_copy(update={"id": key})
    changes = compare(former, _comparable(named, former))
    return Comparison(named, former, changes, plan_writes(named, stored))


def plan_writes(bank: Bank, stored: Stored) -> Writes:
    """Say which rows a bank changes; rows are matched by their permanent keys and never deleted."""
    writes = Writes()
    for position, fact in enumerate(bank.facts):
        _plan_fact(fact, position, stored, writes)
    keys = {row["id"]: row["key"] for row in stored.facts.values()}
    for fact in bank.facts:
        for position, question in enumerate(fact.questions):
            _plan_question(question, str(fact.id), position, stored, keys, writes)
    _retire(bank, stored, keys, writes)
    wanted = frozenset(
        (str(fact.id), other) for fact in bank.facts for other in fact.mentions if other != fact.id
    )
    if wanted != stored.mentions:
        writes.mentions = wanted
    return writes


def _without_dangling(bank: Bank) -> Bank:
    """A bank whose broken facts were left out may still mention them."""
    known = {fact.id for fact in bank.facts}
    if all(other in known for fact in bank.facts for other in fact.mentions):
        return bank
    facts = (
        fact.model_copy(update={"mentions": tuple(each for each in fact.mentions if each in known)})
        for fact in bank.facts
    )
    return bank.model_copy(update={"facts": tuple(facts)})


def _comparable(bank: Bank, former: Bank | None) -> Bank:
    """The new bank as rows would give it back, so that only what rows hold counts as a change."""
    if former is None:
        return bank
    head = head_of(bank)
    source = Source(title=head["source_title"], url=head["source_url"], licence=head["source_licence"])
    facts = tuple(
        fact.model_copy(
            update={
                "evidence": fact.evidence if fact.evidence != Evidence() else None,
                "mentions": tuple(sorted({each for each in fact.mentions if each != fact.id})),
            }
        )
        for fact in bank.facts
    )
    update = {
        "title": head["title"],
        "language": head["language"],
        "source": source,
        "facts": facts,
        "built": former.built,
    }
    return bank.model_copy(update={**update, "format": former.format})


def _plan_fact(fact: Fact, position: int, stored: Stored, writes: Writes) -> None:
    key = str(fact.id)
    evidence = fact.evidence or Evidence()
    row: Row = {
        "position": position,
        "statement": fact.statement,
        "according_to": fact.according_to,
        "topic": fact.topic,
        "section": evidence.section,
        "sentence": "" if evidence.sentence is None else str(evidence.sentence),
        "quote": evidence.quote,
        "is_retired": False,
    }
    old = stored.facts.get(key)
    if old is None:
        writes.new_facts.append({"key": key, **row})
    elif any(old[name] != value for name, value in row.items()):
        writes.changed_facts.append({"id": old["id"], **row})


def _plan_question(
    question: Question, fact_key: str, position: int, stored: Stored, keys: dict[int, str], writes: Writes
) -> None:
    key = str(question.id)
    row: Row = {
        "position": position,
        "type": question.type,
        "rung": question.rung,
        "definition": write_question(question),
        "is_retired": False,
    }
    old = stored.questions.get(key)
    if old is None:
        writes.new_questions.append({"key": key, "fact": fact_key, "version": 1, **row})
        return
    version = old["version"] + (old["definition"] != row["definition"])
    if version != old["version"]:
        versioned = {"question_id": old["id"], "version": version, "definition": row["definition"]}
        writes.new_versions.append(versioned)
    if any(old[name] != value for name, value in row.items()) or keys[old["fact_id"]] != fact_key:
        writes.changed_questions.append({"id": old["id"], "fact": fact_key, "version": version, **row})


def _retire(bank: Bank, stored: Stored, keys: dict[int, str], writes: Writes) -> None:
    kept_facts = {fact.id for fact in bank.facts}
    kept_questions = {question.id for fact in bank.facts for question in fact.questions}
    for row in stored.facts.values():
        if row["key"] not in kept_facts and not row["is_retired"]:
            values = {name: value for name, value in row.items() if name != "key"}
            writes.changed_facts.append({**values, "is_retired": True})
    for row in stored.questions.values():
        if row["key"] not in kept_questions and not row["is_retired"]:
            values = {name: value for name, value in row.items() if name not in ("key", "fact_id")}
            writes.changed_questions.append({**values, "fact": keys[row["fact_id"]], "is_retired": True})
