"""What the YAML parser could not read, said for people, and a guess at the line that was meant.

A new case is a branch in `explain`; `mend` lets the reader go on, so that one slip does not hide the next.
"""

import json
import re
from typing import Any

import yaml

from quizapp.bank.reading.slips import Slip

TAB = "a tab indents this line; use spaces"
QUOTES = "put the whole text in quotes"
ENTRY = re.compile(r"(?P<lead>\s*(?:-\s+)*(?:[\w-]+\s*:\s+|-\s+))(?P<value>\S.*)")
BEGINS = re.compile(r"\s*(?:-\s|-$|#|[\w-]+\s*:(?:\s|$))")
CURLY = "“”„‟‘’‚‛«»"
STRAIGHT = "curly quotes are no quotes in YAML; put the whole text in straight ones"
NO_COLON = "this line has no colon; write `name: text`"
LEADING_TAB = re.compile(r" *\t")


def explain(error: yaml.YAMLError, lines: list[str]) -> Slip:
    """Say what stopped the parser, at the line that is to blame."""
    stopped: Any = getattr(error, "problem_mark", None)
    began: Any = getattr(error, "context_mark", None) or stopped
    if stopped is None:
        return Slip(1, 1, "this is not readable as YAML; save the file as UTF-8 text")
    said = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    row, column = min(stopped.line, len(lines) - 1), stopped.column
    tabbed = next((each for each in (row, row - 1) if each >= 0 and LEADING_TAB.match(lines[each])), None)
    if tabbed is not None:
        return Slip(tabbed + 1, lines[tabbed].index("\t") + 1, TAB)
    if "quoted scalar" in context and ("end of stream" in said or "document indicator" in said):
        quote = lines[began.line][began.column : began.column + 1]
        return Slip(
            began.line + 1, began.column + 1, f"the quote {quote} is opened here and never closed; close it"
        )
    if "mapping values" in said:
        return _explain_colon(lines, row, column)
    if "flow sequence" in context or "flow mapping" in context or "flow node" in context:
        return _explain_brackets(lines, min(began.line, len(lines) - 1), began.column, context)
    if "expected ':'" in said:
        missing = f"{NO_COLON}, or indent it if it goes on the text above"
        return Slip(began.line + 1, began.column + 1, missing)
    message = _explain_character(said, context, lines[row][column : column + 1])
    if message:
        return Slip(row + 1, began.column + 1 if began.line == row else column + 1, message)
    return _explain_block(lines, row, column, said)


def mend(line: str, below: str) -> str | None:
    """The line as it was perhaps meant: no tabs in front, its value in quotes; None if there is no guess.

    The line below says whether the text goes on there, in which case nothing is guessed.
    """
    if LEADING_TAB.match(line):
        body = line.lstrip(" \t")
        return line[: len(line) - len(body)].replace("\t", "  ") + body
    entry = ENTRY.match(line)
    if entry is None and not BEGINS.match(line):
        return f"  {line}" if line.startswith(" ") else None  # it may go on the text above
    if entry is None or not (below == "" or BEGINS.match(below)):
        return None
    value = entry["value"].rstrip()  # in the pattern, a line of 60,000 spaces takes half a minute
    if value[0] in CURLY and value[-1] in CURLY and not any(sign in CURLY for sign in value[1:-1]):
        value = value[1:-1]
    if value[0] in "\"'" and value.count(value[0]) == 1:  # opened and never closed
        value = value[1:]
    mended = entry["lead"] + json.dumps(value, ensure_ascii=False)
    return None if mended == line else mended


