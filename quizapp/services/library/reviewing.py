"""How a review looks: the article with a fact's sentence marked, the fact, its questions as students meet them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from quizapp.article.model import LEAD, Article, Section
from quizapp.bank.rebuilding import Fate
from quizapp.bank.schema import Fact
from quizapp.questions import Choosable, Question
from quizapp.services.errors import NotThere
from quizapp.services.library.accepting import find_unchanged, is_published
from quizapp.services.library.building import read_once
from quizapp.services.library.deciding import ACCEPTED, OPEN, State, read_state, stamp_fact
from quizapp.services.library.noting import Note, Spans
from quizapp.services.person import Person
from quizapp.writing.quality import Flaw

_BEGINNING = "Beginning"
"""What the section before the first heading is called on the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or an entry of the infobox: marked is what the fact says, used what a reviewed fact said."""

    text: str
    number: int
    is_marked: bool
    is_used: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A section: its paragraphs, or for the infobox a row for each cell, under the cell's name."""

    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...] = ()
    cells: tuple[tuple[str, tuple[Piece, ...]], ...] = ()

    @property
    def is_marked(self) -> bool:
        """Whether the fact stands here."""
        several = (*self.paragraphs, *(pieces for _, pieces in self.cells))
        return any(piece.is_marked for pieces in several for piece in pieces)


@dataclass(frozen=True, slots=True)
class DraftedQuestion:
    """A drafted question as students meet it, with its key, and what is wrong in it."""

    number: int
    type: str
    stem: str
    options: tuple[Choosable, ...]
    answer: str
    also: tuple[str, ...]
    feedback: str
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True, slots=True)
class DraftedFact:
    """A drafted fact with its questions; number counts from 1, seen tells one state of it from another.

    Of a bank that is built again, fate is what became of the fact, and before what it says as it is published.
    """

    number: int
    key: str
    seen: str
    statement: str
    verdict: str
    is_edited: bool
    fate: str
    before: str
    note: Note
    questions: tuple[DraftedQuestion, ...]


@dataclass(frozen=True, slots=True)
class ListedFact:
    """A fact in the list of all; fate and before as of a DraftedFact."""

    number: int
    statement: str
    verdict: str
    fate: str
    before: str


@dataclass(frozen=True, slots=True)
class Review:
    """A review as its page shows it; fact is None where every fact has a verdict and none is asked for.

    is_published: the bank says all that is accepted; its key is empty while there is none.
    """

    id: str
    title: str
    sections: int
    sentences: int
    total: int
    left: int
    accepted: int
    sure: int
    can_undo: bool
    fact: DraftedFact | None
    passages: tuple[Passage, ...]
    facts: tuple[ListedFact, ...]
    report: tuple[tuple[str, tuple[str, ...]], ...]
    is_again: bool
    is_published: bool
    bank_key: str
    fates: tuple[tuple[str, int], ...]
    retired: tuple[str, ...]


def look_at_review(person: Person, build_id: str, number: int | None, *, whole: bool = False) -> Review:
    """Show a review at a fact, by its number from 1; without one at the first that is open, with 0 at none."""
    state = read_state(person, build_id)
    number = number if number is not None else find_open(state)
    article = read_once(state.build.text)
    fact = _show_fact(state, number) if number else None
    passages = _show_article(article, fact.note.spans if fact else (), _used(state))
    shown = passages if whole or fact is None else tuple(each for each in passages if each.is_marked)
    return Review(
        id=build_id,
        title=state.bank.title,
        sections=len(article.sections),
        sentences=sum(1 for _ in article.sentences()),
        total=len(state.facts),
        left=len(state.open_keys),
        accepted=len(state.keys_of(ACCEPTED)),
        sure=len(state.sure_keys),
        can_undo=state.last_step > 0,
        fact=fact,
        passages=shown or passages[:1],
        facts=tuple(_list_fact(state, place, each) for place, each in enumerate(state.facts, 1)),
        report=state.notes.report,
        is_again=bool(state.notes.fates),
        is_published=not state.open_keys and is_published(state),
        bank_key=state.bank_key,
        fates=_count_fates(state),
        retired=state.notes.retired,
    )


def _list_fact(state: State, number: int, fact: Fact) -> ListedFact:
    key = str(fact.id)
    before = _say_former(state, key)
    return ListedFact(number, fact.statement, state.verdict_of(key), state.notes.fates.get(key, ""), before)


