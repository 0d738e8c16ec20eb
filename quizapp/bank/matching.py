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
    """New things beside the former ones; `found` holds for each new one what it was, and nothing twice.

    `places` says the same by the numbers of the former things.
    """

    def __init__(self, new: Sequence[Thing], former: Sequence[Thing]) -> None:
        self.new = new
        self.former = former
        self.found: list[Thing | None] = [None] * len(new)
        self.places: list[int | None] = [None] * len(new)
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
                self.take(number, candidates.pop())

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
                self.take(number, old)

    def by_only(self, traits: Callable[[Thing], Iterable[Hashable]]) -> None:
        """Match what alone among the new things and alone among the former ones has a trait."""
        mine, theirs = _owners(self.new, self.unmatched, traits), _owners(self.former, self.left, traits)
        for trait, numbers in mine.items():
            olds = theirs.get(trait, ())
            if len(numbers) == len(olds) == 1 and numbers[0] in self.unmatched and olds[0] in self.left:
                self.take(numbers[0], olds[0])

    def by_only_likeness(
        self, text: Callable[[Thing], str], among: Callable[[Thing], Hashable | None]
    ) -> None:
        """Match texts that but for their numbers are very alike, where neither is like any other text left."""
        for number, old in self.find_only_alike(text, among):
            self.take(number, old)

    def find_only_alike(
        self, text: Callable[[Thing], str], among: Callable[[Thing], Hashable | None]
    ) -> list[tuple[int, int]]:
        """Find the pairs that `by_only_likeness` would match, each as the numbers of the new thing and the old."""
        if len(self.unmatched) * len(self.left) > MOST_COMPARISONS:
            return []
        olds = [(old, among(self.former[old]), _mask(text(self.former[old]))) for old in self.left]
        pairs = []
        for number in self.unmatched:
            mine, trait = _mask(text(self.new[number])), among(self.new[number])
            pairs += [
                (number, old)
                for old, other, theirs in olds
                if trait is not None and trait == other and fuzz.ratio(mine, theirs) >= VERY_NEAR
            ]
        counts = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
        return [(new, old) for new, old in pairs if counts[0][new] == counts[1][old] == 1]

    def by_unrivalled(self, text: Callable[[Thing], str], among: Callable[[Thing], Hashable | None]) -> None:
        """Match as `by_only_likeness` does where no other thing, matched or not, is as alike as the two."""
        pairs = self.find_only_alike(text, among)
        news, olds = [_mask(text(each)) for each in self.new], [_mask(text(each)) for each in self.former]
        if len(pairs) * (len(news) + len(olds)) > MOST_COMPARISONS:
            return
        for number, old in pairs:
            one, other = news[number], olds[old]
            alike = fuzz.ratio(one, other)
            rivals = (
                *(fuzz.ratio(one, text) for place, text in enumerate(olds) if place != old),
                *(fuzz.ratio(other, text) for place, text in enumerate(news) if place != number),
            )
            if max(rivals, default=0) < alike:
                self.take(number, old)

    def take(self, number: int, old: int) -> None:
        """Say that a new thing is a former one, each by its number."""
        self.found[number], self.places[number] = self.former[old], old
        del self.unmatched[number], self.left[old]


def _owners(
    things: Sequence[Thing], numbers: Iterable[int], traits: Callable[[Thing], Iterable[Hashable]]
) -> dict[Hashable, list[int]]:
    owners: dict[Hashable, list[int]] = defaultdict(list)
    for number in numbers:
        for trait in dict.fromkeys(traits(things[number])):
            owners[trait].append(number)
    return owners


def _mask(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _digits(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", text))
