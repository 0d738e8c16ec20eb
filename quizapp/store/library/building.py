"""Articles that a teacher is turning into banks: found, decided about and thrown away, always with their owner."""

from collections.abc import Collection

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from quizapp.store.library.queries import may_read
from quizapp.store.library.tables import Bank, Build, BuildChoice, Fact, Question

ACCEPTED, REJECTED, OPEN = "accepted", "rejected", "open"


def list_builds(session: Session, owner_id: int) -> list[Build]:
    """List a teacher's articles under review, the newest first."""
    query = select(Build).where(Build.owner_id == owner_id)
    return list(session.scalars(query.order_by(Build.created_at.desc(), Build.id)))


def count_builds(session: Session, owner_id: int) -> int:
    """Count a teacher's articles under review."""
    query = select(func.count()).select_from(Build).where(Build.owner_id == owner_id)
    return session.scalar(query) or 0


def find_build(session: Session, build_id: str, owner_id: int) -> Build | None:
    """Find an article under review of its owner."""
    return session.scalar(select(Build).where(Build.id == build_id, Build.owner_id == owner_id))


def insert_build(session: Session, build: Build) -> None:
    """Keep a new article under review."""
    session.add(build)
    session.flush()


def delete_build(session: Session, build_id: str, owner_id: int) -> None:
    """Throw a review away, with what was decided."""
    own = select(Build.id).where(Build.id == build_id, Build.owner_id == owner_id)
    session.execute(delete(BuildChoice).where(BuildChoice.build_id.in_(own)))
    session.execute(delete(Build).where(Build.id == build_id, Build.owner_id == owner_id))


def list_choices(session: Session, build_id: str) -> list[BuildChoice]:
    """List what was decided about the facts of an article."""
    query = select(BuildChoice).where(BuildChoice.build_id == build_id)
    return list(session.scalars(query.order_by(BuildChoice.fact_key)))


def write_verdicts(session: Session, build_id: str, keys: Collection[str], verdict: str, now: int) -> None:
    """Note a verdict about facts, each of which keeps its edited text and remembers the verdict before."""
    known = {choice.fact_key: choice for choice in list_choices(session, build_id)}
    for key in keys:
        choice = known.get(key)
        if choice is None:
            choice = BuildChoice(build_id=build_id, fact_key=key, verdict=OPEN, text="", at=0)
            session.add(choice)
        choice.former, choice.verdict, choice.at = choice.verdict, verdict, now


def write_text(session: Session, build_id: str, key: str, text: str) -> None:
    """Keep a fact as it was edited; its verdict stays."""
    choice = session.get(BuildChoice, (build_id, key))
    if choice is None:
        choice = BuildChoice(build_id=build_id, fact_key=key, verdict=OPEN, former=OPEN, at=0)
        session.add(choice)
    choice.text = text


def take_back_last(session: Session, build_id: str) -> list[str]:
    """Take back the verdicts that were given last, all of one moment; return the keys of their facts."""
    last = session.scalar(select(func.max(BuildChoice.at)).where(BuildChoice.build_id == build_id))
    if not last:
        return []
    mine = (BuildChoice.build_id == build_id, BuildChoice.at == last)
    keys = list(session.scalars(select(BuildChoice.fact_key).where(*mine).order_by(BuildChoice.fact_key)))
    session.execute(update(BuildChoice).where(*mine).values(verdict=BuildChoice.former, at=0))
    return keys


def list_others(session: Session, account_id: int, but: int | None, most: int) -> list[str]:
    """List the definitions of choices and typed questions in the banks that somebody may read, but for one bank."""
    query = (
        select(Question.definition)
        .join(Fact, Fact.id == Question.fact_id)
        .join(Bank, Bank.id == Fact.bank_id)
        .where(may_read(account_id), Bank.is_retired.is_(False), Question.is_retired.is_(False))
        .where(Question.type.in_(("choice", "text")), Bank.id != (but or 0))
    )
    query = query.order_by(Bank.position, Bank.id, Fact.position, Question.position, Question.id)
    return list(session.scalars(query.limit(most)))
