"""Wrong options lie where the stem says, say what they really are, and are no other name of the key."""

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.values.dates import When
from quizapp.values.read_date import read_date
from quizapp.writing.distractors import Asked, find_lures
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import set_scene
from tests.writing.drafts import draft, find_question, list_questions, list_wrong, write_article

ARTICLE = write_article(
    """
    Date: 3 May – 30 May 1944
    Place: Harlow, Essen County, France
    Combatant1: Ormia
    Combatant2: Tessa
    Strength1: 9,000 men, 40 tanks, 300 guns
    Strength2: 7,000 men, 90 tanks, 110 guns
    """,
    """
The Battle of Harlow was fought from 3 May to 30 May 1944.

== Battle ==
The Ormish Army captured the village of Tannen on 9 May 1944. The Ormish Army captured the village of Dorn on
17 May 1944. The village of Lund lay in ruins.

== Aftermath ==
The Ormish Army captured the village of Brenn on 4 June 1944.
""",
)


def _days(texts: list[str]) -> list[int]:
    found = [read_date(text) for text in texts]
    return [when.earliest for when in found if isinstance(when, When) and when.earliest is not None]


def test_what_happened_in_a_battle_is_offered_with_days_of_the_battle():
    stem = "choice: In the Battle of Harlow, on which day of 1944 did the Ormish Army capture the village of Tannen?"
    first, last = _days(["3 May 1944", "30 May 1944"])
    days = _days(list(list_wrong(find_question(draft(ARTICLE), stem))))
    assert len(days) == 3
    assert all(first <= day <= last for day in days)


def test_days_stay_in_the_year_that_the_stem_says():
    late = ARTICLE.replace("May", "December").replace("4 June 1944", "29 December 1944")
    dated = [
        question for stem, question in list_questions(draft(late)).items() if "on which day of 1944" in stem
    ]
    options = [text for question in dated for text in list_wrong(question)]
    assert options
    assert not [text for text in options if not text.endswith("1944")]


def test_a_day_outside_the_battle_says_so():
    feedback = list_wrong(
        find_question(draft(ARTICLE), "choice: On which day did the Battle of Harlow begin")
    )
    early = [said for text, said in feedback.items() if _days([text])[0] < _days(["3 May 1944"])[0]]
    assert set(early) <= {"Too early: the Battle of Harlow had not begun."}
    computed = [said for said in feedback.values() if said.startswith("Too")]
    assert computed


def test_what_is_computed_says_what_of_the_text_lies_between_it_and_the_key():
    crossed = "The Tessan Army crossed the river of Moor on 10 May 1944."
    stem = "choice: In the Battle of Harlow, on which day of 1944 did the Ormish Army capture the village of Tannen?"
    asked = find_question(
        draft(ARTICLE.replace("The village of Lund", f"{crossed} The village of Lund")), stem
    )
    assert list_wrong(asked)["11 May 1944"] == f"Too late; it was before this: {crossed}"
    asked = find_question(draft(ARTICLE), "choice: How many tanks did Tessa have")
    told = "Ormia had 40 tanks in the Battle of Harlow."
    assert list_wrong(asked)["30"] == f"Too low; the right number is above this one: {told}"
    assert list_wrong(asked)["60"] == "Too low."
    more = ARTICLE.replace("90 tanks, 110 guns", "150 tanks, 250 guns")
    asked = find_question(draft(more), "choice: How many guns did Ormia have")
    between = [said for said in list_wrong(asked).values() if said.startswith("Too low; ")]
    assert between == [
        "Too low; the right number is above this one: Tessa had 250 guns in the Battle of Harlow."
    ]


