from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import count, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.memory.card import Memory, New, Reviewed
from quizapp.memory.kernel import interval, retrievability
from quizapp.memory.plan import (
    AGAIN_AFTER,
    MOST_WRONG,
    Askable,
    Candidate,
    ask_only,
    choose_question,
    comes_again,
    draw_quiz,
    plan_session,
)

TODAY = 738_000


def reviewed(stability: float, late: int = 0, retention: float = 0.9) -> Reviewed:
    """A memory that was due so many days ago."""
    last_day = TODAY - late - interval(stability, retention)
    return Reviewed(stability, 5.0, last_day, TODAY - late, 1, 0)


def candidate(
    fact_id: int, memory: Memory, mentions: Iterable[int] = (), group: int = 1, questions: int = 1
) -> Candidate:
    askables = tuple(Askable(fact_id * 10 + n, "choice", None) for n in range(questions))
    return Candidate(fact_id, group, memory, askables, frozenset(mentions))


def facts(candidates: Iterable[Candidate], seconds: int = 600, each: float = 10, new: int = 20) -> list[int]:
    return [step.fact_id for step in plan_session([*candidates], TODAY, seconds, each, new)]


def test_the_most_forgotten_fact_is_asked_first() -> None:
    plan = facts(
        [
            candidate(1, reviewed(10)),
            candidate(2, reviewed(10, late=30)),
            candidate(3, reviewed(100, late=30)),
            candidate(4, reviewed(3, late=30)),
        ]
    )
    assert plan == [4, 2, 3, 1]


def test_a_session_is_cut_to_the_minutes_chosen() -> None:
    due = [candidate(n, reviewed(10, late=n)) for n in range(650)]
    assert len(facts(due, seconds=600, each=8)) == 75
    assert len(facts(due, seconds=5, each=8)) == 1
    assert len(facts(due, seconds=30, each=0)) == 30
    assert facts(due, seconds=40, each=8) == [649, 648, 647, 646, 645]


def test_nothing_to_ask_makes_an_empty_plan() -> None:
    assert facts([]) == []
    assert facts([replace(candidate(1, New()), askables=())]) == []
    assert facts([candidate(1, New())], new=0) == []


def test_new_facts_are_limited_and_lie_between_the_due_ones() -> None:
    due = [candidate(n, reviewed(10, late=50 - n)) for n in range(8)]
    new = [candidate(100 + n, New()) for n in range(30)]
    plan = facts([*due, *new], new=3)
    assert plan == [0, 1, 100, 2, 3, 101, 4, 5, 102, 6, 7]


def test_new_facts_take_only_the_room_that_due_ones_leave() -> None:
    due = [candidate(n, reviewed(10, late=50 - n)) for n in range(8)]
    new = [candidate(100 + n, New()) for n in range(30)]
    assert facts([*due, *new], seconds=100) == [0, 1, 100, 2, 3, 4, 101, 5, 6, 7]
    assert set(facts([*due, *new], seconds=80)) == set(range(8))


