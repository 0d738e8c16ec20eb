"""What is cut short, said by another or done by another is not believed; the battles are invented."""

import pytest

from quizapp.article.fact import Confidence, FactType
from quizapp.values.dates import to_edtf
from tests.article.facts import find_in


def sure(text: str) -> list[str]:
    """Return what is confidently found in a text, in a line each."""
    return [
        f"{fact.subject} {fact.attribute} {fact.value}"
        for fact in find_in(body=text).facts
        if fact.confidence is Confidence.HIGH
    ]


def sure_of(title: str, text: str) -> list[str]:
    """Return what is confidently found in a text about something else, in a line each."""
    return [
        f"{fact.subject} {fact.attribute} {fact.value}"
        for fact in find_in(title=title, body=text).facts
        if fact.confidence is Confidence.HIGH
    ]


@pytest.mark.parametrize(
    "text",
    [
        "With the Lerrans breaking through on the Ormish flank Rhett's Ormish army counter-attacked in Stell.",
        "After the Battle of Low Stell Rhett withdrew from Stell to Harrow.",
        "The Guard kept Lerran troops from seizing and using the bridges of Harrow.",
        "The ships of Oswin Rhett were nearly impossible to sink.",
        "Rhett insisted the maps of Stell were wrong.",
        "Rhett felt that the Harrow Marsh was a poor place for horse.",
        "It was reported the Guard and Rhett had seized Stell.",
        "Many writers share the view that Rhett faced defeat at Stell.",
        "Other sources state that the attack on Stell began around noon.",
        "The siege was overshadowed by Rhett's return to Lerra and the fall of Stell.",
        "Supply by ships using the Harrow quays and small boats on the beaches were unable to feed Stell.",
        "Rhett elevated Tyll, then thirteen, to power.",
        "The harbour captured at Stell never played a role in the Ormish War.",
        "The van was led by Rhett and Tyll the rear.",
        "Rhett ordered Edgar Tyll, then at Stell, to leave.",
        "Rhett led the van and Oswin Tyll the rear of the Lerran fleet.",
        "Rhett held Stell long enough for Harrow's mayor, Oswin Tyll, to flee.",
        "Forty Ormish medals along with numerous other awards were given to Rhett's men.",
        "Rhett had 40 ships, totalling 900 guns, compared with the Lerran fleet.",
        "He ordered his horse to escape, which it did, led by Oswin Tyll.",
        "Rhett saw the building of earthworks facing Stell.",
        "Rhett found Oswin Tyll fully deployed.",
        "One story is that Rhett waited at Stell, and then sent Tyll to Harrow.",
        "More likely it was the result of Lerran riders being attacked by Rhett at Stell.",
        "Then Rhett established himself in the castle of Stell.",
        "Rhett escaped capture only because Tyll's horse came.",
        "The Treaty of Stell gave Edgar of Orm, then at war, the rich province of Dale.",
        "Stell held an important, strategic ridge.",
        "The attack wounded 57.",
        "Rhett died shortly before the battle ended.",
        "The number of Lerran soldiers killed was under 100 at Stell.",
        "Rhett feared any move of Lerran troops defending Stell.",
        'The Council approved the new "Constitution of the Third Year of Orm" on 22 August 1795.',
        "Stell had rejected the treaty with Orm from the beginning, he said.",
        "They also pointed out that the Stell Guard was routed.",
        "The plan went against the insistence that the Stell Guard was responsible for the loss.",
        "The Lerran riders at Stell founded their own.",
        "The Lerrans were largely defeated at Stell.",
        "Two aides urged that Lerran troops be sent to Stell.",
        "Orm and Lerra were its first users.",
        "Amongst them was Oswin Rhett.",
        "The loud roar of the Orm engines going down the road was heard.",
        "The men that Rhett mustered for the war have been counted often.",
        "Rhett was relieved of command just three days before the battle.",
        "With Stell exposed by the fall of Harrow and the Lerran wing steadied, he waited.",
        "Ormish horsemen destroyed his battalion in Stell.",
        "Rhett was too late to prevent the Lerrans reaching Stell.",
        "Until persuaded that Stell was lost, he stayed.",
        "Thus victory is best ascribed to the Lerrans.",
        "The order of march of Rhett's army was as follows: horse, foot and guns.",
        "The guns subjected Harrow Castle, only two miles away, to a bombardment.",
        "Tyll promised Stell to the Lerrans if they came.",
        "Rhett was encouraged by the Lerrans to charge too early.",
        "Two riders – Orlo Rhett, Edgar Tyll, Oswin Dale, and Anselm Korr – were killed in Stell.",
        "The Ormish Guard involved rode on.",
        "The two maps of Stell featured here illustrate the Ormish plan.",
        "The advance towards Stell went on over the next few days.",
        "The Ormish Guard took Stell, the Lerran Watch said.",
        "They rode against the riders of Stell, that Rhett had divided into three bands.",
        "Rhett made every man in Stell who owned land swear to serve him.",
        "The Ormish militia was poorly armed.",
        "Rhett spent the spring of 1712 trying to find how to take Stell.",
        "Then Lerran troops entered Stell on 23 and 24 August 1712 and the Ormish men wound up encircled.",
        "The order failed on the mistaken grounds that the Stell Guard was busy with prisoners.",
        "Oswin wrote it down when sifting through papers collected from dead Lerran captains.",
        "Rhett set up his army in a long line with himself and his best troops in the middle.",
        "The Ormish Guard died of hunger, cold and fever caught in the marsh.",
        "The Lerran defeat at Stell and Dale was the largest so far.",
        "Rumours spread that Oswin, at that point the only surviving friend of Tyll, would rule.",
    ],
)
def test_words_of_which_a_part_is_missing_are_not_believed(text: str) -> None:
    assert sure(text) == []


