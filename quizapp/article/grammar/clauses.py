"""A sentence as clauses: whose verb, its subject, its object and the rest, each as pieces of the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import EDGES, VERBAL, Chunk, Part, Span
from quizapp.article.grammar.complements import end_of_complement
from quizapp.article.grammar.groups import Group
from quizapp.article.grammar.subjects import closes_insert, find_subject, hangs_on_verb, skip_adverbs


class Way(StrEnum):
    """How a clause stands in its sentence."""

    MAIN = "main"
    RELATIVE = "relative"
    TRAILING = "trailing"
    MODIFIER = "modifier"
    ABSOLUTE = "absolute"
    FORCED = "forced"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FoundClause:
    """A verb and what belongs to it, by chunks; intro is what stands before the subject ("On 4 May, in the north").

    opener is the word that makes it depend on another clause ("while", "if"); leader the verb that it takes its
    subject from. is_sure: the subject stands right
    before the verb, or is that of a clause coordinated with this one.
    """

    verb: int
    group: Group
    way: Way
    subject: Span | None
    complement: Span
    intro: Span
    opener: str = ""
    is_sure: bool = True
    leader: int | None = None


def find_clauses(chunks: Sequence[Chunk]) -> tuple[FoundClause, ...]:
    """Return the clauses of a sentence, in the order of their verbs."""
    found: list[FoundClause] = []
    for at, chunk in enumerate(chunks):
        if chunk.group is None:
            continue
        clause = _read_clause(chunks, at, chunk.group, found)
        if clause is not None:
            found.append(clause)
    return tuple(found)


def _read_clause(
    chunks: Sequence[Chunk], at: int, group: Group, found: Sequence[FoundClause]
) -> FoundClause | None:
    part = chunks[at].part
    complement = Span(at + 1, end_of_complement(chunks, at))
    if part is Part.FINITE:
        return _read_finite(chunks, at, group, complement, found)
    if part is Part.INFINITIVE:
        return _read_infinitive(chunks, at, group, complement, found)
    return _read_participle(chunks, at, group, complement, found)


# --- finite verbs ---------------------------------------------------------------------------------------------------


def _read_finite(
    chunks: Sequence[Chunk], at: int, group: Group, complement: Span, found: Sequence[FoundClause]
) -> FoundClause | None:
    back = skip_adverbs(chunks, at - 1)
    if back < 0:
        return None
    before = chunks[back]
    if before.part is Part.RELATIVE:
        return _read_relative(chunks, at, back, group, complement)
    if before.part in {Part.CONJUNCTION, Part.COMMA, Part.STOP} and not closes_insert(chunks, back):
        leader = _former_finite(found, chunks, back)
        if leader is None:
            return None
        start = back
        return FoundClause(
            at, group, leader.way if leader.way is Way.RELATIVE else Way.MAIN, leader.subject, complement,
            Span(start + 1, at), leader.opener, leader.is_sure, leader.verb,
        )  # fmt: skip
    subject = find_subject(chunks, back)
    if subject is None:
        relative = _relative_before(chunks, back)
        return _read_relative(chunks, at, relative, group, complement) if relative is not None else None
    intro, opener = _find_intro(chunks, subject.first)
    if opener in words.RELATIVES:
        return FoundClause(at, group, Way.OTHER, subject, complement, intro, opener, is_sure=False)
    return FoundClause(at, group, Way.MAIN, subject, complement, intro, opener)


def _relative_before(chunks: Sequence[Chunk], at: int) -> int | None:
    """Return the "which" of "which in the pre-war era had contributed"."""
    while at >= 0 and chunks[at].part in {Part.PHRASE, Part.PREPOSITION, Part.DATE, Part.ADVERB, Part.ASIDE}:
        at -= 1
    return at if at >= 0 and chunks[at].part is Part.RELATIVE else None


def _former_finite(found: Sequence[FoundClause], chunks: Sequence[Chunk], at: int) -> FoundClause | None:
    """Return the clause that a verb after "and" shares its subject with."""
    for clause in reversed(found):
        if clause.verb < at and chunks[clause.verb].part is Part.FINITE and clause.way is not Way.OTHER:
            return clause
    return None


def _find_intro(chunks: Sequence[Chunk], subject: int) -> tuple[Span, str]:
    """Return what stands before the subject, back to the clause before, and the word that makes it depend."""
    at = subject - 1
    while at >= 0:
        chunk = chunks[at]
        if chunk.part is Part.SUBORDINATOR:
            return Span(at + 1, subject), chunk.lower
        if chunk.part is Part.RELATIVE:
            return Span(at + 1, subject), "" if chunk.lower == "that" else chunk.lower
        if chunk.part is Part.FINITE:
            at = min(max(at, end_of_complement(chunks, at) - 1), subject - 1)
            break
        if chunk.part in VERBAL or chunk.part in {Part.STOP, Part.CONJUNCTION}:
            break
        at -= 1
    return Span(at + 1, subject), ""


def _read_relative(
    chunks: Sequence[Chunk], at: int, relative: int, group: Group, complement: Span
) -> FoundClause | None:
    back = relative - 1
    has_comma = back >= 0 and chunks[back].part is Part.COMMA
    back -= 1 if has_comma else 0
    back = skip_adverbs(chunks, back)
    if back < 0 or chunks[back].part is not Part.PHRASE:
        return None
    word = chunks[relative].lower
    if word == "where":
        return None
    head = back
    while head >= 2 and chunks[head - 1].part is Part.PREPOSITION and chunks[head - 2].part is Part.PHRASE:
        head -= 2
    host = head - 2
    is_apposed = (
        has_comma and host >= 0 and chunks[head - 1].part is Part.COMMA and chunks[host].part is Part.PHRASE
    )
    if is_apposed and chunks[head].lower.startswith(("the ", "a ", "an ")):
        return FoundClause(
            at,
            group,
            Way.RELATIVE,
            Span(host, host + 1),
            complement,
            Span(relative + 1, at),
            word,
            is_sure=False,
        )
    is_sure = head == back and not (word == "that" and has_comma) and word in {"who", "which", "that"}
    if is_sure and word == "who" and " of " in chunks[back].text:
        is_sure = False
    return FoundClause(
        at, group, Way.RELATIVE, Span(back, back + 1), complement, Span(relative + 1, at), word, is_sure
    )


# --- verbs without a tense ------------------------------------------------------------------------------------------


def _read_participle(
    chunks: Sequence[Chunk], at: int, group: Group, complement: Span, found: Sequence[FoundClause]
) -> FoundClause | None:
    back = skip_adverbs(chunks, at - 1)
    if back < 0:
        return _read_opening(chunks, at, group, complement)
    before = chunks[back]
    if before.part is Part.PHRASE:
        return _read_modifier(chunks, at, back, group, complement)
    if before.part is Part.RELATIVE:  # "thought that holding the farm was the key"
        return None
    if before.part in {Part.PREPOSITION, Part.SUBORDINATOR}:
        return _read_gerund_after(chunks, at, back, group, complement, found)
    start = max(
        (each for each in range(at) if chunks[each].part in {Part.COMMA, Part.CONJUNCTION, Part.STOP}),
        default=-1,
    )
    intro = Span(start + 1, at)
    if before.part is Part.COMMA and back and chunks[back - 1].part in {Part.PHRASE, Part.ASIDE}:
        insert = _read_insert(chunks, at, back, group, complement)
        if insert is not None:
            return insert
    former = found[-1] if found else None
    is_listed = before.part is Part.CONJUNCTION and former is not None and former.way is not Way.MAIN
    if former is not None and is_listed and chunks[former.verb].part is chunks[at].part:
        return replace(former, verb=at, group=group, complement=complement, intro=intro)
    leader = _leader(chunks, found, at)
    if leader is None or leader.subject is None:
        return None
    way = Way.TRAILING if leader.way in {Way.MAIN, Way.TRAILING} else leader.way
    leads = chunks[leader.verb].group
    has_agent = any(chunk.lower == "by" for chunk in chunks[leader.verb : leader.complement.last])
    is_unlike = bool(leader.opener) or (leads is not None and leads.is_passive and has_agent)
    follows_insert = former is not None and former.way is Way.MODIFIER and former.verb > leader.verb
    is_beside = is_unlike or follows_insert or group.known.base in _SPEAKS_OF_ALL
    is_sure = leader.is_sure and not group.is_passive and not is_beside
    return FoundClause(at, group, way, leader.subject, complement, intro, leader.opener, is_sure, leader.verb)


_SPEAKS_OF_ALL = frozenset(
    {"result", "lead", "mark", "signal", "cause", "prompt", "trigger", "spark", "end", "make", "bring"}
)
"""Verbs that, behind a comma, speak of the whole clause before: "..., resulting in a rout"."""


def _leader(chunks: Sequence[Chunk], found: Sequence[FoundClause], at: int) -> FoundClause | None:
    """Return the clause whose subject a trailing participle shares: the last finite one of this sentence part."""
    for clause in reversed(found):
        if any(chunk.part is Part.STOP for chunk in chunks[clause.verb : at]):
            return None
        if chunks[clause.verb].part is Part.FINITE or clause.way is Way.TRAILING:
            return clause
    return None


def _read_insert(
    chunks: Sequence[Chunk], at: int, comma: int, group: Group, complement: Span
) -> FoundClause | None:
    """Read "The offensive, conducted by troops, was ..." and a closing ", led by X"."""
    head = comma - 1
    while head >= 2 and chunks[head - 1].part is Part.PREPOSITION and chunks[head - 2].part is Part.PHRASE:
        head -= 2
    if not hangs_on_verb(chunks, head) and (not head or chunks[head - 1].part is not Part.PREPOSITION):
        return FoundClause(
            at, group, Way.MODIFIER, Span(head, comma), complement, Span(at, at), is_sure=head == comma - 1
        )
    if group.is_passive and not _hangs_on(chunks, comma - 1):
        return FoundClause(
            at, group, Way.MODIFIER, Span(comma - 1, comma), complement, Span(at, at), is_sure=False
        )
    return None


def _read_opening(chunks: Sequence[Chunk], at: int, group: Group, complement: Span) -> FoundClause | None:
    """Read "Seeing the day lost, the Hungarians fled": the subject stands behind the first comma."""
    end = complement.last
    if end >= len(chunks) or chunks[end].part is not Part.COMMA:
        return None
    start = end + 1
    last = start
    while last < len(chunks) and chunks[last].part not in VERBAL and chunks[last].part not in EDGES:
        last += 1
    if last >= len(chunks) or chunks[last].part is not Part.FINITE or start == last:
        return None
    return FoundClause(at, group, Way.TRAILING, Span(start, last), complement, Span(at, at), is_sure=False)


def _read_modifier(
    chunks: Sequence[Chunk], at: int, back: int, group: Group, complement: Span
) -> FoundClause | None:
    """Read "fighters defending the field" and, after "with", "with 38 soldiers being killed"."""
    way = Way.MODIFIER
    if back and chunks[back - 1].lower == "with":
        way = Way.ABSOLUTE
        return FoundClause(at, group, way, Span(back, back + 1), complement, Span(at, at))
    head = back
    hangs = head > 1 and chunks[head - 1].part is Part.PREPOSITION and chunks[head - 2].part is Part.PHRASE
    is_sure = not hangs and not (head and chunks[head - 1].part is Part.CONJUNCTION)
    is_vague = " of " in chunks[back].text if group.is_passive else _hangs_on(chunks, back)
    is_sure = is_sure and not is_vague
    return FoundClause(at, group, way, Span(back, back + 1), complement, Span(at, at), is_sure=is_sure)


def _hangs_on(chunks: Sequence[Chunk], at: int) -> bool:
    return at > 0 and chunks[at - 1].part is Part.PREPOSITION


def _read_gerund_after(
    chunks: Sequence[Chunk], at: int, back: int, group: Group, complement: Span, found: Sequence[FoundClause]
) -> FoundClause | None:
    """Read "after crossing the river": done by the subject of the clause it hangs on, which may follow."""
    opener = chunks[back].lower
    intro = Span(back + 1, at)
    leader = _leader(chunks, found, at)
    if leader is not None and leader.subject is not None:
        return FoundClause(
            at, group, Way.OTHER, leader.subject, complement, intro, opener, leader.is_sure, leader.verb
        )
    opening = _read_opening(chunks, at, group, complement)
    return replace(opening, way=Way.OTHER, opener=opener) if opening else None


def _read_infinitive(
    chunks: Sequence[Chunk], at: int, group: Group, complement: Span, found: Sequence[FoundClause]
) -> FoundClause | None:
    """Read "forcing them to retreat", which says that they did; any other infinitive is a plan."""
    back = skip_adverbs(chunks, at - 1)
    former = next((clause for clause in reversed(found) if clause.verb < at), None)
    if former is None or back < 0:
        return None
    is_forced = (
        former.group.acting.base in {"force", "compel", "oblige", "cause"} and not former.group.is_passive
    )
    if (
        is_forced
        and chunks[back].part is Part.PHRASE
        and former.verb + 1 <= back
        and former.complement.last > at
    ):
        group = replace(
            group, is_unreal=former.group.is_unreal, is_negated=group.is_negated or former.group.is_negated
        )
        subject = Span(former.verb + 1, back + 1)
        return FoundClause(
            at,
            group,
            Way.FORCED,
            subject,
            complement,
            Span(at, at),
            is_sure=former.is_sure,
            leader=former.verb,
        )
    return FoundClause(at, group, Way.OTHER, None, complement, Span(at, at), "to", leader=former.verb)
