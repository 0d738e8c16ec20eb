"""What holds for every statistic, present and future; each has its own tests in tests/progress/."""

from dataclasses import is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given

from quizapp.progress import STATISTICS, Statistic, look_at
from quizapp.progress.tally import Tally, join_tallies
from tests.progress.tallies import TODAY, alike, memory, tallies

HOUSE = Path(__file__).parents[2] / "quizapp"
every_statistic = pytest.mark.parametrize("statistic", STATISTICS, ids=lambda statistic: statistic.name)


@every_statistic
@given(tally=tallies())
def test_every_statistic_is_a_frozen_value_that_depends_on_the_tally_alone(
    statistic: Statistic, tally: Tally
) -> None:
    result = statistic.compute(tally, TODAY)
    assert is_dataclass(result)
    assert result == statistic.compute(tally, TODAY)
    assert hash(result) is not None


@every_statistic
@given(tally=tallies())
def test_no_statistic_depends_on_the_order_in_which_a_tally_was_read(
    statistic: Statistic, tally: Tally
) -> None:
    backwards = Tally(
        facts=tally.facts,
        memories=tally.memories[::-1],
        practised=tally.practised[::-1],
        aside=tally.aside[::-1],
        answers=tally.answers[::-1],
    )
    assert alike(statistic.compute(tally, TODAY), statistic.compute(backwards, TODAY))


@every_statistic
@given(tally=tallies())
def test_every_statistic_of_two_banks_is_that_of_their_joined_tallies(
    statistic: Statistic, tally: Tally
) -> None:
    middle = {name: len(getattr(tally, name)) // 2 for name in ("memories", "practised", "aside", "answers")}
    one = replace(tally, **{name: getattr(tally, name)[:at] for name, at in middle.items()})
    other = Tally(0, **{name: getattr(tally, name)[at:] for name, at in middle.items()})
    joined = join_tallies([one, other])
    assert alike(statistic.compute(joined, TODAY), statistic.compute(tally, TODAY))


def test_the_laws_would_notice_a_statistic_that_depends_on_order() -> None:
    first, second = memory(10, 10), memory(20, 3)
    assert not alike(Tally(2, (first, second)), Tally(2, (second, first)))
    assert alike((1.0, first), (1.0 + 1e-12, first))
    assert not alike((1.0,), (1.0, 2.0))


@every_statistic
def test_every_statistic_has_something_to_say_about_nothing(statistic: Statistic) -> None:
    assert statistic.compute(Tally(0), TODAY) is not None
    assert statistic.title.strip()


@every_statistic
def test_every_statistic_is_computed_drawn_and_named(statistic: Statistic) -> None:
    tally = Tally(3, [memory(10, 10)])
    assert look_at(tally, TODAY)[statistic.name] == statistic.compute(tally, TODAY)
    section = HOUSE / "templates" / "progress" / f"{statistic.name}.html"
    assert "<h2>{{ statistic.title }}</h2>" in section.read_text(encoding="utf-8")
    recipe = (HOUSE / "README.md").read_text(encoding="utf-8").split("**A statistic.**")[1].split("\n\n")[0]
    assert f"`{statistic.name}`" in recipe


def test_statistics_have_names_of_their_own() -> None:
    assert len({statistic.name for statistic in STATISTICS}) == len(STATISTICS) >= 6
