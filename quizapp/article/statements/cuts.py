"""What speaks for words that were cut short, given to somebody else, or said by somebody who is not named."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quizapp.article.dates.dated import Bound
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import EDGES, VERBAL, Chunk, Part, Span
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.verbs import Kind
from quizapp.article.statements.heads import CUT_SUBJECT, UNCLEAR_SUBJECT, doubt_head
from quizapp.article.statements.tails import stops_short
from quizapp.article.statements.timing import find_teller
from quizapp.article.statements.told import Told
from quizapp.values.text import word_set

VIEW = "somebody's view"
UNSAID = "what belongs to the verb is not said"
_BY_SOMEBODY = re.compile(r"by (?:[a-z]+ )?[A-Z]")  # "a fleet, and an army sent from Stell by Rhett"
_NOT_QUITE = word_set(
    "largely mostly partially almost nearly virtually practically hardly scarcely barely partly too"
    " poorly thinly sparsely loosely inadequately insufficiently"
)
_NO_SUBJECT = re.compile(
    r"(?:the )?(?:first|second|third|next|last|then|also|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|another|among|of|best|most|many|some|more|all|each|[\d,. ]+(?: to [\d,. ]+)?)",
    re.IGNORECASE,
)
_OF_A_PERSON = re.compile(r"\b(?:his|her)\b", re.IGNORECASE)
_HOLE = re.compile(
    r"(?<!['’])\b(?:the|an?) (?:of|and|to|in|at|by)\b|(?<!['’])\b(?:the|an?|most|least|best)$"
    r"|\bbetween (?!.*(?:\band\b|s\b))"
    r"|\b(?:their|his|her|its) own$|\b(?:of|on|upon|in|at|for|with) by\b"
    r"|^(?:(?:as )?follows(?: as)?|(?:\w+ )?(?:higher|lower|larger|smaller|greater|fewer|better|worse|more|less))$"
    r"|\bwith and\b|\b(?:mixture|combination) of (?!.*\b(?:and|with)\b)|\benough for (?!.* to )"
)
_HALF_SAID = word_set("subject expose attribute ascribe devote compare entrust subordinate")
_FORCED = word_set("force order instruct compel oblige allow permit enable ask tell direct")
_PREVENT = word_set("prevent stop avoid hinder forbid")
_OPINIONS = word_set(
    "view views premise claim claims belief opinion idea impression legend evidence possibility suggestion suspicion"
    " rumour rumor rumours rumors assumption theory hope fear argument states says argues suggests story stories"
    " version versions account accounts tradition explanation likelihood insistence notion perception accusation"
    " allegation assertion contention conviction grounds pretext"
)
_NAMING = frozenset({"call", "name", "nickname", "dub", "title"})
_VIEWS = word_set(
    "feel think believe insist fear hope suppose assume doubt suspect argue maintain contend imagine expect conclude"
    " complain persuade convince point claim say state assert allege write report suggest estimate consider boast"
    " pretend"
)


def find_cuts(
    told: Told, clause: FoundClause, subject: str, pieces: tuple[str, str, str, str]
) -> Iterator[str]:
    """Yield why the words of a clause may not be the whole of what was said, or not what the author says."""
    said = " ".join(each for each in pieces if each)
    if _HOLE.search(said):
        yield UNSAID
    is_done_by = not clause.group.takes_agent and _BY_SOMEBODY.match(pieces[1]) is not None
    if is_done_by or _is_cut(told, clause, said, pieces[1]):
        yield "more follows"
    if _is_denied(told, clause):
        yield "it did not happen"
    is_beside = clause.way in {Way.MODIFIER, Way.ABSOLUTE}
    if _cuts_agent(told, clause, pieces[3]) or (is_beside and " and " in pieces[3]):
        yield "it is not clear what belongs to who did it"
    if _NOT_QUITE.intersection(_words_of(told, clause)).difference(said.lower().split()):
        yield "not quite so"
    if (
        _NO_SUBJECT.fullmatch(subject)
        or subject.endswith(("'s", "’s", "s'"))
        or subject.startswith("half ")
        or _shares_half(told, clause)
    ):
        yield CUT_SUBJECT
    if _OF_A_PERSON.search(said) and subject.rpartition(" ")[2][:1].islower():
        yield "a word that points elsewhere"
    if clause.way is Way.TRAILING and pieces[0].startswith("its "):
        yield "a word that points elsewhere"
    if _lacks_main_clause(told, clause):
        yield UNCLEAR_SUBJECT
    if (_is_view(told, clause) or _ends_in_speech(told.text)) and not find_teller(
        told, clause, told.offsets(Span(clause.verb, clause.verb + 1))[0]
    ):
        yield VIEW
    yield from doubt_head(told, clause, subject)
    if _only_lasts(told, clause):
        yield "how long it lasted is no day when it was done"


def _is_cut(told: Told, clause: FoundClause, said: str, rest: str) -> bool:
    """Whether what belongs to a verb goes on behind where it was cut."""
    if clause.group.acting.base in _HALF_SAID and not clause.group.is_passive and " to " not in f"{said} ":
        return True
    if (
        said.endswith((" and", " or"))
        or rest.endswith("a little")
        or _goes_on_later(told, clause)
        or stops_short(told, clause)
    ):
        return True
    runs_on = _runs_into_another(told, clause) or _stops_in_list(told, clause)
    return runs_on or _leaves_verb_out(told, clause)


def _leaves_verb_out(told: Told, clause: FoundClause) -> bool:
    """Whether a second clause goes without its verb: "Rhett led the van and Tyll the rear"."""
    chunks = told.chunks_of(clause.complement)
    return any(
        joint.part is Part.CONJUNCTION
        and one.part is other.part is Part.PHRASE
        and other.lower.startswith(("the ", "a ", "an "))
        for joint, one, other in zip(chunks, chunks[1:], chunks[2:], strict=False)
    )


def _is_denied(told: Told, clause: FoundClause) -> bool:
    """Whether a "never" or a "prevented" stands before: "too late to prevent the Lerrans reaching Stell"."""
    before = told.chunks[clause.verb - 1]
    governs = told.chunks[clause.subject.first - 1].group if clause.subject and clause.subject.first else None
    if clause.way is Way.MODIFIER and governs is not None and governs.acting.base in _PREVENT:
        return True
    return before.part is Part.ADVERB and before.lower in words.NEGATIONS


def _words_of(told: Told, clause: FoundClause) -> list[str]:
    """Return the words of a verb, of an adverb before it and of what belongs to it, in small letters."""
    is_led = clause.verb > 0 and told.chunks[clause.verb - 1].part is Part.ADVERB
    is_led = is_led and told.chunks[clause.verb - 1].lower != "too"  # "they too fell back"
    own = told.chunks[clause.verb - is_led : clause.complement.last]
    return [word for chunk in own for word in chunk.lower.split()]


def _runs_into_another(told: Told, clause: FoundClause) -> bool:
    """Whether a verb stands where a clause ends, with no mark between: its subject was taken for an object."""
    end = clause.complement.last
    if clause.way not in {Way.MAIN, Way.TRAILING, Way.ABSOLUTE} or end <= clause.verb + 1:
        return False
    return end < len(told.chunks) and told.chunks[end].part is Part.FINITE


def _goes_on_later(told: Told, clause: FoundClause) -> bool:
    """Whether a clause goes on behind an insert: "raised Tyll, then thirteen, to power"."""
    after = told.chunks[clause.complement.last :]
    if not after or after[0].part is not Part.COMMA:
        return False
    closing = next((at for at in range(1, min(len(after), 6)) if after[at].part is Part.COMMA), None)
    if closing is None or closing + 1 >= len(after):
        return False
    has_verb = any(chunk.part in VERBAL for chunk in after[1:closing])
    return not has_verb and after[closing + 1].lower in {"to", "from", "into"}


def _stops_in_list(told: Told, clause: FoundClause) -> bool:
    """Whether an "and" follows a last word that is a verb: "kept them from seizing and using the bridges"."""
    chunks, end = told.chunks, clause.complement.last
    is_forced = clause.group.known.base in _FORCED and not clause.group.is_passive
    if is_forced and end > clause.verb + 1 and chunks[clause.verb + 1].part is Part.INFINITIVE:
        return True  # "a man forced to leave"
    if end > clause.verb + 1 and chunks[clause.verb + 1].part is Part.CONJUNCTION:
        return True
    follows = chunks[end] if end < len(chunks) else None
    if follows is not None and follows.part is Part.CONJUNCTION:
        within = chunks[clause.verb + 1 : end]
        is_list = any(chunk.part is Part.CONJUNCTION for chunk in within)
        is_ended = end + 1 < len(chunks) and chunks[end + 1].part is Part.FINITE
        is_adjective = follows.lower == "but" and _opens_phrase(chunks, end + 1)
        if follows.lower == "or" or is_adjective or (is_list and not is_ended):
            return True  # "was killed in the charge of the Guard and the Ormish | and Lerran horse"
    ends_in_verb = end > clause.verb + 1 and chunks[end - 1].part is Part.GERUND
    return ends_in_verb and (end >= len(chunks) or chunks[end].part is not Part.STOP)


def _opens_phrase(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether an adjective goes on behind a "but", with no verb after it: "by the respected | but old Rhett"."""
    behind = chunks[at : at + 2]
    return bool(behind) and behind[0].part is Part.PHRASE and behind[-1].part is not Part.FINITE


