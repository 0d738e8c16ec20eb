"""The dates of an article or of a text: expressions found and resolved in the order in which they are told."""

import re

from quizapp.article.dates.dated import Bound, Dated
from quizapp.article.dates.expression import Counted, Expression, Point, Range, Untold, Years
from quizapp.article.dates.finding import find_expressions
from quizapp.article.dates.resolving import resolve, tell
from quizapp.article.dates.story import Place, Story, Told
from quizapp.article.model import Article, Field, Sentence
from quizapp.values.dates import Precision, When, one, span

_LOOKS_AWAY = re.compile(
    r"\b(?:had\s+(?:already\s+|previously\s+|earlier\s+|once\s+)?(?:been|\w+ed|\w+en|won|lost|led|held|made|met|fought|taken)"
    r"|would|originally|previously|formerly|later\s+(?:wrote|said|recalled|became)|historians?|today|modern|"
    r"commemorat\w+|anniversary)\b"
)


def date_article(article: Article) -> dict[Sentence, tuple[Dated, ...]]:
    """Return the dates of every sentence that has any, each with the offsets of its words in the sentence."""
    story = Story(frame=_find_frame(article))
    dated: dict[Sentence, tuple[Dated, ...]] = {}
    count = 0
    for number, section in enumerate(article.sections):
        _hear_heading(section.heading, story, Place(number, -1, count))
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
    looks_away = _LOOKS_AWAY.search(text) is not None
    found: list[Dated] = []
    for expression in find_expressions(text):
        if isinstance(expression.meaning, Untold):
            story.hear_untold()
            continue
        dated = resolve(expression, story, place)
        if dated is None:
            continue
        found.append(dated)
        if isinstance(expression.meaning, Counted) and not expression.meaning.count:
            story.repeat(place)
        else:
            is_aside = (looks_away and dated.bound is not Bound.BY) or _is_in_brackets(expression, text)
            story.hear(tell(dated, place, is_aside=is_aside))
    return tuple(found)


def _is_in_brackets(expression: Expression, text: str) -> bool:
    before, after = text[: expression.start], text[expression.end :]
    return before.rfind("(") > before.rfind(")") and ")" in after


def _find_frame(article: Article) -> When | None:
    """Return the time that an article is about: what its infobox says, else its title."""
    texts = [item.text for cell in article.cells_of(Field.DATE) for item in cell.items]
    for text in (*texts, article.title):
        named = [
            resolved.named
            for each in find_expressions(text)
            if isinstance(each.meaning, Point | Range | Years)
            and (resolved := resolve(each, Story(), Place(0, 0, 0))) is not None
        ]
        if named:
            return _from_first_to_last(named)
    title = re.search(r"\b(?:1\d|20)\d\d\b", article.title)
    return one(int(title.group())) if title else None


def _from_first_to_last(dates: list[When]) -> When:
    """Return the time that several dates span."""
    finest = min((date.precision for date in dates), key=list(Precision).index)
    exact = [date for date in dates if date.precision is finest]
    first = min(exact, key=lambda date: date.earliest or 0)
    last = max(exact, key=lambda date: date.latest or 0)
    return span(first, last) if first != last else first


def _hear_heading(heading: str, story: Story, place: Place) -> None:
    """Take a year or a date from a heading, as of "Ionian Revolt (499-493 BC)", for what stands below it."""
    for expression in find_expressions(heading):
        dated = resolve(expression, story, place) if isinstance(expression.meaning, Point | Range) else None
        if dated is not None:
            story.newest = Told(dated.named, place)
            story.is_unsettled = True
            return
