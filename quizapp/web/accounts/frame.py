"""What the pages of people share: the blueprint, coming in, and addresses that may be gone on to."""

from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from quizapp.services import accounts, study
from quizapp.services.accounts import Entered, Origin, Person
from quizapp.web.access import who_asks
from quizapp.web.clock import dice, now
from quizapp.web.network import network_here
from quizapp.web.signed_in import remember

blueprint = Blueprint("accounts", __name__)

MOST_MARKS = 20
"""Accounts that a browser is known to: one that a class shares must not outgrow its cookie."""


def device_here() -> str:
    """Return what this browser calls itself."""
    return request.user_agent.string[:200]


def token_here() -> str:
    """Return this browser's sign-in token, or nothing."""
    return str(current_user.token) if current_user.is_authenticated else ""


def guest_here() -> Person | None:
    """Return the guest who asks, or None."""
    person = who_asks()
    return person if person is not None and person.is_guest else None


def enter(entered: Entered) -> bool:
    """Sign this browser in under a new token; returns whether a guest's answers have joined the account."""
    guest = guest_here()
    has_joined = guest is not None and guest.id != entered.account_id
    is_second = False
    if guest is not None and has_joined:
        is_second = study.merge_guest(guest, entered.account_id, now())
    elif token := token_here():
        accounts.sign_out(token)
    start_over()
    remember(entered.token)
    _mark(entered.account_id)
    if is_second:
        flash("You have a quiz open already, so the one that you had begun in this browser was handed in.")
    return has_joined


def origin_here() -> Origin:
    """Return where this request's tries are counted."""
    return Origin(network_here(), session.get("marks", {}))


def start_over() -> None:
    """Forget everything of this browser but the accounts that it has been signed in to."""
    marks = session.get("marks")
    session.clear()
    if marks:
        session["marks"] = marks


def _mark(account_id: int) -> None:
    """Keep that this browser has been signed in to an account: guesses made elsewhere do not hold it up."""
    marks = dict(session.get("marks", {}))
    mark = marks.pop(str(account_id), None) or f"{dice().getrandbits(64):016x}"
    kept = list(marks.items())[1 - MOST_MARKS :]
    session["marks"] = dict([*kept, (str(account_id), mark)])


def is_own_address(target: str) -> bool:
    """Whether an address leads to a page of this site, whatever a browser makes of its slashes."""
    if not target.startswith("/") or not target.isprintable() or "\\" in target:
        return False
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return not (target.startswith("//") or parts.scheme or parts.netloc)


def next_address() -> str:
    """Return where the visitor wanted to go, or nothing where that is not a page of this site."""
    target = request.values.get("next", "")
    return target if is_own_address(target) else ""


def go_on() -> ResponseReturnValue:
    """Send the visitor where they wanted to go, or to today."""
    return redirect(next_address() or url_for("study.today"), 303)


def show_code(code: str, target: str = "") -> ResponseReturnValue:
    """Show a new recovery code in the reply that made it, and nowhere else: no cookie ever holds it."""
    target = target or next_address() or url_for("study.today")
    return render_template("accounts/recovery_code.html", code=code, target=target)
