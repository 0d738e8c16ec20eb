"""Facts that a student was sure of and wrong about: what is corrected best when it is looked at again.

J. Butterfield and J. Metcalfe, "Errors committed with high confidence are hypercorrected" (2001).
"""

from dataclasses import dataclass

from quizapp.progress.tally import SURE, Answered, Tally


@dataclass(frozen=True, slots=True)
class SureAndWrong:
    """The newest such answer to one fact, and how often the fact was right on later study days."""

    fact_id: int
    key: str
    """Of that answer."""
    day: int
    right_since: int


@dataclass(frozen=True, slots=True)
class SureAndWrongs:
    """Every fact with such an answer: those not right since first, then the newest."""

    facts: tuple[SureAndWrong, ...]

    @property
    def open(self) -> int:
        """Facts that were not right since."""
        return sum(not fact.right_since for fact in self.facts)


def find_sure_and_wrong(tally: Tally, _day: int) -> SureAndWrongs:
    """The facts that were answered wrong by somebody who was sure, whatever became of them since."""
    newest: dict[int, Answered] = {}
    for answer in tally.answers:
        if answer.confidence == SURE and not answer.is_right and not answer.is_undone:
            seen = newest.get(answer.fact_id)
            if seen is None or _moment(answer) > _moment(seen):
                newest[answer.fact_id] = answer
    since = dict.fromkeys(newest, 0)
    for answer in tally.answers:
        if answer.fact_id in newest and answer.is_counted and answer.is_recalled:
            since[answer.fact_id] += answer.day > newest[answer.fact_id].day
    found = [
        SureAndWrong(fact, answer.key, answer.day, since[fact])
        for fact, answer in sorted(newest.items(), key=lambda pair: _moment(pair[1]), reverse=True)
    ]
    return SureAndWrongs(tuple(sorted(found, key=lambda fact: fact.right_since > 0)))


def _moment(answer: Answered) -> tuple[int, str]:
    return answer.answered_at, answer.key
