"""A sentence as tokens, each tagged by word lists and by what stands before it.

Dates and numbers come as others found them, one token each; what stands in brackets is one token, passed over.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.article.grammar import words
from quizapp.article.grammar.verbs import Form, Kind, Spelt, verbs_by_form
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


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, its place in the sentence, its tag, and the verb that it is a form of."""

    text: str
    start: int
    end: int
    tag: Tag
    spelt: Spelt | None = None

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


Marked = tuple[int, int, Tag]
"""A piece of a sentence that others have read, a date or a number, and what it is."""
PHRASE = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.DETERMINER})
"""What a noun phrase is made of."""
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?\b|[^\W\d_]+(?:[-'’.](?=[^\W_])[^\W_]+)*(?:['’](?=\s))?|\w+"
    r"|[,;:!?—–()\[\]\"“”…]|-|\.|[^\s\w]"
)


def tokenise(
    text: str, marked: Iterable[Marked] = (), names: frozenset[str] = frozenset()
) -> tuple[Token, ...]:
    """Return the tokens of a sentence; each marked piece is one; names are words that begin with a capital."""
    tokens = list(_split(text, [*marked, *((*each, Tag.ASIDE) for each in _find_asides(text))], names))
    for at in range(len(tokens)):
        tokens[at] = _settle(tokens, at)
    return tuple(tokens)


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
            yield Token(text[start:end], start, end, tag)
            is_first = False
        at = end


def _find_asides(text: str) -> list[tuple[int, int]]:
    """Return what stands in brackets, and what is quoted at such a length that it is somebody's sentence."""
    found = []
    opened: list[int] = []
    for match in re.finditer(r"[()\[\]]|[\"“][^\"”“]{25,}[\"”]", text):
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
    if not (word[0].isalnum()):
        if word in ",":
            return Token(word, start, end, Tag.COMMA)
        if word in "–—" or (word == "-" and text[start - 1 : start] == " "):
            return Token(word, start, end, Tag.COMMA)
        return Token(word, start, end, Tag.STOP) if word in ";:!?…" else None
    lower = word.lower()
    is_capital = word[0].isupper() and not (is_first and lower not in names)
    if is_capital and lower not in words.DETERMINERS | words.PRONOUNS | words.RELATIVES | {"by", "on", "in"}:
        return Token(word, start, end, Tag.NAME)
    return Token(word, start, end, *_look_up(lower))


def _look_up(lower: str) -> tuple[Tag, Spelt | None]:
    lower = lower.replace("’", "'")
    for listed, tag in _CLOSED:
        if lower in listed:
            return tag, None
    if lower[0].isdigit() or lower in CARDINALS or lower in SCALES:
        return Tag.NUMBER, None
    spelt = verbs_by_form().get(lower)
    if spelt is not None:
        return _FORMS[spelt.form], spelt
    if lower.endswith("ly") and len(lower) > 4 and lower not in words.NOT_ADVERBS:
        return Tag.ADVERB, None
    return Tag.NOUN, None


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
_THIRDS = frozenset(
    {
        "writes",
        "says",
        "states",
        "claims",
        "notes",
        "argues",
        "asserts",
        "lies",
        "stands",
        "contains",
        "remains",
    }
)
_OPEN_PHRASE = frozenset({Tag.DETERMINER, Tag.NUMBER})
_HELPING = frozenset({Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.ADVERB, Tag.NOT})


