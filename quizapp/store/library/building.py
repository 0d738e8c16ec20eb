"""Articles that a teacher is turning into banks: found, decided about and thrown away, always with their owner."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session, defer

from quizapp.store.library.tables import Bank, Build, BuildStep

ACCEPTED, REJECTED, OPEN = "accepted", "rejected", "open"
BEGINNING = 120
"""Characters of an article that a list of reviews reads."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What counts for a drafted fact: its verdict, and its YAML if it was edited."""

    verdict: str = OPEN
    text: str = ""


def list_builds(session: Session, owner_id: int) -> list[tuple[Build, str, str | None]]:
    """List a teacher's reviews, each with the beginning of its article and the key of its bank, the newest first."""
    query = select(Build, func.substr(Build.text, 1, BEGINNING), Bank.key)
    query = query.join(Bank, Bank.id == Build.bank_id, isouter=True)
    query = query.where(Build.owner_id == owner_id).order_by(Build.created_at.desc(), Build.id)
    unread = (Build.text, Build.notes, Build.bank_text)
    found = session.execute(query.options(*(defer(each, raiseload=True) for each in unread)))
    return [(build, beginning, key) for build, beginning, key in found]


def find_build(session: Session, build_id: str, owner_id: int) -> Build | None:
    """Find an article under review of its owner."""
    return session.scalar(select(Build).where(Build.id == build_id, Build.owner_id == owner_id))


def find_build_of_draft(session: Session, draft_id: str, owner_id: int) -> str | None:
    """Find the id of the review that somebody's draft was made of."""
    return session.scalar(select(Build.id).where(Build.draft_id == draft_id, Build.owner_id == owner_id))


def find_same_builds(session: Session, build: Build) -> list[tuple[str, str]]:
    """Find one's own reviews of the same text for the same bank, not published yet: ids, and what was drafted."""
    query = select(Build.id, Build.made).where(Build.owner_id == build.owner_id, Build.text == build.text)
    query = query.where(Build.bank_id.is_not_distinct_from(build.bank_id), Build.bank_text == build.bank_text)
    query = query.where(Build.published_at.is_(None)).order_by(Build.created_at.desc())
    return [(id_, made) for id_, made in session.execute(query)]


def insert_build(session: Session, build: Build) -> None:
    """Keep a new article under review."""
    session.add(build)
    session.flush()


def hold_build(session: Session, build_id: str, owner_id: int) -> bool:
    """Let nobody else take a step in a review until the transaction ends; False: its owner has none such."""
    query = select(Build.id).where(Build.id == build_id, Build.owner_id == owner_id)
    return session.scalar(query.with_for_update()) is not None


def delete_build(session: Session, build_id: str, owner_id: int) -> None:
    """Throw a review away, with what was decided."""
    own = select(Build.id).where(Build.id == build_id, Build.owner_id == owner_id)
    session.execute(delete(BuildStep).where(BuildStep.build_id.in_(own)))
    session.execute(delete(Build).where(Build.id == build_id, Build.owner_id == owner_id))


def count_decided(session: Session, owner_id: int) -> dict[str, int]:
    """Count the facts with a verdict in each review of a teacher, by its id."""
    query = select(BuildStep.build_id, BuildStep.fact_key, BuildStep.verdict).join(Build)
    query = query.where(Build.owner_id == owner_id).order_by(BuildStep.number)
    last = {(build_id, key): verdict for build_id, key, verdict in session.execute(query)}
    return Counter(build_id for (build_id, _), verdict in last.items() if verdict != OPEN)


def find_choices(session: Session, build_id: str) -> tuple[dict[str, Choice], int]:
    """Find what counts for each fact that was decided about, by its key, and the number of the last step."""
    query = select(BuildStep.number, BuildStep.fact_key, BuildStep.verdict, BuildStep.text)
    query = query.where(BuildStep.build_id == build_id).order_by(BuildStep.number, BuildStep.fact_key)
    choices, last = {}, 0
    for number, key, verdict, text in session.execute(query):
        choices[key], last = Choice(verdict, text), number
    return choices, last


def insert_step(session: Session, build_id: str, number: int, choices: Mapping[str, Choice]) -> None:
    """Keep what one step of a review decided; a step that decided nothing leaves no trace."""
    named = {"build_id": build_id, "number": number}
    written = [
        {**named, "fact_key": key, "verdict": each.verdict, "text": each.text}
        for key, each in choices.items()
    ]
    if written:
        session.execute(insert(BuildStep), written)


def delete_step(session: Session, build_id: str, number: int) -> list[str]:
    """Take one step of a review away; return the keys of its facts."""
    mine = (BuildStep.build_id == build_id, BuildStep.number == number)
    keys = list(session.scalars(select(BuildStep.fact_key).where(*mine).order_by(BuildStep.fact_key)))
    session.execute(delete(BuildStep).where(*mine))
    return keys


def bind_to_draft(session: Session, build_id: str, draft_id: str) -> None:
    """Say which draft was made of what is accepted in a review."""
    session.execute(update(Build).where(Build.id == build_id).values(draft_id=draft_id))


def note_published(session: Session, draft_id: str, bank: Bank, now: int) -> None:
    """Note in the review that a draft was made of that it is published, and as which bank."""
    said = {"bank_id": bank.id, "bank_text": bank.text, "published_at": now}
    session.execute(update(Build).where(Build.draft_id == draft_id).values(**said))
