"""Finding where what belongs to a verb ends: at a mark, at another clause, or before another subject."""

from collections.abc import Sequence

from quizapp.article.grammar.chunk import EDGES, Chunk, Part
from quizapp.article.grammar.verbs import Kind

_GOES_ON = frozenset({Part.PHRASE, Part.PREPOSITION, Part.DATE, Part.ADVERB, Part.ASIDE})


def end_of_complement(chunks: Sequence[Chunk], verb: int) -> int:
    """Return where what belongs to a verb ends: at a mark, at another clause, or before another subject."""
    at = verb + 1
    is_claim = chunks[verb].group is not None and chunks[verb].group.known.kind is Kind.CLAIM  # type: ignore[union-attr]
    while at < len(chunks):
        part = chunks[at].part
        if part in _GOES_ON:
            if is_claim and part is Part.PHRASE and _starts_clause(chunks, at):
                return at
            if chunks[at].lower.startswith("both ") and _are_two_subjects(chunks, at):
                return at
            at += 1
        elif part is Part.INFINITIVE or part in {Part.GERUND, Part.PARTICIPLE}:
            at += 1
        elif part is Part.CONJUNCTION:
            if _starts_clause(chunks, at + 1) or chunks[at].lower not in {"and", "or", "&"}:
                return at
            if at == verb + 1 and chunks[at + 1 : at + 2] and chunks[at + 1].text[:1].isdigit():
                return at  # "nine were killed and 28 wounded"
            at += 1
        elif part is Part.COMMA:
            end = _end_of_list(chunks, at) or _end_of_late_date(chunks, at)
            if end is None:
                return at
            at = end
        else:
            return at
    return at


def _are_two_subjects(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb stands behind the second of two: "As it went on | both Orm and Lerra sent ships"."""
    return [chunk.part for chunk in chunks[at + 1 : at + 4]] == [Part.CONJUNCTION, Part.PHRASE, Part.FINITE]


def _end_of_late_date(chunks: Sequence[Chunk], comma: int) -> int | None:
    """Return where a date ends that stands behind a comma: "was defeated at Harrow, on 23 July"."""
    is_date = comma + 1 < len(chunks) and chunks[comma + 1].part is Part.DATE
    return comma + 2 if is_date and not _starts_clause(chunks, comma + 2) else None


def _starts_clause(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb of its own comes before the next mark."""
    seen_phrase = False
    while at < len(chunks):
        part = chunks[at].part
        if part is Part.FINITE:
            return True
        if part in {Part.GERUND, Part.PARTICIPLE} and not seen_phrase:
            return True
        if part is Part.CONJUNCTION and seen_phrase:
            return False
        seen_phrase = seen_phrase or part is Part.PHRASE
        if part in EDGES:
            return False
        at += 1
    return False


def _end_of_list(chunks: Sequence[Chunk], comma: int) -> int | None:
    """Return where "A, B and C" ends if the comma stands between its members; None if it does not."""
    at = comma + 1
    members = 0
    while at < len(chunks):
        start = at
        while at < len(chunks) and chunks[at].part in {Part.PHRASE, Part.PREPOSITION, Part.ASIDE}:
            at += 1
        if at == start or chunks[start].part is not Part.PHRASE or chunks[start].is_pronoun:
            return None
        members += 1
        is_gapped = any(
            chunks[each].part is chunks[each + 1].part is Part.PHRASE for each in range(start, at - 1)
        )
        if at >= len(chunks) or is_gapped:  # "led the left wing, Tyll the centre and Orlo the right"
            return None
        if chunks[at].part is Part.CONJUNCTION and chunks[at].lower in {"and", "or"}:
            return _end_of_last(chunks, at + 1)
        if chunks[at].part is not Part.COMMA:
            return None
        at += 1
        if at < len(chunks) and chunks[at].part is Part.CONJUNCTION:
            return _end_of_last(chunks, at + 1)
    return None


def _end_of_last(chunks: Sequence[Chunk], at: int) -> int | None:
    if at >= len(chunks) or chunks[at].part is not Part.PHRASE or _starts_clause(chunks, at):
        return None
    return at + 1
