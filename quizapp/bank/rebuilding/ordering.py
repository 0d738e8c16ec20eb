"""The order of facts: that of a rebuilt bank is the article's, unless a teacher put them into another."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def put_in_order(built: Sequence[str], former: Sequence[str], made: Iterable[str]) -> list[str]:
    """Return the ids of a rebuilt bank in their order: those built now, those of the former file.

    made are the ids that the builder gave when it last did, in its order: where those of the file stand in another,
    a teacher moved them, and they stay there. All else stands behind what it stood behind.
    """
    before, standing = dict.fromkeys(made), set(former)
    theirs = [name for name in former if name in before]
    were_moved = theirs != [name for name in before if name in standing]
    return insert(former, built) if were_moved else insert(built, former)


def insert(standing: Iterable[Name], others: Iterable[Name]) -> list[Name]:
    """Put into a row what it has not yet, each behind the one that it stands behind among the others."""
    row = list(standing)
    known = set(row)
    first: list[Name] = []
    behind: dict[Name, list[Name]] = {}
    group = first
    for name in others:
        if name in known:
            group = behind.setdefault(name, [])
        else:
            group.append(name)
    return [*first, *(each for name in row for each in (name, *behind.get(name, ())))]


def find_gap(
    number: int, known: Sequence[tuple[int, int]], number_of_new: int, number_of_old: int
) -> tuple[range, range]:
    """Return the places between the nearest known pairs around a new fact, among the new ones and the old ones."""
    begins, start = max((pair for pair in known if pair[0] < number), default=(-1, -1))
    ends, stop = min((pair for pair in known if pair[0] > number), default=(number_of_new, number_of_old))
    return range(begins + 1, ends), range(start + 1, stop)
