"""What speaks against a participle: it may be the deed of the one before it, or hang on another noun than it seems.

"The tactics the Lerrans used" is nothing that was done to Lerrans; of participles in real articles that name nobody
who did it, only a third were right.
"""

import re
from collections.abc import Iterator

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.subjects import skip_adverbs
from quizapp.article.grammar.tokens import Tag
from quizapp.article.grammar.verbs import Kind
from quizapp.article.statements.patterns import has_capital
from quizapp.article.statements.told import Told
from quizapp.values.text import word_set

OWN_DEED = "the verb may be the deed of the one before it"
OTHER_NOUN = "it is not clear what the participle belongs to"
_WHERE_IT_IS = word_set(
    "base station locate situate deploy position garrison quarter bear name call know form"
)
_OF_WHAT = word_set(
    "threat danger risk prospect possibility chance idea news sight sound fear hope likelihood"
)
_APART = frozenset({Part.COMMA, Part.CONJUNCTION, Part.ADVERB, Part.STOP})
_DOINGS = word_set("fight land bomb shell cross train raid dive skirmish mutiny rise uprise")
_OWN = frozenset({Kind.ASPECT, Kind.MOVE, Kind.HAPPEN})
_PLURAL = re.compile(r"[a-z]+s")
_MADE_OF = word_set("consist number total include comprise")


def doubt_voice(told: Told, clause: FoundClause, subject: str, agent: str) -> Iterator[str]:
    """Yield why a participle may not say of its noun what it seems to say."""
    if clause.subject is None or clause.way not in {Way.MODIFIER, Way.ABSOLUTE, Way.TRAILING}:
        return
    if clause.way is Way.TRAILING:
        if not clause.group.takes_agent and told.chunks[clause.verb - 1].part not in _APART:
            yield OTHER_NOUN  # "the men were recalled using trumpets"
        return
    if clause.group.takes_agent:
        if not agent and (
            _only_tells_which(told, clause)
            or _may_be_active(told, clause)
            or _has_no_other_verb(told, clause)
        ):
            yield OWN_DEED
    elif _tells_of_what_sort(told, clause, subject):
        yield OTHER_NOUN
    elif clause.way is Way.ABSOLUTE:
        if _ends_adjunct(told, clause):
            yield OTHER_NOUN
    elif clause.leader is None:
        is_other = _hangs_on_object(told, clause, subject) or _is_of_something(clause, subject)
        if is_other or _is_adjective(told, clause) or _is_noun(told, clause):
            yield OTHER_NOUN


def _only_tells_which(told: Told, clause: FoundClause) -> bool:
    """Whether a participle has nothing behind it: "the forces involved"; not "Rhett, wounded, left"."""
    is_bare = clause.complement.last <= clause.complement.first and clause.way is Way.MODIFIER
    return (
        is_bare
        and clause.group.acting.kind is not Kind.HARM
        and told.chunks[clause.verb - 1].part not in _APART
    )


def _tells_of_what_sort(told: Told, clause: FoundClause, subject: str) -> bool:
    """Whether it hangs on a common noun, to say which is meant: "the gate leading to Stell", "lines going north"."""
    is_common = not has_capital(subject) and not subject[:1].isdigit()
    if clause.way is Way.ABSOLUTE and subject.startswith("the "):
        return False  # "with the riders taking Stell"
    return is_common and told.chunks[clause.verb - 1].part not in _APART


def _may_be_active(told: Told, clause: FoundClause) -> bool:
    """Whether a name or a second phrase stands right before it: "the tactics Lerrans used", "what Rhett wrote"."""
    assert clause.subject is not None
    if clause.group.acting.base in _WHERE_IT_IS:
        return False
    at = clause.verb - 1
    is_quick = told.chunks[at].part is Part.ADVERB  # "tensions quickly escalated"
    at = skip_adverbs(told.chunks, at)
    if at != clause.subject.last - 1:
        return False
    is_name = told.tokens[told.chunks[at].last - 1].tag is Tag.NAME
    before = told.chunks[clause.subject.first - 1] if clause.subject.first else None
    is_second = before is not None and (before.part is Part.PHRASE or before.lower == "what")
    is_own = clause.group.acting.kind in _OWN and not clause.group.particle
    return is_quick or is_name or is_second or is_own


def _has_no_other_verb(told: Told, clause: FoundClause) -> bool:
    """Whether nothing else could be what the sentence says: "The raid, ended by night, with 40 men lost"."""
    return not any(each.way is Way.MAIN for each in told.clauses) and clause.way is Way.MODIFIER


def _hangs_on_object(told: Told, clause: FoundClause, subject: str) -> bool:
    """Whether a bare noun behind a verb got it: "set up defences waiting for help", "to take men forcing Stell"."""
    assert clause.subject is not None
    first = subject.partition(" ")[0]
    is_bare = first.islower() and first not in words.DETERMINERS and not first[:1].isdigit()
    before = told.chunks[clause.subject.first - 1] if clause.subject.first else None
    return is_bare and before is not None and (before.group is not None or before.part is Part.CONJUNCTION)


def _is_adjective(told: Told, clause: FoundClause) -> bool:
    """Whether it tells of what sort a bare noun behind it is: "the Stell landing areas", "of lost ground"."""
    own = told.chunks_of(clause.complement)
    first = own[0] if own else None
    is_bare = first is not None and first.part is Part.PHRASE and _PLURAL.fullmatch(first.text) is not None
    return is_bare or not told.tokens[clause.group.first].lower.endswith("ing")


def _is_noun(told: Told, clause: FoundClause) -> bool:
    """Whether it is the name of what was done, with a place behind it: "the first heavy fighting in the war"."""
    own = told.chunks_of(clause.complement)
    is_placed = bool(own) and own[0].part is Part.PREPOSITION
    return is_placed and clause.group.acting.base in _DOINGS


def _ends_adjunct(told: Told, clause: FoundClause) -> bool:
    """Whether a "with" without a comma belongs to the verb: "made peace with the Lerrans signing a treaty"."""
    assert clause.subject is not None
    joint = clause.subject.first - 1
    is_with = joint > 0 and told.chunks[joint].lower == "with"
    return is_with and told.chunks[joint - 1].part is Part.PHRASE


def _is_of_something(clause: FoundClause, subject: str) -> bool:
    """Whether the noun only asks for what follows: "the threat of Rhett taking Stell"."""
    head = subject.lower().partition(" of ")[0].rpartition(" ")[2]
    return " of " in subject and head in _OF_WHAT and clause.group.acting.base not in _MADE_OF
