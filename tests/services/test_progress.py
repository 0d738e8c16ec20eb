"""What a student sees of what is known, from the log on both databases."""

from flask import Flask

from tests.fixtures.seeded import Seeded, seed
from tests.services import students


def test_the_seeded_student_has_the_same_history_on_both_databases(seeded: Seeded, app: Flask) -> None:
    again = seed(app)
    assert (again.answers, again.now) == (seeded.answers, seeded.now)
    with app.app_context():
        person = students.look_up(again.account_id)
        days = {row.study_day for row in students.log_of(person)}
        assert len(days) > 30
        assert students.differences() == []


def test_the_seeded_site_opens(seeded: Seeded, seeded_app: Flask) -> None:
    page = seeded.client(seeded_app).get("/progress").get_data(as_text=True)
    assert "of 74 facts today" in page
