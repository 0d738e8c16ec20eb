"""What to ask next: candidates read from one bounded index range become an ordered session.

It knows facts and questions by id only, never what they say. Another way to plan (before an exam, after a
break) is another function beside `plan_session`; none may edit a due day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from quizapp.memory.card import Memory, New, Reviewed
from quizapp.memory.kernel import retrievability

HIGH_RECALL = 0.85  # predicted recall from which on a fact is asked typed
AGAIN_AFTER = 4  # other questions before a wrong fact comes back, or as many as are left
MOST_WRONG = 4  # wrong answers in a session after which a fact is left for the next day
_SIBLINGS = 2  # confusable facts in a row that one fact draws near
_APART = 3  # places between a fact and one that mentions it and so may give it away

_RUNGS = {"choice": ("choice", "typed", "card"), "typed": ("typed", "choice", "card")}


@dataclass(frozen=True, slots=True)
class Askable:
    """One question of a fact: its rung is "choice", "typed" or "card"; `last_shown` in ms, None for never."""

    question_id: int
    rung: str
    last_shown: int | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One fact that could be asked: its bank as `group`, its memory, its questions, the facts it mentions."""

    fact_id: int
    group: int
    memory: Memory
    askables: tuple[Askable, ...]
    mentions: frozenset[int]


@dataclass(frozen=True, slots=True)
class Planned:
    """One step of a session."""

    fact_id: int
    question_id: int


