"""A name is accepted in its usual spellings, and never taken for another name."""

import pytest

from quizapp.values.names import MatchKind, compare_names

EXACT, SURNAME, SPELLING = MatchKind.EXACT, MatchKind.SURNAME, MatchKind.SPELLING

SAME = [
    ("Suheil al-Hassan", "Suheil al-Hassan", EXACT),
    ("Suheil al-Hassan", "suheil al-hassan", EXACT),
    ("Suheil al-Hassan", "SUHEIL AL HASSAN", EXACT),
    ("Suheil al-Hassan", "Suheil el-Hassan", EXACT),
    ("Suheil al-Hassan", "Suheil Hassan", EXACT),
    ("Suheil al-Hassan", "suheil alhassan", EXACT),
    ("Suheil al-Hassan", "Súheil al‑Hassan", EXACT),
    ("Suheil al-Hassan", "\u200fSuheil\u200b al-Hassan", EXACT),
    ("Suheil al-Hassan", "Ｓｕｈｅｉｌ al-Hassan", EXACT),
    ("Suheil al-Hassan", "al-Hassan, Suheil", EXACT),
    ("Suheil al-Hassan", "Maj. Gen. Suheil al-Hassan", EXACT),
    ("Suheil al-Hassan", "Major General Suheil al-Hassan", EXACT),
    ("Suheil al-Hassan", "It was Suheil al-Hassan.", EXACT),
    ("Maj. Gen. Suheil al-Hassan", "Suheil al-Hassan", EXACT),
    ("Suheil al-Hassan", "al-Hassan", SURNAME),
    ("Suheil al-Hassan", "Al Hassan", SURNAME),
    ("Suheil al-Hassan", "Hassan", SURNAME),
    ("Suheil al-Hassan", "General al-Hassan", SURNAME),
    ("Suheil al-Hassan", "S. al-Hassan", SURNAME),
    ("Suheil al-Hassan", "al-Hasan", SURNAME),
    ("Maj. Gen. Suheil al-Hassan", "al-Hassan", SURNAME),
    ("Suheil al-Hassan", "Suhail al-Hasan", SPELLING),
    ("Suheil al-Hassan", "Suhayl al-Hasan", SPELLING),
    ("Suheil al-Hassan", "Suheil al-Hassen", SPELLING),
    ("Ludwig van Beethoven", "Beethoven", SURNAME),
    ("Ludwig van Beethoven", "van Beethoven", SURNAME),
    ("Ludwig van Beethoven", "L. van Beethoven", SURNAME),
    ("Charles de Gaulle", "General de Gaulle", SURNAME),
    ("Simon de Montfort", "Montfort", SURNAME),
    ("Simon de Montfort", "Simon de Monfort", SPELLING),
    ("Gerd von Rundstedt", "Field Marshal von Rundstedt", SURNAME),
    ("Bernard Law Montgomery", "Bernard Montgomery", SURNAME),
    ("Bernard Law Montgomery", "Field Marshal Montgomery", SURNAME),
    ("Duke of Wellington", "Wellington", SURNAME),
    ("Lord Nelson", "Nelson", EXACT),
    ("Antoni Gaudí", "Antoni Gaudi", EXACT),
    ("Muhammad Ali", "Mohammed Ali", SPELLING),
    ("Napoleon", "Napolean", SPELLING),
    ("Tchaikovsky", "Tchaikovski", SPELLING),
    ("O'Neill", "O’Neill", EXACT),
    ("O'Neill", "ONeill", EXACT),
    ("Henry III", "Henry 3", EXACT),
    ("Henry III", "King Henry III", EXACT),
    ("World War II", "World War Two", EXACT),
    ("World War II", "world war 2", EXACT),
    ("4th Division", "Fourth Division", EXACT),
    ("4th Division", "the 4th division", EXACT),
    ("Tiger Forces", "the tiger forces", EXACT),
    ("Tiger Forces", "Tiger Force", SPELLING),
    ("Republican Guard", "The Republican Guard", EXACT),
    ("Republican Guard", "Republicain Guard", SPELLING),
    ("US Army", "U.S. Army", EXACT),
    ("government forces", "goverment forces", SPELLING),
    ("4th Armoured Division", "4th Armored Division", SPELLING),
    ("Deir ez-Zor", "Deir al-Zor", EXACT),
    ("Deir ez-Zor", "Deir Ezzor", EXACT),
    ("Deir ez-Zor", "deir ez zor", EXACT),
    ("Deir ez-Zor", "Deir az-Zor", EXACT),
    ("Deir ez-Zor", "Deirezzor", EXACT),
    ("Deir ez-Zor", "Deir Ezor", SPELLING),
    ("Mayadin", "al-Mayadin", EXACT),
    ("Mayadin", "Mayādīn", EXACT),
    ("Mayadin", "the city of Mayadin", EXACT),
    ("Mayadin", "Mayadin city", EXACT),
    ("Mayadin", "Mayadin!", EXACT),
    ("Mayadin", "in Mayadin", EXACT),
    ("Mayadin", "Mayadeen", SPELLING),
    ("Mayadin", "Mayaden", SPELLING),
    ("Mayadin", "Mayadim", SPELLING),
    ("Mayadin", "Maydain", SPELLING),
    ("Euphrates", "the river Euphrates", EXACT),
    ("Euphrates River", "Euphrates", EXACT),
    ("Euphrates", "Eufrates", SPELLING),
    ("Al-Quriyah", "Quriyah", EXACT),
    ("Al-Quriyah", "al-Quriya", SPELLING),
    ("Al-Asharah", "Ashara", SPELLING),
    ("Dhiban", "Diban", SPELLING),
    ("Raqqa", "Raqqah", SPELLING),
    ("photosynthesis", "Photosynthesis", EXACT),
    ("photosynthesis", "photosythesis", SPELLING),
    ("mechanized", "mechanised", SPELLING),
    ("Straße", "STRASSE", EXACT),
    ("Łódź", "Lodz", EXACT),
    ("الميادين", "الْمَيادِين", EXACT),
    ("Москва", "москва", EXACT),
    ("Syrian Democratic Forces", "Syrian Democratic Forces (SDF)", EXACT),
    ("Syrian Democratic Forces", "The Syrian Democratic Forces [SDF].", EXACT),
    ("Islamic State", "IS (Islamic State)", EXACT),
    ("Islamic State", "Islamic State group", EXACT),
    ("Islamic State", "Islamic State fighters", EXACT),
    ("Anbar", "Anbar province", EXACT),
    ("Deir ez-Zor", "deir ez-zor province", EXACT),
    ("Al-Omar", "the Omar oil field", EXACT),
    ("Al-Omar", "Omar oilfields", EXACT),
    ("outskirts", "the outskirts of the city", EXACT),
    ("west", "W", EXACT),
    ("west", "western side", EXACT),
    ("west", "back to the western bank", EXACT),
    ("west", "West of the city", EXACT),
    ("northern", "N", EXACT),
    ("south-east", "SE", EXACT),
    ("south-east", "southeastern", EXACT),
    ("southeast", "to the south east", EXACT),
    ("towns", "twons", SPELLING),
    ("south", "souht", SPELLING),
    ("Aerospace", "Areospace", SPELLING),
    ("Raqqa", "Raqaq", SPELLING),
    ("C++", "c++", EXACT),
    ("&", "&", EXACT),
    ("😀", "😀", EXACT),
]

