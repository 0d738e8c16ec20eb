"""What speaks against believing a clause, or against its standing alone."""

import re
from collections.abc import Iterator

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import Part
from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.groups import BEING
from quizapp.article.grammar.tokens import Tag
from quizapp.article.grammar.verbs import Kind
from quizapp.article.statements.cuts import find_cuts
from quizapp.article.statements.naming import has_name, is_taken_for
from quizapp.article.statements.patterns import has_capital
from quizapp.article.statements.risks import find_risks
from quizapp.article.statements.told import Told, is_main
from quizapp.values.text import word_set

_NOT_BELIEVED = frozenset({Kind.CLAIM, Kind.PLAN, Kind.FAIL})
_FEELINGS = word_set(
    "feel fear anticipate know understand foresee misjudge underestimate overestimate love hate prefer worry confuse"
    " deem let get see find like favour favor mean treat regard remember forget seem appear prove look require lack"
    " need"
)
_POINTING = re.compile(
    r"\b(?:he|she|it|they|him|them|this|these|those|that|such|who|which|whom|former|latter|others?|himself"
    r"|themselves|both(?=(?-i: [a-z]))|itself|what"
    r"|same|one another|each other|there|so)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:no|none|neither|nobody|few|little)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:his|her|its|their)\b", re.IGNORECASE)


def find_doubts(
    told: Told, clause: FoundClause, subject: str, pieces: tuple[str, str, str, str]
) -> Iterator[str]:
    """Yield why a clause is not certain."""
    pronoun = is_taken_for(told, clause)
    if pronoun:
        yield f'"{pronoun}" is taken for {subject}'
    yield from _doubt_truth(told, clause, has_object=bool(pieces[0]))
    yield from _doubt_words(told, subject, pieces)
    if clause.group.known is BEING and _POSSESSIVE.search(pieces[0]):
        yield "a word that points elsewhere"  # "Orm and Lerra were its first users"
    if not is_main(clause) and clause.way is not Way.MODIFIER and not _is_of_a_person(told, clause):
        yield "a side remark"
    if not clause.is_sure:
        yield "the subject is not certain"
    if _is_cut_short(told, clause) or _acts_on_itself(told, clause):
        yield "more follows"
    yield from find_cuts(told, clause, subject, pieces)
    yield from find_risks(told, clause, subject, pieces)


def _is_of_a_person(told: Told, clause: FoundClause) -> bool:
    """Whether a "who" behind a comma means the one person named before it: "Rhett, who had left Stell, ...".

    So does a "which" that means one named thing: "the Treaty of Stell, which was signed in 1313".
    """
    subject = clause.subject
    if clause.way is not Way.RELATIVE or subject is None or not clause.is_sure:
        return False
    if clause.opener not in {"who", "which"}:
        return False
    tokens = told.tokens[told.chunks[subject.first].first : told.chunks[subject.last - 1].last]
    joint = told.chunks[subject.first - 1].part if subject.first else Part.STOP
    behind = told.chunks[subject.last : subject.last + 1]
    is_apart = bool(behind) and behind[0].part is Part.COMMA
    is_named = tokens[-1].tag is Tag.NAME and not any(token.tag is Tag.PREPOSITION for token in tokens)
    if clause.opener == "which":
        is_one = subject.last == subject.first + 1 and tokens[0].tag in {Tag.DETERMINER, Tag.NAME}
        is_led = subject.first > 0 and told.chunks[subject.first - 1].lower in {"under", "by"}
        return is_apart and is_one and is_named and not is_led and tokens[0].lower not in {"a", "an"}
    return is_apart and is_named and joint not in {Part.PREPOSITION, Part.CONJUNCTION, Part.COMMA}


def _doubt_truth(told: Told, clause: FoundClause, *, has_object: bool) -> Iterator[str]:
    """Say why a clause may not have come true."""
    group = clause.group
    leader = next((each.group for each in told.clauses if each.verb == clause.leader), group)
    if group.is_negated or leader.is_negated:
        yield "it did not happen"
    if group.is_unreal or leader.is_unreal:
        yield "a plan or a possibility"
    if clause.opener in words.CONDITIONS:
        yield "a condition"
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


def _begins_in_doubt(told: Told, clause: FoundClause) -> bool:
    """Whether the sentence says first that it is only likely: "More likely it was ..., struck by Rhett"."""
    before = told.chunks[: clause.verb]
    stop = next((at for at in range(len(before) - 1, -1, -1) if before[at].part is Part.STOP), -1)
    first = next((at for at in range(stop + 1, len(before)) if before[at].group is not None), len(before))
    opening = {word for chunk in before[stop + 1 : first] for word in chunk.lower.split()}
    return not words.DOUBTS.isdisjoint(opening)


def _doubt_words(told: Told, subject: str, pieces: tuple[str, str, str, str]) -> Iterator[str]:
    """Say why the words of a clause may not stand alone."""
    said = " ".join(pieces)
    is_named = has_name(told, pieces[3] or subject) or (bool(pieces[3]) and has_name(told, subject))
    points = _POINTING.search(subject) or _POINTING.search(said) or _POSSESSIVE.search(subject)
    if points or (_POSSESSIVE.search(said) and (pieces[3] or not is_named)):
        yield "a word that points elsewhere"
    has_date = any(chunk.part is Part.DATE for chunk in told.chunks)
    is_empty = not has_capital(said) and not any(letter.isdigit() for letter in said)
    if not is_named and is_empty:
        yield "nobody is named"
    elif not is_named and (
        pieces[3] or not (has_capital(said) or has_date) or subject.lower().split(" ")[0] in _ONE_OF_MANY
    ):
        yield "who did it has no name"
    if len(subject.split()) > 12 or len(said.split()) > 24:
        yield "long"
    if '"' in said or "“" in said or "”" in said:
        yield "quoted speech"


_ONE_OF_MANY = word_set("a an another some one each every most many")


def _acts_on_itself(told: Told, clause: FoundClause) -> bool:
    """Whether what it was done to is the one who did it: "established himself", whose pronoun is left out."""
    own = told.chunks[clause.verb + 1 : clause.verb + 2]
    return bool(own) and own[0].is_pronoun and own[0].lower.endswith(("self", "selves"))


_ASKS_FOR_MORE = word_set("order direct instruct ask tell urge persuade convince allow enable permit force")


def _is_cut_short(told: Told, clause: FoundClause) -> bool:
    """Whether what the verb belongs to goes on where it is cut: "the road that led to Stell"."""
    end = clause.complement.last
    follows = told.chunks[end] if end < len(told.chunks) else None
    if follows is not None and follows.part is Part.RELATIVE and end > clause.verb:
        return True
    if clause.group.known.base in _ASKS_FOR_MORE and not clause.group.is_passive:
        return all(chunk.part is not Part.INFINITIVE for chunk in told.chunks_of(clause.complement))
    return False
