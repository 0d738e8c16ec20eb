"""Pages for what goes wrong: a person's mistake is answered, ours is logged with the request's id."""

from collections.abc import Sequence

from flask import Flask, current_app, g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from quizapp.services.errors import NotThere
from quizapp.web.clock import dice
from quizapp.web.typed import all_typed

LONG_TEXTS = frozenset({"words"})
NOT_TYPED = frozenset(
    {
        "csrf_token",
        "seen",
        "was",
        "line",
        "turn",
        "at",
        "bank",
        "type",
        "fact",
        "question",
        "leave-out",
        "go",
        "same",
    }
)
"""Fields of teachers' forms that the page fills by itself."""

SENTENCES = {
    400: ("That did not arrive as it should", "Go back, load the page again and repeat the last step."),
    403: ("This page is not open to you", "Sign in with an account that may see it."),
    404: ("There is no such page", "It may have moved; start again from the first page."),
    405: ("That cannot be done here", "Go back and use the button on the page."),
    413: ("That is too large", "Send a smaller file; the manual names the limit."),
    429: ("Too many tries", "Wait a few minutes, then try again."),
    500: ("Something broke on our side", "It has been logged. Nothing that you answered is lost; try again."),
}


def show_errors(app: Flask) -> None:
    """Give every error a page of the site."""

    @app.errorhandler(CSRFError)
    def refuse_foreign_form(_error: CSRFError) -> ResponseReturnValue:
        kept, back = _typed_texts(), _way_back()
        title, remedy = "This form has grown old", "You signed in or out meanwhile, so it was not saved. "
        if kept:
            remedy += "What you typed stands here: copy it, sign in, and put it into the form again."
        else:
            remedy += "Nothing else is lost; go on from the page below." if back else "Fill it in once more."
        return _page(400, title, remedy, back, kept)

    @app.errorhandler(NotThere)  # not abort(404): what a handler raises becomes a 500
    def answer_not_there(_error: NotThere) -> ResponseReturnValue:
        return _page(404, *SENTENCES[404])

    @app.errorhandler(HTTPException)
    def answer_http_error(error: HTTPException) -> ResponseReturnValue:
        code = error.code or 500
        if code < 400:
            return error.get_response()
        title, remedy = SENTENCES.get(code, (error.name, "Go back and try again."))
        return _page(code, title, remedy)

    @app.errorhandler(500)
    def answer_own_error(_error: BaseException) -> ResponseReturnValue:
        app.logger.error("request %s failed: %s %s", _request_id(), request.method, request.path)
        title, remedy = SENTENCES[500]
        return _page(500, title, remedy)


def _way_back() -> str | None:
    """Return where a form that was refused can be filled in again: the question that it answered."""
    session_id = (request.view_args or {}).get("session_id")
    return url_for("study.question", session_id=session_id) if session_id else None


def _typed_texts() -> list[tuple[str, str]]:
    """Return what was typed into a form of teachers, or one that reports a problem, each with its field."""
    view = current_app.view_functions.get(request.endpoint or "")
    is_lost = hasattr(view, "accepts_upload")
    return [
        (name.replace("-", ", ").capitalize(), value)
        for name, values in all_typed().items()
        if (is_lost and name not in NOT_TYPED) or name in LONG_TEXTS
        for value in values
        if value.strip()
    ]


def _page(
    code: int, title: str, remedy: str, back: str | None = None, kept: Sequence[tuple[str, str]] = ()
) -> ResponseReturnValue:
    page = render_template(
        "site/error.html",
        title=title,
        remedy=remedy,
        code=code,
        back=back,
        request_id=_request_id(),
        kept=kept,
    )
    return page, code


def _request_id() -> str:
    """Return what this request is called in the log and on its page; most requests need no name."""
    if "request_id" not in g:
        g.request_id = f"{dice().getrandbits(32):08x}"
    return str(g.request_id)
