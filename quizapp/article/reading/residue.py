"""What templates, images and broken encodings leave behind in a text, and taking it out.

tidy() is the last step of every reader: what it returns holds none of RESIDUE.
"""

import re

from quizapp.article.model import Clean
from quizapp.article.reading.mapped import replace, strip

RESIDUE = re.compile(
    r"\{\{|\}\}|\[\[|\]\]|\{\||\|\}|''|[\ufffd\ue000-\ue01f\u200b-\u200f\u2060\ufeff\u00ad]|</?[A-Za-z][^<>]{0,200}>|\b\d{1,4}px\b"
    r"|&(?:nbsp|ndash|amp|lt|gt|quot);|\(\s*\)|,\s*,|[\x00-\x08\x0b-\x1f\x7f]"
)
"""What a clean text never holds."""

_MARKUP = re.compile(
    r"\{\{+|\}\}+|\[\[+|\]\]+|\{\||\|\}|''+|[\ufffd\ue000-\ue01f\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]+"
    r"|<!--|-->|</?[A-Za-z][^<>]{0,200}>"
    r"|\b\d{1,4}(?:x\d{1,4})?px\b"
    r"|\[(?:\d{1,3}|citation needed|note \d{1,3}|[a-z])\](?::\s?\d{1,4}(?:[-–]\d{1,4})?\b)?"
)
_ADDRESS = re.compile(r"\[https?://[^\s\[\]]+ ([^\[\]]{1,300})\]|\[?https?://[^\s\[\]]+\]?")
_BREAK = re.compile(
    r"<(?:br|hr|p|li|div)\b[^<>]{0,200}>|&(?:nbsp|thinsp|ensp|emsp|#160|#xa0);", re.IGNORECASE
)
_DASH = re.compile(r"&(ndash|mdash|amp|quot|apos|lt|gt|minus);")
_DASHES = {
    "ndash": "–",
    "mdash": "—",
    "amp": "&",
    "quot": '"',
    "apos": "'",
    "lt": "‹",
    "gt": "›",
    "minus": "−",
}
_RUN = re.compile(r"[\s(),;:]{2,}|[^\S ]")
_SPACE_BEFORE = re.compile(r" +(?=[.!?](?:\s|$))")
_UNTIDY = re.compile(
    r"[{}\[\]<>&\ufffd\ue000-\ue01f\x00-\x1f\x7f\u200b-\u200f\u2060\ufeff\u00ad]|[^\S ]|''|\dpx|://"
    r"| [ ,;:.!?)]|[,;:]\s*[,;:)]|\(\s*[,;:)\s]"
)
_SUSPECT = re.compile(
    r"[{}\[\]<>&\ufffd\ue000-\ue01f\x00-\x1f\x7f()\u200b-\u200f\u2060\ufeff\u00ad]|''|px|://"
)
_LAST_RESORT = re.compile(
    r"[{}\[\]<>&\ufffd\ue000-\ue01f\u200b-\u200f\u2060\ufeff\u00ad\x00-\x1f\x7f()|]|''+|px"
)


def tidy(clean: Clean) -> Clean:
    """Return the text with single spaces, and without what templates and images left behind."""
    if not _UNTIDY.search(clean.text):
        return strip(clean)
    for _ in range(3):
        clean = _tidy_once(clean)
        if not RESIDUE.search(clean.text):
            return clean
    clean = _tidy_once(replace(clean, _LAST_RESORT, " "))
    return clean if not RESIDUE.search(clean.text) else Clean("", clean.places[:1])


def _tidy_once(clean: Clean) -> Clean:
    if _SUSPECT.search(clean.text):
        clean = replace(clean, _BREAK, " ")
        clean = replace(clean, _ADDRESS, lambda match: match[1] or "") if "://" in clean.text else clean
        clean = replace(clean, _DASH, lambda match: _DASHES[match[1]])
        clean = replace(clean, _MARKUP, "")
    clean = replace(clean, _RUN, _settle_run)
    clean = replace(clean, _SPACE_BEFORE, "")
    return strip(clean)


def _settle_run(run: re.Match[str]) -> str:
    """Say in short what a run of spaces, brackets and commas says: "( , " is "(", " , , " is ", "."""
    text = run[0]
    if text.isspace():
        return " "
    kept: list[str] = []
    for mark in text:
        _settle_mark(kept, mark)
    return "".join(kept)


def _settle_mark(kept: list[str], mark: str) -> None:
    """Add a mark to those that stay, or take back what it makes empty."""
    if mark.isspace():
        if not kept or kept[-1] not in " (":
            kept.append(" ")
        return
    if mark in "),;:":
        while kept and kept[-1] == " ":
            kept.pop()
    if mark == ")":
        while kept and kept[-1] in ",;: ":
            kept.pop()
        if kept and kept[-1] == "(":
            kept.pop()
            return
    elif mark in ",;:" and kept and kept[-1] in "(,;:":
        return
    kept.append(mark)