def plan_session(
    candidates: Sequence[Candidate], day: int, seconds: int, seconds_each: float, new_limit: int
) -> tuple[Planned, ...]:
    """The questions of a session of so many seconds on a study day, each fact once, most urgent first.

    At least one question is planned if there is one. Reviewed facts go before new ones; what room they
    leave is for new facts, at most `new_limit`, bank by bank in turn in the order given, spread between the
    reviewed ones. `seconds_each` counts as at least 1.
    """
    room = max(1, int(seconds // max(seconds_each, 1.0)))
    askable = {candidate.fact_id: candidate for candidate in candidates if candidate.askables}
    due = sorted(
        (candidate for candidate in askable.values() if isinstance(candidate.memory, Reviewed)),
        key=lambda candidate: _urgency(candidate, day),
    )[:room]
    new = [candidate for candidate in askable.values() if isinstance(candidate.memory, New)]
    new = _take_turns(new)[: max(0, min(new_limit, room - len(due)))]
    ordered = _keep_apart(_spread(_draw_siblings(due), _draw_siblings(new)))
    return tuple(
        Planned(candidate.fact_id, choose_question(candidate.askables, candidate.memory, day))
        for candidate in ordered
    )


def comes_again(times_wrong: int) -> bool:
    """Whether a fact that was wrong so many times in a session by now comes back in it.

    It does until it is right, but after `MOST_WRONG` wrong answers it is left for the next study day. Else a session
    would not end by itself: five facts that stay wrong, coming back `AGAIN_AFTER` others, keep all the rest away.
    """
    return times_wrong < MOST_WRONG


def draw_quiz(candidates: Sequence[Candidate], day: int, count: int) -> tuple[Planned, ...]:
    """The questions of a quiz on a study day: the first so many of the candidates as they are given.

    A fact whose question gives another's answer away is left out while there are others, since in a quiz all
    questions lie open at once. Flashcards are never asked: who answers marks them.
    """
    taken, left = list[Candidate](), list[Candidate]()
    for candidate in ask_only(candidates, ("choice", "typed")):
        if len(taken) == count:
            break
        helps = any(_gives_away(candidate, other) for other in taken)
        (left if helps else taken).append(candidate)
    taken += left[: count - len(taken)]
    return tuple(
        Planned(candidate.fact_id, choose_question(candidate.askables, candidate.memory, day))
        for candidate in _keep_apart(taken)
    )


def ask_only(candidates: Iterable[Candidate], rungs: Sequence[str]) -> tuple[Candidate, ...]:
    """The candidates with only their questions on some rungs; those without one are left out."""
    narrowed = (
        replace(each, askables=tuple(askable for askable in each.askables if askable.rung in rungs))
        for each in candidates
    )
    return tuple(each for each in narrowed if each.askables)


def choose_question(askables: Sequence[Askable], memory: Memory, day: int) -> int:
    """The id of the question to ask about a fact: choice first, typed once predicted recall is high.

    Within the rung the one shown longest ago, then the lowest id. A flashcard stands in for a rung that the
    fact does not have, and takes its turn when it was shown longest ago, except on a new fact. Raises
    ValueError without any question.
    """
    if not askables:
        raise ValueError("a fact without questions cannot be asked; leave it out of the candidates")
    ladder = _RUNGS["typed" if _is_recall_high(memory, day) else "choice"]
    present = {askable.rung for askable in askables}
    rung = next(rung for rung in ladder if rung in present)
    takes_turns = isinstance(memory, Reviewed)
    pool = [each for each in askables if each.rung == rung or (takes_turns and each.rung == "card")]

    def turn(askable: Askable) -> tuple[int, bool, int]:
        shown = -1 if askable.last_shown is None else askable.last_shown
        return (shown, askable.rung != rung, askable.question_id)

    return min(pool, key=turn).question_id


def _is_recall_high(memory: Memory, day: int) -> bool:
    """Whether recall is 0.85, or what the student aims at if that is lower and stability at least a day."""
    if isinstance(memory, New):
        return False
    high = HIGH_RECALL
    if memory.stability >= 1:
        high = min(high, retrievability(memory, memory.due_day) or 0.0)
    return (retrievability(memory, day) or 0.0) >= high


def _urgency(candidate: Candidate, day: int) -> tuple[float, float, int]:
    """Lowest first: recall relative to what it should be on the due day, then recall itself."""
    memory = candidate.memory
    assert isinstance(memory, Reviewed)
    recall = retrievability(memory, day) or 0.0
    return (recall / (retrievability(memory, memory.due_day) or 1.0), recall, candidate.fact_id)


def _take_turns(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One of each bank in turn, each bank in the order given."""
    groups: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.group, []).append(candidate)
    rounds = zip_longest(*groups.values())
    return [candidate for candidate in chain.from_iterable(rounds) if candidate is not None]


def _spread(due: Sequence[Candidate], new: Sequence[Candidate]) -> list[Candidate]:
    """New facts at even distances between the due ones, a due one first."""
    ordered = [*due]
    for place, candidate in enumerate(new):
        ordered.insert(place + (place + 1) * len(due) // (len(new) + 1), candidate)
    return ordered


def _are_siblings(one: Candidate, other: Candidate) -> bool:
    """Whether two facts are easily confused: they mention each other, or the same third fact."""
    if one.fact_id in other.mentions and other.fact_id in one.mentions:
        return True
    return not one.mentions.isdisjoint(other.mentions)


def _gives_away(one: Candidate, other: Candidate) -> bool:
    """Whether only one of two facts mentions the other, as a sequence does the events in it."""
    return (one.fact_id in other.mentions) != (other.fact_id in one.mentions)


def _draw_siblings(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same order, but a fact draws its next sibling to the place after the one behind it, and so on twice."""
    waiting, ordered = [*candidates], list[Candidate]()
    drawn: dict[int, int] = {}
    while waiting:
        place = None
        caller = ordered[-2] if len(ordered) > 1 else None
        if caller and drawn.get(caller.fact_id, 0) < _SIBLINGS:
            place = next((at for at, other in enumerate(waiting) if _are_siblings(caller, other)), None)
            if place is not None:
                drawn[waiting[place].fact_id] = drawn.get(caller.fact_id, 0) + 1
        ordered.append(waiting.pop(place or 0))
    return ordered


def _keep_apart(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same order, but no fact follows one whose answer helps with it while others can go between."""
    waiting, ordered = [*candidates], list[Candidate]()
    while waiting:
        ordered.append(waiting.pop(_first_apart(waiting, ordered)))
    return ordered


def _first_apart(waiting: Sequence[Candidate], ordered: Sequence[Candidate]) -> int:
    for distance in range(_APART, 0, -1):
        recent = ordered[-distance:]
        for place, candidate in enumerate(waiting):
            if recent and _are_siblings(candidate, recent[-1]):
                continue
            if not any(_gives_away(candidate, other) for other in recent):
                return place
    return 0
