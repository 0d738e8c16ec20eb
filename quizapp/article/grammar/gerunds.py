"""What a word in -ing is, told by its neighbours: the verb of "by crossing the river", the noun of "the crossing"."""

from collections.abc import Sequence

from quizapp.article.grammar import words
from quizapp.article.grammar.tokens import Tag, Token, is_possessive
from quizapp.values.text import phrase_set, word_set

NATIONAL = ("an", "ish", "ese", "ench", "utch", "ied", "ic")
"""Endings of the names of peoples: "Ormish", "Lerran"."""
_ADJECTIVES = word_set(
    "remaining surrounding opposing advancing retreating attacking defending following leading existing neighbouring"
    " neighboring outlying approaching fleeing invading besieging occupying conflicting supporting standing acting"
    " escalating growing rising mounting increasing ensuing resulting declining dwindling lingering"
)
_COUNTING = frozenset({"only", "first", "second", "last", "next", "then", "once"})
_NEVER_NOUNS = word_set("consisting disposing comprising")
_COMPOUNDS = phrase_set(
    "flying boat, landing craft, landing ship, landing party, firing line, firing squad, fishing boat, fighting"
    " vehicle, fighting position, fighting ship, staging area, training ground, rallying point, starting line,"
    " dressing station"
)
_LIKE_ADJECTIVES = ("ern", "ous", "al", "ic", "ful", "ive", "able", "ible", "ed", "less", "ary", "ant")
_COMMON_ADJECTIVES = word_set(
    "weak strong young great high low long short narrow steep deep costly deadly upper lower left right inner outer"
    " heavy light old new large small"
)


def settle_gerund(tokens: Sequence[Token], at: int) -> Token:
    """Tell the verb of "by crossing the river" from the noun of "the crossing"."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    noun = token._replace(tag=Tag.NOUN)
    if before is not None and before.tag in {Tag.DETERMINER, Tag.NUMBER}:
        return noun
    if at > 1 and before is not None and before.lower in _COUNTING and tokens[at - 2].tag is Tag.DETERMINER:
        return noun  # "the only surviving ship"
    if _is_compound(tokens, at):
        return noun
    if before is not None and before.tag in {Tag.NOUN, Tag.NAME} and is_possessive(before):
        return noun
    is_modified = (
        at > 1 and before is not None and before.tag is Tag.NOUN and tokens[at - 2].tag is Tag.DETERMINER
    )
    if before is not None and before.tag is Tag.NAME and before.lower.endswith(NATIONAL):
        is_modified = at > 1 and tokens[at - 2].tag is Tag.DETERMINER  # "the German probing forces"
    is_described = before is not None and before.tag is Tag.NOUN and looks_like_adjective(before)
    follows = after is not None and after.tag in {Tag.NOUN, Tag.NAME, Tag.BASE}
    if is_described and at > 1 and tokens[at - 2].lower.endswith(("'s", "’s")):
        return noun  # "the division's amphibious landing at Stell"
    if (is_modified or is_described) and follows:  # "a wide sweeping turn", "aerial spotting missions"
        return noun
    if (
        follows
        and token.lower in _ADJECTIVES
        and (before is None or before.tag not in {Tag.NOUN, Tag.NAME, Tag.BE})
    ):
        return noun
    if after is not None and after.lower == "of" and token.lower in _NEVER_NOUNS:
        return token
    if after is None or after.tag in {Tag.BE, Tag.HAVE, Tag.MODAL, Tag.STOP} or after.lower == "of":
        return noun
    if after.tag in {Tag.PAST, Tag.PARTICIPLE} and (before is None or before.tag not in {Tag.BE, Tag.HAVE}):
        return noun
    return token


def _is_compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word in -ing and the one behind it are one thing: "the Orm bombing campaign"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return False
    is_named = at > 1 and tokens[at - 1].tag is Tag.NAME and tokens[at - 2].tag is Tag.DETERMINER
    is_event = is_named and after.lower in words.EVENT_NOUNS
    return is_event or f"{tokens[at].lower} {after.lower.rstrip('s')}" in _COMPOUNDS


def looks_like_adjective(token: Token) -> bool:
    """Whether a word has the ending of an adjective, or is a common one."""
    return token.lower.endswith(_LIKE_ADJECTIVES) or token.lower in _COMMON_ADJECTIVES
