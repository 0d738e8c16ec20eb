"""What is too small, or cut too short, to be taken without a look: marches, handfuls, names that several bear.

To call something else small, add a function to SMALL; it gets the fact and the scene.
"""

import re
from collections.abc import Callable

from quizapp.article.fact import Clause, Fact, FactType
from quizapp.article.numbers.counts import find_counts
from quizapp.values.text import fold, word_list
from quizapp.writing.asking.clauses import head_of
from quizapp.writing.english import is_named
from quizapp.writing.peoples import DEMONYMS
from quizapp.writing.scene import Scene

FEWEST_SENT = 1_000
"""Men, guns or ships of whom it is worth asking when they were sent."""
FEWEST_MEN = 200
"""Men of whom it is worth asking what they did."""
_PERSONS = re.compile(
    r"\b(?:men|soldiers|servicemen|militiamen|policemen|crewmen|troops|officers|prisoners|civilians|fighters|militants|knights|horsemen|cavalrymen|sailors|"
    r"marines|volunteers|guards|reinforcements)\b"
)
_MARCHES = frozenset(word_list("push advance move march proceed press edge head progress continue"))
_DRIVES = frozenset(word_list("drive push throw force chase turn"))
_IN_TIME = re.compile(
    r"\b(?:after|before|during|following|in) the (?:battle|siege|fighting|raid|offensive|campaign|war|attack)$"
)
_SENDS = frozenset(
    word_list("send dispatch bring receive move transfer deliver lend add gather collect reinforce launch")
)
_HANDS = frozenset(
    word_list(
        "hand deliver issue notify telegraph wire inspect photograph interview rehearse practise shell skirmish probe"
        " patrol target strike"
    )
)
_PASSING = frozenset(
    word_list("ride approach sight spot discover shift meet scout encamp glimpse locate observe encounter")
)
_ANYBODY = re.compile(
    r"(?i:an?) (?!.* (?:army\b|(?:under|led by|of) [A-Z]))"
    r"|(?i:some|several|many|few|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*) (?!of the )"
)
_ONLY_A_KIND = re.compile(
    r"(?:the )?(?:\d+(?:st|nd|rd|th)|division|army|corps|regiment|battalion|brigade|company|fleet|squadron|group)",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\b(?:[A-Z] (?:Company|Troop|Battery)|Company [A-Z]|[Cc]ompany|[Bb]attalion|[Pp]latoon|squad|patrol)\b(?!.* of )"
    r"|^(?:small |several |some )?(?:units|elements|parts?) of "
)
_POSTS = (
    "commander|captain|general|admiral|commodore|colonel|major|lieutenant|officer|leader|governor|commandant|chief"
    "|envoy|messenger"
)
_BARE_POST = re.compile(
    rf"\b(?:the|an?) (?:[a-z]+ ){{0,2}}(?:{_POSTS})\b(?! (?:of|for|in|at) |['\u2019]| [A-Z])"
)
_UNNAMED = re.compile(rf"(?:(?:the|an?) )?(?:[a-z-]+ )*(?:{_POSTS}) of (?!.*,)")
_MONTH = 31  # days
_LETTERS = re.compile(r"(?:the )?(?P<short>(?![IVXLC]+$)[A-Z]{3,6})")
_KNOWN_LETTERS = frozenset(word_list("NATO USA UNO RAF USAF SAS KGB CIA NKVD RAAF"))
"""Abbreviations that every reader knows."""
_NUMBERED = re.compile(
    r"\b(?P<number>First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d+(?:st|nd|rd|th)|[IVX]+) "
    r"(?P<kind>(?:[A-Z][a-z]+ )?(?:Army|Corps|Division|Brigade|Regiment|Fleet|Air Force|Battalion))\b"
)
_ORDINALS = {
    "First": "1st",
    "Second": "2nd",
    "Third": "3rd",
    "Fourth": "4th",
    "Fifth": "5th",
    "Sixth": "6th",
    "Seventh": "7th",
    "Eighth": "8th",
    "Ninth": "9th",
    "Tenth": "10th",
}
_NATION_BEFORE = re.compile(r"([A-Z][\w.]+)\s+$")
_AMERICAN = frozenset({"u.s.", "us", "u.s", "american"})


def is_small(fact: Fact, scene: Scene) -> bool:
    """Whether a clause tells of something small, or names somebody too shortly to know who is meant."""
    clause = fact.clause
    return clause is not None and any(is_one(fact, clause, scene) for is_one in SMALL)


def is_vague(_fact: Fact, clause: Clause, _scene: Scene) -> bool:
    """Whether one who did it is "the Division" or "the 321st", nobody's name, or as small as a company."""
    named = (*clause.agent.split(" and "), *clause.subject.split(" and "))
    return any(_ONLY_A_KIND.fullmatch(each) or _SMALL.search(each) for each in named)


def is_march(_fact: Fact, clause: Clause, _scene: Scene) -> bool:
    """Whether somebody went on, or was driven, to no place that is named: "pushed on from Dale", "was driven out"."""
    behind = f"{clause.verb.particle} {clause.object} {clause.rest}"
    if clause.is_passive and head_of(clause) in _DRIVES:
        return not is_named(behind)
    if head_of(clause) not in _MARCHES or clause.is_passive:
        return False
    origin = re.search(r"\bfrom\b", behind)
    return not is_named(behind[: origin.start()] if origin else behind) and " to " not in behind


