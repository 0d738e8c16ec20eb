"""The pages of people, as a browser without scripts sees them."""

import json
import random
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from quizapp.services import accounts, library
from quizapp.services.accounts.tries import NEWCOMERS
from quizapp.store import Account, Base, SignIn, reading
from quizapp.web.accounts.devices import say_device
from quizapp.web.accounts.frame import is_own_address
from quizapp.web.network import network_here
from tests.conftest import NOON, Clock
from tests.fixtures.site import bank_text

PASSWORD = "the river at dawn"


def _sign_up(client: FlaskClient, name: str = "Anna", **fields: str):
    return client.post("/sign-up", data={"name": name, "password": PASSWORD, **fields})


def _sign_in(client: FlaskClient, name: str = "Anna", password: str = PASSWORD, **fields: str):
    return client.post("/sign-in", data={"name": name, "password": password, **fields})


def _code(answer: TestResponse) -> str:
    """Return the recovery code that a reply shows."""
    return "-".join(re.findall(r"<span>(\w{4})</span>", answer.text))


def _without_token(answer: TestResponse) -> str:
    """Return a reply's page without its CSRF token, which is another one on every page."""
    return re.sub(r'(?<=name="csrf_token" value=")[^"]+', "", answer.text)


def _be_guest(client: FlaskClient, key: str = "first") -> int:
    with client.application.app_context():
        token = accounts.make_guest(
            key, "Europe/Berlin", client.application.config["CLOCK"](), random.Random(key)
        )
        person = accounts.find_signed_in(token)
    with client.session_transaction() as session:
        session["_user_id"] = token
        session["_fresh"] = True
    assert person is not None
    return person.id


def _count(app: Flask, table: type) -> int:
    with app.app_context(), reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


# ---- sign-up ----------------------------------------------------------------------------------------


def test_signing_up_shows_the_recovery_code_and_leads_on_to_where_one_was_going(client: FlaskClient) -> None:
    answer = _sign_up(client, next="/library?page=2")
    assert answer.status_code == 200
    assert re.fullmatch(r"(\w{4}-){6}\w{4}", _code(answer))
    assert 'href="/library?page=2"' in answer.text
    assert 'href="/today"' in _sign_up(client.application.test_client(), "Ben", next="//evil.example").text


def _cookie(client: FlaskClient) -> str:
    with client.session_transaction() as session:
        return repr(dict(session))


def test_no_cookie_holds_a_recovery_code(client: FlaskClient) -> None:
    code = _code(_sign_up(client))
    assert code not in _cookie(client)
    code = _code(client.post("/me/recovery-code/new", data={"password": PASSWORD}))
    assert code not in _cookie(client)
    client.post("/sign-out")
    fields = {"name": "Anna", "code": code, "password": "another password"}
    code = _code(client.post("/recover", data=fields))
    assert code
    assert code not in _cookie(client)


def test_a_sign_up_that_is_sent_again_shows_a_code_that_works(make_app, sqlite_url: str) -> None:
    client = make_app(sqlite_url, WTF_CSRF_ENABLED=True).test_client()

    def token(page: str) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert found is not None
        return found[1]

    fields = {"csrf_token": token(client.get("/sign-up").text)}
    first, second = _sign_up(client, **fields), _sign_up(client, **fields)
    assert second.status_code == 200
    assert _code(second) not in ("", _code(first))
    assert _sign_up(client, "Ben", **fields).location == "/today", "somebody else's form makes no second one"
    recovery = {"name": "Anna", "password": "another password", "csrf_token": token(client.get("/me").text)}
    assert client.post("/recover", data={**recovery, "code": _code(first)}).status_code == 422
    assert client.post("/recover", data={**recovery, "code": _code(second)}).status_code == 200
    other = {"csrf_token": token(client.get("/me").text)}
    assert client.post("/sign-out", data=other).status_code == 303


