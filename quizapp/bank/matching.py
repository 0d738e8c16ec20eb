"""Which of the former things each new one is: rules are tried one after another, strictest first."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from rapidfuzz import fuzz

NEAR = 85.0
"""How alike (0 to 100, rapidfuzz's ratio) two texts are that an edit by hand turned into each other."""
VERY_NEAR = 90.0
"""The same for texts with other numbers in them, such as a corrected year."""
MOST_COMPARISONS = 1_000_000

Thing = TypeVar("Thing")


class Matching(Generic[Thing]):
    """New things beside the former ones; `found` holds for each new one what it was, and nothing twice."""

    def __init__(self, new: Sequence[Thing], former: Sequence[Thing]) -> None:
        self.new = new
        self.former = former
        self.found: list[Thing | None] = [None] * len(new)
        self.unmatched = dict.fromkeys(range(len(new)))
        self.left = dict.fromkeys(range(len(former)))

    def by(self, trait: Callable[[Thing], Hashable | None]) -> None:
        """Match what has the same trait, in the order of the file; None is no trait."""
        if not self.left:
            return
        known: dict[Hashable, list[int]] = defaultdict(list)
        for old in reversed(self.left):
            known[trait(self.former[old])].append(old)
        known.pop(None, None)
        for number in list(self.unmatched):
            candidates = known.get(trait(self.new[number]))
            if candidates:
                self._take(number, candidates.pop())

    def by_likeness(self, text: Callable[[Thing], str], among: Callable[[Thing], Hashable | None]) -> None:
        """Match the most alike texts among those of one trait; texts with other numbers are never alike."""
        groups: dict[Hashable, list[tuple[int, str]]] = defaultdict(list)
        for old in self.left:
            trait = among(self.former[old])
            if trait is not None:
                groups[trait, _digits(text(self.former[old]))].append((old, text(self.former[old])))
        pairs: list[tuple[float, int, int]] = []
        compared = 0
        for number in self.unmatched:
            mine = text(self.new[number])
            group = groups.get((among(self.new[number]), _digits(mine)), ())
            compared += len(group)
            if compared > MOST_COMPARISONS:
                break
            for old, other in group:
                likeness = fuzz.ratio(mine, other, score_cutoff=NEAR)
                if likeness:
                    pairs.append((-likeness, number, old))
        for _, number, old in sorted(pairs):
            if number in self.unmatched and old in self.left:
                self._take(number, old)

    def by_only(self, traits: Callable[[Thing], Iterable[Hashable]]) -> None:
        """Match what alone among the new things and alone among the former ones has a trait."""
        mine, theirs = _owners(self.new, self.unmatched, traits), _owners(self.former, self.left, traits)
        for trait, numbers in mine.items():
            olds = theirs.get(trait, ())
            if len(numbers) == len(olds) == 1 and numbers[0] in self.unmatched and olds[0] in self.left:
                self._take(numbers[0], olds[0])

    def by_only_likeness(
        self, text: Callable[[Thing], str], among: Callable[[Thing], Hashable | None]
    ) -> None:
        """Match texts that but for their numbers are very alike, where neither is like any other text."""
        if len(self.unmatched) * len(self.left) > MOST_COMPARISONS:
            return
        pairs = [
            (number, old)
            for number in self.unmatched
            for old in self.left
            if among(self.new[number]) is not None and among(self.new[number]) == among(self.former[old])
            if _are_very_near(text(self.new[number]), text(self.former[old]))
        ]
        news, olds = Counter(number for number, _ in pairs), Counter(old for _, old in pairs)
        for number, old in pairs:
            if news[number] == olds[old] == 1:
                self._take(number, old)

    def _take(self, number: int, old: int) -> None:
        self.found[number] = self.former[old]
        del self.unmatched[number], self.left[old]


def _owners(
    things: Sequence[Thing], numbers: Iterable[int], traits: Callable[[Thing], Iterable[Hashable]]
) -> dict[Hashable, list[int]]:
    owners: dict[Hashable, list[int]] = defaultdict(list)
    for number in numbers:
        for trait in dict.fromkeys(traits(things[number])):
            owners[trait].append(number)
    return owners


def _are_very_near(one: str, other: str) -> bool:
    return fuzz.ratio(re.sub(r"\d+", "0", one), re.sub(r"\d+", "0", other)) >= VERY_NEAR


def _digits(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", text))
