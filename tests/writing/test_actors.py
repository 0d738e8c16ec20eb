"""Who did it, and to whom it happened, is asked of persons and forces only, by names that everybody knows."""

import pytest

from quizapp.writing.draft import Draft
from tests.writing.drafts import draft, find_question, list_questions, list_wrong, write_article

INFOBOX = """
    Date: 3–5 May 1722
    Combatant1: Republic of Marra
    Combatant2: Free Towns
    Commander1: Ilan Voss
    Commander2: Ada Renn, Jon Sorel, Pia Sorel
    """


def tell(body: str, heading: str = "Fighting") -> Draft:
    whole = f"The Battle of Harlow was fought in Marra.\n\n== {heading} ==\n{body}"
    return draft(write_article(INFOBOX, whole))


def list_stems(drafted: Draft) -> str:
    return "\n".join(list_questions(drafted))


def test_a_surname_in_the_text_is_asked_as_the_whole_name_of_the_infobox():
    drafted = tell("Voss captured Dorn Castle on 4 May 1722.")
    assert find_question(drafted, "choice: In the Battle of Harlow, who capt").answer() == "Ilan Voss"


def test_the_place_of_the_battle_is_nobody_who_did_it():
    assert "who destroyed" not in list_stems(tell("Harlow destroyed the Marran fleet on 4 May 1722."))
    assert "who destroyed" in list_stems(tell("Voss destroyed the Ormish fleet on 4 May 1722."))


def test_what_the_text_looks_back_to_is_not_told_to_be_in_the_battle():
    had = "Voss fell ill. He was old, and Ada Renn had built Dorn Castle."
    assert "At the time of the Battle of Harlow, who built Dorn Castle?" in list_stems(tell(had))


def test_a_surname_that_two_commanders_share_stays_as_it_is():
    stems = list_questions(tell("Sorel captured Dorn Castle on 4 May 1722."))
    keys = {each.answer() for stem, each in stems.items() if "who captured" in stem}
    assert keys == {"Sorel"}


def test_what_happens_is_nobody_who_does_it():
    drafted = tell("The Siege of Dorn ended with the surrender of Count Brand on 4 May 1722.")
    assert "when" not in list_stems(drafted)
    assert "did the Siege of Dorn end" in list_stems(drafted)
    assert "who ended" not in list_stems(drafted)


def test_what_somebody_was_stands_in_the_stem_and_not_in_the_key():
    question = find_question(
        tell("The Ormish engineer Tobin Hale built a stone bridge for Voss."),
        "text: In the Battle of Harlow, which Ormish engineer built",
    )
    assert question.answer() == "Tobin Hale"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Voss was buried in Dorn Abbey on 9 June 1722.", "who was buried in Dorn Abbey on 9 June 1722?"),
        ("Captain Elin Marsh was captured by a patrol.", "who was captured by a patrol?"),
    ],
)
def test_to_whom_it_happened_is_asked(told, asked):
    assert asked in list_stems(tell(told, "Aftermath"))


def test_whose_fate_several_shared_is_not_asked_without_a_day():
    told = "Elin Marsh was captured by a patrol. Rolf Dane was captured by a patrol."
    assert "who was captured" not in list_stems(tell(told))


def test_who_was_buried_has_other_commanders_as_distractors():
    drafted = tell("Voss was buried in Dorn Abbey on 9 June 1722.", "Aftermath")
    question = find_question(drafted, "choice: After the Battle of Harlow, who was buried")
    assert {"Jon Sorel", "Ada Renn"} & set(list_wrong(question))


def test_who_commanded_a_ship_is_asked():
    assert "who commanded Victory?" in list_stems(tell("Captain Elin Marsh commanded Victory."))


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Chancellor Osric Bane resigned on 9 June 1722.", "did Chancellor Osric Bane resign?"),
        ("Jon Sorel began to bombard the walls on 4 May 1722.", "did Jon Sorel begin to bombard the walls?"),
    ],
)
def test_a_day_is_asked_of_what_the_name_alone_tells(told, asked):
    assert asked in list_stems(tell(told))


@pytest.mark.parametrize(
    "told",
    [
        "Rolf Dane was sent to investigate on 4 May 1722.",
        "Jon Sorel launched a third attack against Dorn on 4 May 1722.",
        "Rolf Dane moved to Dorn in 1722.",
    ],
)
def test_what_is_cut_short_counted_or_no_nearer_than_the_battle_is_not_asked_for_its_date(told):
    assert "which day" not in list_stems(tell(told)).replace("which day did the Battle", "")
    assert "which year" not in list_stems(tell(told))


def test_the_lead_tells_of_the_time_of_the_battle():
    body = "The Battle of Harlow was fought in Marra. Jon Sorel captured Dorn Castle."
    assert "At the time of the Battle of Harlow, who captured Dorn Castle?" in list_stems(
        draft(write_article(INFOBOX, body))
    )


