"""Writers of who somebody was: a marshal's chief of staff, the commander of a corps, the sister of a triumvir."""

import re

from quizapp.article.fact import Fact, FactType
from quizapp.article.gazetteer.ranks import ALONE
from quizapp.values.text import fold
from quizapp.writing.asking.telling import Telling, name_topic
from quizapp.writing.english import begin, is_name, is_named, mend, stands_alone
from quizapp.writing.persons import without_rank
from quizapp.writing.prompt import Part, Prompt, Sort
from quizapp.writing.scene import Scene

_POST = (
    r"(?:(?:supreme|chief|deputy|senior|naval|military|allied) )?(?:commander-in-chief|commander|chief of staff|"
    r"leader|governor|minister of (?:war|defen[cs]e)|prime minister|secretary of (?:war|defen[cs]e)|head|chief|"
    r"chancellor|president|chief justice|chief lieutenant|second-in-command|constable)"
)
_KIN = (
    r"(?:(?:eldest|youngest|elder|younger|only|half|step|grand)[ -]?)?(?:son|daughter|brother|sister|wife|husband|"
    r"widow|mother|father|nephew|uncle|cousin|niece)(?:-in-law)?"
)
_OF = re.compile(rf"(?:the |an? )?(?P<what>(?i:{_POST}|{_KIN})) (?:of|in) (?P<whose>.*[A-Z].*)")
_OWNED = re.compile(
    rf"(?P<whose>[A-Z][\w. -]*)(?:'s|\u2019s|(?<=s)'|(?<=s)\u2019) (?P<what>(?i:{_POST}|{_KIN}))"
)
_IS_KIN = re.compile(_KIN, re.IGNORECASE)
_NATIONAL = re.compile(
    r"(?:the )?[A-Z][a-z]+ (?:Prime Minister|Secretary of (?:War|State|Defense)|Minister of War|Foreign Minister|"
    r"Defen[cs]e Minister|Commander-in-Chief|commander-in-chief|king|emperor|president|President|King|Emperor)"
)
_SMALL = re.compile(r"\b(?:Company|Platoon|Troop|Battery|Squadron|Battalion)\b|\bthe [a-z]+'s\b")
_OF_STATE = re.compile(
    r"\b(?:minister|president|king|queen|emperor|chancellor|secretary|governor|justice|duke|earl|count|bishop|factory)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 10


def write_calling(fact: Fact, scene: Scene) -> Telling | None:
    """Ask who held a post, and who somebody was, for a name in full and a post or kin of somebody named."""
    name = without_rank(fact.subject)
    if fact.attribute != "role" or scene.is_aside(fact) or fact.according_to:
        return None
    if not is_name(name) or not stands_alone(name, 5) or " " not in name or not is_named(name):
        return None
    if name.split()[0].lower().strip(".") in ALONE:
        return None
    value = mend(fact.value).removeprefix("the ")
    found = _OF.fullmatch(fact.value) or _OWNED.fullmatch(fact.value)
    if not (found or _NATIONAL.fullmatch(fact.value)) or not stands_alone(value, _MOST_WORDS):
        return None
    if (
        _SMALL.search(value)
        or re.search(r"\b(?:his|her|their|its|future|former|late|later)\b", value)
        or _share(name, value)
    ):
        return None
    is_owned = bool(re.match(r".*(?:'|\u2019)s? (?=[a-z])", value)) and value[:1].isupper()
    post = value if is_owned else f"the {value}"
    when = f"at the time of {scene.conflict}"
    if found and _IS_KIN.fullmatch(found["what"]):
        if not _is_of_scene(found["whose"], scene):
            return None
        if re.match(r"an? ", fact.value) and not is_owned:
            post = fact.value
        prompt = Prompt(stem=f"Who was {name}, by birth or marriage?", key=begin(post), sort=Sort.PHRASE)
        return Telling(f"{name} was {post}.", (prompt,), name_topic(fact))
    if any(_is_same_post(fact, other) for other in scene.facts):
        return None
    prompt = Prompt(
        stem=f"Who was {post} {when}?",
        key=name,
        sort=Sort.PERSON,
        part=Part.ROLE,
        is_typed=is_of_state(value),
    )
    return Telling(f"{name} was {post}.", (prompt,), name_topic(fact))


def is_kin(value: str) -> bool:
    """Whether a role says whose son or wife somebody was, and no post."""
    found = _OF.fullmatch(value) or _OWNED.fullmatch(value)
    return bool(found and _IS_KIN.fullmatch(found["what"]))


def is_of_state(value: str) -> bool:
    """Whether a post is one of a state, and no command."""
    return bool(_OF_STATE.search(value))


def _is_of_scene(name: str, scene: Scene) -> bool:
    """Whether the infobox lists somebody, by a whole name or his last."""
    last = fold(name).split()[-1:]
    return any(set(last) & set(member.split()) for camp in scene.camps for member in camp.members)


def _share(name: str, value: str) -> bool:
    return bool({word for word in fold(name).split() if len(word) > 3} & set(fold(value).split()))


def _is_same_post(fact: Fact, other: Fact) -> bool:
    """Whether somebody else is told to have held the same post."""
    return (
        other.type is FactType.ROLE
        and fold(other.value).removeprefix("the ") == fold(fact.value).removeprefix("the ")
        and fold(other.subject) != fold(fact.subject)
    )
