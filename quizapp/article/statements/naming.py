"""Naming who a clause speaks of: the battle of the title, or whom a pronoun means where that can be told."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part, Span
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.home import find_rivals
from quizapp.article.model import Sentence
from quizapp.article.statements.patterns import has_capital
from quizapp.article.statements.pronouns import find_former_texts, resolve, resolve_within
from quizapp.article.statements.told import Told

_THE_EVENT = re.compile(r"^(?:the|this) ([a-z-]+)$", re.IGNORECASE)


def name_subject(told: Told, span: Span) -> str:
    """Return a subject in words that stand alone; nothing for a pronoun that could mean anybody."""
    while span.last > span.first + 1 and told.chunks[span.last - 1].part in _NO_HEADS:
        span = Span(span.first, span.last - 1)  # "the council held on 4 May"
    said = told.say(span)
    if any(chunk.is_pronoun for chunk in told.chunks_of(span)):
        is_article = said.lower() in {"it", "this"} and _means_article(told, span, said.lower())
        return told.known.subject if is_article else resolve(told, span, said.lower()).name
    if said.partition(" ")[0].lower() in _OWNERS:
        return _name_owned(told, span, said)
    event = name_event(told, said)
    return event or name_home(told, said)


_NO_HEADS = frozenset({Part.DATE, Part.PARTICIPLE})
_OWNERS = {"his": "he", "their": "they"}
_KIN_AND_NAME = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir) (?P<kin>(?:[a-z][a-z-]* )+)(?P<name>[A-Z].*)")
_NO_KIN = words.PREPOSITIONS | words.CONJUNCTIONS


def _name_owned(told: Told, span: Span, said: str) -> str:
    """Return "Edward" for "his eldest son Edward", "Rhett's men" for "his men" behind a clause of Rhett's."""
    named = _KIN_AND_NAME.fullmatch(said)
    if named is not None and _NO_KIN.isdisjoint(named["kin"].split()):
        return named["name"]
    owner = resolve_within(told, span, _OWNERS[said.partition(" ")[0].lower()]).name
    if not owner:
        return said
    mark = "'" if owner.endswith("s") else "'s"
    return f"{owner}{mark} {said.partition(' ')[2]}"


def _means_article(told: Told, span: Span, pronoun: str) -> bool:
    """Whether "it" is what the article is about: the sentence before, or the clause before, is about that."""
    before = [
        clause
        for clause in told.clauses
        if clause.subject is not None and clause.subject.last <= span.first and clause.way is Way.MAIN
    ]
    if before and before[-1].subject is not None:
        subject = told.say(before[-1].subject)
        return pronoun == "it" and (subject == told.known.subject or bool(name_event(told, subject)))
    if told.tokens[0].lower == "fought" and pronoun == "it" and _has_event(told.known.subject):
        return True
    return is_about_article(told)


def name_event(told: Told, said: str) -> str:
    """Return the article's subject for "the battle" and "the offensive", if it is one and no other was named."""
    found = _THE_EVENT.match(said)
    title = told.known.subject
    if found is None or found[1].lower() not in words.EVENT_NOUNS:
        return title if said and said.lower().removeprefix("the ") == _shorten(title) else ""
    noun = found[1].lower()
    if noun not in title.lower().split() and not (noun in {"battle", "engagement"} and _has_event(title)):
        return ""
    former = (each for each in find_former_texts(told, 2) if title.lower() not in each.lower())
    texts = (told.text, *former)
    return "" if any(_names_another(noun, title, text) for text in texts) else title


def _names_another(noun: str, title: str, text: str) -> bool:
    """Whether a text names another battle or siege than the title's."""
    word = f"(?i:{noun})"
    others = re.findall(rf"\b(?:[A-Z][\w-]+ )*{word} of [A-Z][\w-]+|\b(?:[A-Z][\w-]+ )+{word}\b", text)
    named = [each for each in others if each.lower().removeprefix("the ") not in title.lower()]
    return any(re.search(r"[A-Z]", each[1:]) for each in named if each[0].isupper())


