"""Who may: every route by role, from the application's own URL map.

A new route gets a line in TABLE; without one, or without @open_to, the tests fail.
"""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.routing import Rule

from quizapp.app import create_app
from quizapp.store import db
from quizapp.web.access import Role, open_to
from quizapp.web.limits import LARGEST_FORM, MOST_FIELDS
from tests.conftest import AppMaker
from tests.fixtures.cpu import takes_less
from tests.fixtures.site import PASSWORD, ROLES, Site

OPEN = "ok ok ok ok ok ok"
GUESTS = "in ok ok ok ok ok"
NAMED = "in in ok ok ok ok"
TEACHERS = "in in 403 ok ok ok"
OWNER = "in in 403 404 ok ok"  # of the bank; an admin may do what its owner may
OWN = "in in 403 404 ok 404"  # a draft is shown to nobody else
ADMINS = "in in 403 403 403 ok"
STUDENT = "in 404 ok 404 404 404"  # what this student has been asked and has answered

# What happens to: nobody, a guest, a student, another teacher, the teacher whose bank it is, an admin.
# The addresses are filled with the student's session and answers, the teacher's bank and draft.
TABLE = {
    "GET study.landing": OPEN,
    "POST study.try_it": OPEN,
    "GET study.today": GUESTS,
    "POST study.start": GUESTS,
    "GET study.question": STUDENT,
    "POST study.answer": STUDENT,
    "GET study.ahead": STUDENT,
    "GET study.told": "in ok ok ok ok ok",  # as the back of a flashcard
    "GET study.report_form": STUDENT,
    "POST study.report": STUDENT,
    "GET study.back": "in ok ok ok ok ok",  # a key that is not one's own leads to one's own next question
    "POST study.hint": STUDENT,
    "POST study.undo": STUDENT,
    "POST study.claim": STUDENT,
    "GET study.end": STUDENT,
    "GET quiz.choose": GUESTS,
    "POST quiz.start": GUESTS,
    "GET quiz.sheet": STUDENT,
    "POST quiz.keep": STUDENT,
    "POST quiz.hand_in": STUDENT,
    "POST quiz.give_up": STUDENT,
    "GET quiz.result": STUDENT,
    "POST quiz.practise": STUDENT,
    "POST quiz.ask": STUDENT,
    "GET cards.choose": GUESTS,
    "POST cards.start": GUESTS,
    "GET progress.overview": GUESTS,
    "GET progress.answers": GUESTS,
    "GET progress.export": GUESTS,
    "GET library.shelves": OPEN,
    "GET library.bank": OPEN,
    "POST library.study_bank": GUESTS,
    "POST library.take_off": GUESTS,
    "GET library.timeline": OPEN,
    "GET library.fact": "in 404 ok 404 ok ok",  # who has answered it, and who teaches it
    "POST library.suspend": "in 404 ok 404 404 404",
    "POST library.resume": "in 404 ok 404 404 404",
    "POST library.reset": "in 404 ok 404 404 404",
    "GET library.desk": TEACHERS,
    "POST library.upload": TEACHERS,
    "GET library.build": TEACHERS,
    "POST library.start_build": TEACHERS,
    "GET library.review": OWN,
    "POST library.decide": OWN,
    "POST library.accept_sure": OWN,
    "POST library.undo_verdict": OWN,
    "GET library.edit_drafted": OWN,
    "POST library.save_drafted": OWN,
    "POST library.leave_out_drafted": OWN,
    "POST library.publish_built": OWN,
    "GET library.download_built": OWN,
    "POST library.discard_built": "in in 403 ok ok ok",  # one that is not one's own, or gone, is gone
    "GET library.own_bank": OWNER,
    "GET library.download": OWNER,
    "POST library.retire": OWNER,
    "POST library.bring_back": OWNER,
    "POST library.audience": OWNER,
    "GET library.voices": OWNER,
    "POST library.settle": OWNER,
    "GET library.past_answers": OWNER,
    "POST library.regrade": OWNER,
    "GET library.edit_in_bank": OWNER,
    "POST library.save_in_bank": OWNER,
    "GET library.new_question": OWNER,
    "POST library.add_question": OWNER,
    "GET library.draft": OWN,
    "GET library.download_draft": OWN,
    "POST library.mend": OWN,
    "POST library.publish": OWN,
    "POST library.discard": "in in 403 ok ok ok",  # one that is not one's own, or gone, is gone
    "GET library.edit_in_draft": OWN,
    "POST library.save_in_draft": OWN,
    "GET accounts.sign_in": OPEN,
    "POST accounts.sign_in": OPEN,
    "GET accounts.sign_up": OPEN,
    "POST accounts.sign_up": OPEN,
    "POST accounts.sign_out": NAMED,
    "GET accounts.recover": OPEN,
    "POST accounts.recover": OPEN,
    "GET accounts.invited": OPEN,
    "POST accounts.accept": OPEN,
    "GET accounts.me": GUESTS,
    "POST accounts.save_settings": GUESTS,
    "GET accounts.export": GUESTS,
    "GET accounts.password": NAMED,
    "POST accounts.password": NAMED,
    "GET accounts.renew_code": NAMED,
    "POST accounts.renew_code": NAMED,
    "GET accounts.browsers": NAMED,
    "POST accounts.sign_browser_out": NAMED,
    "GET accounts.delete": GUESTS,
    "POST accounts.delete": GUESTS,
    "GET site.admin": ADMINS,
    "POST site.invite_teacher": ADMINS,
    "POST site.withdraw_invitation": ADMINS,
    "GET site.person": ADMINS,
    "POST site.change_role": ADMINS,
    "POST site.make_reset": ADMINS,
    "GET site.healthz": OPEN,
    "GET site.readyz": OPEN,
    "GET static_files.file": OPEN,
}
"""What a good request gets; a route that is not here is refused by the first test."""