@pytest.mark.long
def test_a_flood_of_new_people_is_told_to_wait(app: Flask, clock: Clock) -> None:
    with app.app_context():
        rng = random.Random(3)
        for number in range(NEWCOMERS):
            accounts.make_guest(f"key-{number}", "UTC", clock.now, rng, network="127.0.0.1")
    answer = _sign_up(app.test_client())
    assert answer.status_code == 429
    assert "too many new people from your network; wait 10 minutes, then try again" in answer.text
    clock.pass_seconds(600)
    assert _sign_up(app.test_client()).status_code == 200


def test_looking_around_makes_no_account(app: Flask, client: FlaskClient) -> None:
    for address in ("/sign-in", "/sign-up", "/recover", "/me", "/invited/x"):
        client.get(address)
    assert _count(app, Account) == 0


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("", PASSWORD, "no name given; choose one"),
        ("A", PASSWORD, "2 to 40 characters"),
        ("Anna", "", "no password given; choose one"),
        ("Anna", "short", "at least 8 characters"),
        ("Anna Petrova", "anna petrova", "choose another"),
    ],
)
def test_what_is_wrong_with_a_sign_up_stands_beside_its_field(
    client: FlaskClient, name: str, password: str, said: str
) -> None:
    answer = client.post("/sign-up", data={"name": name, "password": password})
    assert answer.status_code == 422
    assert said in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_a_taken_name_is_told(app: Flask, client: FlaskClient) -> None:
    _sign_up(client)
    answer = _sign_up(app.test_client(), "ANNA")
    assert answer.status_code == 422
    assert "that name is taken" in answer.text


def test_a_guest_who_signs_up_keeps_the_account(app: Flask, client: FlaskClient) -> None:
    guest_id = _be_guest(client)
    assert "Keep my progress" in client.get("/me").text
    assert _sign_up(client).status_code == 200
    assert "Anna" in client.get("/me").text
    with app.app_context(), reading() as session:
        assert session.execute(select(Account.id, Account.name)).all() == [(guest_id, "Anna")]


# ---- sign-in and out --------------------------------------------------------------------------------


def test_signing_in_changes_the_token_and_signing_out_ends_it(app: Flask, client: FlaskClient) -> None:
    _sign_up(client)
    kept = client.get_cookie("session")
    assert kept is not None
    client.post("/sign-out")
    assert client.get("/me").location.startswith("/sign-in")
    client.set_cookie("session", kept.value)
    assert client.get("/me").status_code == 302, "a cookie that was kept opens nothing"
    assert _sign_in(client).location == "/today"
    assert "Anna" in client.get("/me").text


def test_the_wrong_password_and_the_unknown_name_are_told_alike(app: Flask, client: FlaskClient) -> None:
    _sign_up(client)
    other = app.test_client()
    wrong, unknown = _sign_in(other, password="wrong password"), _sign_in(other, name="Nobody")
    assert wrong.status_code == unknown.status_code == 422
    assert _without_token(wrong).replace("Anna", "") == _without_token(unknown).replace("Nobody", "")


def test_after_five_failures_even_the_right_password_waits(
    app: Flask, client: FlaskClient, clock: Clock
) -> None:
    _sign_up(client)
    other = app.test_client()
    for _ in range(5):
        assert _sign_in(other, password="wrong password").status_code == 422
    answer = _sign_in(other)
    assert answer.status_code == 429
    assert "wait 1 minute, then try again" in answer.text
    clock.pass_seconds(61)
    assert _sign_in(other).status_code == 303


@pytest.mark.long
def test_guesses_made_elsewhere_keep_nobody_out_of_a_browser_they_have_used(
    app: Flask, client: FlaskClient
) -> None:
    _sign_up(client)
    client.post("/sign-out")
    for number in range(60):
        elsewhere = {"REMOTE_ADDR": f"2001:db8:0:{number % 12:x}::{number + 1:x}"}
        fields = {"name": "Anna", "password": "wrong password"}
        app.test_client().post("/sign-in", data=fields, environ_base=elsewhere)
    assert _sign_in(app.test_client()).status_code == 429, "fifty in all: somebody new waits"
    assert _sign_in(client).status_code == 303


