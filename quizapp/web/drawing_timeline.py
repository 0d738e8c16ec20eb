"""The plate of a timeline: dated facts to scale over a ruler, numbered like the list under it.

A disc is known, a ring fading, a hollow ring new; half a disc says "on that day or before", or after.
"""

from collections.abc import Sequence

from markupsafe import Markup

from quizapp.services.library import Dated, Timeline
from quizapp.values.timescale import Placed, Tick

MOST_NUMBERED = 80
"""Facts that are drawn as numbered discs; more are drawn as fine lines, one wherever some stand."""
ROW = 36
"""Pixels from one level to the next."""
EDGE = 0.09
"""Share of the width in which a long label does not stand in the middle of its tick."""
LEAST_SPAN = 0.02
"""Share of the width from which on a span is drawn as a line behind its disc."""
MARKS = {
    ("known", ""): '<circle class="point" r="6.5"/>',
    ("known", "by"): '<path class="point" d="M2-7.5v15a7.500 7.500 0 0 1 0-15z"/>',
    ("known", "from"): '<path class="point" d="M-2-7.5v15a7.500 7.500 0 0 0 0-15z"/>',
    ("fading", ""): '<circle class="fading" r="5"/>',
    ("fading", "by"): '<path class="fading" d="M1-5.500v11a5.500 5.500 0 0 1 0-11z"/>',
    ("fading", "from"): '<path class="fading" d="M-1-5.500v11a5.500 5.500 0 0 0 0-11z"/>',
    ("new", ""): '<circle class="hollow" r="5.500"/>',
    ("new", "by"): '<path class="hollow" d="M1-6.500v13a6.500 6.500 0 0 1 0-13z"/>',
    ("new", "from"): '<path class="hollow" d="M-1-6.500v13a6.500 6.500 0 0 0 0-13z"/>',
}


def draw_mark(state: str, side: str = "") -> Markup:
    """Return the sign of a fact that is known, fading or new, for a legend; ``side`` is by, from or nothing."""
    mark = MARKS[state, side]
    return Markup(f'<svg viewBox="-8 -8 16 16" aria-hidden="true">{mark}</svg>')  # noqa: S704 - ours


def draw_timeline(timeline: Timeline, label: str) -> Markup:
    """Return the plate of a timeline that has dates; ``label`` says the same in words."""
    scale = timeline.scale
    if scale is None:
        return Markup()
    if len(timeline.facts) > MOST_NUMBERED:
        base = 48
        drawn = _lines(timeline.facts, scale.places)
    else:
        base = scale.levels * ROW + 20
        drawn = [_disc(fact, place, base) for fact, place in zip(timeline.facts, scale.places, strict=True)]
    ruler = f'<line class="axis" x1="0" x2="100%" y1="{base}.5" y2="{base}.5"/>'
    ticks = "".join(_tick(tick, base) for tick in scale.ticks)
    return Markup(
        '<svg width="100%" height="{height}" role="img" aria-label="{label}">{inside}</svg>'
    ).format(height=base + 36, label=label, inside=Markup("".join((*drawn, ruler, ticks))))  # noqa: S704


def _disc(fact: Dated, place: Placed, base: int) -> str:
    x, y = _per_cent(place.at), base - 28 - place.level * ROW
    side = "by" if place.start is None else "from" if place.end is None else ""
    stem = f'<line class="tick" x1="{x}" x2="{x}" y1="{y}" y2="{base}"/>' if place.level == 0 else ""
    mark = MARKS[fact.fact.state, side]
    return (
        f'{stem}{_span(place, y)}<svg x="{x}" y="{y}">{mark}'
        f'<text class="num mid" y="-12">{fact.number}</text></svg>'
    )


def _span(place: Placed, y: int) -> str:
    if place.start is None or place.end is None or place.end - place.start < LEAST_SPAN:
        return ""
    return (
        f'<line class="spell" x1="{_per_cent(place.start)}" x2="{_per_cent(place.end)}" y1="{y}" y2="{y}"/>'
    )


def _lines(facts: Sequence[Dated], places: Sequence[Placed]) -> list[str]:
    """Draw a fine line a fact; those that would cover one another are one line."""
    stands = {(round(100 * place.at, 1), fact.fact.state) for fact, place in zip(facts, places, strict=True)}
    tops = {"known": 8, "fading": 16, "new": 28}
    return [
        f'<line class="strip {state}" x1="{x}%" x2="{x}%" y1="{tops[state]}" y2="48"/>'
        for x, state in sorted(stands)
    ]


def _tick(tick: Tick, base: int) -> str:
    x, length = _per_cent(tick.at), 12 if tick.label else 6
    line = f'<line class="tick" x1="{x}" x2="{x}" y1="{base}" y2="{base + length}"/>'
    if not tick.label:
        return line
    is_long = len(tick.label) > 4
    where = "start" if is_long and tick.at < EDGE else "end" if is_long and tick.at > 1 - EDGE else "mid"
    return f'{line}<text class="{where}" x="{x}" y="{base + 30}">{tick.label}</text>'


def _per_cent(share: float) -> str:
    return f"{100 * share:.2f}%"