def _cuts_agent(told: Told, clause: FoundClause, agent: str) -> bool:
    """Whether what follows "by" and a name goes on: "by the return of Rhett to Stell"."""
    if not agent:
        return False
    chunks = told.chunks_of(clause.complement)
    by = next((at for at, chunk in enumerate(chunks) if chunk.lower == "by"), len(chunks))
    return any(chunk.lower in {"to", "towards", "toward", "from"} for chunk in chunks[by + 1 : by + 3])


def _shares_half(told: Told, clause: FoundClause) -> bool:
    """Whether a verb was given to the second of two: "with natural and built obstacles, forcing"."""
    subject = clause.subject
    if subject is None or clause.leader is not None or subject.first < 2:
        return False
    before = told.chunks[: subject.first]
    if clause.way is Way.MAIN and _begins_earlier(before):
        return True
    if before[-1].part is not Part.CONJUNCTION or before[-2].part not in {Part.PHRASE, Part.ADVERB}:
        return clause.way is Way.MODIFIER and _hangs_unnamed(told, clause, subject)
    if clause.way is Way.MODIFIER:
        return told.chunks[clause.verb - 1].part is Part.COMMA
    return clause.way is Way.MAIN and not any(chunk.part in {Part.FINITE, Part.COMMA} for chunk in before)


