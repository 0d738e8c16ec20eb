"""The rules that take how many were killed, wounded, captured or lost."""

import re
from collections.abc import Iterator, Sequence

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar import words
from quizapp.article.grammar.clause import Way
from quizapp.article.grammar.verbs import Kind
from quizapp.article.numbers.counts import Count
from quizapp.article.rules.body.making import claim, say_count
from quizapp.article.statements.naming import has_name
from quizapp.article.statements.patterns import has_capital
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told

_FATES = {
    "killed and wounded": "casualties",
    "killed or wounded": "casualties",
    "dead and wounded": "casualties",
    "dead or wounded": "casualties",
    "killed in action": "killed",
    "taken prisoner": "captured",
    "were taken prisoner": "captured",
    "killed": "killed",
    "dead": "killed",
    "fatalities": "killed",
    "deaths": "killed",
    "died": "killed",
    "fell": "killed",
    "perished": "killed",
    "drowned": "drowned",
    "executed": "executed",
    "wounded": "wounded",
    "injured": "wounded",
    "captured": "captured",
    "prisoners": "captured",
    "captives": "captured",
    "prisoners of war": "captured",
    "missing": "missing",
    "missing in action": "missing",
    "surrendered": "surrendered",
    "deserted": "deserted",
    "casualties": "casualties",
    "losses": "casualties",
}
_FATE = re.compile(
    r"\s*(?:,|of (?:them|whom|these))?\s*(?:(?:were|was|had been|being|men|soldiers|troops|of them|or more)\s+){0,2}"
    r"(?P<fate>" + "|".join(sorted(map(re.escape, _FATES), key=lambda each: -len(each))) + r")\b(?! of)"
)
_TABLE = re.compile(rf"\b(?:{'|'.join(map(re.escape, _FATES))}) [\u2013-] \d")
"""A table told as a sentence, its numbers behind what they count: "killed – 95, wounded – 248"."""
_LOST = frozenset({"lose", "suffer", "sustain", "incur", "cost"})
_SUM = re.compile(r"\b(?:losses|casualties)$")
_SUMMED = frozenset({"be", "amount", "total", "number", "include"})
_TAKEN = re.compile(r"\b(?:prisoners?|captives?)\b")


_OR_OTHERS = re.compile(r" (?:and/)?or [A-Z]")
"""What follows a number that counts two sorts together: "killed 18 Guards or Lerrans"."""
_AND_WORSE = re.compile(r" (?:and|or) (?!(?:wounded|captured|injured|missing|taken)\b)[a-z]{4,}ed\b")
"""What follows a number of two fates: "90 killed and maimed"."""


OF_WHOLE = re.compile(r"\d (?:out )?of (?:its|the|their|his|some|about) (?:\w+ )?$")
"""What stands before the whole of which a part was lost: "lost 399 of its 496 soldiers"."""


def count_losses(told: Told, statements: Sequence[Statement]) -> Iterator[Fact]:
    """Take numbers of dead, wounded, captured: "the Guard lost 40 men", "40 killed and 60 wounded"."""
    if told.counts and (" \u2013 " in told.text or " - " in told.text) and _TABLE.search(told.text):
        return
    for count in told.counts:
        if count.quantity.unit not in {None, "%"} or OF_WHOLE.search(told.text, 0, count.start):
            continue
        statement = holder_of(statements, count)
        if statement is not None and statement.clause.way is Way.OTHER:
            continue
        found = list(_read_direct(told, statement, count)) if statement else []
        yield from found or _read_beside(told, statement, count)


def holder_of(statements: Sequence[Statement], count: Count) -> Statement | None:
    """Return the statement in whose words a number stands: the last that begins before it and ends after it."""
    holding = [each for each in statements if each.start <= count.start and count.end <= each.end]
    saying = [
        each
        for each in holding
        if each.clause.way not in {Way.RELATIVE, Way.MODIFIER} or each.start < count.start
    ]
    return (saying or holding)[-1] if holding else None


_OF_OWN = re.compile(r" of (?:his|her|its|their)\b")
"""What follows a part of what is not said: "lost 40% of his force"; "half of its ships" is told with its whole."""
_KILLING = frozenset(
    {"kill", "wound", "injure", "slay", "massacre", "behead", "execute", "murder", "slaughter", "hang"}
)
_SHIPS = frozenset({"sink", "scuttle", "cost", "inflict", "wreck", "ground", "capsize"})


