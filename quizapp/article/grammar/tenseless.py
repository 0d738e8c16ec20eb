"""Reading clauses whose verb has no tense: participles that hang on a phrase or trail behind, and infinitives."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.article.grammar.chunk import EDGES, VERBAL, Chunk, Part, Span
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.groups import Group
from quizapp.article.grammar.subjects import hangs_on_verb, skip_adverbs
from quizapp.article.grammar.verbs import Kind


def read_participle(
    chunks: Sequence[Chunk], at: int, group: Group, complement: Span, found: Sequence[FoundClause]
) -> FoundClause | None:
    """Return the clause of a participle, with the subject that it hangs on or shares; None if there is none."""
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
    ends = {Part.COMMA, Part.CONJUNCTION, Part.STOP}
    start = max((each for each in range(at) if chunks[each].part in ends), default=-1)
    intro = Span(start + 1, at)
    if before.part is Part.COMMA and back and chunks[back - 1].part in {Part.PHRASE, Part.ASIDE}:
        insert = _read_insert(chunks, at, back, group, complement)
        if insert is not None:
            return insert
    if before.part is Part.COMMA and back > 1 and chunks[back - 1].part is Part.RELATIVE:
        head = Span(back - 2, back - 1)  # "the Guard who, led by Tyll, routed"
        return FoundClause(at, group, Way.MODIFIER, head, complement, Span(at, at))
    former = found[-1] if found else None
    is_listed = before.part is Part.CONJUNCTION and former is not None and former.way is not Way.MAIN
    if former is not None and is_listed and _are_alike(chunks, former, at):
        hangs = (
            former.way is Way.MODIFIER and not group.is_passive
        )  # "a plan allowing aid and creating a guard"
        is_sure = former.is_sure and not hangs and not _tells_of_all(former.group)
        return replace(former, verb=at, group=group, complement=complement, intro=intro, is_sure=is_sure)
    return _read_trailing(
        chunks, at, back, FoundClause(at, group, Way.TRAILING, None, complement, intro), found
    )


def _read_trailing(
    chunks: Sequence[Chunk], at: int, back: int, clause: FoundClause, found: Sequence[FoundClause]
) -> FoundClause | None:
    """Read ", capturing the bridge": done by the subject of the clause before, if that can have done it."""
    leader, group = _leader(chunks, found, at), clause.group
    if leader is None or leader.subject is None:
        return None
    leads = chunks[leader.verb].group
    has_agent = any(chunk.lower == "by" for chunk in chunks[leader.verb : leader.complement.last])
    is_made = group.known.base == "leave" or group.known.kind is Kind.FORCE
    is_left = is_made and leads is not None and leads.is_passive  # "was taken, forcing the court to flee"
    is_unlike = bool(leader.opener) or is_left or (leads is not None and leads.is_passive and has_agent)
    follows_insert = found[-1].way is Way.MODIFIER and found[-1].verb > leader.verb
    is_apart = any(each.lower in _BESIDE for each in chunks[leader.complement.last + 1 : back])
    is_apart = (
        is_apart
        or _ends_in_doing(chunks[leader.verb + 1 : leader.complement.last])
        or _lets_another(chunks[leader.verb : leader.complement.last])
    )
    is_beside = is_unlike or follows_insert or is_apart or group.known.base in _SPEAKS_OF_ALL
    return replace(
        clause,
        way=Way.TRAILING if leader.way in {Way.MAIN, Way.TRAILING} else leader.way,
        subject=leader.subject,
        opener=leader.opener,
        is_sure=leader.is_sure and not group.is_passive and not is_beside,
        leader=leader.verb,
    )


def _ends_in_doing(chunks: Sequence[Chunk]) -> bool:
    """Whether it was done by doing something to others, who may be meant: "by placing archers in rows, firing"."""
    return any(
        one.lower == "by" and two.part is Part.GERUND and three.part is Part.PHRASE
        for one, two, three in zip(chunks, chunks[1:], chunks[2:], strict=False)
    )


def _lets_another(chunks: Sequence[Chunk]) -> bool:
    """Whether it was for another to do something: "gave leave for Rhett to turn, riding east"."""
    return any(
        one.lower == "for" and other.part is Part.INFINITIVE
        for one, other in zip(chunks, chunks[2:], strict=False)
    )


def _tells_of_all(group: Group) -> bool:
    """Whether a verb behind a comma may tell what came of the whole: "gave up, leaving Stell to Rhett and ..."."""
    return group.known.base in _SPEAKS_OF_ALL or group.known.base == "leave"


def _are_alike(chunks: Sequence[Chunk], former: FoundClause, at: int) -> bool:
    """Whether a participle after "and" belongs where the one before does: "belonging to A and led by B"."""
    part = chunks[former.verb].part
    return part is chunks[at].part or (former.way is Way.MODIFIER and part is Part.GERUND)


_BESIDE = frozenset({"together with", "along with", "alongside", "with", "including", "such as"})
_SPEAKS_OF_ALL = frozenset(
    {"result", "lead", "mark", "signal", "cause", "prompt", "trigger", "spark", "end", "make", "bring"}
    | {"consist", "comprise", "number", "total", "include", "contain"}
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
    is_place = head >= 3 and chunks[head - 1].part is Part.COMMA and _hangs_on(chunks, head - 2)
    is_place = is_place or (head >= 2 and _is_name_behind_name(chunks, head))
    if is_place and not group.is_passive:
        return None  # "moved north from Dale, Lerra, outflanking Rhett"
    while head >= 2 and chunks[head - 1].part is Part.PREPOSITION and chunks[head - 2].part is Part.PHRASE:
        head -= 2
    if not hangs_on_verb(chunks, head) and (not head or chunks[head - 1].part is not Part.PREPOSITION):
        return FoundClause(
            at, group, Way.MODIFIER, Span(head, comma), complement, Span(at, at), is_sure=head == comma - 1
        )
    is_agent = comma > 1 and chunks[comma - 2].lower == "by"  # "held by the Guard, named after Rhett"
    if group.is_passive and (is_agent or not _hangs_on(chunks, comma - 1)):
        return FoundClause(
            at, group, Way.MODIFIER, Span(comma - 1, comma), complement, Span(at, at), is_sure=False
        )
    return None


def _is_name_behind_name(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a bare name only says where the one before it lies: "around Stell, Orm, leading to its fall"."""
    before, name = chunks[at - 2], chunks[at]
    are_names = before.part is Part.PHRASE and before.text.rpartition(" ")[2][:1].isupper()
    is_behind = chunks[at - 1].part is Part.COMMA and hangs_on_verb(chunks, at - 2)
    return are_names and is_behind and " " not in name.text and name.text[:1].isupper()


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
    is_one = last == start + 1 and chunks[start].part is Part.PHRASE
    is_sure = (
        is_one and group.is_passive
    )  # writers who let "Seeing ..." dangle say "Built on ..." of its subject
    return FoundClause(at, group, Way.TRAILING, Span(start, last), complement, Span(at, at), is_sure=is_sure)


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
    is_sure = (is_sure and not is_vague) or _can_be_one_only(chunks, at, back, group)
    return FoundClause(at, group, way, Span(back, back + 1), complement, Span(at, at), is_sure=is_sure)


