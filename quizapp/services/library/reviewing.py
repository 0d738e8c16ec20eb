"""How a review looks: the article with a fact's sentence marked, the fact, its questions as students meet them."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.bank.schema import Fact
from quizapp.questions import Choosable, Question
from quizapp.services.errors import NotThere
from quizapp.services.library.accepting import is_published
from quizapp.services.library.building import read_once
from quizapp.services.library.deciding import ACCEPTED, OPEN, State, read_state, stamp_fact
from quizapp.services.library.listing import Part, count_fates, list_differences, list_facts, say_former
from quizapp.services.library.noting import Note
from quizapp.services.library.passages import Marks, Passage, show_article, show_marked
from quizapp.services.person import Person
from quizapp.writing.quality import Flaw


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
class View:
    """What of a review is looked at, besides a fact: the whole article; which parts of its lists, 0 for the usual."""

    whole: bool = False
    search: str = ""
    part: int = 0
    differences: int = 1


@dataclass(frozen=True, slots=True)
class Review:
    """A review as its page shows it; fact is None where every fact has a verdict and none is asked for.

    is_published: the bank says all that is accepted; its key is empty while there is none. different has the facts of
    a bank built again that are not as they were, where no fact is shown.
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
    facts: Part
    report: tuple[tuple[str, tuple[str, ...]], ...]
    is_again: bool
    is_published: bool
    bank_key: str
    different: Part | None
    fates: tuple[tuple[str, int], ...]


def look_at_review(person: Person, build_id: str, number: int | None, view: View = View()) -> Review:
    """Show a review at a fact, by its number from 1; without one at the first that is open.

    With 0 a bank that is built again is shown at none: its differences.
    """
    state = read_state(person, build_id)
    is_again = bool(state.notes.fates)
    number = number if number or (number == 0 and is_again) else find_open(state)
    article = read_once(state.build.text)
    fact = _show_fact(state, number) if number else None
    marks = Marks(fact.note.spans if fact else (), _find_used(state))
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
        passages=show_article(article, marks) if view.whole else show_marked(article, marks),
        facts=list_facts(state, view.search, view.part, number),
        report=state.notes.report,
        is_again=is_again,
        is_published=not state.open_keys and is_published(state),
        bank_key=state.bank_key,
        different=list_differences(state, view.differences) if is_again and not fact else None,
        fates=count_fates(state),
    )


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
        before=say_former(state, fact),
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


def _find_used(state: State) -> list[int]:
    """Find where the evidence of the facts begins that have a verdict, in order."""
    decided = (key for key, verdict in state.verdicts.items() if verdict != OPEN)
    return sorted(start for key in decided for start, _ in state.notes.facts[key].spans)