def test_a_verb_behind_a_comma_is_not_that_of_the_second_of_two() -> None:
    text = "The Guard faced Stell Bridge, with natural and built obstacles, forcing the Lerrans to wait."
    assert sure(text) == ["Guard faced Stell Bridge"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lerran losses at Stell were 4,000 killed or wounded.", "Lerran losses at Stell were 4,000"),
        ("The war's first raid on Stell came in 1712.", "war's first raid on Stell came 1712"),
        (
            "As the war continued both Orm and Lerra entered into talks with the Stell Guard.",
            "both Orm and Lerra entered_into talks with the Stell Guard",
        ),
        ("The first attempt to reach Stell came in 1712.", "first attempt to reach Stell came 1712"),
        ("The partially built Stell Bridge held Rhett up.", "partially built Stell Bridge held Rhett up"),
        ("Rhett succeeded in routing the Lerran left.", "Rhett succeeded in routing the Lerran left"),
        (
            "Rhett won Harrow and Dale, and the Stell Guard, a Lerran force, was beaten.",
            "Stell Guard was_beaten",
        ),
        ("British efforts to take Stell were made by Rhett.", "Rhett made British efforts to take Stell"),
    ],
)
def test_what_stays_together_is_believed_whole(text: str, expected: str) -> None:
    assert [line for line in sure(text) if line.startswith(expected)], sure(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rhett moved north from Dale, Lerra, outflanking Tyll.", "Rhett outflanked Tyll"),
        ("A Company was pinned down at Stell by Rhett.", "Rhett pinned_down A Company at Stell"),
        ("The Guard was led by Oswin Rhett III.", "Guard commanded_by Oswin Rhett III"),
        (
            "Many were in exile after the fall of Stell, and Edgar ruled Orm for nine years.",
            "Edgar ruled Orm for nine years",
        ),
        (
            "Although the Lerrans launched costly and determined assaults, Stell held.",
            "Lerrans launched costly and determined assaults",
        ),
    ],
)
def test_a_clause_keeps_its_own_subject_and_object(text: str, expected: str) -> None:
    assert expected in sure(text), sure(text)


