"""Every page has one h1, a title and labelled inputs, and loads nothing but our own files, whoever looks at it."""

import re

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient

from tests.conftest import AppMaker, Clock
from tests.fixtures.site import PASSWORD, RESET, ROLES, Site, right_fields
from tests.laws.page_rules import problems
from tests.laws.test_routes import ROUTES, TABLE

NOT_PAGES = {
    "accounts.export",
    "library.download",
    "library.download_built",
    "library.download_draft",
    "progress.export",
    "study.ahead",
    "site.healthz",
    "site.readyz",
    "static_files.file",
}
SHOWN = [route.split()[1] for route in ROUTES if route.startswith("GET ")]
PAGES = [name for name in SHOWN if name not in NOT_PAGES]

ALSO = {
    "library.shelves": ["?q=euphrates", "?q=nothing+has+this"],
    "library.desk": ["?q=rivers", "?q=nothing+has+this"],
    "library.own_bank": ["?q=river", "?q=nothing+has+this", "?page=99"],
    "library.draft": ["?question=4&try=14+Oct+2017", "?question=2&try=x", "?question=9"],
    "library.build": ["?bank=one-word"],
    "library.review": ["?fact=1", "?fact=1&whole=1", "?fact=3"],
    "library.new_question": [
        f"?type={name}" for name in ("date", "number", "order", "match", "cloze", "card")
    ],
    "site.admin": ["?q=sam", "?q=nobody+has+this"],
    "progress.answers": [
        "?page=2",
        "?q=nothing+has+this",
        "?bank=every-type&result=wrong&from=2025-01-01&to=2026-01-01",
    ],
    "study.today": ["?minutes=5", "?minutes=20"],
}
"""Other states of a page, by what is asked of it."""


@pytest.fixture
def app(make_app: AppMaker, populated_url: str) -> Flask:
    return make_app(populated_url, WTF_CSRF_ENABLED=True)


@pytest.fixture
def bare(make_app: AppMaker, sqlite_url: str) -> Flask:
    """A site without a bank and without a person."""
    return make_app(sqlite_url, WTF_CSRF_ENABLED=True)


def address_of(app: Flask, site: Site, endpoint: str) -> str:
    """The address of a page of the populated site."""
    rule = next(rule for rule in app.url_map.iter_rules(endpoint) if "GET" in (rule.methods or ()))
    with app.test_request_context():
        return url_for(endpoint, **{name: site.arguments[name] for name in rule.arguments})


def _look(client: FlaskClient, address: str) -> list[str]:
    answer = client.get(address)
    if answer.status_code in (302, 303):
        return []
    assert answer.mimetype == "text/html", address
    return [f"{address}: {problem}" for problem in problems(answer.text)]


