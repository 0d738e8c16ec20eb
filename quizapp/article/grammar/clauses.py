"""A sentence as clauses: whose verb, its subject, its object and the rest, each as pieces of the sentence."""

from collections.abc import Sequence

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import VERBAL, Chunk, Part, Span
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.complements import end_of_complement
from quizapp.article.grammar.groups import Group
from quizapp.article.grammar.subjects import closes_insert, cut_to_person, find_subject, skip_adverbs
from quizapp.article.grammar.tenseless import read_infinitive, read_participle
from quizapp.values.text import word_set


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
        return read_infinitive(chunks, at, group, complement, found)
    return read_participle(chunks, at, group, complement, found)


def _read_finite(
    chunks: Sequence[Chunk], at: int, group: Group, complement: Span, found: Sequence[FoundClause]
) -> FoundClause | None:
    back = skip_adverbs(chunks, at - 1)
    if back > 0 and chunks[back].part is Part.DATE and chunks[back - 1].part is Part.CONJUNCTION:
        back -= 1  # "landed in May and in August began the siege"
    if back < 0:
        return None
    before = chunks[back]
    if before.part is Part.RELATIVE:
        return _read_relative(chunks, at, back, group, complement)
    relative = _relative_before_insert(chunks, back)
    if relative is not None:
        return _read_relative(chunks, at, relative, group, complement)
    if before.part in {Part.CONJUNCTION, Part.COMMA, Part.STOP} and not closes_insert(chunks, back):
        leader = _former_finite(found, chunks, back)
        if leader is None:
            return None
        start = back
        return FoundClause(
            at, group, leader.way if leader.way is Way.RELATIVE else Way.MAIN, leader.subject, complement,
            Span(start + 1, at), leader.opener, leader.is_sure and not _stands_under_that(chunks, leader, found),
            leader.verb,
        )  # fmt: skip
    subject = find_subject(chunks, back)
    if subject is None:
        relative = _relative_before(chunks, back)
        return _read_relative(chunks, at, relative, group, complement) if relative is not None else None
    intro, opener = _find_intro(chunks, subject.first)
    if opener == "where" and chunks[intro.first - 2].part is Part.COMMA and intro.first > 1:
        return FoundClause(at, group, Way.RELATIVE, subject, complement, intro, opener)
    if opener in words.RELATIVES or _lacks_object(chunks, at, group, intro):
        return FoundClause(at, group, Way.OTHER, subject, complement, intro, opener, is_sure=False)
    return FoundClause(at, group, Way.MAIN, subject, complement, intro, opener)


_NEWS = word_set(
    "report reports news fact danger rumour rumours rumor rumors word idea belief hope fear claim claims view"
    " condition order orders promise threat message warning possibility evidence proof sign signs information"
    " decision agreement conclusion impression proposal demand suggestion theory effect extent result risk"
    " chance so such"
)


def _lacks_object(chunks: Sequence[Chunk], at: int, group: Group, intro: Span) -> bool:
    """Whether "that" stands for what a verb acts on: "the treasure that Rhett had left at Stell"."""
    that = intro.first - 1
    if that < 1 or chunks[that].lower != "that" or chunks[that - 1].part is not Part.PHRASE:
        return False
    if group.is_passive or chunks[that - 1].lower.rpartition(" ")[2] in _NEWS:
        return False
    return at + 1 >= len(chunks) or chunks[at + 1].part is not Part.PHRASE


def _relative_before_insert(chunks: Sequence[Chunk], at: int) -> int | None:
    """Return the "who" of "the Guard who, led by Rhett, routed", from the comma that closes the insert."""
    if chunks[at].part is not Part.COMMA:
        return None
    opening = at - 1
    while opening > 0 and chunks[opening].part not in {Part.COMMA, Part.STOP, Part.FINITE}:
        opening -= 1
    is_after = opening > 0 and chunks[opening].part is Part.COMMA
    return opening - 1 if is_after and chunks[opening - 1].part is Part.RELATIVE else None


def _stands_under_that(chunks: Sequence[Chunk], leader: FoundClause, found: Sequence[FoundClause]) -> bool:
    """Whether the clause before is what somebody knew or said, so that who goes on is open: "knew that X held"."""
    if leader.subject is None or leader.subject.first < 2 or leader.way is not Way.MAIN:
        return False
    before = leader.subject.first - 1
    return chunks[before].lower == "that" and any(each.verb == before - 1 for each in found)


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
    said = chunks[back].text
    if is_sure and back and chunks[back - 1].part is Part.CONJUNCTION:
        is_sure = False  # "an army led by Rhett and Tyll that had 40 guns"
    if is_sure and word == "who" and " of " in said and cut_to_person(said) == said:
        is_sure = False
    return FoundClause(
        at, group, Way.RELATIVE, Span(back, back + 1), complement, Span(relative + 1, at), word, is_sure
    )
