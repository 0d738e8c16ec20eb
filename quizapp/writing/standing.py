"""How what is told stands to the battle: before it, in it, after it, or at its time, where that is left open."""

import re

from quizapp.article.fact import Fact
from quizapp.article.model import LEAD, Article, Section
from quizapp.values.dates import Precision, When
from quizapp.values.text import word_list

_BEFORE = re.compile(
    r"\b(?:background|prelude|origins?|prior|lead-?up|context|causes?|opposing|preparations?|plans?|planning)\b",
    re.IGNORECASE,
)
_KINDS = frozenset(
    word_list("The Battle Siege Operation Campaign Offensive Raid First Second Third Landing Invasion")
)
_AFTER = re.compile(r"\b(?:aftermath|consequences?|legacy|subsequent)\b", re.IGNORECASE)
_BATTLE_BEGINS = re.compile(
    r"(?:the )?(?:battle|siege|fighting|assault|attack|combat|course|offensive|raid|landings?|engagement)\b"
    r"|(?:the )?(?:first day|day one|opening)\b|.*\b(?:battle|siege|offensive)$",
    re.IGNORECASE,
)
_IN_BATTLE = re.compile(r"\b(?:[Ii]n|[Dd]uring) the (?:battle|siege|fighting|attack|raid|ensuing battle)\b")


def stand(fact: Fact, span: When | None, early: frozenset[str], title: str = "") -> str:
    """Return "Before", "In", "After" or "At the time of": by the date, else by the section.

    span is the battle's; early are the sections of which not everything need be of the battle. Where nothing says
    when that was, a day of the place that its title names may be its own.
    """
    when = fact.date
    if when is not None and span is not None and span.earliest is not None and span.latest is not None:
        first, last = when.earliest, when.latest
        if last is not None and last < span.earliest:
            return "Before"
        if (first or last or 0) > span.latest:
            return "After"
        if first is not None and last is not None and span.earliest <= first and last <= span.latest:
            return "In"
    if when is not None and span is None and _is_at_place(fact, title):
        return "At the time of"
    if _BEFORE.search(fact.evidence.section):
        return "Before"
    if _AFTER.search(fact.evidence.section):
        return "At the time of" if _is_told_back(fact) else "After"
    is_early = fact.evidence.section in early and not _IN_BATTLE.search(fact.evidence.quote)
    is_open = is_early or _is_told_back(fact) if when is None else when.precision is not Precision.DAY
    return "At the time of" if is_open else "In"


def _is_at_place(fact: Fact, title: str) -> bool:
    """Whether a clause names the place that a battle is called after: "Sarn was assaulted", of the Sarn campaign."""
    names = {word for word in word_list(title) if word[:1].isupper()} - _KINDS
    clause = fact.clause
    told = f"{clause.subject} {clause.object} {clause.rest}" if clause is not None else ""
    return any(re.search(rf"\b{re.escape(name)}\b", told) for name in names)


def _is_told_back(fact: Fact) -> bool:
    """Whether the text looks back to it from later: "Rome was humbled, for the Parthians had captured its eagles"."""
    if fact.clause is None:
        return False
    done = re.escape(fact.clause.verb.participle)
    return re.search(rf"\bhad (?:[a-z]+ ){{0,2}}{done}\b", fact.evidence.quote) is not None


def list_fought_in(article: Article) -> tuple[Section, ...]:
    """Return the lead and the sections of the battle itself, none before or after it, nor parts of such."""
    kept: list[Section] = []
    is_around = False
    for section in article.sections:
        is_named_so = bool(_BEFORE.search(section.heading) or _AFTER.search(section.heading))
        is_around = is_named_so if section.level == 1 else is_around or is_named_so
        if not is_around:
            kept.append(section)
    return tuple(kept)


def find_early(article: Article) -> frozenset[str]:
    """Return the lead, and the chapters before the first that is headed "Battle", if one is.

    A part of a chapter is left out: a chapter "Battle" that only holds parts is no section itself.
    """
    sections = article.sections
    first = next((at for at, section in enumerate(sections) if _BATTLE_BEGINS.match(section.heading)), 0)
    return frozenset((LEAD, *(section.heading for section in sections[:first] if section.level == 1)))
