"""What speaks for words that were cut short, or given to somebody else."""

import re
from collections.abc import Iterator, Sequence

from quizapp.article.dates.dated import Bound
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import EDGES, VERBAL, Chunk, Part, Span
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.groups import BEING
from quizapp.article.statements.heads import CUT_SUBJECT, UNCLEAR_SUBJECT, doubt_head
from quizapp.article.statements.tails import stops_short
from quizapp.article.statements.told import Told
from quizapp.article.statements.views import VIEW, is_view
from quizapp.values.text import word_set

UNSAID = "what belongs to the verb is not said"
_BY_SOMEBODY = re.compile(r"by (?:[a-z]+ )?[A-Z]")  # "a fleet, and an army sent from Stell by Rhett"
_NOT_QUITE = word_set(
    "largely mostly partially almost nearly virtually practically hardly scarcely barely partly too"
    " poorly thinly sparsely loosely inadequately insufficiently"
)
_OFTEN = word_set(
    "mainly chiefly primarily often sometimes occasionally frequently rarely seldom usually mostly"
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


def find_cuts(
    told: Told, clause: FoundClause, subject: str, pieces: tuple[str, str, str, str]
) -> Iterator[str]:
    """Yield why the words of a clause may not be the whole of what was said, or not what the author says."""
    said = " ".join(each for each in pieces if each)
    if _HOLE.search(said):
        yield UNSAID
    is_done_by = _BY_SOMEBODY.match(pieces[1]) is not None and (
        not clause.group.takes_agent or " and by " in told.text  # "was met by Rhett and by Tyll"
    )
    if is_done_by or _is_cut(told, clause, said, pieces[1]):
        yield "more follows"
    if _is_denied(told, clause):
        yield "it did not happen"
    is_beside = clause.way in {Way.MODIFIER, Way.ABSOLUTE}
    if _cuts_agent(told, clause, pieces[3]) or (is_beside and " and " in pieces[3]):
        yield "it is not clear what belongs to who did it"
    if _is_limited(told, clause, said):
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
    if is_view(told, clause):
        yield VIEW
    yield from doubt_head(told, clause, subject)
    if _only_lasts(told, clause):
        yield "how long it lasted is no day when it was done"


_BELOW_ZERO = re.compile(r"(?<= )[\u2212\u2013-](?=\d)")


def _is_limited(told: Told, clause: FoundClause, said: str) -> bool:
    """Whether what is left out takes something back: "was nearly taken", "were often unable", "Almost all fled"."""
    if _is_led_by_limit(told, clause) or _loses_sign(told, clause):
        return True
    limits = _NOT_QUITE | _OFTEN if clause.group.known is BEING else _NOT_QUITE
    return not limits.intersection(_words_of(told, clause)).issubset(said.lower().split())


def _is_led_by_limit(told: Told, clause: FoundClause) -> bool:
    if clause.subject is None or clause.subject.first == 0 or clause.leader is not None:
        return False
    before = told.chunks[clause.subject.first - 1]
    return before.part is Part.ADVERB and before.lower in _NOT_QUITE


def _loses_sign(told: Told, clause: FoundClause) -> bool:
    """Whether a number stands behind a minus, which is no word: "it sank to −25 degrees"."""
    start, end = told.offsets(Span(clause.verb, max(clause.complement.last, clause.verb + 1)))
    return _BELOW_ZERO.search(told.text, start, end) is not None


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
    after = [each.part for each in told.chunks[end : end + 4]]
    holds_other = any(each.part is Part.CONJUNCTION for each in told.chunks_of(clause.complement))
    if holds_other and after == [Part.COMMA, Part.PHRASE, Part.COMMA, Part.FINITE]:
        return True  # "joined Tyll and his plot to take Stell, the old port, was found out"
    return after[:1] == [Part.FINITE]


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


def _lacks_main_clause(told: Told, clause: FoundClause) -> bool:
    """Whether the only verb stands under the "after" that opens a sentence: "After the fall of Stell Rhett left"."""
    first = told.chunks[0]
    if _opens_relative(told, clause):
        return True
    if clause.subject is None or clause.subject.first != 1 or first.part is not Part.SUBORDINATOR:
        return False
    return not any(
        chunk.part in EDGES for chunk in told.chunks[clause.complement.last : clause.complement.last + 1]
    ) and not any(each.verb > clause.verb and each.way is Way.MAIN for each in told.clauses)


def _opens_relative(told: Told, clause: FoundClause) -> bool:
    """Whether the verb is that of a "that" before an "after": "the wars that since the fall of Stell had raged"."""
    if clause.subject is None or clause.subject.first < 2 or clause.way is not Way.MAIN:
        return False
    that, since = told.chunks[clause.subject.first - 2 : clause.subject.first]
    return (
        that.part is Part.RELATIVE and since.part is Part.SUBORDINATOR and since.lower in _ALSO_BEFORE_NAMES
    )


_ALSO_BEFORE_NAMES = word_set("since after before until till")


def _only_lasts(told: Told, clause: FoundClause) -> bool:
    """Whether the only date says until when: "Stell remained in ruins until May 1745"."""
    first, last = clause.complement
    return any(
        each.bound is Bound.UNTIL for each in told.dates_at(at for at in told.times if first <= at < last)
    )