OTHER = [
    ("Suheil al-Hassan", "al-Assad"),
    ("Suheil al-Hassan", "Bashar al-Assad"),
    ("Suheil al-Hassan", "Suheil"),
    ("Suheil al-Hassan", "Ahmed al-Hassan"),
    ("Suheil al-Hassan", "Hussein"),
    ("Suheil al-Hassan", "Suheil al-Hassan or Bashar al-Assad"),
    ("Suheil al-Hassan", ""),
    ("Suheil al-Hassan", "al"),
    ("Suheil al-Hassan", "General"),
    ("4th Division", "5th Division"),
    ("4th Division", "14th Division"),
    ("4th Division", "Division"),
    ("4th Division", "4th"),
    ("4th Division", "fifth division"),
    ("5th Corps", "5th Legion"),
    ("5th Corps", "Corps"),
    ("Henry III", "Henry II"),
    ("Henry III", "Henry VIII"),
    ("Henry III", "Henry"),
    ("Henry III", "III"),
    ("World War II", "World War I"),
    ("World War II", "World War"),
    ("2017", "2018"),
    ("Iran", "Iraq"),
    ("Iraq", "Iran"),
    ("Mali", "Bali"),
    ("Austria", "Australia"),
    ("Australia", "Austria"),
    ("Iceland", "Ireland"),
    ("Slovakia", "Slovenia"),
    ("Niger", "Nigeria"),
    ("Nigeria", "Niger"),
    ("Gambia", "Zambia"),
    ("Prussia", "Russia"),
    ("Russia", "Prussia"),
    ("Syria", "Serbia"),
    ("Guinea", "Guyana"),
    ("West", "East"),
    ("North", "South"),
    ("northern", "southern"),
    ("western", "eastern"),
    ("northeast", "northwest"),
    ("Western Anbar campaign", "Eastern Anbar campaign"),
    ("Western Anbar campaign", "Anbar campaign"),
    ("South Korea", "North Korea"),
    ("South Korea", "Korea"),
    ("Tiger Forces", "Forces"),
    ("Tiger Forces", "Tiger"),
    ("Republican Guard", "Guard"),
    ("Islamic State", "State"),
    ("Syrian Army", "Army"),
    ("Syrian Army", "Syrian Army (SDF)"),
    ("SDF", "SDF/YPG"),
    ("SDF", "SDF (Syrian Defence Forces)"),
    ("Islamic State", "State group"),
    ("The Tiger", "Tiger forces and others"),
    ("Suheil al-Hassan", "al-Hassan forces"),
    ("Kansas", "Kansas City"),
    ("14", "41"),
    ("Homs", "Hosm"),
    ("angel", "angle"),
    ("trial", "trail"),
    ("S", "south"),
    ("West Bank", "west"),
    ("south", "south-west"),
    ("south", "SE"),
    ("west", "left"),
    ("west", "wets"),
    ("west", "west or south"),
    ("eastern", "north-eastern"),
    ("Syrian Army", "Syrian Democratic Forces"),
    ("Euphrates River", "River"),
    ("Battle of Raqqa", "Raqqa"),
    ("Battle of Raqqa", "Battle of Mosul"),
    ("Deir ez-Zor", "Zor"),
    ("New York", "York"),
    ("United Kingdom", "Kingdom"),
    ("Otto the Great", "Great"),
    ("Mexico", "Mexico City"),
    ("Yellow River", "Yellow"),
    ("Mayadin", "Dhiban"),
    ("Mayadin", "not Mayadin"),
    ("Mayadin", "Mayadin or Raqqa"),
    ("Raqqa", "Raqba"),
    ("Al-Omar", "al-Amar"),
    ("Vitamin A", "Vitamin B"),
    ("Vitamin A", "Vitamin"),
    ("nitrate", "nitrite"),
    ("Sulfate", "Sulfite"),
    ("hypertension", "hypotension"),
    ("absorption", "adsorption"),
    ("mitosis", "meiosis"),
    ("C++", "C"),
    ("C++", "C#"),
    ("か", "が"),
    ("&", "%"),
    ("😀", "😁"),
]


