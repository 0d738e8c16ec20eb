"""Events are asked as far as they name who did what; dates keep their bounds, and lures are never also true."""

import pytest

from quizapp.questions import grade
from quizapp.values.dates import parse_edtf
from quizapp.writing.draft import Draft
from tests.writing.drafts import draft, find_question, list_questions, list_wrong, write_article

INFOBOX = """
    Date: 2–15 June 1986
    Combatant1: Republic of Marra
    Combatant2: Free Coast Front
    Commander1: Ilan Voss
    Commander2: Ada Renn, Jon Sorel
    Units1: Marran Army
    Units2: Harbour Brigade, Cliff Brigade
    """


def tell(*sentences: str) -> Draft:
    body = "The Lamar offensive took place in Marra.\n\n== Fighting ==\n" + " ".join(sentences)
    return draft(write_article(INFOBOX, body, "Lamar offensive"))


CAPTURED = "On 11 June 1986, the Marran Army captured the port of Lamar."
CROSSED = "On 5 June 1986, the Marran Army crossed the Sarn River."
REACHED = "By 20 June 1986, the Marran Army had captured the village of Dorn."


def test_a_dated_event_is_asked_for_its_day():
    drafted = tell(CAPTURED, CROSSED)
    question = find_question(
        drafted, "date: In the Lamar offensive, on which day of 1986 did the Marran Army capture"
    )
    assert question.key_response() == ("11 June 1986",)


def test_a_fact_is_filed_under_its_heading_whatever_that_holds():
    heading = "Leadership and misleading reports"
    drafted = draft(write_article(INFOBOX, f"{CROSSED}\n\n== {heading} ==\n{CAPTURED}", "Lamar offensive"))
    topics = {fact.facts[0].evidence.quote: fact.topic for fact in drafted.facts}
    assert (topics[CAPTURED], topics[CROSSED]) == (heading, "Lamar offensive")


def test_the_other_days_of_a_choice_say_what_happened_then():
    question = find_question(tell(CAPTURED, CROSSED), "choice: On which day did the Lamar offensive begin?")
    told = [feedback for feedback in list_wrong(question).values() if "Marran Army" in feedback]
    assert told


def test_a_latest_day_is_asked_as_by_which_day():
    question = find_question(
        tell(REACHED), "date: After the Lamar offensive, by which day had the Marran Army"
    )
    assert question.answer() == "by 20 June 1986"
    assert parse_edtf("../1986-06-20")


def test_who_did_it_is_asked_with_the_other_side_only():
    question = find_question(
        tell(CAPTURED, CROSSED), "choice: In the Lamar offensive, which force captured the port"
    )
    assert question.answer() == "The Marran Army"
    wrong = list_wrong(question)
    assert len(wrong) >= 2
    assert not any("Marra" in text for text in wrong)


@pytest.mark.parametrize(
    "sentence",
    [
        "On 11 June 1986, they captured it.",
        "On 11 June 1986, he met his brother.",
        "On 11 June 1986, the Marran Army did not capture the port of Lamar.",
        "The Marran Army would have captured the port of Lamar on 11 June 1986.",
    ],
)
def test_what_does_not_stand_alone_or_did_not_happen_is_not_asked(sentence):
    sure = [fact for fact in tell(sentence).facts if fact.is_sure]
    assert not [each for fact in sure for each in fact.questions if "11 June 1986" in each.answer()]


def test_events_are_put_in_order_once_there_are_three_days():
    later = "On 13 June 1986, the Coastal Fleet reached the island of Tessa."
    question = find_question(tell(CROSSED, CAPTURED, later), "order: ")
    first, second, third = question.key_response()
    assert ("crossed" in first, "captured" in second, "reached" in third) == (True, True, True)


def test_a_statement_is_our_own_wording_and_the_sentence_is_evidence():
    drafted = tell("On 11 June 1986, after three days of rain, the Marran Army captured the port of Lamar.")
    fact = next(each for each in drafted.facts if "captured" in each.statement)
    assert fact.statement == "The Marran Army captured the port of Lamar on 11 June 1986."
    assert "rain" not in fact.statement


def test_nothing_is_asked_twice_in_the_same_words():
    drafted = tell(CAPTURED, CAPTURED, CROSSED)
    assert len(list_questions(drafted)) == sum(len(fact.questions) for fact in drafted.facts)


def test_abbreviations_are_written_out_where_the_article_explains_them():
    told = (
        "The Free Coast Front (FCF) fought in Marra. On 7 June 1986, FCF fighters attacked the port of Lamar."
    )
    statements = " ".join(fact.statement for fact in tell(told).facts)
    assert "FCF" not in statements


def test_a_gap_for_a_day_says_the_year_so_that_it_need_not_be_typed():
    question = find_question(
        tell(CAPTURED, CROSSED), "cloze: In 1986, the Marran Army captured the port of Lamar"
    )
    assert grade(question, ("11 June",)).mark == 1


def test_who_attacked_is_not_asked_without_a_day_or_a_place():
    drafted = tell("The Marran Army attacked the Free Coast Front.")
    assert not [stem for stem in list_questions(drafted) if "attacked the Free Coast Front" in stem]


def test_a_gap_of_another_year_says_how_it_stands_to_the_battle():
    told = "On 9 January 1987, the Marran Army left the port of Lamar. On 9 March 1987, Voss was crowned at Dorn."
    question = find_question(tell(told), "cloze: After the Lamar offensive, Voss was crowned at Dorn on ___.")
    assert question.answer() == "9 March 1987"
