"""The plots of the progress page, as SVG with x in per cent and y in pixels; a table stands behind each."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from quizapp.progress.calendar import depth_of
from quizapp.progress.calibration import Foretold
from quizapp.progress.forecast import Forecast
from quizapp.progress.practice import PracticeDay
from quizapp.progress.retention import Kept
from quizapp.progress.shares import Share

LEFT = 8.0
"""Per cent of the width that labels at the left take."""
_TOP, _BOTTOM, _HEIGHT = 26.0, 120.0, 146
_AGES = {1: "1 d", 2: "3 d", 5: "1 wk", 11: "2 wk", 22: "1 mo", 46: "2 mo", 91: "4 mo", 181: "½ yr"}


def say_short(day: int) -> str:
    """Return a study day as "2 Dec"."""
    moment = date.fromordinal(day)
    return f"{moment.day}\u00a0{moment:%b}"


def say_date(day: int) -> str:
    """Return a study day as "2 December 2025"."""
    moment = date.fromordinal(day)
    return f"{moment.day}\u00a0{moment:%B}\u00a0{moment.year}"


def say_percent(share: float) -> str:
    """Return a share of 0 to 1 as "93 %"."""
    return f"{round(100 * share)}\u00a0%"


def draw_calendar(days: Sequence[PracticeDay], today: int) -> Markup:
    """Return half a year of practice that begins on a Monday: a column a week, darker where more was done."""
    practised = sum(each.answers > 0 for each in days)
    weeks = -(-len(days) // 7)
    step = (100 - LEFT) / weeks
    width = step * 0.84
    parts = [f'<text x="0" y="{32 + 36 * row}">{name}</text>' for row, name in enumerate("MWFS")]
    parts += _month_names(days, step)
    for place, each in enumerate(days):
        column, row = divmod(place, 7)
        frame = f'x="{LEFT + column * step:.2f}%" y="{20 + 18 * row}" width="{width:.2f}%" height="15" rx="2"'
        depth = depth_of(each)
        if depth:
            said = f"{say_short(each.day)}: {each.minutes:.0f} min, {each.answers}"
            parts.append(f'<rect class="g{depth + 1}" {frame}><title>{said}</title></rect>')
        else:
            parts.append(f'<rect class="g1" {frame}/>')
        if each.day == today:
            parts.append(f'<rect class="here-now" {frame}/>')
    first, last = say_date(days[0].day), say_date(days[-1].day)
    return _svg(148, f"Practised on {practised} of {len(days)} days, {first} to {last}", parts)


def _month_names(days: Sequence[PracticeDay], step: float) -> list[str]:
    """Return a name over each column in which a month begins, and over the first one if there is room."""
    begins = {}
    for column in range(-(-len(days) // 7)):
        week = [date.fromordinal(each.day) for each in days[column * 7 : column * 7 + 7]]
        first = next((day for day in week if day.day == 1), week[0] if column == 0 else None)
        if first is not None:
            begins[column] = f"{first:%b}"
    if len(begins) > 1 and sorted(begins)[1] < 3:
        del begins[0]
    return [
        f'<text x="{LEFT + column * step:.2f}%" y="12">{name}</text>'
        for column, name in begins.items()
        if column < len(days) // 7 - 1
    ]


def draw_forecast(forecast: Forecast) -> Markup:
    """Return a bar for each of the next thirty days; the dashed one is tomorrow if today is skipped."""
    bars = [forecast.now, *forecast.days[1:]]
    skipped = forecast.tomorrow_if_skipped if forecast.now else 0
    tick = _tick(max(*bars, skipped, 3))
    highest = tick * -(-max(*bars, skipped, 3) // tick)
    parts = _levels([(number, f"{number:,}") for number in range(0, highest + 1, tick)], 0, highest)
    step = (100 - LEFT) / len(bars)
    for place, number in enumerate(bars):
        if number:
            top = _y(number, 0, highest)
            name = "bar now" if place == 0 else "bar"
            parts.append(
                f'<rect class="{name}" x="{LEFT + place * step:.2f}%" width="{step * 0.72:.2f}%" y="{top:.1f}"'
                f' height="{_BOTTOM - top:.1f}"><title>{say_short(forecast.day + place)}: {number}</title></rect>'
            )
    if skipped:
        top = _y(skipped, 0, highest)
        parts += [
            f'<rect class="ghost" x="{LEFT + step:.2f}%" width="{step * 0.72:.2f}%" y="{top:.1f}"'
            f' height="{_BOTTOM - top:.1f}"/>',
            f'<text x="{LEFT + step:.2f}%" y="12">{skipped:,} tomorrow if you skip today</text>',
        ]
    parts.append(f'<text class="strong" x="{LEFT}%" y="140">today</text>')
    for place, name in ((10, "mid"), (20, "mid"), (29, "end")):
        x = 100 if place == 29 else LEFT + (place + 0.36) * step
        parts.append(f'<text class="{name}" x="{x:.1f}%" y="140">{say_short(forecast.day + place)}</text>')
    said = f"Facts due on each of the next thirty days: {forecast.now} today, {forecast.days[1]} tomorrow"
    return _svg(_HEIGHT, f"{said}, or {skipped} if today is skipped" if skipped else said, parts)


def draw_retention(ages: Sequence[Kept]) -> Markup:
    """Return what was recalled at each age as circles with their bands, over a dashed line of what was predicted."""
    floor = _floor([age.actual.low for age in ages] + [age.predicted for age in ages])
    parts = _percents(floor)
    step = (96 - 14) / max(1, len(ages) - 1)
    places = [(14 + step * number, age) for number, age in enumerate(ages)]
    for (x, age), (next_x, next_age) in pairwise(places):
        ends = f'y1="{_y(age.predicted, floor, 1):.1f}" y2="{_y(next_age.predicted, floor, 1):.1f}"'
        parts.append(f'<line class="ink-line dash" x1="{x:.1f}%" x2="{next_x:.1f}%" {ends}/>')
    if len(places) == 1:
        y = _y(ages[0].predicted, floor, 1)
        parts.append(f'<line class="ink-line dash" x1="10%" x2="18%" y1="{y:.1f}" y2="{y:.1f}"/>')
    for x, age in places:
        parts += _point(x, age.actual, floor)
        parts.append(f'<text class="mid" x="{x:.1f}%" y="140">{_AGES[age.youngest]}</text>')
    said = ", ".join(
        f"{_AGES[age.youngest]}: {say_percent(age.actual.value)}, predicted {say_percent(age.predicted)}"
        for age in ages
    )
    return _svg(_HEIGHT, f"Recalled by time since the last review. {said}", parts)


def draw_calibration(steps: Sequence[Foretold]) -> Markup:
    """Return what was recalled of what was predicted; on the dashed line both are the same."""
    floor = _floor([step.actual.low for step in steps] + [step.low for step in steps])
    parts = _percents(floor)
    parts.append(
        f'<line class="ink-line dash" x1="{LEFT + 2}%" x2="98%" y1="{_BOTTOM:.1f}" y2="{_TOP:.1f}"/>'
    )
    width = 96 - LEFT
    for step in steps:
        parts += _point(LEFT + 2 + width * (step.predicted - floor) / (1 - floor), step.actual, floor)
    for share in (floor, (1 + floor) / 2, 1.0):
        x = LEFT + 2 + width * (share - floor) / (1 - floor)
        parts.append(f'<text class="mid" x="{x:.1f}%" y="140">{100 * share:.0f}</text>')
    said = ", ".join(
        f"predicted {say_percent(step.predicted)}, recalled {say_percent(step.actual.value)}"
        for step in steps
    )
    return _svg(_HEIGHT, f"Recalled by predicted recall: {said}", parts)


def _point(x: float, share: Share, floor: float) -> list[str]:
    return [
        f'<line class="known-line" x1="{x:.1f}%" x2="{x:.1f}%" y1="{_y(share.high, floor, 1):.1f}"'
        f' y2="{_y(share.low, floor, 1):.1f}"/>',
        f'<circle class="point" cx="{x:.1f}%" cy="{_y(share.value, floor, 1):.1f}" r="5"/>',
    ]


def _percents(floor: float) -> list[str]:
    quarters = range(round(4 * floor), 5)
    return _levels([(quarter / 4, f"{25 * quarter}") for quarter in quarters], floor, 1)


def _levels(names: Sequence[tuple[float, str]], low: float, high: float) -> list[str]:
    """Return hairlines across the plot with their numbers to the left."""
    parts = []
    for number, name in names:
        y = _y(number, low, high)
        parts.append(f'<line class="grid" x1="{LEFT}%" x2="100%" y1="{y + 0.5:.1f}" y2="{y + 0.5:.1f}"/>')
        parts.append(f'<text class="end" x="{LEFT - 2}%" y="{y + 4:.1f}">{name}</text>')
    return parts


def _y(number: float, low: float, high: float) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * (min(max(number, low), high) - low) / (high - low)


def _floor(shares: Sequence[float]) -> float:
    """Return where a plot of shares begins: at a half, or a quarter or two below if something lies there."""
    return min(2, *(int(4 * share) for share in shares)) / 4


def _tick(highest: int) -> int:
    """Return a round step of which at most four reach a number."""
    size = 1
    while True:
        for step in (1, 2, 5):
            if step * size * 4 >= highest:
                return step * size
        size *= 10


def _svg(height: int, label: str, parts: Sequence[str]) -> Markup:
    inside = "".join(parts)
    return Markup(  # noqa: S704 - numbers, and labels that we wrote
        f'<svg width="100%" height="{height}" role="img" aria-label="{label}">{inside}</svg>'
    )
