"""Writers of the larger conflicts that a battle was a part of: a campaign, and the war behind it."""

import re

from quizapp.article.fact import Fact, FactType
from quizapp.values.text import fold, word_list
from quizapp.writing.asking.telling import THE_BATTLE, Telling
from quizapp.writing.english import BATTLES, begin, is_named, stands_alone, with_the
from quizapp.writing.gazetteer import WORLD_WARS
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.quality.item import content_words
from quizapp.writing.scene import Scene

_WARS = frozenset(
    word_list("war wars crusade crusades revolution revolt rebellion uprising invasion invasions")
)

_KINDS = frozenset(word[:5] for word in BATTLES)


def write_part_of(fact: Fact, scene: Scene) -> Telling | None:
    """Ask of which larger conflict the battle was a part, and of which war, where a campaign of it is named."""
    if not scene.is_battle(fact.subject) or not stands_alone(fact.value) or not is_named(fact.value):
        return None
    parts = [other.value for other in scene.index.list_of(FactType.PART_OF)]
    if any(_holds(other, fact.value) for other in parts):
        return None  # "the Second World War", where a campaign of it is named before
    parts = list({fold(with_the(part)): part for part in reversed(parts)}.values())[::-1]
    if fact.value not in parts:
        return None  # told before, with its article or without
    statement = f"{begin(scene.conflict)} {scene.was} part of {with_the(fact.value)}."
    at = parts.index(fact.value)
    if at > 0:
        prompts = _ask_both(parts, scene) if at == 1 and len(parts) == 2 else []
    else:
        prompts = [*_ask_conflict(fact.value, parts, scene), *_ask_war(fact.value, scene)]
    return Telling(statement, tuple(prompts), THE_BATTLE) if prompts else None


def _ask_conflict(value: str, parts: list[str], scene: Scene) -> list[Prompt]:
    """Ask for what the infobox names first, unless the title tells it."""
    if _tells(scene.title, value):
        return []
    others = tuple(other for other in parts if other != value)
    accepted = (*others, *WORLD_WARS.get(fold(value), ()))
    stem = f"Of which larger conflict or campaign {scene.was} {scene.conflict} a part?"
    return [Prompt(stem=stem, key=with_the(value), sort=Sort.CONFLICT, accepted=accepted, barred=others)]


def _ask_war(value: str, scene: Scene) -> list[Prompt]:
    """Ask for the war of which a campaign is named: "the Oil campaign of World War II"."""
    war = _find_war(value)
    if not war or _tells(scene.title, war):
        return []
    key = with_the(war)
    accepted = WORLD_WARS.get(fold(war), ())
    stem = f"Of which war {scene.was} {scene.conflict} a part?"
    return [Prompt(stem=stem, key=key, sort=Sort.CONFLICT, accepted=accepted, barred=(value,))]


def _ask_both(parts: list[str], scene: Scene) -> list[Prompt]:
    if any(_tells(scene.title, part) for part in parts):
        return []
    both = f"{begin(with_the(parts[0]))} and {with_the(parts[1])}."
    stem = f"Of which two larger conflicts or campaigns {scene.was} {scene.conflict} a part?"
    return [Prompt(stem=stem, key=both, sort=Sort.PHRASE)]


def _find_war(value: str) -> str:
    """Return the last conflict of a chain of them, if it is a war: "American Civil War"; "" where none is behind."""
    tails = [value[found.end() :] for found in re.finditer(r" of (?:the )?(?=[^\W\d_a-z])", value)]
    wars = [tail for tail in tails if _WARS & set(fold(tail.partition(" of ")[0]).split())]
    return wars[-1] if wars else ""


def _holds(longer: str, value: str) -> bool:
    """Whether a chain of conflicts goes on to a value, or to what the value begins with."""
    whole, part = (fold(with_the(each)) for each in (longer, value))
    if whole == part:
        return False
    war = _find_war(value)
    first = fold(re.sub(r" of(?: the)? ?$", "", value.removesuffix(war)).removeprefix("the "))
    return re.search(rf"(?<!\w){re.escape(first)}(?!\w)", whole) is not None


def _tells(title: str, value: str) -> bool:
    """Whether a title shares a word with a conflict that says which one it is."""
    words = content_words(f" {fold(value)} ") & content_words(f" {fold(title)} ")
    return bool(words - _KINDS)
