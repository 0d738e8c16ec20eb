"""The progress page draws every statistic that is named."""

import random

from flask import Flask

from quizapp.progress import STATISTICS
from tests.fixtures.site import sign_in
from tests.services import students


def test_the_page_has_a_section_for_every_statistic(app: Flask) -> None:
    client = app.test_client()
    account_id = sign_in(app, client, "Sam")
    assert "Nothing to see yet" in client.get("/progress").get_data(as_text=True)
    with app.app_context():
        students.publish()
        person, rng = students.look_up(account_id), random.Random(3)
        key = students.next_key(person, students.plan(person, students.fact_ids()[:1], rng))
        students.answer(person, key, rng=rng)
    page = client.get("/progress").get_data(as_text=True)
    assert [statistic.title for statistic in STATISTICS if f"<h2>{statistic.title}</h2>" not in page] == []
    assert "of 12 facts today" in page
