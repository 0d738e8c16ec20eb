"""Slips of the hand that YAML reads as something else, line by line: no-break spaces, a space that is missing.

They are mended by a guess before anything is read, so that each is named once and hides nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.bank.reading.locate import NAMES
from quizapp.bank.reading.problems import MOST_PROBLEMS

FIELDS = NAMES | {"questions"}
ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LEAD = re.compile(r"\s*(?:-\s+)*(?:(?P<name>[\w-]+)\s*:(?:\s+|$))?")
CLOSE = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?P<dash>-(?=[a-z]))?(?P<name>[a-z_]+):(?P<value>\S.*)?")
BLOCK = re.compile(r"[|>][-+0-9]*")
TELLING = re.compile(r"[:|>]|[^\x00-\x7f]")
"""A line with none of these has no slip and opens no block: 5 MB of dashes are read in a fifth of the time."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Where something is wrong (line and column from 1) and what to say there."""

    line: int
    column: int
    message: str


def find_slips(lines: list[str], *, unreadable: bool) -> Iterator[tuple[Slip, str]]:
    """Yield each slip with its line as it was meant; ``unreadable``: the lines are no YAML as they stand."""
    found = 0
    for number, line in find_entries(lines, TELLING):
        below = lines[number] if number < len(lines) else ""
        slip = _odd_space(number, line) or _missing_space(number, line, below, unreadable=unreadable)
        if slip is not None:
            yield slip
            found += 1
            if found > MOST_PROBLEMS:
                return


def find_entries(lines: Sequence[str], telling: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines, counted from 1, that are not inside a text block and hold what tells.

    telling must find | and >, which open a block.
    """
    inside = -1
    for number, line in enumerate(lines, start=1):
        if inside < 0 and telling.search(line) is None:
            continue
        indent = len(line) - len(line.lstrip())
        if inside >= 0 and (indent > inside or not line.strip()):
            continue
        inside = indent if _opens_block(line) else -1
        yield number, line


def _opens_block(line: str) -> bool:
    """Return whether a text block, after | or >, begins below a line."""
    before, _, last = line.rstrip().rpartition(" ")
    return bool(BLOCK.fullmatch(last)) and before.rstrip().endswith((":", "-"))


def _odd_space(number: int, line: str) -> tuple[Slip, str] | None:
    """A line is a teacher's text, and none of these, where neither a dash nor a field's name stands before it."""
    found = LEAD.match(line)
    lead = found.group() if found else ""
    odd = ODD_SPACE.search(lead)
    if found is None or odd is None or not ("-" in lead or found["name"] in FIELDS):
        return None
    where = "indents this line; use" if not line[: odd.start()].strip() else "stands here; put"
    message = f"a no-break space {where} {'spaces' if 'indents' in where else 'a usual space in its place'}"
    return Slip(number, odd.start() + 1, message), ODD_SPACE.sub(" ", lead) + line[len(lead) :]


def _missing_space(number: int, line: str, below: str, *, unreadable: bool) -> tuple[Slip, str] | None:
    found = CLOSE.match(line)
    if found is None or found["name"] not in FIELDS:
        return None
    start, name, rest = found["lead"], found["name"], line[found.end("name") + 1 :]
    if found["dash"]:
        slip = Slip(number, len(start) + 1, f"a space is missing after the dash; write `- {name}`")
        if len(below) - len(below.lstrip()) == len(start) + 1:  # the rest of the entry stands below its name
            start = start[:-1]
        return slip, f"{start}- {name}:{'' if not rest or rest[0].isspace() else ' '}{rest}"
    if not unreadable or not found["value"]:
        return None
    message = f"a space is missing after the colon; write `{name}: ...`"
    return Slip(number, found.end("name") + 1, message), f"{start}{name}: {rest}"
