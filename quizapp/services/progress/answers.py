"""Every answer that a student ever gave: sought by bank, day, result and words, a page at a time or all of them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quizapp.memory.study_day import study_day
from quizapp.progress.tally import SURE, Answered
from quizapp.questions import Shape, read_question
from quizapp.services.person import Person
from quizapp.services.progress.ledger import Ledger, read_ledger
from quizapp.store import reading
from quizapp.store.progress import AnswerDetails, find_details, find_responses, find_texts, find_titles
from quizapp.values.text import fold

ON_A_PAGE = 30
AT_ONCE = 400
"""Answers read together for an export: below the number of values that any SQLite takes in a statement."""
RESULTS = ("", "right", "wrong", "sure-and-wrong", "undone")


@dataclass(frozen=True, slots=True)
class Sought:
    """Which answers are wanted: of one bank, of study days from and to, of one of RESULTS, with every word."""

    bank_key: str = ""
    first_day: int | None = None
    last_day: int | None = None
    result: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """One answer as its student may see it; what its bank says is left out while that is closed."""

    answered: Answered
    bank_key: str
    bank_title: str
    fact_key: str
    statement: str
    stem: str
    right: str
    given: str
    """What was answered, or how a flashcard was rated."""
    is_self_rated: bool
    reason: str
    rating: int
    seconds: float | None
    hints: int
    time_zone: str
    is_in_words: bool
    """Whether statement, stem and right answer are there."""

    @property
    def result(self) -> str:
        """Right, partly right, wrong or undone, in a word that a page can translate into a sign."""
        if self.answered.is_undone:
            return "undone"
        if self.answered.is_right:
            return "right"
        return "partly" if self.answered.mark > 0 else "wrong"


@dataclass(frozen=True, slots=True)
class Answers:
    """One page of the answers that were sought, newest first."""

    rows: tuple[ShownAnswer, ...]
    found: int
    total: int
    """Answers that can be listed at all."""
    page: int
    pages: int
    banks: tuple[tuple[str, str], ...]
    """Key and title of every bank that answers are about."""
    day: int
    put_away: int
    """Answers that are not listed because their bank is in an open quiz."""


def look_at_answers(person: Person, now: int, sought: Sought, page: int = 1) -> Answers:
    """Return a page of a student's answers; a page that is not there is the nearest one."""
    with reading() as session:
        ledger = read_ledger(session, person, now)
        found = _seek(session, person, ledger, sought)
        pages = max(1, -(-len(found) // ON_A_PAGE))
        page = min(max(page, 1), pages)
        part = found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
        listed = {bank: len(tally.answers) for bank, tally in ledger.tallies.items() if tally.answers}
        titles = find_titles(session, set(listed) - ledger.in_quiz)
        return Answers(
            rows=tuple(show_answers(session, person, part, ledger.in_words)),
            found=len(found),
            total=sum(listed[bank] for bank in titles),
            page=page,
            pages=pages,
            banks=tuple(sorted(titles.values(), key=lambda bank: bank[1].casefold())),
            day=study_day(now, person.time_zone),
            put_away=sum(listed.get(bank, 0) for bank in ledger.in_quiz),
        )


def find_all_answers(person: Person, now: int, sought: Sought) -> Iterator[ShownAnswer]:
    """Give every answer that was sought, newest first; what they say is read bit by bit, as it is taken."""
    with reading() as session:
        ledger = read_ledger(session, person, now)
        found = _seek(session, person, ledger, sought)

    def read_on() -> Iterator[ShownAnswer]:
        for begin in range(0, len(found), AT_ONCE):
            with reading() as session:
                yield from show_answers(session, person, found[begin : begin + AT_ONCE], ledger.in_words)

    return read_on()


def show_answers(
    session: Session, person: Person, answers: Sequence[Answered], in_words: frozenset[int]
) -> list[ShownAnswer]:
    """Return what answers of a student were about, with the words of those banks whose words may be shown."""
    details = find_details(session, person.id, [answer.key for answer in answers])
    return [_show(answer, details[answer.key], in_words) for answer in answers if answer.key in details]


def _show(answer: Answered, details: AnswerDetails, in_words: frozenset[int]) -> ShownAnswer:
    is_in_words = details.bank_id in in_words
    question = read_question(details.definition) if is_in_words else None
    return ShownAnswer(
        answered=answer,
        bank_key=details.bank_key,
        bank_title=details.bank_title,
        fact_key=details.fact_key,
        statement=details.statement if is_in_words else "",
        stem=question.stem if question else "",
        right=question.answer() if question else "",
        is_self_rated=question is not None and question.shape is Shape.REVEAL,
        given="; ".join(part for part in json.loads(details.response) if part),
        reason=details.reason,
        rating=details.rating,
        seconds=details.seconds,
        hints=details.hints,
        time_zone=details.time_zone,
        is_in_words=is_in_words,
    )


def _seek(session: Session, person: Person, ledger: Ledger, sought: Sought) -> list[Answered]:
    """Return the answers that are sought, newest first, without those of banks in an open quiz."""
    banks = {bank for bank in ledger.tallies if bank not in ledger.in_quiz}
    if sought.bank_key:
        titles = find_titles(session, banks)
        banks = {bank for bank in banks if bank in titles and titles[bank][0] == sought.bank_key}
    saying = _find_saying(session, person, ledger, sought.words) if sought.words.strip() else None
    found = [
        answer
        for bank in banks
        for answer in ledger.tallies[bank].answers
        if _is_sought(answer, sought) and (saying is None or answer.key in saying)
    ]
    return sorted(found, key=lambda answer: (answer.answered_at, answer.key), reverse=True)


def _is_sought(answer: Answered, sought: Sought) -> bool:
    if sought.first_day is not None and answer.day < sought.first_day:
        return False
    if sought.last_day is not None and answer.day > sought.last_day:
        return False
    match sought.result:
        case "right":
            return answer.is_right and not answer.is_undone
        case "wrong":
            return not answer.is_right and not answer.is_undone
        case "sure-and-wrong":
            return not answer.is_right and not answer.is_undone and answer.confidence == SURE
        case "undone":
            return answer.is_undone
        case _:
            return True


def _find_saying(session: Session, person: Person, ledger: Ledger, text: str) -> frozenset[str]:
    """Return the keys of answers that hold every word in what was answered, or in what may be shown of their fact.

    Compared here and not by the database: SQLite's LIKE knows capitals in ASCII only.
    """
    words = fold(text).split()
    known = {
        question: fold(f"{statement} {read_question(definition).stem}")
        for question, bank, statement, definition in find_texts(session, person.id)
        if bank in ledger.in_words
    }
    folded: dict[str, str] = {}
    found = []
    for key, question, response in find_responses(session, person.id):
        if response not in folded:
            folded[response] = fold(" ".join(json.loads(response or "[]")))
        said = f"{known.get(question, '')} {folded[response]}"
        if all(word in said for word in words):
            found.append(key)
    return frozenset(found)