def test_a_place_says_what_befell_it_or_where_it_is_named():
    article = ARTICLE.replace(
        "The village of Lund", "The Tessan Army crossed the river of Moor. The village of Lund"
    )
    fact = next(fact for fact in find_facts(read_article(article)).facts if "Tannen" in fact.value)
    prompt = Prompt(stem="Which village was it?", key="Tannen", sort=Sort.PLACE, place="village")
    scene = set_scene(read_article(article), find_facts(read_article(article)))
    other = next(each for each in scene.facts if each.clause and "Dorn" in each.clause.object)
    told = {other.id: "The Ormish Army captured the village of Dorn on 17 May 1944."}
    lures = {lure.text: lure.feedback for lure in find_lures(Asked(prompt, fact, scene, told))}
    assert lures == {
        "Dorn": "The Ormish Army captured the village of Dorn on 17 May 1944.",
        "Lund": 'The article names it under "Battle".',
        "Brenn": 'The article names it under "Aftermath".',
    }


def test_another_name_of_the_key_is_no_wrong_option():
    article = ARTICLE.replace("Combatant1: Ormia", "Combatant1: Islamic State")
    scene = set_scene(read_article(article), find_facts(read_article(article)))
    fact = next(each for each in scene.facts if each.value == "Islamic State")
    prompt = Prompt(
        stem="Who was it?",
        key="the Islamic State",
        sort=Sort.FORCE,
        lures=(("ISIL", ""), ("Daesh", ""), ("Tessa", "Tessa fought against it.")),
    )
    assert [lure.text for lure in find_lures(Asked(prompt, fact, scene, {}))] == ["Tessa"]


def test_the_key_does_not_always_stand_at_the_same_place():
    losses = "    Casualties1: 800 killed, 2,000 wounded\n    Casualties2: 700 killed, 1,500 wounded\n"
    article = ARTICLE.replace("\n\nThe Battle", f"\n{losses.replace('    ', '- ')}\nThe Battle", 1)
    places = []
    for stem, question in list_questions(draft(article)).items():
        if stem.startswith("choice: How many"):
            numbers = [int(text.replace(",", "")) for text in (question.answer(), *list_wrong(question))]
            places.append(sorted(numbers).index(numbers[0]))
    assert len(places) == 10
    assert len(set(places)) > 2


def test_a_battle_is_not_offered_to_end_before_it_began():
    end = _days(
        list(list_wrong(find_question(draft(ARTICLE), "choice: On which day did the Battle of Harlow end")))
    )
    begin = _days(
        list(list_wrong(find_question(draft(ARTICLE), "choice: On which day did the Battle of Harlow begin")))
    )
    first, last = _days(["3 May 1944", "30 May 1944"])
    assert min(end) >= first
    assert max(begin) <= last


def _list_numbers(article: str, beginning: str = "choice: How many") -> dict[str, str]:
    asked = [each for stem, each in list_questions(draft(article)).items() if stem.startswith(beginning)]
    return {text: said for question in asked for text, said in list_wrong(question).items()}


def test_a_number_of_the_text_is_offered_only_where_it_is_another_answer():
    stem = "choice: How many guns did Ormia have"
    assert "Tessa had 110 guns in the Battle of Harlow." in _list_numbers(ARTICLE, stem).values()
    near = _list_numbers(ARTICLE.replace("110 guns", "290 guns"), stem)
    assert near
    assert "Tessa had 290 guns in the Battle of Harlow." not in near.values()


def test_no_number_of_the_text_is_made_up_anew():
    made = [text for text, said in _list_numbers(ARTICLE).items() if said.startswith("Too") and len(text) > 2]
    assert len(made) > 3
    told = ARTICLE.replace("lay in ruins", "held " + " or ".join(f"{number} souls" for number in made))
    again = {text for text, said in _list_numbers(told).items() if said.startswith("Too")}
    assert again
    assert not again & set(made)


def test_a_bound_of_the_text_is_no_other_answer_to_a_rough_range():
    article = ARTICLE.replace("9,000 men", "about 8,000 to 9,000 men").replace("7,000 men", "up to 7,000 men")
    assert _list_numbers(article, "choice: How many men did Ormia have")


def test_nobody_is_asked_how_many_of_one():
    few = (
        ARTICLE.replace("300 guns", "3 guns").replace("110 guns", "400 guns").replace("40 tanks", "900 tanks")
    )
    wrong = list_wrong(find_question(draft(few), "choice: How many guns did Ormia have"))
    assert wrong
    assert "1" not in wrong
