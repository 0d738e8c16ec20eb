"""HTML as a row of tags and texts, found in one pass that no text makes slow; what nobody sees is left out.

Python's own html.parser looks from every unclosed tag to the end again; 1 MB of "<a " takes it minutes.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.article.reading.closings import find_closing
from quizapp.values.text import word_set

_TOKEN = re.compile(
    r"<!--|<!\[CDATA\[|<[!?][^<>]*>"
    r"|<(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)(?P<rest>(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+)>"
)
_ATTRIBUTE = re.compile(
    r"(?<![-\w:.])([a-zA-Z_:][-\w:.]*+)\s{0,20}=\s{0,20}(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))"
)
_HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none")
TAGS = re.compile(r"<[^<>]*>")
"""Any tag, in a short text."""
UNSEEN = "unseen"
"""The name of the tags that stand for the beginning and the end of what nobody sees."""
COMMENT = "comment"
"""The name of a tag that says nothing."""
VOID = word_set("br hr img wbr input meta link col area source base embed")
_RAW = word_set("script style textarea template noscript svg math audio video object")
_UNSEEN_TAGS = _RAW | word_set("figure blockquote nav footer form button select s del head")
_UNSEEN_CLASSES = word_set(
    "reference mw-ref mw-editsection editsection hatnote dablink rellink "
    "thumb gallery navbox vertical-navbox navbox-styles reflist references toc "
    "noprint metadata ambox sidebar shortdescription sortkey mw-cite-backlink "
    "geo-default geo-dms geo-dec geo geo-inline geo-nondefault geo-multi-punct coordinates "
    "plainlinksneverexpand mw-empty-elt error mbox-small tmbox ombox infobox-image infobox-caption "
    "printfooter catlinks "
    "mw-jump-link Template-Fact noexcerpt quotebox mwe-math-element portalbox refbegin succession-box tright tleft "
    "mw-indicators mw-authority-control sistersitebox side-box locmap wikitable mw-collapsible-toggle "
    "portlet mw-portlet vector-menu"
)
_UNSEEN_IDS = word_set(
    "toc coordinates siteSub contentSub contentSub2 jump-to-nav mw-navigation footer catlinks mw-head mw-panel "
    "siteNotice mw-hidden-catlinks vector-toc p-lang-btn column-one mw-sidebar"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, opening or closing, where it stands; text is what stands between the tag before and this one."""

    name: str
    is_closing: bool
    start: int
    end: int
    rest: str

    def read(self, name: str) -> str:
        """Return the value of an attribute, or nothing."""
        for match in _ATTRIBUTE.finditer(self.rest):
            if match[1].lower() == name:
                return html.unescape(match[2] or match[3] or match[4] or "")
        return ""

    def classes(self) -> frozenset[str]:
        """Return the names of its classes."""
        return frozenset(self.read("class").split())


def find_tags(text: str, start: int, end: int) -> Iterator[Tag]:
    """Yield the tags of what a reader sees, in order; comments, scripts and boxes are passed over."""
    at, hidden, depth = start, "", 0
    ends: dict[str, int] = {}
    while match := _TOKEN.search(text, at, end):
        at = match.end()
        if not match["name"]:
            at = _pass_over(text, match, ends)
            if not hidden:
                yield Tag(COMMENT, is_closing=False, start=match.start(), end=at, rest="")
            continue
        name = match["name"].lower()
        tag = Tag(name, bool(match["slash"]), match.start(), match.end(), match["rest"])
        if hidden:
            if name == hidden and not tag.rest.endswith("/"):
                depth += -1 if tag.is_closing else 1
            if depth:
                continue
            hidden = ""
            yield Tag(UNSEEN, is_closing=True, start=tag.start, end=tag.end, rest="")
        elif not tag.is_closing and name not in VOID and not tag.rest.endswith("/") and _is_unseen(tag):
            hidden, depth = name, 1
            yield Tag(UNSEEN, is_closing=False, start=tag.start, end=tag.end, rest="")
            if name in _RAW and (closing := find_closing(text, f"</{name}", at, ends)) >= 0:
                at = closing
        else:
            yield tag


def _is_unseen(tag: Tag) -> bool:
    if tag.name in _UNSEEN_TAGS:
        return True
    if "=" not in tag.rest:
        return False
    classes = tag.classes()
    if "infobox" in classes:
        return False
    if tag.name == "table":
        return not _is_layout(tag)
    return bool(
        classes & _UNSEEN_CLASSES or tag.read("id") in _UNSEEN_IDS or _HIDDEN.search(tag.read("style"))
    )


def _is_layout(tag: Tag) -> bool:
    """Return whether a table may be one inside an infobox, which has no class of its own."""
    return not tag.read("class") or "infobox-subbox" in tag.classes()


def _pass_over(text: str, match: re.Match[str], ends: dict[str, int]) -> int:
    """Return where a comment, or the like, ends."""
    closing = {"<!--": "-->", "<![CDATA[": "]]>"}.get(match[0])
    if closing is None:
        return match.end()
    found = find_closing(text, closing, match.end(), ends)
    return found + len(closing) if found >= 0 else match.end()
