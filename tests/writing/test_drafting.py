"""A draft asks what an article states: in English, with one right answer, each question without a flaw."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.bank.reading.read import read_bank
from quizapp.bank.rebuilding.building import NothingToAsk, build_bank
from quizapp.bank.schema import LONGEST_LINE
from quizapp.bank.write import write_bank
from quizapp.questions import Question
from quizapp.writing.draft import Draft
from quizapp.writing.drafting import draft_questions
from quizapp.writing.quality import Item, find_flaws

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
LAMAR = (ARTICLES / "lamar-strait.txt").read_text(encoding="utf-8")


def draft(text: str) -> Draft:
    article = read_article(text)
    return draft_questions(article, find_facts(article))


def asked(drafted: Draft) -> dict[str, Question]:
    return {f"{each.type}: {each.stem}": each for fact in drafted.facts for each in fact.questions}


def test_an_article_becomes_questions_of_many_forms():
    questions = asked(draft(LAMAR))
    assert len(questions) >= 25
    assert {each.type for each in questions.values()} >= {
        "choice",
        "date",
        "number",
        "text",
        "cloze",
        "order",
    }
    start = questions["date: On which day did the 1986 Lamar Strait offensive begin?"]
    assert start.answer() == "2 June 1986"


def test_no_question_has_a_flaw_that_blocks():
    drafted = draft(LAMAR)
    items = [
        Item(0, place, question, fact.statement)
        for place, fact in enumerate(drafted.facts)
        for question in fact.questions
    ]
    items = [Item(at, each.fact, each.question, each.statement) for at, each in enumerate(items)]
    assert [flaw for flaw in find_flaws(items) if flaw.is_error] == []


def test_what_is_drafted_is_a_bank_that_reads_back_the_same():
    bank = build_bank(draft(LAMAR), "https://example.org/lamar", "CC BY-SA 4.0")
    written = write_bank(bank)
    reading = read_bank(written.encode(), "lamar.yaml")
    assert reading.problems == ()
    assert write_bank(build_bank(draft(LAMAR), "https://example.org/lamar", "CC BY-SA 4.0")) == written


def test_a_day_that_is_told_as_the_latest_is_asked_as_the_latest():
    questions = asked(draft(LAMAR))
    stems = [each.stem for each in questions.values() if each.answer() == "by 20 June 1986"]
    assert stems
    assert all("by which day had" in stem for stem in stems)


def test_what_contradicts_itself_is_not_asked():
    drafted = draft(LAMAR)
    assert not [fact for each in drafted.facts for fact in each.facts if fact.status.value == "contradicted"]


def test_what_lies_in_the_battle_is_not_told_to_be_after_it_where_its_end_is_contradicted():
    drafted = draft(
        """= Siege of Korrum =

Infobox
- Date: March–May 1480
- Place: Korrum, Greece

On 4 March 1480, Leon Oss reached Korrum. Between 3 and 7 April 1480, Leon Oss stormed the citadel.
The siege ended on 29 April 1480.
"""
    )
    told = [each for each in drafted.facts if "stormed" in each.statement]
    assert told
    assert all("n the Siege of Korrum" in question.stem for question in told[0].questions)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(LAMAR.split(" ")), max_size=120))
def test_any_text_is_drafted_without_an_exception(words: list[str]):
    drafted = draft(" ".join(words))
    assert all(each.questions and each.statement for each in drafted.facts)


def test_an_article_without_a_title_gives_a_bank_with_one():
    bank = build_bank(
        draft("Infobox\n- Date: 3 May 1322\n- Place: Dorn, France\n\nThe battle was fought in France.")
    )
    assert bank.title == "Untitled article"
    assert all("the battle" in each.questions[0].stem.lower() for each in bank.facts)


def test_what_nobody_could_read_is_not_asked():
    name = "V" * 1_990
    drafted = draft(
        "{{Infobox military conflict|conflict=Battle of Dorn|partof=the War of Sarn|date=4 May 1986"
        f"|result={name} victory|commander1=Ada {name}|combatant1=Marra|combatant2=The Coast}}}}\n"
        "On 4 May 1986, the Marran Army captured the port of Dorn."
    )
    assert drafted.facts
    assert not [each.statement for each in drafted.facts if name in each.statement]


def test_what_is_longer_than_a_line_of_a_bank_leaves_the_rest_to_be_asked():
    told = "On 4 May 1986, the Marran Army captured the port of"
    drafted = draft(f"The strait\n\n== {'Sarn' * 900} ==\n\n{told} Lamar. {told} Dorn{'dorn' * 470}.")
    bank = build_bank(drafted)
    assert [fact.statement for fact in bank.facts if "Lamar" in fact.statement]
    assert {len(fact.evidence.section) for fact in bank.facts if fact.evidence} == {LONGEST_LINE}
    first = drafted.facts[0]
    wordy = replace(first, id="wordy", statement=f"{first.statement[:-1]}, {'so ' * 700}on.")
    kept = build_bank(replace(drafted, facts=(*drafted.facts, wordy)))
    assert [fact.id for fact in kept.facts] == [fact.id for fact in bank.facts]
    with pytest.raises(NothingToAsk):
        build_bank(replace(drafted, facts=(wordy,)))