def test_nation_and_rank_are_no_part_of_a_name_that_is_the_answer():
    drafted = tell("Ormish Admiral Arn Herbert, the Earl of Dorn, sailed from Lamar on 4 May 1722.")
    keys = {
        each.answer()
        for stem, each in list_questions(drafted).items()
        if "ho sailed" in stem or "ho was" in stem
    }
    assert keys == {"Arn Herbert"}


def test_a_purpose_that_only_the_text_explains_is_left_out():
    drafted = tell("Voss appointed Rolf Dane as commander to deal with the threat.")
    assert "Voss appointed Rolf Dane as commander." in {each.statement for each in drafted.facts}


def test_a_chapter_before_the_battle_tells_of_its_time():
    first = "The Battle of Harlow was fought.\n\n== Two invasions ==\nJon Sorel built Dorn Castle."
    body = f"{first}\n\n== Battle ==\nIt lasted a day."
    stems = list_stems(draft(write_article(INFOBOX, body)))
    assert "At the time of the Battle of Harlow, who built Dorn Castle?" in stems


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Chancellor Osric Bane died without a child on 9 June 1722.", "did Chancellor Osric Bane die?"),
        ("The Greyhound sank on 4 May 1722.", "did the Greyhound sink?"),
    ],
)
def test_what_befell_somebody_once_is_asked_without_more(told, asked):
    assert asked in list_stems(tell(told))


def test_a_company_is_not_taken_without_a_look():
    drafted = tell(
        "On 4 May 1722, K Company captured Dorn Castle. On 5 May 1722, Voss captured Lamar Castle."
    )
    sure = " ".join(fact.statement for fact in drafted.facts if fact.is_sure)
    assert "Lamar Castle" in sure
    assert "K Company" not in sure


@pytest.mark.parametrize(
    ("title", "is_asked"), [("the reigning King of Orm", True), ("the exiled Duke of Orm", False)]
)
def test_an_office_is_asked_of_who_holds_it(title, is_asked):
    stems = list_stems(tell(f"Rolf Dane, {title}, sailed from Lamar on 4 May 1722."))
    assert ("Who was the" in stems) is is_asked
    assert "reigning" not in stems


def test_a_region_keeps_the_article_that_the_text_gives_it():
    drafted = tell("The Rohr, the biggest coal field in Ormia, was lost. He crossed the Rohr and fled.")
    told = " ".join(fact.statement for fact in drafted.facts)
    assert "The Rohr is described as the biggest coal field in Ormia." in told


@pytest.mark.parametrize(
    "told",
    [
        "News of the fall of Dorn reached Lamar on 4 May 1722.",
        "On 4 May 1722, Voss seized the initiative at Dorn.",
        "Brand's efforts were defeated at Dorn on 4 May 1722.",
        "Duke Ansgar, the last independent duke of Brenn, fled.",
    ],
)
def test_what_says_little_is_not_asked(told):
    stems = list_stems(tell(told))
    assert "Dorn" not in stems
    assert "described as" not in stems


@pytest.mark.parametrize(
    ("told", "is_asked"),
    [
        ("The Marran Army besieged the castle of the Free Towns.", False),
        ("The Marran Army besieged Renn in the castle of Dorn.", False),
        ("The Marran Army besieged the castle of Dorn.", True),
        ("Voss besieged the castle of the Free Towns at Dorn.", True),
        ("The Ormish rebels besieged the castle of Renn.", False),
        ("The Americans besieged the castle of Dorn.", True),
        ("The Americans besieged the castle of Dorn on 4 May 1722.", False),
    ],
)
def test_which_of_two_sides_it_was_is_not_asked_where_the_other_one_is_named(told, is_asked):
    stems = list_stems(tell(told))
    assert ("who besieged" in stems or "which force besieged" in stems) is is_asked


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Ada Renn became Regent of Marra.", "who became Regent of Marra?"),
        (
            "Ada Renn became Regent of Marra on 9 June 1722.",
            "on which day of 1722 did Ada Renn become Regent",
        ),
        ("Count Brand ruled the Kingdom of Orm.", "who ruled the Kingdom of Orm?"),
        ("Captain Elin Marsh replaced General Tobin Hale.", "who replaced General Tobin Hale?"),
        ("Captain Elin Marsh killed Tobin Hale.", "who killed Tobin Hale?"),
    ],
)
def test_who_came_to_an_office_or_took_the_place_or_life_of_somebody_is_asked(told, asked):
    assert asked in list_stems(tell(told, "Aftermath"))


@pytest.mark.parametrize(
    "told",
    ["Ada Renn became an Ormish citizen.", "Elin Marsh replaced Dorn.", "Elin Marsh killed the Ormans."],
)
def test_what_says_too_little_is_not_asked_of_who_did_it(told):
    assert "who became" not in list_stems(tell(told, "Aftermath"))
    assert "who replaced" not in list_stems(tell(told, "Aftermath"))
    assert "who killed" not in list_stems(tell(told, "Aftermath"))
