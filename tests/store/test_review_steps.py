"""The migration that turns the verdicts of a review into steps keeps what was decided, and goes down again."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from flask import Flask
from sqlalchemy import text

from quizapp.services import library
from quizapp.store import db
from quizapp.store.upkeep import schema
from tests.services.reviews import make_person, open_keys, start

pytestmark = pytest.mark.both


def _settings() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(Path(schema.MIGRATIONS)))
    settings.attributes["engine"] = db.engine
    return settings


def test_verdicts_edits_and_their_order_outlive_the_way_down_and_up(app: Flask):
    with app.app_context():
        teacher = make_person("Tess")
        build_id = start(teacher)
        first, second, third, *_ = open_keys(teacher, build_id)
        library.decide(teacher, build_id, second, "rejected")
        found = library.find_piece(library.read_state(teacher, build_id), first)
        library.edit_fact(teacher, build_id, first, found.seen, found.text, "It is so.")
        library.decide(teacher, build_id, first, "accepted")
        library.decide(teacher, build_id, third, "accepted")
        library.decide(teacher, build_id, second, "accepted")
        before = library.read_state(teacher, build_id)

        command.downgrade(_settings(), "0002")
        with db.engine.connect() as connection:
            query = text("SELECT fact_key, verdict, former, text <> '' FROM build_choice ORDER BY at")
            rows = [tuple(row) for row in connection.execute(query)]
        assert rows == [
            (first, "accepted", "open", 1),
            (third, "accepted", "open", 0),
            (second, "accepted", "rejected", 0),
        ]
        command.upgrade(_settings(), "head")
        after = library.read_state(teacher, build_id)
        assert (after.choices, after.text) == (before.choices, before.text)
        taken = [library.take_back(teacher, build_id) for _ in range(4)]
        assert taken == [(second, True), (third, True), (first, True), ("", False)]
        assert library.read_state(teacher, build_id).verdict_of(second) == "rejected"
        assert library.list_builds(teacher)[0].published_at is None
