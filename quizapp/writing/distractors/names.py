"""Other names: persons, forces, places, titles and conflicts that the text tells something else of."""

import re
from collections.abc import Iterator

from quizapp.article.fact import FactType
from quizapp.article.model import LEAD
from quizapp.writing.asking.callings import is_kin, is_of_state
from quizapp.writing.distractors.doers import are_told_apart
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import begin, is_name, is_named, with_the
from quizapp.writing.index import Place
from quizapp.writing.persons import without_rank
from quizapp.writing.prompt import THING, Part, Sort

_SETTLEMENTS = frozenset({"city", "town", "village", "port", "hamlet", "fortress", "suburb", ""})


def find_own(asked: Asked) -> Iterator[Lure]:
    """Yield the distractors that only the prompt's writer knows."""
    for text, feedback in asked.prompt.lures:
        yield Lure(text, feedback)


def find_people(asked: Asked) -> Iterator[Lure]:
    """Yield persons of whom the text tells something else, those of the same side first."""
    if asked.prompt.sort is not Sort.PERSON or asked.prompt.part in {Part.COMMANDER, Part.ACTOR, Part.POST}:
        return
    scene = asked.scene
    camp = scene.find_camp(asked.prompt.key) or scene.find_camp(asked.fact.value)
    own = camp.number if camp else None
    for fact in sorted(scene.facts, key=lambda fact: fact.side != own):
        if fact.side not in (own, None) and are_told_apart(scene):
            continue
        statement = asked.statements.get(fact.id, "")
        if not statement:
            continue
        if fact.type is FactType.COMMANDER and fact.side and is_name(fact.value):
            yield Lure(fact.value, statement)
        elif fact.type is FactType.ROLE and " " in fact.subject and asked.prompt.part is Part.ROLE:
            theirs = scene.find_camp(fact.subject)
            is_like = is_of_state(fact.value) == is_of_state(asked.fact.value) and not is_kin(fact.value)
            if is_like and ((theirs == camp and camp is not None) or not are_told_apart(scene)):
                yield Lure(without_rank(fact.subject), statement)


def find_forces(asked: Asked) -> Iterator[Lure]:
    """Yield who conducted other campaigns than the one that is asked about."""
    if asked.prompt.sort is not Sort.FORCE or asked.prompt.part not in {Part.ACTOR, Part.COMBATANT}:
        return
    for fact in asked.scene.index.list_of(FactType.ACTOR):
        if not asked.scene.is_battle(fact.subject) and fact.id in asked.statements:
            yield Lure(with_the(fact.value), asked.statements[fact.id])


def find_places(asked: Asked) -> Iterator[Lure]:
    """Yield places of the same kind that the text names elsewhere."""
    prompt = asked.prompt
    if prompt.sort is not Sort.PLACE or prompt.place in {THING, "country"}:
        return
    for place in asked.scene.index.places:
        if place.kind == prompt.place or {place.kind, prompt.place} <= _SETTLEMENTS:
            yield Lure(place.name, _say_of_place(place, asked))


def _say_of_place(place: Place, asked: Asked) -> str:
    """Say what befell a place, else where the article names it."""
    events = asked.scene.index.list_events_at(place.name)
    told = (asked.statements[fact.id] for fact in events if asked.statements.get(fact.id))
    where = "at its beginning" if place.section == LEAD else f'under "{place.section}"'
    return next(told, f"The article names it {where}.")


def find_titles(asked: Asked) -> Iterator[Lure]:
    """Yield the titles of other persons."""
    if asked.prompt.sort is not Sort.TITLE:
        return
    for fact in asked.scene.index.list_of(FactType.ROLE):
        if re.search(r"\bof (?:the )?[A-Z]", fact.value):
            statement = asked.statements.get(fact.id, "")
            if statement and is_named(fact.value):
                yield Lure(begin(fact.value.removeprefix("the ")), statement)


def find_campaigns(asked: Asked) -> Iterator[Lure]:
    """Yield campaigns that took place at the same time as the battle."""
    if asked.prompt.sort is not Sort.CONFLICT or asked.fact.type is not FactType.PART_OF:
        return
    for fact in asked.scene.index.list_of(FactType.CONCURRENT):
        if fact.id in asked.statements:
            yield Lure(with_the(fact.value), asked.statements[fact.id])
