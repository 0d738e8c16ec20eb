"""The rules for cells, each named in INFOBOX_RULES beside the field that it reads; its name is the fact's rule.

A rule gets one entry of a cell and yields what the entry states. To add one, write it in the module of its family
and put it here.
"""

from quizapp.article.model import Field
from quizapp.article.rules.infobox.dating import date, duration, end_date, start_date
from quizapp.article.rules.infobox.numbers import losses, strength
from quizapp.article.rules.infobox.outline import cause, conflict, part_of, place, result, territory
from quizapp.article.rules.infobox.sides import combatant, command, commander, fate, party, unit
from quizapp.article.rules.stating import ItemRule

INFOBOX_RULES: tuple[tuple[Field, ItemRule], ...] = (
    (Field.CONFLICT, conflict),
    (Field.PART_OF, part_of),
    (Field.DATE, date),
    (Field.DATE, start_date),
    (Field.DATE, end_date),
    (Field.DATE, duration),
    (Field.PLACE, place),
    (Field.TERRITORY, territory),
    (Field.RESULT, result),
    (Field.CAUSE, cause),
    (Field.COMBATANT, combatant),
    (Field.COMMANDER, commander),
    (Field.COMMANDER, fate),
    (Field.COMMANDER, command),
    (Field.UNIT, unit),
    (Field.STRENGTH, strength),
    (Field.STRENGTH, party),
    (Field.CASUALTIES, losses),
)
