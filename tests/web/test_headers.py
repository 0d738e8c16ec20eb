"""What every answer carries: the policy of what a page may load, cookies that scripts cannot read, nothing kept."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.conftest import AppMaker, Clock
from tests.fixtures.site import PASSWORD, ROLES, Site
from tests.laws.test_pages import SHOWN, address_of

ADDRESSES = (
    "/",
    "/today",
    "/library",
    "/library/every-type",
    "/teach",
    "/admin",
    "/sign-in",
    "/healthz",
    "/readyz",
)


@pytest.fixture
def app(make_app: AppMaker, populated_url: str) -> Flask:
    return make_app(populated_url)


def _policy(answer: TestResponse) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))


@pytest.mark.parametrize("role", ROLES)
def test_every_answer_says_what_it_may_load_and_who_may_frame_it(
    app: Flask, populated: Site, role: str
) -> None:
    client = populated.client(app, role)
    answers = [client.get(address_of(app, populated, endpoint), buffered=True) for endpoint in SHOWN]
    answers += [
        client.get("/nowhere"),
        client.get("/try"),
        client.post("/sign-in", data={"name": "x" * 9_000_000}),
    ]
    assert {answer.status_code for answer in answers} >= {200, 404, 405, 413}
    for answer in answers:
        policy = _policy(answer)
        assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
        assert "unsafe" not in str(policy)
        assert "http" not in str(policy)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"


def test_a_failure_of_ours_carries_the_headers_too(app: Flask) -> None:
    app.config.update(TESTING=False, PROPAGATE_EXCEPTIONS=False)
    app.add_url_rule("/broken", "broken", lambda: 1 / 0)
    app.view_functions["broken"].open_to = 0  # type: ignore[attr-defined]
    answer = app.test_client().get("/broken")
    assert answer.status_code == 500
    assert "ZeroDivisionError" not in answer.text
    assert _policy(answer)["default-src"] == "'none'"


@pytest.mark.parametrize("role", ROLES)
def test_nothing_personal_is_kept_by_a_browser_or_on_the_way(app: Flask, populated: Site, role: str) -> None:
    client = populated.client(app, role)
    for endpoint in SHOWN:
        answer = client.get(address_of(app, populated, endpoint), buffered=True)
        if endpoint == "static_files.file":
            assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
            assert "Set-Cookie" not in answer.headers
        else:
            assert "no-store" in answer.headers["Cache-Control"], endpoint


def test_an_outdated_or_a_made_up_static_address_is_not_there_and_not_kept(app: Flask) -> None:
    client = app.test_client()
    page = client.get("/").text
    version = re.findall(r"/static/([0-9a-f]+)/css/style.css", page)[0]
    for address in (
        "/static/0123456789ab/css/style.css",
        f"/static/{version}/css/none.css",
        f"/static/{version}/../../pyproject.toml",
        f"/static/{version}/%2e%2e/pyproject.toml",
        f"/static/{version}/%2e%2e/%2e%2e/etc/passwd",
    ):
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert "immutable" not in answer.headers.get("Cache-Control", "")


@pytest.mark.parametrize("secure", [False, True])
def test_cookies_are_out_of_reach_of_scripts_and_other_sites(
    make_app: AppMaker, populated_url: str, secure: bool
) -> None:
    app = make_app(populated_url, SECURE_COOKIES="yes" if secure else "no")
    client = app.test_client()
    answers = [
        client.get("/sign-in"),
        client.post("/sign-in", data={"name": "Sam", "password": PASSWORD}),
        client.get("/today"),
    ]
    cookies = [cookie for answer in answers for cookie in answer.headers.getlist("Set-Cookie")]
    assert any("session=" in cookie for cookie in cookies)
    for cookie in cookies:
        parts = cookie.split("; ")
        assert "HttpOnly" in parts
        assert "SameSite=Lax" in parts
        assert ("Secure" in parts) == secure
        assert not any(part.startswith("Domain") for part in parts)


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(app: Flask) -> None:
    answers = [
        app.test_client().post("/sign-in", data={"name": name, "password": "wrong"}).text.replace(name, "?")
        for name in ("Sam", "Nobody")
    ]
    assert len({re.sub(r'value="[^"]{50,}"', "", answer) for answer in answers}) == 1


def test_guessing_at_one_account_has_to_wait_and_nobody_else_does(app: Flask, clock: Clock) -> None:
    def sign_in(name: str, password: str) -> int:
        return app.test_client().post("/sign-in", data={"name": name, "password": password}).status_code

    statuses = [sign_in("Sam", f"guess {number}") for number in range(12)]
    assert statuses[:5] == [422] * 5
    assert set(statuses[5:]) == {429}
    assert sign_in("Sam", PASSWORD) == 429, "from any browser, and with the right password too"
    assert sign_in("Tess", PASSWORD) == 303
    clock.pass_seconds(61)
    assert sign_in("Sam", PASSWORD) == 303


@pytest.mark.parametrize(
    "target",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        "javascript:alert(1)",
        "/%0d%0aSet-Cookie:x",
    ],
)
def test_signing_in_leads_nowhere_out_of_the_site(app: Flask, target: str) -> None:
    client: FlaskClient = app.test_client()
    assert "elsewhere.example" not in client.get("/sign-in", query_string={"next": target}).text
    answer = client.post("/sign-in", data={"name": "Sam", "password": PASSWORD, "next": target})
    assert answer.status_code == 303
    assert re.match(r"/(?![/\\])", answer.location)
    assert not any(cookie.startswith("x") for cookie in answer.headers.getlist("Set-Cookie"))