def _begins_earlier(before: Sequence[Chunk]) -> bool:
    """Whether a subject stands behind the one that begins a sentence: "The fall of Stell, the old port, and ..."."""
    start = 2 if before[0].part is Part.ADVERB and before[1].part is Part.COMMA else 0
    opens = before[start : start + 1]
    if opens and opens[0].lower.startswith("part of "):  # "Part of the Ormish War, the siege ..."
        return False
    if not opens or opens[0].part is not Part.PHRASE or before[-1].part is not Part.COMMA:
        return False
    return not any(chunk.part in {Part.FINITE, Part.SUBORDINATOR, Part.STOP} for chunk in before)


def _hangs_unnamed(told: Told, clause: FoundClause, subject: Span) -> bool:
    """Whether a bare noun behind a preposition got a verb: "found themselves on blown horses facing the Guard"."""
    is_behind = told.chunks[subject.first - 1].part is Part.PREPOSITION
    return is_behind and not clause.group.is_passive and told.say(subject).islower()


def _trails_claim(told: Told, clause: FoundClause) -> bool:
    """Whether a participle stands behind what somebody announced: "Rhett said that the Guard would go, leaving"."""
    leader = told.find_leader(clause)
    return leader is not None and _claims_that(told, leader)


def _lacks_main_clause(told: Told, clause: FoundClause) -> bool:
    """Whether the only verb stands under the "after" that opens a sentence: "After the fall of Stell Rhett left"."""
    first = told.chunks[0]
    if clause.subject is None or clause.subject.first != 1 or first.part is not Part.SUBORDINATOR:
        return False
    return not any(
        chunk.part in EDGES for chunk in told.chunks[clause.complement.last : clause.complement.last + 1]
    ) and not any(each.verb > clause.verb and each.way is Way.MAIN for each in told.clauses)


