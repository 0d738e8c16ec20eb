"""When a clause happened, and who says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.article.dates import Dated
from quizapp.article.dates.dated import Bound
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import VERBAL, Part, Span
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.groups import BEING
from quizapp.article.grammar.verbs import Kind
from quizapp.article.statements.told import REPORTS, Told, choose_teller, place_of
from quizapp.values.dates import to_edtf


def find_date(told: Told, clause: FoundClause) -> tuple[Dated | None, bool]:
    """Return the date of a clause, its own or that of the clause it hangs on, and whether it is sure."""
    times = [at for at in told.times if _is_own(told, clause, at)]
    own = [_date_inside(told, clause, each) for each in _own_dates(told, clause, times)]
    if own and all(each.when == own[0].when for each in own):  # "three days later, on 9 May"
        return own[0], own[0].is_sure and not _dates_another(told, clause, own[0])
    if own or _has_unread_time(told, times):
        return None, False
    leader = told.find_leader(clause)
    claim = _claim_before(told, clause) if leader is None else None
    if claim is not None and clause.group.is_perfect:
        dated, is_sure = find_date(told, claim)
        return (_until(dated), is_sure) if dated is not None and not dated.is_bound else (None, False)
    leader = leader or claim
    if clause.way is Way.ABSOLUTE:
        leader = next(
            (each for each in reversed(told.clauses) if each.verb < clause.verb and each.way is Way.MAIN),
            None,
        )
    if leader is None and clause.opener in {"while", "whilst"}:
        leader = next((each for each in reversed(told.clauses) if each.verb < clause.verb), None)
    if leader is None or clause.way is Way.OTHER:
        return None, False
    if clause.way is Way.FORCED or _takes_longer(told, leader) or _takes_longer(told, clause):
        return None, False
    dated, is_sure = find_date(told, leader)
    if dated is not None and _is_day_behind(told, leader, dated) and clause.way is Way.MAIN:
        is_sure = False  # "routed at Stell on 4 May and driven from Orm"
    if clause.way is Way.TRAILING and _makes_do(told, clause):
        is_sure = False
    if leader.way is clause.way is Way.MAIN and _goes_on_moving(leader, clause):
        is_sure = False
    is_shared = dated is not None and dated.is_bound and clause.way is not Way.TRAILING
    return dated, is_sure and not is_shared and not _is_later(told, clause)


_STRETCH = re.compile(r"(?:the )?(?:next|following|coming|ensuing) .*(?:hour|day|week|month|year)s")


def _until(dated: Dated) -> Dated:
    """Return a day as the latest on which it can have been: "On 4 May sources claimed that Stell had fallen"."""
    return replace(dated, when=replace(dated.named, earliest=None), bound=Bound.BY)


def _takes_longer(told: Told, clause: FoundClause) -> bool:
    """Whether it goes on for days after the day that is told: "came on 4 May and spent the next two days there"."""
    return any(_STRETCH.fullmatch(chunk.lower) for chunk in told.chunks_of(clause.complement)[:2])


def _makes_do(told: Told, clause: FoundClause) -> bool:
    """Whether it says what others had to do in the end: "took Stell on 4 May, forcing the Lerrans to leave Orm"."""
    own = told.chunks_of(clause.complement)
    return clause.group.known.kind is Kind.FORCE and any(chunk.part is Part.INFINITIVE for chunk in own)


_ONWARDS = frozenset({"pass", "proceed", "press", "continue"})


def _goes_on_moving(leader: FoundClause, clause: FoundClause) -> bool:
    """Whether they went further, perhaps on another day: "On 4 May they landed at Dale and passed on to Orm"."""
    are_moves = clause.group.acting.kind is leader.group.acting.kind is Kind.MOVE
    return are_moves and clause.group.acting.base in _ONWARDS


def _date_inside(told: Told, clause: FoundClause, dated: Dated) -> Dated:
    """Return the day itself for what happened then: "After they took Stell in 1460, the Guard left"."""
    is_led = dated.bound is None or dated.bound in told.text[dated.adjunct : dated.start].lower()
    if is_led or clause.opener not in words.MAYBE_SUBORDINATORS:
        return dated
    return replace(dated, when=dated.named, bound=None)


def _is_day_behind(told: Told, clause: FoundClause, dated: Dated) -> bool:
    """Whether a date is that of one day and stands behind its verb, so that the next verb may be of another."""
    is_day = len(to_edtf(dated.when).lstrip("-").split("-")) == _PARTS_OF_DAY
    return is_day and place_of(dated) > told.tokens[told.chunks[clause.verb].first].start


_PARTS_OF_DAY = 3
_BESIDE = frozenset({"despite", "after", "before", "following", "because of", "in spite of"})


def _dates_another(told: Told, clause: FoundClause, dated: Dated) -> bool:
    """Whether the date is that of another event: "Despite a victory on 4 May, the men deserted"."""
    if clause.group.known is not BEING and _dates_participle(told, clause, dated):
        return True
    intro = told.chunks_of(clause.intro)
    if len(intro) < 3 or intro[0].lower not in _BESIDE or intro[1].part is not Part.PHRASE:
        return False
    return place_of(dated) < told.tokens[told.chunks[clause.intro.last - 1].last - 1].end


def _dates_participle(told: Told, clause: FoundClause, dated: Dated) -> bool:
    """Whether the date is that of a participle in the object: "retook two hills lost the day before"."""
    for at in range(clause.complement.first + 1, clause.complement.last):
        is_it = told.offsets(Span(at, at + 1))[0] == place_of(dated)
        if is_it and told.chunks[at].part is Part.DATE and at > clause.verb + 1:
            return told.chunks[at - 1].part is Part.PARTICIPLE
    return False


def _claim_before(told: Told, clause: FoundClause) -> FoundClause | None:
    """Return the "sources claimed" whose day a claimed event shares: "The next day, sources claimed that it fell"."""
    if clause.way is not Way.MAIN or clause.subject is None:
        return None
    former = [each for each in told.clauses if each.verb < clause.verb]
    is_claimed = (
        bool(former)
        and former[-1].group.known.kind is Kind.CLAIM
        and former[-1].complement.last >= clause.subject.first - 2
    )
    return former[-1] if is_claimed else None


def _own_dates(told: Told, clause: FoundClause, times: Sequence[int]) -> list[Dated]:
    """Return the dates of a clause at some places, without those of a plan or of what had been before."""
    dated = [each for each in told.dates_at(times) if not _dates_former(told, clause, each)]
    if clause.group.inner is not None and clause.group.known.base in _DECIDING:
        verb = told.tokens[told.chunks[clause.verb].first].start
        dated = [each for each in dated if place_of(each) < verb]  # "decided to attack on 4 May"
    return [
        each
        for each in dated
        if told.text[place_of(each) :][:4].lower() != "for "  # the day of a plan
        and not _PUT_OFF.search(told.text, 0, place_of(each))
    ]


_PUT_OFF = re.compile(r"\b(?:extended|prolonged|postponed|delayed|deferred|moved)\b[^,;]* to $")
"""What stands before a day to which something was put off: "was extended for a month to the end of May"."""


def _dates_former(told: Told, clause: FoundClause, dated: Dated) -> bool:
    """Whether a day is that of what had been before: "fought Tyll after the murder of Orlo in May 1312"."""
    own = range(clause.complement.first, clause.complement.last)
    at = next((each for each in own if told.offsets(Span(each, each + 1))[0] == place_of(dated)), None)
    while at is not None and at > clause.complement.first:
        at -= 1
        if told.chunks[at].part not in {Part.PHRASE, Part.PREPOSITION}:
            return False
        if told.chunks[at].lower in {"after", "before", "following", "since"}:
            return not told.chunks[at + 1].text[:1].isdigit()  # "just before 21:00 on 4 May"
    return False


_DECIDING = frozenset(
    {"decide", "plan", "intend", "resolve", "choose", "hope", "expect", "determine", "propose", "agree"}
)


def _is_own(told: Told, clause: FoundClause, at: int) -> bool:
    """Whether a chunk belongs to a clause: to its beginning, to its own subject, or to what follows the verb."""
    if clause.complement.first <= at < clause.complement.last:
        return True
    is_intro = clause.intro.first <= at < clause.intro.last
    if is_intro and not _hangs_on_participle(told, at):
        return True
    if clause.subject is None or clause.way is not Way.MAIN or clause.leader is not None:
        return False
    is_behind = clause.subject.first <= at < clause.verb
    return is_behind and not (_hangs_on_participle(told, at) or _stands_in_insert(told, at))


def _hangs_on_participle(told: Told, at: int) -> bool:
    """Whether another verb is nearer, with no mark between: "After the siege begun on 4 May, Rhett ..."."""
    while at and told.chunks[at - 1].part not in _MARKS:
        at -= 1
        if told.chunks[at].part in VERBAL:
            return told.chunks[at].part is not Part.FINITE
    return False


_MARKS = frozenset({Part.COMMA, Part.STOP})


def _stands_in_insert(told: Told, at: int) -> bool:
    """Whether a day is that of something inserted: "Rhett, wounded on 4 May, led the Guard"."""
    opening = next((each for each in range(at, -1, -1) if told.chunks[each].part in _MARKS), 0)
    inside = told.chunks[opening + 1 : at]
    return any(chunk.part in {Part.PHRASE, Part.RELATIVE, *VERBAL} for chunk in inside)


def _has_unread_time(told: Told, times: Sequence[int]) -> bool:
    read = {place_of(each) for each in told.dated}
    return any(told.tokens[told.chunks[at].first].start not in read for at in times)


def _is_later(told: Told, clause: FoundClause) -> bool:
    """Whether a word says that this came after what the clause hangs on: "and then captured"."""
    between = [told.chunks[at].lower for at in range(clause.intro.first, clause.verb)]
    between.append(told.chunks[clause.verb].lower)
    return any(
        word in {"then", "later", "eventually", "finally", "subsequently", "soon"}
        for each in between
        for word in each.split()
    )


def find_teller(told: Told, clause: FoundClause, start: int) -> str:
    """Return who says so: a claim before the clause, an "according to" of the sentence, or reports."""
    end = told.tokens[told.chunks[max(clause.complement.last - 1, clause.verb)].last - 1].end
    if named := told.find_tellers(start):
        return choose_teller(told.text, named, start, end).who
    leader = told.find_leader(clause)
    if leader is not None and clause.way is Way.MAIN:  # "allegedly fired upon and damaged"
        start = min(start, told.offsets(Span(leader.verb, leader.verb + 1))[0])
    hedges = [each for each in told.attributions if not each.who]
    return REPORTS if any(start - 15 <= each.start < end for each in hedges) else ""
