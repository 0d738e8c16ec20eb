"""The forgetting curve of one fact: recall from answer to answer, the real answers on it, today and the due day."""

from markupsafe import Markup

from quizapp.progress.curve import Curve, CurveAnswer, CurvePoint
from quizapp.web.templating import say_day

LEFT, WIDTH = 8.0, 90.0
"""Per cent of the width that the plot begins at and takes; numbers stand to its left."""
TOP, HEIGHT = 12, 132
"""Pixels from the top to 100 %, and from there to the foot of the plot."""
HALF = 0.5
MOST_TICKS = 40
_UNITS = (1, 2, 7, 14, 30, 91, 182, 365, 730, 1825, 3650)
_NEAR = 24.0
"""Per cent of the width that a label under the plot takes on a phone."""
_MISSED = (
    '<svg x="{x:.2f}%" y="{y:.1f}"><rect class="missed" x="-6" y="-6" width="12" height="12" rx="2"/>'
    '<path class="missed-cross" d="M-3-3l6 6m0-6l-6 6"/></svg>'
)


def draw_curve(curve: Curve, label: str) -> Markup:
    """Return the curve as SVG, with x in per cent and y in pixels; ``label`` says the same in words."""
    floor = HALF if all(point.recall >= HALF for line in curve.lines for point in line) else 0.0
    inside = "".join(
        (*_grid(floor), *_ruler(curve), _lines(curve, floor), *_marks(curve, floor), *_labels(curve))
    )
    return Markup(
        '<svg width="100%" height="{height}" role="img" aria-label="{label}">{inside}</svg>'
    ).format(height=TOP + HEIGHT + 28, label=label, inside=Markup(inside))  # noqa: S704


def _x(day: float, curve: Curve) -> float:
    return LEFT + WIDTH * (day - curve.first_day) / (curve.last_day - curve.first_day)


def _y(recall: float, floor: float) -> float:
    return TOP + HEIGHT * (1 - (max(recall, floor) - floor) / (1 - floor))


def _grid(floor: float) -> list[str]:
    drawn = []
    for recall in (1.0, (1 + floor) / 2, floor):
        y = _y(recall, floor)
        drawn.append(
            f'<line class="grid" x1="{LEFT}%" x2="100%" y1="{y:.0f}.5" y2="{y:.0f}.5"/>'
            f'<text class="end" x="{LEFT - 2}%" y="{y + 4:.0f}">{100 * recall:.0f}</text>'
        )
    return drawn


def _ruler(curve: Curve) -> list[str]:
    foot, days = TOP + HEIGHT, curve.last_day - curve.first_day
    unit = next((unit for unit in _UNITS if days / unit <= MOST_TICKS), _UNITS[-1])
    places = (f"{_x(curve.first_day + day, curve):.2f}%" for day in range(0, days + 1, unit))
    ticks = [f'<line class="tick" x1="{x}" x2="{x}" y1="{foot}" y2="{foot + 5}"/>' for x in places]
    return [*ticks, f'<line class="axis" x1="{LEFT}%" x2="100%" y1="{foot}.5" y2="{foot}.5"/>']


def _lines(curve: Curve, floor: float) -> str:
    drawn, end = [], None
    for line in curve.lines:
        if end is not None and end.day == line[0].day:
            line = (end, *line)  # noqa: PLW2901 - the answer lifts the line
        past = tuple(point for point in line if point.day <= curve.today)
        to_come = line[max(len(past) - 1, 0) :]
        drawn += [_polyline(past, curve, floor), _polyline(to_come, curve, floor, " dash")]
        end = line[-1]
    return (
        f'<svg x="{LEFT}%" y="{TOP}" width="{WIDTH}%" height="{HEIGHT}" viewBox="0 0 100 100"'
        f' preserveAspectRatio="none">{"".join(drawn)}</svg>'
    )


def _polyline(points: tuple[CurvePoint, ...], curve: Curve, floor: float, kind: str = "") -> str:
    if len(points) < 2:
        return ""
    days = curve.last_day - curve.first_day
    places = (
        (100 * (point.day - curve.first_day) / days, 100 * (_y(point.recall, floor) - TOP) / HEIGHT)
        for point in points
    )
    placed = " ".join(f"{x:.2f},{y:.2f}" for x, y in places)
    return f'<polyline class="ink-line{kind}" points="{placed}"/>'


def _marks(curve: Curve, floor: float) -> list[str]:
    today = _x(curve.today, curve)
    now = f'<line class="ink-line" x1="{today:.2f}%" x2="{today:.2f}%" y1="{TOP}" y2="{TOP + HEIGHT}"/>'
    drawn = [now, *(_mark(each, curve, floor) for each in curve.answers)]
    if curve.due_day is not None and curve.due_day > curve.today:
        x, y = _x(curve.due_day, curve), _y(curve.due_recall, floor)
        drawn.append(f'<circle class="hollow" cx="{x:.2f}%" cy="{y:.1f}" r="5"/>')
    return drawn


def _mark(each: CurveAnswer, curve: Curve, floor: float) -> str:
    x, y = _x(each.day, curve), _y(1.0 if each.recall is None else each.recall, floor)
    if each.is_right:
        return f'<circle class="point" cx="{x:.2f}%" cy="{y:.1f}" r="5.500"/>'
    return _MISSED.format(x=x, y=y)


def _labels(curve: Curve) -> list[str]:
    """Say under the plot which day is today, when the fact is due and was first answered, where there is room."""
    wanted = [(curve.today, "today", " strong")]
    if curve.due_day is not None and curve.due_day > curve.today:
        is_near = _x(curve.due_day, curve) - _x(curve.today, curve) < _NEAR
        said = "due" if is_near else f"due {say_day(curve.due_day, weekday=False)}"
        wanted.append((curve.due_day, said, ""))
    wanted.append((curve.first_day, say_day(curve.first_day, weekday=False), ""))
    drawn: list[str] = []
    taken: list[float] = []
    for day, said, kind in wanted:
        x = _x(day, curve)
        if any(abs(x - other) < (_NEAR if said != "due" else _NEAR / 2) for other in taken):
            continue
        taken.append(x)
        where = "" if x < LEFT + 6 else " end" if x > 90 else " mid"
        drawn.append(f'<text class="plain{where}{kind}" x="{x:.2f}%" y="{TOP + HEIGHT + 22}">{said}</text>')
    return drawn
