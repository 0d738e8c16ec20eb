"""A gap in the statement where the key stands."""

import re

from quizapp.questions.cloze import Cloze, Gap
from quizapp.values.dates import Precision
from quizapp.values.text import fold
from quizapp.writing.also_right import list_also_right
from quizapp.writing.asking.clauses import tell
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import is_name, year_of
from quizapp.writing.forms.typed import can_be_typed
from quizapp.writing.prompt import Part, Sort

_SUITED = frozenset({Sort.DATE, Sort.PLACE, Sort.PERSON, Sort.CONFLICT})
_OF_SEVERAL = frozenset({Part.COMMANDER, Part.ACTOR, Part.POST})
"""Parts that others had too, so that the gap may be filled with their names."""
_MOST_WORDS = 5


def ask_cloze(asked: Asked, _lures: tuple[Lure, ...]) -> Cloze | None:
    """Ask to fill the key into the statement, where it stands there once and nothing else fits the gap."""
    prompt = asked.prompt
    statement = asked.statements.get(asked.fact.id, "")
    key = prompt.key.removeprefix("the ")
    if prompt.sort not in _SUITED or prompt.is_open or prompt.is_typed or prompt.part in _OF_SEVERAL:
        return None
    if prompt.sort is Sort.DATE:
        if prompt.when is None or not prompt.when.is_one or prompt.when.precision is not Precision.DAY:
            return None  # "signed in ___" could be a place
    elif not is_name(key) or len(key.split()) > _MOST_WORDS or not can_be_typed(prompt):
        return None
    if len(re.findall(rf"(?<!\w){re.escape(key)}(?!\w)", statement)) != 1 or statement.startswith(key):
        return None
    stem = re.sub(rf"(?<!\w){re.escape(key)}(?!\w)", "___", statement)
    if set(fold(key).split()) & set(fold(stem).split()) - {"of", "the", "and"}:
        return None
    stem = _frame(stem, asked)
    accepted = list_also_right(asked) if prompt.sort is not Sort.DATE else ()
    return Cloze(type="cloze", stem=stem, key=(Gap(text=key, accepted=accepted),))


def _frame(stem: str, asked: Asked) -> str:
    """Return a stem with the year before it, else with how it stands to the battle, where it does not name that."""
    prompt, scene, clause = asked.prompt, asked.scene, asked.fact.clause
    if scene.mentions(stem) or prompt.when is None or clause is None:
        return stem
    year = year_of(prompt.when)
    is_small = tell(clause, scene)[:1].islower()
    stem = f"{stem[:1].lower() if is_small else stem[:1]}{stem[1:]}"
    is_same = year is not None and year > 999 and year == scene.year
    return f"In {year}, {stem}" if is_same else f"{scene.place_in_time(asked.fact)}, {stem}"
