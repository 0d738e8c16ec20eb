"""From the log to answers as they count now: as memory folds it."""

from hypothesis import given

from quizapp.memory.card import Rating, Reviewed
from quizapp.memory.log import Entry, Kind, fold
from quizapp.progress.answers import LogRow, count_answers, sum_days
from quizapp.progress.tally import Answered
from tests.progress.tallies import TODAY, logs, read, row


def _only(rows: list[LogRow]) -> Answered:
    (answer,) = count_answers(rows)
    return answer


def test_the_age_of_a_memory_is_the_days_since_the_fact_last_counted() -> None:
    answers = count_answers([row("a", 12), row("b", 10), row("c", 3), row("other", 1, fact_id=2)])
    assert [answer.age for answer in answers] == [None, 2, 7, None]


def test_only_the_first_answer_of_a_study_day_counts() -> None:
    answers = count_answers([row("a", 9), row("b", 4), row("c", 4), row("d", 4)])
    assert [answer.is_counted for answer in answers] == [True, True, False, False]
    assert [answer.age for answer in answers] == [None, 5, None, None]


def test_what_was_undone_is_there_and_does_not_count() -> None:
    undone, again = count_answers(
        [row("a", 2, mark=0.0, rating=1), row("b", 2), row("v", 2, kind="void", target="a")]
    )
    assert (undone.is_undone, undone.is_counted) == (True, False)
    assert (again.is_undone, again.is_counted) == (False, True)


def test_an_answer_is_as_right_as_its_newest_regrade_says_that_was_not_voided() -> None:
    wrong = row("a", mark=0.0, rating=1, answered_at=1)
    claim = row("b", kind="regrade", target="a", answered_at=2)
    assert not _only([wrong]).is_right
    assert [_only([wrong]).is_regraded, _only([wrong, claim]).is_regraded] == [False, True]
    assert _only([wrong, claim]).is_right
    assert _only([wrong, claim]).is_recalled
    taken_back = row("c", kind="regrade", target="a", mark=0.0, rating=1, answered_at=3)
    assert not _only([wrong, claim, taken_back]).is_right
    assert _only([wrong, claim, taken_back, row("d", kind="void", target="c", answered_at=4)]).is_right


def test_an_answer_after_a_hint_that_shows_it_is_right_but_not_recalled() -> None:
    answer = _only([row("a", rating=1)])
    assert (answer.is_right, answer.is_recalled) == (True, False)


def test_after_a_reset_a_fact_is_new() -> None:
    answers = count_answers([row("a", 9), row("r", 5, kind="reset", mark=None, rating=None), row("b", 1)])
    assert [answer.age for answer in answers] == [None, None]


@given(logs())
def test_as_many_answers_count_as_memory_folds(rows: list[LogRow]) -> None:
    answers = count_answers(rows)
    for fact_id in {read(each, "fact_id") for each in rows}:
        about = [each for each in rows if read(each, "fact_id") == fact_id]
        forgotten = max((_moment(each) for each in about if read(each, "kind") == "reset"), default=(0, ""))
        counted = [
            each
            for each in answers
            if each.fact_id == fact_id and each.is_counted and (each.answered_at, each.key) > forgotten
        ]
        memory = fold([_entry(each) for each in about], 0.9).memory
        assert len(counted) == (memory.reviews if isinstance(memory, Reviewed) else 0)


def _moment(each: LogRow) -> tuple[int, str]:
    return read(each, "answered_at"), read(each, "key")


def _entry(each: LogRow) -> Entry:
    kind, key, target, _, answered_at, day, _, rating, *_ = each
    return Entry(Kind(kind), key, answered_at, day, Rating(rating or 1), target or "nothing")


@given(logs())
def test_no_answer_is_lost(rows: list[LogRow]) -> None:
    given_answers = [each for each in rows if read(each, "kind") == "answer"]
    assert len(count_answers(rows)) == len(given_answers) == sum(day.answers for day in sum_days(rows))


def test_practice_is_summed_by_study_day() -> None:
    first, second = sum_days([row("a", 3, seconds=5.0), row("b", 0), row("c", 3, seconds=None)])
    assert (first.day, first.answers, first.seconds) == (TODAY - 3, 2, 5.0)
    assert (second.day, second.answers, second.seconds) == (TODAY, 1, 6.0)
