"""What the builder made of each fact, kept as short hashes in the bank: by them a teacher's edits are told.

An entry of `Bank.built` reads "words evidence type:question ...", or "retired words" for a fact that the article no
longer states: its id is never given to another.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from quizapp.bank.schema import Fact
from quizapp.questions import Question

RETIRED = "retired"
_LENGTH = 8  # letters of a hash: 32 bits, compared only within one fact


@dataclass(frozen=True, slots=True)
class Made:
    """What the builder made of a fact when it last did; slots are its questions, each its type and its hash."""

    words: str
    evidence: str
    slots: tuple[tuple[str, str], ...]
    is_retired: bool = False


def write_made(fact: Fact) -> str:
    """Return the entry for a fact as the builder made it."""
    slots = (f"{each.type}:{hash_question(each)}" for each in fact.questions)
    return " ".join((hash_words(fact), hash_evidence(fact), *slots))


def write_retired(made: Made) -> str:
    """Return the entry for a fact that the article no longer states."""
    return f"{RETIRED} {made.words}"


def read_made(entry: str) -> Made | None:
    """Read an entry; None for one that nobody can have written but a person."""
    parts = entry.split()
    if len(parts) == 2 and parts[0] == RETIRED:
        return Made(parts[1], "", (), is_retired=True)
    slots = tuple(part.partition(":")[::2] for part in parts[2:])
    return Made(parts[0], parts[1], slots) if len(parts) > 2 and all(all(slot) for slot in slots) else None


def read_all_made(built: Mapping[str, str]) -> dict[str, Made]:
    """Read the entries of a bank by the ids of their facts."""
    read = ((fact_id, read_made(entry)) for fact_id, entry in built.items())
    return {fact_id: made for fact_id, made in read if made is not None}


def hash_words(fact: Fact) -> str:
    """Return the hash of what a fact says, and of how it is filed."""
    return _hash([fact.statement, fact.according_to, fact.topic])


def hash_evidence(fact: Fact) -> str:
    """Return the hash of where a fact stands."""
    return _hash(fact.evidence.model_dump(mode="json") if fact.evidence else None)


def hash_question(question: Question) -> str:
    """Return the hash of a question, whatever its id."""
    return _hash(question.model_dump(mode="json", exclude_defaults=True, exclude={"id"}))


def write_built(facts: Iterable[Fact]) -> dict[str, str]:
    """Return the entries of the facts of a bank that was just built."""
    return {str(fact.id): write_made(fact) for fact in facts}


def _hash(content: Any) -> str:
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:_LENGTH]
