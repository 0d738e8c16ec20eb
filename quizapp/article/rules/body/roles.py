"""The rules that take who or what somebody or something is: roles, other names, superlatives."""

import re
from collections.abc import Iterator, Sequence

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part, Span
from quizapp.article.grammar.clause import Way
from quizapp.article.grammar.groups import BEING
from quizapp.article.grammar.tokens import Tag, is_possessive
from quizapp.article.rules.body.battle import is_described
from quizapp.article.rules.body.events import being_of, stands_for_another
from quizapp.article.rules.body.making import claim, state
from quizapp.article.statements.patterns import FORCE, any_of, has_capital
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told
from quizapp.article.statements.views import VIEW


def state_what_is(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take what something was: "Harrow was the seat of the Ormish kings"."""
    for statement in statements:
        group, said = statement.clause.group, statement.object
        if group.known is not BEING or group.is_negated or group.is_unreal or not said:
            continue
        is_taken = is_described(told, statement) and not _RANKED.search(said)
        if statement.clause.opener in words.CONDITIONS or is_taken:
            continue
        if said.lower() in words.PRONOUNS or statement.subject.lower() == "there":
            continue
        doubts = set(statement.doubts)
        if stands_for_another(statement.subject) or doubts & {
            "nobody is named",
            "the subject is not certain",
            VIEW,
        }:
            continue
        is_noun = re.match(r"(?:the|an?|one)\b|[A-Z]", said) is not None
        type_ = FactType.ROLE if is_noun else FactType.DETAIL
        if statement.preposition:  # "was in sight of the river"
            type_, is_noun = FactType.DETAIL, False
        being = being_of(told, statement)
        is_certain = bool(re.search(r"[A-Z\d]", statement.value)) or len(statement.value.split()) < 8
        value = f"{statement.preposition} {statement.value}"
        yield from state(told, statement, type_, being, value, is_certain=is_certain)


_RANKED = re.compile(
    r"\b(?:first|second|third|last|only|final|decisive|pyrrhic|worst|\w+est|most \w+) (?:\w+ ){0,3}"
    r"(?:battle|siege|encounter|engagement|defeat|victory|action|clash|campaign|operation|offensive|raid)\b"
)
_HOLDER = any_of(
    "commander, leader, king, queen, emperor, prince, princess, duke, earl, count, lord, chief, general,"
    " admiral, marshal, colonel, captain, governor, president, minister, head, son, daughter, brother,"
    " sister, father, mother, uncle, nephew, cousin, wife, husband, ally, ruler, bishop, archbishop, heir,"
    " successor, member, officer, founder, historian, monk, knight, vassal, chancellor, senator, consul,"
    " regent, rival, chieftain, sultan, shah, lieutenant, deputy, secretary, envoy, ambassador, viscount,"
    " marquess, baron, chronicler, favourite, friend, veteran, commander-in-chief, second-in-command"
)
_THING = any_of(
    "capital, city, town, village, fortress, river, island, port, castle, stronghold, group, army, tribe,"
    " people, suburb, hill, ridge, district, province, region, headquarters, seat, field, complex,"
    " oilfield, airport, airfield, base, tributary, settlement, harbour, harbor, bay, peninsula, hamlet,"
    " farm, farmhouse, estate, ship, battleship, cruiser, destroyer, carrier, flagship, operation,"
    " campaign, battle, newspaper, unit, division"
)
_ROLE = re.compile(rf"(?![A-Z\d][\w-]* .*(?i:{_THING})$)(?:[\w'’.-]+ ){{0,6}}?(?i:{_HOLDER}s?|{_THING})\b")
_INSIDE = frozenset({Part.PREPOSITION, Part.PHRASE, Part.ASIDE})
_BEHIND = frozenset({Part.COMMA, Part.STOP, Part.RELATIVE, Part.ASIDE, Part.FINITE})
_VAGUE = re.compile(r"\b(?:his|her|its|their|who)\b")


def find_appositions(told: Told) -> Iterator[Fact]:
    """Take what stands between commas behind a name: "Rhett, commander of the Guard, ..."."""
    for at in range(1, len(told.chunks) - 1):
        head, comma, second = told.chunks[at - 1 : at + 2]
        if comma.text != "," or {head.part, second.part} != {Part.PHRASE} or not has_capital(head.text):
            continue
        end = at + 2
        while end < len(told.chunks) and told.chunks[end].part in _INSIDE:
            if told.chunks[end].lower in {"with", "against", "during", "by", "after", "before"}:
                break
            if _is_in_event(told, end):
                break
            end += 1
        is_during = end < len(told.chunks) and (told.chunks[end].lower == "during" or _is_in_event(told, end))
        name, value = _last_name(told, at - 1), told.say(Span(at + 1, end))
        closes = end >= len(told.chunks) or told.chunks[end].part in _BEHIND or is_during
        if (
            re.match(r"(?:two|three|four|both|all|most)\b", value)
            or is_intro(told, at)
            or _is_place_of_place(told, at)
            or not name.strip("Jr. ")
        ):
            continue
        if not closes or len(value.split()) > 14 or not _ROLE.match(value) or _is_list(told, at, end):
            continue
        if re.match(rf"(?:the )?(?i:{_HOLDER}) of\b", head.text) and " of " not in value:
            continue  # "Chief of the Guard, General Oswin Rhett, ordered ..."
        is_certain = has_capital(value) and not _VAGUE.search(value)
        is_certain = is_certain and not _may_act(told, at, end) and not _is_of_next(told, at, end)
        is_certain = is_certain and not _stands_between_lists(told, at - 1, end)
        yield from claim(told, FactType.ROLE, name, "role", value, is_certain=is_certain)


_EVENT = re.compile(
    r"(?:the )?(?:[\w-]+ )*?(?:Treaty|Peace|Truce|Battle|Siege|War|Wars|Campaign|Crusade|Convention)\b"
)


def _is_in_event(told: Told, at: int) -> bool:
    """Whether a preposition begins an event, no part of a title: "to Tyll, King of Orm in the Treaty of Dale"."""
    if told.chunks[at].lower not in {"in", "at"} or at + 1 >= len(told.chunks):
        return False
    return _EVENT.match(told.chunks[at + 1].text) is not None


def _may_act(told: Told, at: int, end: int) -> bool:
    """Whether the phrase behind a comma may be a subject, or one of a list: "At Stell, also Harrow, an army ..."."""
    behind = told.chunks[end : end + 2]
    if behind and behind[0].part is Part.FINITE:
        return True
    if len(behind) > 1 and behind[0].part is Part.COMMA and behind[1].text[:1].isupper():
        return (
            end == at + 2 and " " not in told.chunks[at + 1].text
        )  # "Rhett, Commander, Guard Artillery, ..."
    if len(behind) > 1 and behind[0].part is Part.COMMA and behind[1].part is Part.CONJUNCTION:
        value = told.chunks[at + 1].text.removeprefix("the ")
        return value[:1].isupper() and re.match(rf"(?i:{_HOLDER})\b", value) is None
    start = max((each + 1 for each in range(at) if told.chunks[each].part is Part.STOP), default=0)
    opens = told.chunks[start].part is Part.PREPOSITION and told.chunks[at + 1].lower.startswith(
        ("a ", "an ")
    )
    return opens and not any(each.way is Way.MAIN and start < each.verb < at for each in told.clauses)


def _stands_between_lists(told: Told, at: int, end: int) -> bool:
    """Whether a name ends a list, and what follows begins another: "Orm, Dale, and Stell, the cruiser X, two ..."."""
    before = [chunk.part for chunk in told.chunks[max(0, at - 3) : at]]
    behind = [chunk.part for chunk in told.chunks[end : end + 2]]
    return before == [Part.PHRASE, Part.COMMA, Part.CONJUNCTION] and behind == [Part.COMMA, Part.PHRASE]


def _is_of_next(told: Told, at: int, end: int) -> bool:
    """Whether the role is of the name behind it, as the one before ends an adjunct: "from Dale, the king, Tyll, "."""
    behind = [chunk.part for chunk in told.chunks[end : end + 3]]
    is_named = behind[:2] == [Part.COMMA, Part.PHRASE] and behind[2:] in ([Part.COMMA], [Part.FINITE])
    is_named = is_named and told.chunks[end + 1].text[:1].isupper()
    return is_named and at > 1 and told.chunks[at - 2].part is Part.PREPOSITION


def _is_place_of_place(told: Told, at: int) -> bool:
    """Whether the name before a comma only says where the one before it lies: "toward Dale, Lerra, one of ..."."""
    before = told.chunks[max(0, at - 4) : at - 1]
    parts = [chunk.part for chunk in before]
    return parts == [Part.PREPOSITION, Part.PHRASE, Part.COMMA] and before[1].text[:1].isupper()


def is_intro(told: Told, at: int) -> bool:
    """Whether a comma ends what stands before the subject: "After the fall of Stell, the Guard ..."."""
    ends = {Part.STOP, Part.RELATIVE}
    start = max((each + 1 for each in range(at) if told.chunks[each].part in ends), default=0)
    opening = told.chunks[start:at]
    if len(opening) > 1 and opening[0].part is Part.ADVERB and opening[1].part is Part.COMMA:
        opening = opening[2:]  # "Meanwhile, after the fall of Stell, ..."
    if opening and opening[0].lower.startswith("part of "):  # "Part of the Ormish War, the battle ..."
        return True
    opens = {Part.PREPOSITION, Part.SUBORDINATOR, Part.GERUND, Part.PARTICIPLE, Part.ADVERB, Part.DATE}
    if not opening or opening[0].part not in opens:
        return False
    has_subject = any(each.part is Part.COMMA for each in opening)
    return not has_subject and all(
        each.part is not Part.FINITE or opening[0].part is Part.SUBORDINATOR for each in opening
    )


_IN_BRACKETS = re.compile(
    rf"\((?:the |an? )?(?:[A-Z][\w.]* )?(?:[\w-]+ ){{0,3}}?(?:{_HOLDER})\b[^()\d;,]{{0,60}}\)"
)


def find_roles_in_brackets(told: Told) -> Iterator[Fact]:
    """Take what stands in brackets behind a name: "Oswin Rhett (commander of the Ormish Guard)"."""
    for at, chunk in enumerate(told.chunks):
        aside = told.tokens[chunk.last - 1] if chunk.part is Part.PHRASE else None
        if aside is not None and aside.tag is Tag.ASIDE and _IN_BRACKETS.fullmatch(aside.text):
            role = aside.text.strip("()")
            yield from claim(
                told, FactType.ROLE, _last_name(told, at), "role", role, is_certain=has_capital(role)
            )


_JOINTS = frozenset(
    {"of", "the", "de", "von", "al", "van", "ap", "ibn", "bin", "la", "le", "du", "an", "am", "der", "den"}
)


def _last_name(told: Told, at: int) -> str:
    """Return the name that a phrase ends with: "Suheil" of "the orders of General Suheil"."""
    chunk = told.chunks[at]
    tokens = [token for token in told.tokens[chunk.first : chunk.last] if token.tag is not Tag.ASIDE]
    start = len(tokens)
    while start and (
        tokens[start - 1].tag is Tag.NAME or (start < len(tokens) and tokens[start - 1].lower in _JOINTS)
    ):
        start -= 1
    while start < len(tokens) and tokens[start].tag is not Tag.NAME:
        start += 1
    said = told.text[tokens[start].start : tokens[-1].end] if start < len(tokens) else ""
    return "" if said.lower() in words.TITLES else said


def _is_list(told: Told, at: int, end: int) -> bool:
    """Whether the commas are those of a list of names: "Rhett, Duke Oswin and Tyll"."""
    if any(chunk.part is Part.CONJUNCTION for chunk in told.chunks[at:end]):
        return True
    while end < len(told.chunks) and told.chunks[end].part in {Part.COMMA, *_INSIDE}:
        end += 1
    is_and = [chunk.part for chunk in told.chunks[end : end + 2]] == [Part.CONJUNCTION, Part.PHRASE]
    return is_and and not any(chunk.part is Part.FINITE for chunk in told.chunks[end + 1 : end + 4])


_TITLED = re.compile(
    rf"(?i:{_HOLDER}|{_THING}|engineer|writer|poet|journalist|author|economist|newspaper|company)$"
)


_NO_ROLE = re.compile(rf"(?:{_THING})$")
_NO_PERSON = re.compile(rf"{_TITLED.pattern}|^(?:{FORCE})$")


def find_roles_before(told: Told) -> Iterator[Fact]:
    """Take what stands before a name: "the chronicler Oswin of Stell", "pro-royal group Harrow Watch"."""
    for chunk in told.chunks:
        if chunk.part is not Part.PHRASE or chunk.last - chunk.first < 2:
            continue
        tokens = [token for token in told.tokens[chunk.first : chunk.last] if token.tag is not Tag.ASIDE]
        start = 1 if tokens[0].tag is Tag.DETERMINER or is_possessive(tokens[0]) else 0
        at = start
        while at < len(tokens) and tokens[at].tag is Tag.NOUN:
            at += 1
        if (
            not start < at < len(tokens)
            or tokens[at].tag is not Tag.NAME
            or (is_possessive(tokens[at]) and _NO_ROLE.search(tokens[at - 1].lower))  # "the raid Rhett's men"
            or not _TITLED.search(tokens[at - 1].lower)
            or tokens[at - 1].lower.endswith("ing")
            or (tokens[-1].tag is Tag.NOUN and tokens[-1].lower.endswith("s"))  # "the veteran Ormish legions"
            or (
                tokens[-1].tag is Tag.NOUN and _NO_PERSON.search(tokens[-1].lower)
            )  # "the veteran Ormish officer", "the veteran Ormish infantry"
        ):
            continue
        first = 0 if is_possessive(tokens[0]) and tokens[0].tag is Tag.NAME else start
        role = told.text[tokens[first].start : tokens[at - 1].end]
        name = re.split(r"['’]s(?= |$)|,", told.text[tokens[at].start : tokens[-1].end])[0]
        is_certain = not words.POSSESSIVES.intersection([tokens[0].lower])
        yield from claim(told, FactType.ROLE, name, "role", role, is_certain=is_certain)


_OF_NAME = re.compile(
    r"(?P<role>(?:[A-Z][\w-]+['’]s|[Tt]he|its|their|an?) "
    r"(?:(?!(?:with|in|on|to|of|and|for|by|from|as|that)\b)[\w'’-]+ ){0,4}?(?:capital|stronghold|headquarters"
    r"|fortress|base|port|seat|strongpoint|citadel|bastion)(?: city)?)"
    r" (?:of|at) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)
_SEAT = re.compile(
    r"(?:capital|stronghold|headquarters|fortress|base|port|seat|strongpoint|citadel|bastion)(?: city)? (?:of|at) "
)
_PLAIN_ROLE = re.compile(r"(?:[Tt]he|an?) (?:capital|port|base|seat|headquarters)(?: city)?")


def find_roles_of_places(told: Told) -> Iterator[Fact]:
    """Take what a place was to somebody: "the Guard's last stronghold of Stell"."""
    if _SEAT.search(told.text) is None:
        return
    for found in _OF_NAME.finditer(told.text):
        role = found["role"]
        if not _PLAIN_ROLE.fullmatch(role):
            is_certain = role[0].isupper() and "'s" in role.replace("’", "'")
            yield from claim(told, FactType.ROLE, found["name"], "status", role, is_certain=is_certain)
