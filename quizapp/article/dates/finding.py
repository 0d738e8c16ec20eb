"""Finding the time expressions of one text: the rules in their order, then what belongs to each."""

from bisect import bisect_right

from quizapp.article.dates.calendar_rules import CALENDAR_RULES
from quizapp.article.dates.counting_rules import COUNTING_RULES
from quizapp.article.dates.expression import Expression
from quizapp.article.dates.joining import join_expressions
from quizapp.article.dates.leading import add_lead, bound_by_phrase
from quizapp.article.dates.rule import Rule, split_words

_LONGEST = 4_000
"""Characters of a sentence that are looked at; nobody writes a longer one."""

_NEEDED = frozenset[str]().union(*(rule.needs for rule in (*CALENDAR_RULES, *COUNTING_RULES)))


def find_expressions(text: str) -> list[Expression]:
    """Return the time expressions of a text, in the order in which they stand; no two overlap."""
    text = text[:_LONGEST]
    words = split_words(text)
    if _NEEDED.isdisjoint(words):
        return []
    found: list[Expression] = []
    for rules in (CALENDAR_RULES, COUNTING_RULES):
        for rule in rules:
            if not rule.needs.isdisjoint(words):
                _add_found(found, text, rule)
    joined = join_expressions(found, text)
    ends = [0, *(each.end for each in joined)]
    led = [add_lead(each, text, end) for each, end in zip(joined, ends, strict=False)]
    return bound_by_phrase(led, text)


def _add_found(found: list[Expression], text: str, rule: Rule) -> None:
    """Add what a rule finds and no rule before it has found, in its place."""
    for match in rule.pattern.finditer(text):
        for each in rule.read(match):
            place = bisect_right(found, each.start, key=lambda other: other.start)
            is_free = (place == 0 or found[place - 1].end <= each.start) and (
                place == len(found) or each.end <= found[place].start
            )
            if is_free:
                found.insert(place, each)
