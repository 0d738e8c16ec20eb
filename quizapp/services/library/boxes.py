"""The boxes of a draft's page, in which lines are mended: what was typed into them is applied or shown again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.bank.edit import entry_at, find_entries, find_whole, leave_out, replace_line
from quizapp.bank.reading.source import BREAK
from quizapp.services.errors import Refused
from quizapp.services.library import drafts
from quizapp.services.library.preview import Located, Preview
from quizapp.services.person import Person


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its line (from 1), the text of that line when the page was made, and what stands in the box."""

    line: int
    was: str | None
    typed: str

    @property
    def lines(self) -> str:
        """What stands in the box, with the line ends of a file."""
        return self.typed.replace("\r\n", "\n").rstrip("\n")


def apply_boxes(person: Person, draft_id: str, seen: str, boxes: Sequence[Box]) -> None:
    """Mend a draft with all its boxes; seen is the stamp of the text that the person looked at."""
    drafts.mend_lines(person, draft_id, seen, {box.line: box.typed for box in boxes})


def leave_out_at(person: Person, draft_id: str, seen: str, line: int, boxes: Sequence[Box] = ()) -> None:
    """Take the question (or else the fact) that covers a line out of a draft, and mend the rest with its boxes."""
    draft = drafts.find_seen(person, draft_id, seen)
    entries = find_entries(draft.text)
    entry = entry_at(entries, line)
    if entry is None:
        raise Refused("no question stands on this line; mend the line instead")
    whole = find_whole(entries, entry)
    text = leave_out(draft.text, entry)
    gone = len(BREAK.findall(draft.text)) - len(BREAK.findall(text))
    for box in sorted(boxes, key=lambda box: box.line, reverse=True):
        if not whole.first_line <= box.line <= whole.last_line:
            at = box.line if box.line < whole.first_line else box.line - gone
            text = replace_line(text, at, box.lines)
    drafts.change_text(draft, text)


def keep_boxes(person: Person, preview: Preview, boxes: Sequence[Box]) -> tuple[Preview, tuple[Box, ...]]:
    """Put what was typed into a page's boxes again; return the page and the boxes that have no line there any more.

    A line is found again by its text, since it may have moved. What stands in the draft already is not returned.
    """
    left = list(boxes)
    problems: list[Located] = []
    filled: set[int] = set()
    for found in preview.problems:
        problem = found
        same = [box for box in left if _is_for(box, problem)]
        if same and problem.mended is not None and problem.line not in filled:
            box = min(same, key=lambda box: abs(box.line - problem.line))
            left.remove(box)
            problem = replace(problem, mended=box.lines)
        filled.add(problem.line)
        problems.append(problem)
    there = drafts.find_draft(person, preview.id).text.replace("\r\n", "\n")
    lost = tuple(box for box in left if box.lines != box.was and box.lines not in there)
    return replace(preview, problems=tuple(problems)), lost


def _is_for(box: Box, problem: Located) -> bool:
    return box.line == problem.line if box.was is None else box.was == problem.written
