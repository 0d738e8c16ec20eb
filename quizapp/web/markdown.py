"""Text from banks as HTML: Markdown without raw HTML, then a sanitiser; dates and units do not break."""

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

_INLINE = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable(["image"])
_TAGS = {"em", "strong", "code", "sub", "sup", "br", "a"}
_ATTRIBUTES = {"a": {"href"}}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"(\b\d{{1,2}}) ({_MONTHS})\b(?: (\d{{1,4}})\b)?")
_UNIT = re.compile(r"(\d) (km|m|kg|t|%|mi|ha|BC|AD)\b")


_MARKED = re.compile(r"[\\`*_\[\]<>&!\n]")
"""What text without Markdown does not hold."""


@lru_cache(maxsize=32768)
def render_line(text: str) -> Markup:
    """Return one line or sentence of a bank as safe HTML without a paragraph around it."""
    if _MARKED.search(text) is None:  # most lines: a tenth of the time
        html = str(escape(text))
    else:
        html = nh3.clean(
            _INLINE.renderInline(text), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https", "http"}
        )
    html = _DATE.sub(lambda m: "\u00a0".join(part for part in m.groups() if part), html)
    return Markup(_UNIT.sub("\\1\u00a0\\2", html))  # noqa: S704 - nh3 cleaned it
