"""A sentence as tokens, each tagged by word lists; tagging then settles what a word is by its neighbours.

Dates and numbers come as others found them, one token each; what stands in brackets is one token, passed over.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from quizapp.article.grammar import words
from quizapp.article.grammar.verbs import Form, Spelt, guess_verb, verbs_by_form
from quizapp.values.number_words import CARDINALS, SCALES


class Tag(StrEnum):
    """What a token is in its sentence; nouns and adjectives are not told apart."""

    NOUN = "noun"
    NAME = "name"
    NUMBER = "number"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    PREPOSITION = "preposition"
    TO = "to"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    ADVERB = "adverb"
    NOT = "not"
    BE = "be"
    HAVE = "have"
    DO = "do"
    MODAL = "modal"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    BASE = "base"
    COMMA = "comma"
    STOP = "stop"
    DATE = "date"
    ASIDE = "aside"


class Token(NamedTuple):
    """A word or a mark, its place in the sentence, its tag, in small letters, and its verb if it is a form of one."""

    text: str
    start: int
    end: int
    tag: Tag
    lower: str
    spelt: Spelt | None = None


Marked = tuple[int, int, Tag]
"""A piece of a sentence that others have read, a date or a number, and what it is."""
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|\d+(?:[.,:–-]\d+)*(?:st|nd|rd|th|s)?\b|[^\W\d_]+(?:[-'’.–](?=[^\W_])[^\W_]+)*(?:['’](?=\s))?|\w+"
    r"|[,;:!?—–()\[\]\"“”…]|-|\.|[^\s\w]"
)


def tokenise(
    text: str, marked: Iterable[Marked] = (), names: frozenset[str] = frozenset()
) -> tuple[Token, ...]:
    """Return the tokens of a sentence; each marked piece is one; names are words that begin with a capital."""
    return tuple(_split(text, [*marked, *((*each, Tag.ASIDE) for each in _find_asides(text))], names))


def _split(text: str, marked: Iterable[Marked], names: frozenset[str]) -> Iterable[Token]:
    at, is_first = 0, True
    spans = sorted(marked, key=lambda each: (each[0], -each[1], each[2]))
    for start, end, tag in [*spans, (len(text), len(text), Tag.STOP)]:
        if start < at:
            continue
        for found in _WORD.finditer(text, at, start):
            token = _tag(found.group(), found.start(), text, names, is_first=is_first)
            if token is not None:
                yield token
                is_first = is_first and token.tag in {Tag.STOP, Tag.ASIDE}
        if end > start:
            yield Token(text[start:end], start, end, tag, text[start:end].lower())
            is_first = False
        at = end


_ASIDE = re.compile(r"[()\[\]]|[\"“][^\"”“]{25,}[\"”]")


def _find_asides(text: str) -> list[tuple[int, int]]:
    """Return what stands in brackets, and what is quoted at such a length that it is somebody's sentence."""
    found = []
    opened: list[int] = []
    for match in _ASIDE.finditer(text):
        if match.group()[0] in '"“':
            if not opened:
                found.append(match.span())
        elif match.group() in "([":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if not opened:
                found.append((start, match.end()))
    return found


def _tag(word: str, start: int, text: str, names: frozenset[str], *, is_first: bool) -> Token | None:
    end = start + len(word)
    if not word[0].isalnum():
        is_dash = word in "–—" or (word == "-" and text[start - 1 : start] == " ")
        if word == "," or is_dash:
            return Token(word, start, end, Tag.COMMA, word)
        return Token(word, start, end, Tag.STOP, word) if word in ";:!?…" else None
    lower = word.lower()
    may_be_name = word[0].isupper() and (
        lower not in _NEVER_NAMES or word in {"I", "US"}
    )  # "I Corps", no "we"
    if may_be_name and (not is_first or _is_known(lower, names)):
        return Token(word, start, end, Tag.NAME, lower)
    tag, spelt = look_up(lower.replace("’", "'"))
    return Token(word, start, end, tag, lower, spelt)


def _is_known(lower: str, names: frozenset[str]) -> bool:
    return lower in names or lower.removesuffix("'s").removesuffix("’s") in names


def is_possessive(token: Token) -> bool:
    """Whether a word ends as an owner does: "Rhett's", "the Guards'"."""
    return token.lower.endswith(("'s", "’s", "s'", "s’"))


@lru_cache(maxsize=8192)
def look_up(lower: str) -> tuple[Tag, Spelt | None]:
    """Return what a word is by itself, in small letters; its neighbours may know better."""
    closed = _closed().get(lower)
    if closed is not None:
        return closed, None
    if lower[0].isdigit() or lower in CARDINALS or lower in SCALES:
        return Tag.NUMBER, None
    spelt = verbs_by_form().get(lower)
    if spelt is not None:
        return _FORMS[spelt.form], spelt
    if lower.endswith("ly") and len(lower) > 4 and lower not in words.NOT_ADVERBS:
        return Tag.ADVERB, None
    guessed = guess_verb(lower)
    return (Tag.PAST, guessed) if guessed else (Tag.NOUN, None)


_NEVER_NAMES = words.DETERMINERS | words.PRONOUNS | words.RELATIVES | {"by", "on", "in"}
_CLOSED = (
    (frozenset({"to"}), Tag.TO),
    (words.BE, Tag.BE),
    (words.HAVE, Tag.HAVE),
    (words.DO, Tag.DO),
    (words.MODALS, Tag.MODAL),
    (frozenset({"not", "never", "n't"}), Tag.NOT),
    (words.RELATIVES, Tag.RELATIVE),
    (words.DETERMINERS, Tag.DETERMINER),
    (words.PRONOUNS, Tag.PRONOUN),
    (words.CONJUNCTIONS, Tag.CONJUNCTION),
    (words.SUBORDINATORS, Tag.SUBORDINATOR),
    (words.ADVERBS, Tag.ADVERB),
    (words.PREPOSITIONS, Tag.PREPOSITION),
)
_FORMS = {
    Form.BASE: Tag.BASE,
    Form.PAST: Tag.PAST,
    Form.PARTICIPLE: Tag.PARTICIPLE,
    Form.GERUND: Tag.GERUND,
    Form.THIRD: Tag.NOUN,
}


@cache
def _closed() -> dict[str, Tag]:
    """Return every small word with what it is; where it is on two lists, the first has it."""
    return {word: tag for listed, tag in reversed(_CLOSED) for word in listed}
