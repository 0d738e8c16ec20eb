"""Who may be asked a bank: the rule in Python and the rule in SQL say the same of every reader and every bank."""

import itertools
import random

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.services import library, study
from quizapp.services.errors import NotThere, Refused
from quizapp.services.library.rights import may_study
from quizapp.services.person import Person
from quizapp.store import Bank, reading, writing
from quizapp.store.library import queries
from tests.services import students
from tests.services.students import NOW

ROLES = ("student", "teacher", "admin")
AUDIENCES = ("everybody", "classes", "owner")
OWNERS = ("mine", "somebody else's", "the site's")
KINDS = tuple(itertools.product(AUDIENCES, OWNERS, (False, True)))


@pytest.fixture
def people(app: Flask) -> dict[str, Person]:
    with app.app_context():
        other = students.enrol("Otto", role="teacher")
        found = {role: students.enrol(f"Someone, {role}", role=role) for role in ROLES}
        found["guest"] = students.enrol(None)
        with writing() as session:
            for reader, person in found.items():
                for place, (audience, owner, is_retired) in enumerate(KINDS):
                    owner_id = {"mine": person.id, "somebody else's": other.id, "the site's": None}[owner]
                    session.add(_bank(f"{reader}-{place}", audience, owner_id, is_retired=is_retired))
        return found


def _bank(key: str, audience: str, owner_id: int | None, *, is_retired: bool) -> Bank:
    bank = Bank(key=key, title=key, text="", published_at=NOW, audience=audience, owner_id=owner_id)
    bank.is_retired = is_retired
    return bank


def _may_start(person: Person, bank_key: str) -> bool:
    """Whether studying says that a bank is there; it has no fact to ask."""
    try:
        study.start_session(person, 5, NOW, random.Random(1), bank_key=bank_key)
    except NotThere:
        return False
    except Refused:
        return True
    return True


def _may_shelve(person: Person, bank_key: str) -> bool:
    try:
        library.find_bank_to_study(person, bank_key)
    except NotThere:
        return False
    return True


@pytest.mark.parametrize("role", [*ROLES, "guest"])
def test_both_rules_and_both_ways_in_agree_on_every_bank(
    app: Flask, people: dict[str, Person], role: str
) -> None:
    person = people[role]
    with app.app_context(), reading() as session:
        banks = {bank.key: bank for bank in session.scalars(select(Bank))}
        asked = set(session.scalars(select(Bank.key).where(queries.may_study(person.id, person.role))))
        assert asked == {key for key, bank in banks.items() if may_study(person, bank)}
        own = [key for key in banks if key.startswith(role)]
        assert len(own) == len(KINDS)
        for key in own:
            row = queries.find_bank_row(session, key)
            assert row is not None
            expected = key in asked
            assert may_study(person, row) == expected
            assert _may_shelve(person, key) == expected
            assert _may_start(person, key) == expected


def test_who_is_not_signed_in_may_be_asked_what_is_for_everybody(
    app: Flask, people: dict[str, Person]
) -> None:
    with app.app_context(), reading() as session:
        listed = set(
            session.scalars(select(Bank.key).where(queries.may_read(None), Bank.is_retired.is_(False)))
        )
        assert listed == {bank.key for bank in session.scalars(select(Bank)) if may_study(None, bank)}
