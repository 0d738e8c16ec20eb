"""Three versions of one fact: as the builder made it, as it stands in the file now, and as it is built again."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.bank.rebuilding.built import (
    Made,
    Slot,
    hash_evidence,
    hash_topic,
    hash_words,
    note_made,
    read_all_made,
    slot_of,
)
from quizapp.bank.rebuilding.ordering import insert
from quizapp.bank.schema import Bank, Fact
from quizapp.questions import Question

_OLD, _NEW = "old", "new"


@dataclass(frozen=True, slots=True)
class Merged:
    """A fact with each part a teacher's where it was edited, else as it is built now; and what was made of it."""

    fact: Fact
    made: Made


def merge(fresh: Fact, old: Fact, before: Made) -> Merged:
    """Merge a newly built fact with what stands in the file, told apart by what was made before."""
    questions, are_fresh, lost = _merge_questions(fresh, old, before)
    update: dict[str, object] = {"questions": questions}
    if hash_words(old) != before.words:
        update |= {"statement": old.statement, "according_to": old.according_to}
    if hash_topic(old) != before.topic:
        update["topic"] = old.topic
    if hash_evidence(old) != before.evidence:
        update["evidence"] = old.evidence
    if not (fresh.mentions and are_fresh):
        update["mentions"] = old.mentions  # those of a sequence belong to its question
    return Merged(fresh.model_copy(update=update), note_made(fresh, lost))


def is_edited(fact: Fact, before: Made) -> bool:
    """Whether a fact of the file is not as the builder made it; slots of lost questions stay in `built`."""
    asked = Counter(map(slot_of, fact.questions))
    if asked != Counter(before.slots):
        return True
    made = before.words, before.evidence, before.topic
    return (hash_words(fact), hash_evidence(fact), hash_topic(fact)) != made


def is_as_built(bank: Bank) -> bool:
    """Whether everything in a bank is as the builder made it, so that building it again loses nothing."""
    live = {name: made for name, made in read_all_made(bank.built).items() if not made.is_retired}
    if bank.description or bank.source is None or bank.title != bank.source.title:
        return False
    if list(live) != [str(fact.id) for fact in bank.facts]:
        return False
    has_ids = any(question.id for fact in bank.facts for question in fact.questions)  # a site gave them
    return not has_ids and not any(is_edited(fact, live[str(fact.id)]) for fact in bank.facts)


def _merge_questions(
    fresh: Fact, old: Fact, before: Made
) -> tuple[tuple[Question, ...], bool, tuple[Slot, ...]]:
    """What stands untouched becomes what is built now; what was edited, added or taken out stays so.

    Also returns whether all that was built stands as it is built now, and the slots of what was edited or taken out
    and is not built now: when the article says it again, it is not asked again.
    """
    untouched = _find_untouched(old.questions, before.slots)
    are_fresh = all(place is not None for place in untouched)
    row: list[tuple[str, int] | None] = [(_OLD, place) for place in range(len(old.questions))]
    lost: list[Slot] = []
    built = _pair(before.slots, fresh.questions)
    for slot, at, place in zip(before.slots, built, untouched, strict=True):
        if place is not None:
            row[place] = None if at is None else (_NEW, at)
        elif at is None:
            lost.append(slot)
    taken_out = {at for at, place in zip(built, untouched, strict=True) if place is None}
    wanted = [(_NEW, at) for at in range(len(fresh.questions)) if at not in taken_out]
    order = insert(filter(None, row), wanted)
    if not order:
        return fresh.questions, True, ()
    places = {at: place for at, place in zip(built, untouched, strict=True) if place is not None}
    merged = (
        old.questions[at] if kind == _OLD else _name_as(fresh.questions[at], old, places.get(at))
        for kind, at in order
    )
    return tuple(merged), are_fresh and len(order) == len(wanted), tuple(lost)


def _name_as(built: Question, old: Fact, place: int | None) -> Question:
    return built if place is None else built.model_copy(update={"id": old.questions[place].id})


def _find_untouched(questions: Sequence[Question], slots: Sequence[Slot]) -> list[int | None]:
    """Find the place of each question that stands in the file as it was made."""
    places: dict[Slot, list[int]] = defaultdict(list)
    for place, question in reversed(list(enumerate(questions))):
        places[slot_of(question)].append(place)
    return [places[slot].pop() if places[slot] else None for slot in slots]


def _pair(slots: Sequence[Slot], questions: Sequence[Question]) -> list[int | None]:
    """Find for each former slot the place of what is built for it now: the same, else the next of its type."""
    free = {place: slot_of(question) for place, question in enumerate(questions)}
    same = [_take(free, slot) for slot in slots]
    return [
        place if place is not None else _take(free, slot[:1]) for place, slot in zip(same, slots, strict=True)
    ]


def _take(free: dict[int, Slot], wanted: Sequence[str]) -> int | None:
    """Take the first place whose slot begins as is wanted out of those that are free."""
    place = next((place for place, slot in free.items() if slot[: len(wanted)] == wanted), None)
    if place is not None:
        del free[place]
    return place
