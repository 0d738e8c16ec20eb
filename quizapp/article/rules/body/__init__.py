"""The rules that find facts in sentences: a sentence is taken apart once, and each rule looks at its statements.

To add a rule, write it in the module of its sort and name it in STATEMENT_RULES or, if it reads the sentence as a
whole, in SENTENCE_RULES; where two find the same, the first has it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from quizapp.article.dates import Dated
from quizapp.article.fact import Fact
from quizapp.article.known import Known
from quizapp.article.model import Sentence
from quizapp.article.rules.body.aims import find_aims, find_orders, find_plans
from quizapp.article.rules.body.battle import (
    date_battle,
    describe_battle,
    find_concurrent,
    find_part_of,
    find_sequence,
    place_events,
)
from quizapp.article.rules.body.callings import find_other_names
from quizapp.article.rules.body.commanders import find_commanders_under, name_commanders
from quizapp.article.rules.body.durations import measure_durations
from quizapp.article.rules.body.events import state_deed, state_passive
from quizapp.article.rules.body.gapped import find_dated_list, find_failures
from quizapp.article.rules.body.losses import count_losses
from quizapp.article.rules.body.numbers import count_strengths, measure_distances
from quizapp.article.rules.body.places import (
    find_included,
    infer_direction,
    locate,
    locate_inverted,
    place_subjects,
)
from quizapp.article.rules.body.ranks import find_superlatives
from quizapp.article.rules.body.roles import (
    find_appositions,
    find_roles_before,
    find_roles_in_brackets,
    find_roles_of_places,
    state_what_is,
)
from quizapp.article.rules.body.sizes import measure_sizes
from quizapp.article.rules.body.titles import find_names_behind, find_posts_given, find_titled
from quizapp.article.statements.statements import Statement, find_statements
from quizapp.article.statements.told import Told, tell

STATEMENT_RULES: tuple[Callable[[Told, Sequence[Statement]], Iterator[Fact]], ...] = (
    date_battle,
    describe_battle,
    find_part_of,
    find_sequence,
    find_concurrent,
    find_aims,
    find_plans,
    find_orders,
    name_commanders,
    count_losses,
    state_what_is,
    state_deed,
    state_passive,
    find_dated_list,
    find_failures,
    measure_distances,
    measure_durations,
    measure_sizes,
    count_strengths,
    infer_direction,
    place_subjects,
    find_included,
)
SENTENCE_RULES: tuple[Callable[[Told], Iterator[Fact]], ...] = (
    place_events,
    find_commanders_under,
    find_appositions,
    find_names_behind,
    find_titled,
    find_posts_given,
    find_roles_before,
    find_roles_in_brackets,
    find_roles_of_places,
    find_other_names,
    find_superlatives,
    locate,
    locate_inverted,
)


def find_in_sentence(sentence: Sentence, dated: tuple[Dated, ...], known: Known) -> Iterator[Fact]:
    """Yield what the rules find in one sentence, each statement once."""
    told = tell(sentence, dated, known)
    if told is None:
        return
    seen: set[tuple[str, str, str]] = set()
    for fact, rule in _apply(told):
        said = (fact.subject.lower(), fact.attribute, fact.value.lower())
        if said not in seen:
            seen.add(said)
            yield replace(fact, rule=rule)


def _apply(told: Told) -> Iterator[tuple[Fact, str]]:
    """Yield what each rule finds, and the rule's name."""
    statements = find_statements(told)
    for rule in STATEMENT_RULES:
        for fact in rule(told, statements):
            yield fact, rule.__name__
    for sentence_rule in SENTENCE_RULES:
        for fact in sentence_rule(told):
            yield fact, sentence_rule.__name__
