"""Banks in the library lend wrong options to a bank that is built: those that its teacher may read, and no others."""

import random

import pytest
from flask import Flask

from quizapp.services import library
from quizapp.services.person import Person
from quizapp.store.library.queries import EVERYBODY, ONLY_OWNER
from tests.services.reviews import NOW, make_person

DICE = random.Random(7)
ARTICLE = """= Battle of Harlow =

Infobox
- Conflict: Battle of Harlow
- Date: 3 May 1322
- Combatant1: Kingdom of Ormia
- Combatant2: Free Towns
- Commander1: Otmar Stahl

The Battle of Harlow was fought on 3 May 1322.
"""
LENDING = b"""title: Battle of Dorn
questions:
  - {type: date, stem: On which day did the Battle of Dorn take place?, key: 1330-06-02}
  - type: match
    stem: On which side did each commander fight in the Battle of Dorn?
    key: {Runa Holt: Tessa, Ilan Voss: Gorm}
"""


@pytest.fixture(autouse=True)
def _inside(app: Flask):
    with app.app_context():
        yield


def _build(person: Person) -> str:
    build_id = library.start_build(person, library.Given(ARTICLE), NOW, DICE)
    return library.find_build(person, build_id).made


@pytest.mark.both
@pytest.mark.parametrize(("audience", "lent"), [(EVERYBODY, True), (ONLY_OWNER, False)])
def test_a_bank_lends_to_who_may_read_it(audience: str, lent: bool):
    owner, other = make_person("Otto"), make_person("Tess")
    library.publish_bank(LENDING, "dorn.yaml", owner=owner, now=NOW, audience=audience)
    assert "feedback: Runa Holt commanded in the Battle of Dorn." in _build(owner)
    assert ("Runa Holt" in _build(other)) is lent
