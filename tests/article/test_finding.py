"""An article gives its facts, the same ones at every run, with ids that no correction of a number changes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.article import read_article
from quizapp.article.finding import LONGEST_SENTENCE, MOST_ENTRIES, find_facts
from tests.article.facts import find_in

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
HARLOW = (ARTICLES / "harlow-ford.txt").read_text(encoding="utf-8")


def test_the_same_article_gives_the_same_facts():
    assert find_facts(read_article(HARLOW)) == find_facts(read_article(HARLOW))


def test_ids_are_made_of_attribute_and_subject_and_are_each_used_once():
    ids = [fact.id for fact in find_facts(read_article(HARLOW)).facts]
    assert len(ids) == len(set(ids))
    assert "start-date-battle-of-harlow-ford" in ids
    assert {"commander-side-1", "commander-side-1-2"} <= set(ids)


def test_a_corrected_number_changes_no_id():
    before, after = (
        find_facts(read_article(text)).facts for text in (HARLOW, HARLOW.replace("5,200", "5,300"))
    )
    assert [fact.id for fact in before] == [fact.id for fact in after]
    assert before != after


def test_offsets_lead_back_to_the_words_in_the_input():
    for fact in find_facts(read_article(HARLOW)).facts:
        piece = HARLOW[fact.evidence.start : fact.evidence.end]
        assert piece.split()[0] == fact.evidence.quote.split()[0]


def test_a_sentence_with_a_name_that_states_nothing_is_reported():
    found = find_in(body="Perhaps nobody, not even Ida Vane.")
    assert [each.quote for each in found.uncovered] == ["Perhaps nobody, not even Ida Vane."]


def test_a_sentence_that_only_begins_with_a_name_is_reported_too():
    found = find_in(body="By 4 May 1712, they knew Vane. Vane, again and again.")
    assert found.uncovered[-1].quote == "Vane, again and again."


@pytest.mark.parametrize(
    "sentence",
    [
        "At about 09:00, nobody knew anything.",
        "Perhaps nobody, not even the second of them.",
        "Perhaps nobody, not even thousands of them.",
        "At last, by 9 or so, nobody.",
        "Perhaps (Vane).",
        "At 9 Vane, again and again.",
    ],
)
def test_a_sentence_with_a_time_of_day_or_any_number_that_states_nothing_is_reported(sentence: str):
    assert [each.quote for each in find_in(body=sentence).uncovered] == [sentence]


def test_a_sentence_without_a_name_or_a_number_need_state_nothing():
    assert find_in(body="Perhaps nobody, not even the old miller.").uncovered == ()


def test_a_sentence_too_long_to_be_one_is_passed_over():
    found = find_in(body="Weir 12 " * (LONGEST_SENTENCE // 8 + 1))
    assert [skip.reason for skip in found.skipped] == ["this sentence is too long to be read"]


def test_of_a_cell_that_is_none_only_the_beginning_is_read():
    found = find_in(
        "Casualties1: " + ", ".join(f"{number} killed (per Watch {number})" for number in range(3_000))
    )
    assert len(found.facts) == MOST_ENTRIES
    assert [skip.reason for skip in found.skipped] == ["only the first 200 entries of a cell are read"]


@given(st.text(max_size=400))
def test_any_text_gives_facts_and_no_exception(text: str):
    found = find_facts(read_article(text))
    assert all(0 <= fact.evidence.start <= fact.evidence.end <= len(text) for fact in found.facts)


@given(
    st.integers(0, len(HARLOW)), st.integers(0, 60), st.text(alphabet="(){}|*=-–~†0123,. aK\n'<", max_size=12)
)
def test_a_damaged_article_gives_facts_and_no_exception(at: int, length: int, put: str):
    find_facts(read_article(HARLOW[:at] + put + HARLOW[at + length :]))
