"""Who else could have done it: fellows of the same side, never those to whom it was done."""

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.writing.distractors import Asked, find_lures
from quizapp.writing.prompt import Part, Prompt, Sort
from quizapp.writing.scene import set_scene
from tests.writing.drafts import draft, find_question, list_questions, list_wrong, write_article

SIDES = """
    Date: 3 May 1944
    Place: Harlow
    Combatant1: United States
    Combatant2: Empire of Japan
    Commander1: Ray Holt, Chester Dunn, Frank Lowell
    Commander2: Kenji Sato, Hiroshi Mori
"""
BODY = """
The Battle of Harlow was fought on 3 May 1944.

== Battle ==
The 5th Marine Regiment, commanded by Colonel Ray Holt, landed in the north. The 7th Marine Regiment, commanded by
Colonel Frank Lowell, landed in the south. The 9th Infantry Division was commanded by General Chester Dunn. The Sato
Brigade was commanded by Major Kenji Sato. There was a garrison in Harlow.
Ray Holt captured Harlow on 4 May 1944. Kenji Sato defeated Major Adam
Pike at Tannen on 5 May 1944. A battalion was commanded by Captain Joe Field.
"""
ARTICLE = write_article(SIDES, BODY)
POST = "choice: Who commanded the 5th Marine Regiment in the Battle of Harlow?"


def test_a_post_is_asked_with_the_holders_of_other_posts_of_the_same_side():
    question = find_question(draft(ARTICLE), POST)
    assert question.answer() == "Ray Holt"
    assert list_wrong(question) == {
        "Frank Lowell": "Frank Lowell commanded the 7th Marine Regiment.",
        "Chester Dunn": "Chester Dunn commanded the 9th Infantry Division.",
    }


def test_what_has_no_name_is_no_post():
    assert not [stem for stem in list_questions(draft(ARTICLE)) if "battalion" in stem]


def test_commanders_are_no_options_where_their_names_tell_their_side():
    asked = "choice: Which of these commanded on the side of"
    assert not [stem for stem in list_questions(draft(ARTICLE)) if stem.startswith(asked)]
    civil = ARTICLE.replace("Empire of Japan", "Confederate States")
    assert [stem for stem in list_questions(draft(civil)) if stem.startswith(asked)]


def test_a_place_may_have_been_taken_by_the_other_side_and_by_no_fellow_who_may_have_been_there():
    wrong = list_wrong(
        find_question(draft(ARTICLE), "choice: After the Battle of Harlow, who captured Harlow")
    )
    assert set(wrong) == {"Kenji Sato", "Hiroshi Mori"}


def test_what_one_person_does_may_have_been_done_by_a_fellow():
    article = ARTICLE.replace("A battalion", "Ray Holt signed the Treaty of Dorn on 9 May 1944. A battalion")
    stem = "choice: After the Battle of Harlow, who signed the Treaty of Dorn"
    assert set(list_wrong(find_question(draft(article), stem))) == {"Chester Dunn", "Frank Lowell"}


def test_nobody_defeats_his_own_side():
    stems = [stem for stem in list_questions(draft(ARTICLE)) if "who defeated Major Adam Pike" in stem]
    assert stems
    assert not [stem for stem in stems if stem.startswith("choice")]


def test_beside_a_people_stand_peoples():
    sides = SIDES.replace("Empire of Japan", "Kingdom of France, Kingdom of Bohemia, Tarid League")
    article = read_article(write_article(sides, f"{BODY}\nThe Americans captured the village of Dorn."))
    scene = set_scene(article, find_facts(article))
    fact = next(fact for fact in scene.facts if fact.clause is not None and "Dorn" in fact.clause.object)
    prompt = Prompt(stem="Who took it?", key="the Americans", sort=Sort.FORCE, part=Part.ACTOR)
    lures = {lure.text: lure.feedback for lure in find_lures(Asked(prompt, fact, scene, {}))}
    assert lures == {
        "the French": "The Kingdom of France fought against the United States.",
        "the Bohemians": "The Kingdom of Bohemia fought on the side of the Kingdom of France and its allies.",
    }


def test_who_surrendered_is_not_picked_from_the_side_that_took_him():
    article = ARTICLE.replace("A battalion", "Kenji Sato surrendered at Harlow on 9 May 1944. A battalion")
    asked = [each for stem, each in list_questions(draft(article)).items() if "who surrendered at" in stem]
    assert asked
    assert not any(each.choosable() for each in asked)


def test_who_is_named_in_the_stem_and_who_is_told_by_his_language_is_no_option():
    sides = SIDES.replace(
        "Ray Holt, Chester Dunn, Frank Lowell", "Ray Holt, Ned al-Amin, Al Hill, Sid Rowe, Max Orr"
    )
    article = read_article(write_article(sides, f"{BODY}\nSid Rowe signed the Treaty of Dorn."))
    scene = set_scene(article, find_facts(article))
    fact = next(fact for fact in scene.facts if fact.clause is not None and "Treaty" in fact.clause.object)
    prompt = Prompt(stem="Who met Hill in Dorn?", key="Sid Rowe", sort=Sort.PERSON, part=Part.ACTOR)
    assert [lure.text for lure in find_lures(Asked(prompt, fact, scene, {}))] == ["Ray Holt", "Max Orr"]


def test_the_first_of_several_that_led_together_is_not_asked_as_the_one():
    told = BODY + "The Dorn Brigade was commanded by the generals {}.\n"
    stems = list_questions(draft(write_article(SIDES, told.format("Adam Reed, who was old, and Carl Moss"))))
    assert not any("commanded the Dorn Brigade" in stem for stem in stems)


def test_who_alone_bears_another_name_is_not_asked_among_brothers():
    stem = "choice: Which of these commanded on the side of the Free Towns"
    sides = "Date: 3 May 1722\nCombatant1: Republic of Marra\nCombatant2: Free Towns\n"
    for first, is_asked in (
        ("Ilan Voss, Oskar Lind, Pia Holm", True),
        ("Ilan Voss, Otto Voss, Pia Voss", False),
    ):
        article = write_article(f"{sides}Commander1: {first}\nCommander2: Ada Renn, Jon Sorel", BODY)
        assert any(said.startswith(stem) for said in list_questions(draft(article))) is is_asked, first
