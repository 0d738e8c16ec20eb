"""Verb groups: helping verbs, the verb itself, and what is chained to it ("began to cross", "was forced to flee")."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.article.fact import Verb
from quizapp.article.grammar.tokens import Tag, Token
from quizapp.article.grammar.verbs import Form, Kind, Lexeme, gerund_of

BEING = Lexeme("be", "was", "been", Kind.STATE)
HAVING = Lexeme("have", "had", "had", Kind.STATE)
_PASSED_OVER = frozenset({Tag.ADVERB, Tag.NOT})
_ALWAYS_PARTICLES = frozenset({"back", "away", "forward", "apart", "aside", "together", "ahead"})
_PARTICLES = {
    "up": "set take break give pick draw call make carve blow move send mop round end open split team build"
    " back bring line wrap dig link meet join hold put follow shoot light sum form catch tie bottle"
    " turn burn move",
    "out": "set break carry drive hold move pull send run wipe knock start fight die wear burn point lay"
    " call fill force turn come drop go sally push pass seek phase play rule single sail find try"
    " spread",
    "off": "set break cut drive hold fight call send beat ward fend seal carry sail make block go take"
    " pay run split close lift shake throw head",
    "down": "put shoot cut bring lay stand break bog pin hunt track tear burn mow wear run gun strike"
    " come go set close calm slow",
    "over": "take hand turn cross win pass run go",
    "in": "dig close give call move send bring come join break hem go",
    "through": "break go push pass come fight cut get pull",
    "on": "carry go fight press move",
    "around": "turn move swing",
}


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its helpers, from one token to another, and how far it may be believed.

    inner is the verb chained to it, joint what stands between them. is_unreal: would, could, was to; a plan.
    """

    first: int
    last: int
    known: Lexeme
    is_finite: bool = True
    is_passive: bool = False
    is_progressive: bool = False
    is_perfect: bool = False
    is_negated: bool = False
    is_unreal: bool = False
    inner: Lexeme | None = None
    joint: str = ""
    is_inner_gerund: bool = False
    is_inner_passive: bool = False
    particle: str = ""

    @property
    def acting(self) -> Lexeme:
        """The verb that says what happened: the chained one, if there is one."""
        return self.inner or self.known

    @property
    def takes_agent(self) -> bool:
        """Whether "by" after it names who did it."""
        return self.is_passive or self.is_inner_passive

    @property
    def verb(self) -> Verb:
        """The verb as questions need it, with what is chained to it."""
        if self.inner is None:
            return Verb(self.known.base, self.known.past, self.known.participle, self.particle)
        inner = gerund_of(self.inner.base) if self.is_inner_gerund else self.inner.base
        if self.is_inner_passive:
            inner = (
                f"being {self.inner.participle}" if self.is_inner_gerund else f"be {self.inner.participle}"
            )
        chained, known = f" {self.joint}{inner}", self.known
        return Verb(known.base + chained, known.past + chained, known.participle + chained, self.particle)


_FINITE = frozenset({Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO, Tag.PAST})
_STARTS = _FINITE | {Tag.PARTICIPLE, Tag.GERUND, Tag.TO}


def read_group(tokens: Sequence[Token], at: int) -> Group | None:
    """Read the verb group that begins at a token; None if none begins there."""
    tag = tokens[at].tag
    if tag not in _STARTS:
        return None
    if tag in _FINITE:
        found = _read_finite(tokens, at)
    elif tag is Tag.PARTICIPLE:
        found = _plain(tokens, at, at, is_finite=False, is_passive=True)
    elif tag is Tag.GERUND:
        found = _plain(tokens, at, at, is_finite=False)
    else:
        found = _read_infinitive(tokens, at)
    return _chain(tokens, found) if found else None


