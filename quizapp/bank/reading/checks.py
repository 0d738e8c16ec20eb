"""What no single field can tell: ids given twice, mentions of nothing, facts without a statement.

The walk also brings the tree into the shape that the schema validates: empty fields are left out,
and each bare question becomes a fact of its own.
"""

from dataclasses import dataclass, field

from quizapp.bank.reading.broken import Broken, Step
from quizapp.bank.reading.locate import NAMES, suggest
from quizapp.bank.reading.problems import MOST_PROBLEMS, Place, Problem
from quizapp.bank.reading.tree import TextList, TextMap, Tree

NO_LIST = "`{}` must be a list; put each entry on a line of its own, after a dash"


@dataclass(slots=True)
class FactOutline:
    """Where a fact and its questions stand."""

    place: Place
    questions: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """The facts of a file in their order, the problems between them, and what is broken by these."""

    file: str
    facts: dict[int, FactOutline] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: Broken = field(default_factory=Broken)
    fact_ids: dict[str, Place] = field(default_factory=dict)
    question_ids: dict[str, Place] = field(default_factory=dict)
    mentions: list[tuple[str, Place, int]] = field(default_factory=list)

    def report(self, place: Place, message: str, *broken: Step) -> None:
        """Add a problem at a place, and say what is broken by it."""
        self.problems.append(Problem(self.file, place[0], place[1], message, place[2]))
        self.broken.add(broken)


def outline(root: TextMap, name: str) -> Outline:
    """Walk through a file's tree, bring it into shape, and find what is wrong between its parts."""
    seen = Outline(name)
    _leave_out_empty(root)
    if isinstance(root.get("source"), TextMap):
        _leave_out_empty(root["source"])
    _leave_out_what_is_no_list(root, seen)
    _move_bare_questions(root)
    facts = root.get("facts")
    if isinstance(facts, TextList):
        for number, fact in enumerate(facts):
            if isinstance(fact, TextMap):
                _look_at_fact(fact, number, seen)
    for mentioned, place, number in seen.mentions:
        if mentioned not in seen.fact_ids and len(seen.problems) <= MOST_PROBLEMS:
            known = suggest(mentioned, seen.fact_ids) or "write the id of a fact of this file"
            seen.report(place, f"there is no fact `{mentioned[:80]}`; {known}", "facts", number)
    return seen


def _leave_out_empty(node: Tree) -> None:
    assert isinstance(node, TextMap)
    for name in [name for name, value in node.items() if value == "" and name in NAMES]:
        del node[name]


def _leave_out_what_is_no_list(root: TextMap, seen: Outline) -> None:
    """Report `facts:` and `questions:` that are no lists; one that is a list is read although the other is not."""
    wrong = [
        name
        for name in ("facts", "questions")
        if not isinstance(root.get(name, TextList(root.place)), TextList)
    ]
    is_left = any(isinstance(root.get(name), TextList) for name in ("facts", "questions"))
    for name in wrong:
        seen.report(root.values_at[name], NO_LIST.format(name), *(() if is_left else (name,)))
        del root[name]


def _move_bare_questions(root: TextMap) -> None:
    """Make each question of the list `questions:` a fact with its id, no statement and this one question."""
    bare = root.get("questions")
    facts = root.setdefault("facts", TextList(root.place)) if isinstance(bare, TextList) else None
    if not isinstance(bare, TextList) or not isinstance(facts, TextList):
        return
    if not facts.items_at:
        root.values_at["facts"] = root.values_at["questions"]
    del root["questions"]
    for question, place in zip(bare, bare.items_at, strict=True):
        listed = TextList(place)
        listed.append(question)
        listed.items_at.append(place)
        fact = TextMap(place)
        fact["questions"], fact["statement"] = listed, ""
        fact.values_at = {"questions": place, "statement": place}
        if isinstance(question, TextMap) and question.get("id"):
            fact["id"] = question["id"]
            fact.values_at["id"] = question.values_at["id"]
        fact.keys_at = fact.values_at
        facts.append(fact)
        facts.items_at.append(place)


def _look_at_fact(fact: TextMap, number: int, seen: Outline) -> None:
    bare = "statement" in fact and fact.keys_at is fact.values_at
    if not bare:
        _leave_out_empty(fact)
    if isinstance(fact.get("evidence"), TextMap):
        _leave_out_empty(fact["evidence"])
    found = FactOutline(fact.place)
    seen.facts[number] = found
    if not (bare and fact.get("id") in seen.question_ids):  # else it is said of the question
        _look_at_id(fact, seen.fact_ids, seen, "fact", "facts", number)
    mentions = fact.get("mentions")
    if isinstance(mentions, TextList):
        places = zip(mentions, mentions.items_at, strict=True)
        seen.mentions += [(each, place, number) for each, place in places if isinstance(each, str)]
    questions = fact.get("questions")
    if isinstance(questions, TextList):
        found.questions = questions.items_at
        for place, question in enumerate(questions):
            if isinstance(question, TextMap):
                _leave_out_empty(question)
                _look_at_id(
                    question, seen.question_ids, seen, "question", "facts", number, "questions", place
                )


def _look_at_id(node: TextMap, known: dict[str, Place], seen: Outline, kind: str, *path: Step) -> None:
    name = node.get("id")
    if not isinstance(name, str):
        return
    place = node.values_at["id"]
    first = known.setdefault(name, place)
    if first is not place:
        message = f"the id `{name[:80]}` belongs to another {kind}, on line {first[0]}; give this one its own"
        seen.report(place, message, *path)
