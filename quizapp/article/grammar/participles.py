"""Telling the participle of "the camp defended by ..." from the verb of "they defended the camp"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.article.grammar.chunk import EDGES, VERBAL, Chunk, Part
from quizapp.article.grammar.groups import Group
from quizapp.article.grammar.subjects import closes_insert, skip_adverbs
from quizapp.article.grammar.tokens import Tag, Token
from quizapp.article.grammar.verbs import Kind
from quizapp.values.text import word_set

_TRANSITIVE_MOVES = word_set(
    "abandon accompany bring bypass carry cross deploy dispatch despatch"
    " escort evacuate follow form leave place position pursue reach send"
    " ship station transfer transport tow assemble concentrate muster"
    " quarter precede meet shadow intercept conduct drag haul drop fly run"
)


def _can_be_passive(group: Group) -> bool:
    lexeme = group.known
    if lexeme.kind is Kind.MOVE:
        return lexeme.base in _TRANSITIVE_MOVES
    return lexeme.base not in _INTRANSITIVE


_INTRANSITIVE = word_set(
    "die perish happen occur ensue erupt arise elapse counterattack"
    " counter-attack belong consist depend exist live rely reside rebel revolt"
    " mutiny capitulate succumb desert defect collapse crumble panic waver"
    " founder disappear emerge remain stay lie stand sit become serve culminate"
    " rage last rest decline contribute proceed skirmish reign agree succeed"
    " respond fail train crash coincide begin commence seem appear try hope wish want"
)


def is_participle(tokens: Sequence[Token], chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a past form is the participle of "the camp defended by ...", not the verb of its clause."""
    chunk = chunks[at]
    token = tokens[chunk.first]
    if token.tag is not Tag.PAST or token.spelt is None or not token.spelt.is_both or chunk.group is None:
        return False
    if not _can_be_passive(chunk.group):
        return False
    if chunk.group.known.base in _NAMING and at and chunks[at - 1].part is Part.COMMA:
        return True
    if chunk.group.known.base in _PLACING and not _has_object(chunks, at):
        return True
    before = skip_adverbs(chunks, at - 1)
    if before < 0 or chunks[before].part in {Part.PREPOSITION, Part.SUBORDINATOR}:
        return True
    if _is_charged(chunks, at, before):
        return True
    follows = next((each for each in chunks[at + 1 :] if each.part not in {Part.ADVERB, Part.ASIDE}), None)
    has_object = follows is not None and follows.part is Part.PHRASE
    has_agent = follows is not None and follows.lower == "by" and not _is_by_doing(chunks, at)
    if chunks[before].part is Part.PHRASE:
        return _modifies(chunks, at, before, has_object=has_object, has_agent=has_agent)
    if (
        chunks[before].part is Part.COMMA and chunks[before].text != ","
    ):  # "the Guards — formed behind the ridge —"
        return True
    is_alone = not any(
        each.part is Part.FINITE for each in _sentence_part(chunks, at) if each is not chunks[at]
    )
    if chunks[before].part is Part.COMMA and is_alone and closes_insert(chunks, before):
        return False
    if chunks[before].part is Part.COMMA:
        if closes_insert(chunks, before):
            return has_agent or _finite_follows(chunks, at + 1)
        return not has_object and (has_agent or not _is_listed(chunks, before))
    is_joined = chunks[before].part is Part.CONJUNCTION
    former = _former_verb(chunks, before)
    is_beside = former is Part.GERUND and has_agent  # "belonging to the Guard and led by Rhett"
    return is_joined and not has_object and (former is Part.PARTICIPLE or is_beside)