def test_a_network_of_version_6_is_one_household(app: Flask) -> None:
    for address, network in (
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:1.2.3.4", "1.2.3.4"),
        ("1.2.3.4", "1.2.3.4"),
        ("unix", ""),
    ):
        with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
            assert network_here() == network


def test_a_guest_who_signs_in_joins_the_account_and_is_gone(app: Flask, client: FlaskClient) -> None:
    _sign_up(client)
    other = app.test_client()
    _be_guest(other)
    assert _count(app, Account) == 2
    assert "goes into your account" in other.get("/sign-in").text
    other.post("/sign-in", data={"name": "anna", "password": PASSWORD})
    assert _count(app, Account) == 1
    assert "is in your account now" in other.get("/me").text


def test_a_browser_that_signs_in_as_somebody_else_leaves_the_first_account(
    app: Flask, client: FlaskClient
) -> None:
    _sign_up(client)
    _sign_up(app.test_client(), "Ben")
    _sign_in(client, "Ben")
    assert _count(app, SignIn) == 2, "Ben in two browsers, Anna in none"
    assert _count(app, Account) == 2


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil",
        "/\t/evil.example",
        "javascript:x",
        "",
    ],
)
def test_nobody_is_sent_to_another_site(client: FlaskClient, target: str) -> None:
    _sign_up(client)
    client.post("/sign-out")
    assert _sign_in(client, next=target).location == "/today"
    assert not is_own_address(target)


def test_one_is_sent_back_to_where_one_was_going(client: FlaskClient) -> None:
    assert is_own_address("/study/1?x=//y&z=http://a")
    _sign_up(client)
    client.post("/sign-out")
    wanted = client.get("/me/browsers").location
    page = client.get(wanted).text
    target = re.search(r'name="next" value="([^"]*)"', page)
    assert target is not None
    assert _sign_in(client, next=target[1]).location.startswith("/me/browsers")


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(make_app, sqlite_url: str) -> None:
    for secure in ("no", "yes"):
        client = make_app(sqlite_url, SECURE_COOKIES=secure).test_client()
        cookie = _sign_up(client, f"Anna {secure}").headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert ("Secure" in cookie) is (secure == "yes")
        assert "Expires=" in cookie


def test_a_form_without_its_token_changes_nothing(make_app, sqlite_url: str) -> None:
    app = make_app(sqlite_url, WTF_CSRF_ENABLED=True)
    assert _sign_up(app.test_client()).status_code == 400
    assert _count(app, Account) == 0


def test_being_seen_is_kept_without_writing_at_each_request(
    app: Flask, client: FlaskClient, clock: Clock
) -> None:
    _sign_up(client)

    def seen() -> int | None:
        with app.app_context(), reading() as session:
            return session.scalar(select(Account.seen_at))

    first = seen()
    clock.pass_seconds(600)
    client.get("/me")
    assert seen() == first
    clock.pass_seconds(3600)
    client.get("/me")
    assert seen() == clock.now


def test_a_site_that_never_restarts_erases_idle_guests_all_the_same(
    app: Flask, client: FlaskClient, clock: Clock
) -> None:
    _be_guest(app.test_client())
    _sign_up(client)
    clock.pass_days(29)
    client.get("/me")
    assert _count(app, Account) == 2
    clock.pass_days(2)
    client.get("/me")
    assert _count(app, Account) == 1


# ---- recovery ---------------------------------------------------------------------------------------


