"""The rules that take a name which stands behind its role or title: "the pilot, Orlo Rhett", "President Tyll"."""

import re
from collections.abc import Iterator

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Chunk, Part, Span
from quizapp.article.grammar.tokens import Tag
from quizapp.article.rules.body.making import claim
from quizapp.article.rules.body.roles import is_intro
from quizapp.article.statements.patterns import any_of, has_capital
from quizapp.article.statements.told import Told
from quizapp.values.text import word_set

_HOLDER = any_of(
    "commander, commander-in-chief, leader, king, queen, emperor, empress, prince, duke, earl, lord, chief, general,"
    " admiral, marshal, colonel, captain, governor, president, minister, head, son, daughter, brother, sister,"
    " father, mother, uncle, nephew, cousin, wife, husband, ally, ruler, bishop, archbishop, heir, successor,"
    " predecessor, founder, pilot, regent, rival, chieftain, sultan, shah, lieutenant, deputy, secretary, envoy,"
    " ambassador, adviser, chancellor, consul, second-in-command, subordinate, pope, capital, fortress, stronghold,"
    " flagship, port, town, village, heartland, headquarters"
)
_ROLE = re.compile(
    r"(?:the|his|her|its|their|[A-Z][\w-]+(?:['’]s|s['’])) (?:(?!(?:and|or|of|in|on|at|to|by|for)\b)[\w'’-]+ ){0,4}?"
    rf"(?i:{_HOLDER})"
    r"(?: (?:of|to) [^,;()]{2,50})?"
)
_BEFORE_NAME = frozenset({Part.COMMA, Part.STOP, Part.FINITE, Part.ADVERB, Part.ASIDE, Part.RELATIVE})
_BEFORE_ROLE = frozenset({Part.DATE, Part.ADVERB, Part.COMMA})
_LONGEST_NAME = 6  # words


def find_names_behind(told: Told) -> Iterator[Fact]:
    """Take a name behind the role that somebody has: "the commander of the garrison, Orlo Rhett, resigned"."""
    for at in range(len(told.chunks) - 2):
        role, comma, name = told.chunks[at : at + 3]
        if comma.text != "," or {role.part, name.part} != {Part.PHRASE} or not _is_name(told, name):
            continue
        said = told.say(Span(at, at + 1))
        after = told.chunks[at + 3].part if at + 3 < len(told.chunks) else Part.STOP
        is_governed = at > 0 and told.chunks[at - 1].part not in _BEFORE_ROLE and is_intro(told, at + 1)
        if (
            is_governed
            or after not in _BEFORE_NAME
            or not _ROLE.fullmatch(said)
            or _ends_with_name(told, role)
        ):
            continue
        if _PLACED.search(said) or _stands_in_list(told, at + 3):
            continue  # "in the town of Dale, Lerra"
        is_whole = has_capital(said) or " of " in said
        is_certain = is_whole and said.partition(" ")[0].lower() not in words.POSSESSIVES
        yield from claim(told, FactType.ROLE, name.text, "role", said, is_certain=is_certain)


def _stands_in_list(told: Told, end: int) -> bool:
    """Whether role and name are two of a list: "the Earl of Orm, Lord Rhett, Sir Edgar Tyll, and Oswin Dale"."""
    behind = told.chunks[end : end + 3]
    kinds = [chunk.part for chunk in behind]
    is_and = kinds[:2] == [Part.COMMA, Part.CONJUNCTION] and kinds[2:] == [Part.PHRASE]
    is_more = kinds[:2] == [Part.COMMA, Part.PHRASE] and kinds[2:] in ([Part.COMMA], [Part.CONJUNCTION])
    ends = told.chunks[end + 3 : end + 4]
    is_clause = bool(ends) and ends[0].part is Part.FINITE
    return (is_and or is_more) and behind[-1 if is_and else 1].text[:1].isupper() and not is_clause


_PLACED = re.compile(r"\b(?:town|city|village|port|fort|county|province|district|battle|siege) of [A-Z]")


def _is_name(told: Told, chunk: Chunk) -> bool:
    tokens = told.tokens[chunk.first : chunk.last]
    has_only_names = all(token.tag is Tag.NAME or token.lower in _JOINTS for token in tokens)
    return has_only_names and tokens[0].tag is Tag.NAME and len(tokens) <= _LONGEST_NAME


_JOINTS = frozenset(
    {"of", "the", "de", "von", "al", "van", "ap", "ibn", "bin", "la", "le", "du", "der", "zu"}
)


def _ends_with_name(told: Told, chunk: Chunk) -> bool:
    """Whether a phrase names its holder itself: "his brother Oswin, Tyll and Rhett"."""
    tokens = told.tokens[chunk.first : chunk.last]
    return tokens[-1].tag is Tag.NAME and tokens[-2].tag is Tag.NOUN and tokens[-2].lower != "of"


_AS = re.compile(
    r"(?P<name>[A-Z][\w'’-]*(?: (?:[A-Z]\.|(?:[a-z]{2}-|(?:de|von|van|al) )?[A-Z][\w'’-]+))*) as"
    rf" (?P<role>(?:the |its |his |their )?(?:[\w-]+ ){{0,3}}?(?:{_HOLDER})"
    r"(?: of (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)?)\b"
)
_NAMED_AS = word_set(
    "replace succeed appoint name elect take install instal choose nominate designate promote"
)


def find_posts_given(told: Told) -> Iterator[Fact]:
    """Take the post that somebody was given: "replaced Rhett with Tyll as commander of the Guard"."""
    given = {
        chunk.group.acting.base
        for chunk in told.chunks
        if chunk.group is not None and not chunk.group.is_negated
    }
    if " as " not in told.text or given.isdisjoint(_NAMED_AS):
        return
    for found in _AS.finditer(told.text):
        role, is_certain = found["role"], has_capital(found["role"])
        is_vague = role.partition(" ")[0].lower() in words.POSSESSIVES
        yield from claim(
            told, FactType.ROLE, found["name"], "role", role, is_certain=is_certain and not is_vague
        )


_OFFICE = (
    r"(?:Prime Minister|President|Vice President|Chancellor|Foreign Minister|Premier|Governor(?:-General)?"
    r"|(?:Secretary|Minister|Commissioner) of (?:War|State|Defence|Defense|the Navy|Marine|Police)"
    r"|(?:Chief of (?:the )?(?:General )?Staff)|Governor of [A-Z]\w+|High Commissioner)"
)
_OFFICE_WORDS = (
    "Minister",
    "President",
    "Chancellor",
    "Premier",
    "Governor",
    "Secretary",
    "Commissioner",
    "Chief of",
)
_TITLED = re.compile(
    rf"(?<![\w-])(?P<role>(?:[A-Z][\w-]+ )?{_OFFICE})"
    r" (?P<name>[A-Z][\w'’-]*(?: (?:[A-Z]\.|(?:[a-z]{2}-|(?:de|von|van|al) )?[A-Z][\w'’-]+)){1,4})"
)


def find_titled(told: Told) -> Iterator[Fact]:
    """Take the office before a name: "Ormish Secretary of War Oswin Tyll"."""
    if not any(word in told.text for word in _OFFICE_WORDS):
        return
    for found in _TITLED.finditer(told.text):
        first, _, office = found["role"].partition(" ")
        is_start = (
            found.start() == 0 and first.lower() in words.PREPOSITIONS | words.DETERMINERS | words.ADVERBS
        )
        yield from claim(
            told,
            FactType.ROLE,
            re.sub(r"['’]s$", "", found["name"]),
            "role",
            office if is_start else found["role"],
            is_certain=True,
        )