def test_who_is_behind_three_columns_does_not_consist_of_them() -> None:
    text = "Rhett settled on three roads with the main column, now consisting of 7,800 men."
    assert not any("7,800" in line for line in sure(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Many Lerrans were killed at Stell.", "many Lerrans were_killed at Stell"),
        ("Five Lerran Kestrel were sent to Stell.", "five Lerran Kestrel were_sent to Stell"),
        ("The Duke of Orm, three counts and a bishop were killed at Stell.", "were_killed at Stell"),
    ],
)
def test_several_are_several(text: str, expected: str) -> None:
    assert any(line.endswith(expected) for line in sure(text)), sure(text)


def test_a_list_of_what_was_done_to_somebody_is_passive_throughout() -> None:
    text = "Rhett and Tyll were elected as consuls, placed in command of the Guard, and sent to Stell."
    assert {"Rhett and Tyll were_placed in command of the Guard", "Rhett and Tyll were_sent to Stell"} <= set(
        sure(text)
    )
    text = "Stell was defended by Rhett and soon reinforced with two Lerran corps."
    assert "Stell was_reinforced with two Lerran corps" in sure(text)


@pytest.mark.parametrize(
    ("text", "attribute", "subject"),
    [
        ("The Guard met in the town of Dale, Lerra, at noon.", "role", "Lerra"),
        ("The Guard went toward Dale, Lerra, one of the ports of Orm.", "role", "Lerra"),
        ("Rhett led the attacking Stell Guard.", "role", "Stell Guard"),
        ("The Lerran invasion of Orm led the Stell Guard to arm itself.", "commanded_by", "Stell Guard"),
    ],
)
def test_what_stands_beside_a_name_is_no_role_of_it(text: str, attribute: str, subject: str) -> None:
    assert not [
        fact for fact in find_in(body=text).facts if (fact.attribute, fact.subject) == (attribute, subject)
    ]


def test_a_name_behind_a_place_may_be_that_of_what_lies_there() -> None:
    assert "Harrow known_as Red Keep" not in sure(
        "Tyll began a fort on the banks of the Harrow, known as Red Keep."
    )


def test_of_a_part_and_its_whole_only_the_part_was_lost() -> None:
    lost = [fact.value for fact in find_in(body="The Stell Guard lost 399 of its 496 men.").facts]
    assert "496 men" not in lost


def test_a_war_is_no_place_and_a_fleet_of_two_peoples_one_side() -> None:
    text = "The Battle of Harlow Ford was an Ormish victory in the Nine Years' War."
    assert "Battle of Harlow Ford part_of the Nine Years' War" in sure(text)
    text = "The Battle of Harlow Ford was fought between the Ormish Navy and a fleet of the Lerran and Dale navies."
    sides = [fact.value for fact in find_in(body=text).facts if fact.attribute == "fought_between"]
    assert sides == ["the Ormish Navy", "a fleet of the Lerran and Dale navies"]


def test_what_was_done_in_a_clause_under_after_has_its_own_day() -> None:
    found = find_in(body="After the Ormish Guard captured Stell on 4 May 1712, Rhett left Harrow.")
    dates = {fact.attribute: to_edtf(fact.date) for fact in found.facts if fact.date}
    assert dates == {"captured": "1712-05-04"}
    found = find_in(body="After the fall of Stell on 4 May 1712, Rhett left Harrow.")
    dates = {fact.attribute: to_edtf(fact.date) for fact in found.facts if fact.date}
    assert dates == {"left": "1712-05-05/.."}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The song White Kestrels was played at Stell.", "song White Kestrels was_played at Stell"),
        ("But Lerran horse came to the aid of Stell.", "Lerran horse came_to the aid of Stell"),
        ("A French fleet under Admiral d'Orme reached Stell.", "a French fleet commanded_by Admiral d'Orme"),
    ],
)
def test_a_subject_has_the_number_of_its_verb_and_its_whole_name(text: str, expected: str) -> None:
    assert expected in sure(text), sure(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Rhett planned the division's amphibious landing at Stell.", "landed_at"),
        ("The Guard had 40 guns, 12 mortars, and some 3,000 men stationed in Stell.", "stationed_in"),
        (
            "Battles at the Marsh, Harrow, and Cold Dale cost lives, but forced Tyll to leave.",
            "Harrow, and Cold Dale",
        ),
        (
            "The Lerrans captured Stell in mid-June 1712 and the city of Dale by early August.",
            "Stell the city",
        ),
    ],
)
def test_a_clause_is_not_made_of_pieces_of_others(text: str, never: str) -> None:
    assert not any(never in line for line in sure(text)), sure(text)


