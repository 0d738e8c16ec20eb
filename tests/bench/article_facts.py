"""How many facts of real articles are found: `python -m tests.bench.article_facts FOLDER [missed|more]`.

The folder holds articles, and beside each a list of its facts made by hand (NAME.gold.json): value in norm, date in
date_edtf, who says so in attribution, and where it stands in source. A fact of the list counts as found where a fact
from the same cell or sentence names one of its norms. "missed" shows those that were not found or have another date,
"more" the facts that are on no list, which somebody has to judge.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from quizapp.article import read_article
from quizapp.article.fact import INFOBOX, Confidence, Fact
from quizapp.article.finding import find_facts
from quizapp.article.numbers.counts import find_counts
from quizapp.values.dates import to_edtf
from quizapp.values.measures import Quantity
from quizapp.values.quantities import read_quantity
from quizapp.values.text import fold

NOT_ASKED = {"order", "link"}


@dataclass(slots=True)
class Score:
    """Counts over the lists, in the infobox and in the body."""

    wanted: int = 0
    found: int = 0
    confident: int = 0
    dated: int = 0
    dated_right: int = 0
    attributed: int = 0
    attributed_right: int = 0
    sure_wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def main() -> None:
    """Measure every list in the folder, and print a table."""
    folder, more = Path(sys.argv[1]), sys.argv[2:]
    scores = {"infobox": Score(), "body": Score()}
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / gold["source"]).read_bytes()
        started = time.perf_counter()
        found = find_facts(read_article(text))
        seconds = time.perf_counter() - started
        matched = measure(gold["facts"], found.facts, scores)
        sure = sum(fact.confidence is Confidence.HIGH for fact in found.facts)
        print(
            f"{path.name}: {len(found.facts)} facts, {sure} confident, {len(found.uncovered)} places not covered"
        )
        print(f"  {seconds:.2f} s for {len(text):,} bytes")
        if "more" in more:
            print(*(f"  + {say(fact)}" for fact in found.facts if fact.id not in matched), sep="\n")
    for name, score in scores.items():
        print(
            f"{name}: found {score.found} of {score.wanted} ({share(score.found, score.wanted)}), confidently"
            f" {score.confident}; date right {score.dated_right} of {score.dated}, source named"
            f" {score.attributed_right} of {score.attributed}; sure of another date {len(score.sure_wrong)}"
        )
        if "missed" in more:
            print(*(f"  - {line}" for line in (*score.missed, *score.sure_wrong)), sep="\n")


def measure(gold: list[dict[str, Any]], facts: tuple[Fact, ...], scores: dict[str, Score]) -> set[str]:
    """Add a list to the scores; return the ids of the facts that are on it."""
    matched: set[str] = set()
    for wanted in gold:
        norms = [norm for norm in wanted.get("norm") or () if norm is not None]
        if wanted["type"] in NOT_ASKED or not norms:
            continue
        score = scores["infobox" if wanted["source"]["section"] == INFOBOX else "body"]
        score.wanted += 1
        same = [
            fact
            for fact in facts
            if stands_at(fact, wanted["source"]) and any(names(fact, norm) for norm in norms)
        ]
        line = f"{wanted['id']} {wanted['subject']} | {wanted['attribute']} | {wanted['value']}"
        if not same:
            score.missed.append(f"{line} ({wanted['source']['section']}, {wanted['source']['sentence']})")
            continue
        matched |= {fact.id for fact in same}
        add_match(score, wanted, same, line)
    return matched


def add_match(score: Score, wanted: dict[str, Any], same: list[Fact], line: str) -> None:
    """Count a fact of the list that was found, its date and its source."""
    score.found += 1
    score.confident += any(fact.confidence is Confidence.HIGH for fact in same)
    date = wanted.get("date_edtf")
    if date:
        score.dated += 1
        dates = {to_edtf(fact.date): fact.confidence for fact in same if fact.date}
        score.dated_right += date in dates
        if date not in dates and Confidence.HIGH in dates.values():
            score.sure_wrong.append(f"{line}: {date}, found {sorted(dates)}")
    if wanted.get("attribution"):
        score.attributed += 1
        score.attributed_right += any(fact.according_to for fact in same)


def stands_at(fact: Fact, source: dict[str, Any]) -> bool:
    """Whether a fact comes from the cell or the sentence that the list names."""
    evidence = fact.evidence
    if source["section"] == INFOBOX:
        return (
            evidence.section == INFOBOX
            and str(evidence.sentence).casefold() == str(source["field"]).casefold()
        )
    return evidence.section == source["section"].strip("()") and evidence.sentence == source["sentence"]


def names(fact: Fact, norm: str | int) -> bool:
    """Whether a fact names a norm: as words, as a number, or as a date."""
    if isinstance(norm, int):
        return fact.quantity is not None and fact.quantity.low == norm
    if fact.date is not None and to_edtf(fact.date) == norm:
        return True
    words = (fact.subject, fact.attribute.replace("_", " "), fact.value, fact.counted, *fact.aliases)
    said = f" {fold(' '.join(words))} "
    if f" {fold(norm)} " in said:
        return True
    asked = read_quantity(norm)
    return isinstance(asked, Quantity) and asked in list(quantities(fact))


def quantities(fact: Fact) -> Iterator[Quantity]:
    """Yield the numbers of a fact as lists may write them: with their unit, and without; a share in per cent too."""
    for quantity in filter(None, (fact.quantity, *(count.quantity for count in find_counts(fact.value)))):
        for unit in (quantity.unit, None):
            yield Quantity(quantity.low, quantity.high, unit)
        if quantity.low is not None and quantity.low == quantity.high and quantity.low < 1:
            yield Quantity(quantity.low * 100, quantity.high * Decimal(100), "%")


def share(part: int, whole: int) -> str:
    """Return a share in per cent."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def say(fact: Fact) -> str:
    """Return a fact in a line."""
    place = f"{fact.evidence.section} {fact.evidence.sentence}"
    date = f" [{to_edtf(fact.date)}]" if fact.date else ""
    return f"{fact.confidence} {place}: {fact.subject} | {fact.attribute} | {fact.value}{date}"


if __name__ == "__main__":
    main()
