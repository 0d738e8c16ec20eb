"""What is right more often than not, but too often wrong to be believed without a second look.

Each of these doubts was found by reading what was confidently found in real articles, and is there because less than
nine in ten of those with it were right. Of participles more stands in voices.py, of "their" and "his" in owners.py.
"""

import re
from collections.abc import Iterator

from quizapp.article.grammar.clause import FoundClause, Way
from quizapp.article.grammar.groups import BEING, HAVING
from quizapp.article.grammar.verbs import Kind
from quizapp.article.statements.heads import LOOSE_SUBJECT
from quizapp.article.statements.owners import is_owned_by_another
from quizapp.article.statements.told import Told
from quizapp.article.statements.voices import OTHER_NOUN, doubt_voice

_FOR_A_WHILE = "only for a while"
_SAYS_WHEN = "told to say when another thing was"
_OWNED_BY_ANOTHER = "whose it was is not certain"
_COMPARED = "compared with what is not said"
_ONE_OF_TWO = "one of two"
RISKS = frozenset(
    {LOOSE_SUBJECT, OTHER_NOUN, _FOR_A_WHILE, _SAYS_WHEN, _OWNED_BY_ANOTHER, _COMPARED, _ONE_OF_TWO}
)
"""They do not count where a fact is left out because of more than one doubt."""

_HER = re.compile(r"\bher(?=$|,| (?:to|in|at|on|by|with|from|into|for|of|and|near|off|as)\b)")
_OWNER = re.compile(r"\b(?:their|its|his|her)\b")
_AT_FIRST = re.compile(
    r"\b(?:initially|originally|(?:at|from the) first|at the (?:outset|start|beginning)(?! of)|until (?:then|now)"
    r"|so far|(?:up )?to (?:this|that) point|(?:at|by) (?:this|that|the) (?:time|point|stage|moment)|briefly"
    r"|temporarily|for (?:a|some) (?:time|while)|at one (?:point|time))\b",
    re.IGNORECASE,
)
_DONE = frozenset({Kind.HARM, Kind.TAKE, Kind.LOSE, Kind.STRIKE, Kind.CHANGE, Kind.HAPPEN})
_MORE_OR_LESS = re.compile(
    r"(?:\w+ly |much |far |even |[\d,.]+ )?"
    r"(?:more|fewer|less|greater|smaller|larger|longer|lower|higher|better|worse)"
    r" (?!than\b)(?!.*\bthan\b)[A-Za-z]"
)


def find_risks(
    told: Told, clause: FoundClause, subject: str, pieces: tuple[str, str, str, str]
) -> Iterator[str]:
    """Yield why a clause should be looked at, although nothing says that it is wrong."""
    said = " ".join(each for each in pieces if each)
    yield from doubt_voice(told, clause, subject, pieces[3])
    if _lasts_a_while(told, clause, said):
        yield _FOR_A_WHILE
    if _only_lasts(pieces):
        yield _FOR_A_WHILE
    if any(chunk.lower in _ON_THE_PAGE for chunk in told.chunks[clause.verb : clause.complement.last]):
        yield "a word that points elsewhere"
    if _says_when(clause):
        yield _SAYS_WHEN
    if clause.group.acting.kind is not Kind.CHANGE and _lacks_comparison(f"{pieces[0]} {pieces[1]}"):
        yield _COMPARED
    if clause.group.acting.kind is Kind.UNKNOWN and clause.group.acting.base.startswith("un"):
        yield LOOSE_SUBJECT  # "heavy but unquantified losses"
    if told.chunks[clause.verb - 1].lower == "or":
        yield _ONE_OF_TWO  # "40 men were killed or wounded"
    if is_owned_by_another(told, clause, subject, pieces[0], said):
        yield _OWNED_BY_ANOTHER
    is_beside = clause.way in {Way.MODIFIER, Way.ABSOLUTE}
    if _HER.search(said) or (is_beside and _OWNER.search(said)):
        yield "a word that points elsewhere"


def _lasts_a_while(told: Told, clause: FoundClause, said: str) -> bool:
    """Whether the words that say it was so only at first are left out: "Tyll was at first victorious"."""
    is_state = clause.group.known in {BEING, HAVING} or clause.group.acting.kind not in _DONE
    if not is_state:
        return False
    first = clause.subject.last if clause.subject is not None and clause.leader is None else clause.verb
    first = min(clause.intro.first, first) if clause.intro.last else first
    words = " ".join(chunk.text for chunk in told.chunks[first : clause.complement.last])
    found = _AT_FIRST.search(words)
    return found is not None and found.group().lower() not in said.lower()


_STRETCH = re.compile(
    r"(?:the |a )?(?:next|following|coming|ensuing|first|last|few|several)\b.*(?:hour|day|week|month|year)s"
)
_ON_THE_PAGE = frozenset({"here", "herein"})


def _only_lasts(pieces: tuple[str, str, str, str]) -> bool:
    """Whether a stretch of time was taken for what was done: "went on over the next few days"."""
    is_whole = _STRETCH.fullmatch(pieces[0]) is not None and (bool(pieces[2]) and not pieces[1])
    return is_whole or (not pieces[2] and _STRETCH.match(pieces[0]) is not None)


def _says_when(clause: FoundClause) -> bool:
    """Whether the clause is only told to say when another thing was: "had to wait until Tyll was in place"."""
    return clause.opener in {"until", "before", "till"}


def _lacks_comparison(said: str) -> bool:
    """Whether more or less of something is said without than what: "suffered fewer casualties"."""
    return _MORE_OR_LESS.match(said) is not None
