"""What is worth asking: of what the rules can ask, that which a teacher of this battle would ask too.

What is not is still drafted, for a teacher to accept; but it is not taken without a look.
"""

import re

from quizapp.article.counts import find_counts
from quizapp.article.fact import INFOBOX, Fact, FactType
from quizapp.values.dates import Precision
from quizapp.values.text import fold
from quizapp.writing.asking.outcomes import is_war_around
from quizapp.writing.scene import Scene

MOST_NUMBERS = 3
"""Numbers of a side that are asked: the first ones of its cell; a long list ends in mules and transports."""
FARTHEST = 366
"""Days from the battle beyond which an event is another story."""
_CLOSE = 2
"""Two numbers of the same thing that differ less than so many times speak of the same."""
_ONLY_A_KIND = re.compile(
    r"(?:the )?(?:\d+(?:st|nd|rd|th)|division|army|corps|regiment|battalion|brigade|company|fleet|squadron|group)",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\b(?:[A-Z] (?:Company|Troop|Battery)|Company [A-Z]|[Cc]ompany|[Bb]attalion|[Pp]latoon|squad|patrol)\b(?!.* of )"
    r"|^(?:small |several |some )?(?:units|elements|parts?) of "
)


def is_worth_asking(fact: Fact, scene: Scene) -> bool:
    """Whether a fact is near enough, large enough, undisputed and of somebody who is named."""
    return not (
        _is_far_away(fact, scene)
        or _is_small(fact, scene)
        or _is_told_otherwise(fact, scene)
        or _is_vague(fact)
    )


def _is_far_away(fact: Fact, scene: Scene) -> bool:
    """Whether an event is a year away, or before or after the battle and not dated to the day."""
    when, span = fact.date, scene.span
    if fact.type is not FactType.EVENT or when is None or span is None:
        return False
    if is_war_around(fact, scene):
        return False
    if when.earliest is None or when.latest is None or span.earliest is None or span.latest is None:
        return False
    away = max(span.earliest - when.latest, when.earliest - span.latest)
    return away > FARTHEST or (away > 0 and when.precision is not Precision.DAY)


def _is_small(fact: Fact, scene: Scene) -> bool:
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
    if fact.type is not FactType.STRENGTH or quantity is None or quantity.low is None or not noun:
        return False
    for sentence in scene.article.sentences():
        if noun[0] not in sentence.text.lower():
            continue
        for count in find_counts(sentence.text):
            low = count.quantity.low
            if low is None or fold(count.counted).split()[-1:] != noun or low == quantity.low:
                continue
            if quantity.low < low * _CLOSE and low < quantity.low * _CLOSE:
                return True
    return False


def _is_vague(fact: Fact) -> bool:
    """Whether who did it is "the Division" or "the 321st", nobody's name, or as small as a company."""
    if fact.clause is None:
        return False
    named = (fact.clause.agent, fact.clause.subject)
    return any(_ONLY_A_KIND.fullmatch(each) or _SMALL.search(each) for each in named)
