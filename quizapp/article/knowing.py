"""What is known of an article before its facts are sought: its subject and year, the sides, and abbreviations."""

import re

from quizapp.article.capitals import find_capitals
from quizapp.article.dates import date_text
from quizapp.article.home import find_home
from quizapp.article.known import Known, Side
from quizapp.article.model import Article, Field
from quizapp.article.names import find_abbreviations, read_person, spell_out, split_combatants
from quizapp.values.dates import calendar_day

_QUALIFIER = re.compile(r"\s*\([^()]*\)\s*$")
_SHORT = re.compile(r"\b[A-Z]{3,7}\b")
_ROMAN = re.compile(r"[IVXLC]+")
_YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)")


def know(article: Article) -> Known:
    """Return what every rule may ask about an article."""
    subject = _QUALIFIER.sub("", article.title) or article.title
    return Known(
        article,
        subject,
        _find_year(article),
        _find_sides(article),
        find_aliases(article),
        find_capitals(article),
        find_home(article),
    )


def find_aliases(article: Article) -> dict[str, tuple[str, ...]]:
    """Return the names that an article gives with their abbreviations, and those."""
    aliases: dict[str, tuple[str, ...]] = {}
    shorts = _find_shorts(article)
    for sentence in article.sentences():
        spelt = spell_out(shorts, sentence.text) if shorts else ()
        for name, short in (*find_abbreviations(sentence.text), *spelt):
            aliases[name] = tuple(dict.fromkeys((*aliases.get(name, ()), short)))
    return aliases


def _find_shorts(article: Article) -> frozenset[str]:
    """Return the abbreviations that the infobox leaves unexplained: the SOHR of "38+ killed (per SOHR)"."""
    texts = (text for cell in article.cells for item in cell.items for text in (item.text, *item.notes))
    return frozenset(short for text in texts for short in _SHORT.findall(text) if not _ROMAN.fullmatch(short))


def _find_year(article: Article) -> int | None:
    """Return the year (0 is 1 BC) in which the infobox, else the title, says that it ended."""
    for text in (*(item.text for cell in article.cells_of(Field.DATE) for item in cell.items), article.title):
        ends = [dated.when.latest for dated in date_text(text) if dated.when.latest is not None]
        if ends:
            return calendar_day(max(ends))[0]
        if years := _YEAR.findall(text):
            return int(years[-1])
    return None


def _find_sides(article: Article) -> tuple[Side, ...]:
    numbers = sorted({cell.side for cell in article.cells if cell.side})
    return tuple(
        Side(
            number,
            tuple(
                name for text in _texts(article, Field.COMBATANT, number) for name in split_combatants(text)
            ),
            tuple(read_person(text).name for text in _texts(article, Field.COMMANDER, number)),
            _texts(article, Field.UNIT, number),
        )
        for number in numbers
    )


def _texts(article: Article, about: Field, side: int) -> tuple[str, ...]:
    return tuple(
        item.text for cell in article.cells_of(about) if cell.side == side for item in cell.items if item.text
    )
