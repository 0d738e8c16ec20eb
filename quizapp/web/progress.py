"""Progress: what is known and what waits, and every answer ever given, to look at and to take away."""

from collections.abc import Mapping
from datetime import date

from flask import Blueprint, Response, render_template, request, stream_with_context
from flask.typing import ResponseReturnValue

from quizapp.progress import STATISTICS, Statistic
from quizapp.progress.calendar import Calendar
from quizapp.services import progress
from quizapp.web import drawing_progress as drawing
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import now

blueprint = Blueprint("progress", __name__)
blueprint.add_app_template_filter(drawing.say_date, "date")
blueprint.add_app_template_filter(drawing.say_percent, "percent")

RESULTS = (
    ("", "All answers"),
    ("right", "Right"),
    ("wrong", "Not right"),
    ("sure-and-wrong", "Sure, and not right"),
    ("undone", "Undone"),
)
"""What a reader can choose, and in which words."""
LONGEST_SEARCH = 200
_FIELDS = ("bank", "from", "to", "result", "q")


@blueprint.get("/progress")
@open_to(Role.GUEST)
def overview() -> ResponseReturnValue:
    """Show what is known now, what is due, what was practised, and how far predictions can be believed."""
    year = request.args.get("year", type=int)
    found = progress.look_at_progress(person_here(), now(), year)
    return render_template(
        "progress/overview.html", progress=found, statistics=_arrange(found.statistics), drawing=drawing
    )


def _arrange(found: Mapping[str, object]) -> list[Statistic]:
    """Return the statistics in the order of the page: a whole year is as wide as two plots, and follows two."""
    calendar = found["calendar"]
    if not isinstance(calendar, Calendar) or len(calendar.halves) == 1:
        return list(STATISTICS)
    arranged = [statistic for statistic in STATISTICS if statistic.name != "calendar"]
    arranged[2:2] = [statistic for statistic in STATISTICS if statistic.name == "calendar"]
    return arranged


@blueprint.get("/progress/answers")
@open_to(Role.GUEST)
def answers() -> ResponseReturnValue:
    """Show every answer that was ever given, or those that are looked for."""
    person, sought = person_here(), _read_sought()
    found = progress.look_at_answers(person, now(), sought, request.args.get("page", 1, int))
    asked = {name: value for name in _FIELDS if (value := request.args.get(name, "").strip())}
    return render_template(
        "progress/answers.html", answers=found, sought=sought, asked=asked, results=RESULTS, person=person
    )


@blueprint.get("/progress/answers.<any(csv, json):file_format>")
@open_to(Role.GUEST)
def export(file_format: str) -> Response:
    """Send the answers that are looked for as a file, line by line."""
    kind = progress.FORMATS[file_format]
    moment, person = now(), person_here()
    found = progress.find_all_answers(person, moment, _read_sought())
    response = Response(stream_with_context(kind.write(found)), mimetype=kind.mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="quizapp-answers.{kind.name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _read_sought() -> progress.Sought:
    fields = request.args
    result = fields.get("result", "")
    return progress.Sought(
        bank_key=fields.get("bank", "").strip(),
        first_day=_read_day(fields.get("from", "")),
        last_day=_read_day(fields.get("to", "")),
        result=result if result in dict(RESULTS) else "",
        words=fields.get("q", "").strip()[:LONGEST_SEARCH],
    )


def _read_day(text: str) -> int | None:
    """Return the study day that a date field holds; what is no date limits nothing."""
    try:
        return date.fromisoformat(text.strip()).toordinal()
    except ValueError:
        return None
