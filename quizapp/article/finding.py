"""From an article to its facts: every rule is asked about every cell and sentence, then the facts are compared.

What ends neither as a fact nor as a skip is reported as not covered.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quizapp.article.comparing.reconcile import Contradiction, reconcile
from quizapp.article.dates import Dated, date_article
from quizapp.article.fact import Confidence, Evidence, Fact, Skip
from quizapp.article.knowing import know
from quizapp.article.known import Known, cite, cite_item
from quizapp.article.language import find_foreign_language
from quizapp.article.model import Article, Misread, Sentence
from quizapp.article.rules.body import find_in_sentence
from quizapp.article.rules.infobox import INFOBOX_RULES
from quizapp.article.slugs import give_ids
from quizapp.values.number_words import CARDINALS, ORDINALS, SCALES

LONGEST_SENTENCE = 2_000
"""Characters; what is longer is a table or a list that was not recognised, and is not searched for facts."""

MOST_ENTRIES = 200
"""Entries of a cell that are searched; what has more is no cell of an infobox."""

_NAME = re.compile(r"(?:(?<=[\w,;:.)] )|(?<= \())[^\W\d_a-z][\w'\u2019-]+")
_NUMBER = re.compile(
    rf"\d|\b(?:{'|'.join(sorted({*CARDINALS, *ORDINALS} - {'one', 'zero', 'zeroth', 'first'}))}"
    rf"|half|(?:{'|'.join(SCALES)}|dozen)s?)\b",
    re.IGNORECASE,
)
"""A number, also one that counts nothing: a time of day, "the second attack", "thousands"."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A date that is not sure, and why."""

    evidence: Evidence
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """The facts of an article in its order, and all that a teacher should know about how they were found."""

    facts: tuple[Fact, ...]
    uncovered: tuple[Evidence, ...]
    skipped: tuple[Skip, ...]
    contradictions: tuple[Contradiction, ...]
    uncertain: tuple[Doubt, ...]
    misread: tuple[Misread, ...]


def find_facts(article: Article) -> Found:
    """Find the facts that an article states; the same article gives the same facts with the same ids."""
    language = find_foreign_language(article)
    if language:
        return _read_nothing(article, language)
    known = know(article)
    dates = date_article(article)
    given = [*_read_cells(known), *_read_sentences(known, dates)]
    stated = (_doubt_date(each) for each in given if isinstance(each, Fact))
    facts, contradictions = reconcile(give_ids(stated), known)
    return Found(
        facts=facts,
        uncovered=tuple(each for each in given if isinstance(each, Evidence)),
        skipped=tuple(each for each in given if isinstance(each, Skip)),
        contradictions=contradictions,
        uncertain=tuple(_find_doubts(dates)),
        misread=article.misread,
    )


def _read_nothing(article: Article, language: str) -> Found:
    """Return no facts of an article that is not in English, and why."""
    sentences = tuple(article.sentences())
    skipped = tuple(
        Skip(cite(sentence), f"this is {language}, and only English is read") for sentence in sentences
    )
    message = f"this article seems to be in {language}; give the English one"
    told = Misread(message, sentences[0].start, sentences[-1].end)
    return Found((), (), skipped, (), (), (told, *article.misread))


Given = Fact | Skip | Evidence
"""What a cell or a sentence gave: evidence alone is what no rule covers."""


def _read_cells(known: Known) -> Iterator[Given]:
    """Yield what the rules for its field say of each entry, or the entry itself where they say nothing."""
    for cell in known.article.cells:
        rules = [rule for about, rule in INFOBOX_RULES if about is cell.field]
        if len(cell.items) > MOST_ENTRIES:
            rest = cell.items[MOST_ENTRIES]
            yield Skip(cite_item(cell, rest), f"only the first {MOST_ENTRIES} entries of a cell are read")
        for item in cell.items[:MOST_ENTRIES]:
            if len(item.text) > LONGEST_SENTENCE:
                yield Skip(cite_item(cell, item), "this entry is too long to be read")
                continue
            found = [_sign(each, rule.__name__) for rule in rules for each in rule(cell, item, known)]
            yield from found
            if not found:
                yield cite_item(cell, item)


def _sign(found: Fact | Skip, rule: str) -> Fact | Skip:
    return replace(found, rule=rule) if isinstance(found, Fact) and not found.rule else found


def _doubt_date(fact: Fact) -> Fact:
    """Return a fact with a date that is not sure as one to look at."""
    is_sure = fact.date is None or fact.is_dated_surely
    return fact if is_sure else replace(fact, confidence=Confidence.LOW)


def _read_sentences(known: Known, dates: dict[Sentence, tuple[Dated, ...]]) -> Iterator[Given]:
    for sentence in known.article.sentences():
        if len(sentence.text) > LONGEST_SENTENCE:
            yield Skip(cite(sentence), "this sentence is too long to be read")
            continue
        dated = dates.get(sentence, ())
        found = list(find_in_sentence(sentence, dated, known))
        yield from found
        if not found and _asks_for_fact(sentence, dated, known):
            yield cite(sentence)


def _asks_for_fact(sentence: Sentence, dated: tuple[Dated, ...], known: Known) -> bool:
    """Whether a sentence has a date, a number or a name, so that somebody may ask what it states."""
    first = sentence.text.partition(" ")[0].strip(",.;:").casefold()
    is_named = first.removesuffix("'s").removesuffix("\u2019s") in known.capitals
    return bool(dated or is_named or _NAME.search(sentence.text) or _NUMBER.search(sentence.text))


def _find_doubts(dates: dict[Sentence, tuple[Dated, ...]]) -> Iterable[Doubt]:
    for sentence, several in dates.items():
        for dated in several:
            if not dated.is_sure:
                yield Doubt(cite(sentence, dated.start, dated.end), dated.doubt)
