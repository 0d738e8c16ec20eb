"""What an infobox says of the sides is asked by names as a reader would say them, one answer right."""

from tests.writing.drafts import draft, find_question, list_questions, list_wrong, write_article

ARTICLE = write_article(
    """
    Date: 3 May 1322
    Place: Harlow, Essen County, France
    Result: Decisive Ormish victory
    Combatant1: Kingdom of Ormia, Duchy of Brenn
    Combatant2: Free Towns
    Commander1: King Otmar (WIA), Duke Ansgar of Brenn †, Count Hilmar
    Commander2: Jost Winter, Ela Stahl
    Units1: Royal Guard, Brennish Horse
    Units2: Harlow Militia, Tannen Militia
    Strength1: 4,000 men
    Strength2: c. 2,500 men
    Casualties1: 300+ killed (per Ormish heralds)
    Casualties2: 900 killed, 12 ships sunk
    """,
    "The Battle of Harlow was fought on 3 May 1322 between Ormia and the Free Towns.",
)


def test_sides_are_named_as_a_reader_would():
    statements = [fact.statement for fact in draft(ARTICLE).facts]
    assert "Jost Winter was a commander on the side of the Free Towns in the Battle of Harlow." in statements


def test_commanders_of_the_other_side_are_distractors_that_say_so():
    questions = [question for fact in draft(ARTICLE).facts for question in fact.questions]
    (question,) = (each for each in questions if each.type == "choice" and each.answer() == "Jost Winter")
    wrong = list_wrong(question)
    assert "Ela Stahl" not in wrong
    assert wrong
    assert all("commanded on the side of" in feedback for feedback in wrong.values())


def test_who_is_asked_openly_may_be_any_of_several():
    question = find_question(draft(ARTICLE), "text: Name one of the parties")
    right = {question.answer(), *question.also_right()}
    assert {"Kingdom of Ormia", "Duchy of Brenn"} <= right


def test_a_number_that_somebody_counted_is_asked_with_who_did():
    question = find_question(draft(ARTICLE), "number: According to Ormish heralds")
    assert question.answer() == "at least 300"


def test_ships_are_asked_as_ships():
    question = find_question(draft(ARTICLE), "number: How many ships")
    assert question.stem == "How many ships on the side of the Free Towns were sunk in the Battle of Harlow?"


def test_a_bound_is_typed_and_not_picked_where_it_would_be_the_smallest_of_all():
    asked = [stem for stem in list_questions(draft(ARTICLE)) if "at least how many" in stem]
    assert [stem.partition(":")[0] for stem in asked] == ["number"]


def test_the_result_is_asked_with_the_other_side_as_distractor():
    question = find_question(draft(ARTICLE), "choice: How did the Battle of Harlow end?")
    assert question.answer() == "With a decisive Ormish victory"
    assert "With a stalemate" in list_wrong(question)


def test_the_country_is_asked_with_countries_near_it():
    question = find_question(draft(ARTICLE), "choice: In which country")
    assert question.answer() == "France"
    assert set(list_wrong(question)) == {"Belgium", "Luxembourg", "Switzerland"}


def test_a_country_that_has_land_of_the_key_today_is_no_option():
    wrong = list_wrong(find_question(draft(ARTICLE.replace("France", "Russia")), "choice: In which country"))
    assert wrong
    assert not {"Ukraine", "Poland", "Belarus"} & set(wrong)


def test_a_place_that_the_title_tells_is_not_asked():
    assert not [each for each in list_questions(draft(ARTICLE)).values() if each.answer() == "Harlow"]


def test_commanders_are_matched_to_their_sides():
    question = find_question(draft(ARTICLE), "match: On which side did each commander fight")
    assert "Jost Winter: The Free Towns" in question.answer()


def test_two_totals_of_one_side_are_not_asked():
    article = ARTICLE.replace("900 killed", "900 killed, 1,200 killed")
    stems = list_questions(draft(article))
    assert not [stem for stem in stems if "How many people on the side of the Free Towns were killed" in stem]


