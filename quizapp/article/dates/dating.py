"""The dates of an article or of a text: expressions found and resolved in the order in which they are told."""

import re
from dataclasses import replace
from itertools import pairwise

from quizapp.article.dates.dated import Bound, Dated
from quizapp.article.dates.expression import NAMES, Counted, Expression, NthDay, Point, Turned, Unit, Untold
from quizapp.article.dates.finding import find_expressions
from quizapp.article.dates.frame import find_frame, find_side, find_time
from quizapp.article.dates.resolving import resolve, tell
from quizapp.article.dates.story import Place, Story
from quizapp.article.model import Article, Sentence
from quizapp.values.dates import Precision, one

_LOOKS_AWAY = re.compile(
    r"\b(?:had\s+(?:already\s+|previously\s+|earlier\s+|once\s+)?(?:been|\w+ed|\w+en|won|lost|led|held|made|met|fought|taken)"
    r"|would|originally|previously|formerly|later\s+(?:wrote|said|recalled|became)|historians?|today|modern|"
    r"commemorat\w+|anniversary)\b"
)
_RECURS = re.compile(
    r"\b(?:(?:every|each) year|annual(?:ly)?|yearly|anniversar(?:y|ies)|celebrat\w+|commemorat\w+)\b"
)
_SAME_AS = re.compile(r"\s*[,(]\s*(?:that is,?\s+|on\s+)?(?:the\s+)?|\s+on\s+")


def date_article(article: Article) -> dict[Sentence, tuple[Dated, ...]]:
    """Return the dates of every sentence that has any, each with the offsets of its words in the sentence."""
    story = Story(frame=find_frame(article))
    dated: dict[Sentence, tuple[Dated, ...]] = {}
    count = chapter_side = 0
    for number, section in enumerate(article.sections):
        side = find_side(section)
        chapter_side = side if section.level <= 1 else chapter_side
        story.begin_section(find_time(section.heading), side or chapter_side)
        for sentence in section.sentences:
            count += 1
            found = _date(sentence.text, story, Place(number, sentence.paragraph, count))
            if found:
                dated[sentence] = found
    return dated


def date_text(text: str, near: int | None = None) -> tuple[Dated, ...]:
    """Return the dates of one text alone, as of a cell; near is a year (0 is 1 BC) that completes those without."""
    return _date(text, Story(frame=None if near is None else one(near)), Place(0, 0, 1))


def _date(text: str, story: Story, place: Place) -> tuple[Dated, ...]:
    away = _LOOKS_AWAY.search(text)
    found: list[tuple[Expression, Dated]] = []
    for expression in find_expressions(text):
        if isinstance(expression.meaning, Untold):
            if expression.adjunct == 0 or not expression.meaning.from_event:
                story.hear_untold()
            continue
        dated = resolve(expression, story, place)
        if dated is None:
            continue
        looks_away = away is not None and away.start() < dated.start and dated.bound is not Bound.BY
        if _is_year_guessed(expression, story, place):
            dated = replace(dated, doubt=_doubt_guess(dated, text, story, looks_away=looks_away))
        found.append((expression, dated))
        if isinstance(expression.meaning, Counted) and not expression.meaning.count:
            if not dated.doubt:
                story.repeat(place)
        else:
            looks_back = isinstance(expression.meaning, Counted) and expression.meaning.count < 0
            is_aside = looks_away or looks_back or _stands_aside(dated, text)
            told = tell(dated, place, is_aside=is_aside)
            story.hear(replace(told, hops=0) if isinstance(expression.meaning, Point) else told)
    return _settle(found, text)


def _is_year_guessed(expression: Expression, story: Story, place: Place) -> bool:
    """Whether neither a date nor its sentence says the year."""
    if any(told is not None and told.place == place for told in (story.newest, story.aside)):
        return False
    meaning = expression.meaning
    return isinstance(meaning, Point) and meaning.year is None and meaning.turn is None


def _doubt_guess(dated: Dated, text: str, story: Story, *, looks_away: bool) -> str:
    """Return why the year of a date is doubted, seen from its sentence."""
    if _RECURS.search(text):
        return "a day that comes back every year"
    is_elsewhere = looks_away and not story.is_close(dated.named)
    return dated.doubt or ("the sentence looks back or ahead" if is_elsewhere else "")


def _settle(found: list[tuple[Expression, Dated]], text: str) -> tuple[Dated, ...]:
    """Let a date that is written out beside one that is counted say which it is: "the next day, 7 October"."""
    settled = [dated for _, dated in found]
    for at, ((expression, first), (_, second)) in enumerate(pairwise(found)):
        is_day = second.named.precision is Precision.DAY and not second.hops
        if is_day and _counts_days(expression) and _SAME_AS.fullmatch(text[first.end : second.start]):
            settled[at] = replace(
                first, when=second.when, named=second.named, bound=second.bound, hops=0, doubt=second.doubt
            )
    return tuple(settled)


def _counts_days(expression: Expression) -> bool:
    match expression.meaning:
        case Counted(_, unit):
            return unit in {Unit.DAY, Unit.WEEK}
        case Turned(weekday=weekday):
            return weekday is not None
        case _:
            return isinstance(expression.meaning, NthDay)


def _stands_aside(dated: Dated, text: str) -> bool:
    """Whether a date stands in brackets or quotes, names something ("the May 1792 rising"), or says since when."""
    before, after, lead = text[: dated.start], text[dated.end :], text[dated.adjunct : dated.start].casefold()
    in_brackets = before.rfind("(") > before.rfind(")") and ")" in after
    in_quotes = before.count('"') % 2 == 1 or before.rfind("\u201c") > before.rfind("\u201d")
    is_of_year = dated.named.precision is Precision.YEAR and lead.startswith("of ") and not dated.shade
    return in_brackets or in_quotes or dated.doubt == NAMES or is_of_year or dated.bound is Bound.SINCE
