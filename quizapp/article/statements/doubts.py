"""What speaks against believing a clause, or against its standing alone."""

import re
from collections.abc import Iterator

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.groups import BEING, HAVING
from quizapp.article.grammar.tokens import Tag
from quizapp.article.grammar.verbs import Kind
from quizapp.article.statements.cuts import UNSAID, find_cuts
from quizapp.article.statements.naming import find_open_pronoun, has_name
from quizapp.article.statements.patterns import has_capital
from quizapp.article.statements.risks import find_risks
from quizapp.article.statements.told import Told, is_main
from quizapp.values.number_words import CARDINALS
from quizapp.values.text import word_set

_NOT_BELIEVED = frozenset({Kind.CLAIM, Kind.PLAN, Kind.FAIL})
_FEELINGS = word_set(
    "feel fear anticipate know understand foresee misjudge underestimate overestimate love hate worry confuse deem"
    " let get see find like mean treat regard remember forget seem appear prove look require"
)
_POINTING = re.compile(
    r"\b(?:he|she|it|they|him|them|this|these|(?:those|that)(?! of )|such|who|which|whom|former(?! [a-zA-Z])|latter"
    r"|(?<! all )(?<!\band )(?<!\band several )others?|himself|themselves|itself|what"
    r"|both(?=(?-i: [a-z]))(?! the .* and )"
    r"|(?:like|similar) (?:manner|way|fashion)|same|one another|each other|there|so)\b",
    re.IGNORECASE,
)
_AND_HIS = re.compile(r"(?<=\w) (?:and|with) (?:his|her|its|their) ")
"""Whose it is stands before it: "Rhett and his men", "the siege and its aftermath"."""
_SEVERAL = re.compile(r"(?:s|ese|ish|nch|men)$| and ")
_OWN_COMPANY = re.compile(r"(?<=\w) (?:with|behind|around) (?:him|her)\b")
"""The one who did it: "Rhett took the guns with him"."""
_NOBODY = re.compile(r"(?:no|none|neither|nobody|few|little)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:his|her|its|their)\b", re.IGNORECASE)


def find_doubts(
    told: Told, clause: FoundClause, subject: str, pieces: tuple[str, str, str, str]
) -> Iterator[str]:
    """Yield why a clause is not certain."""
    pronoun = find_open_pronoun(told, clause, " ".join(pieces))
    if pronoun:
        yield f'"{pronoun}" is taken for {subject}'
    yield from _doubt_truth(told, clause, has_object=bool(pieces[0] or pieces[3]))
    yield from _doubt_words(told, clause, subject, pieces)
    if clause.group.known is BEING and _POSSESSIVE.match(pieces[0]):
        yield "a word that points elsewhere"  # "Orm and Lerra were its first users"
    if not is_main(clause) and clause.way is not Way.MODIFIER and not _is_whole(told, clause):
        yield "a side remark"
    if not clause.is_sure:
        yield "the subject is not certain"
    if _asks_for_more(told, clause):
        yield UNSAID
    if _is_cut_short(told, clause) or _acts_on_itself(told, clause):
        yield "more follows"
    yield from find_cuts(told, clause, subject, pieces)
    yield from find_risks(told, clause, subject, pieces)


_STATES = frozenset({Kind.STATE, Kind.RESIST})
"""What goes on at a place, and may not be so elsewhere: "Dale, where Rhett held the upper hand"."""


