import pytest

from quizapp.memory.card import New, Rating, Reviewed
from quizapp.memory.kernel import review
from quizapp.memory.log import UNTOUCHED, CardState, Entry, Kind, fold, fold_in

DAY = 738_000


def answer(key: str, at: int, day: int, rating: Rating = Rating.GOOD) -> Entry:
    return Entry(Kind.ANSWER, key, at, day, rating)


def test_an_empty_log_is_a_new_card() -> None:
    assert fold([], 0.9) == UNTOUCHED == CardState(New(), suspended=False)


def test_only_the_first_answer_of_a_day_moves_memory() -> None:
    wrong = answer("a", 1, DAY, Rating.AGAIN)
    repeats = [answer(f"b{n}", 2 + n, DAY, Rating.GOOD) for n in range(5)]
    assert fold([wrong, *repeats], 0.9) == fold([wrong], 0.9)


def test_an_earlier_study_day_after_a_journey_west_is_the_same_day() -> None:
    first, later = answer("a", 1, DAY), answer("b", 2, DAY - 1, Rating.AGAIN)
    assert fold([later, first], 0.9) == fold([first], 0.9)


def test_undoing_the_first_answer_of_a_day_lets_the_second_count() -> None:
    slip, meant = answer("a", 1, DAY, Rating.AGAIN), answer("b", 2, DAY, Rating.GOOD)
    undo = Entry(Kind.VOID, "v", 3, DAY, target="a")
    assert fold([slip, meant, undo], 0.9) == fold([meant], 0.9)


def test_the_newest_regrade_wins_and_can_be_undone() -> None:
    entries = [
        answer("a", 1, DAY, Rating.AGAIN),
        Entry(Kind.REGRADE, "r1", 2, DAY, Rating.HARD, "a"),
        Entry(Kind.REGRADE, "r2", 3, DAY, Rating.GOOD, "a"),
    ]
    assert fold(entries[::-1], 0.9) == fold([answer("a", 1, DAY, Rating.GOOD)], 0.9)
    undone = [*entries, Entry(Kind.VOID, "v", 4, DAY, target="r2")]
    assert fold(undone, 0.9) == fold([answer("a", 1, DAY, Rating.HARD)], 0.9)


def test_a_void_cannot_be_voided_and_unknown_targets_do_nothing() -> None:
    first = answer("a", 1, DAY)
    undo = Entry(Kind.VOID, "v", 2, DAY, target="a")
    assert fold([first, undo, Entry(Kind.VOID, "w", 3, DAY, target="v")], 0.9) == UNTOUCHED
    strays = [Entry(Kind.VOID, "x", 3, DAY, target="?"), Entry(Kind.REGRADE, "y", 4, DAY, Rating.EASY, "?")]
    assert fold([first, *strays], 0.9) == fold([first], 0.9)


def test_a_reset_forgets_everything_before_it() -> None:
    entries = [
        answer("a", 1, DAY, Rating.AGAIN),
        Entry(Kind.SUSPEND, "s", 2, DAY),
        Entry(Kind.RESET, "r", 3, DAY),
    ]
    assert fold(entries, 0.9) == UNTOUCHED
    again = answer("b", 4, DAY, Rating.EASY)
    assert fold([*entries, again], 0.9).memory == review(New(), Rating.EASY, DAY, 0.9)


def test_suspending_and_resuming_keep_the_memory() -> None:
    first = answer("a", 1, DAY)
    aside = fold([first, Entry(Kind.SUSPEND, "s", 2, DAY)], 0.9)
    assert aside == CardState(fold([first], 0.9).memory, suspended=True)
    assert fold_in(aside, Entry(Kind.RESUME, "t", 3, DAY), 0.9) == fold([first], 0.9)


def test_folding_in_the_newest_answer_is_folding_all() -> None:
    first, second = answer("a", 1, DAY), answer("b", 2, DAY + 3, Rating.HARD)
    state = fold_in(fold_in(UNTOUCHED, first, 0.9), second, 0.9)
    assert state == fold([second, first], 0.9)
    assert isinstance(state.memory, Reviewed)
    assert state.memory.reviews == 2


@pytest.mark.parametrize("kind", [Kind.VOID, Kind.REGRADE])
def test_what_changes_the_past_cannot_be_folded_in(kind: Kind) -> None:
    with pytest.raises(ValueError, match="fold the whole log"):
        fold_in(UNTOUCHED, Entry(kind, "v", 1, DAY, Rating.GOOD, "a"), 0.9)


@pytest.mark.parametrize("kind", [Kind.ANSWER, Kind.REGRADE])
def test_an_entry_that_rates_has_a_rating(kind: Kind) -> None:
    with pytest.raises(ValueError, match="has no rating"):
        Entry(kind, "a", 1, DAY, target="b")


@pytest.mark.parametrize("kind", [Kind.VOID, Kind.REGRADE])
def test_an_entry_about_another_names_it(kind: Kind) -> None:
    with pytest.raises(ValueError, match="give the key of its target"):
        Entry(kind, "a", 1, DAY, Rating.GOOD)


def test_answers_of_the_same_millisecond_count_in_the_order_of_their_keys() -> None:
    early, late = answer("a", 1, DAY, Rating.EASY), answer("b", 1, DAY, Rating.AGAIN)
    assert fold([late, early], 0.9) == fold([early], 0.9)
