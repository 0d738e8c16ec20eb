"""Every entry of an infobox ends as facts, as a skip with its reason, or in the report of what was not covered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.article import read_article
from quizapp.article.fact import Confidence, FactType
from quizapp.article.finding import find_facts
from quizapp.values.dates import to_edtf
from tests.article.facts import cells_of, find_in, say

WHO = "Battle of Harlow Ford"
STATED = [
    (
        "Date: 3–5 May 1712, ()",
        [f"{WHO} start_date: 3 May 1712", f"{WHO} end_date: 5 May 1712", f"{WHO} duration: 3 days"],
    ),
    ("Date: September 2, 31 BC", [f"{WHO} date: 2 September 31 BC"]),
    (
        "Date: 28 June – 3 July 1863",
        [f"{WHO} start_date: 28 June 1863", f"{WHO} end_date: 3 July 1863", f"{WHO} duration: 6 days"],
    ),
    (
        "Partof: the Reed War and the, Upland succession",
        [f"{WHO} part_of: Reed War", f"{WHO} part_of: Upland succession"],
    ),
    (
        "Partof: Reed Wars and the Upland Revolt",
        [f"{WHO} part_of: Reed Wars", f"{WHO} part_of: Upland Revolt"],
    ),
    ("Cause: Raid on Weir", [f"{WHO} cause: Raid on Weir"]),
    ("Partof: the invasion of Marl and Weir", [f"{WHO} part_of: invasion of Marl and Weir"]),
    (
        "Units1: Weir Army Group:, * 2nd Army, * 3rd Army",
        ["side 1 unit: Weir Army Group", "side 1 unit: 2nd Army", "side 1 unit: 3rd Army"],
    ),
    ("Combatant1: Northern League:, * Marl", ["side 1 combatant: Northern League", "side 1 combatant: Marl"]),
    ("Place: Harlow Ford, Weir Valley, Uplands", [f"{WHO} place: Harlow Ford, Weir Valley, Uplands"]),
    ("Place: Harlow Ford, Uplands, 36°17′N 6°15′W", [f"{WHO} place: Harlow Ford, Uplands"]),
    ("Place: Harlow Ford, South Marl", [f"{WHO} place: Harlow Ford, South Marl"]),
    (
        "Casualties2: 4,500 dead (relief), 12,000 dead (garrison)",
        ["side 2 killed: 4,500 dead (relief)", "side 2 killed: 12,000 dead (garrison)"],
    ),
    ("Casualties2: 31 killed (up to 136 per Marl)", ["side 2 killed: 31 killed", "side 2 killed: up to 136"]),
    ("Strength1: 1 July:, 13 divisions", ["side 1 strength: 13 divisions"]),
    (
        "Territory: Marl annexes Weir, Harlow, and Tarn",
        ["Marl annexed: Weir, Harlow, and Tarn"],
    ),
    ("Result: Decisive Upland Victory", [f"{WHO} result: decisive Upland victory"]),
    ("Conflict: Second Battle of Harlow Ford", [f"{WHO} also_called: Second Battle of Harlow Ford"]),
    (
        "Territory: Upland Army captures the town of Weir, the old capital, on 4 May 1712",
        ["Upland Army captured: town of Weir"],
    ),
    (
        "Combatant1: Kingdom of Hanover Brunswick",
        ["side 1 combatant: Kingdom of Hanover", "side 1 combatant: Brunswick"],
    ),
    ("Combatant2: Weirmen and Marlers", ["side 2 combatant: Weirmen and Marlers"]),
    ("Combatant2: Bavarians and Swabians", ["side 2 combatant: Bavarians", "side 2 combatant: Swabians"]),
    ("Commander1: Maj. Gen. Anselm Korr, ()", ["side 1 commander: Anselm Korr"]),
    ("Commander1: 15px Ida Vane †", ["side 1 commander: Ida Vane", "Ida Vane fate: killed"]),
    (
        "Commander1: Ida VaneWIA, KIA",
        ["side 1 commander: Ida Vane", "Ida Vane fate: killed", "Ida Vane fate: wounded"],
    ),
    (
        "Commander1: Ida VaneKIA, Otto Brand POW",
        [
            "side 1 commander: Ida Vane",
            "Ida Vane fate: killed",
            "side 1 commander: Otto Brand",
            "Otto Brand fate: captured",
        ],
    ),
    (
        "Commander1: Edgar I POW , Otto Brand",
        ["side 1 commander: Edgar I", "Edgar I fate: captured", "side 1 commander: Otto Brand"],
    ),
    ("Commander2: chieftains Oss and Tarn", ["side 2 commander: Oss", "side 2 commander: Tarn"]),
    (
        "Commander2: Otto Brand (12th Reed Division)",
        ["side 2 commander: Otto Brand", "Otto Brand command: 12th Reed Division"],
    ),
    ("Units1: Upland Army, * 17px 2nd Foot", ["side 1 unit: Upland Army", "side 1 unit: 2nd Foot"]),
    (
        "Strength1: Total: 6,400, * 5,200 foot, * 1,200 horse",
        ["side 1 strength: 6,400", "side 1 strength: 5,200 foot", "side 1 strength: 1,200 horse"],
    ),
    ("Strength2: c. 9.000 men and 14 guns", ["side 2 strength: about 9,000 men", "side 2 strength: 14 guns"]),
    ("Strength2: Marl: 4,000", ["Marl strength: 4,000"]),
    ("Casualties1: 310+ killed (per the town clerk)", ["side 1 killed: at least 310 killed"]),
    ("Casualties1: ~3,000", ["side 1 casualties: about 3,000"]),
    (
        "Casualties2: 4,000–5,000 killed or wounded",
        ["side 2 killed_or_wounded: 4,000 to 5,000 killed or wounded"],
    ),
    ("Casualties2: 20 ships sunk", ["side 2 sunk: 20 ships sunk"]),
    ("Casualties2: 12 tanks", ["side 2 lost: 12 tanks"]),
    (
        "Casualties2: 202 captured (19 officers)",
        ["side 2 captured: 202 captured", "side 2 captured: 19 officers"],
    ),
    ("Casualties2: Few", ["side 2 casualties: few"]),
    ("Casualties2: None", ["side 2 casualties: none"]),
    ("Casualties2: 4,000 (est.)", ["side 2 casualties: about 4,000"]),
    ("Casualties2: 7 killed/13 wounded", ["side 2 killed: 7 killed", "side 2 wounded: 13 wounded"]),
    ("Casualties2: Wounded: 500", ["side 2 wounded: 500"]),
    (
        "Casualties2: 900 (300 killed; 600 captured or missing)",
        [
            "side 2 casualties: 900",
            "side 2 killed: 300 killed",
            "side 2 captured_or_missing: 600 captured or missing",
        ],
    ),
    ("Casualties2: about half the fleet", ["side 2 casualties: about half the fleet"]),
    ("Strength1: 6,400 total", ["side 1 strength: 6,400"]),
    ("Strength1: Navy:, * 40 ships", ["side 1 strength: 40 ships (navy)"]),
    (
        "Strength1: Infantry: 5,200, Cavalry: 1,200",
        ["side 1 strength: 5,200 infantry", "side 1 strength: 1,200 cavalry"],
    ),
    ("Strength1: 3–4 May:, * 6,400 men", ["side 1 strength: 6,400 men"]),
    (
        "Strength1: First wave: 25 boats, Breakdown: 4,000 Marlers",
        ["side 1 strength: 25 boats", "side 1 strength: 4,000 Marlers"],
    ),
    ("Strength1: 7,500 (Weir Hill)", ["side 1 strength: 7,500 (Weir Hill)"]),
    ("Strength1: Marlish:, * 2 sloops", ["Marlish forces strength: 2 sloops"]),
    ("Strength1: est. 100+ carts", ["side 1 strength: at least 100 carts"]),
    (
        "Strength2: 2,500 foot and 100 horse (the latter came late)",
        ["side 2 strength: 2,500 foot", "side 2 strength: 100 horse"],
    ),
    (
        "Casualties2: 18,500 died of disease (1711–1712)",
        ["side 2 died_of_disease: 18,500 died of disease (1711–1712)"],
    ),
    ("Casualties2: Marl:, * None", ["Marl casualties: none"]),
    ("Casualties2: See casualties:, * 12 tanks", ["side 2 lost: 12 tanks"]),
    ("Date: 6 November (O.S.) or 16 November (N.S.), 1632", [f"{WHO} date: 16 November 1632"]),
    ("Date: 27 June 1709 (O.S.), 8 July 1709 (N.S.)", [f"{WHO} date: 8 July 1709"]),
    ("Date: 8 July [O.S. 27 June] 1709", [f"{WHO} date: 8 July 1709"]),
    ("Result: Inconclusive; see the Outcome section", [f"{WHO} result: inconclusive"]),
    ("Strength1: 900 men, band of 40", ["side 1 strength: 900 men", "side 1 strength: 40"]),
    ("Strength1: 2 sloops, Marl Navy, 9 guns", ["side 1 strength: 2 sloops", "side 1 strength: 9 guns"]),
    ("Strength1: 900 men (about archers)", ["side 1 strength: 900 men"]),
    (
        "Casualties2: 40+ killed:, 3 officers",
        ["side 2 killed: at least 40 killed", "side 2 killed: 3 officers"],
    ),
    ("Casualties2: 900 died of fever (estimated), fell ill", ["side 2 died_of_disease: 900 died of fever"]),
    (
        "Casualties2: 900 men (killed or captured)",
        ["side 2 killed_or_captured: 900 men (killed or captured)"],
    ),
    ("Casualties2: 6 disarmed", ["side 2 disarmed: 6 disarmed"]),
    ("Conflict: (Marl-Weir conflict)", [f"{WHO} also_called: Marl-Weir conflict"]),
    ("Strength1: 52 Bf 109s and 9 Ju 87s", ["side 1 strength: 52 Bf 109s", "side 1 strength: 9 Ju 87s"]),
    ("Casualties2: 900 killed, wounded", ["side 2 killed_or_wounded: 900 killed, wounded"]),
    ("Commander1: Sir Joss Tarn, Bt.", ["side 1 commander: Sir Joss Tarn, Bt."]),
    (
        "Partof: the Reed War (1702), and the Marl War",
        [f"{WHO} part_of: Reed War (1702)", f"{WHO} part_of: Marl War"],
    ),
    ("Strength1: Operation Reed:, * 900 men", ["side 1 strength: 900 men"]),
    ("Strength1: Phase 1: 900 men", ["side 1 strength: 900 men"]),
    ("Strength1: 40 ships total (OOB)", ["side 1 strength: 40 ships"]),
    ("Strength1: Civilians: 40", ["side 1 strength: 40 (civilians)"]),
    ("Casualties2: 40% or 900 killed", ["side 2 casualties: 40 %", "side 2 killed: 900 killed"]),
    (
        "Date: Siege: 3–5 May 1712",
        [
            f"{WHO} start_date of Siege: 3 May 1712",
            f"{WHO} end_date of Siege: 5 May 1712",
            f"{WHO} duration of Siege: 3 days",
        ],
    ),
    ("Territory: Weir annexed by the Marlers", ["Marlers annexed: Weir"]),
    ("Partof: (Reed Wars)", [f"{WHO} part_of: Reed Wars"]),
    ("Result: See below, * Marlish victory", [f"{WHO} result: Marlish victory"]),
    ("Combatant1: Co-belligerents:, * Marl", ["side 1 combatant: Marl"]),
    ("Place: Harlow Ford, hills of the Uplands", [f"{WHO} place: Harlow Ford, hills of the Uplands"]),
    ("Strength1: Initial:, 6,400 men", ["side 1 strength: 6,400 men"]),
    ("Strength1: Polybius: 60,000", ["side 1 strength: 60,000"]),
    ("Date: summer 1712", [f"{WHO} date: summer 1712"]),
    ("Date: 3 May 1712 – present", [f"{WHO} start_date: 3 May 1712"]),
    ("Result: Disputed", [f"{WHO} result: disputed"]),
    ("Commander1: Vice-Admiral Lord Tarn", ["side 1 commander: Lord Tarn"]),
    (
        "Commander1: Otto Brand: Overall commander, Ida Vane",
        ["side 1 commander: Otto Brand", "Otto Brand role: Overall commander", "side 1 commander: Ida Vane"],
    ),
    (
        "Commander1: Supreme commander: Otto Brand",
        ["side 1 commander: Otto Brand", "Otto Brand role: Supreme commander"],
    ),
]


@pytest.mark.parametrize(("field", "facts"), STATED, ids=[field for field, _ in STATED])
def test_a_cell_states_its_facts(field: str, facts: list[str]):
    assert say(find_in(field)) == facts


@pytest.mark.parametrize("field", ["Commander2: Unknown", "Strength1: See below", "Units1: Various"])
def test_an_entry_that_names_nothing_is_passed_over_with_its_reason(field: str):
    found = find_in(field)
    assert cells_of(found) == ()
    assert "names nothing" in found.skipped[0].reason


def test_what_no_rule_covers_is_reported():
    found = find_in("Date: some time after the flood")
    assert [each.quote for each in found.uncovered] == ["some time after the flood"]


def test_a_number_says_who_counted_and_what():
    killed, guns = cells_of(find_in("Casualties1: 310+ killed (per the town clerk)", "Strength1: 14 guns"))
    assert (killed.according_to, killed.confidence) == ("the town clerk", Confidence.HIGH)
    assert killed.quantity is not None
    assert (killed.quantity.low, killed.quantity.high) == (310, None)
    assert (guns.type, guns.counted) == (FactType.STRENGTH, "guns")


@pytest.mark.parametrize("note", ["Upland claim", "per Upland sources", "according to Upland sources"])
def test_a_claim_beside_a_number_says_whose_it_is(note: str):
    (killed,) = cells_of(find_in(f"Casualties1: 90 killed ({note})"))
    assert killed.according_to == "Upland sources"


def test_what_changed_hands_has_its_day_with_the_year_of_the_conflict():
    found = find_in("Date: 3–5 May 1712", "Territory: Upland Army captures the town of Weir on 4 May")
    (gain,) = (fact for fact in found.facts if fact.type is FactType.TERRITORY)
    assert gain.date is not None
    assert to_edtf(gain.date) == "1712-05-04"


@pytest.mark.parametrize(
    "field",
    [
        "Date: August or September 1712",
        "Strength1: Initial:, 6,400 men",
        "Casualties1: 90; the count is disputed",
    ],
)
def test_what_the_infobox_leaves_open_is_to_be_looked_at(field: str):
    assert {fact.confidence for fact in cells_of(find_in(field))} == {Confidence.LOW}


@pytest.mark.parametrize(
    ("field", "who"),
    [
        ("Strength1: Polybius: 60,000", "Polybius"),
        ("Strength1: Plutarch and Dionysius of Stell: 60,000", "Plutarch and Dionysius of Stell"),
        ("Strength1: 60,000 (modern estimates)", "modern sources"),
        ("Strength1: Modern estimates: 60,000", "modern sources"),
    ],
)
def test_a_chronicler_or_an_estimate_in_a_heading_or_note_is_the_source(field: str, who: str):
    assert {fact.according_to for fact in cells_of(find_in(field))} == {who}


def test_a_heading_over_the_numbers_of_both_sides_is_no_part_of_one():
    facts = find_in("Casualties1: Tyll of Stell: 4,000 killed", "Casualties2: Tyll of Stell: 15,000 killed")
    assert {fact.confidence for fact in cells_of(facts)} == {Confidence.LOW}


def test_a_victory_is_right_without_its_degree():
    (result,) = cells_of(find_in("Result: Decisive Upland Victory"))
    assert result.aliases == ("Upland victory",)


def test_the_name_of_a_field_says_how_they_were_lost():
    assert say(find_in("Fatalities: 17", "Injuries: 40+")) == [
        f"{WHO} killed: 17",
        f"{WHO} wounded: at least 40",
    ]


def test_names_of_a_state_and_the_places_around_a_place_are_right_answers_too():
    state, place = cells_of(find_in("Combatant1: Kingdom of Hanover", "Place: near Weir, Uplands"))
    assert state.aliases == ("Hanover",)
    assert place.aliases == ("Weir", "Uplands")


def test_the_evidence_of_a_fact_is_its_entry_in_the_input():
    text = "= A =\n\nInfobox\n- Commander1: Maj. Gen. Anselm Korr, Ida Vane\n"
    ida = cells_of(find_in("Commander1: Maj. Gen. Anselm Korr, Ida Vane", title="A"))[1]
    assert text[ida.evidence.start : ida.evidence.end] == "Ida Vane"
    assert ida.evidence.sentence == "Commander1"


FIELDS = [
    "Date",
    "Place",
    "Result",
    "Territory",
    "Combatant1",
    "Commander1",
    "Units1",
    "Strength1",
    "Casualties1",
]
PIECES = [
    "12,000",
    "c.",
    "killed",
    "(per",
    ")",
    "†",
    "2nd",
    "Duke of",
    "Weir",
    "and",
    "–",
    "May 1712",
    "~",
    ";",
    "*",
    "17px",
]


@given(st.sampled_from(FIELDS), st.lists(st.sampled_from(PIECES), max_size=9))
def test_every_entry_is_accounted_for_whatever_stands_in_it(field: str, pieces: list[str]):
    found = find_in(f"{field}: {' '.join(pieces)}")
    places = (
        [fact.evidence for fact in found.facts]
        + [skip.evidence for skip in found.skipped]
        + [*found.uncovered]
    )
    covered = {(each.start, each.end) for each in places}
    article = read_article(f"= Battle of Harlow Ford =\n\nInfobox\n- {field}: {' '.join(pieces)}\n\n\n")
    assert {(item.start, item.end) for cell in article.cells for item in cell.items} <= covered


def test_a_heading_of_a_list_is_a_unit_and_the_country_of_a_flag_is_none():
    units = "* {{flagicon|Norway}} [[2nd Brigade]]\n'''[[Weir Front]]'''\n* [[62nd Army]]\n* [[64th Army]]\n"
    text = (
        "{{Infobox military conflict\n|conflict=Battle of Weir\n|units1=\n"
        + units
        + "}}\nThe '''battle'''.\n"
    )
    found = find_facts(read_article(text))
    assert [fact.value for fact in found.facts if fact.type is FactType.UNIT] == [
        "2nd Brigade",
        "Weir Front",
        "62nd Army",
        "64th Army",
    ]


@pytest.mark.parametrize(
    ("fields", "doubted"),
    [
        (["Strength1: 3–4 May:, * 6,400 men"], ["6,400 men"]),
        (["Strength1: In action:, * 6,400 men, Total: 6,400"], ["6,400 men", "6,400"]),
        (["Casualties2: 30,000 captured (15,000 wounded)"], ["15,000 wounded"]),
        (["Casualties2: Siege of Weir:, * 900 killed"], ["900 killed"]),
        (["Casualties2: Battle of Harlow Ford:, * 900 killed"], []),
        (["Casualties2: Others: 900 killed"], ["900 killed"]),
        (["Casualties2: 40% or 900 killed"], ["40 %"]),
        (["Place: the Weir, along what is now a road"], ["the Weir, along what is now a road"]),
        (["Commander1: Otto Brand (not present)"], ["not present"]),
        (["Casualties1: 900 escaped"], ["900 escaped"]),
        (["Combatant1: Marl and Weir"], ["Marl and Weir"]),
        (
            ["Commander1: Duke of Marl Duke of Weir Earl of Reed Sir Joss Tarn †"],
            ["Duke of Marl Duke of Weir Earl of Reed Sir Joss Tarn", "killed"],
        ),
        (["Commander1: Otto Brand (actual)"], ["actual"]),
        (["Commander1: Otto Brand (Upland Area)"], ["Upland Area"]),
        (["Casualties2: 900 (300 killed; 600 captured)"], []),
        (["Casualties2: 202 captured (183 Marlers, 19 Weirmen)"], []),
        (["Date: 26 August (7 September) 1812"], ["26 August 1812"]),
        (["Result: Ongoing, * Talks begin"], ["talks begin", "Talks begin"]),
        (["Commander1: Otto Brand (defected)"], ["defected"]),
        (["Territory: Marl captured the city on 4 May 1712"], ["city"]),
    ],
)
def test_what_only_holds_for_a_part_or_a_time_is_to_be_looked_at(fields: list[str], doubted: list[str]):
    low = [fact.value for fact in cells_of(find_in(*fields)) if fact.confidence is Confidence.LOW]
    assert low == doubted or (len(low) == 1 and low[0] in doubted)


def test_who_counted_the_last_number_of_a_line_counted_all_of_it():
    text = "{{Infobox military conflict\n| casualties1 = 310 killed, 40 captured (per the town clerk)\n}}\n'''Ford'''"
    found = find_facts(read_article(text))
    assert [(fact.value, fact.according_to) for fact in cells_of(found)] == [
        ("310 killed", "the town clerk"),
        ("40 captured", "the town clerk"),
    ]


def test_a_heading_with_whose_count_it_is_holds_past_a_comma_at_the_end_of_a_line():
    cell = "'''Upland accounts:''' 300 killed,<br />40 captured<br />'''Marlish accounts:''' 900 killed"
    found = find_facts(
        read_article(f"{{{{Infobox military conflict\n| conflict = Ford\n| casualties1 = {cell}\n}}}}")
    )
    assert [(fact.value, fact.according_to) for fact in cells_of(found)] == [
        ("300 killed", "Upland sources"),
        ("40 captured", "Upland sources"),
        ("900 killed", "Marlish sources"),
    ]


def test_a_state_that_only_the_numbers_name_fought_too():
    fields = [
        "Combatant2: Marl League, Kingdom of Hanover",
        "Strength2: * Hanover: 900, * Bavaria: 700, * Bavaria: 14 guns",
    ]
    assert [line for line in say(find_in(*fields)) if " combatant: " in line] == [
        "side 2 combatant: Marl League",
        "side 2 combatant: Kingdom of Hanover",
        "side 2 combatant: Bavaria",
    ]


def test_a_time_holds_over_the_headings_of_those_who_lost_in_it():
    sides = "{{flagicon|Marl}} Marl:<br />300 killed<br />{{flagicon|Weir}} Weir:<br />400 killed"
    cell = f"'''In phase one:'''<br />{sides}<br />'''Total:''' 900"
    found = find_facts(
        read_article(f"{{{{Infobox military conflict\n| conflict = Ford\n| casualties1 = {cell}\n}}}}")
    )
    assert [(fact.subject, fact.value, fact.confidence) for fact in cells_of(found)] == [
        ("Marl", "300 killed", Confidence.LOW),
        ("Weir", "400 killed", Confidence.LOW),
        ("side 1", "900", Confidence.LOW),
    ]


def test_casualties_of_a_third_side_that_are_a_total_are_of_nobody():
    sides = ["Combatant1: Marl", "Combatant2: Weir", "Combatant3: Reed"]
    total = find_in(*sides, "Casualties3: Total: 900 killed")
    own = find_in(*sides, "Casualties3: 900 killed")
    both = find_in(*sides[:2], "Strength3: 900 men")
    assert [fact.subject for fact in cells_of(both)[-1:]] == ["both sides"]
    assert [fact.subject for fact in cells_of(find_in("Combatant1: Marl", "Casualties2: 9 killed"))[-1:]] == [
        "side 2"
    ]
    assert [fact.subject for fact in (*cells_of(total)[-1:], *cells_of(own)[-1:])] == [WHO, "side 3"]