def test_the_recovery_code_opens_the_way_back(app: Flask, client: FlaskClient) -> None:
    code = _code(_sign_up(client))
    other = app.test_client()
    fields = {"name": "Anna", "code": code.lower().replace("-", " "), "password": "another password"}
    answer = other.post("/recover", data=fields)
    assert _code(answer) not in ("", code)
    assert "every other browser is signed out" in answer.text
    assert client.get("/me").status_code == 302, "the other browser is signed out"
    refused = app.test_client().post("/recover", data=fields)
    assert refused.status_code == 422
    assert "do not fit" in refused.text


# ---- me ---------------------------------------------------------------------------------------------


def test_settings_are_kept(app: Flask, client: FlaskClient) -> None:
    _sign_up(client)
    fields = {"name": "Änna", "time_zone": "Asia/Tokyo", "minutes": "20", "new_a_day": "0", "retention": "85"}
    assert client.post("/me", data=fields).status_code == 303
    with app.app_context(), reading() as session:
        account = session.scalars(select(Account)).one()
    kept = (account.name, account.time_zone, account.minutes, account.new_a_day, account.retention)
    assert kept == ("Änna", "Asia/Tokyo", 20, 0, 0.85)
    assert re.search(r'value="Asia/Tokyo"\s+selected', client.get("/me").text)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("minutes", "0", "not from 1 to 120"),
        ("minutes", "", "not from 1 to 120"),
        ("new_a_day", "201", "not from 0 to 200"),
        ("new_a_day", "", "not from 0 to 200"),
        ("retention", "99", "not from 70 to 97"),
        ("retention", "many", "not from 70 to 97"),
        ("time_zone", "Europe/Atlantis", "there is no time zone"),
        ("time_zone", "", "there is no time zone"),
        ("time_zone", "posixrules", "there is no time zone"),
        ("time_zone", "right/Europe/Berlin", "there is no time zone"),
        ("name", "", "no name given"),
    ],
)
def test_settings_out_of_range_are_told_beside_their_field(
    client: FlaskClient, field: str, value: str, said: str
) -> None:
    _sign_up(client)
    fields = {"name": "Anna", "time_zone": "UTC", "minutes": "10", "new_a_day": "5", "retention": "90"}
    answer = client.post("/me", data={**fields, field: value})
    assert answer.status_code == 422
    assert said in answer.text


@pytest.mark.parametrize("field", ["minutes", "new_a_day", "retention"])
def test_letters_in_a_field_for_a_number_get_one_problem_in_our_words(
    client: FlaskClient, field: str
) -> None:
    _sign_up(client)
    fields = {"name": "Anna", "time_zone": "UTC", "minutes": "10", "new_a_day": "5", "retention": "90"}
    page = client.post("/me", data={**fields, field: "ten"}).text
    assert page.count("is-wrong") == 1
    assert "valid integer" not in page


def test_a_time_zone_of_the_machine_is_refused_beside_its_field(client: FlaskClient) -> None:
    _sign_up(client)
    fields = {"name": "Anna", "minutes": "10", "new_a_day": "5", "retention": "90"}
    answer = client.post("/me", data={**fields, "time_zone": "localtime"})
    assert answer.status_code == 422
    problem = answer.text.index("choose the place where you are")
    assert answer.text.index('id="time_zone"') < problem < answer.text.index("While you study")


def test_every_page_takes_the_look_that_was_set(client: FlaskClient) -> None:
    _sign_up(client)
    assert 'data-theme="auto"' in client.get("/me").text
    fields = {"name": "Anna", "time_zone": "UTC", "minutes": "10", "new_a_day": "5", "retention": "90"}
    looks = {"theme": "dark", "text_size": "largest", "rates_confidence": "y", "uses_keys": "y"}
    assert client.post("/me", data={**fields, **looks}).status_code == 303
    for address in ("/me", "/today", "/library", "/no-such-page"):
        page = client.get(address).text
        assert re.search(r'data-theme="dark"\s+data-text="largest"', page), address
        assert re.search(r'name="color-scheme"\s+content="dark"', page), address
    assert client.get("/me").text.count("checked") == 4
    assert client.post("/me", data={**fields, "theme": "pink"}).status_code == 422
    client.post("/me", data=fields)
    assert 'data-theme="dark"' in client.get("/me").text, "a form that does not name it leaves the look"
    client.post("/me", data={**fields, "theme": "auto"})
    assert 'data-theme="auto"' in client.get("/me").text
    assert client.get("/me").text.count("checked") == 2, "a box that is not ticked is off"


