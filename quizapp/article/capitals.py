"""Which words an article writes with a capital: how a name is known where it begins a sentence."""

import re

from quizapp.article.grammar import words
from quizapp.article.model import Article

_WORD = re.compile(r"(?<![^\W\d_])(?<![^\W\d_][-'’])[^\W\d_a-z][^\W\d_]*(?:[-'’][^\W\d_]+)*")
"""A word that does not begin with a to z; those that do are nine of ten, and not looked at."""


def find_capitals(article: Article) -> frozenset[str]:
    """Return the words, in small letters, that sentences write with a capital elsewhere than at their beginning."""
    capital: set[str] = set()
    for sentence in article.sentences():
        text = sentence.text
        for found in _WORD.finditer(text, 1):
            word = found.group()
            if word[0].isupper() and text[found.start() - 2 : found.start()] not in {". ", '"', "“"}:
                capital.add(word.lower())
    return frozenset(capital - words.DETERMINERS - words.PRONOUNS - words.PREPOSITIONS - words.SUBORDINATORS)