SCRATCH = {
    "INSTANCE": "",
    "DATABASE_URL": "sqlite://",
    "SECRET_KEY": "0123456789",
}


def _routes() -> list[str]:
    app = create_app({**SCRATCH, "INSTANCE": "/tmp"})
    return sorted(
        {f"{method} {rule.endpoint}" for rule in app.url_map.iter_rules() for method in _methods(rule)}
    )


def _methods(rule: Rule) -> set[str]:
    return (rule.methods or set()) - {"HEAD", "OPTIONS"}


ROUTES = sorted(TABLE)
CHANGING = [route for route in ROUTES if not route.startswith("GET ")]


@pytest.fixture
def app(make_app: AppMaker, populated_url: str) -> Flask:
    return make_app(populated_url)


def _rule(app: Flask, route: str) -> Rule:
    method, endpoint = route.split()
    return next(rule for rule in app.url_map.iter_rules(endpoint) if method in _methods(rule))


def _address(app: Flask, site: Site, route: str) -> str:
    rule = _rule(app, route)
    arguments = {name: site.arguments[name] for name in rule.arguments}
    with app.test_request_context():
        return url_for(rule.endpoint, **arguments)


def _fields(site: Site, route: str) -> dict[str, str]:
    """A form that is filled in as its page would have it; a wrong field is answered by the page, with 422."""
    if route in ("POST study.undo", "POST study.claim"):
        return {"key": site.answered_key}
    if route == "POST quiz.ask":
        return {"key": site.quiz_key}
    if route.startswith("POST study."):
        return {"key": str(site.arguments["key"]), "response": "good"}
    if route.startswith("POST accounts."):
        return {"name": "Newman", "password": PASSWORD, "old_password": PASSWORD}
    if route == "POST library.decide":
        return {"fact": str(site.arguments["drafted_key"]), "verdict": "rejected"}
    if route == "POST library.audience":
        return {"audience": "everybody"}
    return {"role": "teacher", "text": "title: Words"}


def _ask(client: FlaskClient, address: str, method: str, fields: dict[str, str]) -> str:
    answer = client.open(address, method=method, data=fields if method != "GET" else None, buffered=True)
    if answer.status_code == 302 and answer.location.startswith("/sign-in"):
        return "in"
    return "ok" if answer.status_code in (200, 302, 303, 422) else str(answer.status_code)


# ---- the table --------------------------------------------------------------------------------------


def test_every_route_of_the_application_stands_in_the_table() -> None:
    assert _routes() == ROUTES


