"""Making a fact of what a rule found: with its evidence, its time, who says so, and how far it may be believed."""

import re
from collections.abc import Iterator

from quizapp.article.fact import Confidence, Fact, FactType
from quizapp.article.grammar import words
from quizapp.article.numbers.amounts import say_amount
from quizapp.article.numbers.counts import Count
from quizapp.article.statements.naming import has_name, name_home
from quizapp.article.statements.statements import Statement
from quizapp.article.statements.told import Told
from quizapp.values.number_words import CARDINALS
from quizapp.values.text import word_list

_LONGEST_SUBJECT = 12  # words
_LONGEST_VALUE = 45


def claim(
    told: Told,
    type_: FactType,
    subject: str,
    attribute: str,
    value: str,
    *,
    is_certain: bool = False,
    like: Statement | None = None,
    count: Count | None = None,
    has_clause: bool = False,
) -> Iterator[Fact]:
    """Yield a fact of a sentence; none without subject or value, or with too many words to be one.

    like is the statement whose time and teller it shares; has_clause, whether the fact is that statement.
    The name of the rule is put in by who runs it.
    """
    subject, value = tidy(strip_article(name_home(told, subject))), tidy(name_home(told, value))
    if not _is_sayable(subject, value):
        return
    dated = like.dated if like else None
    yield Fact(
        id="",
        type=type_,
        subject=subject,
        attribute="_".join(_WORDS.findall(attribute)),
        value=value,
        evidence=told.evidence,
        rule="",
        confidence=Confidence.HIGH if is_certain and not _asks_for_more(subject, value) else Confidence.LOW,
        according_to=like.according_to if like else told.teller,
        date=dated.when if dated else None,
        is_dated_surely=like.is_dated_surely if dated and like else True,
        quantity=count.quantity if count else None,
        counted=count.counted if count else "",
        clause=like.as_clause(count.counted if count else "") if like and has_clause else None,
        note="; ".join(like.doubts) if like and has_clause else "",
    )


_EMPTY = words.DETERMINERS | words.PREPOSITIONS | words.CONJUNCTIONS


_ASKING = frozenset(
    word_list(
        "loyal allied opposed hostile sympathetic adjacent equal equivalent prior due subject similar close"
    )
)


def _asks_for_more(subject: str, value: str) -> bool:
    """Whether words end in what says nothing without more: "an army loyal", of "an army loyal to Rhett"."""
    return not _ASKING.isdisjoint({subject.rpartition(" ")[2], value.rpartition(" ")[2]})


def _is_sayable(subject: str, value: str) -> bool:
    if value.lower() in _EMPTY or subject.lower() in _EMPTY:
        return False
    return 0 < len(subject.split()) <= _LONGEST_SUBJECT and 0 < len(value.split()) <= _LONGEST_VALUE


def state(
    told: Told,
    statement: Statement,
    type_: FactType,
    attribute: str,
    value: str,
    *,
    subject: str = "",
    is_certain: bool = True,
    count: Count | None = None,
) -> Iterator[Fact]:
    """Yield the fact that a statement makes; it is confident only if nothing speaks against the statement."""
    is_sure = not statement.doubts and (statement.dated is None or statement.is_dated_surely)
    subject = subject or statement.subject
    is_certain = is_certain and (type_ is FactType.EVENT or has_name(told, subject) or subject[:1].isdigit())
    yield from claim(
        told,
        type_,
        subject,
        attribute,
        value,
        is_certain=is_certain and is_sure,
        like=statement,
        count=count,
        has_clause=True,
    )


_NUMBER_WORDS = "|".join(sorted(CARDINALS))
_WORDS = re.compile(r"\w+")
_LEFT_OVER_WORDS = frozenset(
    word_list("and or but of in at to by for with from the a an as that which than while")
)
_LEFT_OVER = re.compile(rf"(?:,? (?:{'|'.join(sorted(_LEFT_OVER_WORDS))}))+$")


def say_count(count: Count, text: str) -> str:
    """Return a number with what it counts: "38 to 67 civilians", "6 km"; a fraction as the text says it."""
    low = count.quantity.low
    if low is not None and low < 1 and count.quantity.unit is None:
        return text[count.start : count.counted_end]
    counted = re.sub(rf"^(?:{_NUMBER_WORDS}) ", "", count.counted)  # "four of the six ships"
    return f"{say_amount(count, text)} {counted}".strip()


_NUMERAL = re.compile(r" [IVX]+\.$")
_QUOTES = re.compile('["“”]')


def strip_article(phrase: str) -> str:
    """Return a phrase without "the" before it."""
    return phrase[4:].lstrip() if phrase[:4] in {"the ", "The "} else phrase


def tidy(phrase: str) -> str:
    """Return a phrase without the marks that cutting left at its ends."""
    phrase = " ".join(phrase.split()).strip(' ,;:–—-"“”')
    if phrase.rpartition(" ")[2] in _LEFT_OVER_WORDS:
        phrase = _LEFT_OVER.sub("", phrase)
    if phrase.count('"') % 2 or phrase.count("“") != phrase.count("”"):
        phrase = _QUOTES.sub("", phrase)  # the other one was cut off
    if phrase.count("'") % 2 and phrase.startswith("'"):
        phrase = phrase[1:]
    is_end = phrase.endswith(".") and len(phrase) > 5
    return phrase[:-1] if is_end and (phrase[-5:-1].isalpha() or _NUMERAL.search(phrase)) else phrase
