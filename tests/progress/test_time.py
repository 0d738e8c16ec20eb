"""Statistics along the calendar: practice behind, what is due ahead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.progress.calendar import depth_of, lay_out_calendar
from quizapp.progress.forecast import DAYS, forecast_due
from quizapp.progress.practice import PracticeDay, sum_practice
from quizapp.progress.tally import Practised, Tally
from tests.progress.tallies import TODAY, memory, tallies


def test_practice_is_the_last_seven_study_days() -> None:
    rows = [
        Practised(TODAY, 12, 90),
        Practised(TODAY - 6, 4, 30),
        Practised(TODAY - 7, 100, 999),
        Practised(TODAY + 1, 100, 999),
        Practised(TODAY, 3, 30),
    ]
    week = sum_practice(Tally(0, practised=rows), TODAY)
    assert [each.day for each in week.days] == [*range(TODAY - 6, TODAY + 1)]
    assert week.days[0] == PracticeDay(TODAY - 6, 0.5, 4)
    assert week.days[-1] == PracticeDay(TODAY, 2.0, 15)
    assert (week.practised, week.minutes, week.answers) == (2, 2.5, 19)


@given(tallies())
def test_no_answer_of_the_week_is_lost(tally: Tally) -> None:
    week = sum_practice(tally, TODAY)
    inside = [each for each in tally.practised if TODAY - 7 < each.day <= TODAY]
    assert week.answers == sum(each.answers for each in inside)
    assert week.minutes == pytest.approx(sum(each.seconds for each in inside) / 60)


@given(tallies(), st.integers(0, 6))
def test_a_calendar_is_whole_weeks_up_to_today_half_a_year_or_a_whole_one(tally: Tally, later: int) -> None:
    calendar = lay_out_calendar(tally, TODAY + later)
    assert date.fromordinal(calendar.days[0].day).weekday() == 0
    assert calendar.days[-1].day == TODAY + later
    assert calendar.weeks in (26, 53)
    begin = calendar.days[0].day
    older = [each for each in tally.practised if each.answers and each.day < begin]
    assert not older or calendar.weeks == 53
    assert sum(month.days for month in calendar.months) == calendar.practised
    assert sum(month.answers for month in calendar.months) == sum(each.answers for each in calendar.days)


def test_a_missed_month_takes_nothing_from_the_calendar() -> None:
    rows = [Practised(TODAY - 100, 20, 700.0), Practised(TODAY - 60, 20, 170.0), Practised(TODAY, 5, 301.0)]
    calendar = lay_out_calendar(Tally(9, practised=rows), TODAY)
    assert calendar.practised == 3
    assert [depth_of(each) for each in calendar.days if each.answers] == [3, 1, 2]
    assert calendar.first_practice == TODAY - 100
    assert len(calendar.months) == 3


def test_what_is_due_is_counted_day_by_day_and_today_can_be_skipped() -> None:
    dues = [-300, -1, 0, 0, 1, 4, 29, 30, 400]
    forecast = forecast_due(Tally(20, [memory(5, 9, due) for due in dues], aside=[memory(5, 9, 0)]), TODAY)
    assert (forecast.overdue, forecast.now, forecast.later, forecast.new) == (2, 4, 2, 10)
    assert forecast.days == (2, 1, 0, 0, 1, *[0] * 24, 1)
    assert forecast.tomorrow_if_skipped == 5
    assert forecast.next_day == TODAY + 1
    assert forecast.scheduled == 5


def test_with_nothing_scheduled_there_is_no_next_day() -> None:
    forecast = forecast_due(Tally(0), TODAY)
    assert (forecast.now, forecast.scheduled, forecast.next_day) == (0, 0, None)
    assert len(forecast.days) == DAYS


@given(tallies())
def test_every_fact_waits_once(tally: Tally) -> None:
    forecast = forecast_due(tally, TODAY)
    assert forecast.now + forecast.scheduled + forecast.new + len(tally.aside) == tally.facts
