"""Chronological order of three to five events that are at least a day apart, as facts of their own."""

from collections.abc import Iterator, Mapping, Sequence

from quizapp.article.fact import Fact, FactType
from quizapp.questions.order import Order
from quizapp.values.dates import Precision, When, say
from quizapp.values.text import fold
from quizapp.writing.asking.clauses import tell
from quizapp.writing.draft import Drafted
from quizapp.writing.english import begin
from quizapp.writing.quality.item import content_words
from quizapp.writing.scene import Scene

FEWEST, MOST = 3, 5
_THESE = ("these", "the following", "these further")
MOST_ORDERS = len(_THESE)
_LONGEST = 90  # characters of an event that can be moved about
_MOST_SHARED = 0.9
_TOPIC = "Course of events"


def find_sequences(scene: Scene, statements: Mapping[str, str]) -> Iterator[Drafted]:
    """Yield questions about the order of events, each event in one of them."""
    events = _find_events(scene, statements)
    number = min(MOST_ORDERS, len(events) // FEWEST)
    for at in range(number):
        chosen = events[at::number][:MOST]
        facts = tuple(fact for fact, _, _ in chosen)
        items = tuple(begin(said) for _, said, _ in chosen)
        these = _THESE[at]
        stem = f"Put {these} events around {scene.conflict} in order, the earliest first."
        if _are_all_of_battle(facts, scene) and not scene.mentions(" ".join(items)):
            stem = f"Put {these} events of {scene.conflict} in order, the earliest first."
        name = "order-of-events" if at == 0 else f"order-of-events-{at + 1}"
        told = "; ".join(f"{said} ({say(when)})" for _, said, when in chosen)
        question = Order(type="order", stem=stem, key=items)
        yield Drafted(name, f"{begin(told)}.", facts, (question,), _TOPIC, is_sure=True)


def _are_all_of_battle(facts: Sequence[Fact], scene: Scene) -> bool:
    return all(scene.place_in_time(fact).startswith("In ") for fact in facts)


def _find_events(scene: Scene, statements: Mapping[str, str]) -> list[tuple[Fact, str, When]]:
    """Return as many events of different days as are asked, in order: none tells its date, or what another tells."""
    found: list[tuple[Fact, str, When]] = []
    for fact in sorted(scene.index.dated, key=_when):
        when, clause = fact.date, fact.clause
        if (
            fact.type not in (FactType.EVENT, FactType.NUMBER)
            or clause is None
            or when is None
            or fact.id not in statements
        ):
            continue
        if not when.is_one or when.precision is not Precision.DAY or fact.according_to:
            continue
        assert when.earliest is not None
        said = scene.spell(tell(clause, scene))
        if len(said) > _LONGEST or (found and (found[-1][2].latest or 0) >= when.earliest):
            continue
        if not any(_is_like(said, other) for _, other, _ in found):
            found.append((fact, said, when))
        if len(found) == MOST * MOST_ORDERS:
            break
    return found


def _when(fact: Fact) -> tuple[int, int]:
    assert fact.date is not None
    return fact.date.earliest or 0, fact.date.latest or 0


def _is_like(one: str, other: str) -> bool:
    """Whether two events share more than nine tenths of the words of the shorter one."""
    words, others = (content_words(f" {fold(text)} ") for text in (one, other))
    return len(words & others) > _MOST_SHARED * min(len(words), len(others))