def _is_whole(told: Told, clause: FoundClause) -> bool:
    """Whether a side remark is as good as a sentence: "Rhett, who had left Stell", "Stell, where the Guard stood".

    So is a "which" that means one named thing: "the Treaty of Stell, which was signed in 1313".
    """
    subject = clause.subject
    if clause.way is not Way.RELATIVE or subject is None or not clause.is_sure:
        return False
    if clause.opener in {"where", "who"}:
        said, verb = told.say(subject), told.tokens[clause.group.first].lower
        is_other = verb in {"were", "are", "have"} and not said.endswith(("s", "men", "ese", "ish", "nch"))
        joint = told.chunks[subject.first - 1].part if subject.first else Part.STOP
        is_apart = joint in {Part.COMMA, Part.CONJUNCTION}
        is_other = is_other or (is_apart and " " not in said)  # "the commander, Orm, who"
        is_event = clause.group.acting.kind not in _STATES and clause.group.known not in {BEING, HAVING}
        return is_event if clause.opener == "where" else has_capital(said) and not is_other
    if clause.opener != "which" or subject.last != subject.first + 1:
        return False
    tokens = told.tokens[told.chunks[subject.first].first : told.chunks[subject.first].last]
    behind = told.chunks[subject.last : subject.last + 1]
    is_named = tokens[-1].tag is Tag.NAME and not any(token.tag is Tag.PREPOSITION for token in tokens)
    is_one = tokens[0].tag in {Tag.DETERMINER, Tag.NAME} and tokens[0].lower not in {"a", "an"}
    is_led = subject.first > 0 and told.chunks[subject.first - 1].lower in {"under", "by"}
    return bool(behind) and behind[0].part is Part.COMMA and is_named and is_one and not is_led


def _doubt_truth(told: Told, clause: FoundClause, *, has_object: bool) -> Iterator[str]:
    """Say why a clause may not have come true."""
    group = clause.group
    leader = (told.find_leader(clause) or clause).group
    if group.is_negated or leader.is_negated:
        yield "it did not happen"
    if group.is_unreal or leader.is_unreal:
        yield "a plan or a possibility"
    if clause.opener in words.CONDITIONS:
        yield "a condition"
    if _goes_on_from_wish(told, clause):
        yield "a plan or a possibility"
    if told.tokens[group.first].lower == "be":
        yield "a plan or a possibility"  # "recommended that troops be sent"
    is_plan = group.known.kind is Kind.PLAN and has_object and group.inner is None  # "planned the attack"
    if (group.known.kind in _NOT_BELIEVED and not is_plan) or group.known.base in _FEELINGS:
        yield "a verb of opinion"
    if clause.subject is not None and _NOBODY.match(told.say(clause.subject)):
        yield "it did not happen"
    own = told.chunks[clause.intro.first : clause.complement.last]
    if any(chunk.lower in {"not", "never", "no longer"} for chunk in told.chunks_of(clause.complement)):
        yield "it did not happen"
    if any(
        not words.DOUBTS.isdisjoint(chunk.lower.split(" ")) for chunk in own if chunk.part is not Part.PHRASE
    ) or _begins_in_doubt(told, clause):
        yield "only possible"


def _goes_on_from_wish(told: Told, clause: FoundClause) -> bool:
    """Whether it ends a row that a "should have been" begins: "should have been walled, manned and prepared"."""
    leader = told.find_leader(clause)
    while leader is not None and not (leader.group.known is BEING and leader.group.is_unreal):
        leader = told.find_leader(leader)
    return leader is not None and clause.group.acting.base != "be"


def _begins_in_doubt(told: Told, clause: FoundClause) -> bool:
    """Whether the sentence says first that it is only likely: "More likely it was ..., struck by Rhett"."""
    before = told.chunks[: clause.verb]
    stop = next((at for at in range(len(before) - 1, -1, -1) if before[at].part is Part.STOP), -1)
    first = next((at for at in range(stop + 1, len(before)) if before[at].group is not None), len(before))
    opening = {word for chunk in before[stop + 1 : first] for word in chunk.lower.split()}
    return not words.DOUBTS.isdisjoint(opening)


def _doubt_words(
    told: Told, clause: FoundClause, subject: str, pieces: tuple[str, str, str, str]
) -> Iterator[str]:
    """Say why the words of a clause may not stand alone."""
    said = " ".join(pieces)
    is_named = has_name(told, pieces[3] or subject) or (bool(pieces[3]) and has_name(told, subject))
    is_named = is_named and not subject.lower().startswith("another ")
    points = subject.lower().startswith("both the ") or any(
        pattern.search(each)
        for pattern, each in (
            (_POINTING, subject),
            (_POINTING, said if _SEVERAL.search(subject) else _OWN_COMPANY.sub("", said)),
            (_POSSESSIVE, _AND_HIS.sub("", subject)),
        )
    )
    is_open = pieces[0].lower() in _ONE_OF_MANY and not pieces[1]  # "captured one"
    points = points or is_open
    is_owned = bool(pieces[3]) and (_POSSESSIVE.search(" ".join(pieces[:3])) or has_name(told, pieces[3]))
    if points or (_POSSESSIVE.search(_AND_HIS.sub("", said)) and (is_owned or not is_named)):
        yield "a word that points elsewhere"
    if not is_named and not has_capital(said) and not any(letter.isdigit() for letter in said):
        yield "nobody is named"
    elif not is_named and (
        pieces[3] or not (has_capital(said) or told.times) or _is_one_of_many(clause, subject)
    ):
        yield "who did it has no name"
    if len(subject.split()) > 12 or len(said.split()) > 24:
        yield "long"
    if '"' in said or "“" in said or "”" in said:
        yield "quoted speech"


