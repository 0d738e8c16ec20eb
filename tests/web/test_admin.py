"""The pages of whoever runs the site, and whether the site is well."""

import html
import random
import re
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.services import accounts
from quizapp.store import Account, db, writing
from tests.conftest import AppMaker, Clock
from tests.fixtures.site import PASSWORD, sign_in


@pytest.fixture
def admin(app: Flask, client: FlaskClient, clock: Clock) -> FlaskClient:
    sign_in(app, client, "Ada", "admin")
    return client


def _id_of(name: str) -> int:
    return accounts.find_people(name, 1).rows[0].id


def _new_person(app: Flask, name: str) -> FlaskClient:
    client = app.test_client()
    sign_in(app, client, name)
    return client


def _link(page: str) -> str:
    found = re.search(r'class="link-once">\s*([^<]*?)\s*<', page)
    assert found is not None
    return urlsplit(html.unescape(found[1])).path


def test_only_an_admin_sees_the_people(app: Flask, admin: FlaskClient) -> None:
    assert admin.get("/admin").status_code == 200
    assert _new_person(app, "Ben").get("/admin").status_code == 403
    assert app.test_client().get("/admin").status_code == 302


def test_a_teacher_is_invited_by_a_link_that_is_shown_once(app: Flask, admin: FlaskClient) -> None:
    link = _link(admin.post("/admin/invitations").text)
    with admin.session_transaction() as session:
        assert link.rsplit("/")[-1] not in repr(dict(session))
    page = admin.get("/admin").text
    assert "link-once" not in page
    assert "1 link not used yet" in page
    assert "ends 2\u00a0December 2025" in page
    ben = _new_person(app, "Ben")
    assert ben.post(link).location == "/teach"
    with app.app_context():
        assert accounts.find_person(_id_of("Ben")).role == "teacher"
    assert ben.get("/admin").status_code == 403


def test_a_link_for_a_teacher_can_be_withdrawn(app: Flask, admin: FlaskClient, clock: Clock) -> None:
    keeps = _link(admin.post("/admin/invitations").text)
    clock.pass_seconds(60)
    goes = _link(admin.post("/admin/invitations").text)
    page = admin.get("/admin").text
    keys = re.findall(r'name="invitation" value="(\w+)"', page)
    assert len(keys) == 2
    assert app.test_client().get(f"/invited/{keys[0]}").status_code == 404, "what names a link opens nothing"
    admin.post("/admin/invitations/withdraw", data={"invitation": keys[0]})
    page = admin.get("/admin").text
    assert "The link is withdrawn." in page
    assert "1 link not used yet" in page
    ben = _new_person(app, "Ben")
    assert ben.post(goes).status_code == 404
    assert ben.post(keeps).location == "/teach"
    for key in (*keys, "", "\x00", "x" * 300):
        admin.post("/admin/invitations/withdraw", data={"invitation": key})
        assert "used or withdrawn already" in admin.get("/admin").text


def test_a_reset_link_lets_somebody_back_in(app: Flask, admin: FlaskClient) -> None:
    ben = _new_person(app, "Ben")
    with app.app_context():
        page_of_ben = f"/admin/people/{_id_of('Ben')}"
    link = _link(admin.post(f"{page_of_ben}/reset").text)
    with admin.session_transaction() as session:
        assert link.rsplit("/")[-1] not in repr(dict(session))
    assert "link-once" not in admin.get(page_of_ben).text
    fresh = app.test_client()
    assert "New password for" in fresh.get(link).text
    assert fresh.post(link, data={"password": "short"}).status_code == 422
    assert fresh.post(link, data={"password": "BEN"}).status_code == 422
    assert "Write this down" in fresh.post(link, data={"password": "another password"}).text
    assert ben.get("/me").status_code == 302, "the other browser is signed out"
    assert fresh.post(link, data={"password": "a third password"}).status_code == 404


def test_roles_are_changed_but_the_last_admin_stays(app: Flask, admin: FlaskClient) -> None:
    _new_person(app, "Ben")
    with app.app_context():
        ada, ben = _id_of("Ada"), _id_of("Ben")
    refused = admin.post(f"/admin/people/{ada}/role", data={"role": "student"})
    assert refused.status_code == 422
    assert "only admin" in refused.text
    assert admin.post(f"/admin/people/{ben}/role", data={"role": "admin"}).status_code == 303
    assert admin.post(f"/admin/people/{ada}/role", data={"role": "student"}).location == "/me"
    assert admin.get("/admin").status_code == 403


def test_the_only_admin_is_told_why_she_cannot_go(admin: FlaskClient) -> None:
    refused = admin.post("/me/delete", data={"password": PASSWORD})
    assert refused.status_code == 422
    assert "only admin; make somebody else an admin first" in refused.text
    assert admin.get("/admin").status_code == 200


def test_nobody_and_guests_have_no_page(app: Flask, admin: FlaskClient, clock: Clock) -> None:
    with app.app_context():
        guest = accounts.find_signed_in(accounts.make_guest("key", "UTC", clock.now, random.Random(4)))
    assert guest is not None
    for account_id in (guest.id, 999_999, 2**63, 2**64, "9" * 5000, "٣"):
        assert admin.get(f"/admin/people/{account_id}").status_code == 404
        assert admin.post(f"/admin/people/{account_id}/reset").status_code == 404
        assert admin.post(f"/admin/people/{account_id}/role", data={"role": "admin"}).status_code == 404
    assert "1 guest" in admin.get("/admin").text


def test_three_thousand_people_are_paged_and_searched(app: Flask, admin: FlaskClient, clock: Clock) -> None:
    with app.app_context(), writing() as session:
        for number in range(3000):
            name = f"Student {number:04} 100%"
            session.add(Account(name=name, name_key=name.casefold(), created_at=clock.now, seen_at=clock.now))
    page = admin.get("/admin").text
    assert "3,001 people" in page
    assert "Page 1 of 76" in page
    assert page.count('role="rowheader"') == 40
    assert "Student 2999" in admin.get("/admin?page=76").text
    assert "Student 2999" in admin.get("/admin?page=999").text
    assert "1 person" in admin.get("/admin?q=STUDENT+0042").text
    assert "Nobody has that" in admin.get("/admin?q=100_").text
    assert admin.get("/admin?page=x&q=%00").status_code == 200


def test_a_name_that_is_markup_stays_text(app: Flask, admin: FlaskClient) -> None:
    _new_person(app, "<b>Bo</b>")
    assert "&lt;b&gt;Bo&lt;/b&gt;" in admin.get("/admin").text


def test_the_process_answers_and_is_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").text == "ok\n"
    assert "Set-Cookie" not in client.get("/readyz").headers


def test_a_database_without_tables_is_not_ready(make_app: AppMaker, empty_database_url: str) -> None:
    client = make_app(empty_database_url).test_client()
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "; start the site" in answer.text
    with client.application.app_context():
        db.create_all()
    assert client.get("/readyz").status_code == 503, "tables of an unknown version"
