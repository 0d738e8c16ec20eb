"""One writer a type of fact: from a fact to a statement and to what may be asked of it.

A new one is a function in the module that it fits, and its line in WRITERS.
"""

from dataclasses import replace

from quizapp.article.fact import Fact, FactType
from quizapp.writing.asking.around import (
    write_actor,
    write_aim,
    write_concurrent,
    write_number,
    write_other_name,
    write_role,
    write_sequence,
    write_superlative,
    write_target,
)
from quizapp.writing.asking.callings import write_calling
from quizapp.writing.asking.counting import write_count
from quizapp.writing.asking.events import write_event
from quizapp.writing.asking.further import write_further
from quizapp.writing.asking.losses import write_body_losses, write_casualties, write_strength
from quizapp.writing.asking.outcomes import write_outcome, write_winner
from quizapp.writing.asking.outline import (
    write_date,
    write_duration,
    write_place,
    write_territory,
)
from quizapp.writing.asking.posts import write_post
from quizapp.writing.asking.results import write_consequence, write_result
from quizapp.writing.asking.sides import (
    write_combatant,
    write_commander,
    write_fate,
    write_unit,
)
from quizapp.writing.asking.telling import Telling, Writer
from quizapp.writing.asking.wars import write_part_of
from quizapp.writing.prompt import Sort
from quizapp.writing.scene import Scene

WRITERS: tuple[tuple[FactType, Writer], ...] = (
    (FactType.DATE, write_date),
    (FactType.DURATION, write_duration),
    (FactType.PART_OF, write_part_of),
    (FactType.PLACE, write_place),
    (FactType.TERRITORY, write_territory),
    (FactType.RESULT, write_result),
    (FactType.RESULT, write_consequence),
    (FactType.RESULT, write_winner),
    (FactType.COMBATANT, write_combatant),
    (FactType.COMMANDER, write_commander),
    (FactType.COMMANDER, write_post),
    (FactType.UNIT, write_unit),
    (FactType.STRENGTH, write_strength),
    (FactType.STRENGTH, write_count),
    (FactType.CASUALTIES, write_casualties),
    (FactType.CASUALTIES, write_body_losses),
    (FactType.ACTOR, write_actor),
    (FactType.TARGET, write_target),
    (FactType.AIM, write_aim),
    (FactType.CONCURRENT, write_concurrent),
    (FactType.SEQUENCE, write_sequence),
    (FactType.EVENT, write_outcome),
    (FactType.EVENT, write_event),
    (FactType.EVENT, write_further),
    (FactType.ROLE, write_role),
    (FactType.ROLE, write_calling),
    (FactType.NUMBER, write_number),
    (FactType.NUMBER, write_count),
    (FactType.DETAIL, write_superlative),
    (FactType.DETAIL, write_fate),
    (FactType.DETAIL, write_other_name),
)


LONGEST_TOLD = 1_000
"""Characters of a statement; a longer one has a "name" in it that nobody could read, or a page without a stop."""


def tell_fact(fact: Fact, scene: Scene) -> Telling | None:
    """Return the statement and the prompts of a fact; None where it cannot be said so that it stands alone."""
    for type_, writer in WRITERS:
        if type_ is fact.type:
            told = writer(fact, scene)
            if told is not None:
                return _spell(told, scene) if len(told.statement) <= LONGEST_TOLD else None
    return None


def _spell(told: Telling, scene: Scene) -> Telling:
    """Return a telling with abbreviations written out, so that it is clear out of its context."""
    prompts = tuple(
        replace(
            prompt,
            stem=scene.spell(prompt.stem),
            key=scene.spell(prompt.key) if prompt.sort is Sort.PHRASE else prompt.key,
        )
        for prompt in told.prompts
    )
    return replace(told, statement=scene.spell(told.statement), prompts=prompts)


__all__ = ["WRITERS", "tell_fact"]
