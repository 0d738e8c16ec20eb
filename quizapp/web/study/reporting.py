"""Report a problem with a question, to the owner of its bank."""

from flask import flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import study
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import now
from quizapp.web.study.frame import blueprint, token_field, typed_key, wants_fragment
from quizapp.web.typed import typed


@blueprint.get("/study/<key:session_id>/report/<key:key>")
@open_to(Role.GUEST)
def report_form(session_id: str, key: str) -> ResponseReturnValue:
    """Ask what is wrong with a question."""
    here = url_for("study.question", session_id=session_id)
    try:
        asked = study.look_at_question(person_here(), key, now())
    except Refused as refusal:
        flash(str(refusal))
        return redirect(here)
    return render_template("study/report.html", asked=asked, here=here, token=token_field())


@blueprint.post("/study/<key:session_id>/report")
@open_to(Role.GUEST)
def report(session_id: str) -> ResponseReturnValue:
    """Send a report, and go on with the session."""
    study.report(person_here(), typed_key(), typed("words"), now())
    if wants_fragment():
        return make_response("", 204)
    flash("Reported to the owner of the bank.")
    return redirect(url_for("study.question", session_id=session_id), 303)
