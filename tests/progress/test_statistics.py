from dataclasses import fields, is_dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.memory.card import Reviewed
from quizapp.memory.kernel import retrievability
from quizapp.progress import (
    STATISTICS,
    Due,
    PracticeDay,
    Practised,
    Statistic,
    Tally,
    due,
    known_now,
    look_at,
    practice,
)

TODAY = 738_000


def memory(stability: float, ago: int, due_in: int = 0) -> Reviewed:
    return Reviewed(stability, 5.0, TODAY - ago, TODAY + due_in, 1, 0)


memories = st.lists(
    st.builds(memory, st.floats(0.001, 40_000), st.integers(0, 4_000), st.integers(-400, 400)), max_size=40
)
practised = st.lists(
    st.builds(Practised, st.integers(TODAY - 20, TODAY + 2), st.integers(0, 500), st.floats(0, 9_000)),
    max_size=20,
)
tallies = st.builds(
    lambda known, days, new: Tally(len(known) + new, known, days), memories, practised, st.integers(0, 90)
)


@pytest.mark.parametrize("statistic", STATISTICS, ids=lambda statistic: statistic.name)
@given(tally=tallies)
def test_every_statistic_is_a_frozen_value_that_depends_on_the_tally_alone(
    statistic: Statistic, tally: Tally
) -> None:
    result = statistic.function(tally, TODAY)
    assert is_dataclass(result)
    assert result == statistic.function(tally, TODAY)
    assert hash(result) is not None
    backwards = Tally(tally.facts, tally.memories[::-1], tally.practised[::-1])
    again = statistic.function(backwards, TODAY)
    for field in fields(result):
        one, other = getattr(result, field.name), getattr(again, field.name)
        assert one == (other if isinstance(one, tuple) else pytest.approx(other)) or field.name == "days"


@pytest.mark.parametrize("statistic", STATISTICS, ids=lambda statistic: statistic.name)
def test_every_statistic_has_something_to_say_about_nothing(statistic: Statistic) -> None:
    assert statistic.function(Tally(0), TODAY) is not None
    assert statistic.name == statistic.function.__name__
    assert statistic.title.strip()


HOUSE = Path(__file__).parents[2] / "quizapp"


@pytest.mark.parametrize("statistic", STATISTICS, ids=lambda statistic: statistic.name)
def test_every_statistic_is_computed_drawn_and_named(statistic: Statistic) -> None:
    tally = Tally(3, [memory(10, 10)])
    assert look_at(tally, TODAY)[statistic.name] == statistic.function(tally, TODAY)
    section = HOUSE / "templates" / "progress" / f"{statistic.name}.html"
    assert "<h2>{{ statistic.title }}</h2>" in section.read_text(encoding="utf-8")
    recipe = (HOUSE / "README.md").read_text(encoding="utf-8").split("**A statistic.**")[1].split("\n\n")[0]
    assert f"`{statistic.name}`" in recipe


def test_a_fact_put_aside_is_known_and_never_due() -> None:
    aside = Tally(5, [memory(10, 10)], aside=[memory(10, 10), memory(10, 10)])
    assert known_now(aside, TODAY).expected == pytest.approx(2.7)
    assert due(aside, TODAY) == Due(overdue=0, today=1, later=0, new=2, next_day=None)


def test_statistics_have_names_of_their_own() -> None:
    assert len({statistic.name for statistic in STATISTICS}) == len(STATISTICS) >= 3


@given(tallies)
def test_what_is_known_lies_in_its_band_and_within_the_facts(tally: Tally) -> None:
    known = known_now(tally, TODAY)
    assert 0 <= known.low <= known.expected <= known.high <= len(tally.memories) <= known.facts


@given(tallies, st.integers(1, 400))
def test_nothing_is_learned_by_waiting(tally: Tally, days: int) -> None:
    assert known_now(tally, TODAY + days).expected <= known_now(tally, TODAY).expected + 1e-9


def test_known_now_is_the_sum_of_predicted_recall() -> None:
    tally = Tally(5, [memory(10, 10), memory(30, 30), memory(8, 8)])
    known = known_now(tally, TODAY)
    assert known.expected == pytest.approx(3 * 0.9)
    assert known.high == 3
    assert known.low == pytest.approx(2.7 - 1.2816 * 0.27**0.5, abs=1e-3)
    assert known.facts == 5


def test_a_fact_answered_today_counts_as_it_will_after_a_night() -> None:
    just_answered, tomorrow = memory(0.2, 0), TODAY + 1
    assert retrievability(just_answered, TODAY) == 1
    assert (
        known_now(Tally(1, [just_answered]), TODAY).expected == retrievability(just_answered, tomorrow) < 0.8
    )


def test_the_band_holds_the_true_number_four_times_in_five() -> None:
    rng = Random(7)
    cards = [memory(rng.uniform(1, 60), rng.randrange(120)) for _ in range(150)]
    chances = [retrievability(card, TODAY) or 0 for card in cards]
    known = known_now(Tally(150, cards), TODAY)
    draws = [sum(rng.random() < chance for chance in chances) for _ in range(4_000)]
    inside = sum(known.low <= number <= known.high for number in draws) / len(draws)
    assert 0.76 <= inside <= 0.84
    assert sum(draws) / len(draws) == pytest.approx(known.expected, abs=0.3)


def test_facts_are_overdue_due_later_or_new() -> None:
    cards = [memory(5, 9, -1), memory(5, 9, -300), memory(5, 9, 0), memory(5, 9, 4), memory(5, 9, 2)]
    result = due(Tally(12, cards), TODAY)
    assert result == Due(overdue=2, today=1, later=2, new=7, next_day=TODAY + 2)
    assert result.now == 3
    assert due(Tally(0), TODAY) == Due(0, 0, 0, 0, None)


@given(tallies)
def test_every_fact_is_counted_once(tally: Tally) -> None:
    result = due(tally, TODAY)
    assert result.overdue + result.today + result.later + result.new == tally.facts


def test_practice_is_the_last_seven_study_days() -> None:
    rows = [
        Practised(TODAY, 12, 90),
        Practised(TODAY - 6, 4, 30),
        Practised(TODAY - 7, 100, 999),
        Practised(TODAY + 1, 100, 999),
        Practised(TODAY, 3, 30),
    ]
    week = practice(Tally(0, practised=rows), TODAY)
    assert [each.day for each in week.days] == [*range(TODAY - 6, TODAY + 1)]
    assert week.days[0] == PracticeDay(TODAY - 6, 0.5, 4)
    assert week.days[-1] == PracticeDay(TODAY, 2.0, 15)
    assert (week.practised, week.minutes, week.answers) == (2, 2.5, 19)


@given(tallies)
def test_no_answer_of_the_week_is_lost(tally: Tally) -> None:
    week = practice(tally, TODAY)
    inside = [each for each in tally.practised if TODAY - 7 < each.day <= TODAY]
    assert week.answers == sum(each.answers for each in inside)
    assert week.minutes == pytest.approx(sum(each.seconds for each in inside) / 60)
