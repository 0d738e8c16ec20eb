"""What speaks against the phrase that was taken for the subject of a clause: it is cut out, or is none at all."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part, Span
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.subjects import skip_adverbs
from quizapp.article.grammar.verbs import Kind
from quizapp.article.rules.body.told import Told
from quizapp.values.text import word_set

CUT_SUBJECT = "the subject is cut short"
UNCLEAR_SUBJECT = "where the subject begins is not certain"
NO_SUBJECT = frozenset({CUT_SUBJECT, UNCLEAR_SUBJECT})
"""Doubts after which nothing is known of who did it."""

_TIMES = word_set(
    "night day morning evening afternoon noon midnight dawn dusk time moment year month week hour hours days"
    " weeks months years minutes later"
)
_FOUND = word_set("find keep leave see hear have get want catch consider declare hold watch notice")
_OF_THINGS = re.compile(r"[a-z][a-z -]* of (?!\d)(?:.* )?[a-z][a-z-]*")
_TAIL_OF_LIST = re.compile(r"[^,]+, and [^,]+|\d.* \d[\d,.]*")
_AUXILIARIES = words.BE | words.HAVE | words.DO | words.MODALS


def doubt_head(told: Told, clause: FoundClause, subject: str) -> Iterator[str]:
    """Yield why the subject of a clause may not be the one that did it."""
    if clause.subject is None:
        return
    first = subject.partition(" ")[0]  # as it is written: the IS is no verb
    if first in _AUXILIARIES or first.lower() == "any" or _TAIL_OF_LIST.fullmatch(subject):
        yield CUT_SUBJECT
    if clause.way is Way.MAIN and clause.leader is None and _is_narrowed(told, clause, subject):
        yield CUT_SUBJECT
    if clause.way is Way.MODIFIER and first.endswith("ing") and len(first) > 6 and " " in subject:
        yield CUT_SUBJECT  # "56 ships, totalling 4,153 guns, compared with ..."
    if clause.leader is None and clause.way is Way.MAIN and _goes_on_before(told, clause.subject):
        yield UNCLEAR_SUBJECT
    if clause.way is not Way.MODIFIER:
        return
    if not clause.group.is_passive and _OF_THINGS.fullmatch(subject):
        yield "it is not clear which of two did it"  # "the building of works facing Stell"
    if _is_how_found(told, clause):
        yield "only how somebody found it"


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


def _is_how_found(told: Told, clause: FoundClause) -> bool:
    """Whether a participle says how somebody found or kept something: "they found Stell deserted"."""
    assert clause.subject is not None
    if skip_adverbs(told.chunks, clause.verb - 1) != clause.subject.last - 1:
        return False
    before = told.chunks[clause.subject.first - 1].group if clause.subject.first else None
    return before is not None and before.acting.base in _FOUND and not before.is_passive
