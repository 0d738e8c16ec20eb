"""Markdown's marks taken out of plain text: emphasis, links, quotation marks of lines, tables of two columns.

Headings and lists are the plain form's too. What stands between marks keeps its place.
"""

import re

from quizapp.article.mapped import Pen, cut, replace
from quizapp.article.model import Clean

_SIGNS = re.compile(
    r"\*\*[^\s*][^*\n]{0,300}\*\*|\]\(https?://|^[ \t]{0,3}\|[ \t:|-]{0,60}---[ \t:|-]{0,200}\|[ \t]*$|^#{1,6} +\S",
    re.MULTILINE,
)
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
    r"|^[ \t]{0,3}>[ \t]?"
    r"|\*{2,3}|(?<![\w*])\*(?=[^\s*][^*\n]{0,300}\*)|(?<=[^\s*])\*(?![\w*])",
    re.MULTILINE,
)


def is_markdown(text: str) -> bool:
    """Return whether a text shows signs of Markdown that plain text does not have."""
    return _SIGNS.search(text) is not None


def leave_out_marks(source: Clean) -> Clean:
    """Return a text without Markdown's marks; a row of two columns becomes a line "Field: value", others go."""
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
