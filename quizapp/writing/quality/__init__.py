"""The item-writing flaws that a program can see, looked for in every bank, built or written by hand.

After Haladyna, Downing and Rodriguez (2002), A Review of Multiple-Choice Item-Writing Guidelines, and the NBME's
item-writing guide. A new flaw is a function and its name in ERRORS, which block, or in WARNINGS.
"""

from collections.abc import Sequence

from quizapp.writing.quality.cues import (
    grammar_tells,
    key_in_other_stem,
    key_in_stem,
    key_is_longest,
    key_word_in_stem,
    keys_stand_unevenly,
    only_the_key_repeats_the_stem,
    options_are_mixed,
)
from quizapp.writing.quality.item import Find, Flaw, Item
from quizapp.writing.quality.truth import (
    bound_is_asked_as_day,
    distractor_is_true,
    distractor_may_be_true,
    number_lacks_source,
    same_stem_other_key,
)
from quizapp.writing.quality.wording import (
    markup_may_be_left,
    option_holds_others,
    option_is_absolute,
    option_is_catch_all,
    residue_is_left,
    stem_has_two_dates,
    stem_is_long,
    stem_is_negative,
)

__all__ = ["BETWEEN_FACTS", "ERRORS", "OF_ALL_QUESTIONS", "WARNINGS", "Flaw", "Item", "find_flaws"]

ERRORS: tuple[Find, ...] = (
    distractor_is_true,
    same_stem_other_key,
    key_in_stem,
    key_in_other_stem,
    residue_is_left,
    number_lacks_source,
    bound_is_asked_as_day,
)
WARNINGS: tuple[Find, ...] = (
    distractor_may_be_true,
    key_word_in_stem,
    markup_may_be_left,
    key_is_longest,
    options_are_mixed,
    grammar_tells,
    only_the_key_repeats_the_stem,
    option_is_absolute,
    option_is_catch_all,
    option_holds_others,
    stem_is_negative,
    stem_is_long,
    stem_has_two_dates,
    keys_stand_unevenly,
)
BETWEEN_FACTS = frozenset(find.__name__ for find in (key_in_other_stem, same_stem_other_key))
"""Flaws that two facts' questions have together: it is gone when one of them is."""
OF_ALL_QUESTIONS = frozenset({keys_stand_unevenly.__name__})
"""Flaws of a bank as a whole, told at one of its questions."""


def find_flaws(items: Sequence[Item]) -> tuple[Flaw, ...]:
    """Return every flaw of a bank's questions, by the number of the item; errors first at each."""
    found = [
        Flaw(item.number, find.__name__, message, is_error)
        for flaws, is_error in ((ERRORS, True), (WARNINGS, False))
        for find in flaws
        for item, message in find(items)
    ]
    return tuple(sorted(found, key=lambda flaw: (flaw.number, not flaw.is_error)))
