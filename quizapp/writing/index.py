"""What every question looks up in an article and its facts, put in order once: by type, by day, by place."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import merge

from quizapp.article.fact import Confidence, Fact, FactType
from quizapp.article.model import Article
from quizapp.values.dates import Precision, When, say
from quizapp.values.text import fold
from quizapp.writing.english import is_name, stands_alone

_OF_KIND = re.compile(
    r"\b(?P<kind>city|town|village|port|hamlet|fortress|river|island|hill|district|province|suburb) of "
    r"(?P<name>[^\W\d_a-z][\w'\u2019-]*(?: (?:[a-z]{1,3}-)?[^\W\d_a-z][\w'\u2019-]*)*)"
)
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the text names with its kind, "the village of Dhiban", and the section where it does."""

    kind: str
    name: str
    section: str


@dataclass(frozen=True)
class Index:
    """An article and its facts; each order is made when it is first asked for."""

    article: Article
    facts: tuple[Fact, ...]

    def list_of(self, type_: FactType) -> tuple[Fact, ...]:
        """Return the facts of a type, in the order of the article."""
        return tuple(self._by_type.get(type_, ()))

    @cached_property
    def _by_type(self) -> Mapping[FactType, list[Fact]]:
        found: dict[FactType, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.type].append(fact)
        return found

    @cached_property
    def dated(self) -> tuple[Fact, ...]:
        """The facts whose date is sure, in the order of the article."""
        return tuple(
            fact
            for fact in self.facts
            if fact.date is not None and fact.is_dated_surely and fact.confidence is Confidence.HIGH
        )

    def list_nearest(self, when: When) -> Iterator[tuple[int, When, tuple[Fact, ...]]]:
        """Yield the other dates of the same precision with their facts, the nearest first, with the days between."""
        middle = when.earliest or 0
        days = self._days[when.precision]
        at = bisect_left(days, middle)
        near = merge(
            ((middle - day, self._dates[when.precision, day]) for day in reversed(days[:at])),
            ((day - middle, self._dates[when.precision, day]) for day in days[at:]),
            key=lambda each: (each[0], say(each[1])),
        )
        yield from (
            (distance, other, tuple(self._by_date[other])) for distance, other in near if other != when
        )

    @cached_property
    def _by_date(self) -> Mapping[When, list[Fact]]:
        found: dict[When, list[Fact]] = defaultdict(list)
        for fact in self.dated:
            if fact.date is not None and fact.date.is_one:
                found[fact.date].append(fact)
        return found

    @cached_property
    def _dates(self) -> Mapping[tuple[Precision, int], When]:
        return {(when.precision, when.earliest or 0): when for when in self._by_date}

    @cached_property
    def _days(self) -> Mapping[Precision, list[int]]:
        """Return of each precision on which days its dates begin."""
        return {kind: sorted(day for own, day in self._dates if own is kind) for kind in Precision}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that the text names with their kind, each as often as it does."""
        return tuple(
            Place(found["kind"].lower(), re.sub(r"['\u2019]s$", "", found["name"]), sentence.section)
            for sentence in self.article.sentences()
            for found in _OF_KIND.finditer(sentence.text)
            if is_name(found["name"]) and stands_alone(found["name"], _MOST_WORDS)
        )

    def list_events_at(self, place: str) -> tuple[Fact, ...]:
        """Return the events that befell a place."""
        return tuple(self._events.get(fold(place), ()))

    @cached_property
    def _events(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.list_of(FactType.EVENT):
            if fact.clause is not None:
                target = fact.clause.subject if fact.clause.is_passive else fact.clause.object
                place = _OF_KIND.search(target)
                found[fold(place["name"] if place else target.removeprefix("the "))].append(fact)
        return found
