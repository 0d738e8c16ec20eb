"""What came of a quiz that was handed in: the score, every answer, confidence against correctness, and its misses."""

import json
from dataclasses import dataclass, replace
from random import Random

from quizapp.memory.plan import plan_session
from quizapp.memory.study_day import study_day
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from quizapp.services.study.planning import QUIZ_IS_OPEN, seconds_a_question, store_plan
from quizapp.services.study.replay import retell
from quizapp.services.study.reporting import LONGEST_REPORT
from quizapp.services.study.told import Asked, Told, show_step
from quizapp.store import Report, reading, writing
from quizapp.store.driver import Line, line
from quizapp.store.study import quiz as rows
from quizapp.store.study.candidates import gather
from quizapp.store.study.choosing import find_these
from quizapp.store.study.hidden import IN_QUIZ
from quizapp.store.study.quiz import Kept, OpenQuiz
from quizapp.store.study.reports import keep_report
from quizapp.store.study.review import find_answer
from quizapp.store.study.step import StepRow


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question."""

    place: int
    """From 1 on."""
    asked: Asked
    told: Told | None
    """The feedback on its answer; None for one that was left open, of which nothing more is said."""
    confidence: int | None
    given: str
    """What stood as its answer, as one line; empty where it was left open."""
    is_asked: bool
    """The bank's owner has been asked to count it."""
    is_hidden: bool
    """Its bank is asked in another quiz that is open now, or closed to this reader: its words are not shown."""

    @property
    def is_right(self) -> bool:
        """Whether it was answered right."""
        return self.told is not None and self.told.verdict == "right"


@dataclass(frozen=True, slots=True)
class Level:
    """How often the answers of one confidence (1 guess, 2 think so, 3 sure) were right."""

    confidence: int
    answers: int
    right: int

    @property
    def share(self) -> float:
        """The share that was right, 0 to 1."""
        return self.right / self.answers


@dataclass(frozen=True, slots=True)
class QuizResult:
    """What came of a quiz. Instants in milliseconds."""

    id: str
    started_at: int
    ended_at: int
    outcomes: tuple[Outcome, ...]
    open_quiz: OpenQuiz | None
    """The quiz that is open now, if some of the words are hidden for its sake."""

    @property
    def right(self) -> int:
        """How many questions were answered right."""
        return sum(outcome.is_right for outcome in self.outcomes)

    @property
    def points(self) -> float:
        """The sum of all marks: partly right answers count in part."""
        return sum(
            1.0 if outcome.is_right else outcome.told.grade.mark
            for outcome in self.outcomes
            if outcome.told is not None
        )

    @property
    def open(self) -> int:
        """How many questions were left open."""
        return sum(outcome.told is None for outcome in self.outcomes)

    @property
    def misses(self) -> tuple[Outcome, ...]:
        """The questions that were not answered right."""
        return tuple(outcome for outcome in self.outcomes if not outcome.is_right)

    @property
    def levels(self) -> tuple[Level, ...]:
        """Confidence against correctness, surest first; only levels that were said."""
        found = []
        for confidence in (3, 2, 1):
            said = [each for each in self.outcomes if each.told and each.confidence == confidence]
            if said:
                found.append(Level(confidence, len(said), sum(each.is_right for each in said)))
        return tuple(found)

    @property
    def banks(self) -> tuple[str, ...]:
        """The titles of the banks that it asked about."""
        return tuple(dict.fromkeys(outcome.asked.content.bank_title for outcome in self.outcomes))


def look_at_result(person: Person, quiz_id: str, now: int) -> QuizResult:
    """Return what came of a quiz; raises NotThere while it is open, and for one that is not this person's."""
    with line() as wire:
        row = rows.find_quiz(wire, person.id, quiz_id)
        if row is None or row.ended_at is None:
            raise NotThere
        kept = rows.find_kept(wire, person.id, quiz_id)
        asked_about = rows.find_asked(wire, person.id, quiz_id)
        steps = rows.find_quiz_steps(wire, person.id, quiz_id, now)
        outcomes = tuple(
            _outcome(wire, person, place, step, kept.get(step.key), is_asked=step.key in asked_about)
            for place, step in enumerate(steps, 1)
        )
    open_quiz = None
    if any(step.hidden_by == IN_QUIZ for step in steps):
        with reading() as session:
            open_quiz = rows.find_open_quiz(session, person.id, now)
    return QuizResult(quiz_id, row.started_at, row.ended_at, outcomes, open_quiz)


def _outcome(
    wire: Line, person: Person, place: int, step: StepRow, stood: Kept | None, *, is_asked: bool
) -> Outcome:
    answer = find_answer(wire, person.id, step.key)
    return Outcome(
        place=place,
        asked=show_step(wire, step, person.id),
        told=replace(retell(wire, step, answer), is_again_today=False) if answer else None,
        confidence=stood.confidence if stood else None,
        given=", ".join(part for part in json.loads(stood.response) if part) if stood else "",
        is_asked=is_asked,
        is_hidden=bool(step.hidden_by),
    )


def practise_misses(person: Person, quiz_id: str, now: int, rng: Random) -> str:
    """Plan a session of just the facts that a quiz missed and return its id.

    Raises Refused when there are none, and NotThere while the quiz is open.
    """
    missed = {outcome.asked.content.fact_id for outcome in look_at_result(person, quiz_id, now).misses}
    day = study_day(now, person.time_zone)
    with reading() as session:
        found = find_these(session, person.id, person.role, missed)
        covered = rows.banks_in_open_quiz(session, person.id, now)
        pool = gather(session, person.id, [each for each in found if each[1] not in covered])
        each = seconds_a_question(session, person)
    plan = plan_session(pool, day, round(each * (len(pool) + 1)), each, len(pool))
    if not plan and covered:
        raise Refused(QUIZ_IS_OPEN)
    if not plan:
        raise Refused("nothing of this quiz was missed, or its bank is no longer there; go on with today")
    return store_plan(person.id, plan, max(1, round(len(plan) * each / 60)), now, rng)


def ask_owner(person: Person, key: str, now: int) -> str:
    """Ask the bank's owner to count a typed answer of a quiz, which stands as it is, and return the quiz's id.

    Raises Refused for an answer about which there is nothing to ask, and NotThere.
    """
    with line() as wire:
        step = rows.find_quiz_step(wire, person.id, key, now)
        answer = find_answer(wire, person.id, key) if step else None
        if step is None or answer is None:
            raise NotThere
        told = retell(wire, step, answer)
    if not told.can_claim:
        raise Refused("this answer was right, or was chosen and not typed; report a problem instead")
    words = f"“{told.given}” should count as right; it was answered in a quiz."
    with writing() as session:
        keep_report(
            session,
            Report(
                account_id=person.id,
                key=key,
                question_id=answer.question_id,
                question_version=answer.question_version,
                words=words[:LONGEST_REPORT],
                reported_at=now,
                settled_at=None,
            ),
        )
    return step.session_id
