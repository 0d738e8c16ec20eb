"""The blueprint of the pages for studying, and what they share: the keys of forms, and replies in fragments."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, request
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from quizapp.services import study

blueprint = Blueprint("study", __name__)

LONGEST_KEY = 32
FRAGMENT = "application/vnd.quizapp.fragment+html"
"""What a script of ours accepts: only what changes of a page, in templates that it puts in place."""
AHEAD = 3
"""Questions that a browser holds beyond the one that it shows."""


def wants_fragment() -> bool:
    """Whether a script asks, which has the frame of the page already."""
    return request.environ.get("HTTP_ACCEPT") == FRAGMENT


def typed_key() -> str:
    """Return the key that a form names, or nothing where it cannot be one."""
    key = request.form.get("key", "")
    return key if len(key) <= LONGEST_KEY and key.isalnum() else ""


def read_said(fields: Mapping[str, Sequence[str]]) -> study.Circumstances:
    """Return what came along with an answer; what is no number was not said."""
    confidence = fields.get("confidence", ("",))[0]
    return study.Circumstances(
        answered_at=_read_number(fields.get("answered_at", ("",))[0]),
        shown_at=_read_number(fields.get("shown_at", ("",))[0]),
        confidence=int(confidence) if confidence in ("1", "2", "3") else None,
    )


def _read_number(text: str) -> int | None:
    try:
        return int(text) if text else None
    except ValueError:
        return None


@blueprint.app_template_global()
def token_field() -> Markup:
    """Return the hidden field that shows a form to be ours; the same for all forms of a page."""
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())
