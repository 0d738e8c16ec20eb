"""From pydantic's errors to problems: each where its cause stands in the file, in a person's words."""

from collections.abc import Iterable

from pydantic import BaseModel
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from quizapp.bank.reading.broken import Broken, Step
from quizapp.bank.reading.problems import Place, Problem
from quizapp.bank.reading.tree import TextList, TextMap, Tree
from quizapp.bank.schema import Bank, Evidence, Fact, Source
from quizapp.questions import QUESTION_TYPES
from quizapp.questions.problems import say, type_of_problem

MODELS: tuple[type[BaseModel], ...] = (Bank, Fact, Source, Evidence, *QUESTION_TYPES)
NAMES = frozenset(
    name for model in MODELS for name in (*model.model_fields, "text", "weight", "reveals", "accepted")
)
UNKNOWN = " is not a field here; "
MEANT = f"{UNKNOWN}did you mean `"
MISSING = "` is missing; "
NO_QUOTES = "a colon inside a text that has no quotes; put the whole text in quotes"


def locate(errors: list[ErrorDetails], root: TextMap, name: str, broken: Broken) -> list[Problem]:
    """Every problem of a validation, in the order of the file; what is broken by them is added to broken."""
    problems: set[Problem] = set()
    worded = [(each["loc"], _word(each)) for each in errors]
    misspelt = {(*loc[:-1], message.split("`")[-2]) for loc, message in worded if MEANT in message}
    for loc, message in worded:
        if MISSING in message and loc in misspelt:
            continue
        broken.add(loc)
        place, inside = _find(root, loc, of_key=UNKNOWN in message)
        if inside is not None and _lost_its_quotes(inside):
            problems.add(Problem(name, *inside.place[:2], NO_QUOTES, inside.place[2]))
        else:
            problems.add(Problem(name, *place[:2], message, place[2]))
    return sorted(problems)


def suggest(word: str, known: Iterable[str]) -> str:
    """A question for the name that was meant ("did you mean `stem`?"), or nothing."""
    near = process.extractOne(word[:80], list(known), scorer=fuzz.ratio, score_cutoff=70)
    return f"did you mean `{near[0]}`?" if near else ""


def _word(error: ErrorDetails) -> str:
    kind = error["type"]
    is_option = "`weight`" in error["msg"]  # only the key of a choice is one option
    if is_option and error["loc"][-1] == "key" and isinstance(error["input"], list):
        return "a choice has one key; write one text, or `type: choices` if several are right"
    if kind == type_of_problem:
        return error["msg"]
    if error["loc"] == ("facts",) and kind == "missing":
        return "there are no questions in this file; write them below `facts:` or `questions:`"
    last = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "")
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f"an entry of `{last}` must have names and values; write it as `name: text` lines"
    if kind == "extra_forbidden":
        return f"`{last[:40]}`{UNKNOWN}{suggest(last, _fields(error['loc'])) or 'remove it'}"
    return say(error, ())


def _fields(place: tuple[Step, ...]) -> Iterable[str]:
    if place[:1] == ("source",) and len(place) > 1:
        return Source.model_fields
    if len(place) < 3:
        return (*Bank.model_fields, "questions")
    return Evidence.model_fields if place[2] == "evidence" else Fact.model_fields


def _find(root: TextMap, steps: tuple[Step, ...], of_key: bool) -> tuple[Place, TextMap | None]:
    """The place that an error's `loc` means, and the entry of a list that it is in.

    Steps that are no part of the file (the tag of a union, a branch of it) are left out.
    """
    node: Tree = root
    place, inside = root.place, None
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        if isinstance(node, TextMap) and isinstance(step, str):
            if step not in node:
                place = _place_of_missing(node, step) if last else place
                continue
            place = node.keys_at[step] if last and of_key else node.values_at[step]
            node = node[step]
        elif isinstance(node, TextList) and isinstance(step, int) and step < len(node):
            place, node = node.items_at[step], node[step]
            inside = node if isinstance(node, TextMap) and number > 3 else None
    return place, inside


def _place_of_missing(node: TextMap, name: str) -> Place:
    if name in node.keys_at:
        return node.keys_at[name]
    return next(iter(node.keys_at.values()), node.place)


def _lost_its_quotes(entry: TextMap) -> bool:
    """Whether a list's entry is one name that is no field, as `- The plan: to win` is read."""
    return len(entry) == 1 and not NAMES & set(entry)