_PLACED = frozenset({"station", "locate", "situate", "garrison", "headquarter"})
_LED = frozenset({"lead", "command"})


def _can_be_one_only(chunks: Sequence[Chunk], at: int, back: int, group: Group) -> bool:
    """Whether a participle behind an "of" or "in" can belong to one noun: "resulted in Rhett taking Stell".

    So can "the results for the Guards stationed in Stell" and "a battery of horse artillery led by Rhett".
    """
    before, behind = chunks[back - 1] if back else None, chunks[at + 1] if at + 1 < len(chunks) else None
    if group.is_passive:
        is_at = behind is not None and behind.lower in {"in", "at", "near", "around", "outside"}
        is_whole = before is None or before.part not in {Part.PREPOSITION, Part.CONJUNCTION}
        is_led = group.known.base in _LED and is_whole
        is_named = any(word[:1].isupper() for word in chunks[back].text.split())
        return (group.known.base in _PLACED and is_at and is_named) or is_led
    verb = chunks[back - 2].group if back > 1 else None
    is_deed = group.acting.kind not in {Kind.HAPPEN, Kind.STATE}  # not "in a siege lasting ..."
    is_result = verb is not None and verb.acting.base == "result" and is_deed
    return before is not None and before.lower == "in" and is_result


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


def read_infinitive(
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