def test_who_was_executed_is_not_said_to_have_been_so_in_the_battle():
    article = write_article(
        """
        Date: 3 May 1722
        Combatant1: Republic of Marra
        Combatant2: Free Towns
        Commander1: Ilan Voss (KIA), Rolf Dane (POW)
        Commander2: Ada Renn (executed), Jon Sorel
        """,
        "The Battle of Harlow was fought on 3 May 1722.",
    )
    question = find_question(
        draft(article), "choice: Which of these commanders who fought in the Battle of Harlow"
    )
    assert question.answer() == "Ada Renn"


def test_over_a_number_is_asked_as_more_than_it():
    article = ARTICLE.replace("900 killed", "Over 900 killed")
    stem = "More than how many people on the side of the Free Towns were killed in the Battle of Harlow?"
    assert find_question(draft(article), f"number: {stem}").answer() == "900"
    assert "More than 900 people" in " ".join(fact.statement for fact in draft(article).facts)


def test_numbers_that_are_offered_look_like_the_key():
    article = ARTICLE.replace("Strength2: c. 2,500 men", "Strength2: 2,000 to 3,000 men")
    options = list_wrong(find_question(draft(article), "choice: How many men did the Kingdom of Ormia"))
    assert options
    assert not [text for text in options if " to " in text]


def test_a_man_named_garrison_is_no_garrison():
    article = write_article(
        """
        Combatant1: Republic of Marra
        Combatant2: Tsardom of Orm
        Commander1: William Garrison, Ilan Voss
        Commander2: Ada Renn, Jon Sorel
        """,
        "The Battle of Harlow was fought on 3 May 1322.",
    )
    told = " ".join(fact.statement for fact in draft(article).facts)
    assert "the William" not in told
    assert "The William" not in told
    assert "the Tsardom of Orm" in told


def test_a_number_of_nobody_is_not_taken_without_a_look():
    article = write_article(
        """
        Combatant1: Republic of Marra
        Combatant2: Free Towns
        Casualties1: 300 killed (per other sources)
        Casualties2: 900 killed (per Ormish heralds)
        """,
        "The Battle of Harlow was fought on 3 May 1322.",
    )
    sure = " ".join(fact.statement for fact in draft(article).facts if fact.is_sure)
    assert "according to Ormish heralds" in sure
    assert "other sources" not in sure


def test_a_unit_that_is_called_after_its_side_is_no_option():
    article = ARTICLE.replace("Kingdom of Ormia, Duchy of Brenn", "Free Tribes").replace(
        "Free Towns", "Ormia"
    )
    article = article.replace("Royal Guard, Brennish Horse", "Green Lancers, FT Riders")
    article = article.replace("Harlow Militia, Tannen Militia", "Brennish Horse, Lund Hussars, Ormia Guards")
    asked = [each for stem, each in list_questions(draft(article)).items() if "Which of these units" in stem]
    options = {text for question in asked for text in (question.answer(), *list_wrong(question))}
    assert options == {"Green Lancers", "Brennish Horse", "Lund Hussars"}


def test_a_result_is_worded_alike_for_both_sides():
    article = ARTICLE.replace("Decisive Ormish victory", "Decisive French victory")
    article = article.replace("Kingdom of Ormia, Duchy of Brenn", "Kingdom of France").replace(
        "Free Towns", "Empire of Japan"
    )
    wrong = list_wrong(find_question(draft(article), "choice: How did the Battle of Harlow end?"))
    assert "With a decisive Japanese victory" in wrong


def test_what_became_of_the_other_commanders_is_said():
    wrong = list_wrong(find_question(draft(ARTICLE), "choice: Which of these commanders was killed"))
    assert wrong["King Otmar"] == "King Otmar was wounded."


def test_who_held_an_office_is_not_told_by_the_language_of_the_names():
    article = ARTICLE.replace("Kingdom of Ormia, Duchy of Brenn", "Kingdom of France").replace(
        "Free Towns", "Empire of Japan"
    )
    article += "\n== Background ==\nMinato Abe was the Governor of Tessa.\n"
    stems = list_questions(draft(article))
    assert not [stem for stem in stems if stem.startswith("choice: Who was the Governor of Tessa")]


