"""Which parts of a file are broken, so that the rest of it can still be used."""

from collections import defaultdict
from dataclasses import dataclass, field

Step = int | str
"""One step of the way from the top of a file to a place in it: a name, or a number from 0 in a list."""


@dataclass(slots=True)
class Broken:
    """The fields of the bank, the facts (by number) and the questions of each fact that cannot be used."""

    fields: set[Step] = field(default_factory=set)
    facts: set[Step] = field(default_factory=set)
    questions: dict[Step, set[Step]] = field(default_factory=lambda: defaultdict(set))

    def add(self, steps: tuple[Step, ...]) -> None:
        """Break the question that a place belongs to, else the fact, else the field of the bank."""
        if steps[:1] != ("facts",) or len(steps) == 1:
            self.fields.update(steps[:1])
        elif steps[2:3] == ("questions",) and len(steps) > 3:
            self.questions[steps[1]].add(steps[3])
        else:
            self.facts.add(steps[1])
