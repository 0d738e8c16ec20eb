"""Finding the subject of a finite verb: back over what is inserted, and over what hangs on the head."""

import re
from collections.abc import Sequence

from quizapp.article.grammar.chunk import VERBAL, Chunk, Part, Span
from quizapp.article.grammar.verbs import Kind

_PERSON = re.compile(r"(?:^|.* )[a-z]+ of (?P<person>(?:[A-Z][\w'’-]*\.? ){1,5}[A-Z][\w'’-]+)")


def cut_to_person(phrase: str) -> str:
    """Return the person that "who" means: "Oswin Rhett" of "the line of General Oswin Rhett"; else the phrase."""
    found = _PERSON.fullmatch(phrase)
    return found["person"] if found else phrase


def skip_adverbs(chunks: Sequence[Chunk], at: int) -> int:
    """Return the first place, going back, that holds no adverb or aside."""
    while at >= 0 and chunks[at].part in {Part.ADVERB, Part.ASIDE}:
        at -= 1
    return at


def closes_insert(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a comma closes what was inserted behind a subject: "Montfort, facing such numbers, decided"."""
    return chunks[at].part is Part.COMMA and open_insert(chunks, at) is not None


def open_insert(chunks: Sequence[Chunk], at: int) -> int | None:
    """Return the comma that opens what the comma at a place closes; None if it closes nothing."""
    opening = at - 1
    while opening >= 0:
        part = chunks[opening].part
        if part is Part.STOP:
            return None
        if part is Part.COMMA:
            inside = chunks[opening + 1 : at]
            if (
                inside
                and _is_insert(inside)
                and opening > 0
                and chunks[opening - 1].part in {Part.PHRASE, Part.ASIDE}
            ):
                if not _is_object_or_intro(chunks, opening - 1):
                    return opening
                if not _ends_insert(chunks, opening - 1):
                    return None
        opening -= 1
    return None


def _ends_insert(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a phrase is the end of an insert itself: "Rhett, on his own, without leave, had left"."""
    while at > 0 and chunks[at].part in {Part.PHRASE, Part.PREPOSITION, Part.ADVERB, Part.ASIDE}:
        at -= 1
    return at > 0 and chunks[at].part is Part.COMMA and chunks[at - 1].part is Part.PHRASE


def _is_insert(inside: Sequence[Chunk]) -> bool:
    first = inside[0]
    if first.part in {Part.RELATIVE, Part.GERUND, Part.PARTICIPLE, Part.PREPOSITION, Part.ADVERB, Part.DATE}:
        return True
    is_added = first.part is Part.CONJUNCTION and first.lower in {"and", "or"}
    if is_added or (first.part is Part.PHRASE and not first.is_pronoun):  # apposition
        return not any(chunk.part is Part.FINITE for chunk in inside)
    return first.part is Part.SUBORDINATOR


def _is_object_or_intro(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the phrase before an insert cannot be a subject: it is an object, or "In the north, ..."."""
    while at >= 0 and chunks[at].part in {
        Part.PHRASE,
        Part.PREPOSITION,
        Part.ASIDE,
        Part.CONJUNCTION,
        Part.ADVERB,
        Part.PARTICIPLE,
    }:
        at -= 1
    first = at + 1
    while first < len(chunks) and chunks[first].part in {Part.CONJUNCTION, Part.ADVERB}:
        first += 1
    if at >= 0 and chunks[at].part in VERBAL:
        return True
    return chunks[first].part in {Part.PREPOSITION, Part.PARTICIPLE}


def find_subject(chunks: Sequence[Chunk], at: int) -> Span | None:
    """Return the subject that ends at a chunk."""
    if chunks[at].part is Part.COMMA:
        opening = open_insert(chunks, at)
        if opening is None:
            return None
        at = opening - 1
    at = skip_adverbs(chunks, at)
    last = at + 1
    while at >= 2 and chunks[at - 1].part is Part.COMMA and _are_units(chunks[at - 2], chunks[at]):
        at -= 2  # "the 2nd Battalion, 119th Regiment, 30th Division"
    while at >= 0:
        earlier = _step_back(chunks, at)
        if earlier is None:
            return None
        if earlier == at:
            return Span(_extend_list_back(chunks, at), last)
        at = earlier
    return None


_UNIT = re.compile(
    r"(?:the )?(?:\S+ )?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth) .*(?:company|battalion|regiment"
    r"|brigade|division|corps|army|infantry|marines|cavalry|group|guards|foot)"
)


def _are_units(one: Chunk, other: Chunk) -> bool:
    """Whether two phrases are a unit and the one that it belongs to."""
    return bool(_UNIT.search(one.lower) and _UNIT.match(other.lower))


_HEADS = frozenset({Part.PREPOSITION, Part.GERUND, Part.PARTICIPLE, Part.INFINITIVE})
_AFTER_HEADS = frozenset(
    {Part.PARTICIPLE, Part.GERUND, Part.INFINITIVE, Part.CONJUNCTION, Part.ASIDE, Part.ADVERB}
)


def _step_back(chunks: Sequence[Chunk], at: int) -> int | None:
    """Go from "the field" back to "fighters" in "fighters defending the field"; None if there is no subject.

    A phrase that hangs on nothing is the head itself.
    """
    if chunks[at].part is Part.DATE:
        return at - 2 if at and chunks[at - 1].part is Part.PREPOSITION else at - 1
    if chunks[at].part is Part.PARTICIPLE and at:
        return at - 1  # "the council held on 29 April decided"
    if chunks[at].part is not Part.PHRASE:
        return None
    if at and chunks[at - 1].part is Part.FINITE:
        return _step_over_verb(chunks, at)
    if at > 3 and chunks[at - 1].part is Part.CONJUNCTION and chunks[at - 3].part is Part.FINITE:
        over = _step_over_verb(chunks, at - 2)  # "an army that had 40 guns and 90 horses attacked"
        if over is not None and over < at - 2:
            return over
    if not at or chunks[at - 1].part not in _HEADS:
        return at
    if at < 2:
        return None
    if chunks[at - 2].part is Part.PHRASE:
        return at - 2
    if chunks[at - 1].part is Part.PREPOSITION and chunks[at - 2].part is Part.COMMA and at > 2:
        return at - 3  # "seven riders, from the Guard, entered" with its second comma forgotten
    if chunks[at - 1].part is Part.PREPOSITION and chunks[at - 2].part in _AFTER_HEADS:
        return at - 3
    return None


_OPINIONS = frozenset({Kind.CLAIM, Kind.SENSE, Kind.PLAN})


def _step_over_verb(chunks: Sequence[Chunk], at: int) -> int | None:
    """Go from "the rebellion" back to "nobles" in "nobles who joined the rebellion"; None if a no clause begins."""
    group = chunks[at - 1].group
    back = skip_adverbs(chunks, at - 2)
    if back > 0 and chunks[back].part is Part.RELATIVE:
        return back - 1 if chunks[back - 1].part is Part.PHRASE else None
    return at if group is not None and group.known.kind in _OPINIONS and not group.is_passive else None


def _extend_list_back(chunks: Sequence[Chunk], at: int) -> int:
    """Take in the earlier members of "the Guard, the 4th Division and the 5th Legion"."""
    if (
        at < 2
        or chunks[at - 1].part is not Part.CONJUNCTION
        or chunks[at - 1].lower not in {"and", "or", "&"}
    ):
        return at
    first = at - 1
    if chunks[first - 1].part is Part.COMMA:
        first -= 1
    member = first - 1
    has_comma = first < at - 1
    if has_comma and member and chunks[member - 1].part is not Part.COMMA:
        return at  # "lost Harrow and Dale, and the Guard was driven off"
    if member < 0 or chunks[member].part is not Part.PHRASE or hangs_on_verb(chunks, member):
        return at
    start = member
    if chunks[start - 1].part is Part.PREPOSITION and start >= 2 and chunks[start - 2].part is Part.PHRASE:
        start -= 2  # "the forces of X under Y and the Z"
        if hangs_on_verb(chunks, start):
            return at
    elif start and chunks[start - 1].part is Part.PREPOSITION:
        return at
    while start >= 2 and chunks[start - 1].part is Part.COMMA and chunks[start - 2].part is Part.PHRASE:
        if hangs_on_verb(chunks, start - 2) or (start >= 3 and chunks[start - 3].part is Part.PREPOSITION):
            break
        start -= 2
    return start


def hangs_on_verb(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a phrase follows a verb, with no mark or "and" between; "both" begins a subject."""
    if chunks[at].lower.startswith("both "):
        return False
    at -= 1
    while at >= 0 and chunks[at].part in {Part.PHRASE, Part.ADVERB, Part.PREPOSITION, Part.ASIDE}:
        at -= 1
    return at >= 0 and chunks[at].part in VERBAL
