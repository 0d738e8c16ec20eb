"""Answers as a file, line by line: CSV for spreadsheets, JSON for programs. Another format is one more entry."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from quizapp.memory.card import Rating
from quizapp.memory.study_day import read_zone
from quizapp.services.progress.answers import ShownAnswer

CONFIDENCE = {1: "guess", 2: "think so", 3: "sure"}
NAMES = (
    *("key", "answered_at", "time_zone", "study_day", "bank", "bank_title", "fact", "statement", "question"),
    *("response", "right_answer", "result", "mark", "marked_again", "reason", "rating", "confidence"),
    *("predicted_recall", "moved_memory", "days_since_last", "seconds", "hints"),
)
"""The columns of a table, in their order; `describe` gives each."""
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a text for a formula."""
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*")


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A way to write answers to a file."""

    name: str
    mimetype: str
    write: Callable[[Iterable[ShownAnswer]], Iterator[str]]


def describe(answer: ShownAnswer) -> dict[str, str | float | int | bool | None]:
    """Return everything that is kept of an answer, by name; moments in the student's zone then, ISO 8601."""
    at = answer.answered
    moment = datetime.fromtimestamp(at.answered_at / 1000, UTC).astimezone(read_zone(answer.time_zone))
    return {
        "key": at.key,
        "answered_at": moment.isoformat(timespec="seconds"),
        "time_zone": answer.time_zone,
        "study_day": date.fromordinal(at.day).isoformat(),
        "bank": answer.bank_key,
        "bank_title": answer.bank_title,
        "fact": answer.fact_key,
        "statement": answer.statement,
        "question": answer.stem,
        "response": answer.given,
        "right_answer": answer.right,
        "result": answer.result,
        "mark": at.mark,
        "marked_again": at.is_regraded,
        "reason": answer.reason,
        "rating": Rating(answer.rating).name.lower() if answer.rating else None,
        "confidence": CONFIDENCE.get(at.confidence or 0),
        "predicted_recall": at.predicted,
        "moved_memory": at.is_counted,
        "days_since_last": at.age,
        "seconds": answer.seconds,
        "hints": answer.hints,
    }


def write_csv(answers: Iterable[ShownAnswer]) -> Iterator[str]:
    """Give the lines of a CSV file, the first with a byte order mark, without which Excel breaks every umlaut."""
    yield "\ufeff" + _line(NAMES)
    for answer in answers:
        fields = describe(answer)
        yield _line(_guard(fields[name]) for name in NAMES)


def write_json(answers: Iterable[ShownAnswer]) -> Iterator[str]:
    """Give the lines of a JSON list with one object an answer."""
    before = "[\n"
    for answer in answers:
        yield before + json.dumps(describe(answer), ensure_ascii=False)
        before = ",\n"
    yield "\n]\n" if before != "[\n" else "[]\n"


def _line(values: Iterable[object]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(values)
    return written.getvalue()


def _guard(value: object) -> object:
    """Return a value as a spreadsheet keeps it: with an apostrophe before a text that would run as a formula."""
    if not isinstance(value, str) or not value.startswith(_RUNS):
        return value
    return value if _NUMBER.fullmatch(value) else f"'{value}"


FORMATS = {
    "csv": ExportFormat("csv", "text/csv", write_csv),
    "json": ExportFormat("json", "application/json", write_json),
}