def test_every_route_says_who_may_use_it() -> None:
    app = create_app({**SCRATCH, "INSTANCE": "/tmp"})
    silent = [name for name, view in app.view_functions.items() if not hasattr(view, "open_to")]
    assert silent == []


@pytest.mark.parametrize("route", ROUTES)
def test_each_route_answers_each_role_as_the_table_says(
    app: Flask, populated: Site, instance: Path, route: str
) -> None:
    method = route.split()[0]
    address, fields = _address(app, populated, route), _fields(populated, route)
    found = []
    for role in ROLES:
        found.append(_ask(populated.client(app, role), address, method, fields))
        if method != "GET":
            _start_again(app, populated, instance)
    assert " ".join(found) == TABLE[route]


def _start_again(app: Flask, site: Site, instance: Path) -> None:
    with app.app_context():
        db.engine.dispose()
    for path in instance.glob("quizapp.sqlite*"):
        path.unlink()
    shutil.copyfile(site.file, instance / "quizapp.sqlite")


@pytest.mark.parametrize("role", ROLES)
def test_a_bank_only_for_its_owner_is_not_there_for_others(app: Flask, populated: Site, role: str) -> None:
    client = populated.client(app, role)
    may = role in ("teacher", "admin")
    assert client.get("/library/only-mine").status_code == (200 if may else 404)
    assert ("Not ready yet" in client.get("/library").text) == (role == "teacher")
    studied = client.post("/library/only-mine/study")
    started = client.post("/study", data={"bank": "only-mine"})
    if role == "nobody":
        assert studied.location.startswith("/sign-in")
        assert started.location.startswith("/sign-in")
    elif not may:
        assert studied.status_code == 404
        assert started.status_code == 404


def test_a_retired_bank_is_not_there_for_students(app: Flask, populated: Site) -> None:
    populated.client(app, "teacher").post("/teach/every-type/retire")
    student = populated.client(app, "newcomer")
    assert student.get("/library/every-type").status_code == 404
    assert student.post("/library/every-type/study").status_code == 404
    assert student.post("/study", data={"bank": "every-type"}).status_code == 404
    assert "Rivers" not in app.test_client().get("/").text


# ---- a route that says nothing ----------------------------------------------------------------------


@pytest.fixture
def scratch(make_app: AppMaker, populated_url: str) -> Flask:
    """The application with one route that forgot to say who may use it, and one that did not."""
    app = make_app(populated_url, TESTING=False)
    app.add_url_rule("/forgotten", "forgotten", lambda: "a secret")
    app.add_url_rule("/said", "said", open_to(Role.ANYBODY)(lambda: "for everybody"))
    return app


@pytest.mark.parametrize("role", ROLES)
def test_a_route_that_does_not_say_who_may_is_refused_to_everybody(
    scratch: Flask, populated: Site, role: str
) -> None:
    client = populated.client(scratch, role)
    answer = client.get("/forgotten")
    assert answer.status_code == 500
    assert "a secret" not in answer.text
    assert client.get("/said").text == "for everybody"


# ---- changes ----------------------------------------------------------------------------------------


@pytest.fixture
def guarded(make_app: AppMaker, populated_url: str) -> Flask:
    """The application as it is served: with tokens in its forms."""
    return make_app(populated_url, WTF_CSRF_ENABLED=True)


