"""What a question says and where it stands, cached per process: it changes only when its bank is published."""

from collections import OrderedDict
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from quizapp.questions import Question, read_question
from quizapp.store.base import db
from quizapp.store.driver import Line

MOST_CACHED = 16_384
"""Questions kept by one process, about 4 KB each."""


@dataclass(frozen=True, slots=True)
class Content:
    """A question with its fact and its bank."""

    question_id: int
    version: int
    question: Question
    fact_id: int
    fact_key: str
    statement: str
    according_to: str
    section: str
    sentence: str
    quote: str
    bank_key: str
    bank_title: str
    source_title: str
    source_url: str
    source_licence: str
    language: str
    """Of the bank's texts, as a tag for `lang`."""


_CONTENT = """
SELECT question.id, question.version, question.definition, fact.id, fact.key, fact.statement, fact.according_to,
       fact.section, fact.sentence, fact.quote, bank.key, bank.title, bank.source_title, bank.source_url,
       bank.source_licence, bank.language
FROM question JOIN fact ON fact.id = question.fact_id JOIN bank ON bank.id = fact.bank_id
WHERE question.id = :question_id
"""
_FORMER = """
SELECT definition FROM question_version WHERE question_id = :question_id AND version = :version
"""
_caches: WeakKeyDictionary[Engine, OrderedDict[tuple[int, int], Content]] = WeakKeyDictionary()


def find_content(line: Line, question_id: int, bank_version: int) -> Content:
    """Return what a question says now; ``bank_version`` tells a published change from what is cached."""
    cache = _caches.setdefault(db.engine, OrderedDict())
    place = (question_id, bank_version)
    content = cache.get(place)
    if content is None:
        row = line.row(_CONTENT, question_id=question_id)
        if row is None:
            raise LookupError(f"question {question_id} is not in the library")
        content = Content(row[0], row[1], read_question(row[2]), *row[3:])
        if len(cache) >= MOST_CACHED:
            cache.popitem(last=False)
        cache[place] = content
    return content


def find_former_question(line: Line, question_id: int, version: int) -> Question:
    """Return what a question said at a version."""
    row = line.row(_FORMER, question_id=question_id, version=version)
    if row is None:
        raise LookupError(f"question {question_id} has no version {version}")
    return read_question(row[0])
