"""A clause as a statement: who did what, to whom, when, who says so, and what speaks against believing it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.article.dates import Dated
from quizapp.article.fact import Clause
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Chunk, Part, Span
from quizapp.article.grammar.clauses import FoundClause, Way
from quizapp.article.grammar.tokens import Tag
from quizapp.article.grammar.verbs import Kind
from quizapp.article.rules.body.patterns import has_capital
from quizapp.article.rules.body.told import REPORTS, Told, is_main, is_standing, place_of


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause in words that stand alone; object is what the verb acts on, preposition what joins it if not directly.

    doubts says why the statement is not certain; dated is its time, is_own whether its own words give it.
    """

    clause: FoundClause
    subject: str
    object: str
    rest: str
    preposition: str
    agent: str
    dated: Dated | None
    is_dated_surely: bool
    according_to: str
    doubts: tuple[str, ...]
    start: int
    end: int

    @property
    def is_passive(self) -> bool:
        """Whether the subject is what it was done to."""
        return self.clause.group.takes_agent

    @property
    def value(self) -> str:
        """The object and the rest, in words."""
        return f"{self.object} {self.rest}".strip()

    def as_clause(self, counted: str = "") -> Clause:
        """The statement as questions need it."""
        verb = self.clause.group.verb
        particle = " ".join(each for each in (verb.particle, self.preposition) if each)
        is_plural = is_plural_phrase(self.subject)
        verb = type(verb)(verb.base, verb.past, verb.participle, particle)
        return Clause(
            self.subject, verb, self.object, self.rest, self.is_passive, self.agent, is_plural, counted
        )


_PLURALS = words.word_set("men troops forces people infantrymen marines cavalrymen police")


def is_plural_phrase(phrase: str) -> bool:
    """Whether a phrase is of several: "Syrian soldiers", "Lél and Súr", "the Japanese"."""
    lower = phrase.lower()
    head = re.split(r" (?:of|in|on|at|under|from|against|for|near|between|with)\b", lower)[0]
    last = head.rpartition(" ")[2]
    if lower.startswith("the ") and last.endswith(("ese", "ish", "nch", "tch", "iss")):
        return True
    if " and " in head or lower.startswith(("most of", "many of", "some of", "all ")) or last in _PLURALS:
        return True
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "’s"))


def find_statements(told: Told) -> tuple[Statement, ...]:
    """Return what the clauses of a sentence state; a clause without a subject that can be named is none."""
    return tuple(each for clause in told.clauses if (each := _state(told, clause)) is not None)


def _state(told: Told, clause: FoundClause) -> Statement | None:
    if clause.subject is None:
        return None
    subject = name_subject(told, clause.subject)
    if not subject:
        return None
    pieces = _cut_complement(told, clause)
    dated, is_sure = _find_date(told, clause)
    start, end = _extent(told, clause)
    return Statement(
        clause,
        subject,
        *pieces,
        dated,
        is_sure,
        _find_teller(told, clause, start),
        tuple(_find_doubts(told, clause, subject, pieces)),
        start,
        end,
    )


def _extent(told: Told, clause: FoundClause) -> tuple[int, int]:
    assert clause.subject is not None
    starts = [told.offsets(clause.subject)[0], told.tokens[told.chunks[clause.verb].first].start]
    last = clause.complement.last if clause.complement.last > clause.verb else clause.verb + 1
    return min(starts), told.tokens[told.chunks[last - 1].last - 1].end


# --- the subject ----------------------------------------------------------------------------------------------------

_THE_EVENT = re.compile(r"^(?:the|this) ([a-z-]+)$", re.IGNORECASE)


def name_subject(told: Told, span: Span) -> str:
    """Return a subject in words that stand alone; nothing for a pronoun that could mean anybody."""
    said = told.say(span)
    if any(chunk.is_pronoun for chunk in told.chunks_of(span)):
        if said.lower() == "it" and told.sentence.section == "lead" and is_about_article(told):
            return told.known.subject
        return ""
    event = name_event(told, said)
    return event or said


def name_event(told: Told, said: str) -> str:
    """Return the article's subject for "the battle" and "the offensive", if it is one and no other was named."""
    found = _THE_EVENT.match(said)
    title = told.known.subject
    if found is None or found[1].lower() not in words.EVENT_NOUNS:
        short = re.sub(r"^the ", "", said, flags=re.IGNORECASE)
        return title if short and short.lower() == re.sub(r"^(?:the )?(?:\d{4} )?", "", title.lower()) else ""
    noun = found[1].lower()
    if noun not in title.lower().split():
        return ""
    others = re.findall(rf"\b{noun} of [A-Z][\w-]+|\b(?:[A-Z][\w-]+ )+{noun}", told.text, re.IGNORECASE)
    named = [each for each in others if each[0].isupper() and each.lower() not in title.lower()]
    return "" if any(re.search(r"[A-Z]", each[1:]) for each in named) else title


