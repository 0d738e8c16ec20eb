"""English for questions and statements: articles, names that stand alone, and when something happened."""

import re
from collections.abc import Iterable
from functools import lru_cache

from quizapp.values.dates import Precision, When, calendar_day, say, unit_around
from quizapp.values.text import word_list

BATTLES = frozenset(
    word_list(
        "battle battles siege sieges war wars campaign campaigns offensive offensives operation landing landings raid"
        " raids attack attacks invasion invasions conquest capture fall sack action bombardment blockade revolt"
        " rebellion uprising insurgency insurrection mutiny massacre expedition crusade intervention clash clashes"
        " skirmish skirmishes assault charge defence defense relief liberation occupation conflict crisis retreat"
        " revolution coup combat engagement incident blitz evacuation front theatre theater counteroffensive"
        " counter-offensive counterattack counter-attack takeover airlift ambush pursuit standoff"
    )
)
_HAPPENINGS = frozenset(
    word_list(
        "death plague storm hurricane treaty peace truce armistice agreement convention act resolution fire flood"
        " famine winter weather victory victories defeat defeats surrender ceasefire"
        " negotiations conference congress election capitulation annexation partition abdication execution"
        " assassination coronation restoration unification dissolution independence"
    )
)
TAKES_THE = frozenset(
    word_list(
        "army armies navy force forces troops guard guards division corps legion fleet regiment brigade militia"
        " battalion squadron fighters soldiers military cavalry infantry empire republic kingdom union order"
        " front state states dynasty caliphate sultanate khanate confederation confederacy coalition allies alliance"
        " commonwealth netherlands philippines emirates party movement group government royalists rebels barons river"
        " sea ocean desert mountains islands peninsula gulf strait command wing flotilla company levant east west"
        " north south provinces clan tribe horde shogunate raj administration observatory council senate garrison"
        " armée tsardom hetmanate league house duchy county principality margraviate towns cities cantons counties"
        " defenders besiegers tribes electorate sultanate emirate bishopric crown colonies optimates populares"
        " liberators roundheads cavaliers soviets straits regency service services agency ministry beylik archduchy"
        " palatinate city-states regime junta brotherhood federation faction marines militias loyalists insurgents"
        " partisans separatists mercenaries nationalists communists islamists reservists settlers natives tribesmen"
        " viceroyalty captaincy gendarmerie constabulary police levies"
    )
)
_PART_OF_ALL = re.compile(
    r"(?:carriers|ships|guns|forces|troops|men|soldiers|levies|vanguard|garrison|remnants) of "
    r"(?:the )?(?:[A-Z]|\d+[a-z]+ )"
)
_OWNED_BY = re.compile(r"(?P<owner>[^\W\d_a-z].*?)(?<!People)(?<!Men)(?<!Women)(?<!Children)['\u2019]s ")
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th) ")
_PEOPLES = tuple(
    word_list(
        "ans ars ons ins ens ish ese ards ks ids ites lims ists cots als abs rbs oths ikhs uns urds edes anes echs"
        " oats elts auls oors"
    )
)
"""On what the names of peoples end: Saxons, Mughals, Moors."""
_REALMS = (
    *word_list("anate irate phate orate viate rchate kingdom sardom ukedom arldom royalty archy"),
    *word_list("emirs kings lords princes chiefs knights"),
)
"""On what kinds of realms end, and those who rule them: an Ilkhanate, a Tsardom, the emirs of Homs."""
_IN_YEAR = re.compile(r"[12]\d{3}(?:[\u2013-]\d+)? [a-zA-Z]")
_LETTERED = re.compile(r"[A-Z] (?:Company|Troop|Battery|Squadron)")
_PLAIN_STATES = frozenset({"Iraqi Kurdistan"})
_OF_PLACE = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\w )(?<!\w)"
    r"(?=(?:city|town|village|port|fortress|island|province|district|governorate|outskirts|suburbs|banks?) of )"
)
_BARE_PLACE = re.compile(
    r"\b(to|towards|toward|in|near|at|from|into|around|of|and|outside|through) "
    r"(?=(?:city|town|village|port|fortress|island) of [^\W\d_a-z])"
)
_POINTS_ELSEWHERE = re.compile(
    r"\b(?:he|she|it|they|them|his|her|hers|its|their|theirs|him|himself|herself|itself|themselves|who|which|whom|"
    r"whose|this|that|these|those|there|here|former|latter|another|such|same|respectively|above|below|we|our|us|you|"
    r"your|not|no|never|nor|neither|instead|also|too|however|but|if|would|could|might|should|perhaps|possibly|"
    r"probably|later|earlier|soon|then|now|today|yesterday|tomorrow|ago|previous|previously|next|following|"
    r"meanwhile|eventually|finally|once|again|further|other|others|only|even|yet|still|see|citation|more|less|"
    r"because|although|though|while|when|where|until|unless|whether|an? (?:second|third|fourth|fifth))\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:wider|larger|bigger|smaller|stronger|weaker|heavier|lighter|longer|shorter|fewer)\b"
    r"|\bthe (?:Division|Army|Corps|Regiment|Brigade|Battalion|Company|Fleet|Squadron)\b(?! of)"
)
"""Words that compare with what was told before, and units of which only the kind is said."""
_BARE_THING = re.compile(
    r"\bthe (?:town|village|castle|fort|settlement|hill|ridge|bridge|river|harbour|airport|airfield|camp|area|region)"
    r"(?!['\u2019-]| (?:of|at|in|on|near|between|around|to|[A-Z]))\b"
)
"""A thing of which only the kind is said: "living in the town"."""
_HANGS = re.compile(
    r"(?:\b(?:of|to|in|on|at|by|for|with|from|and|or|the|a|an|than|as|upon|into|between|over|under|was|were|had|"
    r"be|been|being|near|through|towards|against|behind|is|are|much|very|up|first|second|one|two|some|many)"
    r"|['\u2019]s|[,;:.\-\u2013])$"
)
_CUT_OFF = re.compile(
    r"\bto (?:request|ask|take|make|give|bring|prevent|allow|provide|capture|hold|cover|support|secure|reach|cut|"
    r"drive|push|join|cross|seize|destroy|delay|block|stop|defend|protect|relieve|use|get|see|find|keep|help|show|prove|"
    r"meet|become|be|investigate|attack|fight|negotiate|assist|reinforce|intercept|retake|recover|reconnoitre|"
    r"observe|surrender|escape|withdraw|retreat|advance|command|lead|replace)$|\b[A-Z]['\u2019] "
)
_HALF_LIST = re.compile(r"[^,]*, (?:and|or)\b")
_WEAK_NAMES = frozenset(
    word_list(
        "king queen prince princess emperor empress duke earl count bishop pope general marshal admiral army navy"
        " corps division council president senate parliament lord sir colonel captain major lieutenant january"
        " february march april may june july august september october november december monday tuesday wednesday"
        " thursday friday saturday sunday allied allies i government christian bc ad north south east west western"
        " eastern northern southern commander chief"
    )
)
_IN_NAMES = frozenset(word_list("of the de la le van von der den ibn bin al and du del di da ap af zu ter"))
_WORD = re.compile(r"[^\W_][\w'\u2019.-]*")
_ODD = re.compile(
    r"[\[\]{}()|<>;:\"\u201c\u201d*_/\\=\u2014\ufffd\n]|\.\.\.|\u2026|\d(?:st|nd|rd|th) century"
)
VOWEL = re.compile(
    r"(?!uni|use|usu|one\b|once\b|eu)[aeio]|(?!uni|use|usu|ukr|uru|uga|(?-i:U[A-Z.]))u|ho(?:ur|nest|nou?r)"
    r"|(?-i:[FHLMNRSX](?:[B-DF-HJ-NP-TV-XZ]+\b|\.))",
    re.IGNORECASE,
)
"""What begins a word that "an" stands before: an hour, an SDF camp, but a unit, a one-day siege, a UN camp."""