def test_the_day_of_a_deed_is_not_surely_that_of_what_it_led_others_to_do() -> None:
    text = "On 4 May 1712 the Ormish Guard took Stell, forcing the Lerrans to leave Orm."
    assert [line for line in sure(text) if "Ormish Guard" in line] == ["Ormish Guard took Stell"]


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Operation Kestrel was extended for a month to the end of May 1712.", []),
        ("On 4 May 1712 the Ormish Guard landed at Stell and passed on to Dale.", ["landed_at"]),
        (
            "On 4 May 1712 the Ormish Guard landed at Stell and marched into Dale.",
            ["landed_at", "marched_into"],
        ),
    ],
)
def test_a_day_until_which_or_after_which_they_went_on_is_not_the_day_of_it(
    text: str, dated: list[str]
) -> None:
    found = [each for each in find_in(body=text).facts if each.confidence is Confidence.HIGH]
    assert [each.attribute for each in found if each.date] == dated


def test_the_years_of_a_war_are_not_those_of_its_first_battle() -> None:
    found = find_in(body="The Battle of Harlow Ford was the first battle of the Ormish War (1709–1711).")
    assert [fact.value for fact in found.facts if fact.attribute == "date"] == []


def test_what_trails_behind_an_announcement_is_not_done() -> None:
    text = "Rhett announced that the Guard would leave Stell, handing Harrow over to the Lerrans."
    assert not any("Harrow" in line for line in sure(text))


def test_where_a_strait_lies_is_not_who_fought_there() -> None:
    text = "The Battle of Harlow Ford was fought in the Stell Strait between Orm and southern Lerra in 1712."
    assert "fought_between" not in {fact.attribute for fact in find_in(body=text).facts}


def test_a_bare_number_led_nobody() -> None:
    text = "Twelve officers voted against an attack on Stell, while seven, led by Rhett, voted for it."
    assert not any(line.startswith("Rhett led") for line in sure(text))


def test_of_two_participles_joined_both_belong_to_the_name_before() -> None:
    text = "The fleet left Stell; however the Dale, belonging to the Guard and led by Oswin Tyll, sank."
    assert "Dale commanded_by Oswin Tyll" in sure(text) or "Oswin Tyll led the Dale" in sure(text)


def test_what_a_pronoun_said_while_another_deed_is_told_is_not_believed() -> None:
    text = "It also stated that the Guard took Harrow, while Rhett retook Stell."
    assert not any("Stell" in line for line in sure(text))


def test_the_battle_is_not_that_of_the_title_where_another_was_named_just_before() -> None:
    text = "The Guard's attempt is called the First Battle of Harrow. The battle began on 5 April 1712."
    assert not any(line.startswith("Siege of Stell") for line in sure_of("Siege of Stell", text))
    assert "Siege of Stell began 5 April 1712" in sure_of(
        "Siege of Stell", "The siege began on 5 April 1712."
    )


def test_a_name_keeps_its_small_words() -> None:
    assert "a force of 150 men commanded_by Sir Oswin atte Lee" in sure(
        "A force of 150 men under Sir Oswin atte Lee reached Stell."
    )


def test_who_is_followed_by_a_force_is_no_event_before_another() -> None:
    facts = find_in(body="The Lerrans were followed by Rhett's Guard.").facts
    assert FactType.SEQUENCE not in {fact.type for fact in facts}


def test_where_those_who_attack_are_based_is_not_where_they_attack() -> None:
    text = "The Battle of Harlow Ford was an attack by riders based in Stell on the camps around Harrow."
    places = [fact.value for fact in find_in(body=text).facts if fact.attribute == "place"]
    assert places == ["around Harrow"]