def _is_view(told: Told, clause: FoundClause) -> bool:
    """Whether the clause is what somebody thought or said: "Rhett felt that the marsh was no place for horse"."""
    subject = clause.subject
    if clause.way is Way.TRAILING and _trails_claim(told, clause):
        return True
    while subject is not None and clause.leader is not None:
        clause = told.find_leader(clause) or clause
        if clause.leader is None or clause.subject is None:
            break
    if clause.subject is None:
        return False
    start = min(clause.intro.first, clause.subject.first) if clause.intro.last else clause.subject.first
    if start > 1 and told.chunks[start - 1].lower == "that":
        opener = told.chunks[start - 2]
        base = opener.group.acting.base if opener.group else opener.lower.rpartition(" ")[2]
        if base in _VIEWS or base in _OPINIONS or opener.part is Part.STOP:
            return True
        near = {word for each in told.chunks[max(0, start - 4) : start - 1] for word in each.lower.split()}
        if "of" in near and not near.isdisjoint(_OPINIONS):
            return True  # "the views of most writers that Rhett was late"
        if base == "be" and any(_OPINIONS & set(each.lower.split()) for each in told.chunks[: start - 2]):
            return True  # "one story is that Rhett sent a horse ahead"
    before = [each for each in told.clauses if each.verb < start]
    if not before:
        return False
    if clause.opener in {"while", "whilst", "whereas"} and any(_claims_that(told, each) for each in before):
        return True
    last = before[-1]
    base = last.group.acting.base
    if base in _NAMING or (base not in _VIEWS and last.group.acting.kind is not Kind.CLAIM):
        return False
    return _leads_on(told, last, told.chunks[last.verb + 1 : start])


def _leads_on(told: Told, claim: FoundClause, between: Sequence[Chunk]) -> bool:
    """Whether a claim goes on to a clause: "it was reported the Guard and Tyll had left"."""
    if claim.group.is_passive and claim.subject is not None and told.say(claim.subject).lower() == "it":
        return not any(chunk.part in EDGES for chunk in between)
    return all(chunk.part in {Part.RELATIVE, Part.ADVERB, Part.ASIDE} for chunk in between)


_SAYS_HE = re.compile(
    r", (?:he|she|they|(?:the )?(?:[\w'’-]+ ){0,7}?[\w'’-]+) (?:later |also )?"
    r"(?:said|wrote|claimed|argued|stated|recalled|added|insisted|reported|announced)(?= ?[,.;]|$| on | in | [A-Z])"
)


@lru_cache(maxsize=16)
def _ends_in_speech(text: str) -> bool:
    """Whether a sentence is what somebody said: "Stell had never agreed, he said"."""
    return _SAYS_HE.search(text) is not None


def _claims_that(told: Told, clause: FoundClause) -> bool:
    """Whether a clause says that something is so: "It also stated that ..."."""
    is_said = clause.group.acting.kind is Kind.CLAIM or clause.group.acting.base in _VIEWS
    return is_said and clause.verb + 1 < len(told.chunks) and told.chunks[clause.verb + 1].lower == "that"


def _only_lasts(told: Told, clause: FoundClause) -> bool:
    """Whether the only date says until when: "Stell remained in ruins until May 1745"."""
    first, last = clause.complement
    return any(
        each.bound is Bound.UNTIL for each in told.dates_at(at for at in told.times if first <= at < last)
    )
