"""What a bank file cannot say of drafted facts: how each was found, and what the article has that is not asked."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizapp.article.fact import Confidence, Fact, Status
from quizapp.article.finding import Found
from quizapp.store import Build
from quizapp.values.dates import say
from quizapp.writing.draft import Draft, Drafted

MOST_TOLD = 30
"""Entries of one kind in the report."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a bank file cannot say of a drafted fact: how it was found, and what to look at twice."""

    about: str
    rule: str
    is_sure: bool
    cautions: tuple[str, ...]
    spans: Spans


KEPT = Note("kept from the bank, not from this article", "", is_sure=True, cautions=(), spans=())


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes by the ids of facts, and what is not asked: a heading and its lines.

    Of a bank that is built again, fates says what became of each fact, retired what its article states no more, and
    replaced holds each fact that is changed as it was published before, as JSON.
    """

    facts: dict[str, Note]
    report: tuple[tuple[str, tuple[str, ...]], ...]
    fates: dict[str, str] = field(default_factory=dict)
    retired: tuple[str, ...] = ()
    replaced: dict[str, str] = field(default_factory=dict)


def read_notes(build: Build) -> Notes:
    """Return what is noted about the facts of a review."""
    stored = json.loads(build.notes)
    facts = {
        key: Note(**{**note, "cautions": tuple(note["cautions"]), "spans": tuple(map(tuple, note["spans"]))})
        for key, note in stored["facts"].items()
    }
    report = tuple((heading, tuple(lines)) for heading, lines in stored["report"])
    replaced = stored.get("replaced", {})  # a review that was begun before this was noted has none
    return Notes(facts, report, stored["fates"], tuple(stored["retired"]), replaced)


def note_drafted(drafted: Drafted, found: Found) -> Note:
    """Note how a drafted fact was found, and what to look at twice."""
    several = len(drafted.facts) > 1
    first = drafted.facts[0]
    about = "several facts together" if several else _say_about(first)
    cautions = dict.fromkeys(each for fact in drafted.facts for each in _find_cautions(fact, found))
    spans = tuple((fact.evidence.start, fact.evidence.end) for fact in drafted.facts)
    rule = "" if several else first.rule.replace("_", " ")
    return Note(about, rule, drafted.is_sure, tuple(cautions), spans)


def _say_about(fact: Fact) -> str:
    date = f", {say(fact.date)}" if fact.date else ""
    return f"{fact.type.replace('_', ' ')}{date}{f', according to {fact.according_to}' if fact.according_to else ''}"


def _find_cautions(fact: Fact, found: Found) -> Iterator[str]:
    if fact.status is Status.CONTRADICTED:
        reasons = [each.reason for each in found.contradictions if fact.id in each.facts]
        yield f"contradicted: {'; '.join(reasons)}" if reasons else "the article contradicts this elsewhere"
    if not fact.is_dated_surely:
        yield "its date was worked out from others and is not sure"
    if fact.note:
        yield fact.note
    if fact.confidence is not Confidence.HIGH:
        yield "the rule is not sure of this one"


def report_left(draft: Draft, found: Found) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Say what the article has that is not asked, and why: each heading with its lines."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for fact, why in draft.left_out:
        by_reason[f"Found, not asked: {why}"].append(fact.evidence.quote)
    told = {
        "Contradictions": [each.reason for each in found.contradictions],
        "Uncertain dates": [f"{each.evidence.quote}: {each.reason}" for each in found.uncertain],
        "Not understood": [each.message for each in found.misread],
        **by_reason,
        "Covered by no rule": [each.quote for each in found.uncovered],
    }
    return tuple((heading, _shorten(lines)) for heading, lines in told.items() if lines)


def _shorten(lines: list[str]) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(line if len(line) <= 200 else f"{line[:199]}…" for line in lines))
    more = len(kept) - MOST_TOLD
    return kept if more <= 0 else (*kept[:MOST_TOLD], f"and {more} more")
