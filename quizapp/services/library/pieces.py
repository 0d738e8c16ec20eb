"""The text of a bank's file that we wrote, taken apart: the piece of each fact, and of each of its questions."""

import re
import textwrap
from collections.abc import Iterable, Mapping

from quizapp.bank.edit import Entry, add_after, cut_out, find_entries, replace_entry

_ID = re.compile(r"\s*-\s+id: (?P<id>[a-z0-9-]+)")


def find_facts(text: str) -> Mapping[str, Entry]:
    """Find where each fact stands in a file that we wrote, by its id, which comes first."""
    found = ((_ID.match(text, entry.start), entry) for entry in find_entries(text) if entry.is_fact)
    return {first["id"]: entry for first, entry in found if first}


def put_in(text: str, edits: Iterable[tuple[str, str]]) -> str:
    """Return a file with pieces in the places of facts, each given with its fact's id."""
    given = dict(edits)
    placed = [(entry, given[key]) for key, entry in find_facts(text).items() if key in given] if given else []
    for entry, piece in sorted(placed, key=lambda each: each[0].start, reverse=True):
        text = replace_entry(text, entry, piece)
    return text


def cut_questions(piece: str) -> list[str]:
    """Return the text of each question in the piece of a fact, in their order."""
    alone = _alone(piece)
    return [cut_out(alone, entry) for entry in _find_questions(alone)]


def put_questions(piece: str, written: Mapping[int, str], added: Iterable[str] = ()) -> str:
    """Return the piece of a fact with other texts for questions, by their numbers from 1, and with some added."""
    alone = _alone(piece)
    *_, last = _find_questions(alone)
    for text in reversed([*added]):
        alone = add_after(alone, last, text)
    for number, entry in reversed(list(enumerate(_find_questions(alone), 1))):
        if number in written:
            alone = replace_entry(alone, entry, written[number])
    (fact,) = (entry for entry in find_entries(alone) if entry.is_fact)
    return cut_out(alone, fact)


def _alone(piece: str) -> str:
    """A file of this one fact: what stands where is found in whole files."""
    return f"facts:\n  -{textwrap.indent(piece, '    ')[3:]}\n"


def _find_questions(alone: str) -> list[Entry]:
    return [entry for entry in find_entries(alone) if len(entry.path) == 4]
