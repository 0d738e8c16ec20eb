"""What speaks against the end of a clause: the verb asks for more, or the last phrase lacks its noun."""

import re
from collections.abc import Sequence
from itertools import groupby

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Chunk, Part
from quizapp.article.grammar.clause import FoundClause
from quizapp.article.grammar.groups import BEING
from quizapp.article.grammar.tokens import Tag
from quizapp.article.grammar.verbs import Kind
from quizapp.article.statements.told import Told
from quizapp.values.text import word_set

_GIVING = word_set("give grant offer award promise deny cost assign cede bequeath owe")
_OPEN_ENDS = word_set("only even just especially particularly mainly largely chiefly")
_SHORTLY = word_set("shortly soon just immediately right long")
_A_WHILE = re.compile(r"(?:minutes|hours?|days?|weeks?|months?|years?)$")
_DOING_TOO = re.compile(r"(?!.*ing\b.* and )[^,]* and [a-z-]+ing (?:[A-Z]|the )")
_ARE_SOMETHING = word_set(
    "act serve function operate work begin start appear emerge rule reign continue fight enter resign return remain"
)
_TIME = re.compile(r"the (?:first|second|third|last|only) time")
_ADJECTIVES = ("ous", "al", "ic", "ful", "ive", "able", "ible", "ant", "ent", "ly", "ed", "less", "ary")


def stops_short(told: Told, clause: FoundClause) -> bool:
    """Whether what belongs to a verb ends too early."""
    own = told.chunks_of(clause.complement)
    if (
        _runs_on(own, clause.group.acting.base)
        or any(_drops_name(told, chunk) for chunk in own)
        or len([part for part, _ in groupby(own, key=_is_date) if part]) > 1
    ):
        return True  # "took Harrow by March and Dale by June"
    if _acts_on_what_stands_before(told, clause) or _shares_object(told, clause):
        return True
    is_beside = bool(own) and own[0].lower == "as" and not clause.group.takes_agent
    if is_beside and clause.group.acting.base not in _ARE_SOMETHING:
        return True  # "the tide turned as Rhett's men, who ..."
    if len(own) > 2 and own[-2].lower == "as" and _is_of_several(told, clause):
        return True  # "went down in Ormish lore as the Guards, | with help from Orm, fought on"
    if _DOING_TOO.match(" ".join(chunk.text for chunk in own)):
        return True  # "reached the Harrow and retaking Stell"
    if any(one.lower in {"shortly", "soon", "long"} for one in own[-2:]) and own[-1].part is Part.ADVERB:
        return True  # "forced Stell to surrender shortly afterwards", of which the last word is left out
    if len(own) > 1 and own[0].part is Part.PREPOSITION and _TIME.fullmatch(own[1].lower):
        return True  # "met for the first time the King"
    if _leaves_purpose_out(clause, own):
        return True
    follows = told.chunks[clause.complement.last] if clause.complement.last < len(told.chunks) else None
    return follows is not None and _goes_on_in(told, clause, own, follows)


def _is_of_several(told: Told, clause: FoundClause) -> bool:
    """Whether a clause ends in "the Guards" before a comma, of whom a verb without a subject follows."""
    last = told.chunks[clause.complement.last - 1]
    behind = told.chunks[clause.complement.last : clause.complement.last + 1]
    is_several = last.lower.startswith("the ") and last.text.endswith("s")
    return is_several and bool(behind) and behind[0].part is Part.COMMA


def _goes_on_in(told: Told, clause: FoundClause, own: Sequence[Chunk], follows: Chunk) -> bool:
    """Whether the words behind a clause belong to it."""
    if follows.lower in words.CONDITIONS or (clause.group.known is BEING and follows.lower in _MEANWHILE):
        return True  # "offered Stell to Rhett | if he came", "was nine years old | when he came"
    if _begins_list(told, clause):
        return True
    if not own:
        return False
    if follows.lower in {"before", "after"} and (own[-1].lower in _SHORTLY or _A_WHILE.search(own[-1].lower)):
        return True  # "died shortly | before the battle ended", "was relieved of command just three days | before"
    if own[-1].lower in _OPEN_ENDS and follows.part is not Part.STOP:
        return True  # "escaped capture only | because ..."
    if follows.part is Part.COMMA and _gives_nothing(told, clause):
        return True
    return follows.part in {Part.COMMA, Part.CONJUNCTION} and _lacks_noun(told, clause)


def _is_date(chunk: Chunk) -> bool:
    return chunk.part is Part.DATE