def test_everything_that_is_kept_about_a_person_is_handed_out_and_no_secret(
    app: Flask, client: FlaskClient
) -> None:
    with app.app_context():
        library.publish_bank(
            bank_text("one-word"), "one-word.yaml", owner=None, now=NOON, audience="everybody"
        )
    _sign_up(client)
    where = client.post("/study", data={"bank": "one-word", "minutes": "5"}).location
    key = re.findall(r'name="key"\s+value="([^"]+)"', client.get(where).text)[-1]
    client.post(where, data={"key": key, "response": "quite wrong \N{SNOWMAN}"})
    answer = client.get("/me/everything.json")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    told = json.loads(answer.text)
    assert told["account"][0]["name"] == "Anna"
    assert [row["response"] for row in told["review"]] == ['["quite wrong \N{SNOWMAN}"]']
    assert {row["bank"] for row in (*told["review"], *told["card"], *told["shelf"])} == {"one-word"}
    assert len(told["sign_in"]) == 1
    with app.app_context(), reading() as session:
        account = session.scalars(select(Account)).one()
        tokens = session.scalars(select(SignIn.token_hash)).all()
    for secret in (account.password_hash, account.recovery_hash, *tokens):
        assert secret not in answer.text


def test_the_export_of_one_person_says_nothing_of_another(app: Flask, client: FlaskClient) -> None:
    _sign_up(client)
    other = app.test_client()
    _sign_up(other, "Ben")
    assert "Ben" not in client.get("/me/everything.json").text
    assert set(json.loads(client.get("/me/everything.json").text)) > {
        table.name for table in Base.metadata.tables.values() if "account_id" in table.columns
    }


def test_nothing_of_an_erased_account_stands_in_the_files_of_the_database(
    sqlite_app: Flask, instance: Path
) -> None:
    browser = sqlite_app.test_client()
    _sign_up(browser, "Aurelia-Wilhelmina")
    assert b"Aurelia-Wilhelmina" in b"".join(path.read_bytes() for path in instance.glob("quizapp.sqlite*"))
    assert browser.post("/me/delete", data={"password": PASSWORD}).status_code == 303
    for path in instance.glob("quizapp.sqlite*"):
        assert b"urelia-" not in path.read_bytes(), path.name


def test_a_guest_sets_minutes_and_stays_a_guest(app: Flask, client: FlaskClient) -> None:
    _be_guest(client)
    fields = {"name": "Anna", "time_zone": "UTC", "minutes": "5", "new_a_day": "5", "retention": "90"}
    assert client.post("/me", data=fields).status_code == 303
    with app.app_context(), reading() as session:
        assert session.execute(select(Account.name, Account.minutes)).all() == [(None, 5)]


def test_a_new_password_asks_for_the_old_one_and_signs_the_others_out(
    app: Flask, client: FlaskClient
) -> None:
    _sign_up(client)
    other = app.test_client()
    _sign_in(other)
    wrong = client.post("/me/password", data={"old_password": "wrong one", "password": "another password"})
    assert wrong.status_code == 422
    assert "not your password" in wrong.text
    right = client.post("/me/password", data={"old_password": PASSWORD, "password": "another password"})
    assert right.status_code == 303
    assert "other browsers are signed out" in client.get("/me").text
    assert other.get("/me").status_code == 302


