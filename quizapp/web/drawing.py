"""Drawings that many pages share, as SVG written by the server; each has one look and one way of reading."""

from functools import lru_cache

from markupsafe import Markup

_LINE = '<line class="tick" x1="{x}%" x2="{x}%" y1="{top}" y2="16"/>'


@lru_cache(maxsize=4096)
def draw_run(done: int, total: int, ticks: int, label: str) -> Markup:
    """Return the ruler of a session: a tick a minute (or a question), filled with ink up to now."""
    share = round(100 * done / total, 1) if total else 100
    lines = "".join(
        _LINE.format(x=round(100 * tick / ticks, 2), top=4 if tick % 5 == 0 else 8)
        for tick in range(ticks + 1)
    )
    return Markup(  # noqa: S704 - numbers, and a label that we wrote
        f'<svg width="100%" height="20" role="img" aria-label="{label}">{lines}'
        '<line class="axis" x1="0" x2="100%" y1="16.5" y2="16.5"/>'
        f'<rect class="ink" x="0" width="{share}%" y="13" height="4"/></svg>'
    )