def _skip(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    negated = False
    while at < len(tokens) and tokens[at].tag in _PASSED_OVER:
        negated = negated or tokens[at].tag is Tag.NOT or tokens[at].lower in {"hardly", "scarcely"}
        at += 1
    return at, negated


def _tag_at(tokens: Sequence[Token], at: int) -> Tag | None:
    return tokens[at].tag if at < len(tokens) else None


def _plain(tokens: Sequence[Token], first: int, at: int, **marks: bool) -> Group | None:
    spelt = tokens[at].spelt
    if spelt is None:
        return None
    return Group(first, at + 1, spelt.known, **marks)  # type: ignore[arg-type]


def _read_finite(tokens: Sequence[Token], first: int) -> Group | None:
    token = tokens[first]
    negated = token.lower.endswith(("n't", "n’t")) or token.lower == "cannot"
    if token.tag is Tag.PAST:
        return _plain(tokens, first, first)
    at, is_not = _skip(tokens, first + 1)
    negated = negated or is_not
    if token.tag in {Tag.MODAL, Tag.DO}:
        return _read_modal(tokens, first, at, is_unreal=token.tag is Tag.MODAL, is_negated=negated)
    if token.tag is Tag.HAVE:
        return _read_perfect(tokens, first, at, is_finite=token.lower != "having", is_negated=negated)
    is_finite = token.lower not in {"being", "been", "be"}
    return _read_being(tokens, first, at, is_finite=is_finite, is_negated=negated)


def _read_modal(
    tokens: Sequence[Token], first: int, at: int, *, is_unreal: bool, is_negated: bool
) -> Group | None:
    marks = {"is_unreal": is_unreal, "is_negated": is_negated}
    tag = _tag_at(tokens, at)
    if tag is Tag.BASE:
        return _plain(tokens, first, at, **marks)
    if tag is Tag.BE:
        after, is_not = _skip(tokens, at + 1)
        return _read_being(
            tokens, first, after, is_finite=True, **(marks | {"is_negated": is_negated or is_not})
        )
    if tag is Tag.HAVE:
        after, _ = _skip(tokens, at + 1)
        return _read_perfect(tokens, first, after, is_finite=True, **marks)
    return None


def _read_perfect(tokens: Sequence[Token], first: int, at: int, **marks: bool) -> Group | None:
    tag = _tag_at(tokens, at)
    if tag is Tag.BE:
        after, is_not = _skip(tokens, at + 1)
        marks["is_negated"] = marks.get("is_negated", False) or is_not
        return _read_being(tokens, first, after, is_perfect=True, **marks)
    if tag in {Tag.PAST, Tag.PARTICIPLE}:
        return _plain(tokens, first, at, is_perfect=True, **marks)
    return Group(first, first + 1, HAVING, **marks)  # type: ignore[arg-type]


def _read_being(tokens: Sequence[Token], first: int, at: int, **marks: bool) -> Group | None:
    if _tag_at(tokens, at) is Tag.BE:  # "was being built"
        at, _ = _skip(tokens, at + 1)
    tag = _tag_at(tokens, at)
    if tag in {Tag.PAST, Tag.PARTICIPLE}:
        spelt = tokens[at].spelt
        if spelt is not None and (spelt.is_both or spelt.form is not Form.PAST or tag is Tag.PARTICIPLE):
            return _plain(tokens, first, at, is_passive=True, **marks)
    if tag is Tag.GERUND:
        return _plain(tokens, first, at, is_progressive=True, **marks)
    if tag is Tag.TO and _tag_at(tokens, at + 1) is Tag.BASE:
        return _plain(tokens, first, at + 1, **(marks | {"is_unreal": True}))
    if tag is Tag.TO and _tag_at(tokens, at + 1) is Tag.BE:
        return _read_being(tokens, first, at + 2, **(marks | {"is_unreal": True}))
    last = first + 1
    while last < at and tokens[last].tag in _PASSED_OVER | {Tag.BE, Tag.HAVE}:
        last += 1
    return Group(first, max(last, at), BEING, **marks)  # type: ignore[arg-type]


def _read_infinitive(tokens: Sequence[Token], first: int) -> Group | None:
    at, negated = _skip(tokens, first + 1)
    tag = _tag_at(tokens, at)
    if tag is Tag.BASE:
        return _plain(tokens, first, at, is_finite=False, is_unreal=True, is_negated=negated)
    if tag is Tag.BE:
        return _read_being(tokens, first, at + 1, is_finite=False, is_unreal=True, is_negated=negated)
    if tag is Tag.HAVE:
        return _read_perfect(tokens, first, at + 1, is_finite=False, is_unreal=True, is_negated=negated)
    return None


_CHOSEN = frozenset({"choose", "determine", "elect", "prepare"})
_CHAINED_TO = frozenset({Kind.ASPECT, Kind.ACHIEVE, Kind.FAIL, Kind.PLAN})
_CHAINED_GERUND = frozenset({Kind.ASPECT})


def _chain(tokens: Sequence[Token], group: Group) -> Group:
    """Take in the particle, and the verb that is chained: "began to cross", "was forced to retreat"."""
    group = _with_particle(tokens, group)
    at, negated = _skip(tokens, group.last)
    tag = _tag_at(tokens, at)
    kind = group.known.kind
    is_forced = group.is_passive and kind in {Kind.FORCE, Kind.COMMAND, Kind.PLAN, Kind.CLAIM, Kind.SENSE}
    inner: Group | None = None
    joint = "to "
    if tag is Tag.TO and (kind in _CHAINED_TO or is_forced):
        inner = _read_infinitive(tokens, at)
    elif tag is Tag.GERUND and kind in _CHAINED_GERUND and not group.is_passive:
        inner, joint = _plain(tokens, at, at, is_finite=False), ""
    elif kind in {Kind.ACHIEVE, Kind.FAIL} and tag is Tag.PREPOSITION and tokens[at].lower == "in":
        inner = _plain(tokens, at + 1, at + 1) if _tag_at(tokens, at + 1) is Tag.GERUND else None
        joint = "in "
    if inner is None:
        return group
    inner = _with_particle(tokens, inner)
    is_plan = kind is Kind.PLAN and (not group.is_passive or group.known.base not in _CHOSEN)
    is_plan = is_plan or (is_forced and kind in {Kind.CLAIM, Kind.SENSE})
    return replace(
        group,
        last=inner.last,
        is_negated=group.is_negated or negated or kind is Kind.FAIL,
        is_unreal=group.is_unreal or is_plan,
        inner=inner.known,
        joint=joint,
        is_inner_gerund=joint != "to ",
        is_inner_passive=inner.is_passive,
        particle=inner.particle,
    )


def _with_particle(tokens: Sequence[Token], group: Group) -> Group:
    at = group.last
    if group.known.base == "take" and at < len(tokens) and tokens[at].lower == "place":
        return replace(group, last=at + 1, particle="place")
    if at >= len(tokens) or tokens[at].tag not in {Tag.ADVERB, Tag.PREPOSITION}:
        return group
    word = tokens[at].lower
    follows = _tag_at(tokens, at + 1)
    is_particle = word in _ALWAYS_PARTICLES or group.known.base in _PARTICLES.get(word, "").split()
    if word in {"in", "on", "through", "over"} and follows in {
        Tag.DETERMINER,
        Tag.NAME,
        Tag.NUMBER,
        Tag.DATE,
    }:
        is_particle = is_particle and word == "over" and group.known.base in {"take", "hand"}
    if not is_particle:
        return group
    return replace(group, last=at + 1, particle=word)