def test_a_new_recovery_code_ends_the_old_one(app: Flask, client: FlaskClient) -> None:
    old = _code(_sign_up(client))
    assert client.post("/me/recovery-code/new", data={"password": "wrong one"}).status_code == 422
    answer = client.post("/me/recovery-code/new", data={"password": PASSWORD})
    assert _code(answer) not in ("", old)
    assert 'href="/me"' in answer.text
    fields = {"name": "Anna", "code": old, "password": "another password"}
    assert app.test_client().post("/recover", data=fields).status_code == 422


def test_each_browser_can_be_signed_out_from_another(app: Flask, client: FlaskClient) -> None:
    _sign_up(client)
    other = app.test_client()
    firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    other.post("/sign-in", data={"name": "Anna", "password": PASSWORD}, headers={"User-Agent": firefox})
    page = client.get("/me/browsers").text
    assert "Firefox on Linux" in page
    with app.app_context(), reading() as session:
        keys = session.scalars(select(SignIn.token_hash).where(SignIn.device == firefox)).all()
    client.post("/me/browsers/sign-out", data={"browser": keys[0]})
    assert other.get("/me").status_code == 302
    assert client.get("/me").status_code == 200


def test_a_browser_is_called_what_people_call_it() -> None:
    safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"
    chrome = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
    assert say_device(safari) == "Safari on an iPhone"
    assert say_device(chrome) == "Chrome on Android"
    assert say_device("curl/8") == "A browser"


def test_an_account_is_deleted_with_its_password_and_its_name_is_free(
    app: Flask, client: FlaskClient
) -> None:
    _sign_up(client)
    assert client.post("/me/delete", data={"password": "wrong one"}).status_code == 422
    assert client.post("/me/delete", data={"password": PASSWORD}).status_code == 303
    assert _count(app, Account) == _count(app, SignIn) == 0
    assert client.get("/me").status_code == 302
    assert _sign_up(client).status_code == 200


def test_a_guest_erases_everything_with_one_button(app: Flask, client: FlaskClient) -> None:
    _be_guest(client)
    assert 'type="password"' not in client.get("/me/delete").text
    assert client.post("/me/delete").status_code == 303
    assert _count(app, Account) == 0


# ---- links ------------------------------------------------------------------------------------------


def _first_link(app: Flask, clock: Clock) -> str:
    from quizapp.web.clock import dice

    with app.app_context():
        token = accounts.first_link(clock.now, dice())
    assert token is not None
    return f"/invited/{token}"


def test_the_first_link_makes_an_admin_of_somebody_new(app: Flask, client: FlaskClient, clock: Clock) -> None:
    link = _first_link(app, clock)
    page = client.get(link).text
    assert f"/sign-up?next={link}" in page
    assert client.post(link).location == link, "without an account nothing is used up"
    assert f'href="{link}"' in _sign_up(client, next=link).text
    assert _without_token(client.get(link)) == _without_token(client.get(link)), "looking changes nothing"
    assert client.post(link).location == "/admin"
    assert client.get("/admin").status_code == 200
    assert client.get(link).status_code == client.post(link).status_code == 404


def test_a_link_that_is_none_says_what_to_do(client: FlaskClient) -> None:
    answer = client.get("/invited/what")
    assert answer.status_code == 404
    assert "Ask whoever gave it to you" in answer.text


def test_nothing_that_a_browser_may_send_breaks_a_page(app: Flask, client: FlaskClient) -> None:
    _sign_up(client)
    for odd in ("\x00", "a\x00b", "\ud800", "🙂" * 300, "%00", "x" * 5000):
        text = odd.encode("utf-8", "surrogatepass")
        assert client.post("/me/browsers/sign-out", data={"browser": text}).status_code == 303
        fields = {"name": text, "time_zone": text, "minutes": text, "new_a_day": text, "retention": text}
        assert client.post("/me", data=fields).status_code == 422
        other = app.test_client()
        for address in ("/sign-in", "/sign-up", "/recover"):
            answer = other.post(address, data={"name": text, "password": text, "code": text, "next": text})
            assert answer.status_code in (303, 422, 429), (address, odd)
