"""How one line of text becomes a response of several parts: JSON, or parts between separators.

A separator that only one type knows is an argument of `split`.
"""

import json
import re
from collections.abc import Mapping

from quizapp.questions.grade import Response

ARROW = re.compile(r"\s*(?:=|->|→|:)\s*")


def read_response(text: str) -> Response:
    """Read a response of one part: the text as it is, or the parts of a JSON list."""
    listed = read_json(text)
    return (text.strip(),) if listed is None else tuple(listed.values())


def read_parts(text: str, separators: str = r"[;|\n]") -> Response:
    """Read a response of several parts, from a JSON list or from text with separators between the parts."""
    listed = read_json(text)
    if listed is not None:
        return tuple(listed.values())
    return split(text, separators)


def split(text: str, separators: str) -> Response:
    """Split at separators (a regular expression of ours), leaving out a last empty part."""
    parts = [part.strip() for part in re.split(separators, text)]
    return tuple(parts[:-1] if len(parts) > 1 and not parts[-1] else parts)


def read_pairs(text: str, lefts: tuple[str, ...]) -> dict[str, str] | None:
    """Read `left = right; left = right`, or a JSON object; None if no left side is known here."""
    listed = read_json(text)
    if listed is not None:
        named = [(_known(left, lefts), right) for left, right in listed.items() if isinstance(left, str)]
        pairs = [(left, right) for left, right in named if left is not None]
    else:
        pairs = [pair for part in split(text, r"[;|\n]") for pair in _pairs(part, lefts)]
    return dict(pairs) or None


def read_json(text: str) -> Mapping[int | str, str] | None:
    """Read a JSON list, object or quoted text into its texts by place or name; None if it is none."""
    if not text.strip().startswith(("[", "{", '"')):
        return None
    try:
        parsed = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
        entries = parsed.items() if isinstance(parsed, dict) else enumerate(_listed(parsed))
        return {name: value if isinstance(value, str) else json.dumps(value) for name, value in entries}
    except (ValueError, RecursionError):
        return None


def _listed(parsed: object) -> list[object]:
    return parsed if isinstance(parsed, list) else [parsed]


def _pairs(part: str, lefts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Split at the commas behind which another known left side begins; a right side may hold commas too."""
    pairs: list[tuple[str, str]] = []
    for piece in part.split(","):
        found = _pair(piece, lefts)
        if pairs and not found:
            left, right = pairs[-1]
            pairs[-1] = (left, f"{right},{piece}")
        pairs += found
    return pairs


def _pair(part: str, lefts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Split at the first arrow whose left side is known, since a left side may itself hold a colon."""
    splits = [
        (_known(part[: arrow.start()], lefts), part[arrow.end() :].strip()) for arrow in ARROW.finditer(part)
    ]
    return [(left, right) for left, right in splits if left is not None][:1]


def _known(text: str, lefts: tuple[str, ...]) -> str | None:
    wanted = text.strip().casefold()
    return next((left for left in lefts if left.casefold() == wanted), None)
