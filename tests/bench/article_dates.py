"""How many dates of real war narratives are found and right: `python -m tests.bench.article_dates FOLDER [errors]`.

The folder holds texts with TIMEX2 marks, as those of WikiWars (Mazur and Dale, EMNLP 2010). A line without a full
stop is taken for a heading, and dates in headings are not asked for. A date of day precision counts as right where
the words are found and mean that day.
"""

import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from quizapp.article import read_article
from quizapp.article.dates import Dated, date_article
from quizapp.values.dates import When, to_edtf

_TAG = re.compile(r"<(/?)TIMEX2([^>]*)>")
_VALUE = re.compile(r'\bval="([^"]*)"')
_LINE = re.compile(r"(?m)^[^\n]+$")
_HEADING = re.compile(r"(?m)^== .* ==$")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T[A-Z]{2})?")
_CALENDAR = re.compile(r"(?:BC)?\d{2,4}(?:-.*)?")


@dataclass(frozen=True, slots=True)
class Marked:
    """A time expression as it was annotated: offsets in the text without marks, words, value."""

    start: int
    end: int
    words: str
    value: str


@dataclass(slots=True)
class Score:
    """Counts over all texts; errors are shown when asked for."""

    days: int = 0
    right: int = 0
    sure: int = 0
    sure_wrong: int = 0
    marked: int = 0
    marked_found: int = 0
    found: int = 0
    found_marked: int = 0
    seconds: float = 0.0
    characters: int = 0
    errors: list[str] = field(default_factory=list)


def read_marked(text: str) -> tuple[str, list[Marked]]:
    """Return a text without its marks, and the expressions that were marked."""
    body = _LINE.sub(mark_heading, text.split("<TEXT>", 1)[-1].split("</TEXT>", 1)[0])
    plain: list[str] = []
    length = at = 0
    opened: list[tuple[int, str]] = []
    marked: list[Marked] = []
    for tag in _TAG.finditer(body):
        piece = unescape(body[at : tag.start()])
        plain.append(piece)
        length += len(piece)
        at = tag.end()
        if not tag.group(1):
            value = _VALUE.search(tag.group(2))
            opened.append((length, value.group(1) if value else ""))
        elif opened:
            start, value_ = opened.pop()
            marked.append(Marked(start, length, "".join(plain)[start:length], value_))
    return "".join(plain) + unescape(body[at:]), marked


def mark_heading(line: re.Match[str]) -> str:
    """Write a line as a heading where it is short and no sentence."""
    bare = _TAG.sub("", line.group()).strip()
    return f"== {line.group()} ==" if 2 < len(bare) < 70 and bare[-1] not in '.,:;!?"' else line.group()


def find_dates(text: str) -> Iterator[tuple[int, int, Dated]]:
    """Yield the dates that are found, with offsets in the text."""
    for sentence, dates in date_article(read_article(text)).items():
        for dated in dates:
            yield *sentence.clean.locate(dated.start, dated.end), dated


def means_day(value: str) -> str | None:
    """Return the day of an annotated value, also of its night or morning; None for a month, or a clock's time."""
    found = _DAY.fullmatch(value)
    return f"{found[1]}-{found[2]}-{found[3]}" if found else None


def ends(when: When) -> set[str]:
    """Return the date, and its ends where it is a span: each end is annotated by itself."""
    written = to_edtf(when)
    return {written, *written.split("/")}


def score_text(name: str, text: str, score: Score) -> None:
    """Add what is found in one text."""
    plain, marked = read_marked(text)
    began = time.process_time()
    found = list(find_dates(plain))
    score.seconds += time.process_time() - began
    score.characters += len(plain)
    score.found += len(found)
    score.found_marked += sum(any(_overlap(each, mark) for mark in marked) for each in found)
    for each in found:
        if not any(_overlap(each, mark) for mark in marked):
            score.errors.append(
                f"{name} not marked: {_around(plain, each[0], each[1])} {to_edtf(each[2].when)}"
            )
    headings = [found.span() for found in _HEADING.finditer(plain)]
    for mark in marked:
        if any(start <= mark.start < end for start, end in headings):
            continue
        here = [each for each in found if _overlap(each, mark)]
        if _CALENDAR.fullmatch(mark.value):
            score.marked += 1
            score.marked_found += bool(here)
            if not here:
                score.errors.append(f"{name} not found: {_around(plain, mark.start, mark.end)} {mark.value}")
        day = means_day(mark.value)
        if day is not None:
            _score_day(name, plain, mark, day, here, score)


def _score_day(
    name: str, plain: str, mark: Marked, day: str, here: list[tuple[int, int, Dated]], score: Score
) -> None:
    score.days += 1
    right = any(day in ends(dated.named) for _, _, dated in here)
    score.right += right
    sure = [dated for _, _, dated in here if dated.is_sure]
    score.sure += bool(sure)
    score.sure_wrong += bool(sure) and not right
    if not right:
        read = ", ".join(
            f"{to_edtf(dated.when)} {dated.how} ({dated.doubt or 'SURE'})" for _, _, dated in here
        )
        score.errors.append(f"{name} {day}: {_around(plain, mark.start, mark.end)} {read or 'nothing'}")


def _overlap(found: tuple[int, int, Dated], mark: Marked) -> bool:
    return found[0] < mark.end and mark.start < found[1]


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(start - 50, 0) : start], text[end : end + 25]
    return " ".join(f"...{before}[{text[start:end]}]{after}...".split())


def measure(folder: Path) -> Score:
    """Score every text of a folder."""
    score = Score()
    for path in sorted(folder.glob("*.xml")):
        score_text(path.name[:2], path.read_text(encoding="utf-8"), score)
    return score


def main() -> None:
    """Print the figures, and the errors where they are asked for."""
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        print("name the folder of texts with TIMEX2 marks")
        return
    score = measure(Path(sys.argv[1]))
    if "errors" in sys.argv:
        print(*score.errors, sep="\n")
    print(f"dates of day precision: {score.days}, found and right {score.right / score.days:.1%}")
    print(
        f"marked sure: {score.sure}, wrong among them {score.sure_wrong} ({score.sure_wrong / score.sure:.1%})"
    )
    print(f"calendar expressions: {score.marked}, found {score.marked_found / score.marked:.1%}")
    print(f"found in all: {score.found}, that were marked {score.found_marked / score.found:.1%}")
    print(f"{score.characters:,} characters read and dated in {score.seconds:.2f} s of processor time")


if __name__ == "__main__":
    main()
