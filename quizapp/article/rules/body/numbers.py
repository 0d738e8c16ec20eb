"""The rules that take strengths, distances, durations, shares and other numbers."""

import re
from collections.abc import Iterator, Sequence

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part
from quizapp.article.grammar.groups import BEING, HAVING
from quizapp.article.grammar.tokens import Tag
from quizapp.article.grammar.verbs import Form, Kind, verbs_by_form
from quizapp.article.numbers.counts import Count
from quizapp.article.rules.body.losses import OF_WHOLE, count_losses, holder_of
from quizapp.article.rules.body.making import claim, say_count, state
from quizapp.article.statements.naming import has_name
from quizapp.article.statements.patterns import DIRECTION, FORCE, has_capital
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told
from quizapp.values.measures import say_quantity
from quizapp.values.number_words import CARDINALS
from quizapp.values.text import word_set

_SENDING = word_set("send dispatch detach withdraw leave place put station")
_LENGTHS = word_set("km m mi yd ft nmi")
_STRENGTH_VERBS = word_set(
    "number total amount consist comprise include contain have muster field command lead estimate raise gather bring"
    " assemble deploy possess boast be make concentrate"
)
_ESTIMATES = word_set("estimate report put number record say believe think reckon calculate")
_END = r"(?=,|;|\.|\(|$| (?:on|in|by|and|with|to|when|where|after|before|at)\b)"
_TO_WHERE = re.compile(
    rf"\s*(?:(?:to the )?(?:{DIRECTION}|away|inland|upstream|downstream)? ?(?:of|from) )[^,;.()]{{2,60}}?{_END}"
)
_FORCE_OF = re.compile(
    rf"\b(?P<force>(?:[\w'’-]+ ){{0,4}}{FORCE}) (?:of|numbering|totalling|totaling|consisting of|comprising) $"
)


_AWAY = re.compile(r"(?: \([^()]*\))? away,")


