"""A sentence ready for the rules: its clauses, dates, numbers and who says it; and its pieces in words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from quizapp.article.attribution import Attribution, find_attributions
from quizapp.article.dates import Dated
from quizapp.article.fact import Evidence
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Chunk, Part, Span
from quizapp.article.grammar.chunks import find_chunks
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.clauses import find_clauses
from quizapp.article.grammar.tagging import settle
from quizapp.article.grammar.tokens import Tag, Token, tokenise
from quizapp.article.known import Known, cite
from quizapp.article.model import Sentence
from quizapp.article.numbers.counts import Count, find_counts
from quizapp.values.text import word_set

LONGEST = 1_200
"""Characters of a sentence that is still taken apart; what is longer is no sentence."""
REPORTS = "reports"
"""Who says what is only "reportedly" so."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence taken apart, what is known of its article, and the sentence as evidence.

    times are the chunks that are dates, names the words that are names.
    """

    sentence: Sentence
    known: Known
    text: str
    evidence: Evidence
    dated: tuple[Dated, ...]
    counts: tuple[Count, ...]
    attributions: tuple[Attribution, ...]
    tokens: tuple[Token, ...]
    chunks: tuple[Chunk, ...]
    clauses: tuple[FoundClause, ...]
    times: tuple[int, ...]
    names: frozenset[str]
    _said: dict[Span, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def find_leader(self, clause: FoundClause) -> FoundClause | None:
        """Return the clause whose subject a clause shares; None where it has one of its own."""
        if clause.leader is None:
            return None
        return next((each for each in self.clauses if each.verb == clause.leader), None)

    @property
    def teller(self) -> str:
        """Who the whole sentence is according to, or nothing."""
        return next((each.who for each in self.attributions if each.who and is_standing(self.text, each)), "")

    def find_tellers(self, start: int) -> list[Attribution]:
        """Return who may be the one who says what a clause from start says: named, and no claim behind it.

        What is put behind one part, "x, according to A; y", says nothing of the part after the semicolon.
        """
        named = [each for each in self.attributions if each.who]
        return [
            each
            for each in named
            if (is_standing(self.text, each) or each.end <= start + 1)
            and (_opens_part(self.text, each) or ";" not in self.text[each.end : start])
        ]

    def dates_at(self, times: Iterable[int]) -> list[Dated]:
        """Return the dates that stand in some of the chunks, in their order."""
        spans = [self.offsets(Span(at, at + 1)) for at in times]
        return [each for each in self.dated if any(start <= place_of(each) < end for start, end in spans)]

    def offsets(self, span: Span) -> tuple[int, int]:
        """Return where a piece stands in the sentence."""
        return self.tokens[self.chunks[span.first].first].start, self.tokens[
            self.chunks[span.last - 1].last - 1
        ].end

    def chunks_of(self, span: Span) -> Sequence[Chunk]:
        """Return the chunks of a piece."""
        return self.chunks[span.first : span.last]

    def say(self, span: Span) -> str:
        """Return a piece in words, without its dates, asides and adverbs that only link sentences."""
        if span.first >= span.last:
            return ""
        if (said := self._said.get(span)) is None:  # rules ask for the same pieces again and again
            said = self._said[span] = self._say(span)
        return said

    def _say(self, span: Span) -> str:
        said = self._join(span)
        first = self.tokens[self.chunks[span.first].first]
        if first is not self.tokens[0] or said[1:2].isupper():
            return said
        second = self.tokens[1].tag if len(self.tokens) > 1 else Tag.STOP
        if first.text == "A" and self.tokens[1].text in _LETTERED:
            return said
        is_small = first.tag in {Tag.DETERMINER, Tag.NUMBER} or (
            first.lower in _SMALL and second is not Tag.NAME
        )
        return said[:1].lower() + said[1:] if is_small else said

    def _join(self, span: Span) -> str:
        """Return the words of a piece without what is left out of it."""
        kept: list[tuple[int, int]] = []
        for at in range(span.first, span.last):
            if self._is_left_out(at, span.last):
                continue
            chunk = self.chunks[at]
            start, end = self.tokens[chunk.first].start, self.tokens[chunk.last - 1].end
            kept += self._without_asides(chunk, start, end)
        said = " ".join([self.text[start:end] for start, end in kept])
        if len(kept) > 1:
            said = _SPACED_MARK.sub(r"\1", said)
        said = said[4:] if said.startswith(_OPENERS) else said.lstrip(_LOOSE_ENDS)
        return said.rstrip(_LOOSE_ENDS)

    def _without_asides(self, chunk: Chunk, start: int, end: int) -> Iterator[tuple[int, int]]:
        for token in self.tokens[chunk.first : chunk.last]:
            if token.tag is Tag.ASIDE or (
                token.tag is Tag.PRONOUN and token.lower.endswith(("self", "selves"))
            ):
                if token.start > start:
                    yield start, token.start - (self.text[token.start - 1] == " ")
                start = token.end + (self.text[token.end : token.end + 1] == " ")
        if start < end:
            yield start, end

    def _is_left_out(self, at: int, last: int) -> bool:
        chunk = self.chunks[at]
        if chunk.part in {Part.DATE, Part.ASIDE}:
            return True
        if chunk.part is Part.ADVERB:
            return chunk.lower in _LINKING or chunk.lower in words.HEDGES
        if chunk.part is Part.COMMA:
            return at + 1 == last or self.chunks[at + 1].part in {Part.DATE, Part.ASIDE}
        if chunk.part is Part.PREPOSITION and at + 1 < len(self.chunks):
            return self.chunks[at + 1].part is Part.DATE
        return False


_SPACED_MARK = re.compile(r"\s+([,;:'’])")
_LOOSE_ENDS = " ,;:–—"
_OPENERS = ("and ", "And ", "but ", "But ")
_SMALL = words.PEOPLE | words.EVENT_NOUNS | words.GENERIC_PLACES | word_set("military heavy light further")
_LETTERED = frozenset({"Company", "Squadron", "Troop", "Battery", "Coy"})
_LINKING = word_set(
    "then also however meanwhile subsequently finally eventually moreover"
    " furthermore thus therefore later soon afterwards thereafter concurrently"
    " consequently simultaneously additionally instead thereby accordingly again"
    " still already now indeed initially similarly likewise afterward"
)


def tell(sentence: Sentence, dated: tuple[Dated, ...], known: Known) -> Told | None:
    """Take a sentence apart; None if it is too long to be one."""
    text = sentence.text
    if len(text) > LONGEST:
        return None
    counts, attributions = _count(text, dated), find_attributions(text)
    tokens = settle(tokenise(text, _mark(text, dated, counts, attributions), known.capitals))
    chunks = find_chunks(text, tokens)
    counts = tuple(_end_with_phrase(each, tokens, chunks) for each in counts)
    return Told(
        sentence,
        known,
        text,
        cite(sentence),
        dated,
        counts,
        attributions,
        tokens,
        chunks,
        find_clauses(chunks),
        times=tuple(at for at, chunk in enumerate(chunks) if chunk.part is Part.DATE),
        names=frozenset(token.text for token in tokens if token.tag is Tag.NAME),
    )


def _end_with_phrase(count: Count, tokens: Sequence[Token], chunks: Sequence[Chunk]) -> Count:
    """Return a number with what it counts, no further than its phrase: "90 hussars" of "90 hussars cut the road"."""
    for chunk in chunks:
        own = [each for each in tokens[chunk.first : chunk.last] if each.tag is not Tag.ASIDE]
        start, end = tokens[chunk.first].start, own[-1].end if own else 0
        if start <= count.start < end < count.counted_end and count.end <= end:
            kept = len(count.counted) - (count.counted_end - end)
            return (
                replace(count, counted=count.counted[:kept].strip(), counted_end=end) if kept > 0 else count
            )
    return count


def _count(text: str, dated: Sequence[Dated]) -> tuple[Count, ...]:
    """Return the numbers of a text that are no years: not the 1348 of "in 1348 and"."""
    counts = find_counts(text)
    return tuple(
        each
        for each in counts
        if not _names_year(text, each)
        if each.quantity.unit is not None
        or not any(day.start <= each.start and each.end <= day.end for day in dated)
    )


def _names_year(text: str, count: Count) -> bool:
    """Whether a number only tells one of several apart: "a 1918 medal"."""
    is_four = re.fullmatch(r"\d{4}", text[count.start : count.end]) is not None
    return is_four and text[max(0, count.start - 3) : count.start].lower().endswith((" a ", " an "))


def _mark(
    text: str, dated: Sequence[Dated], counts: Sequence[Count], attributions: Sequence[Attribution]
) -> Iterator[tuple[int, int, Tag]]:
    """Say what others have read: dates that are not part of a name, numbers, and who says it."""
    taken: list[tuple[int, int]] = []
    for each in dated:
        if not _is_in_name(text, each):
            start = place_of(each)
            taken.append((start, each.end))
            yield start, each.end, Tag.DATE
    for standing in attributions:
        if standing.who and is_standing(text, standing):
            yield standing.start, standing.end, Tag.ASIDE
    for count in counts:
        if not any(start < count.end and count.start < end for start, end in taken):
            yield count.start, count.end, Tag.NUMBER


def is_standing(text: str, attribution: Attribution) -> bool:
    """Whether words such as "according to" say who says it, not a clause of their own."""
    return (
        text[attribution.start : attribution.start + 7].lower().startswith(("acc", "as ", "per", "source:"))
    )


_OPENS_PART = re.compile(r"(?:^|[;:]|\b(?:and|but|while|whereas|although|though))[\s,]*$")


def choose_teller(text: str, named: Sequence[Attribution], start: int, end: int) -> Attribution:
    """Return who of several says what stands from start to end.

    "According to A, x; per B, y": what opens a part of the sentence holds up to the next that does. "x, according to
    A, while y, per B": what opens nothing holds for what stands before it.
    """
    behind = [each for each in named if each.end > start + 1 and not _opens_part(text, each)]
    before = [each for each in named if each.end <= start + 1 and _opens_part(text, each)]
    beside = next((each for each in behind if each.start <= end + 2), None)
    return beside or (before or behind[:1] or named)[-1]


def _opens_part(text: str, attribution: Attribution) -> bool:
    is_claim = not is_standing(text, attribution)
    return is_claim or bool(_OPENS_PART.search(text, max(0, attribution.start - 12), attribution.start))


def place_of(dated: Dated) -> int:
    """Return where the token of a date begins: with its preposition."""
    return min(dated.adjunct, dated.start)


def _is_in_name(text: str, dated: Dated) -> bool:
    """Whether a date stands inside a name or before what it tells apart: "the 2017 Mayadin offensive"."""
    if text[dated.end : dated.end + 2] in {"'s", "’s"}:  # "the next day's battle"
        return True
    if (
        text[dated.adjunct : dated.start].strip().lower() == "of"
    ):  # "the siege of 1265", not "the night of 4 May"
        return True
    before = text[max(0, dated.start - 4) : dated.start].lower()
    return (
        before.endswith(("the ", " a "))
        and bool(re.match(r" [A-Za-z]", text[dated.end : dated.end + 2]))
        and (text[dated.start : dated.end].isdigit())
    )


def is_main(clause: FoundClause) -> bool:
    """Whether a clause states something by itself, not under an "if" or a "to"."""
    return (
        clause.way in {Way.MAIN, Way.TRAILING, Way.ABSOLUTE, Way.FORCED}
        and clause.opener not in words.CONDITIONS
    )
