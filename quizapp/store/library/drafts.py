"""Files that a teacher is checking: found, kept and thrown away, always with their owner."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from quizapp.store.library.tables import Draft


def list_drafts(session: Session, owner_id: int) -> list[Draft]:
    """List a teacher's drafts, the newest first."""
    query = select(Draft).where(Draft.owner_id == owner_id)
    return list(session.scalars(query.order_by(Draft.created_at.desc(), Draft.id)))


def count_drafts(session: Session, owner_id: int) -> int:
    """Count a teacher's drafts."""
    query = select(func.count()).select_from(Draft).where(Draft.owner_id == owner_id)
    return session.scalar(query) or 0


def find_draft(session: Session, draft_id: str, owner_id: int) -> Draft | None:
    """Find a draft of its owner."""
    return session.scalar(select(Draft).where(Draft.id == draft_id, Draft.owner_id == owner_id))


def find_draft_of(session: Session, bank_id: int, owner_id: int) -> Draft | None:
    """Find a teacher's newest draft of a bank."""
    query = select(Draft).where(Draft.bank_id == bank_id, Draft.owner_id == owner_id)
    return session.scalar(query.order_by(Draft.created_at.desc(), Draft.id).limit(1))


def insert_draft(session: Session, draft: Draft) -> None:
    """Keep a new draft."""
    session.add(draft)
    session.flush()


def replace_text(session: Session, draft_id: str, seen: str, text: str) -> bool:
    """Replace the text of a draft; False if it no longer is the text that was seen."""
    where = (Draft.id == draft_id, Draft.text == seen)
    return bool(session.execute(update(Draft).where(*where).values(text=text)).rowcount)  # type: ignore[attr-defined]


def bind_draft(session: Session, draft_id: str, bank_id: int) -> None:
    """Say which bank a draft replaces from now on."""
    session.execute(update(Draft).where(Draft.id == draft_id).values(bank_id=bank_id))


def delete_draft(session: Session, draft_id: str, owner_id: int) -> None:
    """Delete a draft of its owner."""
    session.execute(delete(Draft).where(Draft.id == draft_id, Draft.owner_id == owner_id))
