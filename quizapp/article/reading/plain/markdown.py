"""Markdown's marks taken out of plain text: emphasis, links, footnotes, quoted lines, tables of two columns.

Headings and lists are the plain form's too; an underlined heading and a title above the text become such. What stands
between marks keeps its place.
"""

import re

from quizapp.article.model import Clean
from quizapp.article.reading.mapped import Pen, cut, replace

_SIGNS = re.compile(
    r"\A---[ \t]*\n\w+:|^\[\^[^\[\]\n]{1,40}\]:|^#{1,6} +\S"
    r"|\*\*[^\s*][^*\n]{0,300}\*\*|\]\(https?://|^[ \t]{0,3}\|[ \t:|-]{0,60}---[ \t:|-]{0,200}\|[ \t]*$",
    re.MULTILINE,
)
_FRONT = re.compile(r"\A---[ \t]*\n(?:[^\n]{0,500}\n){0,80}?---[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"^title:[ \t]*[\"']?(?P<title>[^\n]*?)[\"']?[ \t]*$", re.MULTILINE)
_TOP = re.compile(r"^# +\S", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<words>[^\s#>|*-][^\n]{0,120})\n(?P<line>={3,}|-{3,})[ \t]*$", re.MULTILINE)
_ROW = re.compile(
    r"^[ \t]{0,3}\|(?:(?P<rule>[ \t:|-]{3,300}\|[ \t]*(?:\n|\Z))"
    r"|[ \t]*(?P<name>[^|\n]{1,60}?)[ \t]*(?P<between>\|)[ \t]*(?P<value>[^|\n]{1,400}?)[ \t]*\|[ \t]*$"
    r"|[^\n]{0,2000}\|[ \t]*$)",
    re.MULTILINE,
)
_TARGET = r"\]\((?:[^()\s]|\([^()\s]{0,200}\)){1,1000}(?:[ \t]\"[^\"\n]{0,200}\")?\)"
_MARK = re.compile(
    r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)"  # a picture
    rf"|\[(?=[^\[\]\n]{{1,300}}{_TARGET})|(?<=[^\[\n]){_TARGET}"  # a link around its words
    r"|^\[\^[^\[\]\n]{1,40}\]:[^\n]*$|\[\^[^\[\]\n]{1,40}\]"  # a footnote, and where it belongs
    r"|^[ \t]{0,3}(?:`{3}|~{3})[^\n]*$|`"
    r"|^[ \t]{0,3}>[ \t]?"
    r"|\*{2,3}|(?<![\w*])\*(?=[^\s*][^*\n]{0,300}\*)|(?<=[^\s*])\*(?![\w*])",
    re.MULTILINE,
)


def is_markdown(text: str) -> bool:
    """Return whether a text shows signs of Markdown that plain text does not have."""
    return _SIGNS.search(text) is not None


def leave_out_marks(source: Clean) -> Clean:
    """Return a text without Markdown's marks; a row of two columns becomes a line "Field: value", others go."""
    source = _mark_headings(_leave_out_front(source))
    pen, done = Pen(), 0
    for row in _ROW.finditer(source.text):
        pen.take(cut(source, done, row.start()))
        if row["name"] and row["value"]:
            pen.take(cut(source, *row.span("name")))
            pen.put(": ", source.places[row.start("between")])
            pen.take(cut(source, *row.span("value")))
        done = row.end()
    pen.take(cut(source, done, len(source.text)))
    return replace(pen.finish(), _MARK, "")


def _leave_out_front(source: Clean) -> Clean:
    """Return a text without the fields between two rules above it; a title there is its heading where it has none."""
    front = _FRONT.match(source.text)
    if front is None:
        return source
    pen, title = Pen(), _TITLE.search(front[0])
    if title and not _TOP.search(source.text, front.end()):
        start, end = title.span("title")
        pen.put("# ", source.places[start])
        pen.take(cut(source, start, end))
        pen.put("\n\n", source.places[end])
    pen.take(cut(source, front.end(), len(source.text)))
    return pen.finish()


def _mark_headings(source: Clean) -> Clean:
    """Return a text whose underlined headings are marked before them, as others are."""
    pen, done = Pen(), 0
    for heading in _UNDERLINED.finditer(source.text):
        start, end = heading.span("words")
        pen.take(cut(source, done, start))
        pen.put("# " if heading["line"][0] == "=" else "## ", source.places[start])
        pen.take(cut(source, start, end))
        done = heading.end()
    pen.take(cut(source, done, len(source.text)))
    return pen.finish()