def _is_by_doing(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether "by" says how it was done, not who did it: "answered by sending the Guard"."""
    by = next(each for each in range(at + 1, len(chunks)) if chunks[each].lower == "by")
    return by + 1 < len(chunks) and chunks[by + 1].part is Part.GERUND


def _has_object(chunks: Sequence[Chunk], at: int) -> bool:
    return at + 1 < len(chunks) and chunks[at + 1].part is Part.PHRASE


def _modifies(chunks: Sequence[Chunk], at: int, before: int, *, has_object: bool, has_agent: bool) -> bool:
    """Whether a past form belongs to the phrase right before it: "the camp defended by"."""
    if chunks[before].is_pronoun or has_object:
        return False
    if before and chunks[before - 1].part is Part.RELATIVE and not has_agent:
        return False  # "the men that Rhett mustered for the war were few"
    if not any(each.part is Part.FINITE for each in _sentence_part(chunks, at) if each is not chunks[at]):
        return has_agent and before > 0 and not _is_object(chunks, before)
    if _is_object(chunks, before) or _is_apposed(chunks, before) or _is_absolute(chunks, before):
        return True
    return has_agent or _finite_follows(chunks, at + 1)


def _sentence_part(chunks: Sequence[Chunk], at: int) -> Sequence[Chunk]:
    """Return the chunks between the full marks around a chunk."""
    stops = [each for each, chunk in enumerate(chunks) if chunk.part is Part.STOP]
    start = max((each + 1 for each in stops if each < at), default=0)
    return chunks[start : min((each for each in stops if each > at), default=len(chunks))]


_PLACING = word_set("locate situate station")
_CHARGING = frozenset({("task", "with"), ("entrust", "with"), ("equip", "with"), ("headquarter", "in")})


def _is_charged(chunks: Sequence[Chunk], at: int, before: int) -> bool:
    """Whether a past form says what somebody was there for, or where: "the men, tasked with peace, fell"."""
    group, follows = chunks[at].group, chunks[at + 1].lower if at + 1 < len(chunks) else ""
    if group is None or (group.known.base, follows) not in _CHARGING:
        return False
    if chunks[before].part is Part.COMMA:
        return follows == "with" and not _is_in_list(chunks, before, at)
    return chunks[before].part is Part.PHRASE and _is_beside_verb(chunks, at)


def _is_beside_verb(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the sentence has another verb, so that this one need not be its verb."""
    return any(each.part is Part.FINITE for each in _sentence_part(chunks, at) if each is not chunks[at])


_NAMING = word_set("name call dub codename nickname term christen entitle title")


def _is_absolute(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a phrase stands behind a ", with": "with the city surrounded"."""
    return at > 1 and chunks[at - 1].lower == "with" and chunks[at - 2].part in EDGES


def _is_apposed(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a phrase behind a comma explains what stands before it: "captured Harrow, a town allied to Rhett"."""
    if at < 2 or chunks[at - 1].part is not Part.COMMA or chunks[at - 2].part is not Part.PHRASE:
        return False
    if chunks[at].lower.startswith(("a ", "an ")) and chunks[at - 2].text[:1].isupper():
        return True
    finite = next((each for each in range(at - 2, -1, -1) if chunks[each].part is Part.FINITE), None)
    return finite is not None and not any(
        chunk.part in {Part.SUBORDINATOR, Part.STOP, Part.RELATIVE} for chunk in chunks[:at]
    )


def _is_listed(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a comma stands between verbs of one list: "he advanced, retreated and fled"."""
    for chunk in reversed(chunks[:at]):
        if chunk.part is Part.FINITE:
            return not _closes_insert(chunks, at)
        if chunk.part in {Part.COMMA, Part.STOP}:
            return False
    return False


def _closes_insert(chunks: Sequence[Chunk], at: int) -> bool:
    return not any(chunk.part is Part.CONJUNCTION for chunk in chunks[at + 1 : at + 8])


def _former_verb(chunks: Sequence[Chunk], at: int) -> Part | None:
    return next((each.part for each in reversed(chunks[:at]) if each.part in VERBAL), None)


def _is_object(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a phrase hangs on a verb or a preposition before it, with no mark between."""
    at -= 1
    while at >= 0 and chunks[at].part in {
        Part.PHRASE,
        Part.ADVERB,
        Part.PREPOSITION,
        Part.CONJUNCTION,
        Part.ASIDE,
    }:
        at -= 1
    return at >= 0 and chunks[at].part in VERBAL


def _finite_follows(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the clause goes on to a verb of its own before any mark or "and"."""
    for each in range(at, len(chunks)):
        part = chunks[each].part
        if part is Part.FINITE:
            return True
        joins_gerunds = (
            part is Part.CONJUNCTION and chunks[each + 1 : each + 2] and chunks[each + 1].part is Part.GERUND
        )
        if part in EDGES or (part is Part.CONJUNCTION and not joins_gerunds):
            return False
    return False


def _is_in_list(chunks: Sequence[Chunk], comma: int, at: int) -> bool:
    """Whether a verb behind a comma stands in a list: "were elected, placed in command, and sent to Stell"."""
    return not closes_insert(chunks, comma) and any(
        one.part is Part.CONJUNCTION and other.part in VERBAL
        for one, other in pairwise(chunks[at + 1 : at + 9])
    )


def share_passives(tokens: Sequence[Token], chunks: list[Chunk]) -> list[Chunk]:
    """Let "was surrounded and captured" be passive twice: the second verb shares the first one's "was"."""
    for at in range(2, len(chunks)):
        chunk = chunks[at]
        if chunk.part is not Part.FINITE or chunk.group is None or tokens[chunk.first].tag is not Tag.PAST:
            continue
        joint = skip_adverbs(chunks, at - 1)
        if joint < 1 or chunks[joint].part not in {Part.CONJUNCTION, Part.COMMA}:
            continue
        if not _can_be_passive(chunk.group) or (
            chunks[joint].part is Part.COMMA and not _is_in_list(chunks, joint, at)
        ):
            continue
        former = next((each for each in reversed(chunks[:joint]) if each.part in VERBAL), None)
        spelt = tokens[chunk.first].spelt
        follows = chunks[at + 1] if at + 1 < len(chunks) else None
        has_object = follows is not None and follows.part is Part.PHRASE
        if (
            former is None
            or former.group is None
            or not former.group.is_passive
            or has_object
            or spelt is None
        ):
            continue
        if former.part is Part.FINITE and spelt.is_both:
            unreal, negated = former.group.is_unreal, former.group.is_negated
            chunks[at] = chunk._replace(
                group=replace(chunk.group, is_passive=True, is_unreal=unreal, is_negated=negated)
            )
    return chunks
