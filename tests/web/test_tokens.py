"""The token in a form shows that the form is ours; on HTTPS the page that holds it must be ours as well."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.app import create_app
from tests.conftest import AppMaker

FIELDS = {"name": "nobody", "password": "wrong"}


@pytest.fixture
def app(make_app: AppMaker, sqlite_url: str) -> Flask:
    return make_app(sqlite_url, WTF_CSRF_ENABLED=True)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def _token(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/sign-in").text)
    assert found is not None
    return found[1]


def _send(client: FlaskClient, **fields: str) -> int:
    return client.post("/sign-in", data={**FIELDS, **fields}).status_code


def test_a_form_is_checked_unless_somebody_switches_that_off(instance: object) -> None:
    app = create_app({"INSTANCE": str(instance), "SECRET_KEY": "of a test"})
    assert app.test_client().post("/try").status_code == 400


def test_a_script_may_send_it_as_a_header(client: FlaskClient) -> None:
    answer = client.post("/sign-in", data=FIELDS, headers={"X-CSRFToken": _token(client)})
    assert answer.status_code == 422
    assert client.post("/sign-in", data=FIELDS, headers={"X-CSRFToken": "x.y.z"}).status_code == 400


def test_what_is_no_token_of_this_browser_is_refused(app: Flask, client: FlaskClient) -> None:
    own, foreign = _token(client), _token(app.test_client())
    wrong = ("", "x", foreign, own[:-1], own + "0", own[1:], own.partition(".")[2], "\u00fc" * 128)
    for token in wrong:
        assert _send(client, csrf_token=token) == 400, token
    stranger = app.test_client()
    assert _send(stranger, csrf_token=own) == 400, "a browser that was handed out none"


def test_on_https_the_form_must_stand_on_a_page_of_ours(client: FlaskClient) -> None:
    fields = {**FIELDS, "csrf_token": _token(client)}
    for referrer, status in (
        ("https://localhost/sign-in", 422),
        ("https://localhost.elsewhere.example/", 400),
        ("http://localhost/sign-in", 400),
        ("", 400),
    ):
        sent = client.post(
            "/sign-in",
            data=fields,
            base_url="https://localhost",
            headers={"Referer": referrer} if referrer else {},
        )
        assert sent.status_code == status, referrer
