"""The time that an article or a section is about, and on which side of it a section tells."""

import re
from collections.abc import Iterable

from quizapp.article.dates.expression import Point, Range
from quizapp.article.dates.finding import find_expressions
from quizapp.article.dates.resolving import resolve
from quizapp.article.dates.story import Place, Story
from quizapp.article.model import Article, Field, Section
from quizapp.values.dates import Precision, When, one, span

_BEFORE = re.compile(
    r"\b(?:background|prelude|origins?|prologue|causes?|context|planning|plans?|preparations?|lead-?up|build-?up|"
    r"beginnings?|prior|before|eve|history)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:aftermath|consequences|legacy|results?|outcome|after|afterwards?|commemorations?|memorials?|honou?rs|"
    r"recognition|significance|impact|epilogue|remembrance|later)\b",
    re.IGNORECASE,
)
_TITLE_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_IS_OPEN = re.compile(
    r"\s*(?:[-\u2010-\u2015]|to|until)\s*(?:the\s+)?(?:present|today|now)|\s+(?:onwards?|and after)"
)
_FIRST_SENTENCES = 4


def find_frame(article: Article) -> When | None:
    """Return the time that an article is about, from its infobox, else its title, else the lead."""
    cells = "; ".join(item.text for cell in article.cells_of(Field.DATE) for item in cell.items)
    for text in (cells, article.title):
        time = find_time(text)
        if time is not None:
            return time
    title = _TITLE_YEAR.search(article.title)
    if title:
        return one(int(title.group()))
    return _find_first_day(article) if article.cells else None


def find_time(text: str) -> When | None:
    """Return the time that a title, a cell or a heading names with its year, as "Vale Rising (499-493 BC)"."""
    named = list(_find_dates(text))
    return _from_first_to_last(named) if named else None


def find_side(section: Section) -> int:
    """Return -1 where a heading says that what stands below was before ("Prelude"), 1 after ("Aftermath"), else 0."""
    if _AFTER.search(section.heading):
        return 1
    return -1 if _BEFORE.search(section.heading) else 0


def _find_first_day(article: Article) -> When | None:
    """Return the first day that the lead names with its year, where there is no infobox that says it."""
    for sentence in article.sections[0].sentences[:_FIRST_SENTENCES] if article.sections else ():
        for time in _find_dates(sentence.text):
            if time.precision is Precision.DAY:
                return time
    return None


def _find_dates(text: str) -> Iterable[When]:
    for each in find_expressions(text):
        if (
            isinstance(each.meaning, Point | Range)
            and each.bound is None
            and not _IS_OPEN.match(text, each.end)
        ):
            resolved = resolve(each, Story(), Place(0, 0, 0))
            if resolved is not None:
                yield resolved.named


def _from_first_to_last(dates: list[When]) -> When:
    """Return the time that several dates span."""
    finest = min((date.precision for date in dates), key=list(Precision).index)
    exact = [date for date in dates if date.precision is finest]
    first = min(exact, key=lambda date: date.earliest or 0)
    last = max(exact, key=lambda date: date.latest or 0)
    return span(first, last) if first != last else first
