"""Words that several rules look for, and how to look for any of a list."""

import re

from quizapp.values.text import phrase_set

DIRECTION = r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern|erly|wards?)?"
CAPITAL = re.compile(r"[A-Z]")


def any_of(listed: str) -> str:
    """Return a pattern for any of the words or phrases of a list that is written with commas; the longest first."""
    return "(?:" + "|".join(sorted(phrase_set(listed), key=lambda each: (-len(each), each))) + ")"


EVENT = any_of(
    "battle, offensive, operation, campaign, siege, engagement, assault, attack, raid, landing, invasion,"
    " action, confrontation, clash, conflict, victory, defeat, skirmish, war, expedition, intervention,"
    " counteroffensive, uprising, rebellion, revolt, blockade, encounter, fighting, massacre, ambush"
)
FORCE = any_of(
    "army, armies, fleet, force, forces, division, corps, brigade, regiment, battalion, legion, legions,"
    " cavalry, infantry, wing, centre, center, flank, troops, garrison, squadron, guard, company, column,"
    " right, left, vanguard, rearguard, reserve, contingent, unit, marines, front, men, artillery, horse,"
    " foot, ship, ships, navy, militia, detachment, rebels, defenders, group, divisions, units, regiments,"
    " battalions, brigades, expedition"
)


def has_capital(phrase: str) -> bool:
    """Whether a phrase holds a name."""
    return CAPITAL.search(phrase) is not None