def is_about_article(told: Told) -> bool:
    """Whether the sentence before, in the lead, speaks of what the article is about."""
    section = next(
        (each for each in told.known.article.sections if each.heading == told.sentence.section), None
    )
    at = told.sentence.number - 2
    if section is None or not 0 <= at < len(section.sentences):
        return False
    former = section.sentences[at].text
    noun = told.known.subject.lower().split()
    begins = re.match(
        r"(?:The|It|This) ?([^,]{0,60}?) (?:was|took|marked|is|began|lasted|ended|resulted|saw|occurred)\b",
        former,
    )
    return begins is not None and (not begins[1] or any(word in noun for word in begins[1].lower().split()))


# --- what follows the verb ------------------------------------------------------------------------------------------


def _cut_complement(told: Told, clause: FoundClause) -> tuple[str, str, str, str]:
    """Return object, rest, the preposition of an object that has one, and who did it."""
    first, last = clause.complement.first, clause.complement.last
    agent, before_agent, after_agent = "", Span(first, last), Span(last, last)
    if clause.group.takes_agent:
        for at in range(first, last - 1):
            if told.chunks[at].lower == "by" and _is_agent(told, at + 1):
                end = _end_of_phrase(told.chunks, at + 1, last)
                agent = told.say(Span(at + 1, end))
                before_agent, after_agent = Span(first, at), Span(end, last)
                break
        rest = " ".join(each for each in (told.say(before_agent), told.say(after_agent)) if each)
        return "", rest, "", agent
    start = first
    while start < last and told.chunks[start].part in {Part.ADVERB, Part.ASIDE}:
        start += 1
    if start >= last:
        return "", told.say(Span(first, last)), "", ""
    if told.chunks[start].part is Part.PHRASE:
        end = _end_of_phrase(told.chunks, start, last)
        return told.say(Span(start, end)), told.say(Span(end, last)), "", ""
    is_joined = told.chunks[start].part is Part.PREPOSITION and start + 1 < last
    if is_joined and told.chunks[start + 1].part is Part.PHRASE and not told.say(Span(first, start)):
        end = _end_of_phrase(told.chunks, start + 1, last)
        return told.say(Span(start + 1, end)), told.say(Span(end, last)), told.chunks[start].lower, ""
    return "", told.say(Span(first, last)), "", ""


def _is_agent(told: Told, at: int) -> bool:
    chunk = told.chunks[at]
    return chunk.part is Part.PHRASE and not re.match(
        r"(?:\d|land|sea|air|water|rail|night|day|hand)\b", chunk.lower
    )


def _end_of_phrase(chunks: Sequence[Chunk], at: int, last: int) -> int:
    """Return where a phrase ends that may be a list: "Lél, Bulcsú and Súr"."""
    end = at + 1
    while end + 1 < last:
        if chunks[end].part is Part.ASIDE:
            end += 1
            continue
        joins = chunks[end].part in {Part.COMMA, Part.CONJUNCTION}
        if not joins:
            break
        after = end + 1
        if chunks[after].part is Part.CONJUNCTION:
            after += 1
        if after >= last or chunks[after].part is not Part.PHRASE:
            break
        end = after + 1
    return end


# --- when, and who says so ------------------------------------------------------------------------------------------


def _find_date(told: Told, clause: FoundClause) -> tuple[Dated | None, bool]:
    own = _own_dates(told, clause)
    if len(own) == 1:
        return own[0], own[0].is_sure
    if own or _has_unread_time(told, clause):
        return None, False
    leader = next((each for each in told.clauses if each.verb == clause.leader), None) or _claim_before(
        told, clause
    )
    if clause.way is Way.ABSOLUTE:
        leader = next(
            (each for each in reversed(told.clauses) if each.verb < clause.verb and each.way is Way.MAIN),
            None,
        )
    if leader is None and clause.opener in {"while", "whilst"}:
        leader = next((each for each in reversed(told.clauses) if each.verb < clause.verb), None)
    if leader is None or clause.way is Way.OTHER:
        return None, False
    dated, is_sure = _find_date(told, leader)
    is_shared = dated is not None and dated.is_bound and clause.way is not Way.TRAILING
    return dated, is_sure and not is_shared and not _is_later(told, clause)


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


def _own_dates(told: Told, clause: FoundClause) -> list[Dated]:
    spans = [
        told.offsets(Span(at, at + 1)) for at in _own_chunks(clause) if told.chunks[at].part is Part.DATE
    ]
    return [each for each in told.dated if any(start <= place_of(each) < end for start, end in spans)]


def _own_chunks(clause: FoundClause) -> Iterator[int]:
    yield from range(clause.intro.first, clause.intro.last)
    if clause.subject is not None and clause.way is Way.MAIN and clause.leader is None:
        yield from range(clause.subject.first, clause.verb)
    yield from range(clause.complement.first, clause.complement.last)


def _has_unread_time(told: Told, clause: FoundClause) -> bool:
    read = {place_of(each) for each in told.dated}
    return any(
        told.chunks[at].part is Part.DATE and told.tokens[told.chunks[at].first].start not in read
        for at in _own_chunks(clause)
    )


