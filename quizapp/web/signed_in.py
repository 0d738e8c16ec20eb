"""Who is signed in: the token in the cookie names a row, and deleting the row ends the sign-in."""

from flask import current_app, session
from flask_login import login_user, logout_user

from quizapp.services import accounts
from quizapp.services.accounts.person import DAY, HOUR
from quizapp.web.access import note_who_asks
from quizapp.web.clock import now


class SignedIn:
    """The person behind a valid token, as flask-login wants it."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def __init__(self, token: str, person: accounts.Person) -> None:
        self.token = token
        self.person = person

    def get_id(self) -> str:
        """Return the revocable token that the cookie holds."""
        return self.token


def load_signed_in(token: str) -> SignedIn | None:
    """Return who a token belongs to, or None if it was revoked."""
    person = accounts.find_signed_in(token)
    if person is None:
        return None
    if session.get("seen") != now() // HOUR:  # the cookie keeps the hour, so that no request has to read it
        session["seen"] = now() // HOUR
        accounts.note_seen(person.id, now())
        _tidy_daily()
    return SignedIn(token, person)


def remember(token: str) -> None:
    """Sign this browser in with a token that a service has just made."""
    person = accounts.find_signed_in(token)
    if person is None:
        raise RuntimeError("a token was just made and is not there")
    session.permanent = True  # signed in until the row goes, not until the browser closes
    login_user(SignedIn(token, person))
    note_who_asks(person)


def forget() -> None:
    """Take the token out of this browser's cookie."""
    logout_user()
    note_who_asks(None)


def _tidy_daily() -> None:
    """Erases guests who have not been here for long: a site that never restarts has no other moment."""
    today = now() // DAY
    if current_app.extensions.get("quizapp_tidied") != today:
        current_app.extensions["quizapp_tidied"] = today
        accounts.erase_idle_guests(now(), current_app.config["GUEST_DAYS"], at_most=500)
