"""From what was drafted to a bank: the file that a teacher reviews, publishes or downloads."""

from quizapp.article.fact import INFOBOX
from quizapp.bank.rebuilding.built import write_built
from quizapp.bank.schema import LONGEST_LINE, Bank, Evidence, Fact, Source
from quizapp.writing.draft import Draft, Drafted


class NothingToAsk(ValueError):
    """A draft without a question that a bank could hold."""


def build_bank(draft: Draft, url: str = "", licence: str = "") -> Bank:
    """Return the bank of a draft; raises NothingToAsk, and ValueError for a source that is none.

    What is too long for a bank is left out; only headings are cut.
    """
    asked = [drafted for drafted in draft.facts if drafted.questions and _has_room(drafted)]
    known = {drafted.id for drafted in asked}
    facts = tuple(_build_fact(drafted, known) for drafted in asked)
    if not facts:
        raise NothingToAsk(
            "no question could be written; give an article in English, with whole sentences that say who did what"
        )
    source = Source(title=draft.title, url=url, licence=licence)
    return Bank(title=draft.title, source=source, built=write_built(facts), facts=facts)


def _has_room(drafted: Drafted) -> bool:
    """Whether a bank can hold the lines of a fact: a name may be as long as a sentence, and be told twice in it."""
    return max(len(drafted.statement), len(drafted.facts[0].according_to)) <= LONGEST_LINE


def _build_fact(drafted: Drafted, known: set[str]) -> Fact:
    first = drafted.facts[0]
    alone = len(drafted.facts) == 1
    return Fact(
        id=drafted.id,
        statement=drafted.statement,
        evidence=_cite(drafted) if alone else None,
        according_to=first.according_to if alone else "",
        topic=drafted.topic[:LONGEST_LINE],
        mentions=tuple(id_ for id_ in drafted.mentions if id_ in known),
        questions=drafted.questions,
    )


def _cite(drafted: Drafted) -> Evidence:
    evidence = drafted.facts[0].evidence
    sentence = evidence.sentence if isinstance(evidence.sentence, int) else None
    section = f"{INFOBOX}, {evidence.sentence}" if sentence is None else evidence.section
    return Evidence(section=section[:LONGEST_LINE], sentence=sentence, quote=evidence.quote)
