"""After a break: what has piled up goes over days, the best known first, and no due day is moved."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.memory.backlog import DAYS_AHEAD, Spread, count_due, is_piled_up, keep_first, spread
from quizapp.memory.card import New, Reviewed
from quizapp.memory.plan import Askable, Candidate

DAY = 738_000
QUIET = (0,) * DAYS_AHEAD


def _card(due: int, stability: float = 10.0, last_day: int = DAY - 20) -> Reviewed:
    return Reviewed(stability, 5.0, last_day, due, 3, 0)


def _candidate(fact_id: int, stability: float) -> Candidate:
    return Candidate(fact_id, 1, _card(DAY - 5, stability), (Askable(fact_id, "choice", None),), frozenset())


def test_what_fits_into_a_day_is_not_spread():
    assert spread(38, 38, QUIET) == Spread(0, 0)
    assert not spread(38, 38, QUIET).is_backlog


def test_what_does_not_fit_goes_to_the_next_days():
    assert spread(50, 38, QUIET) == Spread(12, 1)
    assert spread(650, 38, QUIET) == Spread(612, 17)


def test_what_comes_due_meanwhile_takes_its_room_first():
    assert spread(50, 20, (15, 15, 15, 0, 0)) == Spread(30, 4)
    assert spread(50, 20, (20,) * DAYS_AHEAD) == Spread(30, None), "a session this short never catches up"


@given(st.integers(0, 2000), st.integers(1, 300), st.lists(st.integers(0, 100), max_size=DAYS_AHEAD))
def test_a_longer_session_never_takes_more_days(due: int, room: int, coming: list[int]):
    short, long = spread(due, room, coming), spread(due, room + 5, coming)
    assert long.later <= short.later
    assert short.days is None or (long.days is not None and long.days <= short.days)
    assert short.later == max(0, due - room)


def test_facts_are_counted_by_the_days_on_which_they_are_due():
    cards = [_card(DAY - 9), _card(DAY), _card(DAY + 1), _card(DAY + DAYS_AHEAD), _card(DAY + DAYS_AHEAD + 1)]
    now, coming = count_due(cards, DAY)
    assert (now, coming[0], coming[-1], sum(coming)) == (2, 1, 1, 2)


def test_of_a_backlog_the_best_known_facts_are_kept():
    candidates = [_candidate(1, 2.0), _candidate(2, 90.0), _candidate(3, 20.0)]
    assert [each.fact_id for each in keep_first(candidates, DAY, 2)] == [2, 3]
    new = Candidate(4, 1, New(), (Askable(4, "choice", None),), frozenset())
    unasked = Candidate(5, 1, _card(DAY), (), frozenset())
    assert keep_first([new, unasked], DAY, 5) == []


def test_a_day_that_is_a_little_too_full_is_no_backlog():
    assert not is_piled_up(76, 38)
    assert is_piled_up(77, 38)