def _settle(tokens: Sequence[Token], at: int) -> Token:
    """Decide by its neighbours what a word is that could be several things."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.tag is Tag.BASE:
        return token if _asks_for_base(tokens, at) else replace(token, tag=Tag.NOUN)
    if token.tag is Tag.RELATIVE and token.lower == "that":
        return _settle_that(token, before, after)
    if token.tag is Tag.DETERMINER:
        return _settle_determiner(token, after)
    if token.tag in {Tag.PAST, Tag.PARTICIPLE}:
        return _settle_past(tokens, at)
    if token.tag is Tag.GERUND:
        return _settle_gerund(tokens, at)
    if (
        token.tag is Tag.ADVERB
        and before
        and before.tag in _OPEN_PHRASE
        and after
        and after.tag in {Tag.NOUN, Tag.NAME}
    ):
        return replace(token, tag=Tag.NOUN)  # "the then king", "the only bridge", "a largely empty town"
    if token.tag is Tag.NOUN and token.lower in _THIRDS and before and before.tag in {Tag.NAME, Tag.RELATIVE}:
        spelt = verbs_by_form()[token.lower]
        return replace(token, tag=Tag.PAST, spelt=Spelt(spelt.known, Form.THIRD))
    return token


def _asks_for_base(tokens: Sequence[Token], at: int) -> bool:
    back = at - 1
    while back >= 0 and tokens[back].tag in {Tag.ADVERB, Tag.NOT}:
        back -= 1
    if back < 0:
        return False
    if tokens[back].tag is Tag.CONJUNCTION:  # "to reach and cross the river"
        return any(each.tag is Tag.BASE for each in tokens[max(0, back - 6) : back])
    return tokens[back].tag in {Tag.TO, Tag.MODAL, Tag.DO}


def _settle_that(token: Token, before: Token | None, after: Token | None) -> Token:
    """Tell "that city" from "the city that fell"."""
    follows_phrase = before is not None and before.tag in {
        Tag.NOUN,
        Tag.NAME,
        Tag.NUMBER,
        Tag.ASIDE,
        Tag.PRONOUN,
    }
    is_determiner = after is not None and after.tag in {Tag.NOUN} and not follows_phrase
    follows_verb = before is not None and before.tag in {Tag.PAST, Tag.PARTICIPLE, Tag.GERUND, Tag.BASE}
    return replace(token, tag=Tag.DETERMINER) if is_determiner and not follows_verb else token


def _settle_determiner(token: Token, after: Token | None) -> Token:
    """Tell "this attack" from "this led to": a determiner without a noun stands for one."""
    starts = {
        Tag.NOUN,
        Tag.NAME,
        Tag.NUMBER,
        Tag.DETERMINER,
        Tag.ADVERB,
        Tag.BASE,
        Tag.GERUND,
        Tag.PAST,
        Tag.PARTICIPLE,
        Tag.DATE,
    }
    if token.lower in {"the", "a", "an", *words.POSSESSIVES} or (after and after.tag in starts - {Tag.PAST}):
        return token
    if (
        after
        and after.tag is Tag.PAST
        and token.lower in {"all", "some", "most", "many", "several", "few", "both", "no"}
    ):
        return token if after.spelt and after.spelt.is_both else replace(token, tag=Tag.PRONOUN)
    return replace(token, tag=Tag.PRONOUN)


def _settle_past(tokens: Sequence[Token], at: int) -> Token:
    """Tell the verb of "the town fell" from the adjective of "the fallen town" and the noun of "38 wounded"."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    noun = replace(token, tag=Tag.NOUN)
    if (
        token.lower in {"left", "saw", "lay", "felt", "bore", "cost"}
        and before is not None
        and before.tag in {Tag.DETERMINER, Tag.PREPOSITION}
        and before.lower not in {"that"}
    ):
        return noun
    if _opens_phrase(tokens, at):
        return noun
    if before is None or before.tag in _HELPING - {Tag.ADVERB}:
        return token
    has_noun_after = after is not None and after.tag in {Tag.NOUN, Tag.NAME, Tag.BASE}
    if before.tag is Tag.ADVERB and at > 1:
        earlier = tokens[at - 2]
        if earlier.tag in {Tag.DETERMINER, Tag.PREPOSITION} and has_noun_after:
            return noun
        return token
    if before.tag is Tag.DETERMINER:
        return noun if token.spelt and (token.spelt.is_both or token.tag is Tag.PARTICIPLE) else token
    if before.tag is Tag.NOUN and before.lower.endswith(("'s", "’s")):
        return noun
    if before.tag is Tag.NAME and before.lower.endswith(("'s", "’s", "s'", "s’")) and has_noun_after:
        return noun
    if before.tag is Tag.NUMBER and token.spelt and token.spelt.known.kind is Kind.HARM:
        return noun
    if before.tag in {Tag.PREPOSITION, Tag.TO} and has_noun_after and (token.spelt and token.spelt.is_both):
        return noun
    if before.tag in {Tag.NUMBER, Tag.CONJUNCTION} and has_noun_after and _is_in_phrase(tokens, at - 1):
        return noun
    return token


def _opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a past form begins a clause as the adjective of its subject: "scattered resistance remained"."""
    if at and tokens[at - 1].tag not in {Tag.COMMA, Tag.SUBORDINATOR, Tag.STOP}:
        return False
    end = at + 1
    while end < len(tokens) and tokens[end].tag in {Tag.NOUN, Tag.NAME}:
        end += 1
    return at + 1 < end < len(tokens) and tokens[end].tag in {Tag.PAST, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO}


def _is_in_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number or an "and" stands between words of one noun phrase: "three captured and damaged guns"."""
    if tokens[at].tag is Tag.NUMBER:
        return at == 0 or tokens[at - 1].tag in {Tag.PREPOSITION, Tag.DETERMINER, Tag.PAST, Tag.TO}
    return (
        at > 1 and tokens[at - 1].tag is Tag.NOUN and tokens[at - 2].tag in {Tag.DETERMINER, Tag.PREPOSITION}
    )


_LINKED = frozenset({"following", "including", "during", "concerning", "regarding"})


def _settle_gerund(tokens: Sequence[Token], at: int) -> Token:
    """Tell the verb of "by crossing the river" from the noun of "the crossing"."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    noun = replace(token, tag=Tag.NOUN)
    if before is not None and before.tag in {Tag.DETERMINER, Tag.NUMBER}:
        return noun
    if (
        before is not None
        and before.tag in {Tag.NOUN, Tag.NAME}
        and before.lower.endswith(("'s", "’s", "s'", "s’"))
    ):
        return noun
    is_modified = (
        at > 1 and before is not None and before.tag is Tag.NOUN and tokens[at - 2].tag is Tag.DETERMINER
    )
    if is_modified and after is not None and after.tag is Tag.NOUN:  # "a wide sweeping turn"
        return noun
    if after is None or after.tag in {Tag.BE, Tag.HAVE, Tag.MODAL, Tag.STOP} or after.lower == "of":
        return noun
    if after.tag in {Tag.PAST, Tag.PARTICIPLE} and (before is None or before.tag not in {Tag.BE, Tag.HAVE}):
        return noun
    return token
