"""Who else could have done it: of the same side where a person is asked for, of another where a place was taken.

Nobody does a thing to his own side, so where it was done to somebody the other side is no distractor.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from quizapp.article.fact import Clause, Fact, FactType
from quizapp.values.text import fold, word_list
from quizapp.writing.asking.clauses import actor_of, head_of, target_of
from quizapp.writing.asking.places import take_kind
from quizapp.writing.asking.posts import read_post
from quizapp.writing.camps import Camp
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import begin, is_named, with_the
from quizapp.writing.nations import tell_apart
from quizapp.writing.peoples import DEMONYMS, people_of
from quizapp.writing.prompt import Part, Sort
from quizapp.writing.scene import Scene

_NAME = re.compile(r"[^\W\d_a-z][\w\u2019'-]+")
_TO_PLACE = re.compile(r"(?:to|in|at|on|into|of|from|towards) (?P<place>.+)")
_BY_MANY = frozenset({"command", "lead"})
"""What a superior does as well."""
_PERSONAL = frozenset(
    word_list(
        "command lead betray arrest found build sign appoint succeed murder assassinate solicit crown depose declare"
        " negotiate design invent escape marry remove replace promote dismiss resign abdicate propose write"
    )
)
"""What one person does; who else of the same side took a place or went somewhere with him, no list says."""

_YIELDS = frozenset(word_list("surrender capitulate retreat withdraw flee escape"))
"""What is done by one side, which the language of a name tells."""


def find_doers(asked: Asked) -> Iterator[Lure]:
    """Yield commanders of the same side who did something else, then who of other sides could have taken a place."""
    clause, scene = asked.fact.clause, asked.scene
    camp = scene.find_camp(asked.prompt.key)
    if asked.prompt.part is not Part.ACTOR or clause is None or camp is None:
        return
    if asked.prompt.sort is Sort.PERSON and head_of(clause) in _PERSONAL:
        yield from _find_fellows(asked, camp)
    is_yielding = head_of(clause) in _YIELDS and are_told_apart(scene)
    if _is_done_to_place(clause, scene) and not is_yielding:
        yield from _find_rivals(asked, clause, camp)


def find_posts(asked: Asked) -> Iterator[Lure]:
    """Yield who commanded other formations, those of the same side first, then the other commanders of the side."""
    if asked.prompt.part is not Part.POST:
        return
    scene = asked.scene
    camp = _find_camp(asked.fact, scene)
    posts = [
        (person, unit, _find_camp(fact, scene))
        for fact in scene.index.list_of(FactType.COMMANDER)
        for person, unit in [read_post(fact, scene)]
        if person
    ]
    for person, unit, theirs in sorted(posts, key=lambda post: post[2] != camp):
        if theirs == camp or (None in (theirs, camp) and not are_told_apart(scene)):
            yield Lure(person, f"{begin(person)} commanded {unit}.")
    if camp is not None:
        yield from _find_fellows(asked, camp)


def _find_camp(fact: Fact, scene: Scene) -> Camp | None:
    """Return the side of a post, by who held it, by what he commanded, or by the heading it stands under."""
    person, unit = read_post(fact, scene)
    names = (person, unit, fact.evidence.section)
    return next((camp for name in names if name and (camp := scene.find_camp(name)) is not None), None)


def are_told_apart(scene: Scene) -> bool:
    """Whether a name tells on which side somebody fought, because the sides speak different languages."""
    sides = [[fact.value for fact in camp.combatants] for camp in scene.camps]
    return any(tell_apart(one, other) for one, other in combinations(sides, 2))


def _find_fellows(asked: Asked, camp: Camp) -> Iterator[Lure]:
    """Yield the other commanders of a side, where the one asked for is one of those that the infobox lists."""
    clause = asked.fact.clause
    if clause is not None and head_of(clause) in _BY_MANY and asked.prompt.part is not Part.POST:
        names = [fact.value for fact in camp.commanders[1:]]
    else:
        names = [fact.value for fact in camp.commanders]
    if any(fold(asked.prompt.key) in fold(fact.value) for fact in camp.commanders):
        for name in names:
            same = f"{begin(name)} was another commander of the same side."
            yield Lure(name, camp.say_member(name) if camp.name else same)


def _is_done_to_place(clause: Clause, scene: Scene) -> bool:
    """Whether it was done to a place, which either side may have held: "laid siege to Gloucester"."""
    target, rest = target_of(clause), _TO_PLACE.match(clause.rest)
    if rest and not clause.is_passive and not is_named(target):
        target = rest["place"]
    kind, name = take_kind(scene.phrase(target))
    return bool(name and (kind or scene.own_words.is_place(name)))


def _find_rivals(asked: Asked, clause: Clause, camp: Camp) -> Iterator[Lure]:
    """Yield names of the other sides, of the key's own sort, but for a side to which it was done."""
    scene = asked.scene
    behind = f"{target_of(clause)} {clause.rest}"
    names = [re.sub(r"['\u2019]s?$", "", name) for name in _NAME.findall(behind)]
    struck = {each.number for each in map(scene.find_camp, names) if each is not None}
    for rival in scene.other_camps(camp.number):
        if rival.number not in struck:
            for fact in _of_sort(asked, camp, rival):
                name = fact.value if asked.prompt.sort is Sort.PERSON else _name_alike(fact.value, asked)
                if name:
                    yield Lure(name, rival.say_member(fact.value))


def _name_alike(party: str, asked: Asked) -> str:
    """Return a party by its people where the key is a people; nothing where that is not known."""
    is_people = fold(asked.prompt.key).removeprefix("the ") in DEMONYMS
    return people_of(party) if is_people else with_the(party)


def _of_sort(asked: Asked, camp: Camp, rival: Camp) -> tuple[Fact, ...]:
    """Return the commanders, units or parties of a side: of a unit the units, of a people the parties."""
    if asked.prompt.sort is Sort.PERSON:
        return rival.commanders
    key = fold(actor_of(asked.fact.clause) if asked.fact.clause else asked.prompt.key).removeprefix("the ")
    is_unit = any(key == fold(fact.value).removeprefix("the ") for fact in camp.units)
    return rival.units if is_unit else rival.combatants[:3]
