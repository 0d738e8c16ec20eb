"""Reviews of drafted banks for tests: begun, decided about, published."""

import random

from quizapp.bank.reading.read import read_bank
from quizapp.services import library
from quizapp.services.person import Person
from quizapp.store import Account, writing
from tests.fixtures.site import STRAIT

NOW = 1_764_072_000_000
DICE = random.Random(5)
ARTICLE = STRAIT.read_text(encoding="utf-8")


def make_person(name: str) -> Person:
    with writing() as session:
        account = Account(name=name, name_key=name.casefold(), role="teacher", created_at=NOW, seen_at=NOW)
        session.add(account)
        session.flush()
        return Person(account.id, name, "teacher", "UTC", 10, 12, 0.9)


def start(person: Person, text: str = ARTICLE, **fields: str) -> str:
    return library.start_build(person, library.Given(text, **fields), NOW, DICE)


def open_keys(person: Person, build_id: str) -> tuple[str, ...]:
    return library.read_state(person, build_id).open_keys


def publish(person: Person, build_id: str) -> str:
    draft_id = library.open_built(person, build_id, NOW, DICE)
    seen = library.look_at_draft(person, draft_id).seen
    return library.publish_draft(person, draft_id, seen, NOW)[0].bank_key


def read_published(person: Person, key: str) -> dict[str, str]:
    bank = read_bank(library.download_bank(person, key)[1].encode(), "x.yaml").bank
    assert bank is not None
    return {str(fact.id): fact.statement for fact in bank.facts}


def accept_all(person: Person, build_id: str) -> None:
    for key in open_keys(person, build_id):
        library.decide(person, build_id, key, "accepted")