def test_who_lost_is_known_by_who_won_where_the_infobox_names_the_sides_otherwise():
    article = ARTICLE.replace("Decisive Ormish victory", "Union victory").replace("1322", "1863")
    assert "With a Confederate victory" in list_wrong(
        find_question(draft(article), "choice: How did the Battle of Harlow end?")
    )


def test_whom_the_text_names_beside_such_a_fate_is_no_wrong_option():
    stem = "choice: Which of these commanders was killed"
    assert "Count Hilmar" in list_wrong(find_question(draft(ARTICLE), stem))
    told = ARTICLE + "\n== Aftermath ==\nHilmar was found among the dead the next morning.\n"
    assert "Count Hilmar" not in list_wrong(find_question(draft(told), stem))


def test_an_execution_is_asked_only_beside_other_known_fates():
    article = ARTICLE.replace("Jost Winter", "Jost Winter (executed)").replace(" (WIA)", "")
    assert not [
        stem
        for stem in list_questions(draft(article))
        if stem.startswith("choice: Which of these commanders who")
    ]


def test_commanders_whose_names_tell_their_side_are_asked_on_cards_and_in_no_match():
    article = ARTICLE.replace("Kingdom of Ormia, Duchy of Brenn", "Kingdom of France").replace(
        "Free Towns", "Empire of Japan"
    )
    asked = list_questions(draft(article))
    assert not [stem for stem in asked if stem.startswith("match: On which side did each commander")]
    stem = "card: Who commanded on the side of the Empire of Japan in the Battle of Harlow?"
    assert asked[stem].answer() == "Jost Winter and Ela Stahl."


def test_beside_the_fallen_those_of_his_own_side_are_offered_first():
    article = ARTICLE.replace("Duke Ansgar of Brenn †, Count Hilmar", "Count Hilmar").replace(
        "Jost Winter, Ela Stahl", "Jost Winter, Ela Stahl †, Ida Lund"
    )
    wrong = list_wrong(find_question(draft(article), "choice: Which of these commanders was killed"))
    assert list(wrong)[:2] == ["Jost Winter", "Ida Lund"]


def test_one_of_several_of_a_rank_is_not_asked_as_if_he_had_commanded_alone():
    body = "The Ormish army was commanded by {} on 3 May 1322."
    one = draft(ARTICLE + body.format("General Tobin Hale"))
    several = draft(ARTICLE + body.format("Generals Tobin Hale"))
    stem = "Who commanded the Ormish army"
    assert [each for each in list_questions(one) if stem in each]
    assert not [each for each in list_questions(several) if stem in each]


def test_who_took_over_after_the_battle_is_not_asked_as_who_commanded():
    body = "\n== {} ==\nThe right wing of the Ormish army was commanded by Tobin Hale.\n"
    stem = "Who commanded the right wing of the Ormish army in the Battle of Harlow?"
    assert [each for each in list_questions(draft(ARTICLE + body.format("Fight"))) if stem in each]
    for heading in ("Aftermath", "Background"):
        asked = list_questions(draft(ARTICLE + body.format(heading)))
        assert not [each for each in asked if stem in each]


def test_a_commander_may_be_spelled_as_the_infobox_does():
    article = ARTICLE.replace("Jost Winter", "Abdul Halim al-Rasi")
    body = "\n== Fight ==\nThe Harlow army was commanded by Abd al-Halim al-Rasi on 3 May 1322.\n"
    question = find_question(draft(article + body), "text: Who commanded the Harlow army")
    assert "Abdul Halim al-Rasi" in question.also_right()


def test_who_may_have_been_killed_is_no_wrong_option_of_who_was():
    body = "\n== Fight ==\nCount Hilmar committed suicide.\n"
    article = ARTICLE.replace("Count Hilmar", "Count Hilmar †, Lord Alm") + body
    stem = "choice: Which of these commanders was killed"
    assert "Count Hilmar" not in list_wrong(find_question(draft(article), stem))