def test_a_number_that_the_verb_does_not_act_on_is_not_said_of_it() -> None:
    attributes = {
        fact.attribute for fact in find_in(body="The Guard stormed Stell from three Lerran roads.").facts
    }
    assert not any(each.endswith("_stormed") for each in attributes)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("The plague came to Stell in 1348 and rapidly killed half of the Guard.", "number"),
        ("The Ormish Guard captured seven more villages.", "prisoners_taken"),
        ("Rhett sailed from Stell, convinced that the Lerrans would be stronger.", "was_to"),
    ],
)
def test_what_a_text_does_not_say_is_not_found(text: str, attribute: str) -> None:
    assert attribute not in {fact.attribute for fact in find_in(body=text).facts}


def test_marks_that_lost_their_other_half_are_left_out() -> None:
    assert all('"' not in line for line in sure('13 riders of the "Rhett Guard" attacked Stell.'))


def test_what_ends_between_two_ands_is_not_believed() -> None:
    text = "Rhett was killed shortly after leading the Guard and the Ormish and Lerran horse gave way."
    assert not any(line.startswith("Rhett") for line in sure(text))


def test_what_a_named_teller_says_is_believed_as_his() -> None:
    (fact,) = [
        fact
        for fact in find_in(body="According to Tyll, the Ormish Guard captured Stell.").facts
        if fact.type is FactType.EVENT
    ]
    assert (fact.confidence, fact.according_to) == (Confidence.HIGH, "Tyll")


def test_a_date_until_which_something_lasted_is_looked_at() -> None:
    assert sure("Lerran forces remained in control of Stell until May 1745.") == []


def test_the_date_of_another_event_is_not_sure() -> None:
    assert sure("Despite a victory at Stell on 4 May 1712, the men of Rhett deserted.") == []


def test_a_named_side_that_was_to_do_something_had_that_aim() -> None:
    assert "1st Ormish Regiment was_to land at Stell" in sure("The 1st Ormish Regiment was to land at Stell.")


def test_where_a_named_place_lies_is_sure() -> None:
    assert "Lasna location about 15 km south of Stell" in sure(
        "The Guard reached Lasna, about 15 km south of Stell."
    )


def test_what_was_done_to_a_name_says_enough() -> None:
    assert sure("The Ormish army was routed.") == ["Ormish army was_routed routed"]


def test_an_epithet_stays_with_the_name_that_begins_a_sentence() -> None:
    assert sure("Edgar the Ætheling surrendered to Rhett at Stell.") == [
        "Edgar the Ætheling surrendered_to Rhett at Stell"
    ]


def test_a_dagger_is_no_death_in_battle_where_another_is_told() -> None:
    fields = (
        "Conflict: Battle of Harlow Ford",
        "Commander1: Anselm Korr †<br>Súr †",
        "Commander2: Oswin Rhett",
    )
    found = find_in(*fields, body="Anselm Korr and Sur were executed after the battle.")
    fates = [fact for fact in found.facts if fact.attribute == "fate"]
    assert fates
    assert {fact.confidence for fact in fates} == {Confidence.LOW}
    found = find_in(*fields, body="Oswin Rhett was executed after the battle.")
    assert {fact.confidence for fact in found.facts if fact.attribute == "fate"} == {Confidence.HIGH}


@pytest.mark.parametrize(
    "text",
    [
        "Rhett felt that the Harrow Marsh was held by the Lerran riders.",
        "It also stated that Rhett was the ruler of Stell.",
        "Rhett ordered Edgar Tyll, then at Stell, to leave.",
    ],
)
def test_what_is_seldom_right_is_no_fact_at_all(text: str) -> None:
    assert find_in(body=text).facts == ()


def test_what_has_a_name_is_not_what_somebody_thinks() -> None:
    assert "Stell Express brought supplies to Dale" in sure(
        "A road nicknamed the Stell Express brought supplies to Dale."
    )
