"""A distractor with what it really is, and what those who look for some may ask."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

from quizapp.article.fact import Fact
from quizapp.values.text import fold
from quizapp.writing.prompt import Prompt
from quizapp.writing.scene import Scene


@dataclass(frozen=True, slots=True)
class Lure:
    """A wrong answer, and what it really is, or nothing."""

    text: str
    feedback: str = ""


@dataclass(frozen=True)
class Asked:
    """A prompt with its fact, the scene, and the statements of all facts by their ids."""

    prompt: Prompt
    fact: Fact
    scene: Scene
    statements: Mapping[str, str]

    @cached_property
    def same(self) -> frozenset[str]:
        """What is the key under another name, or around it, as the article says, folded: aliases, larger places."""
        key = fold(self.prompt.key).removeprefix("the ")
        named = ((fold(fact.value), *map(fold, fact.aliases)) for fact in self.scene.facts if fact.aliases)
        return frozenset(name.removeprefix("the ") for names in named if key in names for name in names)

    @cached_property
    def number(self) -> int:
        """A number that is the same for the same fact and stem, so that choices vary and yet stay."""
        return crc32(f"{self.fact.id} {self.prompt.sort}".encode())

    @cached_property
    def quoted(self) -> str:
        """The sentence that states the fact, folded, with a space at both ends."""
        return self.scene.own_words.quote(self.fact.evidence.start)

    @property
    def text(self) -> str:
        """The whole article, folded: a name that it does not hold says nothing of it."""
        return self.scene.own_words.text


Source = Callable[[Asked], Iterator[Lure]]
"""Where distractors come from: the best first, as many as there are."""