def _is_later(told: Told, clause: FoundClause) -> bool:
    """Whether a word says that this came after what the clause hangs on: "and then captured"."""
    between = [told.chunks[at].lower for at in range(clause.intro.first, clause.verb)]
    between.append(told.chunks[clause.verb].lower)
    return any(
        word in {"then", "later", "eventually", "finally", "subsequently", "soon"}
        for each in between
        for word in each.split()
    )


def _find_teller(told: Told, clause: FoundClause, start: int) -> str:
    """Return who says so: a claim before the clause, an "according to" of the sentence, or reports."""
    named = ""
    for each in told.attributions:
        if each.who and (is_standing(told.text, each) or each.end <= start + 1):
            named = each.who
    if named:
        return named
    hedges = [each for each in told.attributions if not each.who]
    end = told.tokens[told.chunks[max(clause.complement.last - 1, clause.verb)].last - 1].end
    return REPORTS if any(start - 15 <= each.start < end for each in hedges) else ""


# --- what speaks against it -----------------------------------------------------------------------------------------

_NOT_BELIEVED = frozenset({Kind.CLAIM, Kind.PLAN, Kind.FAIL, Kind.UNKNOWN})
_FEELINGS = words.word_set(
    "feel fear anticipate know understand foresee misjudge underestimate overestimate love hate prefer worry confuse"
    " deem let get see find like favour favor mean treat regard remember forget seem appear prove look require lack need"
)
_POINTING = re.compile(
    r"\b(?:he|she|it|they|him|them|this|these|those|that|such|who|which|whom|former|latter|others?|himself|themselves|itself"
    r"|same|one another|each other|there|so|as)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\b(?:his|her|its|their)\b", re.IGNORECASE)


def _find_doubts(
    told: Told, clause: FoundClause, subject: str, pieces: tuple[str, str, str, str]
) -> Iterator[str]:
    yield from _doubt_truth(told, clause)
    yield from _doubt_words(told, subject, pieces)
    if not is_main(clause) and clause.way is not Way.MODIFIER:
        yield "a side remark"
    if not clause.is_sure:
        yield "the subject is not certain"
    if _is_cut_short(told, clause):
        yield "more follows"


def _doubt_truth(told: Told, clause: FoundClause) -> Iterator[str]:
    """Say why a clause may not have come true."""
    group = clause.group
    leader = next((each.group for each in told.clauses if each.verb == clause.leader), group)
    if group.is_negated or leader.is_negated:
        yield "it did not happen"
    if group.is_unreal or leader.is_unreal:
        yield "a plan or a possibility"
    if clause.opener in words.CONDITIONS:
        yield "a condition"
    if group.known.kind in _NOT_BELIEVED or group.known.base in _FEELINGS:
        yield "a verb of opinion"
    own = told.chunks[clause.intro.first : clause.complement.last]
    if any(chunk.lower in {"not", "never", "no longer"} for chunk in told.chunks_of(clause.complement)):
        yield "it did not happen"
    if any(
        not words.DOUBTS.isdisjoint(chunk.lower.split(" ")) for chunk in own if chunk.part is not Part.PHRASE
    ):
        yield "only possible"


def _doubt_words(told: Told, subject: str, pieces: tuple[str, str, str, str]) -> Iterator[str]:
    """Say why the words of a clause may not stand alone."""
    said = " ".join(pieces)
    is_named = _has_name(told, pieces[3] or subject)
    points = _POINTING.search(subject) or _POINTING.search(said) or _POSSESSIVE.search(subject)
    if points or (_POSSESSIVE.search(said) and (pieces[3] or not is_named)):
        yield "a word that points elsewhere"
    if (not is_named and not has_capital(said) and not any(letter.isdigit() for letter in said)) or (
        not is_named and (subject.lower().split(" ")[0] in _ONE_OF_MANY or pieces[3])
    ):
        yield "nobody is named"
    if len(subject.split()) > 12 or len(said.split()) > 24:
        yield "long"
    if '"' in said or "“" in said or "”" in said:
        yield "quoted speech"


_ONE_OF_MANY = words.word_set("a an another some one each every most many")


_ASKS_FOR_MORE = words.word_set(
    "order direct instruct ask tell urge persuade convince allow enable permit force"
)


def _is_cut_short(told: Told, clause: FoundClause) -> bool:
    """Whether what the verb belongs to goes on where it is cut: "the road that led to Stell"."""
    end = clause.complement.last
    follows = told.chunks[end] if end < len(told.chunks) else None
    if follows is not None and follows.part is Part.RELATIVE and end > clause.verb:
        return True
    if clause.group.known.base in _ASKS_FOR_MORE and not clause.group.is_passive:
        return all(chunk.part is not Part.INFINITIVE for chunk in told.chunks_of(clause.complement))
    return False


def _has_name(told: Told, subject: str) -> bool:
    if subject == told.known.subject:
        return True
    names = {token.text for token in told.tokens if token.tag is Tag.NAME}
    return any(word.strip("'’s") in names or word in names for word in subject.split())
