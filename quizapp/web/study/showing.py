"""A turn as a page, or as the fragment that a script puts in its place."""

import re
import zlib
from dataclasses import dataclass

from flask import Response, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from quizapp.services import study
from quizapp.web.access import person_here
from quizapp.web.clock import now
from quizapp.web.study.frame import FRAGMENT, token_field, wants_fragment

UNDO_SECONDS = 10
_INDENTATION = re.compile(r"\n\s+")


@dataclass(frozen=True, slots=True)
class View:
    """Where a scene stands, and for whom."""

    here: str
    """The address of the session; those of its other routes begin with it."""
    token: Markup
    """The hidden field of forms; empty in a fragment, whose script knows the page's token."""
    rates: bool
    """Whether this student says how sure an answer is."""
    uses_keys: bool
    can_undo: bool
    is_page: bool


def show_turn(turn: study.Turn) -> ResponseReturnValue:
    """Show a turn to whoever asks for it: a page, or the fragment of it."""
    if wants_fragment():
        return send_turn(turn)
    is_question = turn.told is None or turn.goes_on
    return show_page("study/question.html" if is_question else "study/feedback.html", turn)


def show_page(template: str, turn: study.Turn) -> str:
    """Show a turn on a page of its own."""
    view = view_of(turn.session_id, turn.told)
    return render_template(template, view=view, told=turn.told, asked=turn.asked, pace=turn.pace)


def send_turn(turn: study.Turn) -> Response:
    """Send a turn as a fragment: its feedback, the plan, and those of its questions that the browser lacks."""
    coming = (turn.asked, *turn.ahead) if turn.asked else ()
    held = (request.form.get("held") or request.args.get("held", "")).split()
    return send_fragment(
        "study/reply.html",
        view_of(turn.session_id, turn.told),
        told=turn.told,
        goes_on=turn.goes_on,
        plan=[asked.key for asked in coming],
        fresh=[asked for asked in coming if asked.key not in held or asked.reason],
        pace=turn.pace,
        now=now(),
    )


def send_fragment(template: str, view: View, **values: object) -> Response:
    """Send a template as a fragment, small: without the indentation, and packed where the browser unpacks it."""
    body = _INDENTATION.sub("\n", render_template(template, view=view, **values)).encode()
    headers = {"Content-Type": FRAGMENT, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get(
        "Accept-Encoding", ""
    ):  # no secret stands in a fragment but keys of its own
        body = _pack(body)
        headers["Content-Encoding"] = "gzip"
    return make_response(body, headers)


def _pack(body: bytes) -> bytes:
    """Pack with gzip; a fragment has 2 KB, and the usual window of 32 KB takes 70 microseconds, this one 20."""
    packer = zlib.compressobj(
        level=4, wbits=16 + 12, memLevel=6
    )  # 16: gzip's header; a window of 2 ** 12 bytes
    return packer.compress(body) + packer.flush()


def view_of(session_id: str, told: study.Told | study.Untold | None = None) -> View:
    """Return how a session is shown to the person who asks."""
    person, is_page = person_here(), not wants_fragment()
    return View(
        here=url_for("study.question", session_id=session_id),
        token=token_field() if is_page else Markup(),
        rates=person.rates_confidence,
        uses_keys=person.uses_keys,
        can_undo=isinstance(told, study.Told)
        and not told.is_voided
        and now() - told.received_at <= UNDO_SECONDS * 1000,
        is_page=is_page,
    )
