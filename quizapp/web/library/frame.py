"""The library's blueprint, and what its pages share."""

from io import BytesIO
from urllib.parse import urlsplit

from flask import Blueprint, Response, render_template, request, send_file
from markupsafe import Markup, escape

from quizapp.services.errors import Refused
from quizapp.web.typed import all_typed

blueprint = Blueprint("library", __name__)

LONGEST_SEARCH = 200
MORE_ROWS = 3
"""Rows that are added to a form at once."""
NOT_TYPED = frozenset({"csrf_token", "turn"})
"""Fields that are made anew with the next page."""


@blueprint.app_template_filter("safe_address")
def safe_address(address: str) -> str:
    """Return the address of a source if it is one of the web, else nothing."""
    try:
        return address if urlsplit(address).scheme in ("http", "https") else ""
    except ValueError:  # no address at all, such as http://[x
        return ""


@blueprint.app_template_filter("with_code")
def with_code(message: str) -> Markup:
    """Return a message as HTML, with what stands between backticks as code."""
    parts = message.split("`")
    if len(parts) % 2 == 0:
        return escape(message)
    spans = (
        Markup("<code>{}</code>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )
    return Markup("").join(spans)


def send_yaml(file_name: str, text: str) -> Response:
    """Send a bank file to be saved, under its name in any script."""
    kind = "application/yaml; charset=utf-8"
    sent = send_file(BytesIO(text.encode()), mimetype=kind, as_attachment=True, download_name=file_name)
    sent.headers["Cache-Control"] = "no-store"
    return sent


def show_draft_first(bank_key: str, reason: Refused) -> str:
    """Show that an open draft of a bank has to be seen to first, with all that was typed into the form."""
    typed_now = {name: values for name, values in all_typed().items() if name not in NOT_TYPED}
    return render_template(
        "library/draft_first.html", reason=reason, bank_key=bank_key, fields=typed_now, address=request.path
    )


LONGEST_NUMBER = 12  # digits


def read_number(text: str | None, first: int = 1) -> int:
    """Return a number from an address, at least the first; anything else is the first."""
    if text is None or not text.isascii() or not text.isdigit() or len(text) > LONGEST_NUMBER:
        return first
    return max(first, int(text))