@pytest.mark.parametrize(("key", "response", "kind"), SAME)
def test_a_name_is_accepted_in_its_usual_spellings(key: str, response: str, kind: MatchKind) -> None:
    match = compare_names(response, [key])
    assert (match.kind, match.mark) == (kind, 1)
    assert match.reason.startswith("right")


@pytest.mark.parametrize(("key", "response"), OTHER)
def test_another_name_is_not_accepted(key: str, response: str) -> None:
    match = compare_names(response, [key])
    assert (match.kind, match.mark) == (MatchKind.DIFFERENT, 0)
    assert match.reason


def test_every_name_that_is_given_must_be_accepted() -> None:
    accepted = ["Islamic State", "IS", "ISIS", "Daesh"]
    for right in (
        "ISIS (Islamic State)",
        "the Islamic State (ISIS)",
        "IS/Daesh",
        "IS or ISIS",
        "ISIS aka Daesh",
    ):
        assert compare_names(right, accepted).mark == 1, right
    for wrong in ("ISIS (Hezbollah)", "ISIS/SDF", "ISIS or SDF", "(SDF) IS", "IS (IS) (SDF)"):
        assert compare_names(wrong, accepted).mark == 0, wrong


def test_the_name_of_something_else_in_the_question_is_no_misspelling() -> None:
    assert compare_names("souht", ["south"]).mark == 1
    assert compare_names("Brain", ["Brian"], ["Brain"]).mark == 0
    assert compare_names("Brain", ["Brian"]).mark == 1


def test_the_best_of_the_accepted_names_counts() -> None:
    accepted = ["Islamic State", "IS", "ISIL", "Daesh"]
    assert compare_names("isil", accepted).kind is EXACT
    assert compare_names("the Islamic State", accepted).kind is EXACT
    assert compare_names("Iran", accepted).mark == 0
    assert compare_names("Iran", []).mark == 0


def test_a_tolerated_spelling_says_so() -> None:
    assert compare_names("Mayadeen", ["Mayadin"]).reason == 'right; it is usually spelt "Mayadin"'
    assert compare_names("al-Hassan", ["Suheil al-Hassan"]).reason == "right; the surname is enough"
    assert "another first name" in compare_names("Ahmed al-Hassan", ["Suheil al-Hassan"]).reason
    assert "write the surname" in compare_names("Suheil", ["Suheil al-Hassan"]).reason
