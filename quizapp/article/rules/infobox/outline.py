"""What the conflict was: its name, the war that it was part of, its place, result, cause and what changed hands."""

import re
from dataclasses import replace

from quizapp.article.fact import Confidence, FactType, Skip
from quizapp.article.home import KINDS
from quizapp.article.known import Known, cite_item
from quizapp.article.model import Cell, Item
from quizapp.article.rules.infobox.dating import find_day
from quizapp.article.rules.stating import Finding, cut_reference, say_nothing, skip_empty, state
from quizapp.values.text import fold

_ARTICLE = re.compile(r"(?:(?:and |as )?part of |and )?(?:the |an? )?", re.IGNORECASE)
_AND = re.compile(r",? and (?:the )?$|,$")
_JOINT = re.compile(r"(?:,? and|,) (?:the )?(?=[^\W\d_a-z])")
_CONFLICT = re.compile(
    r"\b(?:wars?|campaigns?|operations?|offensives?|revolts?|rebellions?|uprisings?|revolutions?|crusades?|conquests?"
    r"|invasions?|theat(?:er|re)s?|fronts?|interventions?|conflicts?|expeditions?|crisis|sieges?|battles?|raids?)\b|\b(?-i:[A-Z]{4,})\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:Victory|Defeat|Success|Failure|Draw|Stalemate|Retreat|Withdrawal|Surrender|Truce|Ceasefire|Armistice)\b"
)
_GOES_ON = re.compile(r"(?:still )?(?:ongoing|in progress|under way|continuing|current)\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"(?:Decisive|Tactical|Strategic|Pyrrhic|Inconclusive|Indecisive|Minor|Major|Partial|Complete|Crushing|Total|Limited"
    r"|Overwhelming|Initial|Operational|Eventual|Narrow|Costly|Marginal|Significant|Stalemate|Draw|Disputed)\b"
)
_GAIN = re.compile(
    r"(?P<who>[^\W\d_a-z][^,;:]{1,60}?) (?P<verb>(?:re)?captures?|(?:re)?captured|(?:re)?takes?|took|retook"
    r"|gains?|gained|annex(?:es|ed)?|occup(?:y|ies|ied)|conquers?|conquered|cedes?|ceded|loses|lose|lost|regains?|regained|seizes?"
    r"|seized|secures?|secured|liberates?|liberated|acquires?|acquired)"
    r"(?: (?:full |complete )?control (?:of|over))? "
    r"(?P<what>[^,;.]{2,60}(?:, [^\W\d_a-z][^,;.]{1,60}){1,6},? and [^,;.]{2,60}|[^,;.]{2,90})"
)
_PAST = {
    "take": "took",
    "takes": "took",
    "lose": "lost",
    "loses": "lost",
    "occupy": "occupied",
    "retake": "retook",
}
_WHEN = re.compile(r" (?:on|in|by|during|after|from) (?:the )?[^,;]*\d.*$")
_AROUND = re.compile(r"^(?:near|off|around|in|at|outside|between|by) (?:the )?", re.IGNORECASE)
_LESSER = re.compile(
    r"(?:[Tt]hen|[Pp]resent[- ]day|[Mm]odern|[Nn]ow|[Tt]oday|(?:north|south|east|west)[a-z-]*|\d+)\b"
)
_COORDINATES = re.compile(r"[,;]?\s*\d+(?:\.\d+)?\s*[°º].*$")


def conflict(cell: Cell, item: Item, known: Known) -> Finding:
    """Take another name of the conflict than the title: "The Second Battle of Lechfeld"."""
    name = _ARTICLE.sub("", item.text.strip("()") if item.text.startswith("(") else item.text, count=1)
    if fold(name) == fold(known.subject) or fold(name) == fold(known.article.title):
        yield Skip(cite_item(cell, item), "this is the title")
    else:
        yield state(cell, item, FactType.DETAIL, known.subject, "also_called", name)


def part_of(cell: Cell, item: Item, known: Known) -> Finding:
    """Take each war or campaign that the conflict was part of, without article: "the Waterloo Campaign"."""
    said = item.text.strip("() ") if item.text.startswith("(") else item.text
    parts = _JOINT.split(said)
    for part in parts if all(map(_CONFLICT.search, parts)) else [said]:
        name = _AND.sub("", _ARTICLE.sub("", part, count=1)).strip()
        if name:
            yield state(cell, item, FactType.PART_OF, known.subject, "part_of", name)


@skip_empty()
def place(cell: Cell, item: Item, known: Known) -> Finding:
    """Take where it was; the places around it are other right answers: "Evesham, Worcestershire"."""
    value = _COORDINATES.sub("", re.sub(r"\s+([,;])", r"\1", item.text)).strip(" ,;")
    parts = [_AROUND.sub("", part.strip()) for part in re.split(r"[,;]|: ", value)]
    nested = [part for part in parts if part[:1].isupper() and part != value and not _LESSER.match(part)]
    is_plain = (
        ";" not in value
        and not any(_LESSER.match(part) or part[:1].islower() for part in parts)
        and len(value) <= 100
    )
    doubt = "" if is_plain else "the place is described, not only named"
    yield state(cell, item, FactType.PLACE, known.subject, "place", value, aliases=tuple(nested), doubt=doubt)


@skip_empty(but="disputed|unclear|none|uncertain")
def result(cell: Cell, item: Item, known: Known) -> Finding:
    """Take how it ended, written as in a sentence: "decisive Coalition victory"; what follows are consequences."""
    said = _OUTCOME.sub(lambda word: word[0].lower(), cut_reference(item.text)).strip(" .")
    has_degree = _DEGREE.match(said) is not None
    value = _DEGREE.sub(lambda word: word[0].lower(), said, count=1) if has_degree else said
    bare = _DEGREE.sub("", said, count=1).strip() if has_degree else ""
    is_first = item is next((each for each in cell.items if not say_nothing(cell, each)), cell.items[0])
    attribute = "result" if is_first else "consequence"
    doubt = "" if len(value) <= 60 or is_first else "this is a sentence, not a short answer"
    doubt = "the conflict is going on" if any(_GOES_ON.match(each.text) for each in cell.items) else doubt
    aliases = (bare,) if " " in bare and bare[0].isalpha() else ()
    yield state(cell, item, FactType.RESULT, known.subject, attribute, value, aliases=aliases, doubt=doubt)


@skip_empty()
def territory(cell: Cell, item: Item, known: Known) -> Finding:
    """Take what changed hands: "Syrian Army captures the city of Mayadin, ..., on 14 October"."""
    gain = _GAIN.match(item.text)
    if gain is None:
        doubt = "" if len(item.text) <= 60 else "this is a sentence, not a short answer"
        yield state(cell, item, FactType.TERRITORY, known.subject, "territory", item.text, doubt=doubt)
        return
    what = re.sub(r"^the ", "", _WHEN.sub("", gain["what"])).strip()
    if known.home and what == known.home.kind:
        what = known.home.name
    who, verb = re.sub(r"^The ", "", gain["who"].strip()), _say_past(gain["verb"])
    if what.startswith("by "):  # "Weir annexed by Marl"
        who, what = re.sub(r"^by (?:the )?", "", what), who
    fact = state(cell, item, FactType.TERRITORY, who, verb, what)
    if what in KINDS:
        fact = replace(fact, confidence=Confidence.LOW, note=f"the cell does not say which {what}")
    found = find_day(item.text, known)
    yield replace(fact, date=found[0], is_dated_surely=found[1]) if found else fact


def _say_past(verb: str) -> str:
    if verb in _PAST or verb.endswith(("ed", "took", "lost")):
        return _PAST.get(verb, verb)
    base = verb.removesuffix("s")
    base = base.removesuffix("e") if verb.endswith("xes") else base
    base = f"{verb.removesuffix('ies')}y" if verb.endswith("ies") else base
    return _PAST.get(base) or (
        f"{base[:-1]}ied" if base.endswith("y") else f"{base}d" if base[-1] == "e" else f"{base}ed"
    )


def cause(cell: Cell, item: Item, known: Known) -> Finding:
    """Take why it came to the conflict."""
    yield state(cell, item, FactType.DETAIL, known.subject, "cause", item.text, doubt="a cause wants wording")
