"""What is worth asking: of what the rules can ask, that which a teacher of this battle would ask too.

What is not is still drafted, for a teacher to accept; but it is not taken without a look.
"""

import re
from decimal import Decimal

from quizapp.article.fact import INFOBOX, Clause, Fact, FactType
from quizapp.article.numbers.counts import Count, find_counts
from quizapp.values.dates import Precision, calendar_day
from quizapp.values.text import fold, word_list
from quizapp.writing.asking.clauses import head_of
from quizapp.writing.asking.outcomes import is_war_around
from quizapp.writing.english import is_name, is_named
from quizapp.writing.peoples import DEMONYMS
from quizapp.writing.scene import Scene
from quizapp.writing.smallness import is_small
from quizapp.writing.standing import list_fought_in, stand

MOST_NUMBERS = 3
"""Numbers of a side that are asked: the first ones of its cell; a long list ends in mules and transports."""
FARTHEST = 366
"""Days from the battle beyond which an event is another story."""
GENERATION = 20 * FARTHEST
"""Days from the battle within which what was momentous is still of its story."""
_MOMENTOUS = frozenset(
    word_list(
        "die execute murder assassinate overthrow depose crown succeed abdicate conquer annex sign ratify found"
    )
)
_GREAT = re.compile(r"\b(?:Battle|Siege|Treaty|Peace|Armistice) of [A-Z]|\b(?:throne|independence|war on)\b")
_CLOSE = 2
"""Two numbers of the same thing that differ less than so many times speak of the same."""
_YEAR = re.compile(
    r"(?<![\d,.])[12]\d{3}(?![\d,.]\d|\d)(?! (?:men|soldiers|troops|guns|infantry|cavalry|ships))"
)
_OFTEN = 3
"""How often a text names a people that took part."""
_KILLED = re.compile(r"^(?: [a-z]+){0,6} (?:killed|slain)\b")
_SAID_BEHIND = re.compile(r" (?:of (?:them|these|which) )?(?:were|being) ((?:[a-z-]+ ){0,3}[a-z-]+)")
_IN_HOPES = re.compile(
    r"\b(?:in (?:the )?hopes? (?:of|to|that)|(?:hoping|aiming|intending|seeking|meaning) to)\b"
)
_SHORTEST = 2  # letters; shorter words of a name are particles and numerals


def is_worth_asking(fact: Fact, scene: Scene) -> bool:
    """Whether a fact is near enough, large enough, undisputed and of somebody who is named."""
    return not (
        _is_far_away(fact, scene)
        or _is_low_in_list(fact, scene)
        or _is_told_otherwise(fact, scene)
        or is_small(fact, scene)
        or _is_undated(fact, scene)
        or _is_bystander(fact, scene)
        or _is_aim_of_one_deed(fact, scene)
    )


def _is_far_away(fact: Fact, scene: Scene) -> bool:
    """Whether an event is a year away, or before or after the battle and not dated to the day, and not momentous."""
    when, span = fact.date, scene.span
    if fact.type is not FactType.EVENT or when is None or span is None:
        return False
    if is_war_around(fact, scene):
        return False
    if when.earliest is None or when.latest is None or span.earliest is None or span.latest is None:
        return False
    away = max(span.earliest - when.latest, when.earliest - span.latest)
    if away <= GENERATION and when.is_one and fact.clause is not None and _is_momentous(fact.clause):
        return False
    return away > FARTHEST or (away > 0 and when.precision is not Precision.DAY)


def _is_momentous(clause: Clause) -> bool:
    """Whether a clause tells of what histories date: a death, a throne, a treaty, another battle by its name."""
    if head_of(clause) == "kill" and clause.is_passive and not clause.is_plural:
        return is_name(clause.subject)
    is_great = any(_GREAT.search(part) for part in (clause.subject, clause.object, clause.rest))
    return is_named(clause.subject) and (is_great or head_of(clause) in _MOMENTOUS)


def _is_low_in_list(fact: Fact, scene: Scene) -> bool:
    """Whether other numbers of the same side stand before this one in its cell."""
    if fact.type not in (FactType.STRENGTH, FactType.CASUALTIES) or fact.evidence.section != INFOBOX:
        return False
    listed = [
        each
        for each in scene.facts
        if (each.type, each.side, each.evidence.section) == (fact.type, fact.side, INFOBOX)
    ]
    return fact in listed[MOST_NUMBERS:]


