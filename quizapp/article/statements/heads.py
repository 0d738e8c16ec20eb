"""What speaks against the phrase that was taken for the subject of a clause: it is cut out, or is none at all."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part, Span
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.subjects import skip_adverbs
from quizapp.article.grammar.verbs import Kind
from quizapp.article.statements.told import Told
from quizapp.values.text import word_set

CUT_SUBJECT = "the subject is cut short"
UNCLEAR_SUBJECT = "where the subject begins is not certain"
LOOSE_SUBJECT = "the verb may have another subject"
NO_SUBJECT = frozenset({CUT_SUBJECT, UNCLEAR_SUBJECT})
"""Doubts after which nothing is known of who did it."""

_TIMES = word_set(
    "night day morning evening afternoon noon midnight dawn dusk time moment year month week hour hours days"
    " weeks months years minutes later"
)
_FOUND = word_set("find keep leave see hear have get want catch consider declare hold watch notice")
_OF_THINGS = re.compile(r"[a-z][a-z -]* of (?!\d)(?:.* )?[a-z][a-z-]*")
_TAIL_OF_LIST = re.compile(r"[^,]+, and [^,]+|\d.* \d[\d,.]*")
_OF_EVENT_AND_NAME = re.compile(
    rf"\b(?:of|after|before) the (?:{'|'.join(sorted(words.EVENT_NOUNS))}) [A-Z][\w'’-]+$"
)  # "After the loss of the battle Rhett tried ..."
_NO_HEAD = re.compile(
    r" of [a-z]+ing$"  # "Lerran hopes of regaining | lost | ground"
    r"|^[A-Z][a-z]+(?:al|ent|ant|ous|ive|ic) (?:to|for|in) "  # "Crucial to the war was ..."
)
_MIXED = re.compile(
    r"[a-z]+(?: [a-z]+)?, [A-Z].* and [A-Z]"
)  # "Thanks to guns and good luck, Rhett and Tyll won"
_NO_DOER = re.compile(
    r"(?:[Nn]orth|[Ss]outh)(?:east|west)?|[Ee]ast|[Ww]est"  # "from East riding North leading a raid"
    rf"|(?!(?:{'|'.join(sorted(words.EVENT_NOUNS))})\b)[a-z]{{4,}}ing (?:through|into|over|from|at|up) .*"
)
_GERUND = re.compile(r"[A-Z][a-z]{3,}ing")  # "Avoiding fighting the Guard themselves, ..."
_AUXILIARIES = words.BE | words.HAVE | words.DO | words.MODALS


def doubt_head(told: Told, clause: FoundClause, subject: str) -> Iterator[str]:
    """Yield why the subject of a clause may not be the one that did it."""
    if clause.subject is None:
        return
    first = subject.partition(" ")[0]  # as it is written: the IS is no verb
    if (
        _NO_DOER.fullmatch(subject)
        or first in _AUXILIARIES
        or first.lower() == "any"
        or _TAIL_OF_LIST.fullmatch(subject)
    ):
        yield CUT_SUBJECT
    is_own = clause.way is Way.MAIN and clause.leader is None
    if (is_own and _is_narrowed(told, clause, subject)) or _stands_in_list(told, clause.subject):
        yield CUT_SUBJECT
    if subject.count("(") != subject.count(")") or _NO_HEAD.search(subject) or _MIXED.match(subject):
        yield LOOSE_SUBJECT
    if _takes_opening(told, clause) or _ends_list(told, clause.subject, clause):
        yield LOOSE_SUBJECT
    if _OF_EVENT_AND_NAME.search(subject) or (_GERUND.fullmatch(subject) and told.tokens[0].text == subject):
        yield LOOSE_SUBJECT
    if clause.way is Way.MODIFIER and first.endswith("ing") and len(first) > 6 and " " in subject:
        yield CUT_SUBJECT  # "56 ships, totalling 4,153 guns, compared with ..."
    is_told = clause.way in {Way.MAIN, Way.TRAILING}
    if is_told and (_is_half(told, clause.subject) or _goes_on_before(told, clause.subject)):
        yield UNCLEAR_SUBJECT
    if clause.way is not Way.MODIFIER:
        return
    if not clause.group.is_passive and _OF_THINGS.fullmatch(subject):
        yield "it is not clear which of two did it"  # "the building of works facing Stell"
    if _is_how_found(told, clause):
        yield "only how somebody found it"


def _takes_opening(told: Told, clause: FoundClause) -> bool:
    """Whether a verb behind a comma got the subject of a clause under "as": "As it failed, X, led by Y, fell"."""
    leader = told.find_leader(clause)
    if leader is None or not leader.opener or clause.way is not Way.MAIN:
        return False
    return told.chunks[skip_adverbs(told.chunks, clause.verb - 1)].part is Part.COMMA


def _stands_in_list(told: Told, subject: Span) -> bool:
    """Whether it is one of a list that goes on behind it: "two riders – Rhett, Orlo, and Tyll – were killed"."""
    before = told.chunks[subject.first - 1 : subject.first] if subject.first else ()
    behind = [chunk.part for chunk in told.chunks[subject.last : subject.last + 3]]
    is_apart = bool(before) and before[0].part is Part.COMMA
    return is_apart and behind == [Part.COMMA, Part.CONJUNCTION, Part.PHRASE]


def _ends_list(told: Told, subject: Span, clause: FoundClause) -> bool:
    """Whether it ends a list that is not closed: "the Guard and Orm Company, 7th Battalion took Stell"."""
    if clause.way is not Way.MAIN or clause.leader is not None or subject.first < _FEWEST:
        return False
    before = told.chunks[subject.first - _FEWEST : subject.first]
    kinds = [each.part for each in before]
    return kinds == [Part.PHRASE, Part.CONJUNCTION, Part.PHRASE, Part.COMMA] and all(
        not each.text.removeprefix("the ")[:1].islower() for each in before[::2]
    )


_FEWEST = 4


def _is_narrowed(told: Told, clause: FoundClause, subject: str) -> bool:
    """Whether words before the verb that are left out say which of them: "the number of men | killed | was 40"."""
    assert clause.subject is not None
    before = told.chunks[clause.subject.first : clause.verb]
    return any(
        one.part is Part.PHRASE
        and other.group is not None
        and other.part is Part.PARTICIPLE
        and other.group.acting.kind is Kind.HARM
        and other.text not in subject
        for one, other in pairwise(before)
    )


def _goes_on_before(told: Told, subject: Span) -> bool:
    """Whether another phrase stands right before: "40 medals along with many others | awards were given"."""
    at = subject.first - 1
    if at < 0 or told.chunks[at].part is not Part.PHRASE:
        return False
    is_place = at == 1 and told.chunks[0].part is Part.PREPOSITION  # "At close quarters the Guard won"
    if is_place:
        return False
    return _TIMES.isdisjoint(told.chunks[at].lower.split())


_PARTLY = frozenset(
    {"mainly", "mostly", "chiefly", "largely", "primarily", "especially", "particularly", "namely"}
)


def _is_half(told: Told, subject: Span) -> bool:
    """Whether it is the second half of one, or says of whom it is: "a force, mainly Orms, | under Rhett, left"."""
    if subject.first < _FEWEST:
        return False
    comma, one, joint = told.chunks[subject.first - 3 : subject.first]
    if joint.part is Part.ADVERB and joint.lower in _PARTLY and one.part is Part.COMMA:
        return True
    kinds = [each.part for each in (comma, one, joint)]
    if kinds == [Part.PHRASE, Part.COMMA, Part.CONJUNCTION]:  # "The ships Orm, Dale, and Stell | led the way"
        return joint.lower == "and" and not any(
            each.group is not None for each in told.chunks[: subject.first]
        )
    is_joined = kinds == [Part.COMMA, Part.PHRASE, Part.CONJUNCTION]
    return is_joined and not one.is_pronoun and told.chunks[0].part in {Part.PREPOSITION, Part.DATE}


def _is_how_found(told: Told, clause: FoundClause) -> bool:
    """Whether a participle says how somebody found or kept something: "they found Stell deserted"."""
    assert clause.subject is not None
    if skip_adverbs(told.chunks, clause.verb - 1) != clause.subject.last - 1:
        return False
    before = told.chunks[clause.subject.first - 1].group if clause.subject.first else None
    return before is not None and before.acting.base in _FOUND and not before.is_passive