def _runs_on(own: Sequence[Chunk], base: str) -> bool:
    """Whether another clause begins behind a day, or a time was spent: "took Stell on 4 May and men | fell ill"."""
    parts = [chunk.part for chunk in own]
    spends = base == "spend" and parts[:1] == [Part.DATE]
    return spends or any(
        parts[at : at + 3] == [Part.DATE, Part.CONJUNCTION, Part.PHRASE] for at in range(1, len(own))
    )


def _leaves_purpose_out(clause: FoundClause, own: Sequence[Chunk]) -> bool:
    """Whether what somebody was made to do is cut off behind who made them: "was urged by Rhett | to stay"."""
    if not clause.group.takes_agent or clause.group.acting.kind is not Kind.FORCE:
        return False
    by = next((at for at, chunk in enumerate(own) if chunk.lower == "by"), len(own))
    return any(chunk.part is Part.INFINITIVE for chunk in own[by:])


_MEANWHILE = frozenset({"when", "while", "until", "before", "after", "as", "by the time"})


def _begins_list(told: Told, clause: FoundClause) -> bool:
    """Whether it is cut at the first of several: "died of hunger | , cold and fever caught in the marsh"."""
    is_behind = clause.subject is not None and clause.subject.first > clause.verb
    if clause.opener or clause.intro.last > clause.intro.first or is_behind:
        return False  # "Taking Stell, Rhett and Tyll went on"
    after = told.chunks[clause.complement.last : clause.complement.last + 4]
    return [chunk.part for chunk in after] == [Part.COMMA, Part.PHRASE, Part.CONJUNCTION, Part.PHRASE]


def _acts_on_what_stands_before(told: Told, clause: FoundClause) -> bool:
    """Whether the object is the noun before "that": "the troops that Rhett mustered for the war"."""
    subject = clause.subject
    if subject is None or subject.first < 2 or clause.leader is not None or clause.group.is_passive:
        return False
    joint, noun = told.chunks[subject.first - 1], told.chunks[subject.first - 2]
    if noun.part is Part.COMMA and subject.first > 2 and joint.lower != "where":
        noun = told.chunks[subject.first - 3]  # "against the riders, that Rhett had divided into three"
    has_object = any(chunk.part is Part.PHRASE for chunk in told.chunks_of(clause.complement)[:1])
    return joint.part is Part.RELATIVE and noun.part is Part.PHRASE and not has_object


def _shares_object(told: Told, clause: FoundClause) -> bool:
    """Whether a list of verbs has its object behind the last: "shelled, set ablaze, or sank the ships"."""
    at = clause.complement.last
    follows = told.chunks[at : at + 3]
    is_list = [each.part for each in follows] == [Part.COMMA, Part.CONJUNCTION, Part.FINITE]
    own = [each for each in told.chunks_of(clause.complement) if each.part is Part.PHRASE]
    has_object = any(each.text[:1].isupper() or " " in each.text for each in own)
    return is_list and follows[1].lower == "or" and not has_object and not clause.group.takes_agent


def _drops_name(told: Told, chunk: Chunk) -> bool:
    """Whether a phrase ends in words in quotes, which are left out: "approved the new "Code of Stell"."""
    last = told.tokens[chunk.last - 1]
    return chunk.part is Part.PHRASE and last.tag is Tag.ASIDE and last.text[:1] in '"“'


def _gives_nothing(told: Told, clause: FoundClause) -> bool:
    """Whether somebody is given something that stands behind an insert: "gave Rhett, then ill, the town of Stell"."""
    own = told.chunks_of(clause.complement)
    phrases = [chunk for chunk in own if chunk.part is Part.PHRASE]
    has_to = any(chunk.lower == "to" for chunk in own)
    is_giving = clause.group.acting.base in _GIVING and not clause.group.is_passive
    return is_giving and len(phrases) == 1 and not has_to and phrases[0].text[:1].isupper()


def _lacks_noun(told: Told, clause: FoundClause) -> bool:
    """Whether the last phrase is an adjective of what follows: "held an important | , strategic position"."""
    last = told.chunks[clause.complement.last - 1]
    after = told.chunks[clause.complement.last + 1 : clause.complement.last + 2]
    if last.part is not Part.PHRASE or not after or after[0].part is not Part.PHRASE:
        return False
    spoken = last.text.split()
    is_adjective = spoken[-1].islower() and spoken[-1].endswith(_ADJECTIVES)
    is_bare = len(spoken) == 1 or (len(spoken) == 2 and spoken[0].lower() in {"a", "an"})
    goes_on = after[0].text[:1].islower() and after[0].lower.split()[0] not in words.DETERMINERS
    return is_adjective and is_bare and goes_on and not after[0].is_pronoun
