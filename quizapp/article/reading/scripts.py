"""Scripts and style sheets that stand in text or wikitext, taken out; HTML has a reader of its own for them."""

import re

from quizapp.article.model import Clean
from quizapp.article.reading.mapped import cut, join

_OPENING = re.compile(r"<(script|style)\b[^<>]{0,400}>", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}\s{{0,9}}>", re.IGNORECASE) for name in ("script", "style")}


def leave_out_scripts(source: Clean) -> Clean:
    """Return a text without scripts and style sheets; one that nothing closes ends with its line."""
    text = source.text
    kept: list[Clean] = []
    at = 0
    unclosed: set[str] = set()
    for opening in _OPENING.finditer(text):
        if opening.start() < at:
            continue
        name = opening[1].lower()
        closing = None if name in unclosed else _CLOSING[name].search(text, opening.end())
        if closing is None:
            unclosed.add(name)  # so that the rest is searched once
        kept.append(cut(source, at, opening.start()))
        line = text.find("\n", opening.end())
        at = closing.end() if closing else line if line >= 0 else len(text)
    if not kept:
        return source
    return join([*kept, cut(source, at, len(text))], "")
