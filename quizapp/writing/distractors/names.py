"""Other names: persons, forces, places, titles and conflicts that the text tells something else of."""

import re
from collections.abc import Iterator

from quizapp.article.fact import FactType
from quizapp.values.text import fold
from quizapp.writing.distractors.lure import Asked, Lure
from quizapp.writing.english import begin, is_name, is_named, stands_alone, with_the
from quizapp.writing.gazetteer import REGIONS, WARS
from quizapp.writing.prompt import Sort

_OF_KIND = re.compile(
    r"\b(?P<kind>city|town|village|port|hamlet|fortress|river|island|hill|district|province|suburb) of "
    r"(?P<name>[^\W\d_a-z][\w'\u2019-]*(?: (?:[a-z]{1,3}-)?[^\W\d_a-z][\w'\u2019-]*)*)"
)
_OF_OTHERS = frozenset({Sort.PERSON, Sort.FORCE, Sort.PLACE})
_SETTLEMENTS = frozenset({"city", "town", "village", "port", "hamlet", "fortress", "suburb", ""})


def find_own(asked: Asked) -> Iterator[Lure]:
    """Yield the distractors that only the prompt's writer knows."""
    for text, feedback in asked.prompt.lures:
        yield Lure(text, feedback)


def find_people(asked: Asked) -> Iterator[Lure]:
    """Yield persons of whom the text tells something else."""
    if asked.prompt.sort is not Sort.PERSON or asked.prompt.kind in {"commander", "actor"}:
        return
    for fact in asked.scene.facts:
        statement = asked.statements.get(fact.id, "")
        if not statement:
            continue
        if fact.type is FactType.COMMANDER and fact.side and is_name(fact.value):
            yield Lure(fact.value, statement)
        elif fact.type is FactType.ROLE and " " in fact.subject and asked.prompt.kind == "role":
            yield Lure(fact.subject, statement)


def find_forces(asked: Asked) -> Iterator[Lure]:
    """Yield who conducted other campaigns than the one that is asked about."""
    if asked.prompt.sort is not Sort.FORCE or asked.prompt.kind not in {"actor", "combatant", "typed"}:
        return
    for fact in asked.scene.facts:
        if (
            fact.type is FactType.ACTOR
            and not asked.scene.is_battle(fact.subject)
            and fact.id in asked.statements
        ):
            yield Lure(with_the(fact.value), asked.statements[fact.id])


_OPENINGS = re.compile(
    r"Which of these (?:commanded|commanders|units)\b|Who commanded on\b|In which (?!year|month)[a-z]+ did\b"
)


def find_others(asked: Asked) -> Iterator[Lure]:
    """Yield the keys of other banks' questions that begin as this one does; the article names none of them."""
    opening = _OPENINGS.match(asked.prompt.stem)
    if opening is None or asked.prompt.sort not in _OF_OTHERS:
        return
    for question in asked.scene.others:
        key = question.answer()
        is_told = f" {fold(key)} " in asked.text
        if question.stem.startswith(opening[0]) and is_name(key) and not is_told:
            yield Lure(key, f'It belongs to another question: "{question.stem}"')


def find_places(asked: Asked) -> Iterator[Lure]:
    """Yield places of the same kind that the text names elsewhere, and for a country its neighbours."""
    if asked.prompt.sort is not Sort.PLACE or asked.prompt.kind == "thing":
        return
    if asked.prompt.kind == "country":
        yield from _find_countries(asked)
        return
    told = _find_told_places(asked)
    for kind, name in _find_named_places(asked):
        if (kind in _SETTLEMENTS and asked.prompt.kind in _SETTLEMENTS) or kind == asked.prompt.kind:
            yield Lure(name, told.get(fold(name), "It is named in another connection."))


def _find_named_places(asked: Asked) -> Iterator[tuple[str, str]]:
    for sentence in asked.scene.article.sentences():
        for found in _OF_KIND.finditer(sentence.text):
            name = found["name"]
            if is_name(name) and stands_alone(name, 4):
                yield found["kind"].lower(), re.sub(r"['\u2019]s$", "", name)


def _find_told_places(asked: Asked) -> dict[str, str]:
    """Return for each place the statement of an event that befell it."""
    found: dict[str, str] = {}
    for fact in asked.scene.facts:
        statement = asked.statements.get(fact.id, "")
        if fact.type is not FactType.EVENT or fact.clause is None or not statement:
            continue
        target = fact.clause.subject if fact.clause.is_passive else fact.clause.object
        place = _OF_KIND.search(target)
        name = place["name"] if place else target.removeprefix("the ")
        found.setdefault(fold(name), statement)
    return found


def _find_countries(asked: Asked) -> Iterator[Lure]:
    key = asked.prompt.key
    for region in REGIONS:
        if key in region:
            at = region.index(key)
            for name in (*region[at + 1 :], *region[:at]):
                if f" {fold(name)} " not in asked.text:
                    yield Lure(name, "The article does not name it.")


def find_titles(asked: Asked) -> Iterator[Lure]:
    """Yield the titles of other persons."""
    if asked.prompt.sort is not Sort.TITLE:
        return
    for fact in asked.scene.facts:
        if fact.type is FactType.ROLE and re.search(r"\bof (?:the )?[A-Z]", fact.value):
            statement = asked.statements.get(fact.id, "")
            if statement and is_named(fact.value):
                yield Lure(begin(fact.value.removeprefix("the ")), statement)


def find_conflicts(asked: Asked) -> Iterator[Lure]:
    """Yield campaigns of the same time, then wars that were not fought in that year, the nearest first."""
    if asked.prompt.sort is not Sort.CONFLICT:
        return
    scene = asked.scene
    if asked.fact.type is FactType.PART_OF:
        for fact in scene.facts:
            if fact.type is FactType.CONCURRENT and fact.id in asked.statements:
                yield Lure(with_the(fact.value), asked.statements[fact.id])
    year = scene.year
    if year is None or asked.fact.type is not FactType.PART_OF or not _is_war(asked.prompt.key):
        return
    away = [war for war in WARS if not war[0] - 2 <= year <= war[1] + 2]
    for first, last, name in sorted(away, key=lambda war: min(abs(war[0] - year), abs(war[1] - year))):
        if f" {fold(name.removeprefix('the '))} " not in asked.text:
            yield Lure(name, f"It was fought {_say_years(first, last)}.")


def _is_war(key: str) -> bool:
    return bool(re.search(r"\b(?:Wars?|Crusades?|War II|War I|Conquest|invasions?|Invasions?)\b", key))


def _say_years(first: int, last: int) -> str:
    def say(year: int) -> str:
        return f"{1 - year} BC" if year <= 0 else str(year)

    return f"in {say(first)}" if first == last else f"from {say(first)} to {say(last)}"