def test_so_many_initially_is_not_asked():
    article = ARTICLE.replace("c. 2,500 men", "2,500 initially")
    assert not [stem for stem in list_questions(draft(article)) if "initially" in stem]


def test_a_place_that_is_only_near_is_said_to_be_near():
    article = ARTICLE.replace("Place: Harlow, Essen County, France", "Place: Near Tannen, Essen")
    told = [fact.statement for fact in draft(article).facts]
    assert "The Battle of Harlow took place near Tannen." in told
    article = ARTICLE.replace("Harlow, Essen County, France", "Sarn River near Tannen, Essen")
    told = [fact.statement for fact in draft(article).facts]
    assert "The Battle of Harlow took place near Tannen, Essen." in told


def test_a_side_of_which_only_commanders_are_known_is_named_by_the_first():
    article = ARTICLE.replace("Combatant2: Free Towns", "Territory: none")
    questions = list_questions(draft(article))
    stem = "number: How many people of Jost Winter's forces were killed in the Battle of Harlow?"
    assert questions[stem].answer() == "900"
    assert not [each for each in questions if "on the side of Jost Winter" in each]


def test_what_the_text_writes_small_is_written_small_inside_a_question():
    article = ARTICLE + "\n== Fight ==\nWarships from Dorn sank the Ormish cog Vera on 4 May 1322. {}\n"
    stem = "did {} from Dorn sink the Ormish cog Vera"
    small = list_questions(draft(article.format("The towns had few warships.")))
    assert [each for each in small if stem.format("warships") in each]
    named = list_questions(draft(article.format("They say that Warships were there.")))
    assert [each for each in named if stem.format("Warships") in each]


def test_who_was_executed_is_no_wrong_answer_to_who_was_killed():
    article = ARTICLE.replace("Jost Winter", "Jost Winter (executed)")
    wrong = list_wrong(find_question(draft(article), "choice: Which of these commanders was killed"))
    assert "Ela Stahl" in wrong
    assert "Jost Winter" not in wrong


def test_a_fate_is_asked_beside_others_of_the_same_language():
    asked = "choice: Which of these commanders was killed"
    article = ARTICLE.replace("Kingdom of Ormia, Duchy of Brenn", "Kingdom of France").replace(
        "Free Towns", "Empire of Japan"
    )
    assert set(list_wrong(find_question(draft(article), asked))) >= {"King Otmar", "Count Hilmar"}
    alone = article.replace("King Otmar (WIA), Duke Ansgar of Brenn †, Count Hilmar", "Ansgar Brenn †")
    assert not [stem for stem in list_questions(draft(alone)) if stem.startswith(asked)]


def test_a_commander_who_is_called_after_the_side_is_no_option():
    article = ARTICLE.replace("Kingdom of Ormia", "Hilmar Sultanate")
    asked = "choice: Which of these commanded on the side of"
    options = [each for stem, each in list_questions(draft(article)).items() if stem.startswith(asked)]
    assert options
    assert not [each for each in options if "Count Hilmar" in {each.answer(), *list_wrong(each)}]
    match = find_question(draft(article), "match: On which side did each commander")
    assert "Count Hilmar" not in match.answer()
    assert "King Otmar" in match.answer()


def test_a_victory_of_another_sort_is_nothing_that_the_battle_led_to():
    article = ARTICLE.replace("Decisive Ormish victory", "Inconclusive, Ormish strategic victory")
    assert not [stem for stem in list_questions(draft(article)) if "lead to" in stem]


def test_a_unit_that_is_called_after_its_side_is_not_matched_to_it():
    stem = "match: On which side did each unit fight"
    assert [each for each in list_questions(draft(ARTICLE)) if each.startswith(stem)]
    article = ARTICLE.replace("Royal Guard, Brennish Horse", "Ormia Guard, Ormia Horse")
    assert not [each for each in list_questions(draft(article)) if each.startswith(stem)]


