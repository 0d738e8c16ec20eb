"""What an article states twice agrees, is another name, or contradicts; then it is never taken for certain."""

from quizapp.article.fact import Confidence, Status
from tests.article.facts import cells_of, find_in


def status_of(*fields: str, body: str = "") -> list[tuple[Status, Confidence]]:
    return [(fact.status, fact.confidence) for fact in cells_of(find_in(*fields, body=body))]


def test_two_numbers_of_the_same_contradict():
    found = find_in("Casualties1: 310 killed, 900 killed")
    assert {(fact.status, fact.confidence) for fact in found.facts} == {(Status.CONTRADICTED, Confidence.LOW)}
    assert found.contradictions[0].facts == tuple(fact.id for fact in found.facts)
    assert "310 killed" in found.contradictions[0].reason
    assert "900 killed" in found.contradictions[0].reason


def test_two_numbers_each_with_its_source_can_both_be_asked():
    stated = status_of("Casualties1: 310 killed (per the clerk), 900 killed (per the bishop)")
    assert stated == [(Status.CONTRADICTED, Confidence.HIGH)] * 2


def test_a_source_for_one_side_alone_settles_nothing():
    stated = status_of("Casualties1: 310 killed (per the clerk), 900 killed")
    assert stated == [(Status.CONTRADICTED, Confidence.LOW)] * 2


def test_numbers_that_can_both_be_true_agree():
    assert status_of("Casualties1: 310+ killed, 400 killed") == [(Status.AGREED, Confidence.HIGH)] * 2
    assert status_of("Strength1: about 5,000 men, 5,200 men") == [(Status.AGREED, Confidence.HIGH)] * 2


def test_bare_numbers_in_one_cell_are_parts_of_a_total():
    stated = status_of("Casualties1: Total: 900, * 500, * 400")
    assert {status for status, _ in stated} == {Status.SINGLE}


def test_numbers_of_different_things_are_not_compared():
    stated = status_of("Strength1: 5,200 foot, 1,200 horse", "Casualties1: 310 killed, 600 wounded")
    assert {status for status, _ in stated} == {Status.SINGLE}


def test_a_unit_that_the_text_calls_otherwise_is_doubted():
    body = "The 4th Mechanized Division held the mill."
    (unit,) = cells_of(find_in("Units1: 4th Armoured Division", body=body))
    assert (unit.status, unit.confidence) == (Status.CONTRADICTED, Confidence.LOW)
    assert "4th Mechanized Division" in unit.note


def test_a_unit_may_have_another_name_in_the_text():
    (unit,) = cells_of(find_in("Units1: 5th Corps", body="Then the 5th Legion crossed."))
    assert (unit.status, unit.aliases) == (Status.ALIAS, ("5th Legion",))
    (division,) = cells_of(find_in("Units1: 81st Infantry Division", body="The 81st Division landed."))
    assert (division.status, division.aliases) == (Status.ALIAS, ("81st Division",))


def test_another_unit_of_the_same_number_is_another_unit():
    (corps,) = cells_of(find_in("Units1: 5th Corps", body="The 5th Division crossed."))
    assert corps.status is Status.SINGLE


def test_what_was_done_before_it_began_contradicts():
    body = (
        "By 8 May 1712, the Weir Guards were encircled within the town. "
        "On 11 May 1712, the Upland Army started encircling Weir."
    )
    found = find_in("Date: 3–14 May 1712", body=body)
    (contradiction,) = found.contradictions
    assert "8 May 1712" in contradiction.reason
    assert "11 May 1712" in contradiction.reason
    by_id = {fact.id: fact for fact in found.facts}
    assert {by_id[id_].confidence for id_ in contradiction.facts} == {Confidence.LOW}


def test_a_capture_told_in_the_infobox_and_in_the_text_agrees():
    body = "On 14 May 1712, the Upland Army captured Weir city."
    found = find_in("Territory: Upland Army captures the city of Weir on 14 May 1712", body=body)
    assert [fact.status for fact in found.facts if fact.attribute == "captured"] == [Status.AGREED] * 2


def test_a_name_that_is_spelt_like_a_verb_is_a_name():
    body = "By 8 May 1712, IS forces were encircled in Stell. On 11 May, the Guard started encircling Stell."
    found = find_in(body=body)
    assert [len(each.facts) for each in found.contradictions] == [2]


SIEGE = ("Conflict: Siege of Stell", "Date: 7 December 1715 \u2013 29 April 1716")


def test_a_beginning_that_the_infobox_does_not_know_is_doubted():
    found = find_in(*SIEGE, title="Siege of Stell", body="The siege began on 5 April 1716.")
    told = [fact for fact in found.facts if fact.attribute in {"began", "start_date"}]
    assert {(fact.status, fact.confidence) for fact in told} == {(Status.CONTRADICTED, Confidence.LOW)}
    assert "5 April 1716, but the infobox has 7 December 1715" in found.contradictions[0].reason


def test_a_beginning_and_an_end_that_the_infobox_has_agree():
    body = "The siege began on 7 December 1715. The siege ended on 29 April 1716."
    found = find_in(*SIEGE, title="Siege of Stell", body=body)
    told = [fact for fact in found.facts if fact.attribute in {"began", "ended", "start_date", "end_date"}]
    assert [(fact.status, fact.confidence) for fact in told] == [(Status.AGREED, Confidence.HIGH)] * 4


def test_a_day_within_the_time_of_the_infobox_agrees_with_it():
    found = find_in(*SIEGE, title="Siege of Stell", body="The siege took place in January 1716.")
    assert not found.contradictions


def test_one_name_in_two_writings_is_an_alias():
    found = find_in("Partof: Reed War", body="The battle was part of the Reed War.")
    stated = [(fact.value, fact.status) for fact in found.facts if fact.attribute == "part_of"]
    assert stated == [("Reed War", Status.ALIAS), ("the Reed War", Status.ALIAS)]


def test_who_died_otherwise_than_the_infobox_marks_is_doubted():
    found = find_in("Commander1: Ilan Voss †", body="Voss was executed on 9 May 1712.")
    (fate,) = (fact for fact in found.facts if fact.attribute == "fate")
    assert (fate.status, fate.confidence) == (Status.CONTRADICTED, Confidence.LOW)
    assert fate.note == "the infobox marks Ilan Voss as killed, the text tells of another death"