def measure_distances(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take a distance and from where it is measured: "within six kilometres of Stell", "12 km north of Harrow"."""
    for count in told.counts:
        where = _TO_WHERE.match(told.text, count.end) if count.quantity.unit in _LENGTHS else None
        if count.quantity.unit in _LENGTHS and _AWAY.match(told.text, count.end):
            yield from _read_away(told, count)
            continue
        statement = holder_of(statements, count)
        if where is not None and statement is not None:
            value = f"{say_quantity(count.quantity)} {where.group().strip()}"
            is_certain = has_capital(value)
            yield from state(
                told, statement, FactType.NUMBER, "distance", value, count=count, is_certain=is_certain
            )


def _read_away(told: Told, count: Count) -> Iterator[Fact]:
    """Read how far a named place was: "Stell, only 40 km away, was taken"."""
    places = [
        each
        for each in told.chunks
        if told.tokens[each.last - 1].end < count.start and each.part is not Part.ADVERB
    ]
    named = places[-2] if len(places) > 1 and places[-1].text == "," else None
    if named is not None and named.part is Part.PHRASE and has_capital(named.text):
        value = f"{say_quantity(count.quantity)} away"
        yield from claim(told, FactType.NUMBER, named.text, "distance", value, count=count)


def count_strengths(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take how strong a force was, and any other number: "an army of 9,000 men", "Rhett had 40 guns"."""
    lost = {(fact.quantity, fact.counted) for fact in count_losses(told, statements)}
    for count in told.counts:
        is_plain = count.quantity.unit in {None, "%"} and not _is_too_small(count)
        is_plain = is_plain and _OF_SEVERAL.match(told.text, count.counted_end) is None
        is_plain = is_plain and OF_WHOLE.search(told.text, 0, count.start) is None
        is_plain = is_plain and _YEAR_BEFORE.fullmatch(told.text[max(0, count.start - 4) : count.end]) is None
        is_aside = any(
            token.tag is Tag.ASIDE and token.start < count.start < token.end for token in told.tokens
        )
        if is_plain and not is_aside and (count.quantity, count.counted) not in lost:
            yield from _read_strength(told, holder_of(statements, count), count)


_OF_SEVERAL = re.compile(r" and (?:infantry|cavalry|artillery|horse|foot|sailors|marines|archers|guns)\b")
"""What follows a number that counts two sorts together: "30,000 infantry and cavalry"."""


_YEAR_BEFORE = re.compile(r".*\b(?:an?|the) [12]\d{3}")
"""A year before what it tells apart: "a 1318 treaty", which counts none."""


def _is_too_small(count: Count) -> bool:
    """Whether a number is too small to be worth a fact, or counts nothing: "two", "both sides", "Beach 1 and 2"."""
    if count.quantity.unit is not None:
        return False
    spelt = verbs_by_form().get(count.counted.partition(" ")[0].lower())
    is_verb = spelt is not None and spelt.form is Form.PAST and spelt.known.kind is not Kind.HARM
    if count.counted.endswith("ly") or is_verb:
        return True
    most = count.quantity.high if count.quantity.high is not None else count.quantity.low
    return most is not None and (1 <= most <= 2 or (not count.counted and 1 <= most < 20))


def _read_counted(told: Told, statement: Statement, count: Count) -> Iterator[Fact]:
    """Read how many of something it was done to: "519 rounds were fired at Stell"."""
    group = statement.clause.group
    if group.is_negated or group.is_unreal or not count.counted:
        return
    yield from state(
        told,
        statement,
        FactType.NUMBER,
        f"number_{group.acting.participle}",
        say_count(count, told.text),
        subject=count.counted,
        count=count,
    )


def _read_strength(told: Told, statement: Statement | None, count: Count) -> Iterator[Fact]:
    force = _FORCE_OF.search(told.text, max(0, count.start - 80), count.start)
    if force is not None:
        name = re.sub(r"^(?:.* )?(?:with|and|that|of|by|led|a|an|to|from|had) (?=\S)", "", force["force"])
        yield from claim(
            told,
            FactType.STRENGTH,
            name,
            "strength",
            say_count(count, told.text),
            is_certain=_is_whole_force(told, statement, count, name),
            count=count,
            like=statement,
        )
        return
    said = told.text[count.start : count.end].lower()
    if statement is not None and statement.is_passive and said in statement.subject.lower():
        yield from _read_counted(told, statement, count)
        return
    most = count.quantity.high if count.quantity.high is not None else count.quantity.low
    if (statement is None or said in statement.subject.lower()) and most is not None and 1 <= most <= 10:
        return  # "all four battalions" tells no number worth knowing
    if statement is None or said in statement.subject.lower():
        if not has_name(told, count.counted):
            return  # "33,000 men", of whom nothing is told
        yield from claim(
            told, FactType.NUMBER, count.counted, "number", say_count(count, told.text), count=count
        )
        return
    yield from _read_doing(told, statement, count)


def _is_whole_force(told: Told, statement: Statement | None, count: Count, force: str) -> bool:
    """Whether a number is all of a named force: not the knights of "an army of 90 knights and 400 archers"."""
    name = force.removeprefix("the ").removeprefix("The ")
    is_one = not told.text[: told.text.find(force)].endswith(" and ")
    is_one = is_one and any(force in chunk.text for chunk in told.chunks if chunk.part is Part.PHRASE)
    is_named = name[:1].isupper() and words.POSSESSIVES.isdisjoint(name.split())
    is_real = statement is None or not statement.clause.group.is_unreal
    is_said = _NO_THING.fullmatch(count.counted) is None
    return (
        is_real and is_one and is_named and is_said and not _MORE_FORCES.match(told.text, count.counted_end)
    )


def _read_doing(told: Told, statement: Statement, count: Count) -> Iterator[Fact]:
    """Read how many somebody had, or did something with: "The garrison numbered 900 men"."""
    group = statement.clause.group
    is_estimate = group.known.base in _ESTIMATES
    if group.is_negated or (statement.is_passive and not statement.agent and not is_estimate):
        return
    is_strength = group.acting.base in _STRENGTH_VERBS or is_estimate
    between = told.text[max(statement.start, 0) : count.start]
    is_strength = is_strength and (group.acting.base != "make" or group.particle == "up")
    is_object = _is_acted_on(told, statement, count) or (is_strength and not _TO_DO.search(between))
    doing = "" if group.known in {BEING, HAVING} or not is_object else f"_{group.acting.past}"
    attribute = "strength" if is_strength and not count.counted else f"{count.counted or 'number'}{doing}"
    yield from state(
        told,
        statement,
        FactType.STRENGTH if is_strength else FactType.NUMBER,
        attribute,
        say_count(count, told.text),
        subject=statement.agent,
        is_certain=_is_clear(told, count) and (is_object or _goes_with(told, statement, count))
        if count.counted
        else group.acting.base == "number",
        count=count,
    )


def _is_clear(told: Told, count: Count) -> bool:
    """Whether it is told whole what a number counts: not in "7 British and 3 Dutch", nor of "the 40 men"."""
    if _ENDS_IN_VERB.search(count.counted):
        return False
    is_said = not _NO_THING.fullmatch(count.counted) and not _COUNTS_MORE.match(told.text, count.counted_end)
    return is_said and not told.text[: count.start].lower().endswith((" the ", " of the "))


def _goes_with(told: Told, statement: Statement, count: Count) -> bool:
    """Whether somebody came or went with so many: "Rhett crossed the Harrow with 40 riders"."""
    group = statement.clause.group
    is_moving = group.acting.kind is Kind.MOVE and group.acting.base not in _SENDING and not group.takes_agent
    return is_moving and re.search(r"(?<! along) with $", told.text[: count.start]) is not None


_ENDS_IN_VERB = re.compile(
    r" (?!killed|wounded|captured|injured)[a-z]{2,}ed$"
)  # "700 carts tied | with ropes"
_NO_THING = re.compile(r"more|others?|[A-Z][a-z]+(?:ish|ch|an|ese)")  # "13 more", "7 British and 3 Dutch"
_MORE_FORCES = re.compile(
    rf",? (?:and|plus|including|with) (?:\w+ )?(?:\d|(?:{'|'.join(sorted(CARDINALS))})\b)|, \d| (?:and|or) [a-z]+s\b"
)
_TO_DO = re.compile(r"\d.* to [a-z]+ ")  # "brought 890 guns to oppose some 600 ships"
_COUNTS_MORE = re.compile(r" (?:and|or) (?:[A-Z]|[a-z]+s\b)")  # "1,000 Guards and Lerrans"
_JOINTS = re.compile(r"\b(?:of|on|in|at|from|to|with|by|against|for|over|under|near|between|into|upon)\b")


def _is_acted_on(told: Told, statement: Statement, count: Count) -> bool:
    """Whether the verb acts on what is counted: not in "raids on 20 posts" or "held Stell with 40 men"."""
    before, found, _ = statement.object.lower().partition(told.text[count.start : count.end].lower())
    is_joined = found.startswith("from ") or _JOINTS.search(before) is not None
    return bool(found) and not statement.preposition and not is_joined
