"""Write a bank as YAML for people: ids written in, the same order, quotes only where they are needed."""

import json
import re
from collections.abc import Mapping
from typing import Any

from quizapp.bank.reading.source import FORBIDDEN
from quizapp.bank.schema import Bank, Fact
from quizapp.questions import Question

PLAIN = re.compile(r"[^\W_](?:[^\s:#\[\]{},]|[:#](?=\S)(?<! #)| (?![#\s]))*")
NOT_PLAIN = re.compile(r": |:$|(?:^|\s)#|\s$|[\[\]{},]")
STEP = "  "
LONGEST_KEY = 1_000
"""A longer one has a line of its own: YAML reads no name of more than 1,024 characters before a colon."""

FIRST = ("id", "type", "stem", "key")
LAST = ("hints", "feedback", "tags", "picture")


def write_bank(bank: Bank) -> str:
    """The YAML of a bank; reading it gives an equal bank."""
    lines: list[str] = []
    head = bank.model_dump(mode="json", exclude_defaults=True, exclude={"facts", "built"})
    for name, value in head.items():
        lines += _entry(name, value, "")
    stated = [fact for fact in bank.facts if fact.statement]
    bare = [fact.questions[0] for fact in bank.facts if not fact.statement]
    if stated:
        lines += ["", "facts:"]
        for fact in stated:
            lines += [*_item(_fact_fields(fact), STEP), ""]
    if bare:
        lines += ["", "questions:"] if not stated else ["questions:"]
        for question in bare:
            lines += [*_item(_question_fields(question), STEP), ""]
    if bank.built:
        lines += _entry("built", bank.built, "")
    return "\n".join(lines).rstrip("\n") + "\n"


def write_fields(fields: Mapping[str, Any]) -> str:
    """The YAML of one entry's fields: those of a question first and last where they usually stand."""
    return "\n".join(line for each in _ordered(fields).items() for line in _entry(*each, "")) + "\n"


def _fact_fields(fact: Fact) -> dict[str, Any]:
    fields = fact.model_dump(mode="json", exclude_defaults=True, exclude={"questions"})
    return {**fields, "questions": [_question_fields(each) for each in fact.questions]}


def _question_fields(question: Question) -> dict[str, Any]:
    return _ordered(question.model_dump(mode="json", exclude_defaults=True))


def _ordered(fields: Mapping[str, Any]) -> dict[str, Any]:
    own = [name for name in fields if name not in FIRST and name not in LAST]
    return {name: fields[name] for name in (*FIRST, *own, *LAST) if name in fields}


def _entry(name: str, value: Any, indent: str) -> list[str]:
    key = _scalar(name, "")
    if isinstance(value, dict):
        return [f"{indent}{key}:", *(line for each in value.items() for line in _entry(*each, indent + STEP))]
    if isinstance(value, list):
        return [f"{indent}{key}:", *(line for each in value for line in _item(each, indent + STEP))]
    if len(key) > LONGEST_KEY:
        return [f"{indent}? {key}", f"{indent}: {_scalar(value, indent + STEP)}"]
    return [f"{indent}{key}: {_scalar(value, indent + STEP)}"]


def _item(value: Any, indent: str) -> list[str]:
    if isinstance(value, dict):
        lines = [line for each in value.items() for line in _entry(*each, indent + STEP)]
        return [f"{indent}- {lines[0][len(indent) + 2 :]}", *lines[1:]]
    return [f"{indent}- {_scalar(value, indent + STEP)}"]


def _scalar(value: Any, indent: str) -> str:
    """A text as it stands after a colon or dash; lines of a block are indented by indent."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if indent and "\n" in text and _can_be_block(text):
        return "|-\n" + "\n".join(indent + line if line else "" for line in text.split("\n"))
    if _can_be_plain(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return FORBIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


def _can_be_plain(text: str) -> bool:
    return bool(PLAIN.fullmatch(text)) and not NOT_PLAIN.search(text)


def _can_be_block(text: str) -> bool:
    lines = text.split("\n")
    tidy = all(line == line.rstrip() and "\r" not in line and "\t" not in line for line in lines)
    return tidy and lines[0][:1].strip() != "" and lines[-1] != "" and not FORBIDDEN.search(text)
