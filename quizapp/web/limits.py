"""How much a request may bring: little, but on a route with ``@accepts_upload`` what whoever runs the site allows.

The rule runs before anything reads a form, so that a body which is too large costs nothing.
"""

from typing import Any

from flask import Flask, abort, current_app, request

from quizapp.web.access import View, role_of, who_asks

LARGEST_FORM = 300_000
"""Bytes: thirty of the longest answers, each letter of them written as ``%D8%A9``."""
MOST_FIELDS = 2_000
"""Fields of one form: a question with a hundred options has 300."""


def accepts_upload(view: View) -> View:
    """Declare that a route takes bank files, or parts of them, from those who may use it."""
    view.accepts_upload = True  # type: ignore[attr-defined]
    return view


def limit_requests(app: Flask) -> None:
    """Refuse every request that brings more than its route takes; to be called before any other rule."""
    app.config["MAX_FORM_PARTS"] = MOST_FIELDS

    @app.before_request
    def refuse_too_much() -> None:
        length = request.content_length
        if length is not None and length < MOST_FIELDS:
            return  # an answer: so few bytes cannot hold too many fields
        limit = current_app.config["MAX_CONTENT_LENGTH"]
        if not _may_upload():
            limit = min(limit, LARGEST_FORM)
        request.max_content_length = limit
        if (length or 0) > limit:
            abort(413)
        if request.mimetype == "application/x-www-form-urlencoded" and _count_fields() > MOST_FIELDS:
            abort(413)


def _may_upload() -> bool:
    view: Any = current_app.view_functions.get(request.endpoint or "")
    return hasattr(view, "accepts_upload") and role_of(who_asks()) >= view.open_to


def _count_fields() -> int:
    """Count the fields without reading them; only a form of several parts is counted by Flask itself."""
    return request.get_data(cache=True, parse_form_data=False).count(b"&") + 1
