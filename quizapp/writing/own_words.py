"""An article's own words, folded, so that a name can be looked for in all of it or in one sentence."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from quizapp.article.model import Article, Sentence
from quizapp.values.text import fold


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

    @cached_property
    def _sentences(self) -> tuple[Sentence, ...]:
        return tuple(sorted(self.article.sentences(), key=lambda sentence: sentence.start))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self._sentences)