def _is_one_of_many(clause: FoundClause, subject: str) -> bool:
    """Whether nobody knows which of several it was: "another of the ships", or "a fleet" that is told of beside."""
    first = subject.lower().partition(" ")[0]
    return first in _ONE_OF_MANY or (first in {"a", "an"} and clause.way is not Way.MAIN)


_ONE_OF_MANY = word_set("another some one each every most many")


def _acts_on_itself(told: Told, clause: FoundClause) -> bool:
    """Whether what it was done to is the one who did it: "established himself", whose pronoun is left out."""
    own = told.chunks[clause.verb + 1 : clause.verb + 2]
    return bool(own) and own[0].is_pronoun and own[0].lower.endswith(("self", "selves"))


_STANDS_ALONE = re.compile(rf"(?:(?i:an?|several|some|many|{'|'.join(sorted(CARDINALS))})|\d[\d,.]*) |[A-Z]")
"""A phrase that is whole without "who" or "that": "a bomb that failed", not "the bomb that failed"."""
_HOW = frozenset({"in", "at", "during", "after", "before", "on"})
_DEED = re.compile(
    r"(?:(?:the|an?|another|his|her|its|their) )?(?:[a-z-]+ )*"
    r"(?:retreat|withdrawal|(?:counter-?)?attacks?|assaults?|advance|halt|charge|siege|evacuation|raids?|landings?"
    r"|invasion|blockade|search|pursuit|(?:counter)?offensive|bombardment|arrest|death|surrender|release|march"
    r"|slaughter|[a-z]+(?:tion|ment|ing)) ?\b"
)
"""What is ordered or allowed without an infinitive: "ordered a retreat", "ordered the construction of a mill"."""
_WHERE_TO = re.compile(r"(?:to|into|out of|from|towards?|across|through|up|back|away|out|for|off|in)\b")
_ASKS_FOR_MORE = word_set("order instruct ask tell urge persuade convince allow enable permit force")


_OF_WHICH = re.compile(r"(?:every|any|all|those|the only)\b")


def _is_cut_short(told: Told, clause: FoundClause) -> bool:
    """Whether what the verb belongs to goes on where it is cut: "the road that led to Stell"."""
    end = clause.complement.last
    own = told.chunks_of(clause.complement)
    follows = told.chunks[end] if end < len(told.chunks) else None
    if follows is not None and follows.part is Part.RELATIVE and end > clause.verb:
        is_whole = bool(own) and _STANDS_ALONE.match(own[-1].text) is not None
        is_named = bool(own) and own[-1].text[:1].isupper() and follows.lower == "that"  # "told Rhett that"
        is_of_all = any(_OF_WHICH.match(chunk.lower) for chunk in own)  # "made every man in Stell | who"
        is_how = len(own) > 1 and own[-2].part is Part.PREPOSITION and own[-2].lower in _HOW
        is_empty = is_how and own[-1].text.islower()  # "took Stell in a battle | that was fierce"
        return not is_whole or is_named or is_of_all or is_empty or clause.group.known is BEING
    return False


def _asks_for_more(told: Told, clause: FoundClause) -> bool:
    """Whether somebody is asked or forced, and to what is not said: "ordered Rhett, | then at Stell, | to ..."."""
    if clause.group.known.base not in _ASKS_FOR_MORE or clause.group.is_passive:
        return False
    own = told.chunks_of(clause.complement)
    if own and _DEED.match(own[0].lower):
        return False
    return all(chunk.part is not Part.INFINITIVE and _WHERE_TO.match(chunk.lower) is None for chunk in own)