def _has_event(title: str) -> bool:
    return not words.EVENT_NOUNS.isdisjoint(title.lower().split())


@lru_cache(maxsize=64)
def _shorten(title: str) -> str:
    """Return a title without article and year: "mayadin offensive" of "2017 Mayadin offensive"."""
    return re.sub(r"^(?:the )?(?:\d{4} )?", "", title.lower())


_HOME = re.compile(r"\b[Tt]he (city|town|island)(?P<owner>['’]s)?(?! of| [a-z]+ of [A-Z])(?=[ ,;.]|$|['’])")


def name_home(told: Told, said: str) -> str:
    """Return a piece with the place of the article for "the city", unless another city is named nearby."""
    home = told.known.home
    found = _HOME.search(said) if home is not None and home.kind in said else None
    if home is None or found is None or found[1] != home.kind:
        return said
    if home.name in said or any(find_rivals(home, text) for text in _nearby(told)):
        return said
    return _HOME.sub(lambda match: home.name + (match["owner"] or ""), said)


def _nearby(told: Told) -> Iterator[str]:
    """Yield the sentences of this paragraph and the one before, up to this one."""
    for section in told.known.article.sections:
        if section.heading == told.sentence.section:
            yield section.heading
            for sentence in section.sentences[: told.sentence.number]:
                if told.sentence.paragraph - 1 <= sentence.paragraph <= told.sentence.paragraph:
                    yield sentence.text


def find_former(told: Told) -> Sentence | None:
    """Return the sentence before, in the same paragraph."""
    at = told.sentence.number - 2
    for section in told.known.article.sections:
        if section.heading == told.sentence.section and 0 <= at < len(section.sentences) - 1:
            is_same = section.sentences[at + 1] is told.sentence
            former = section.sentences[at]
            return former if is_same and former.paragraph == told.sentence.paragraph else None
    return None


def is_about_article(told: Told) -> bool:
    """Whether the sentence before speaks of what the article is about: in the lead, or by its whole title."""
    sentence = find_former(told)
    if sentence is None:
        return False
    former = sentence.text
    if told.sentence.section != "lead" and told.known.subject.lower() not in former[:120].lower():
        return False
    noun = told.known.subject.lower().split()
    begins = re.match(
        r"(?:The|It|This) ?([^,]{0,60}?)(?:,[^;.]{0,200},)?"
        r" (?:was|took|marked|is|began|lasted|ended|resulted|saw|occurred)\b",
        former,
    )
    return begins is not None and (not begins[1] or any(word in noun for word in begins[1].lower().split()))


def find_open_pronoun(told: Told, clause: FoundClause, beside: str) -> str:
    """Return the pronoun of a clause's subject that may mean another than it is taken for, or nothing.

    So it may where the name stands beside it: "He urged Rhett to attack".
    """
    span = clause.subject
    if span is None:
        return ""
    said = told.say(span).lower()
    first = said.partition(" ")[0]
    if first not in _OWNERS and said not in {"it", "he", "they"}:
        return ""
    taken = name_subject(told, span)
    if taken.lower() == said or taken == told.known.subject:
        return ""
    if first in _OWNERS:
        return "" if resolve_within(told, span, _OWNERS[first]).is_sure else first
    is_again = taken.rpartition(" ")[2] in re.findall(r"\w+", beside)
    return said if is_again or not resolve(told, span, said).is_sure else ""


def has_name(told: Told, subject: str) -> bool:
    """Whether a phrase holds a name: a word with a capital that is none only because it begins the sentence."""
    if subject == told.known.subject or (subject not in told.text and has_capital(subject)):
        return True  # found elsewhere, for a pronoun
    return any(word.strip("'’s") in told.names or word in told.names for word in subject.split())
