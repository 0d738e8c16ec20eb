"""What the clients were told against what is stored: every fault there can be, found and counted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlalchemy import func, select, text

from quizapp.services import study
from quizapp.store import Account, Card, Review, reading
from tests.kill.clients import Sent


@dataclass(frozen=True, slots=True)
class Faults:
    """How many of each there are; all 0 is what is promised."""

    lost: int
    """Acknowledged, and not in the log."""
    doubled: int
    """Rows of the log beyond one for each form, sent however often."""
    unsent: int
    """Rows with a key that nobody sent."""
    misjudged: int
    """Rows that grade otherwise than the client was told."""
    strangers: int
    """Accounts beyond one for each client."""
    wrong_cards: int
    """Cards that are not the fold of their log, or missing."""
    damage: int
    """What the database itself complains about."""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def find_faults(clients: Sequence[Sequence[Sent]]) -> Faults:
    """Compare what each client sent and was told with the database of the current application."""
    forms = {sent.key: sent for client in clients for sent in client}
    with reading() as session:
        logged = session.execute(select(Review.key, Review.mark).where(Review.kind == "answer")).all()
        accounts = session.scalar(select(func.count()).select_from(Account)) or 0
        facts = session.execute(select(Review.account_id, Review.fact_id).distinct()).all()
        cards = session.execute(select(Card.account_id, Card.fact_id)).all()
        is_sqlite = session.get_bind().dialect.name == "sqlite"
        complaints = session.scalars(text("PRAGMA integrity_check")).all() if is_sqlite else ["ok"]
    stored = Counter(row.key for row in logged)
    return Faults(
        lost=sum(1 for key, sent in forms.items() if sent.is_acknowledged and key not in stored),
        doubled=max(len(logged) - len(forms), sum(stored.values()) - len(stored)),
        unsent=sum(1 for key in stored if key not in forms),
        misjudged=sum(1 for row in logged if row.key in forms and (row.mark == 1) != forms[row.key].is_right),
        strangers=max(0, accounts - len(clients)),
        wrong_cards=sum(1 for _ in study.rebuild(check_only=True))
        + len({tuple(row) for row in facts} ^ {tuple(row) for row in cards}),
        damage=sum(1 for complaint in complaints if complaint != "ok"),
    )
