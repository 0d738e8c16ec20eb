"""From the facts of an article to a draft: statements, questions in the forms that suit, nothing with a flaw."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.article.fact import Confidence, Fact
from quizapp.article.finding import Found
from quizapp.article.model import Article
from quizapp.questions import Question
from quizapp.values.text import fold
from quizapp.writing.asking import tell_fact
from quizapp.writing.asking.telling import Telling
from quizapp.writing.distractors import Asked, find_lures
from quizapp.writing.draft import Draft, Drafted
from quizapp.writing.english import begin, is_named
from quizapp.writing.forms import FORMS, GATHERED
from quizapp.writing.lending import Loan
from quizapp.writing.quality import BETWEEN_FACTS, OF_ALL_QUESTIONS, Item, find_flaws
from quizapp.writing.quality.wording import option_is_absolute, stem_has_two_dates
from quizapp.writing.scene import Scene, set_scene
from quizapp.writing.worth import is_worth_asking

MOST_QUESTIONS = 4
"""Questions of one fact; more ask the same in other words."""
MOST_FACTS = 1_500
"""Facts that are looked at; an article of 150 kB states some 900."""
_ROUNDS = 15
_SOMEBODY = re.compile(
    r"(?!the )(?:.* )?(?:officer|official|spokes[a-z]+|commander|general|colonel|soldier|historian|source|journalist)"
)
_SCHOLARS = re.compile(r"histor|modern|contemporar|chronicl|official|scholar|estimate")


def draft_questions(article: Article, found: Found, others: Sequence[Loan] = ()) -> Draft:
    """Draft questions for every fact that can be asked; the same facts give the same draft.

    others are the names that other banks lend, to be distractors where the article has too few.
    """
    scene = set_scene(article, replace(found, facts=found.facts[:MOST_FACTS]), others)
    told = {fact.id: telling for fact in scene.facts if (telling := tell_fact(fact, scene)) is not None}
    statements = {
        fact.id: told[fact.id].statement for fact in scene.facts if fact.id in told and _is_sure(fact)
    }
    worth = {fact.id for fact in scene.facts if fact.id in statements and is_worth_asking(fact, scene)}
    drafted = [
        _draft(fact, told[fact.id], scene, statements, worth) for fact in scene.facts if fact.id in told
    ]
    gathered = {id_: said for id_, said in statements.items() if id_ in worth}
    drafted += [each for gather in GATHERED for each in gather(scene, gathered)]
    kept = _leave_out_flawed(_ask_once(drafted))
    asked = {fact.id for each in kept for fact in each.facts}
    left_out = tuple(_say_why(fact, told) for fact in scene.facts if fact.id not in asked)
    return Draft(scene.title, kept, left_out)


def _is_sure(fact: Fact) -> bool:
    return fact.confidence is Confidence.HIGH and fact.is_dated_surely


def _says_who(fact: Fact) -> bool:
    """Whether who says so is somebody: "according to other sources", "to Marran officer" is nobody."""
    if _SOMEBODY.fullmatch(fact.according_to):
        return False
    return not fact.according_to or is_named(fact.according_to) or bool(_SCHOLARS.search(fact.according_to))


def _draft(
    fact: Fact, telling: Telling, scene: Scene, statements: dict[str, str], worth: set[str]
) -> Drafted:
    own = {**statements, fact.id: telling.statement}
    questions: list[Question] = []
    for prompt in telling.prompts:
        asked = Asked(prompt, fact, scene, own)
        lures = find_lures(asked)
        questions += [question for form in FORMS if (question := form(asked, lures)) is not None]
    topic = begin(telling.topic) or begin(scene.title)
    is_sure = fact.id in worth and _says_who(fact)
    return Drafted(fact.id, telling.statement, (fact,), tuple(questions[:MOST_QUESTIONS]), topic, is_sure)


def _ask_once(drafted: Sequence[Drafted]) -> list[Drafted]:
    """Return what was drafted without questions whose stem stands in another of their type already."""
    asked: set[tuple[str, str]] = set()
    kept: list[Drafted] = []
    for each in sorted(drafted, key=lambda each: not each.is_sure):
        own = [(question.type, fold(question.stem)) for question in each.questions]
        questions = tuple(
            question for question, key in zip(each.questions, own, strict=True) if key not in asked
        )
        asked.update(own)
        kept.append(replace(each, questions=questions))
    places = {each.id: at for at, each in enumerate(drafted)}
    return sorted((each for each in kept if each.questions), key=lambda each: places[each.id])


def _leave_out_flawed(drafted: Sequence[Drafted]) -> tuple[Drafted, ...]:
    """Return what was drafted without the questions that have a flaw, facts without questions left out.

    What is sure is looked at first, so that nothing that is not sure takes its questions away.
    """
    sure = _drop_flawed([each for each in drafted if each.is_sure], 0)
    rest = [each for each in drafted if not each.is_sure]
    kept = {each.id: each for each in _drop_flawed([*sure, *rest], len(sure))}
    return tuple(kept[each.id] for each in drafted if each.id in kept)


def _drop_flawed(drafted: list[Drafted], safe: int) -> list[Drafted]:
    """Return what is left without flawed questions; the first ones are safe, and only what is after them goes.

    Of two facts whose questions tell one another's answers the later one goes, so that one is still asked.
    """
    kept = drafted
    for rounds_left in reversed(range(_ROUNDS)):
        items, owners = _list_items(kept)
        flaws = [flaw for flaw in find_flaws(items) if flaw.is_error or flaw.name not in _TOLERATED]
        flaws = [flaw for flaw in flaws if owners[flaw.number][0] >= safe]
        if not flaws:
            break
        own = [owners[flaw.number] for flaw in flaws if flaw.name not in BETWEEN_FACTS]
        between = [owners[flaw.number] for flaw in flaws if flaw.name in BETWEEN_FACTS]
        last = max((place for place, _ in between), default=0)
        dropped = {*own, *(each for each in between if each[0] == last or not rounds_left)}
        kept = [
            replace(
                each,
                questions=tuple(
                    question for at, question in enumerate(each.questions) if (place, at) not in dropped
                ),
            )
            for place, each in enumerate(kept)
        ]
        safe = sum(bool(each.questions) for each in kept[:safe])
        kept = [each for each in kept if each.questions]
    return kept


_TOLERATED = OF_ALL_QUESTIONS | {stem_has_two_dates.__name__, option_is_absolute.__name__}
"""Warnings about a bank as a whole, or such as a title with a year in it brings."""


def _list_items(drafted: Sequence[Drafted]) -> tuple[list[Item], list[tuple[int, int]]]:
    items: list[Item] = []
    owners: list[tuple[int, int]] = []
    for place, each in enumerate(drafted):
        source = each.facts[0].according_to if len(each.facts) == 1 else ""
        for at, question in enumerate(each.questions):
            items.append(Item(len(items), place, question, each.statement, source))
            owners.append((place, at))
    return items, owners


def _say_why(fact: Fact, told: dict[str, Telling]) -> tuple[Fact, str]:
    if fact.id not in told:
        return fact, "it says nothing that can be asked out of its context"
    return fact, "no question about it is without a flaw"