def _token(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/recover").text)
    assert found is not None
    return found[1]


def _roles_for(route: str) -> list[str]:
    return [role for role, said in zip(ROLES, TABLE[route].split(), strict=True) if said == "ok"]


@pytest.mark.parametrize("route", CHANGING)
def test_a_change_needs_the_token_of_this_very_browser(
    guarded: Flask, populated: Site, instance: Path, route: str
) -> None:
    address, fields = _address(guarded, populated, route), _fields(populated, route)
    foreign = _token(guarded.test_client())
    before = _rows(instance)
    for role in _roles_for(route):
        client = populated.client(guarded, role)
        own = _token(client)
        for token in ({}, {"csrf_token": ""}, {"csrf_token": foreign}, {"csrf_token": own[::-1]}):
            answer = client.post(address, data={**fields, **token})
            assert answer.status_code == 400, role
            assert "This form has grown old" in answer.text
    assert _rows(instance) == before, "a refused form changes nothing"
    role = _roles_for(route)[-1]
    client = populated.client(guarded, role)
    assert client.post(address, data={**fields, "csrf_token": _token(client)}).status_code in (
        200,
        302,
        303,
        422,
    )


@pytest.mark.parametrize("route", CHANGING)
def test_a_change_is_never_made_by_looking(app: Flask, populated: Site, route: str) -> None:
    rule = _rule(app, route)
    address = _address(app, populated, route)
    shown_by = _shown_by(app, address)
    if shown_by is None:
        for role in ROLES:
            assert populated.client(app, role).get(address).status_code == 405, role
    else:  # the next tests say that a page may be looked at
        assert f"GET {shown_by}" in TABLE
        assert rule.rule in [other.rule for other in app.url_map.iter_rules(shown_by)] or address in NOT_BANKS
    for method in ("PUT", "PATCH", "DELETE"):
        assert app.test_client().open(address, method=method).status_code == 405


NOT_BANKS = ("/teach/files",)
"""Looks like the page of a bank, which cannot have that name."""


def _shown_by(app: Flask, address: str) -> str | None:
    """The route that shows an address, or None where looking is refused."""
    try:
        return str(app.url_map.bind("localhost").match(address, "GET")[0])
    except MethodNotAllowed:
        return None


SEEN = {"account": {"seen_at"}, "step": {"issued_at"}}
"""When somebody was here, and when a question was first shown: all that looking leaves behind."""


def _rows(instance: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(instance / "quizapp.sqlite")
    connection.row_factory = sqlite3.Row
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _all_of(connection, name) for name in names}
    finally:
        connection.close()


def _all_of(connection: sqlite3.Connection, name: str) -> list[tuple[object, ...]]:
    left_out = SEEN.get(name, set())
    found = [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]
    return sorted((tuple(row[each] for each in row if each not in left_out) for row in found), key=repr)


def test_looking_at_every_page_changes_nothing(app: Flask, populated: Site, instance: Path) -> None:
    before = _rows(instance)
    for role in ROLES:
        client = populated.client(app, role)
        for route in ROUTES:
            if route.startswith("GET "):
                client.get(_address(app, populated, route), buffered=True)
    assert _rows(instance) == before


# ---- sizes ------------------------------------------------------------------------------------------

UPLOADS = {
    "POST library.upload",
    "POST library.mend",
    "POST library.publish",
    "POST library.add_question",
    "POST library.start_build",
    "POST library.save_drafted",
    "POST library.save_in_draft",
    "POST library.save_in_bank",
}
"""What takes bank files, or parts of them, from those who may use it; every other form is small."""


@pytest.mark.parametrize(
    "route",
    [pytest.param(route, marks=pytest.mark.long) if route.startswith("GET") else route for route in ROUTES],
)
def test_only_an_upload_of_a_teacher_may_be_large(guarded: Flask, populated: Site, route: str) -> None:
    address, method = _address(guarded, populated, route), route.split()[0]
    for role in ROLES:
        client = populated.client(guarded, role)
        answer = client.open(address, method=method, data={"text": "x" * LARGEST_FORM}, buffered=True)
        may = route in UPLOADS and role in ("another teacher", "teacher", "admin")
        assert (answer.status_code == 413) == (not may), role
        if not may:
            assert "That is too large" in answer.text


def test_a_form_of_very_many_fields_is_refused_before_it_is_read(guarded: Flask, populated: Site) -> None:
    teacher = populated.client(guarded, "teacher")
    plain, part = (
        "application/x-www-form-urlencoded",
        b'--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n',
    )
    forms = [
        ("/teach/files", b"a=&" * 2_600_000, plain),
        ("/sign-in", b"a=&" * 90_000, plain),
        ("/no-such-page", b"a=&" * 90_000, plain),
        ("/teach/files", part * (MOST_FIELDS + 1) + b"--edge--\r\n", "multipart/form-data; boundary=edge"),
    ]
    answers = []
    assert takes_less(
        2, lambda: answers.extend(teacher.post(a, data=body, content_type=k) for a, body, k in forms)
    )
    assert {answer.status_code for answer in answers} == {413}