def _read_direct(told: Told, statement: Statement, count: Count) -> Iterator[Fact]:
    """Read a number that is the object or the subject of killing, losing or capturing."""
    lexeme = statement.clause.group.acting
    if statement.clause.group.is_negated or statement.clause.group.is_unreal:
        return
    said = told.text[count.start : count.end].lower()
    in_object, in_subject = said in statement.object.lower(), said in statement.subject.lower()
    is_people = _counts_people(count) or lexeme.base in _KILLING
    if lexeme.kind is Kind.HARM and lexeme.base not in _SHIPS and is_people:
        if in_subject if statement.is_passive else in_object:
            fate = _FATES.get(lexeme.participle, lexeme.participle)
            yield from _make(
                told, statement, count.counted or "people", fate, count, is_certain=bool(count.counted)
            )
    elif lexeme.base in _LOST and in_object and (is_people or lexeme.base == "lose"):
        beside, last = _FATE.match(told.text, count.counted_end), count.counted.rpartition(" ")[2]
        fate = _FATES[beside["fate"]] if beside else _FATES.get(last, "lost")
        is_whole = beside is None or _AND_WORSE.match(told.text, beside.end()) is None
        is_own = lexeme.base != "cost" or not _names_loser(told, statement, count)
        yield from _make(told, statement, "", fate, count, is_certain=is_whole and is_own)
    elif (
        lexeme.base in {"capture", "take", "seize"}
        and in_object
        and not statement.is_passive
        and (_TAKEN.search(count.counted) if lexeme.base == "take" else _is_taken(count))
    ):
        yield from _make(told, statement, "", "prisoners_taken", count)


def _names_loser(told: Told, statement: Statement, count: Count) -> bool:
    """Whether the number is that of one side only: "The battle cost the Lerrans 400 men, the Orms 90"."""
    verb = told.tokens[told.chunks[statement.clause.verb].last - 1]
    return has_capital(told.text[verb.end : count.start])


def _is_taken(count: Count) -> bool:
    heads = count.counted.lower().partition(" of ")[0].split()[-1:]
    return bool(_TAKEN.search(count.counted)) or any(
        word in words.PEOPLE or word in words.NATIONS for word in heads
    )


def _read_beside(told: Told, statement: Statement | None, count: Count) -> Iterator[Fact]:
    """Read a number with its fate right behind it: "2,336 killed", "40 of them drowned", "300 prisoners"."""
    found = _FATE.match(told.text, count.end)
    last = count.counted.split()[-1] if count.counted else ""
    if found is None and last in _FATES:
        fate = _FATES[last]
    else:
        found = found or _FATE.match(told.text, count.counted_end)
        is_other = bool(count.counted) and last not in _FATES and not _counts_people(count)
        if found is None or is_other:
            return
        fate = _FATES[found["fate"]]
    if statement is not None:
        is_sum = _SUM.search(statement.subject) is not None and not statement.is_passive
        is_certain = statement.clause.group.acting.base in (_SUMMED if is_sum else _LOST)
        yield from _make(told, statement, "", fate, count, is_certain=is_certain)
        return
    yield from claim(
        told, FactType.CASUALTIES, told.known.subject, fate, say_count(count, told.text), count=count
    )


def _make(
    told: Told, statement: Statement, subject: str, fate: str, count: Count, *, is_certain: bool = True
) -> Iterator[Fact]:
    doubts = (
        set(statement.doubts)
        - {"long"}
        - ({"nobody is named", "who did it has no name"} if subject else set())
    )
    is_certain = is_certain and not doubts and (statement.dated is None or statement.is_dated_surely)
    said, subject = say_count(count, told.text), subject or statement.subject
    names = (subject, statement.subject, statement.agent, statement.object)
    is_named = any(has_name(told, name) for name in names)
    is_part = (
        count.quantity.low is not None and count.quantity.low >= 1 and _OF_OWN.match(told.text, count.end)
    )
    is_whole = bool(count.counted or fate != "lost") and not is_part
    is_whole = is_whole and _OR_OTHERS.match(told.text, count.counted_end) is None
    yield from claim(
        told,
        FactType.CASUALTIES,
        subject,
        fate,
        said,
        is_certain=is_certain and is_named and is_whole and len(subject.split()) < 8,
        like=statement,
        count=count,
        has_clause=True,
    )


def _counts_people(count: Count) -> bool:
    heard = count.counted.lower().split()
    return not heard or any(word in words.PEOPLE for word in heard) or count.counted[0].isupper()
