"""Other banks lend names: of the same sort and time, with what they really are, and none that may be right here."""

import pytest

from quizapp.questions import write_question
from quizapp.questions.choice import Choice
from quizapp.questions.date import Date
from quizapp.questions.match import Match
from quizapp.questions.options import Option
from quizapp.questions.text import Text
from quizapp.writing.lending import Loan, lend, may_lend
from tests.writing.drafts import draft, find_question, list_questions, list_wrong, write_article

ARTICLE = write_article(
    """
    Date: 3 May 1322
    Place: Harlow, Essen County, France
    Combatant1: Kingdom of Ormia
    Combatant2: Free Towns
    Commander1: King Otmar
    Commander2: Unknown
    """,
    "The Battle of Harlow was fought on 3 May 1322 between Ormia and the Free Towns. Hilda Brand was in Rome then.",
)
STEM = "choice: Which of these commanded on the side of the Kingdom of Ormia"


def _commander(name: str, year: int | None = 1330, side: str = "Tessa") -> Loan:
    return Loan(name, "commander", "Battle of Dorn", side, "France", year)


def test_a_bank_lends_the_names_that_it_asks_for_with_side_year_and_country():
    stem = "Which of these commanded on the side of Tessa in the Battle of Dorn?"
    bank = (
        Date(type="date", stem="On which day did the Battle of Dorn take place?", key="1330-06-02"),
        Text(type="text", stem="In which country did the Battle of Dorn take place?", key="France"),
        Choice(
            type="choice", stem=stem, key=Option(text="Runa Holt"), distractors=(Option(text="Ilan Voss"),)
        ),
        Match(
            type="match",
            stem="On which side did each commander fight in the Battle of Dorn?",
            key={"Runa Holt": "Tessa", "Ilan Voss": "Gorm"},
        ),
    )
    assert lend("Battle of Dorn", bank) == (
        Loan("Runa Holt", "commander", "Battle of Dorn", "Tessa", "France", 1330),
        Loan("Ilan Voss", "commander", "Battle of Dorn", "Gorm", "France", 1330),
    )


@pytest.mark.parametrize(("year", "is_lent"), [(1350, True), (1325, False), (1942, False), (None, False)])
def test_a_war_is_lent_if_it_is_another_one_of_about_the_same_time(year: int | None, is_lent: bool):
    article = write_article(
        """
        Partof: Reed War
        Date: 3 May 1322
        Place: Harlow, Essen County, France
        """,
        "The Battle of Harlow was fought on 3 May 1322, as a part of the Reed War.",
    )
    lent = Loan("Marl War", "conflict", "Battle of Dorn", year=year)
    stem = "choice: Of which larger conflict"
    wrong = list_wrong(
        find_question(draft(article, (lent, Loan("Ilm War", "conflict", "Battle of Ilm", year=1344))), stem)
    )
    assert wrong.get("The Marl War") == ("The Battle of Dorn was part of the Marl War." if is_lent else None)


def test_what_no_name_answers_is_not_lent():
    stem = "Which of these commanded on the side of Tessa?"
    assert lend("Words", (Text(type="text", stem=stem, key="nobody at all"),)) == ()


def test_other_banks_lend_distractors_where_the_article_has_too_few():
    assert not [each for each in list_questions(draft(ARTICLE)) if each.startswith(STEM)]
    lent = (_commander("Runa Holt"), _commander("Ilan Voss"))
    wrong = list_wrong(find_question(draft(ARTICLE, lent), STEM))
    assert wrong == {
        "Runa Holt": "Runa Holt commanded in the Battle of Dorn.",
        "Ilan Voss": "Ilan Voss commanded in the Battle of Dorn.",
    }


@pytest.mark.parametrize(
    "lent",
    [
        _commander("Ilan Voss", year=1944),
        _commander("Ilan Voss", year=None),
        _commander("Hilda Brand"),
        _commander("Otto Brand"),
        _commander("Ilan Voss", year=1323, side="the Kingdom of Ormia"),
        Loan("Ilan Voss", "unit", "Battle of Dorn", "Tessa", "France", 1330),
    ],
    ids=[
        "of another century",
        "of no year",
        "named here",
        "of a family named here",
        "same side, same war",
        "a unit",
    ],
)
def test_a_name_that_nobody_believes_or_that_may_be_right_is_not_lent(lent: Loan):
    assert not [
        each
        for each in list_questions(draft(ARTICLE, (_commander("Runa Holt"), lent)))
        if each.startswith(STEM)
    ]


@pytest.mark.parametrize(("country", "is_lent"), [("France", True), ("Peru", False), ("", False)])
def test_a_place_is_lent_within_its_country_with_the_battle_that_it_has_to_do_with(
    country: str, is_lent: bool
):
    lent = [
        Loan(name, "county", "Battle of Dorn", country=country) for name in ("Lund County", "Brack County")
    ]
    stem = "In which county did the Battle of Harlow take place?"
    article = ARTICLE.replace("Harlow, Essen County", "Orm, Essen County")
    asked = list_questions(draft(article, lent))
    assert [each for each in asked if each.endswith(stem)] == [
        f"choice: {stem}" if is_lent else f"text: {stem}"
    ]
    if is_lent:
        feedback = list_wrong(asked[f"choice: {stem}"])
        assert feedback["Lund County"] == "Lund County has to do with the Battle of Dorn."


def test_only_what_may_lend_is_read():
    stems = (
        "Which of these commanded on the side of Tessa?",
        "On which side did each commander fight?",
        "In which country did it take place?",
        "Which village was it?",
    )
    texts = [write_question(Text(type="text", stem=stem, key="Runa Holt")) for stem in stems]
    dated = write_question(Date(type="date", stem="When was it?", key="1330-06-02"))
    assert all(map(may_lend, (*texts, dated)))
    assert not may_lend(write_question(Text(type="text", stem="What is the capital of Peru?", key="Lima")))


def test_a_name_is_lent_once_however_it_is_written():
    stem = "Of which larger conflict was the Battle of Dorn a part?"
    bank = tuple(Text(type="text", stem=stem, key=key) for key in ("The Reed War", "Reed War"))
    assert [loan.name for loan in lend("Battle of Dorn", bank)] == ["Reed War"]
