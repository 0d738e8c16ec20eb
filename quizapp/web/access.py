"""Who may: every route says it with ``@open_to(...)``, and a route that says nothing is refused to everybody.

The rule runs before each request; the table of all routes by role is a test.
"""

from collections.abc import Callable
from enum import IntEnum
from typing import TypeVar

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from quizapp.services.person import Person

View = TypeVar("View", bound=Callable[..., object])


class Role(IntEnum):
    """What a visitor to the site can be; each may also do what the ones before it may."""

    ANYBODY = 0
    GUEST = 1
    """Somebody who has answered, with or without a name."""
    STUDENT = 2
    """Somebody with a name and a password."""
    TEACHER = 3
    ADMIN = 4


def open_to(role: Role) -> Callable[[View], View]:
    """Declare the least role that may use a route."""

    def declare(view: View) -> View:
        view.open_to = role  # type: ignore[attr-defined]
        return view

    return declare


def role_of(person: Person | None) -> Role:
    """Return the role of the person who asks."""
    if person is None:
        return Role.ANYBODY
    return Role.GUEST if person.is_guest else Role[person.role.upper()]


def who_asks() -> Person | None:
    """Return the person who is signed in, as a guest or by name, or None."""
    if "person" not in g:
        note_who_asks(current_user.person if current_user.is_authenticated else None)
    person: Person | None = g.person
    return person


def note_who_asks(person: Person | None) -> None:
    """Keep who asks until the end of the request; whoever signs somebody in or out says so here."""
    g.person = person


def person_here() -> Person:
    """Return the person who is signed in, on a route that is open to nobody else."""
    person = who_asks()
    if person is None:
        raise RuntimeError("this route needs @open_to(Role.GUEST) or more")
    return person


def guard_routes(app: Flask) -> None:
    """Refuse every request that its route does not allow."""

    @app.before_request
    def refuse_who_may_not() -> ResponseReturnValue | None:
        if request.endpoint is None:  # no such route: the 404 page says so
            return None
        needed = getattr(current_app.view_functions[request.endpoint], "open_to", None)
        if needed is None:
            raise RuntimeError(f"{request.endpoint} does not say who may use it; add @open_to(...)")
        if needed == Role.ANYBODY:
            return None
        role = role_of(who_asks())
        if role >= needed:
            return None
        if role > Role.GUEST:
            abort(403)
        target = request.full_path.removesuffix("?") if request.method == "GET" else None
        return redirect(url_for("accounts.sign_in", next=target))
