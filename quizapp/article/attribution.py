"""Finding who says what a text says: "per Russia", "according to SANA", "sources claimed", "reportedly"."""

import re
from dataclasses import dataclass

from quizapp.values.dates import MONTHS


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it ("" where the text does not say: "reportedly"), and where the words stand that say so."""

    who: str
    start: int
    end: int

    @property
    def is_named(self) -> bool:
        """Whether the text says who it was."""
        return bool(self.who)


_ALONE = "claimed|claims|claim|reported|reports|estimated|estimates|estimate|alleged|alleges|asserted|asserts"
_WITH_THAT = (
    "said|says|say|stated|states|announced|announces|argued|argues|argue|believed|believes|believe|suggested|suggests|"
    "suggest|noted|notes|wrote|writes|recorded|records|maintained|maintains|declared|insisted|acknowledged|admitted|"
    "confirmed|concluded|concludes"
)
_PASSIVE = (
    r"(?:is|are|was|were|has been|have been|had been)(?: widely| generally| often| commonly)?"
    r" (?:said|reported|believed|estimated|claimed|alleged|thought|rumou?red|supposed|considered)"
    r"(?: to\b| that\b| at\b)"
)
_HEDGE = r"reportedly|allegedly|supposedly|purportedly|apparently|ostensibly|by some accounts|some sources"
_WORD = r"(?:(?:[A-Z]\.){1,4}|[^\s,.;:()\[\]\"\u201c\u201d]+(?:\.(?=[^\s]))?)"
_STANDING = re.compile(
    r"\b(?P<by>according to|as reported by|as claimed by|as stated by|as estimated by|source:"
    r"|(?:^|(?<=[(;,] ))per|per(?= (?:the |some |(?-i:[^\W\d_a-z]))))\s+"
    rf"(?P<who>{_WORD}(?:(?<![^A-Z]\.) {_WORD}){{0,11}})",
    re.IGNORECASE,
)
_CLAIMING = re.compile(
    rf"(?: (?:has|have|had|later|also|then|initially|officially|falsely)){{0,2}}"
    rf" (?:(?:{_ALONE})\b(?: that\b)?|(?:{_WITH_THAT}) that\b)"
)
_FURTHEST = 120  # characters before the verb in which who says it is sought
_BREAK = re.compile(r"(?:[,;:()\[\]\"\u201c\u201d]|(?<![A-Z])\.)(?:\s|$)")
_HEDGED = re.compile(rf"\b(?:{_HEDGE}|{_PASSIVE})", re.IGNORECASE)
_NO_CLAIM_AFTER = re.compile(
    r" (?:to have|victory|the (?:throne|crown|title)|credit|responsibility|(?:[\w,]+ ){0,3}lives"
    r"|by|from|on|for|as|to)\b"
)
_NO_CLAIM_BEFORE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|an|the|their|his|its|some|most|many|to|which|who|and"
    r"|he|she|it|they|we)$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r" (?:the|that|in|on|at|were|was|is|are|had|has|have|from|during|after|before|there|it|they|he|an?|about|some"
    r"|around|approximately|nearly|over|more|only|between|both|this|these|those|which|who|as|by|but|while|with)\b"
)
_LEADING = re.compile(r"^(?:(?:that|but|and|while|although|however|also|later|then) )+", re.IGNORECASE)
_DAY_BEFORE = re.compile(rf"^(?:on|by|in) (?:\d+ )?(?:{'|'.join(MONTHS)})(?: \d+,?)*,? (?=\w)", re.IGNORECASE)
_JOINING = re.compile(
    r"\b(?:and|but|while|when|as|although|though|whereas|where|that|because|since) ", re.IGNORECASE
)
_SECOND_HAND = re.compile(
    r"\b(?:citing|quoting)\b|\b(?:polls|surveys|newspapers|officials|reporters) (?:in|of|from)\b"
)
_DESCRIBING = re.compile(r"^an? ")
_IS_NOUN = re.compile(r" (?:range|vary|varied|ranged|are|were|suggest|give|put|place|of)\b")
_ADVERB_AT_END = re.compile(
    r"(?: (?:soon|now|already|still|often|usually|generally|once|even|repeatedly|publicly|subsequently|therefore"
    r"|thereby|thus|again|never|always|only|just|instead|finally|eventually|immediately|promptly|himself|herself"
    r"|themselves|afterwards|afterward|long|first))+$"
)
_POSSESSIVE = re.compile(
    r"^(?:his|her|their|its|our|my|your|this|these|those|such|any|all|few|no|neither) ", re.IGNORECASE
)
_NO_NAMES = frozenset(
    ["The", "A", "An", "Historian", "Author", "Journalist", "Chronicler", "Biographer", "Scholar"]
)
_PRONOUN_INSIDE = re.compile(r"\b(?:he|she|they|them|it|him|her|we|us|I)\b")
_PRONOUNS = frozenset(
    ["I", "He", "She", "It", "They", "We", "This", "he", "she", "it", "they", "we", "this", "who", "which"]
)


_STANDING_SIGNS = ("according", "per", "as reported", "as claimed", "as stated", "as estimated", "source:")
_CLAIMING_SIGNS = ("claim", "report", "estimate", "alleg", "assert", " that")
_HEDGED_SIGNS = (
    "edly", "apparently", "ostensibly", "by some", "some sources", " said", "reported", "believed", "estimated",
    "claimed", "alleged", "thought", "rumo", "supposed", "considered",
)  # fmt: skip
"""Letters without which a pattern finds nothing; most sentences have none, and the patterns are slow."""


def _has(small: str, signs: tuple[str, ...]) -> bool:
    return any(map(small.__contains__, signs))


def find_attributions(text: str) -> tuple[Attribution, ...]:
    """Return everything in a text that says who says so, in order, each piece of it once."""
    small = text.lower()
    found: list[Attribution] = []
    if _has(small, _STANDING_SIGNS):
        found += [each for match in _STANDING.finditer(text) if (each := _read_standing(match))]
    if _has(small, _CLAIMING_SIGNS):
        found += [each for match in _CLAIMING.finditer(text) if (each := _read_claim(text, match))]
    if _has(small, _HEDGED_SIGNS):
        found += [Attribution("", match.start(), match.end()) for match in _HEDGED.finditer(text)]
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Attribution] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def find_attribution(text: str) -> Attribution | None:
    """Return the best of what says who says so: a named one before a mere "reportedly"; None if there is none."""
    found = find_attributions(text)
    return next((each for each in found if each.is_named), found[0] if found else None)


def _read_standing(match: re.Match[str]) -> Attribution | None:
    start = match.start("who")
    who = match["who"]
    cut = _CUT.search(who)
    if cut is not None:
        who = who[: cut.start()]
    named = _shorten(who)
    return Attribution(named, match.start(), start + len(who)) if named else None


_HEARD = re.compile(
    r"\b(?:received|heard|got|had|gave|sent|ignored|confirmed|dismissed|denied|issued|published)(?: \w+)?$"
)
"""What somebody did with reports: "Rhett received reports that"."""


def _read_claim(text: str, match: re.Match[str]) -> Attribution | None:
    """Read who stands before "claimed that", back to the beginning of the clause."""
    first = max(0, match.start() - _FURTHEST)
    before = text[first : match.start()]
    cuts = [each.end() for pattern in (_BREAK, _JOINING) for each in pattern.finditer(before)]
    start = max(cuts, default=0 if first == 0 else None)
    who = before[start:].strip() if start is not None else ""
    claims = match[0].endswith(" that")
    if (
        not who
        or _NO_CLAIM_BEFORE.search(who)
        or _HEARD.search(who)
        or (not claims and _NO_CLAIM_AFTER.match(text, match.end()))
    ):
        return None
    named = _shorten(who)
    if named and _IS_NOUN.match(text, match.end()):  # "modern estimates range from"
        named = f"{named[:1].lower() if ' ' not in named else named[:1]}{named[1:]} {match[0].split()[-1]}"
    return Attribution(named, match.start() - len(who), match.end()) if named else None


def _shorten(who: str) -> str:
    """Return who it is without what only describes it: Peter Green of "the historian Peter Green"."""
    who = _ADVERB_AT_END.sub("", _DAY_BEFORE.sub("", _LEADING.sub("", who.strip())))
    if _POSSESSIVE.match(who) or _PRONOUN_INSIDE.search(who):
        return ""
    if _SECOND_HAND.search(who):
        return who
    words = who.split(" ")
    first = next((at for at, word in enumerate(words) if word[:1].isupper() and word not in _NO_NAMES), None)
    if first is not None:
        return " ".join(words[first:]) if words[first] not in _PRONOUNS else ""
    if len(words) == 1 and words[0].endswith("ing"):
        return ""  # "according to voting in a contest"
    return "" if words[0] in _PRONOUNS else _DESCRIBING.sub("", who)
