"""Text is cleaned and folded alike, whatever it was typed with."""

import unicodedata

import pytest

from quizapp.values.text import MAX_RESPONSE, clean, fold, western_digits, words


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Deir \t ez-Zor\n", "Deir ez-Zor"),
        ("May\u200badin\ufeff", "Mayadin"),
        ("\u202eMayadin\u202c\u200f", "Mayadin"),
        ("Maya\x00din\x07", "Mayadin"),
        ("Ｍａｙａｄｉｎ", "Mayadin"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\u3164b\u00a0c\u2003d", "a b c d"),
        ("e\u0301", "é"),
        ("\ud800x", "x"),
        ("38 km²", "38 km2"),
    ],
)
def test_clean_takes_off_what_cannot_be_seen(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_clean_takes_off_every_format_character() -> None:
    marks = [chr(code) for code in range(0x3000) if unicodedata.category(chr(code)) == "Cf"]
    assert clean("a" + "".join(marks) + "b") == "ab"


def test_clean_cuts_after_the_longest_response() -> None:
    assert clean("a" * (MAX_RESPONSE + 5)) == "a" * MAX_RESPONSE
    assert len(clean("\ufdfa" * MAX_RESPONSE)) <= MAX_RESPONSE


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Súheil al-Hassan!", "suheil al hassan"),
        ("The “Tiger” Forces", "the tiger forces"),
        ("O’Neill", "oneill"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Łódź Ærø", "lodz aero"),
        ("Smith & Sons", "smith and sons"),
        ("C++ 100%", "c++ 100%"),
        ("٣٨", "38"),
        ("मैं", "मैं"),
        ("...", ""),
        ("😀", ""),
    ],
)
def test_fold_takes_off_case_marks_and_punctuation(text: str, folded: str) -> None:
    assert fold(text) == unicodedata.normalize("NFC", folded)


def test_digits_of_any_script_become_western() -> None:
    assert western_digits("१४ ٢٠١٧ 38") == "14 2017 38"


def test_words_are_folded() -> None:
    assert words("Deir ez-Zor") == ("deir", "ez", "zor")
