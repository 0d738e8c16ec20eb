"""The phrases before and after a number: whether it is a bound, a range or rough. A new one goes into a table."""

from quizapp.values.text import word_list

LOW, HIGH, ABOUT, RANGE, NOTHING = "low", "high", "about", "range", "nothing"

Phrase = tuple[tuple[str, ...], str]
"""Its words, and what it says of the number."""


def _phrases(side: str, listed: str) -> list[Phrase]:
    return [(word_list(phrase), side) for phrase in listed.split(", ")]


def _by_first_word(phrases: list[Phrase]) -> dict[str, list[Phrase]]:
    """Return the phrases by their first word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for words, side in sorted(phrases, key=lambda phrase: -len(phrase[0])):
        found.setdefault(words[0], []).append((words, side))
    return found


BEFORE = _by_first_word(
    _phrases(
        LOW, "at least, no fewer than, not fewer than, no less than, not less than, a minimum of, minimum of"
    )
    + _phrases(
        LOW,
        "minimum, min, more than, over, above, upwards of, greater than, in excess of, exceeding, > =, >, ≥",
    )
    + _phrases(
        HIGH, "at most, up to, no more than, not more than, not over, a maximum of, maximum of, maximum, max"
    )
    + _phrases(HIGH, "fewer than, less than, under, below, < =, <, ≤")
    + _phrases(
        ABOUT, "about, around, approximately, approx, roughly, circa, ca, c, ~, ≈, some, nearly, almost"
    )
    + _phrases(ABOUT, "close to, an estimated, estimated, in the region of")
    + _phrases(RANGE, "between, from")
    + _phrases(
        NOTHING,
        "it was, there were, it is, they were, a total of, total of, total, exactly, precisely, just",
    )
    + _phrases(NOTHING, "only, the, in all, within, in, =, by, i think")
)
AFTER = _by_first_word(
    _phrases(LOW, "+, plus, or more, and more, or over, and over, at least, minimum")
    + _phrases(HIGH, "or fewer, or less, at most, maximum, or under")
    + _phrases(ABOUT, "or so, approximately, approx, roughly, about")
)
LONGEST_AFTER = max(len(words) for phrases in AFTER.values() for words, _ in phrases)
