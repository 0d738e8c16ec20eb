"""An article that is read, and the facts that it states, found by small named rules; no model guesses.

A form of article is a module in reading; a rule is a function in rules, named in INFOBOX_RULES, STATEMENT_RULES or
SENTENCE_RULES.
"""

from quizapp.article.reading.reader import read_article

__all__ = ["read_article"]
