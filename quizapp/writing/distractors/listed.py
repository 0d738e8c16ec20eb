"""Names from lists of ours, for what no article and no bank has enough of: countries near one another, wars."""

import re
from collections.abc import Iterator

from quizapp.article.fact import FactType
from quizapp.values.text import fold
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.gazetteer import FOUGHT_BY, ONCE_HELD, REGIONS, WARS
from quizapp.writing.peoples import list_peoples
from quizapp.writing.prompt import Sort

_GENERATION = 25  # years
_OVERSEAS = FOUGHT_BY.keys() - {"the Second Boer War", "the Russo-Japanese War"}
"""Wars that are believed only beside one of the same peoples."""


def find_countries(asked: Asked) -> Iterator[Lure]:
    """Yield the neighbours of a country that the article does not name, but for those that have land it once held."""
    key = asked.prompt.key
    if asked.prompt.sort is not Sort.PLACE or asked.prompt.place != "country":
        return
    around = (region for region in REGIONS if key in region)
    for region in sorted(around, key=lambda region: region.index(key)):
        at = region.index(key)
        for name in (*region[at + 1 :], *region[:at]):
            if f" {fold(name)} " not in asked.text and name not in ONCE_HELD.get(key, ()):
                yield Lure(name, f"{name} is another country of that region; the article does not name it.")


def find_wars(asked: Asked) -> Iterator[Lure]:
    """Yield wars that were not fought in the year of the battle, the nearest first."""
    year = asked.scene.year
    if asked.prompt.sort is not Sort.CONFLICT or asked.fact.type is not FactType.PART_OF:
        return
    if year is None or not _is_war(asked.prompt.key):
        return
    peoples = _list_fighters(asked)

    def is_far(war: tuple[int, int, str]) -> tuple[bool, int]:
        distance = min(abs(war[0] - year), abs(war[1] - year))
        return not FOUGHT_BY.get(war[2], frozenset()) & peoples or distance > _GENERATION, distance

    away = [war for war in WARS if not war[0] - 2 <= year <= war[1] + 2]
    away = [war for war in away if war[2] not in _OVERSEAS or not is_far(war)[0]]
    for first, last, name in sorted(away, key=is_far):
        if f" {fold(name.removeprefix('the '))} " not in asked.text:
            yield Lure(name, f"It was fought {_say_years(first, last)}.")


def _list_fighters(asked: Asked) -> frozenset[str]:
    """Return the peoples of a battle of a war far from Europe; none of another war's."""
    if f"the {asked.prompt.key.removeprefix('the ')}" not in FOUGHT_BY:
        return frozenset()
    parties = (party.value for camp in asked.scene.camps for party in camp.combatants)
    return frozenset(adjective.lower() for party in parties for adjective, _, _ in list_peoples(party))


def _is_war(key: str) -> bool:
    return bool(re.search(r"\b(?:Wars?|Crusades?|War II|War I|Conquest|invasions?|Invasions?)\b", key))


def _say_years(first: int, last: int) -> str:
    def say(year: int) -> str:
        return f"{1 - year} BC" if year <= 0 else str(year)

    return f"in {say(first)}" if first == last else f"from {say(first)} to {say(last)}"
