"""Laws of memory over seeded histories: a card is the fold of its log, in any order of arrival.

`make test` runs 5,000 histories, `make test-long` all 100,000 (`-m long`).
"""

import math
from dataclasses import replace
from random import Random

import pytest

from quizapp.memory.card import New, Rating, Reviewed
from quizapp.memory.kernel import with_retention
from quizapp.memory.log import UNTOUCHED, CardState, Entry, Kind, fold, fold_in
from quizapp.memory.trace import trace
from tests.memory import fsrs6_reference as reference

FIRST_DAY = 738_000
DAY = 86_400_000
RETENTIONS = (0.7, 0.8, 0.85, 0.9, 0.95, 0.97)
CHUNK = 2_500


def invent_history(rng: Random) -> list[Entry]:
    """A year or so of one fact in order of time: same-day answers, journeys, undo, regrades, resets."""
    entries: list[Entry] = []
    keys: list[str] = []
    answered_at, day = FIRST_DAY * DAY, FIRST_DAY
    for number in range(rng.randrange(1, 22)):
        kind, rating, target = Kind.ANSWER, None, None
        dice = rng.random()
        if dice < 0.65:
            step = int(rng.random() ** 4 * 120)
            day, answered_at = day + step, answered_at + step * DAY + rng.randrange(1, 9) * 1000
            if rng.random() < 0.04:
                day -= rng.randrange(1, 3)  # flew west: the same moment is an earlier study day
        else:
            answered_at += rng.randrange(0, 2)  # often the very same millisecond: the key decides
        if 0.65 <= dice < 0.76:
            kind, target = Kind.VOID, rng.choice([*keys[-2:], "nobody"])
        elif 0.76 <= dice < 0.88:
            kind, target = Kind.REGRADE, rng.choice([*keys[-4:], "nobody"])
        elif dice >= 0.88:
            kind = (Kind.SUSPEND, Kind.RESUME, Kind.RESUME, Kind.SUSPEND, Kind.RESET)[rng.randrange(5)]
        if kind in (Kind.ANSWER, Kind.REGRADE):
            rating = Rating(rng.choices((1, 2, 3, 4), (3, 1, 5, 1))[0])
        key = f"{rng.randrange(1000):03}-{number}"
        keys.append(key)
        entries.append(Entry(kind, key, answered_at, day, rating, target))
    if rng.random() < 0.1:  # a clock that was wrong: something happened before what it is about
        at = rng.randrange(len(entries))
        entries[at] = replace(entries[at], answered_at=FIRST_DAY * DAY - rng.randrange(DAY))
    entries.sort(key=lambda entry: (entry.answered_at, entry.key))
    return entries


def expected_card(entries: list[Entry], retention: float) -> tuple[object, bool]:
    """The same card by the long way round: first the answers that count, then the reference FSRS-6."""
    resets = [place for place, entry in enumerate(entries) if entry.kind == "reset"]
    alive = entries[resets[-1] + 1 :] if resets else entries
    switches = [entry.kind for entry in alive if entry.kind in ("suspend", "resume")]
    voids = [entry.target for entry in entries if entry.kind == "void"]
    regrades = [entry for entry in entries if entry.kind == "regrade" and entry.key not in voids]
    memory, last_day, reviews, lapses = None, -1, 0, 0
    for entry in alive:
        if entry.kind != "answer" or entry.key in voids or entry.study_day <= last_day:
            continue
        ratings = [entry.rating, *(each.rating for each in regrades if each.target == entry.key)]
        lapses += ratings[-1] == 1 and reviews > 0
        memory = reference.step(memory, int(ratings[-1]), entry.study_day - last_day)
        last_day, reviews = entry.study_day, reviews + 1
    suspended = switches[-1:] == ["suspend"]
    if memory is None:
        return None, suspended
    due = last_day + reference.interval(memory[0], retention)
    return (*memory, last_day, due, reviews, lapses), suspended


def agree(state: CardState, expected: tuple[object, bool]) -> bool:
    card, suspended = expected
    if state.suspended is not suspended or isinstance(state.memory, New) is not (card is None):
        return False
    if isinstance(state.memory, New):
        return True
    got = state.memory
    stability, difficulty, *rest = card
    return (
        math.isclose(got.stability, stability, rel_tol=1e-9)
        and math.isclose(got.difficulty, difficulty, rel_tol=1e-9)
        and [got.last_day, got.due_day, got.reviews, got.lapses] == rest
    )


def walk(entries: list[Entry], retention: float) -> CardState:
    """The card as the site keeps it: appended to while it may be, folded again where it must be."""
    state, named = UNTOUCHED, set()
    for place, entry in enumerate(entries):
        if entry.kind in (Kind.VOID, Kind.REGRADE) or entry.key in named:
            state = fold(entries[: place + 1], retention)
        else:
            state = fold_in(state, entry, retention)
        named.add(entry.target)
    return state


def check_histories(seed: int) -> None:
    rng = Random(seed)
    for number in range(CHUNK):
        history = invent_history(rng)
        retention, other = rng.choice(RETENTIONS), rng.choice(RETENTIONS)
        arrived = rng.sample(history, len(history))
        state = fold(arrived, retention)
        where = f"history {number} of seed {seed}: {history}"
        assert agree(state, expected_card(history, retention)), f"not the reference's card; {where}"
        assert walk(history, retention) == state, f"fold_in is not fold; {where}"
        if number % 4 == 0:
            assert trace(arrived, retention)[-1].after == state, f"trace is not fold; {where}"
            elsewhere = fold(history, other)
            assert fold(rng.sample(history, len(history)), other) == elsewhere, f"order matters; {where}"
            changed = with_retention(state.memory, other)
            assert changed == elsewhere.memory, f"retention moved more than the due day; {where}"


@pytest.mark.parametrize("seed", range(2))
def test_a_card_is_what_the_reference_makes_of_its_history(seed: int) -> None:
    check_histories(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 40))
def test_a_hundred_thousand_cards_are_what_the_reference_makes_of_their_histories(seed: int) -> None:
    check_histories(seed)


def test_the_histories_hold_every_kind_and_the_hard_cases() -> None:
    rng = Random(0)
    histories = [invent_history(rng) for _ in range(2000)]
    entries = [entry for history in histories for entry in history]
    assert {entry.kind for entry in entries} == {*Kind}
    assert {entry.rating for entry in entries} == {*Rating, None}
    about = set()
    for history in histories:
        kinds = {entry.key: entry.kind for entry in history}
        about |= {(entry.kind, kinds.get(entry.target)) for entry in history if entry.target}
    assert {
        (Kind.VOID, Kind.REGRADE),
        (Kind.VOID, Kind.VOID),
        (Kind.VOID, Kind.ANSWER),
        (Kind.VOID, None),
    } <= about
    cards = [fold(history, 0.9).memory for history in histories]
    assert sum(isinstance(card, Reviewed) and card.reviews >= 5 for card in cards) > 200
    assert sum(isinstance(card, Reviewed) and card.lapses >= 2 for card in cards) > 100
    assert sum(isinstance(card, New) for card in cards) > 50
