"""A review that is published goes on with its bank, whatever was done to that since; and windows never collide."""

import random
from collections.abc import Callable
from functools import partial

import pytest
from flask import Flask

from quizapp.services import library
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from tests.services.reviews import (
    ARTICLE,
    DICE,
    NOW,
    accept_all,
    make_person,
    open_keys,
    publish,
    read_published,
    start,
)
from tests.services.windows import at_once

ADDED = """facts:
  - id: added-by-hand
    statement: Ada Bright commanded the Coastal Fleet.
    questions:
      - type: text
        stem: Who commanded the Coastal Fleet, by hand?
        key: Ada Bright
"""


@pytest.fixture(autouse=True)
def _inside(app: Flask):
    with app.app_context():
        yield


@pytest.fixture
def teacher() -> Person:
    return make_person("Tess")


def _change_bank(person: Person, key: str, change: Callable[[str], str]) -> None:
    _, text = library.download_bank(person, key)
    library.publish_bank(change(text).encode(), "x.yaml", owner=person, now=NOW, bank_key=key)


@pytest.mark.both
def test_a_review_stands_among_the_published_once_nothing_of_it_is_open(teacher: Person):
    build_id = start(teacher)
    first, *_ = open_keys(teacher, build_id)
    library.decide(teacher, build_id, first, "accepted")
    key = publish(teacher, build_id)
    (row,) = library.list_builds(teacher)
    assert (row.is_done, row.bank_key) == (False, key)
    accept_all(teacher, build_id)
    draft_id = library.open_built(teacher, build_id, NOW, DICE)
    library.discard_draft(teacher, draft_id)
    assert publish(teacher, build_id) == key, "it goes into the same bank"
    (row,) = library.list_builds(teacher)
    assert (row.is_done, row.left, row.published_at) == (True, 0, NOW)
    review = library.look_at_review(teacher, build_id, None)
    assert (review.is_published, review.bank_key) == (True, key)
    library.decide(teacher, build_id, first, "rejected")
    assert not library.look_at_review(teacher, build_id, None).is_published
    library.take_back(teacher, build_id)
    _change_bank(teacher, key, lambda text: text.replace("facts:\n", ADDED, 1))
    assert library.look_at_review(teacher, build_id, None).is_published, "the bank has more, and all of this"
    library.take_back(teacher, build_id)
    assert not library.list_builds(teacher)[0].is_done


def test_a_preview_asked_for_twice_is_one_draft(teacher: Person):
    build_id = start(teacher)
    first, second, *_ = open_keys(teacher, build_id)
    library.decide(teacher, build_id, first, "accepted")
    drafts = [library.open_built(teacher, build_id, NOW, DICE) for _ in range(2)]
    assert drafts[0] == drafts[1]
    library.decide(teacher, build_id, second, "accepted")
    assert library.open_built(teacher, build_id, NOW, DICE) != drafts[0]


def test_what_is_new_and_published_stays_while_it_is_looked_at_again(teacher: Person):
    first = start(teacher)
    accept_all(teacher, first)
    key = publish(teacher, first)
    edited = ARTICLE.replace(
        "== Aftermath ==", "On 13 June, the Coastal Fleet captured Sarn Island.\n\n== Aftermath =="
    )
    again = start(teacher, edited, bank_key=key)
    (new, *_) = [
        each for each, fate in library.read_state(teacher, again).notes.fates.items() if fate == "new"
    ]
    library.decide(teacher, again, new, "accepted")
    publish(teacher, again)
    library.decide(teacher, again, new, "open")
    publish(teacher, again)
    assert new in read_published(teacher, key)
    library.decide(teacher, again, new, "rejected")
    publish(teacher, again)
    assert new not in read_published(teacher, key)


def test_articles_that_are_published_leave_room_for_others(teacher: Person):
    short = "= Battle of Harlow =\n\nInfobox\n- Date: 3 May 1712\n- Place: Harlow, Uplands\n"
    for number in range(22):
        build_id = start(teacher, short, title=f"Article {number}")
        library.accept_sure(teacher, build_id)
        for key in open_keys(teacher, build_id):
            library.decide(teacher, build_id, key, "rejected")
        publish(teacher, build_id)
    assert len(library.list_builds(teacher)) == 20
    for number in range(20):
        start(teacher, short, title=f"Open {number}")
    with pytest.raises(Refused, match="20 articles are under review already"):
        start(teacher, short, title="One more")


@pytest.mark.both
def test_what_is_done_to_the_bank_after_publishing_stays_when_the_review_goes_on(teacher: Person):
    build_id = start(teacher)
    first, second, third, fourth, *rest = open_keys(teacher, build_id)
    for each in (first, second, third, fourth):
        library.decide(teacher, build_id, each, "accepted")
    key = publish(teacher, build_id)
    said = read_published(teacher, key)

    def change(text: str) -> str:
        without = text[: text.index(f"  - id: {third}\n")] + text[text.index(f"  - id: {fourth}\n") :]
        return without.replace(said[first], "The teacher says so in the bank.").replace("facts:\n", ADDED, 1)

    _change_bank(teacher, key, change)
    library.decide(teacher, build_id, second, "rejected")
    library.decide(teacher, build_id, rest[0], "accepted")
    assert publish(teacher, build_id) == key
    after = read_published(teacher, key)
    assert set(after) == {first, fourth, rest[0], "added-by-hand"}
    assert after[first] == "The teacher says so in the bank."


