"""A turn as a page, or as the fragment that a script puts in its place."""

from flask import Response, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import study
from quizapp.web.access import who_asks
from quizapp.web.clock import now
from quizapp.web.study.frame import FRAGMENT, token_field, wants_fragment

UNDO_SECONDS = 10


def show_turn(turn: study.Turn) -> ResponseReturnValue:
    """Show a turn to whoever asks for it: a page, or the fragment of it."""
    if wants_fragment():
        return send_turn(turn)
    is_question = turn.told is None or turn.goes_on
    return show_page("study/question.html" if is_question else "study/feedback.html", turn)


def show_page(template: str, turn: study.Turn) -> str:
    """Show a turn on a page of its own."""
    return render_template(
        template,
        turn=turn,
        told=turn.told,
        asked=turn.asked,
        pace=turn.pace,
        here=url_for("study.question", session_id=turn.session_id),
        token=token_field(),
        person=who_asks(),
        can_undo=_can_undo(turn),
        is_whole=True,
    )


def send_turn(turn: study.Turn) -> Response:
    """Send a turn as a fragment: its feedback, the plan, and those of its questions that the browser lacks."""
    coming = (turn.asked, *turn.ahead) if turn.asked else ()
    held = (request.args.get("held") or request.form.get("held", "")).split()
    return send_fragment(
        "study/reply.html",
        turn=turn,
        told=turn.told,
        plan=[asked.key for asked in coming],
        fresh=[asked for asked in coming if asked.key not in held or asked.reason],
        pace=turn.pace,
        here=url_for("study.question", session_id=turn.session_id),
        can_undo=_can_undo(turn),
    )


def send_fragment(template: str, **values: object) -> Response:
    """Send a template as a fragment; the script knows the page's token and puts it into the forms."""
    text = render_template(template, **values, token="", person=who_asks(), now=now(), is_whole=False)
    return make_response(text, {"Content-Type": FRAGMENT})


def _can_undo(turn: study.Turn) -> bool:
    told = turn.told
    return told is not None and not told.is_voided and now() - told.received_at <= UNDO_SECONDS * 1000