def begin(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def name_conflict(title: str) -> str:
    """Return a battle as it stands inside a sentence: "the Battle of Evesham", "the 2017 Mayadin offensive"."""
    words = title.split()
    if not words or words[0] == "Operation":
        return title
    if words[0] == "The":
        return f"the{title[3:]}"
    bare = {word.lower().strip(",.'\u2019") for word in words}
    return f"the {title}" if bare & BATTLES or _IN_YEAR.match(title) else title


def says_the(name: str, texts: Iterable[str]) -> bool:
    """Whether texts say "the" before a name that stands alone: "the SDF shelled", not "the Ruhr road"."""
    deeds = r"|(?!armed|allied|combined|united)[a-z]+ed" if name.isupper() else ""
    small = rf"was|is|and|in|on|at|to|from|by|with|as{deeds}"
    alone = re.compile(rf"\b[Tt]he {re.escape(name)}(?=[,.;]| (?:{small})\b)")
    return any(name in text and alone.search(text) for text in texts)


def with_the(name: str) -> str:
    """Return a name with the article that it needs: "the Syrian Army", "the Magyars", but "Russia"."""
    name = re.sub(
        r"^(?:Royal|Baronial|Rebel|Government|Besieged|Relief|Attacking|Defending)"
        r"(?= (?:forces|army|troops|government)$)|^(?:Garrison|Defenders|Besiegers)(?= of )",
        lambda m: m[0].lower(),
        name,
    )
    lower = name.lower()
    if not name or lower.startswith(("the ", "a ", "an ")) or name in _PLAIN_STATES:
        return name
    if _LETTERED.fullmatch(name) or name.startswith("Operation "):
        return name
    if _PART_OF_ALL.match(name):
        return f"the {name}"
    first, both, second = name.partition(" and the ")
    if both:
        return f"{with_the(first)}{both}{second}"
    owned = _OWNED_BY.match(name)
    if owned and " " in owned["owner"]:
        return f"{with_the(owned['owner'])}{name[owned.end('owner') :]}"
    words = [word.strip(",.'\u2019").lower() for word in name.split()]
    if name.split()[0].endswith(("'s", "\u2019s", "s'")) or (words[0][:1].isdigit() and len(words) < 2):
        return name
    link = next((at for at, word in enumerate(words) if at and word in {"of", "for", "in", "on"}), len(words))
    head = words[link - 1]
    is_people = len(words) == 1 and lower.endswith(_PEOPLES)
    is_people = is_people or lower.endswith("-allies")
    is_people = is_people and name not in {"Athens", "Orleans", "Amiens"}
    is_happening = head in _HAPPENINGS and words[link : link + 1] == ["of"]  # "the Treaty of Lund"
    is_kind = head in TAKES_THE or head.endswith(_REALMS) or head in BATTLES or is_happening
    is_kind = is_kind or _NUMBERED.match(name) is not None
    return f"the {name}" if is_kind or is_people or words[0] == "united" else name


def is_event(name: str) -> bool:
    """Whether a name is of something that happens, and so of nobody: "the Siege of Kut", "the Black Death"."""
    head = re.split(r" (?:of|for) ", name, maxsplit=1)[0].split()[-1:]
    return bool(head) and head[0].lower().strip(",.") in BATTLES | _HAPPENINGS | {"operations"}


def was_or_were(conflict: str) -> str:
    """Return the verb behind a battle: "were" behind "the battles of Dorn"."""
    head = re.split(r" (?:of|for|in|on|at) ", conflict, maxsplit=1)[0].split()[-1:]
    is_several = head and head[0].lower() in BATTLES | {"operations"} and re.search(r"(?<!s)s$", head[0])
    return "were" if is_several else "was"


def is_plural(name: str) -> bool:
    """Whether a side's name is a plural: "the Saxons", "the royal forces"."""
    return bool(re.search(r"(?<!tate)(?<!nation)(?<!ovince)(?<!s)s$", name)) and name.startswith("the ")


_OFFICE = (
    "King|Queen|Prince|Princess|Duke|Earl|Count|Emperor|Bishop|Archbishop|Sultan|Margrave|Landgrave|Marquess"
)
_WITH_OFFICE = re.compile(
    rf"(?<!\w )(?<!, )(?<!-)\b(?=(?:{_OFFICE}) of |(?:commander|leader|governor|chief|head|captain) of )"
)
_NAMED_OFFICE = re.compile(rf"\bthe (?=(?:{_OFFICE}) (?!of )[A-Z])")
_CONFLICT_OF = re.compile(r"(?<!\bthe )(?<!Second )(?<!First )(?<!Third )\b(?=(?:Battle|Siege) of )")


@lru_cache(maxsize=2048)
def mend(text: str) -> str:
    """Return a phrase of an article with the article words that a sentence of its own needs."""
    text = _NAMED_OFFICE.sub("", _CONFLICT_OF.sub("the ", _WITH_OFFICE.sub("the ", text)))
    text = _BARE_PLACE.sub(r"\1 the ", " ".join(text.split()))
    return _OF_PLACE.sub("the ", text, count=1) if _OF_PLACE.match(text) else text


@lru_cache(maxsize=2048)
def stands_alone(text: str, most_words: int = 14) -> bool:
    """Whether a phrase is understood without the sentence that it comes from, and ends where a phrase may end."""
    if not text or len(text.split()) > most_words or _ODD.search(text):
        return False
    return not (
        _POINTS_ELSEWHERE.search(text)
        or _COMPARES.search(text)
        or _BARE_THING.search(text)
        or _HANGS.search(text)
        or _HALF_LIST.match(text)
        or _CUT_OFF.search(text)
    )


def is_named(text: str) -> bool:
    """Whether a phrase holds a proper name, not only a rank or a month."""
    words = _WORD.findall(text)
    return any(
        word[0].isupper() and word.lower().rstrip(".").removesuffix("'s") not in _WEAK_NAMES
        for word in (words[1:] if words and words[0] in {"The", "A", "An"} else words)
    )


def is_name(text: str) -> bool:
    """Whether a phrase is nothing but a proper name: "Gilbert de Clare", "the Euphrates", "Suheil al-Hassan"."""
    words = text.removeprefix("the ").split()
    return bool(words) and words[0][:1].isupper() and all(map(_may_be_in_name, words))


def _may_be_in_name(word: str) -> bool:
    return (
        word[:1].isupper() or word in _IN_NAMES or bool(re.fullmatch(r"[a-z]{1,3}[-'\u2019]?[A-Z]\S*", word))
    )


def say_on(when: When) -> str:
    """Return a date with its preposition: "on 14 October 2017", "in June 1944", "by 8 October 2017"."""
    said = say(when)
    if when.earliest is None:
        return said
    if when.latest is None:
        return f"after {said.removeprefix('from ')}"
    if not when.is_one:
        return (
            f"between {said.replace(' to ', ' and ')}"
            if when.precision is not Precision.DAY
            else f"from {said}"
        )
    return f"on {said}" if when.precision is Precision.DAY else f"in {said}"


def year_of(when: When) -> int | None:
    """Return the one year (0 is 1 BC) that a date lies in, or None."""
    years = {calendar_day(end)[0] for end in (when.earliest, when.latest) if end is not None}
    return years.pop() if len(years) == 1 else None


def month_of(when: When) -> When:
    """Return the month in which a span of days ended, or the year where no day is known."""
    precision = Precision.MONTH if when.precision is Precision.DAY else when.precision
    end = when.latest if when.latest is not None else when.earliest
    assert end is not None
    return unit_around(end, precision)


def join_all(names: tuple[str, ...]) -> str:
    """Return names as a list in a sentence: "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def own(name: str) -> str:
    """Return a name as owner: "the Syrian Army's", "the Magyars'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def a_or_an(noun: str) -> str:
    """Return a noun with its indefinite article."""
    return f"{'an' if VOWEL.match(noun) else 'a'} {noun}"