def test_what_changed_hands_has_an_owner_with_a_name():
    article = ARTICLE + "\n"
    lost = article.replace("Place:", "Territory: Ormia annexed Essen\n    Place:")
    assert [stem for stem in list_questions(draft(lost)) if "changed hands" in stem]
    for said in ("Ormia fails to conquer Essen", "Ormians are returned to Essen captured lands"):
        failed = article.replace("Place:", f"Territory: {said}\n    Place:")
        assert not [stem for stem in list_questions(draft(failed)) if "changed hands" in stem]


def test_aircraft_downed_are_not_asked_as_killed():
    article = ARTICLE.replace("12 ships sunk", "12 aircraft downed")
    assert not [stem for stem in list_questions(draft(article)) if "downed" in stem]


def test_a_number_of_one_of_several_battles_is_not_asked_of_all():
    stem = "How many men did the Free Towns have"
    assert [each for each in list_questions(draft(ARTICLE)) if stem in each]
    article = ARTICLE.replace("c. 2,500 men", "c. 2,500 men (first battle)")
    assert not [each for each in list_questions(draft(article)) if stem in each]


def test_two_peers_in_one_entry_are_not_counted_as_one_of_the_fallen():
    article = ARTICLE.replace("Duke Ansgar of Brenn †, Count Hilmar", "Duke Ansgar of Brenn †, Lord Alm †")
    stem = "choices: Which of these commanders were killed"
    assert [each for each in list_questions(draft(article)) if each.startswith(stem)]
    article = article.replace("Lord Alm †", "Earl of Alm, Earl of Tarn †")
    assert not [each for each in list_questions(draft(article)) if each.startswith(stem)]


def test_what_became_of_a_commander_is_asked_where_it_is_one_thing():
    stem = "card: What became of Duke Ansgar of Brenn in the Battle of Harlow?"
    assert find_question(draft(ARTICLE), stem).answer() == "Duke Ansgar of Brenn was killed."
    article = ARTICLE.replace("Duke Ansgar of Brenn †", "Duke Ansgar of Brenn (WIA) (POW)")
    assert not [each for each in list_questions(draft(article)) if "What became of Duke" in each]


def test_who_won_is_asked_by_the_parties_of_the_side_that_the_infobox_gives_the_victory():
    article = ARTICLE.replace("Decisive Ormish", "Decisive French").replace("of Ormia", "of France")
    question = find_question(draft(article), "text: Who won the Battle of Harlow?")
    assert question.answer() == "Kingdom of France"
    assert "Duchy of Brenn" in question.also_right()
    article = article.replace("Decisive French victory", "Inconclusive")
    assert not [stem for stem in list_questions(draft(article)) if "Who won" in stem]


def test_a_victory_is_not_lent_to_a_side_that_has_no_adjective():
    article = ARTICLE.replace("Decisive Ormish", "Decisive French").replace("of Ormia", "of France")
    article = article.replace("Free Towns", "Ilkhanate of the Orm Empire")
    wrong = list_wrong(find_question(draft(article), "choice: How did the Battle of Harlow end?"))
    assert not [text for text in wrong if "Orm" in text]


def test_against_whom_an_attack_was_directed_is_not_asked_of_a_battle_that_was_fought_against_somebody():
    lead = "The Battle of Harlow was {} on 3 May 1322 by the Kingdom of Ormia against the Free Towns."
    fought, launched = (
        ARTICLE.replace("was fought on 3 May 1322 between Ormia and the Free Towns", "was")
        + lead.format(verb)
        for verb in ("fought", "launched")
    )
    stem = "Against whom was the Battle of Harlow directed?"
    assert not [each for each in list_questions(draft(fought)) if stem in each]
    assert [each for each in list_questions(draft(launched)) if stem in each]


def test_a_state_that_is_listed_under_two_names_is_one_party():
    article = ARTICLE.replace("Kingdom of Ormia, Duchy of Brenn", "Empire of Japan, Japan")
    told = " ".join(fact.statement for fact in draft(article).facts)
    assert "The Empire of Japan had 4,000 men" in told