def _count_fates(state: State) -> tuple[tuple[str, int], ...]:
    """Count what became of the facts of a bank that is built again: those that changed most come first."""
    told = Counter(state.notes.fates.values())
    told[Fate.RETIRED] += len(state.notes.retired)
    order = (Fate.CHANGED, Fate.NEW, Fate.MOVED, Fate.RETIRED, Fate.SAME)
    return tuple((fate.value, told[fate]) for fate in order if told[fate]) if state.notes.fates else ()


def _say_former(state: State, key: str) -> str:
    """Say a changed fact with its answers as it stays if the change is rejected."""
    before = find_unchanged(state, key) if state.notes.fates.get(key) == Fate.CHANGED else None
    if before is None:
        return ""
    answers = {question.answer().casefold(): question.answer() for question in before.questions}
    return f"{before.statement} ({'; '.join(answers.values())})"


def find_open(state: State, after: int = 0) -> int | None:
    """Return the number of the first open fact behind a number, else of the first of all; None: all are decided."""
    numbers = [place for place, each in enumerate(state.facts, 1) if state.verdict_of(str(each.id)) == OPEN]
    return next((number for number in numbers if number > after), next(iter(numbers), None))


def find_next(person: Person, build_id: str, key: str) -> int | None:
    """Return the number of the open fact that comes behind a fact; None: all are decided. Raises NotThere."""
    state = read_state(person, build_id)
    return find_open(state, number_of(state, key))


def number_of(state: State, key: str) -> int:
    """Return the number of a fact, from 1; raises NotThere."""
    return state.find_fact(key)[0]


def _show_fact(state: State, number: int) -> DraftedFact:
    if not 1 <= number <= len(state.facts):
        raise NotThere
    fact = state.facts[number - 1]
    key = str(fact.id)
    return DraftedFact(
        number=number,
        key=key,
        seen=stamp_fact(fact),
        statement=fact.statement,
        verdict=state.verdict_of(key),
        is_edited=state.is_edited(key),
        fate=state.notes.fates.get(key, ""),
        before=_say_former(state, key),
        note=state.notes.facts[key],
        questions=tuple(_show_questions(fact, state.flaws.get(key, ()))),
    )


def _show_questions(fact: Fact, flaws: tuple[tuple[int, Flaw], ...]) -> Iterator[DraftedQuestion]:
    for number, question in enumerate(fact.questions, 1):
        yield _show_question(question, number, tuple(flaw for place, flaw in flaws if place == number))


def _show_question(question: Question, number: int, flaws: tuple[Flaw, ...]) -> DraftedQuestion:
    return DraftedQuestion(
        number=number,
        type=question.type,
        stem=question.stem,
        options=question.choosable(),
        answer=question.answer(),
        also=question.also_right(),
        feedback=question.feedback,
        flaws=flaws,
    )


def _used(state: State) -> list[int]:
    """Where the evidence of the facts begins that have a verdict, in order."""
    decided = (key for key, verdict in state.verdicts.items() if verdict != OPEN)
    return sorted(start for key in decided for start, _ in state.notes.facts[key].spans)


def _show_article(article: Article, marked: Spans, used: list[int]) -> tuple[Passage, ...]:
    cells = tuple(
        (
            cell.name,
            tuple(_piece(item.text, 0, item.start, item.end, marked, used) for item in cell.items),
        )
        for cell in article.cells
    )
    infobox = (Passage("Infobox", cells=cells),) if cells else ()
    body = (_show_section(section, marked, used) for section in article.sections if section.sentences)
    return (*infobox, *body)


def _show_section(section: Section, marked: Spans, used: list[int]) -> Passage:
    paragraphs = tuple(
        tuple(_piece(each.text, each.number, each.start, each.end, marked, used) for each in several)
        for _, several in groupby(section.sentences, key=lambda each: each.paragraph)
    )
    return Passage(section.heading if section.heading != LEAD else _BEGINNING, paragraphs)


def _piece(text: str, number: int, start: int, end: int, marked: Spans, used: list[int]) -> Piece:
    place = bisect_left(used, start)
    is_used = place < len(used) and used[place] < end
    return Piece(text, number, any(start < last and first < end for first, last in marked), is_used)
