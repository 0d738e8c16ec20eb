"""What a new version of a bank changes, seen before it is published; both versions have their ids."""

import re
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from quizapp.bank.matching import MOST_COMPARISONS, NEAR
from quizapp.bank.schema import Bank, Fact
from quizapp.questions import Question
from quizapp.values.text import fold

Ids = tuple[str, str]
"""A fact's id and its question's."""

ALIKE_WITH_ONE_ANSWER = 70.0
"""How alike (0 to 100) two questions with the same answer are that a person is asked whether they are one."""
KEY_FIELDS = ("type", "key", "accepted", "tolerance", "unit")


@dataclass(frozen=True, slots=True)
class Changes:
    """The questions (and facts) that are new, changed, the same or gone; `key_changed` are among the changed.

    A question is changed if anything of it is; its key if another answer may now be right.
    A fact is changed if anything but its questions is.
    """

    new: tuple[Ids, ...] = ()
    changed: tuple[Ids, ...] = ()
    same: tuple[Ids, ...] = ()
    gone: tuple[Ids, ...] = ()
    key_changed: tuple[Ids, ...] = ()
    facts_new: tuple[str, ...] = ()
    facts_changed: tuple[str, ...] = ()
    facts_same: tuple[str, ...] = ()
    facts_gone: tuple[str, ...] = ()
    head_changed: bool = False

    def __str__(self) -> str:
        keys = f" ({len(self.key_changed):,} with another key)" if self.key_changed else ""
        counts = f"{len(self.new):,} new, {len(self.changed):,} changed{keys}, {len(self.same):,} the same"
        return f"{counts}, {len(self.gone):,} gone"

    def __bool__(self) -> bool:
        questions = self.new or self.changed or self.gone
        return bool(questions or self.facts_new or self.facts_changed or self.facts_gone or self.head_changed)


def compare(former: Bank | None, new: Bank) -> Changes:
    """What the new version changes; both are banks whose facts and questions have ids."""
    before = _by_id(former) if former is not None else {}
    after = _by_id(new)
    old_facts = {str(fact.id): fact for fact in former.facts} if former is not None else {}
    new_facts = {str(fact.id): fact for fact in new.facts}
    old_questions = {ids[1]: question for ids, question in before.items()}
    both = [ids for ids in after if ids[1] in old_questions]
    changed = tuple(ids for ids in both if after[ids] != old_questions[ids[1]] or ids not in before)
    different = set(changed)
    known = {ids[1] for ids in after}
    same_facts = {
        name for name in new_facts if name in old_facts and _is_same(old_facts[name], new_facts[name])
    }
    return Changes(
        new=tuple(ids for ids in after if ids[1] not in old_questions),
        changed=changed,
        same=tuple(ids for ids in both if ids not in different),
        gone=tuple(ids for ids in before if ids[1] not in known),
        key_changed=tuple(ids for ids in changed if _key(after[ids]) != _key(old_questions[ids[1]])),
        facts_new=tuple(name for name in new_facts if name not in old_facts),
        facts_changed=tuple(name for name in new_facts if name in old_facts and name not in same_facts),
        facts_same=tuple(name for name in new_facts if name in same_facts),
        facts_gone=tuple(name for name in old_facts if name not in new_facts),
        head_changed=former is None or _head(former) != _head(new),
    )


def find_doubts(former: Bank, new: Bank, changes: Changes) -> list[tuple[str, str]]:
    """Find the new facts that are probably a fact which is gone, each with that one: the ids of both."""
    news = [fact for fact in new.facts if fact.id in set(changes.facts_new)]
    olds = [fact for fact in former.facts if fact.id in set(changes.facts_gone)]
    if len(news) * len(olds) > MOST_COMPARISONS:
        return []
    pairs = [
        (-likeness, str(one.id), str(other.id))
        for one in news
        for other in olds
        for likeness in [_likeness(one, other)]
        if likeness
    ]
    found: dict[str, str] = {}
    for _, name, old in sorted(pairs):
        if name not in found and old not in found.values():
            found[name] = old
    return list(found.items())


def _likeness(one: Fact, other: Fact) -> float:
    """How alike (0 to 100) two facts of one kind are but for their numbers; 0: not enough."""
    if bool(one.statement) != bool(other.statement):
        return 0.0
    texts = [fact.statement or fact.questions[0].stem for fact in (one, other)]
    answers = {fold(fact.questions[0].answer()) for fact in (one, other)}
    least = ALIKE_WITH_ONE_ANSWER if len(answers) == 1 else NEAR
    return fuzz.ratio(*(re.sub(r"\d+", "0", text) for text in texts), score_cutoff=least)


def _by_id(bank: Bank) -> dict[Ids, Question]:
    return {(str(fact.id), str(each.id)): each for fact in bank.facts for each in fact.questions}


def _key(question: Question) -> list[Any]:
    fields = question.model_dump(include=set(KEY_FIELDS))
    return [fields.get(name) for name in KEY_FIELDS]


def _is_same(former: Fact, new: Fact) -> bool:
    return former.model_copy(update={"questions": ()}) == new.model_copy(update={"questions": ()})


def _head(bank: Bank) -> dict[str, Any]:
    return bank.model_dump(exclude={"facts"})