def test_several_banks_take_turns_with_their_new_facts() -> None:
    new = [candidate(n, New(), group=n // 10) for n in (10, 11, 12, 13, 20, 21, 30)]
    assert facts(new, new=6) == [10, 20, 30, 11, 21, 12]


def test_confusable_facts_come_near_each_other_but_not_in_a_row() -> None:
    due = [
        candidate(n, reviewed(10, late=100 - n), mentions=[500] if n in (2, 40) else []) for n in range(45)
    ]
    plan = facts(due)
    assert plan[:6] == [0, 1, 2, 3, 40, 4]
    due = [
        candidate(n, reviewed(10, late=100 - n), mentions={3: [30], 30: [3]}.get(n, [])) for n in range(45)
    ]
    assert facts(due)[3:6] == [3, 4, 30]


def test_a_family_of_confusable_facts_is_woven_into_the_session() -> None:
    family = {1: [2, 3], 2: [1, 3], 3: [1, 2]}
    due = [candidate(n, reviewed(10, late=100 - n), mentions=family.get(n, [])) for n in range(20)]
    assert facts(due)[:8] == [0, 1, 4, 2, 5, 3, 6, 7]
    assert sorted(facts(due[1:4])) == [1, 2, 3]  # nothing else to go between


def test_a_sequence_stays_away_from_the_facts_that_it_gives_away() -> None:
    memory = reviewed(10, late=5)
    plan = facts([candidate(1, memory, mentions=[2, 3]), *(candidate(n, memory) for n in range(2, 9))])
    assert abs(plan.index(1) - plan.index(2)) > 3
    assert abs(plan.index(1) - plan.index(3)) > 3
    assert sorted(facts([candidate(1, memory, mentions=[2]), candidate(2, memory)])) == [1, 2]


def test_a_fact_given_twice_is_asked_once() -> None:
    twice = candidate(1, reviewed(10), questions=3)
    assert facts([twice, twice]) == [1]


def invent_candidates(seed: int) -> list[Candidate]:
    rng = Random(seed)
    count = rng.randrange(60)
    rungs = ("choice", "typed", "card")
    invented = []
    for fact_id in range(count):
        memory = New() if rng.random() < 0.4 else reviewed(rng.uniform(0.1, 300), rng.randrange(90))
        askables = tuple(
            Askable(fact_id * 10 + n, rng.choice(rungs), rng.choice([None, rng.randrange(99)]))
            for n in range(rng.randrange(4))
        )
        mentions = frozenset(rng.sample(range(count), min(count, rng.randrange(3))))
        invented.append(Candidate(fact_id, rng.randrange(3), memory, askables, mentions))
    return invented


@given(st.integers(0, 10**9), st.integers(0, 900), st.floats(0, 60), st.integers(0, 30))
def test_a_plan_keeps_its_promises(seed: int, seconds: int, each: float, new_limit: int) -> None:
    candidates = invent_candidates(seed)
    plan = plan_session(candidates, TODAY, seconds, each, new_limit)
    by_id = {each.fact_id: each for each in candidates}
    ids = [step.fact_id for step in plan]
    assert plan == plan_session(candidates, TODAY, seconds, each, new_limit)
    assert len(set(ids)) == len(ids) <= max(1, seconds // max(each, 1))
    assert all(one != other for one, other in pairwise(ids))
    for step in plan:
        assert step.question_id in {askable.question_id for askable in by_id[step.fact_id].askables}
    due = [each for each in candidates if isinstance(each.memory, Reviewed) and each.askables]
    new = [each for each in candidates if isinstance(each.memory, New) and each.askables]
    asked_new = [fact_id for fact_id in ids if isinstance(by_id[fact_id].memory, New)]
    assert len(asked_new) <= new_limit
    room = max(1, int(seconds // max(each, 1)))
    assert len(ids) - len(asked_new) == min(room, len(due))
    assert len(asked_new) == min(room - min(room, len(due)), new_limit, len(new))


@given(st.integers(0, 10**9))
def test_the_order_of_due_candidates_does_not_matter(seed: int) -> None:
    due = [each for each in invent_candidates(seed) if isinstance(each.memory, Reviewed)]
    shuffled = Random(seed).sample(due, len(due))
    assert plan_session(due, TODAY, 300, 10, 5) == plan_session(shuffled, TODAY, 300, 10, 5)


FRESH = reviewed(10)  # recall 0.90 today
FADED = reviewed(10, late=40)

LADDER = [
    # memory, (rung, last shown) of questions 0, 1, ..., the one to ask
    (New(), [("typed", None), ("choice", None), ("card", None)], 1),
    (New(), [("typed", None), ("choice", 9), ("card", None)], 1),
    (New(), [("card", None), ("typed", None)], 1),
    (New(), [("card", 7)], 0),
    (FADED, [("typed", None), ("choice", 9)], 1),
    (FADED, [("typed", 1)], 0),
    (FADED, [("choice", 9), ("choice", 3)], 1),
    (FADED, [("choice", 9), ("choice", None), ("card", None)], 1),
    (FADED, [("choice", 9), ("card", 3), ("typed", 1)], 1),
    (FRESH, [("choice", None), ("typed", 9)], 1),
    (FRESH, [("choice", 3)], 0),
    (FRESH, [("typed", 9), ("typed", 3), ("choice", None)], 1),
    (FRESH, [("choice", 3), ("card", None)], 1),
    (FRESH, [("choice", 3), ("card", 9)], 0),
    (FRESH, [("card", None), ("typed", None), ("choice", None)], 1),
    (FRESH, [("card", 4), ("typed", 5), ("choice", None)], 0),
]


@pytest.mark.parametrize(("memory", "questions", "expected"), LADDER)
def test_the_ladder_goes_from_choice_to_typed(
    memory: Memory, questions: list[tuple[str, int | None]], expected: int
) -> None:
    askables = [Askable(number, rung, shown) for number, (rung, shown) in enumerate(questions)]
    assert choose_question(askables, memory, TODAY) == expected
    assert choose_question(askables[::-1], memory, TODAY) == expected


def test_who_aims_at_less_recall_climbs_the_ladder_too() -> None:
    askables = [Askable(1, "choice", None), Askable(2, "typed", None)]
    relaxed = reviewed(20, retention=0.75)
    assert (retrievability(relaxed, TODAY) or 0) < 0.76
    assert choose_question(askables, relaxed, TODAY) == 2
    assert choose_question(askables, reviewed(20, late=40, retention=0.75), TODAY) == 1
    assert (
        choose_question(askables, reviewed(0.212), TODAY) == 1
    )  # answered wrong yesterday, for the first time


def test_a_fact_without_questions_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="leave it out of the candidates"):
        choose_question([], New(), TODAY)


# ---- quizzes and flashcards -------------------------------------------------------------------------


def test_a_quiz_takes_the_first_facts_that_it_is_given() -> None:
    pool = [candidate(n, New()) for n in (5, 3, 9, 1)]
    assert {step.fact_id for step in draw_quiz(pool, TODAY, 3)} == {5, 3, 9}
    assert len(draw_quiz(pool, TODAY, 30)) == 4
    assert draw_quiz([], TODAY, 5) == ()


def test_a_quiz_leaves_out_what_gives_an_answer_away_while_there_is_something_else() -> None:
    pool = [candidate(1, New(), mentions=[2]), candidate(2, New()), candidate(3, New())]
    assert {step.fact_id for step in draw_quiz(pool, TODAY, 2)} == {1, 3}
    assert {step.fact_id for step in draw_quiz(pool, TODAY, 3)} == {1, 2, 3}


def test_a_quiz_asks_no_flashcards_and_flashcards_nothing_else() -> None:
    mixed = replace(candidate(1, New()), askables=(Askable(10, "card", None), Askable(11, "typed", None)))
    only_card = replace(candidate(2, New()), askables=(Askable(20, "card", None),))
    no_card = candidate(3, New())
    pool = [mixed, only_card, no_card]
    assert [step.question_id for step in draw_quiz(pool, TODAY, 5)] == [11, 30]
    cards = ask_only(pool, ("card",))
    assert [(each.fact_id, [one.question_id for one in each.askables]) for each in cards] == [
        (1, [10]),
        (2, [20]),
    ]


# ---- coming again -----------------------------------------------------------------------------------


def test_what_is_wrong_comes_again_three_times() -> None:
    assert [comes_again(times) for times in (1, 2, 3, 4, 5)] == [True, True, True, False, False]


@given(st.integers(1, 40), st.integers(0, 10**9), st.floats(0, 1))
def test_a_session_ends_by_itself_however_often_its_answers_are_wrong(
    planned: int, seed: int, share: float
) -> None:
    rng = Random(seed)
    waiting = [*range(planned)]
    wrong: Counter[int] = Counter()
    last: dict[int, bool] = {}
    for asked in count(1):
        fact = waiting.pop(0)
        last[fact] = rng.random() < share
        wrong[fact] += last[fact]
        if last[fact] and comes_again(wrong[fact]):
            waiting.insert(AGAIN_AFTER, fact)
        assert asked <= planned * MOST_WRONG
        if not waiting:
            break
    assert last.keys() == set(range(planned))
    assert all(wrong[fact] == MOST_WRONG for fact, is_wrong in last.items() if is_wrong)
