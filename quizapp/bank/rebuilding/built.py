"""What the builder made of each fact, kept as short hashes in the bank: by them a teacher's edits are told.

An entry of `Bank.built` reads "words evidence topic type:question ..."; "retired words" for a fact that the article
no longer states, whose id is never given to another; "became id" for one that a teacher gave another id.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from quizapp.bank.schema import Fact
from quizapp.questions import Question

RETIRED = "retired"
BECAME = "became"
_LENGTH = 8  # letters of a hash: 32 bits, compared only within one fact
_HEAD = 3  # words, evidence, topic

Slot = tuple[str, str]
"""A question's type and its hash."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the builder made of a fact when it last did; became is the id that a teacher gave it instead."""

    words: str
    evidence: str = ""
    topic: str = ""
    slots: tuple[Slot, ...] = ()
    is_retired: bool = False
    became: str = ""


def note_made(fact: Fact, also: Iterable[Slot] = ()) -> Made:
    """Return what there is to know of a fact as the builder made it; also are slots that stay known beside."""
    slots = (*map(slot_of, fact.questions), *also)
    return Made(hash_words(fact), hash_evidence(fact), hash_topic(fact), slots)


def write_made(made: Made) -> str:
    """Return the entry for what was made."""
    if made.became:
        return f"{BECAME} {made.became}"
    if made.is_retired:
        return f"{RETIRED} {made.words}"
    return " ".join((made.words, made.evidence, made.topic, *map(":".join, made.slots)))


def read_made(entry: str) -> Made | None:
    """Read an entry; None for one that nobody can have written but a person."""
    parts = entry.split()
    if len(parts) == 2 and parts[0] == RETIRED:
        return Made(parts[1], is_retired=True)
    if len(parts) == 2 and parts[0] == BECAME:
        return Made("", is_retired=True, became=parts[1])
    slots = tuple(part.partition(":")[::2] for part in parts[_HEAD:])
    is_whole = bool(slots) and all(all(slot) for slot in slots)
    return Made(parts[0], parts[1], parts[2], slots) if is_whole else None


def read_all_made(built: Mapping[str, str]) -> dict[str, Made]:
    """Read the entries of a bank by the ids of their facts."""
    read = ((fact_id, read_made(entry)) for fact_id, entry in built.items())
    return {fact_id: made for fact_id, made in read if made is not None}


def hash_words(fact: Fact) -> str:
    """Return the hash of what a fact says, and of who says so."""
    return _hash([fact.statement, fact.according_to])


def hash_evidence(fact: Fact) -> str:
    """Return the hash of where a fact stands."""
    return _hash(fact.evidence.model_dump(mode="json") if fact.evidence else None)


def hash_topic(fact: Fact) -> str:
    """Return the hash of how a fact is filed."""
    return _hash(fact.topic)


def slot_of(question: Question) -> Slot:
    """Return the type and the hash of a question, whatever its id."""
    return question.type, _hash(question.model_dump(mode="json", exclude_defaults=True, exclude={"id"}))


def write_built(facts: Iterable[Fact]) -> dict[str, str]:
    """Return the entries of the facts of a bank that was just built."""
    return {str(fact.id): write_made(note_made(fact)) for fact in facts}


def _hash(content: Any) -> str:
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:_LENGTH]
