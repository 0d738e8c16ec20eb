"""The place that an article is about: what "the city" of a battle's article means where no other is named nearby."""

import re
from dataclasses import dataclass

from quizapp.article.model import Article

KINDS = ("city", "town", "island")
"""What a place may be called for short; villages, rivers and hills are many in one article."""
_NAME = re.compile(r"[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+)*")
_NO_PLACE = re.compile(
    r"\b(?:Battle|Siege|Operation|Campaign|Offensive|Fall|Capture|Sack|Raid|War|Massacre|Landing|Bombardment|First|Second"
    r"|Third|The|Invasion|Liberation|Defence|Defense|Great)\b"
)


@dataclass(frozen=True, slots=True)
class Home:
    """A place and what it is: "city" and "Mayadin"."""

    kind: str
    name: str


def find_home(article: Article) -> Home | None:
    """Return the place of the title if the article says somewhere that it is a city, a town or an island."""
    names = _NAME.findall(_NO_PLACE.sub(" ", article.title).replace("(", " "))
    said = " ".join(
        [cell.text for cell in article.cells] + [sentence.text for sentence in article.sentences()]
    )
    for name in names:
        for kind in KINDS:
            if re.search(rf"\b{kind} of {re.escape(name)}\b|\b{re.escape(name)} (?i:{kind})\b", said):
                return Home(kind, name)
    return None


def find_rivals(home: Home, text: str) -> list[str]:
    """Return other places that a text calls by the same word: "the city of Raqqa" beside Mayadin."""
    kind = rf"(?i:{home.kind})"
    found = re.findall(rf"\b{kind} of ([A-Z][\w'’-]+)|\b([A-Z][\w'’-]+) {kind}\b", text)
    parts = home.name.split(" ")
    return [one or other for one, other in found if (one or other) not in parts]
