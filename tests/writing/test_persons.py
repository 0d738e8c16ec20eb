"""One word of a commander's name stands for all of it where the text can mean nobody else by it."""

import pytest

from quizapp.writing.persons import find_short_names, without_rank

NAMES = ("Karl I d'Orm", "Ada Renn", "William, Duke of Brenn", "Duke of Lamar", "Jon Sorel", "Pia Sorel")


@pytest.mark.parametrize(
    ("word", "sentence", "whole"),
    [
        ("renn", "On 5 May Renn crossed the Sarn.", "Ada Renn"),
        ("renn", "When Renn fled, Admiral Renn's ships sailed.", "Ada Renn"),
        ("william", "William, Duke of Brenn, was crowned.", "William, Duke of Brenn"),
        ("karl", "Karl, Duke of Lamar, fled with Karl I d'Orm.", None),
        ("karl", "King Karl VI of Marra did not command.", None),
        ("renn", "Her sister Mila Renn kept the castle.", None),
        ("sorel", "Sorel fled.", None),
        ("lamar", "Lamar fell.", None),
        ("duke", "The duke fled.", None),
    ],
)
def test_a_word_stands_for_a_name_that_it_can_only_mean(word, sentence, whole):
    assert find_short_names(NAMES, [sentence]).get(word) == whole


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Ormish Admiral Arn Herbert", "Arn Herbert"),
        ("Captain Elin Marsh", "Elin Marsh"),
        ("Ada Renn", "Ada Renn"),
        ("Earl Marshal", "Earl Marshal"),
    ],
)
def test_a_name_is_told_without_rank(name, bare):
    assert without_rank(name) == bare
