"""What a draft's page shows: each problem beside its lines, what publishing would do, and what changes."""

from dataclasses import dataclass, field

from quizapp.bank.diff import Changes, find_doubts
from quizapp.bank.edit import entry_at, find_entries
from quizapp.bank.reading.problems import Problem
from quizapp.bank.reading.read import Reading
from quizapp.bank.reading.slips import find_slips
from quizapp.bank.reading.syntax import is_readable, mend
from quizapp.bank.schema import Bank
from quizapp.questions import Question
from quizapp.services.library.comparing import Comparison
from quizapp.services.library.drafts import count_left_out, find_draft, read_draft, stamp, target_key
from quizapp.services.library.publishing import find_and_compare
from quizapp.services.library.usable import find_usable
from quizapp.services.person import Person
from quizapp.store import reading
from quizapp.store.library import queries, tables
from quizapp.values.text import fold

MOST_SHOWN = 50
"""Problems, changes or names in one list of the page."""
LONGEST_LINE = 2_000
MOST_COMPARED = 3


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the file: its number and its text before, at and after the spot of a problem."""

    number: int
    before: str
    spot: str | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """A problem with its lines; ``line``, which is ``written`` so, can be mended: ``mended`` fills its field."""

    place: str
    message: str
    line: int
    lines: tuple[SourceLine, ...]
    mended: str | None
    written: str | None
    can_leave_out: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A question before and after; ``what`` names the other fields that differ."""

    question: str
    old_stem: str
    new_stem: str
    old_key: str
    new_key: str
    key_changed: bool
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact that is gone and a new one that is probably the same; ``number`` is that of its first question."""

    number: int
    old_id: str
    old_text: str
    new_text: str
    old_answer: str
    new_answer: str
    can_join: bool = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Target:
    """The bank that publishing would replace."""

    key: str
    title: str
    is_own: bool
    is_of_the_site: bool
    is_retired: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft as its page shows it; counts are of questions."""

    id: str
    seen: str
    file_name: str
    title: str
    key: str
    target: Target | None
    problems: tuple[Located, ...]
    problem_count: int
    warnings: tuple[Located, ...]
    warning_count: int
    similar: tuple[Target, ...]
    questions: int
    new: int
    changed: int
    same: int
    gone: int
    left_out: int
    facts_changed: int
    head_changed: bool
    changes: tuple[Change, ...]
    gone_stems: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    can_publish: bool
    is_same: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft that was read, and compared with the bank that publishing it would replace."""

    draft: tables.Draft
    found: Reading
    row: tables.Bank | None
    compared: Comparison | None


def check_draft(person: Person, draft_id: str) -> Checked:
    """Read a draft and compare what can be read of it; raises NotThere."""
    draft = find_draft(person, draft_id)
    found = read_draft(draft)
    bank = found.bank or found.partial
    if bank is None:
        return Checked(draft, found, None, None)
    key = target_key(person, draft, bank)
    bank = find_usable(found, key) or bank
    row, _, compared = find_and_compare(bank, key)
    return Checked(draft, found, row, compared)


def look_at_draft(person: Person, draft_id: str) -> Preview:
    """Show what a draft holds and what publishing it would do; raises NotThere."""
    return show_draft(person, check_draft(person, draft_id))


def show_draft(person: Person, checked: Checked) -> Preview:
    """Show what a draft holds and what publishing it would do."""
    draft, found, row, compared = checked.draft, checked.found, checked.row, checked.compared
    changes = compared.changes if compared else Changes()
    facts = compared.bank.facts if compared else ()
    return Preview(
        id=draft.id,
        seen=stamp(draft.text),
        file_name=draft.file_name,
        title=compared.bank.title if compared else "",
        key=str(compared.bank.id) if compared else "",
        target=_target(person, row),
        problems=locate_problems(found.problems[:MOST_SHOWN], found.lines, draft.text),
        problem_count=len(found.problems),
        warnings=locate_problems(found.warnings[:MOST_SHOWN], found.lines, draft.text),
        warning_count=len(found.warnings),
        similar=_find_similar(person, checked) if compared and row is None and draft.bank_id is None else (),
        questions=sum(len(fact.questions) for fact in facts),
        new=len(changes.new),
        changed=len(changes.changed),
        same=len(changes.same),
        gone=len(changes.gone),
        left_out=count_left_out(found),
        facts_changed=len(changes.facts_changed),
        head_changed=row is not None and changes.head_changed,
        changes=_changes(compared),
        gone_stems=_gone(compared),
        doubts=_doubts(compared, found.bank),
        can_publish=compared is not None,
        is_same=row is not None and not changes,
    )


def locate_problems(problems: tuple[Problem, ...], lines: tuple[str, ...], text: str) -> tuple[Located, ...]:
    """Put each problem beside its line and the line before."""
    entries = find_entries(text) if problems else ()
    return tuple(
        Located(
            place=f"{problem.file}:{problem.line}:{problem.column}",
            message=problem.message,
            line=problem.line,
            lines=_source(problem, lines),
            mended=_mended(problem.line, lines),
            written=_line(problem.line, lines),
            can_leave_out=entry_at(entries, problem.line) is not None,
        )
        for problem in problems
    )


def _source(problem: Problem, lines: tuple[str, ...]) -> tuple[SourceLine, ...]:
    """The line of a problem and the one before, without the indentation that both have."""
    here = _line(problem.line, lines)
    if here is None:
        return ()
    before = _line(problem.line - 1, lines) or ""
    both = [line for line in (before, here) if line.strip()]
    indent = min((len(line) - len(line.lstrip(" ")) for line in both), default=0)
    start = max(problem.column - 1, indent)
    end = max(start, problem.column - 1 + problem.length)
    spot = SourceLine(problem.line, here[indent:start], here[start:end], here[end:])
    return (SourceLine(problem.line - 1, before[indent:]), spot) if before.strip() else (spot,)


def _mended(number: int, lines: tuple[str, ...]) -> str | None:
    """The line as it was perhaps meant where YAML cannot read it, else the line."""
    here = _line(number, lines)
    if here is None:
        return None
    slipped = next((mended for _, mended in find_slips([here], unreadable=True)), None)
    if slipped is not None or is_readable(here):
        return slipped or here
    below = next((line for line in lines[number : number + 20] if line.strip()), "")
    return mend(here, below) or here


def _line(number: int, lines: tuple[str, ...]) -> str | None:
    if not 0 < number <= len(lines) or len(lines[number - 1]) > LONGEST_LINE:
        return None
    return lines[number - 1]


def _target(person: Person, row: tables.Bank | None) -> Target | None:
    if row is None:
        return None
    return Target(row.key, row.title, row.owner_id == person.id, row.owner_id is None, row.is_retired)


def _find_similar(person: Person, checked: Checked) -> tuple[Target, ...]:
    """The banks of which a file without their id is probably a new version: one title, mostly the same questions."""
    bank = checked.found.bank or checked.found.partial
    if bank is None:
        return ()
    with reading() as session:
        owned = queries.list_owned(
            session, person.id, bank.title.split()[:8], all_banks=person.role == "admin"
        )
    similar = []
    for each in [each for each in owned if fold(each.title) == fold(bank.title)][:MOST_COMPARED]:
        row, _, compared = find_and_compare(bank, each.key)
        known = len(compared.changes.same) + len(compared.changes.changed)
        target = _target(person, row)
        if target is not None and 2 * known > known + len(compared.changes.new):
            similar.append(target)
    return tuple(similar)


def questions_of(bank: Bank | None) -> dict[str, Question]:
    """Return the questions of a bank by their ids."""
    return {str(each.id): each for fact in bank.facts for each in fact.questions} if bank else {}


def _changes(compared: Comparison | None) -> tuple[Change, ...]:
    if compared is None or compared.former is None:
        return ()
    before, after = questions_of(compared.former), questions_of(compared.bank)
    keys = {ids[1] for ids in compared.changes.key_changed}
    shown = sorted(compared.changes.changed, key=lambda ids: ids[1] not in keys)[:MOST_SHOWN]
    return tuple(_change(ids[1], before[ids[1]], after[ids[1]], ids[1] in keys) for ids in shown)


def _change(name: str, old: Question, new: Question, key_changed: bool) -> Change:
    was, now = old.model_dump(), new.model_dump()
    fields = dict.fromkeys([*was, *now])
    what = tuple(each for each in fields if was.get(each) != now.get(each) and each not in ("stem", "key"))
    return Change(name, old.stem, new.stem, old.answer(), new.answer(), key_changed, what)


def _doubts(compared: Comparison | None, written: Bank | None) -> tuple[Doubt, ...]:
    """What is probably the same; the two can be joined where the file gives the new one no id yet."""
    if compared is None or compared.former is None:
        return ()
    old = {str(fact.id): fact for fact in compared.former.facts}
    found = dict(find_doubts(compared.former, compared.bank, compared.changes)[:MOST_SHOWN])
    unnamed = [fact.id is None for fact in written.facts] if written else [False] * len(compared.bank.facts)
    doubts, number = [], 1
    for fact, is_unnamed in zip(compared.bank.facts, unnamed, strict=True):
        if fact.id in found:
            was = old[found[fact.id]]
            texts = [each.statement or each.questions[0].stem for each in (was, fact)]
            answers = [each.questions[0].answer() for each in (was, fact)]
            doubts.append(Doubt(number, str(was.id), *texts, *answers, can_join=is_unnamed))
        number += len(fact.questions)
    return tuple(doubts)


def _gone(compared: Comparison | None) -> tuple[str, ...]:
    if compared is None or compared.former is None:
        return ()
    before = questions_of(compared.former)
    return tuple(before[ids[1]].stem for ids in compared.changes.gone[:MOST_SHOWN])
