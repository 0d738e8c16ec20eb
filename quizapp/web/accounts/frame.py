"""What the pages of people share: the blueprint, coming in, and addresses that may be gone on to."""

from urllib.parse import urlsplit

from flask import Blueprint, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from quizapp.services import accounts, study
from quizapp.services.accounts import Entered, Person
from quizapp.web.access import who_asks
from quizapp.web.signed_in import remember

blueprint = Blueprint("accounts", __name__)


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
    if guest is not None and has_joined:
        study.merge_guest(guest.id, entered.account_id)
    elif token := token_here():
        accounts.sign_out(token)
    session.clear()
    remember(entered.token)
    if entered.code:
        session["recovery_code"] = entered.code
    return has_joined


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


def show_code() -> ResponseReturnValue:
    """Send the visitor to the page with the new recovery code; from there it goes on."""
    return redirect(url_for("accounts.recovery_code", next=next_address() or None), 303)
