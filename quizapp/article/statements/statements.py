"""A clause as a statement: who did what, to whom, when, who says so, and what speaks against believing it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.article.dates import Dated
from quizapp.article.fact import Clause
from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import VERBAL, Chunk, Part, Span
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.subjects import cut_to_person
from quizapp.article.statements.doubts import find_doubts
from quizapp.article.statements.naming import name_home, name_subject
from quizapp.article.statements.timing import find_date, find_teller
from quizapp.article.statements.told import Told
from quizapp.values.text import word_set


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
    is_plural: bool = False

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
        verb = type(verb)(verb.base, verb.past, verb.participle, particle)
        return Clause(
            self.subject, verb, self.object, self.rest, self.is_passive, self.agent, self.is_plural, counted
        )


_PLURALS = word_set("men troops forces people infantrymen marines cavalrymen police guards")


_SEVERAL = re.compile(
    r"\b(?:units|troops|forces|soldiers|men|ships|divisions|regiments|battalions|brigades)\b(?!['’])"
)


_MANY = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty) (?!of\b)"
)


def is_plural_phrase(phrase: str) -> bool:
    """Whether a phrase is of several: "Syrian soldiers", "Lél and Súr", "the Japanese"."""
    lower = phrase.lower()
    if lower.startswith(("many ", "several ", "both ")) or _MANY.match(lower):
        return True
    if ", " in lower and " and " in lower.rpartition(", ")[2]:
        return True
    head = re.split(r" (?:of|in|on|at|under|from|against|for|near|between|with)\b", lower)[0]
    last = head.rpartition(" ")[2]
    if lower.startswith("the ") and last.endswith(("ese", "ish", "nch", "tch", "iss")):
        return True
    if _SEVERAL.search(head):
        return True
    named = phrase[: len(head)].rpartition(" ")[2]
    is_name = named[:1].isupper() and not lower.startswith(
        ("the ", *"0123456789")
    )  # "Torres", not "the Bavarians"
    if is_name and " and " not in head and last not in _PLURALS:
        return False
    if " and " in head or lower.startswith(("most of", "many of", "some of", "all of")) or last in _PLURALS:
        return True
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "’s"))


def find_statements(told: Told) -> tuple[Statement, ...]:
    """Return what the clauses of a sentence state; a clause without a subject that can be named is none."""
    return tuple(each for clause in told.clauses if (each := _state(told, clause)) is not None)


def _state(told: Told, clause: FoundClause) -> Statement | None:
    if clause.subject is None:
        return None
    subject = name_subject(told, clause.subject)
    if clause.way is Way.RELATIVE and clause.opener == "who":
        subject = cut_to_person(subject)
    if not subject:
        return None
    said, rest, preposition, agent = _cut_complement(told, clause)
    pronoun = said.lower() if said.lower() in {"it", "them"} and not preposition else ""
    if pronoun:
        said = _name_object(told, clause, pronoun) or said
    pieces = (name_home(told, said), name_home(told, rest), preposition, name_home(told, agent))
    dated, is_sure = find_date(told, clause)
    start, end = _extent(told, clause)
    return Statement(
        clause,
        subject,
        *pieces,
        dated,
        is_sure,
        find_teller(told, clause, start),
        (*_doubt_object(pronoun, said), *find_doubts(told, clause, subject, pieces)),
        start,
        end,
        _is_plural(told, clause, subject),
    )


def _is_plural(told: Told, clause: FoundClause, subject: str) -> bool:
    """Whether the subject is several: what its verb says, else what it looks like."""
    first = told.tokens[clause.group.first].lower
    if clause.leader is None and first in {"was", "is", "has", "were", "are", "have"}:
        return first in {"were", "are", "have"}
    return is_plural_phrase(subject)


def _name_object(told: Told, clause: FoundClause, pronoun: str) -> str:
    """Return what the clause before acted on, for the "it" of "stormed the mill and burned it"; nothing in doubt."""
    leader = told.find_leader(clause)
    if leader is None or leader.group.takes_agent or leader.group.is_unreal or leader.group.is_negated:
        return ""
    said, _, preposition, _ = _cut_complement(told, leader)
    is_several = is_plural_phrase(said)
    is_thing = bool(said) and not preposition and said.lower() not in words.PRONOUNS
    return said if is_thing and is_several == (pronoun == "them") else ""


def _doubt_object(pronoun: str, said: str) -> Iterator[str]:
    if pronoun and said.lower() != pronoun:
        yield f'"{pronoun}" is taken for {said}'


def _extent(told: Told, clause: FoundClause) -> tuple[int, int]:
    assert clause.subject is not None
    starts = [told.tokens[told.chunks[clause.verb].first].start]
    if clause.leader is None:
        starts.append(told.offsets(clause.subject)[0])
    last = clause.complement.last if clause.complement.last > clause.verb else clause.verb + 1
    return min(starts), told.tokens[told.chunks[last - 1].last - 1].end


def _cut_complement(told: Told, clause: FoundClause) -> tuple[str, str, str, str]:
    """Return object, rest, the preposition of an object that has one, and who did it."""
    first, last = clause.complement.first, clause.complement.last
    if clause.group.takes_agent:
        is_beside = clause.way is Way.MODIFIER and clause.group.acting.base in {"lead", "command", "head"}
        rest, agent = _cut_agent(told, first, last, is_beside=is_beside)
        return "", rest, "", agent
    start = first
    while start < last and told.chunks[start].part in {Part.ADVERB, Part.ASIDE}:
        start += 1
    if start < last and told.chunks[start].part is Part.PHRASE:
        end = _end_of_phrase(told.chunks, start, last)
        if end == last and _names_at(told, start, last):
            return f"{told.say(Span(start, end))}, {told.say(Span(last + 1, last + 2))}", "", "", ""
        return told.say(Span(start, end)), told.say(Span(end, last)), "", ""
    is_joined = start + 1 < last and told.chunks[start].part is Part.PREPOSITION
    if is_joined and told.chunks[start + 1].part is Part.PHRASE and not told.say(Span(first, start)):
        end = _end_of_phrase(told.chunks, start + 1, last)
        return told.say(Span(start + 1, end)), told.say(Span(end, last)), told.chunks[start].lower, ""
    rest = told.say(Span(first, last))
    return "", "" if rest.lower() in _EMPTY else rest, "", ""


_ASKS_FOR_NAME = re.compile(r"(?:his|her|its|their|an?) (?!.*[A-Z].* of )")


def _names_at(told: Told, start: int, comma: int) -> bool:
    """Whether a name stands behind a comma for what has none: "succeeded his father, Edgar III, ..."."""
    behind = told.chunks[comma : comma + 3]
    if len(behind) < 2 or [each.part for each in behind[:2]] != [Part.COMMA, Part.PHRASE]:
        return False
    is_last = len(behind) < 3 or behind[2].part in {Part.COMMA, Part.STOP, Part.SUBORDINATOR}
    name = behind[1].text.removeprefix("the ")
    is_name = name[:1].isupper() and behind[1].text[:1] != name[:1].lower()
    return is_last and is_name and _ASKS_FOR_NAME.match(told.say(Span(start, comma))) is not None


def _takes_in_another(told: Told, start: int, end: int) -> bool:
    """Whether an "and the" goes on with another than who did it: "the League led by Rhett and the Guard"."""
    joint = told.chunks[start : start + 2]
    is_joined = end > start and len(joint) > 1 and joint[0].part is Part.CONJUNCTION
    return is_joined and joint[1].lower.startswith("the ")


def _cut_agent(told: Told, first: int, last: int, *, is_beside: bool = False) -> tuple[str, str]:
    """Return the rest of a passive clause, and who did it; in a clause that hangs on a noun it is one only."""
    for at in range(first, last - 1):
        if told.chunks[at].part in VERBAL:
            break
        if told.chunks[at].lower == "by" and _is_agent(told, at + 1):
            end = _end_of_phrase(told.chunks, at + 1, last)
            if is_beside and _takes_in_another(told, at + 2, end):
                end = last = at + 2
            while _is_event_at(told, end, last):
                end += 2
            after = next((each for each in range(end, last) if told.chunks[each].part in VERBAL), last)
            pieces = (told.say(Span(first, at)), told.say(Span(end, after)))
            return " ".join(each for each in pieces if each), told.say(Span(at + 1, end))
    return told.say(Span(first, last)), ""


def _is_event_at(told: Told, end: int, last: int) -> bool:
    """Whether a place belongs to an event that ends there: "preceded by the attack | on Stell"."""
    if end + 1 >= last or told.chunks[end].lower not in {"on", "at", "in", "against", "between"}:
        return False
    head = told.chunks[end - 1].lower.rpartition(" ")[2]
    is_event = head in words.EVENT_NOUNS or head in {"defeat", "victory"}
    return told.chunks[end + 1].part is Part.PHRASE and is_event


_EMPTY = word_set("only even just again too so also twice once well further almost")


_NO_AGENT = re.compile(
    r"(?:land|sea|air|water|rail|night|day|hand)\b"
    r"|(?:the |an? )?(?:orders?|means|virtue|way|dint|decree|reason) of\b"
    r"|[\d:.,]+ ?(?:$|%|percent|per cent|km|m|mi|miles|am|pm|a\.m|p\.m|hours)\b"
)


def _is_agent(told: Told, at: int) -> bool:
    chunk = told.chunks[at]
    return chunk.part is Part.PHRASE and _NO_AGENT.match(chunk.lower) is None


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
        if after + 1 < last and chunks[after].part is Part.ADVERB and chunks[after].lower.endswith("ly"):
            after += 1  # "more seasoned and tactically skilled"
        if after >= last or chunks[after].part is not Part.PHRASE:
            break
        if after + 1 < last and chunks[after + 1].lower == "by":
            break  # "was led by Rhett, the centre by Tyll"
        end = after + 1
    return end