def is_handful(_fact: Fact, clause: Clause, _scene: Scene) -> bool:
    """Whether a few were sent somewhere, or something was handed over: "sent some 300 reinforcements"."""
    moved = clause.subject if clause.is_passive else clause.object
    if head_of(clause) in _HANDS:
        return clause.verb.particle != "over"
    if head_of(clause) not in _SENDS:
        return False
    return _are_fewer(moved, FEWEST_SENT) or _are_fewer(clause.rest, FEWEST_SENT)


def is_passing(_fact: Fact, clause: Clause, _scene: Scene) -> bool:
    """Whether somebody only met, saw or rode to somebody: "sighted the French fleet", "rode to meet Eugene"."""
    return head_of(clause) in _PASSING and not clause.is_passive


def is_by_anybody(_fact: Fact, clause: Clause, _scene: Scene) -> bool:
    """Whether who did it is nobody in particular: "four Harriers", "a flying boat", "some foraging parties"."""
    return not clause.is_passive and _ANYBODY.match(clause.subject) is not None


def is_list(_fact: Fact, clause: Clause, _scene: Scene) -> bool:
    """Whether it was done to several places or persons at once: "captured Orm, Dale and Tarn"."""
    done_to = clause.subject if clause.is_passive else clause.object
    return len(re.findall(r", (?:and )?[A-Z]| and [A-Z]", done_to)) > 1


def is_of_few(_fact: Fact, clause: Clause, _scene: Scene) -> bool:
    """Whether the deed is that of a few men, or done to a few: "a force of 150 men", "captured two officers"."""
    parts = [part for part in (clause.subject, clause.object, clause.agent) if part and _PERSONS.search(part)]
    return any(_are_fewer(part, FEWEST_MEN) for part in parts)


def _are_fewer(text: str, number: int) -> bool:
    """Whether all that a text counts are fewer; not where it counts nothing."""
    counts = [count.quantity.high or count.quantity.low for count in find_counts(text)]
    return bool(counts) and all(each is not None and each < number for each in counts)


def is_distance(fact: Fact, _clause: Clause, _scene: Scene) -> bool:
    """Whether a distance is told: within how many kilometres of a town somebody came."""
    return fact.type is FactType.NUMBER and fact.attribute == "distance"


def is_framed_twice(_fact: Fact, clause: Clause, _scene: Scene) -> bool:
    """Whether an event says itself that it was after the battle, or before it, which the question says as well."""
    return _IN_TIME.search(clause.rest or clause.object) is not None


def is_bare_post(_fact: Fact, clause: Clause, _scene: Scene) -> bool:
    """Whether somebody is only called by a post that many hold: "the naval commander"."""
    return any(_BARE_POST.search(part) for part in _parts(clause))


def is_unnamed(fact: Fact, clause: Clause, scene: Scene) -> bool:
    """Whether what happened more than a month before the battle is told of somebody called by his post only."""
    if fact.date is None or scene.span is None or not _UNNAMED.match(clause.subject):
        return False
    latest, begins = fact.date.latest, scene.span.earliest
    return latest is not None and begins is not None and begins - latest > _MONTH


def is_cryptic(_fact: Fact, clause: Clause, scene: Scene) -> bool:
    """Whether who did it is letters that neither the article nor the infobox explains: "SAA captured Tarn"."""
    explained = {word for camp in scene.camps for word in camp.party_names}
    for part in (clause.subject, clause.agent):
        found = _LETTERS.fullmatch(scene.spell(part))
        if found and found["short"] not in _KNOWN_LETTERS | explained:
            return True
    return False


def is_shared_number(_fact: Fact, clause: Clause, scene: Scene) -> bool:
    """Whether a unit is called by a number that those of two nations bear, or may: "the Seventh Army"."""
    for part in _parts(clause):
        for found in _NUMBERED.finditer(part):
            if _nation(part, found.start()) is not None:
                continue
            owners = _list_owners(found["kind"], scene)
            own = {nation for nation, number in owners if number == _number(found)}
            is_open = found["kind"] == "Army" and not own and len({nation for nation, _ in owners}) > 1
            if len(own) > 1 or is_open:
                return True
    return False


def _list_owners(kind: str, scene: Scene) -> set[tuple[str, str]]:
    """Return the nations that stand before units of a kind anywhere in the text, with each unit's number."""
    return {
        (nation, _number(found))
        for sentence in scene.article.sentences()
        if kind in sentence.text
        for found in _NUMBERED.finditer(sentence.text)
        if found["kind"] == kind and (nation := _nation(sentence.text, found.start()))
    }


def _number(unit: re.Match[str]) -> str:
    return _ORDINALS.get(unit["number"], unit["number"])


def _nation(text: str, at: int) -> str | None:
    """Return the nation whose name stands before a place in a text, if one does."""
    before = _NATION_BEFORE.search(text[:at])
    word = before[1].lower() if before else ""
    if word in _AMERICAN:
        return "american"
    return word if fold(word) in DEMONYMS else None


def _parts(clause: Clause) -> tuple[str, ...]:
    return tuple(filter(None, (clause.subject, clause.object, clause.rest, clause.agent)))


SMALL: tuple[Callable[[Fact, Clause, Scene], bool], ...] = (
    is_vague,
    is_march,
    is_handful,
    is_passing,
    is_by_anybody,
    is_list,
    is_of_few,
    is_distance,
    is_framed_twice,
    is_bare_post,
    is_unnamed,
    is_cryptic,
    is_shared_number,
)
