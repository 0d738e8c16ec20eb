"""The headings inside a cell of an infobox: what stands over an entry, and which time it speaks of.

A word that makes a heading a time, or a part of what happened, goes into _STAGE.
"""

import re

from quizapp.values.dates import MONTHS

TOTAL = re.compile(
    r"(?:in )?(?:total|overall|all|combined|altogether|casualties|losses|casualties and losses|strength)",
    re.IGNORECASE,
)
_DAY = rf"(?:\d{{1,2}}(?: ?[-\u2013\u2014] ?\d{{1,2}})? )?(?:{'|'.join(MONTHS)})"
_STAGE = re.compile(
    r"(?:(?:initial(?:ly)?|final|peak|at|in|on|by|before|after|during|beginning|start|end|later|phase|stage|until|since"
    r"|from|early|late|mid|present|engaged|participat\w+|involved|actual(?:ly)?|committed|deployed|reserve"
    r"|(?:first|second|third|fourth|last|\d{1,2}(?:st|nd|rd|th)) (?:day|phase|stage|week|month|attack|wave|assault"
    rf"|attempt|raid|battle|siege)|\d{{4}}|{_DAY})\b|mid-)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:(?:Battle|Siege|Relief|Assault|Raid|Fall|Capture|Storming|Landings?|Crossing|Defen[cs]e|Bombardment|Sack|Action"
    r"|Blockade|Evacuation|Retreat) (?:of|at|on|in|off|from) |Operation )[^\W\d_a-z]"
    rf"|.*\d.*\b(?:{'|'.join(MONTHS)})\b|.*\b(?:{'|'.join(MONTHS)})\b.*\d|.*,? (?:{'|'.join(MONTHS)})$"
    r"|.*\b(?:[Oo]ffensive|[Dd]efensive|[Pp]hase|[Ss]tage|[Cc]ampaign|[Oo]peration|[Pp]ursuit)\s*(?:[IVX]+|\d)?$"
)
_OF_STAGE = re.compile(
    rf"{TOTAL.pattern}|.*\b(?:claim(?:s|ed)?|accounts?|sources?|estimates?|according to .*|per .*)",
    re.IGNORECASE,
)
_LONGEST = 120  # characters of a heading


def is_stage(text: str) -> bool:
    """Whether a heading names a time or a part of what happened: "Initial", "16–17 October", "Siege of Weir"."""
    if len(text) > _LONGEST:
        return False
    return TOTAL.fullmatch(text) is None and (_STAGE.match(text) or _EVENT.match(text)) is not None


class Headings:
    """The headings inside a cell, one a level; a label, as "Prussians: 50,000", only stands over deeper levels.

    is_fresh: no entry came behind the last heading yet. stage is the last heading that names a time; it holds past
    totals, and past headings with whose or who says so.
    """

    def __init__(self) -> None:
        self.is_fresh = False
        self.stage = ""
        self._stage_level = 0
        self._open: list[tuple[int, str, bool]] = []

    def open(self, level: int, text: str, *, is_label: bool, country: str = "") -> None:
        """Put a heading over what follows; it closes those of its level and of deeper ones."""
        says_who = len(text) <= _LONGEST and _OF_STAGE.fullmatch(text)
        is_inside = level > self._stage_level or is_label or country or says_who
        if is_stage(text) or not (is_inside and level >= self._stage_level):
            self.stage, self._stage_level = (text, level) if is_stage(text) else ("", 0)
        self._open = [
            heading
            for heading in self._open
            if heading[0] < level or (heading[0] == level and is_label and not heading[2])
        ]
        self._open.append((level, text, is_label))

    def close_labels(self) -> None:
        """Close what only stands over what is beside it."""
        self._open = [heading for heading in self._open if not heading[2]]

    def find(self, level: int) -> str:
        """Return the heading over an entry of this level."""
        for at, text, is_label in reversed(self._open):
            if at < level or (at == level and not is_label):
                return text
        return ""
