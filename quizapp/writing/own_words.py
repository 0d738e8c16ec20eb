"""An article's own words, folded, so that a name can be looked for in all of it or in one sentence."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from quizapp.article.model import Article, Sentence
from quizapp.values.text import fold
from quizapp.writing.english import says_the

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[\w,;\u2013\u2014-] )[^\W\d_a-z]\w*|(?<=[(\u2013-])[^\W\d_a-z]\w*")
"""A word with a capital that does not begin a sentence."""
_AT_NAME = re.compile(
    r"\b(?:in|at|near|outside|around|towards) (?:the )?"
    r"((?:[A-Z]\w*\.? )?[^\W\d_a-z][\w'\u2019-]*(?: (?:[a-z]{1,3}-)?[^\W\d_a-z][\w-]+){0,3})"
)
_THE_NAME = re.compile(r"\b[Tt]he ([^\W\d_a-z]\w+)")


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

    def is_place(self, name: str) -> bool:
        """Whether the text says somewhere that something was in, at or near a name."""
        return name.removeprefix("the ") in self._places

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(name for sentence in self._sentences for name in _AT_NAME.findall(sentence.text))

    def has_the(self, name: str) -> bool:
        """Whether the text says "the" before a name of one word: before peoples, and no "the Rosecrans"."""
        return name in self._with_the

    @cached_property
    def _with_the(self) -> frozenset[str]:
        return frozenset(name for sentence in self._sentences for name in _THE_NAME.findall(sentence.text))

    def takes_the(self, name: str) -> bool:
        """Whether the text says "the" before a name that stands alone: "the Ruhr", but not "the Stavelot road"."""
        return says_the(name, [sentence.text for sentence in self._sentences])

    @cached_property
    def _sentences(self) -> tuple[Sentence, ...]:
        return tuple(sorted(self.article.sentences(), key=lambda sentence: sentence.start))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self._sentences)
