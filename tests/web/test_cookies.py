"""The session's cookie is read once and believed for as long as it is the same, not forged and not too old."""

from datetime import timedelta

import pytest
from flask import Flask, session

from quizapp.app import create_app


@pytest.fixture
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app({"INSTANCE": str(tmp_path_factory.mktemp("instance")), "SECRET_KEY": "of a test"})


def _sign(app: Flask, values: dict[str, object]) -> str:
    serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    return f"session={serializer.dumps(values)}"


def _read(app: Flask, cookie: str) -> dict[str, object]:
    with app.test_request_context("/", headers={"Cookie": cookie}):
        return dict(session)


def test_a_cookie_says_the_same_each_time_it_is_read(app: Flask) -> None:
    cookie = _sign(app, {"seen": 7, "said": ("one", "two")})
    assert [_read(app, cookie) for _ in range(3)] == 3 * [{"seen": 7, "said": ("one", "two")}]


def test_what_one_request_changes_in_its_session_no_other_one_sees(app: Flask) -> None:
    cookie = _sign(app, {"said": ["one"]})
    with app.test_request_context("/", headers={"Cookie": cookie}):
        session["said"].append("two")
        session["more"] = True
    assert _read(app, cookie) == {"said": ["one"]}


def test_a_forged_cookie_says_nothing_also_after_the_right_one_was_read(app: Flask) -> None:
    cookie = _sign(app, {"seen": 7})
    assert _read(app, cookie) == {"seen": 7}
    other = create_app({"INSTANCE": str(app.instance_path), "SECRET_KEY": "another"})
    forged = (
        _sign(other, {"seen": 7}),
        cookie[:-4] + cookie[-4:].swapcase(),
        cookie + "x",
        "session=",
        "session=a.b.c",
    )
    assert [_read(app, each) for each in forged] == 5 * [{}]


def test_a_cookie_that_was_read_before_grows_too_old_all_the_same(app: Flask) -> None:
    cookie = _sign(app, {"seen": 7})
    assert _read(app, cookie) == {"seen": 7}
    app.permanent_session_lifetime = timedelta(seconds=-1)
    assert _read(app, cookie) == {}
