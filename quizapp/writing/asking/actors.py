"""Who did it: asked where only one can have done it, or the day is told."""

import re

from quizapp.article.fact import Clause, Fact, FactType
from quizapp.article.gazetteer.ranks import ALONE, TITLES
from quizapp.values.dates import When
from quizapp.values.text import fold
from quizapp.writing.asking.clauses import actor_of, head_of, join, target_of
from quizapp.writing.asking.lexicon import COMMON, FORCES, PEOPLES, POSTS, TELLING, TROOPS
from quizapp.writing.english import is_event, is_name, is_named, say_on
from quizapp.writing.peoples import DEMONYMS
from quizapp.writing.persons import without_rank
from quizapp.writing.prompt import Part, Prompt, Sort
from quizapp.writing.scene import Scene

_ARMY = re.compile(r"(?:the )?(?P<whose>[^\W\d_a-z]\w+) (?:Army|army|forces|troops|military|soldiers)")
_POST = re.compile(rf"(?:the |an? )?(?P<post>(?:[A-Z][a-z]+ |[a-z]+ )?(?:{POSTS})) (?P<name>[^\W\d_a-z].*)")
_DONE_TO_PEOPLE = frozenset({"capture", "arrest", "release", "wound"})
"""Deeds that befall somebody more than once in a story: "who captured Henry?"."""
_DONE_ONCE_TO_ONE = frozenset({"kill", "replace"})
_MOST_WORDS = 6
_WITH_ALIASES = frozenset({FactType.COMBATANT, FactType.UNIT, FactType.COMMANDER})


def ask_actor(fact: Fact, clause: Clause, when: When | None, scene: Scene) -> list[Prompt]:
    """Ask who did it, where what was done is named, and no other is told to have done the same."""
    post, actor = _take_post(actor_of(clause))
    behind = join(target_of(clause), clause.rest)
    if not _can_be_asked(actor, behind) or (when is None and not _tells_enough(clause, behind, scene)):
        return []
    is_people = bool(PEOPLES.fullmatch(actor)) or fold(actor).removeprefix("the ") in DEMONYMS
    is_force = is_people or bool(FORCES.search(actor))
    if set(fold(actor).split()) <= set(fold(scene.title).split()):
        return []  # "who destroyed the fleet?" "Midway": the battle itself is meant
    if _is_told_by_foe(actor, behind, scene) or (is_people and when is not None and len(scene.camps) == 2):
        return []  # of two peoples it can only be one, or is soon guessed; the day is asked
    who = "which force" if is_force and not is_people else f"which {post}" if post else "who"
    date = f" {say_on(when)}" if when is not None else ""
    done = join(clause.verb.past, clause.verb.particle, scene.phrase(target_of(clause)), clause.rest)
    sort = Sort.FORCE if is_force else Sort.PERSON
    return [
        Prompt(
            stem=scene.frame(fact, f"{who} {done}{date}?"),
            key=scene.phrase(scene.name_in_full(actor)),
            sort=sort,
            part=Part.ACTOR,
            accepted=(actor, *_aliases(actor, scene)),
        )
    ]


def _is_told_by_foe(actor: str, behind: str, scene: Scene) -> bool:
    """Whether a side did it and the other one of two is named: "who besieged the castle of the Moors?"."""
    words = set(fold(actor).split())
    commanders = [each.value for camp in scene.camps for each in camp.commanders]
    if (
        len(scene.camps) != 2
        or words & TITLES
        or any(words <= set(fold(each).split()) for each in commanders)
    ):
        return False
    is_side = actor.startswith("the ") or scene.find_camp(actor) is not None or fold(actor) in DEMONYMS
    return is_side and sum(camp.is_in(behind) for camp in scene.camps) == 1


def _take_post(actor: str) -> tuple[str, str]:
    """Return what somebody was, if it stands before the name, and the name: "the Hungarian engineer Orban"."""
    found = _POST.fullmatch(actor)
    return (found["post"], found["name"]) if found else ("", actor)


def _can_be_asked(actor: str, behind: str) -> bool:
    """Whether an actor is one proper name, and what was done names something else."""
    if not is_name(actor) or not is_named(actor) or not is_named(behind) or len(actor.split()) > _MOST_WORDS:
        return False
    if re.search(r"['\u2019]s? |\band\b", actor) or (is_event(actor) and not FORCES.search(actor)):
        return False
    roots = {word[:5] for word in fold(actor.removeprefix("the ")).split() if len(word) > 3}
    return not roots & {word[:5] for word in fold(behind).split()}


def _tells_enough(clause: Clause, behind: str, scene: Scene) -> bool:
    """Whether who did it can be told without a date, because only one can have done it."""
    head = head_of(clause)
    if (
        head in _DONE_TO_PEOPLE
        and is_name(behind)
        and not (" " in behind or scene.own_words.is_place(behind))
    ):
        return False
    if head in _DONE_ONCE_TO_ONE and not clause.is_plural and _is_person(target_of(clause), scene):
        return True
    if head in {"command", "lead"}:
        return bool(TROOPS.search(behind)) or is_name(behind)
    if head == "rally" and not clause.object:
        return False
    if head == "order":
        return bool(TROOPS.search(behind))
    return head in TELLING and (head not in COMMON or is_named(clause.rest))


def _is_person(name: str, scene: Scene) -> bool:
    """Whether a name is one person's, by a rank before it or two names: no people, force or place."""
    bare = without_rank(name)
    is_other = (
        scene.own_words.is_place(bare)
        or FORCES.search(bare)
        or PEOPLES.fullmatch(bare)
        or bare.startswith("the ")
    )
    return is_name(bare) and (bare != name or " " in bare) and not is_other and not is_event(bare)


def _aliases(name: str, scene: Scene) -> tuple[str, ...]:
    """Return what else a person may type for who did it: other names, and of an army its state's."""
    folded = fold(name.removeprefix("the "))
    found: list[str] = []
    for fact in scene.facts:
        names = (fact.value, *fact.aliases)
        if fact.type in _WITH_ALIASES and folded in map(fold, names):
            found += names
    words = name.removeprefix("the ").split()
    last_rank = max((at for at, word in enumerate(words) if word.lower().strip(".") in ALONE), default=-1)
    if 0 <= last_rank < len(words) - 1:
        found.append(" ".join(words[last_rank + 1 :]))
    named = {
        fact.value for camp in scene.camps for fact in camp.commanders if folded in fold(fact.value).split()
    }
    found += sorted(named) if len(named) == 1 else []
    army = _ARMY.fullmatch(name)
    camp = scene.find_camp(name) if army else None
    if army and camp:
        found += [
            f"{army['whose']} {force}" for force in ("forces", "troops", "military", "soldiers", "Army")
        ]
        found += [each for fact in camp.combatants[:1] for each in (fact.value, *fact.aliases)]
    return tuple(dict.fromkeys(each for each in found if fold(each) != folded))
