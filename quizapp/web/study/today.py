"""Today, the start of a session and its end."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import study
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.study.frame import blueprint
from quizapp.web.typed import typed


@blueprint.get("/today")
@open_to(Role.GUEST)
def today() -> ResponseReturnValue:
    """Show what today's session holds, with one button to start it."""
    minutes = request.args.get("minutes", type=int)
    minutes = minutes if minutes in study.LENGTHS else None
    found = study.look_at_today(person_here(), now(), minutes)
    return render_template("study/today.html", today=found, choices=study.LENGTHS)


@blueprint.post("/study")
@open_to(Role.GUEST)
def start() -> ResponseReturnValue:
    """Plan a session and go to its first question."""
    person = person_here()
    minutes = request.form.get("minutes", type=int)
    minutes = minutes if minutes in study.LENGTHS else person.minutes
    bank_key = typed("bank") or None
    is_ahead = request.form.get("ahead") == "yes"
    try:
        session_id = study.start_session(person, minutes, now(), dice(), bank_key=bank_key, ahead=is_ahead)
    except Refused as refusal:
        flash(str(refusal))
        return redirect(url_for("study.today"), 303)
    return redirect(url_for("study.question", session_id=session_id), 303)


@blueprint.get("/study/<key:session_id>/end")
@open_to(Role.GUEST)
def end(session_id: str) -> ResponseReturnValue:
    """Show what was known in a session and what comes back when."""
    summary = study.look_back(person_here(), session_id, now())
    return render_template("study/end.html", summary=summary)
