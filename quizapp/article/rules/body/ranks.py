"""The rule that takes what is the most of its kind, or the first or last of it."""

import re
from collections.abc import Iterator

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar.chunk import Part, Span
from quizapp.article.grammar.clause import Way
from quizapp.article.grammar.groups import BEING
from quizapp.article.rules.body.making import claim
from quizapp.article.statements.naming import name_subject
from quizapp.article.statements.patterns import has_capital
from quizapp.article.statements.told import Told

_BEST = re.compile(
    r"(?<=, )(?:and (?=the first |the last |the only ))?the (?:(?:single|second|third|fourth|\w+['’]s) )?"
    r"(?:largest|biggest|greatest|longest|highest|tallest"
    r"|bloodiest|deadliest|fiercest|heaviest|costliest|first|last|only|smallest|oldest|strongest|deepest"
    r"|widest|worst"
    r"|most \w+)\b [^,;.()]{3,90}"
)


def find_superlatives(told: Told) -> Iterator[Fact]:
    """Take what is the most of its kind: "Stell Mine, the largest mine in Orm"."""
    if ", the " not in told.text and ", and the " not in told.text:
        return
    for found in _BEST.finditer(told.text):
        at = next(
            at for at, chunk in enumerate(told.chunks) if told.tokens[chunk.last - 1].end > found.start()
        )
        value = found.group().removeprefix("and ").replace(" such ", " ")
        is_joined = found.group().startswith("and ")
        name = _subject_of_list(told, at) or ("" if is_joined else _phrase_before(told, at))
        is_part = f" of {name}, the " in told.text[: found.end()] and found.group().startswith("the only")
        if not re.search(r"\b(?:when|where|who|after|before)\b", value[:45]):
            is_certain = len(value.split()) < 12 and not is_part  # "the bridge of Stell, the only way out"
            yield from claim(told, FactType.DETAIL, name, "rank", value, is_certain=is_certain)


def _subject_of_list(told: Told, at: int) -> str:
    """Return whose second superlative it is: "it was the first battle in Orm, the largest of the war"."""
    before = [each for each in told.clauses if each.verb < at and each.way is Way.MAIN]
    if not before or before[-1].group.known is not BEING or before[-1].subject is None:
        return ""
    first = told.say(Span(before[-1].verb + 1, before[-1].verb + 2))
    is_alike = _BEST.match(f", {first} and so on", 2) is not None
    return name_subject(told, before[-1].subject) if is_alike else ""


def _phrase_before(told: Told, at: int) -> str:
    """Return the named thing before the comma that stands before a chunk."""
    if at < 2 or told.chunks[at - 1].part is not Part.COMMA or told.chunks[at - 2].part is not Part.PHRASE:
        return ""
    said = re.sub(r"^.* of (?=the [a-z -]*[A-Z]|[A-Z])", "", told.say(Span(at - 2, at - 1)))
    return said if has_capital(said) else ""