def is_readable(line: str) -> bool:
    """Whether a line alone is YAML; one that opens a text or a list which goes on below is not."""
    try:
        for _ in yaml.parse(line.strip(), Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError:
        return False
    return LEADING_TAB.match(line) is None


def _explain_colon(lines: list[str], row: int, column: int) -> Slip:
    line = lines[row]
    before = re.sub(r"^\s*(?:-\s+)*", "", line[:column])
    if re.match(r"[\w-]+\s*:\s", before):
        entry = ENTRY.match(line)
        if entry is not None and entry["value"][0] in CURLY:
            return Slip(row + 1, entry.start("value") + 1, STRAIGHT)
        return Slip(row + 1, column + 1, f"a colon inside a text that has no quotes; {QUOTES}")
    if len(before) > 1000:
        return Slip(row + 1, 1, "a name of more than 1,000 characters; write `name: text`")
    above = next((each for each in range(row - 1, -1, -1) if lines[each].strip()), None)
    if above is not None and not re.search(r":(\s|$)", lines[above]):
        return Slip(above + 1, len(lines[above]) - len(lines[above].lstrip()) + 1, NO_COLON)
    first = len(line) - len(line.lstrip()) + 1
    return Slip(row + 1, first, "this line is indented too far; align it with the names it belongs to")


def _explain_brackets(lines: list[str], row: int, column: int, context: str) -> Slip:
    sign = lines[row][column : column + 1]
    if sign == "{" or "mapping" in context:
        return Slip(
            row + 1,
            column + 1,
            "the { is not closed, or a comma is missing after it; close it with }, or put the text in quotes",
        )
    return Slip(
        row + 1,
        column + 1,
        "the [ is not closed, or a comma is missing after it; close it with ], or put the text in quotes",
    )


def _explain_character(said: str, context: str, character: str) -> str | None:
    if "cannot start any token" in said:
        return f"a text cannot begin with {character}; {QUOTES}"
    if "alias" in context or "anchor" in context:
        return f"text that begins with * or & is not read as text; {QUOTES}"
    if "tag" in context:
        return f"text that begins with ! is not read as text; {QUOTES}"
    if "escape character" in said or "hexadecimal" in said:
        return "a backslash in double quotes begins an escape; use single quotes, or write \\\\"
    if "block scalar" in context:
        return f"after | or > the text begins on the next line; move it there, or {QUOTES}"
    if "sequence entries are not allowed" in said:
        return "a list cannot begin on this line; put each entry on a line of its own, after a dash"
    if "mapping keys are not allowed" in said:
        return f"a text cannot begin with ? and a space; {QUOTES}"
    if "node content" in said:
        return f"a text cannot begin with {character}; {QUOTES}" if character.strip() else None
    if "directive" in said or "directive" in context:
        return "a line that begins with % is an instruction to the parser; delete it"
    return None


def _explain_block(lines: list[str], row: int, column: int, said: str) -> Slip:
    line = lines[row]
    before = line[:column].rstrip()
    entry = ENTRY.match(line)
    if entry is not None and entry["value"][0] in "[{" and before.endswith(("]", "}")):
        return Slip(
            row + 1, entry.start("value") + 1, f"a text cannot begin with {entry['value'][0]}; {QUOTES}"
        )
    if before.endswith(('"', "'")):
        opened = _find_opened(lines, row, column, before[-1])
        if opened is not None:
            return Slip(*opened, f"the quote {before[-1]} is opened here and never closed; close it")
        return Slip(
            row + 1,
            column + 1,
            "text goes on after its closing quote; put it all in single quotes, each ' inside it twice",
        )
    if "document start" in said:
        return Slip(row + 1, column + 1, "text stands after the end of the document; delete the line '...'")
    if line[column:].startswith("- "):
        return Slip(
            row + 1,
            column + 1,
            "a dash stands where a name is expected; align it with the dashes of its list",
        )
    return Slip(
        row + 1,
        column + 1,
        "this line does not align with those above it; give it the indentation of its neighbours",
    )


def _find_opened(lines: list[str], row: int, column: int, quote: str) -> tuple[int, int] | None:
    """Where the text was opened that the last quote before a column closes; None if on the same line."""
    if lines[row][:column].count(quote) != 1:
        return None
    for above in range(row - 1, -1, -1):
        entry = ENTRY.match(lines[above])
        if entry is not None and entry["value"][0] == quote:
            return above + 1, entry.start("value") + 1
    return None