def test_a_fact_that_is_edited_in_the_review_after_publishing_is_what_is_published_next(teacher: Person):
    build_id = start(teacher)
    first, *_ = open_keys(teacher, build_id)
    library.decide(teacher, build_id, first, "accepted")
    key = publish(teacher, build_id)
    found = library.find_piece(library.read_state(teacher, build_id), first)
    library.edit_fact(teacher, build_id, first, found.seen, found.text, "Edited in the review.")
    publish(teacher, build_id)
    assert read_published(teacher, key)[first] == "Edited in the review."
    library.decide(teacher, build_id, first, "open")
    library.decide(teacher, build_id, open_keys(teacher, build_id)[1], "accepted")
    publish(teacher, build_id)
    assert first in read_published(teacher, key), "what is looked at again stays until it is rejected"


@pytest.mark.both
def test_a_change_that_is_rejected_after_it_was_published_brings_the_fact_back_as_it_was(teacher: Person):
    first = start(teacher)
    accept_all(teacher, first)
    key = publish(teacher, first)
    before = read_published(teacher, key)
    again = start(teacher, ARTICLE.replace("52+ killed", "61+ killed"), bank_key=key)
    changed = open_keys(teacher, again)
    accept_all(teacher, again)
    publish(teacher, again)
    assert before != read_published(teacher, key)
    review = library.look_at_review(teacher, again, None)
    before_and_now = [(each.before, each.statement) for each in review.facts.facts if each.fate == "changed"]
    assert any("52" in was and "61" in now for was, now in before_and_now)
    for each in changed:
        assert library.look_at_review(teacher, again, None).is_published
        library.decide(teacher, again, each, "rejected")
    assert not library.look_at_review(teacher, again, None).is_published
    publish(teacher, again)
    assert read_published(teacher, key) == before
    library.decide(teacher, again, changed[0], "accepted")
    publish(teacher, again)
    after = read_published(teacher, key)
    _change_bank(teacher, key, lambda text: text.replace(after[changed[0]], "Mended in the bank since."))
    library.decide(teacher, again, changed[0], "rejected")
    publish(teacher, again)
    assert read_published(teacher, key)[changed[0]] == "Mended in the bank since."


def test_a_fact_added_to_the_bank_while_it_is_built_again_stays(teacher: Person):
    first = start(teacher)
    accept_all(teacher, first)
    key = publish(teacher, first)
    again = start(teacher, ARTICLE.replace("52+ killed", "61+ killed"), bank_key=key)
    _change_bank(teacher, key, lambda text: text.replace("facts:\n", ADDED, 1))
    accept_all(teacher, again)
    publish(teacher, again)
    assert "added-by-hand" in read_published(teacher, key)


# Two windows at once


@pytest.mark.both
def test_of_two_first_verdicts_at_once_one_counts_and_the_other_is_told(app: Flask, teacher: Person):
    build_id = start(teacher)
    keys = open_keys(teacher, build_id)[:6]
    for number, key in enumerate(keys, 1):
        verdicts = random.Random(number).sample(["accepted", "rejected"], 2)
        jobs = [partial(library.decide, teacher, build_id, key, each, "open") for each in verdicts]
        results = at_once(app, jobs)
        (told,) = [each for each in results if each is not None]
        assert isinstance(told, Refused), told
        won = verdicts[results.index(None)]
        assert str(told).startswith(f"this fact was {won} in another window")
        state = library.read_state(teacher, build_id)
        assert (state.verdict_of(key), state.last_step) == (won, number)


@pytest.mark.both
def test_steps_of_many_windows_at_once_are_each_taken_back_alone(app: Flask, teacher: Person):
    build_id = start(teacher)
    keys = open_keys(teacher, build_id)[:4]
    found = library.find_piece(library.read_state(teacher, build_id), keys[0])
    jobs: list[Callable[[], object]] = [
        partial(library.decide, teacher, build_id, key, "accepted") for key in keys
    ]
    jobs += [
        partial(library.edit_fact, teacher, build_id, found.key, found.seen, found.text, said)
        for said in ("It is so.", "Or so.")
    ]
    results = at_once(app, jobs)
    assert [each for each in results if each is not None and not isinstance(each, library.Outdated)] == []
    assert len([each for each in results if each is not None]) == 1, "one of two edits is told of the other"
    assert library.read_state(teacher, build_id).last_step == 5
    taken = [library.take_back(teacher, build_id)[0] for _ in range(6)]
    assert sorted(taken) == sorted([*keys, found.key, ""])
    assert library.read_state(teacher, build_id).choices == {}


def test_a_step_in_a_review_that_was_discarded_meanwhile_is_refused(teacher: Person):
    build_id = start(teacher)
    library.discard_build(teacher, build_id)
    with pytest.raises(NotThere):
        library.decide(teacher, build_id, "any-fact", "accepted")