def _is_told_otherwise(fact: Fact, scene: Scene) -> bool:
    """Whether the text gives another number for what the infobox counts, without saying whose."""
    quantity, noun = fact.quantity, fold(fact.counted).split()[-1:]
    if fact.type is FactType.CASUALTIES:
        return _is_exceeded(fact, scene)
    if fact.type is not FactType.STRENGTH or quantity is None or quantity.low is None or not noun:
        return False
    is_behind = False
    for sentence in scene.article.sentences():
        for count in find_counts(sentence.text) if noun[0] in sentence.text.lower() else ():
            low = count.quantity.low
            if low is None or low == quantity.low:
                continue
            if low >= quantity.low * _CLOSE or quantity.low >= low * _CLOSE:
                continue
            if fold(count.counted).split()[-1:] == noun:
                return True
            is_behind = is_behind or _is_said_behind(noun[0], count, sentence.text)
    return is_behind and not _is_confirmed(quantity.low, scene)


def _is_exceeded(fact: Fact, scene: Scene) -> bool:
    """Whether the text counts more killed in one number than the infobox says of both sides together."""
    if fact.attribute != "killed" or fact.evidence.section != INFOBOX or fact.according_to:
        return False
    listed = [each for each in scene.index.list_of(FactType.CASUALTIES) if each.evidence.section == INFOBOX]
    ends = [each.quantity.high or each.quantity.low or 0 for each in listed if each.quantity is not None]
    most = sum(ends) * _CLOSE
    return any(
        (count.quantity.low or 0) > most and _KILLED.search(sentence.text[count.end :])
        for sentence in scene.article.sentences()
        if "killed" in sentence.text or "slain" in sentence.text
        for count in find_counts(sentence.text)
    )


def _is_said_behind(noun: str, count: Count, text: str) -> bool:
    """Whether what a number counts is said by the verb behind it: "of which 230 were large war galleys"."""
    said = _SAID_BEHIND.match(text, count.end)
    return said is not None and not count.counted and noun in fold(said[1]).split()


def _is_confirmed(low: Decimal, scene: Scene) -> bool:
    """Whether the text gives this number too, in whatever words."""
    return any(
        count.quantity.low == low for each in scene.article.sentences() for count in find_counts(each.text)
    )


def _is_undated(fact: Fact, scene: Scene) -> bool:
    """Whether what happened is told of another year than the battle's, which the statement does not say."""
    span = scene.span
    if fact.clause is None or fact.type is not FactType.EVENT or (fact.date and fact.is_dated_surely):
        return False
    if span is None or span.earliest is None or span.latest is None:
        return False
    first, last = calendar_day(span.earliest)[0], calendar_day(span.latest)[0]
    quote, verb = fact.evidence.quote, fact.clause.verb
    at = max(quote.find(verb.past), quote.find(verb.participle))
    told_before = quote[:at] if at >= 0 else quote
    return any(not first <= int(year) <= last for year in _YEAR.findall(told_before))


def _is_aim_of_one_deed(fact: Fact, scene: Scene) -> bool:
    """Whether somebody aimed at it once in the battle, in one thing of several: "let them come in hopes of ..."."""
    if fact.type is not FactType.AIM or scene.is_battle(fact.subject):
        return False
    if stand(fact, scene.span, frozenset()) != "In":
        return False
    own = [each for each in scene.facts if each is not fact and fold(each.subject) == fold(fact.subject)]
    if any(each.type is FactType.AIM for each in own):
        return True
    is_beside = _IN_HOPES.search(fact.evidence.quote) is not None
    return is_beside and any(each.type is FactType.EVENT for each in own)


def _is_bystander(fact: Fact, scene: Scene) -> bool:
    """Whether an office is that of somebody whom no word of the battle itself, nor the infobox, names."""
    if fact.type is not FactType.ROLE or fact.evidence.section == INFOBOX:
        return False
    if _is_of_bystander(fact, scene):
        return True
    if stand(fact, scene.span, frozenset()) == "In":
        return False
    names = [word for word in re.split(r",| of ", fact.subject)[0].split() if len(word) > _SHORTEST]
    name = names[-1] if names else fact.subject
    if any(name in each.value for camp in scene.camps for each in camp.commanders):
        return False
    fought_in = list_fought_in(scene.article)
    return not any(name in sentence.text for section in fought_in for sentence in section.sentences)


def _is_of_bystander(fact: Fact, scene: Scene) -> bool:
    """Whether an office is of a state that did not fight: the President of a state that spoke for peace."""
    state = fold(fact.value).removeprefix("the ").partition(" ")[0]
    if state not in DEMONYMS or not scene.camps:
        return False
    is_of_side = scene.find_camp(fact.value) is not None or _is_leader(fact, scene)
    return not is_of_side and scene.own_words.text.count(f" {state} ") < _OFTEN


def _is_leader(fact: Fact, scene: Scene) -> bool:
    """Whether the infobox names somebody among those who commanded."""
    last = fact.subject.split()[-1]
    return any(last in each.value.split() for camp in scene.camps for each in camp.commanders)