def _form(client: FlaskClient, page: str, address: str, **fields: str) -> str:
    """Send a form with the token of its page and return what comes back."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get(page).text)
    assert token is not None, page
    return client.post(address, data={"csrf_token": token[1], **fields}).text


FINE = (
    '<!doctype html><html lang="en"><head><title>Fine · Quizapp</title></head><body><main><h1>Fine</h1>'
    '<form method="post"><input type="hidden" name="csrf_token" value="x"><label for="a">A</label>'
    '<input id="a" name="a"></form></main></body></html>'
)


@pytest.mark.parametrize(
    ("was", "spoilt"),
    [
        ("<h1>Fine</h1>", ""),
        ("<h1>Fine</h1>", "<h1>Fine</h1><h1>Twice</h1>"),
        ("Fine · Quizapp", " · Quizapp"),
        (' lang="en"', ""),
        ('<label for="a">A</label>', ""),
        ('<label for="a">A</label>', '<label for="b">A</label>'),
        ('value="x"', 'value=""'),
        ("<h1>Fine</h1>", '<h1 style="color: red">Fine</h1>'),
        ("<h1>Fine</h1>", '<h1 onclick="go()">Fine</h1>'),
        ("<h1>Fine</h1>", "<h1>Fine</h1><script>go()</script>"),
        ("<h1>Fine</h1>", '<h1>Fine</h1><script src="https://elsewhere.example/x.js"></script>'),
        ("<h1>Fine</h1>", '<h1>Fine</h1><img src="//elsewhere.example/x.png" alt="">'),
        ("<h1>Fine</h1>", '<h1>Fine</h1><a href="javascript:go()">Go</a>'),
        ("<h1>Fine</h1>", '<h1>Fine</h1><a href="/x"></a>'),
        ("<h1>Fine</h1>", '<h1>Fine</h1><p id="a">Twice</p>'),
        ("<h1>Fine</h1>", "<h1>Fine</h1><p><div>Crossed</p></div>"),
    ],
)
def test_the_rules_notice_what_they_are_there_to_notice(was: str, spoilt: str) -> None:
    assert problems(FINE) == []
    assert problems(FINE.replace(was, spoilt)) != []


@pytest.mark.parametrize("endpoint", PAGES)
def test_every_page_keeps_to_the_rules_for_everybody_who_may_see_it(
    app: Flask, populated: Site, endpoint: str
) -> None:
    address = address_of(app, populated, endpoint)
    found = []
    for role, said in zip(ROLES, TABLE[f"GET {endpoint}"].split(), strict=True):
        client = populated.client(app, role)
        for also in ("", *(ALSO.get(endpoint, ()) if said == "ok" else ())):
            found += _look(client, address + also)  # a refusal is a page too
    assert found == []


def test_pages_of_somebody_who_has_nothing_yet_keep_to_the_rules_and_say_the_next_step(
    app: Flask, populated: Site
) -> None:
    newcomer = populated.client(app, "newcomer")
    found = []
    for address in ("/today", "/library", "/progress", "/me", "/library/every-type", "/library?q=none"):
        found += _look(newcomer, address)
        assert "/library" in newcomer.get(address).text or address.startswith("/library/")
    assert found == []


def test_pages_of_a_site_without_a_bank_keep_to_the_rules(bare: Flask) -> None:
    found = []
    stranger = bare.test_client()
    for address in ("/", "/library", "/sign-in", "/sign-up", "/recover"):
        found += _look(stranger, address)
    assert "No questions yet" in stranger.get("/").text
    assert found == []


def test_pages_of_the_desk_keep_to_the_rules_in_every_state(app: Flask, populated: Site) -> None:
    tess, otto = populated.client(app, "teacher"), populated.client(app, "another teacher")
    broken = f"/teach/drafts/{populated.broken_draft}"
    found = [*_look(otto, "/teach"), *_look(tess, broken), *_look(tess, "/teach/only-mine")]
    found += _look(tess, "/teach/every-type/questions/no-such-question")
    for address in ("/teach/every-type/new-question", "/teach/every-type/questions/river"):  # a draft is open
        found += _look(tess, address)
    for page, address, fields in (
        ("/teach", "/teach/files", {}),
        ("/teach", "/teach/files", {"text": "\x00"}),
        (broken, f"{broken}/mend", {"line": "9", "mended": "x", "seen": "outdated"}),
        (broken, f"{broken}/publish", {"seen": "outdated"}),
        (
            "/teach/one-word/new-question",
            "/teach/one-word/new-question",
            {"text": "type: choice", "seen": "?"},
        ),
        (
            "/teach/one-word/questions/word",
            "/teach/one-word/questions/word",
            {"text": "stem: [", "seen": "?"},
        ),
    ):
        found += [f"{address}: {each}" for each in problems(_form(tess, page, address, **fields))]
    _form(tess, "/teach/one-word", "/teach/one-word/retire")
    found += _look(tess, "/teach/one-word")
    assert found == []


def test_pages_of_people_keep_to_the_rules_in_every_state(app: Flask, populated: Site) -> None:
    found = []
    for role, page, fields in (
        ("nobody", "/sign-in", {"name": "Sam", "password": "wrong"}),
        ("guest", "/sign-in", {}),
        ("nobody", "/sign-up", {"name": "S", "password": "short"}),
        ("guest", "/sign-up", {}),
        ("nobody", "/recover", {"name": "Sam", "code": "x", "password": "long enough"}),
        ("student", "/me", {"name": "", "minutes": "900", "new_a_day": "x", "retention": "5"}),
        ("student", "/me/password", {"old_password": "wrong", "password": "1"}),
        ("student", "/me/recovery-code/new", {"password": "wrong"}),
        ("student", "/me/delete", {"password": "wrong"}),
        ("nobody", f"/invited/{RESET}", {"password": "1"}),
        ("admin", f"/admin/people/{populated.ids['admin']}", {}),
    ):
        client = populated.client(app, role)
        found += _look(client, page)
        address = f"{page}/role" if page.startswith("/admin") else page
        found += [f"{page}: {each}" for each in problems(_form(client, page, address, **fields))]
    found += _look(populated.client(app, "nobody"), "/invited/no-such-link")
    student = populated.client(app, "student")
    found += problems(_form(student, "/me/recovery-code/new", "/me/recovery-code/new", password=PASSWORD))
    admin = populated.client(app, "admin")
    for page, address in (("/admin", "/admin/invitations"), ("/admin/people/1", "/admin/people/1/reset")):
        found += [f"{address}: {each}" for each in problems(_form(admin, page, address))]
        found += _look(admin, page)
    assert found == []


def test_pages_of_what_goes_wrong_keep_to_the_rules(app: Flask, populated: Site) -> None:
    app.config.update(TESTING=False, PROPAGATE_EXCEPTIONS=False)
    app.add_url_rule("/broken", "broken", lambda: 1 / 0)
    app.view_functions["broken"].open_to = 0  # type: ignore[attr-defined]
    found = []
    for role in ROLES:
        client = populated.client(app, role)
        for address, status in (("/nowhere", 404), ("/try", 405), ("/broken", 500)):
            answer = client.get(address)
            assert answer.status_code == status
            found += [f"{address}: {each}" for each in problems(answer.text)]
        answer = client.post("/try", data={"key": "x"})
        assert answer.status_code == 400
        found += problems(answer.text)
        answer = client.post("/sign-in", data={"name": "x" * 9_000_000})
        assert answer.status_code == 413
        found += problems(answer.text)
    assert found == []


def test_every_question_and_its_feedback_keep_to_the_rules(
    make_app: AppMaker, populated_url: str, populated: Site, clock: Clock
) -> None:
    """Every type: asked, with hints, asked back, answered wrong, answered right, turned over, and the end."""
    from quizapp.questions import TYPE_NAMES
    from quizapp.services import accounts, study

    app = make_app(populated_url)
    client = populated.client(app, "newcomer")
    where = client.post("/study", data={"bank": "every-type", "minutes": "20"}).location
    with app.app_context():
        nora = accounts.find_signed_in(populated.tokens["newcomer"])
    assert nora is not None
    found, types, wrong = [], set(), set()
    for _ in range(60):
        with app.app_context():
            asked = study.look(nora, where.rsplit("/", 1)[1], clock.now).asked
        if asked is None:
            break
        types.add(asked.content.question.type)
        found += _check_asked(client, where, asked.key)
        fields = right_fields(asked)
        if asked.content.question_id not in wrong:
            wrong.add(asked.content.question_id)
            fields = {"response": ["again" if asked.shown.shape == "reveal" else "quite another"]}
        answer = client.post(where, data={"key": asked.key, **fields})
        found += [f"{asked.shown.stem}: {each}" for each in _without_tokens(answer.text)]
        found += [
            f"again: {each}" for each in _without_tokens(client.post(where, data={"key": asked.key}).text)
        ]
        clock.pass_seconds(20)
    assert types == set(TYPE_NAMES), "each type has a question in tests/fixtures/banks/every-type.yaml"
    found += _without_tokens(client.get(f"{where}/end").text)
    assert found == []


def _check_asked(client: FlaskClient, where: str, key: str) -> list[str]:
    found = _without_tokens(client.get(where).text)
    for _ in range(3):
        client.post(f"{where}/hint", data={"key": key})
        found += _without_tokens(client.get(where).text)
    back = client.get(f"{where}/back/{key}")
    if back.status_code == 200:
        found += _without_tokens(back.text)
    else:
        found += _without_tokens(client.post(where, data={"key": key, "response": ""}).text)
    return [f"{where}: {each}" for each in found]


def _without_tokens(html: str) -> list[str]:
    return [each for each in problems(html) if "tokens" not in each]
