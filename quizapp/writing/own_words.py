"""An article's own words, folded, so that a name can be looked for in all of it or in one sentence."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from quizapp.article.model import Article, Sentence
from quizapp.values.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[\w,;\u2013\u2014-] )[^\W\d_a-z]\w*|(?<=[(\u2013-])[^\W\d_a-z]\w*")
"""A word with a capital that does not begin a sentence."""


@dataclass(frozen=True)
class OwnWords:
    """The words of an article; each text is folded once, when it is first asked for, with a space at both ends."""

    article: Article

    @cached_property
    def text(self) -> str:
        """All of its cells and sentences: a name that this does not hold is not in the article."""
        cells = (cell.text for cell in self.article.cells)
        sentences = (sentence.text for sentence in self.article.sentences())
        return f" {' '.join(map(fold, (*cells, *sentences)))} "

    def quote(self, at: int) -> str:
        """Return the sentence that stands at an offset; "" where none does."""
        found = bisect_right(self._starts, at) - 1
        if found < 0 or at >= self._sentences[found].end:
            return ""
        return f" {fold(self._sentences[found].text)} "

    def is_common(self, word: str) -> bool:
        """Whether a word is no name: it has a small letter somewhere, and a capital only where a sentence begins."""
        return word.lower() in self._common

    @cached_property
    def _common(self) -> frozenset[str]:
        words = {word for sentence in self._sentences for word in _WORD.findall(sentence.text)}
        inside = {word for sentence in self._sentences for word in _INSIDE.findall(sentence.text)}
        return frozenset(word for word in words if word.islower() and word.capitalize() not in inside)

    @cached_property
    def _sentences(self) -> tuple[Sentence, ...]:
        return tuple(sorted(self.article.sentences(), key=lambda sentence: sentence.start))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self._sentences)
