"""An article that is read, and the facts that it states, found by small named rules; no model guesses.

A form of article is a module in reading; a rule is a function in rules, named in RULES.
"""

from quizapp.article.model import Article
from quizapp.article.reading.plain import read_plain
from quizapp.article.reading.wikitext import read_wikitext

__all__ = ["read_article"]


def read_article(text: str | bytes) -> Article:
    """Return the article in a text, whatever its form; never raises."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    if "{{" in text and "\n- Conflict" not in text:
        return read_wikitext(text)
    return read_plain(text)
