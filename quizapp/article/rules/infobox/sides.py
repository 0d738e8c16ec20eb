"""Who fought: the combatants, commanders and units of each side, and what became of its commanders."""

import re

from quizapp.article.fact import FactType
from quizapp.article.gazetteer.states import FORMER, KNOWN, TODAY
from quizapp.article.known import Known
from quizapp.article.model import Cell, Flag, Item
from quizapp.article.names import other_names, read_person, split_combatants, split_persons
from quizapp.article.rules.stating import Finding, name_side, skip_empty, state
from quizapp.values.text import fold

_NO_COMBATANT = re.compile(
    r"(?:support|aid|assist|joined|later|until|from|before|after|logistic)", re.IGNORECASE
)
_PAIR = re.compile(r"[^\W\d_a-z]\w+ and [^\W\d_a-z]\w+")
_NO_NAME = re.compile(
    r"(?:co-?)?belligerents?|members?(?: states?)?|including|combatants?|participants?|(?:known )?list|details?"
    r"|breakdown|others?|factions?|countries|forces|units|states|main|minor|and|with|by|under",
    re.IGNORECASE,
)
"""Headings that name nobody."""
_BECAME = re.compile(
    r"not\b|(?:[a-z]+ly )?[a-z]+ing\b|[a-z]+ed\b(?! (?:of|by|in command))|until\b|from\b|since\b|after\b|before\b"
)
_ABBREVIATION = re.compile(r"[^\W\d_a-z][\w.&-]{1,7}")
_UNIT = re.compile(
    r"\b(?:army|armies|corps|division|divisions|brigade|brigades|regiment|regiments|battalion|battalions|company|squadron|"
    r"fleet|flotilla|group|force|forces|guard|guards|legion|legions|command|militia|cavalry|infantry|artillery|wing|"
    r"garrison|navy|marines|air force|task force|front|commando|commandos|command|unit|team|detachment|troops)\b",
    re.IGNORECASE,
)
_SHIPS = frozenset({"HMS", "USS", "SS", "HMAS", "HMCS", "SMS", "KMS", "CSS", "INS", "RMS"})
_OFFICE = re.compile(
    r"\b(?:commander|chief|leader|general|admiral|king|president|minister|marshal|governor|emperor|command|staff"
    r"|captain|colonel|secretary|deputy|consul)s?\b",
    re.IGNORECASE,
)
_BEHIND_HEADING = r"(?:\]\]|\'\'|</|\s*:)"
_FATES = {
    Flag.KILLED: "killed",
    Flag.WOUNDED: "wounded",
    Flag.CAPTURED: "captured",
    Flag.MISSING: "missing",
    Flag.SURRENDERED: "surrendered",
    Flag.EXECUTED: "executed",
}


@skip_empty()
def combatant(cell: Cell, item: Item, known: Known) -> Finding:
    """Take who fought on a side: "Kingdom of Hanover"; states that run together are told apart."""
    if _begins_group(cell, item) and not _NO_COMBATANT.search(item.under):
        doubt = "" if _is_name(item.under) else "this heads a part of the list"
        yield state(cell, item, FactType.COMBATANT, name_side(cell), "combatant", item.under, doubt=doubt)
    helps = f'the infobox lists this under "{item.under}"' if _NO_COMBATANT.search(item.under) else ""
    for name in split_combatants(item.text):
        short = tuple(note for note in item.notes if _ABBREVIATION.fullmatch(note))
        aliases = tuple(dict.fromkeys((*short, *other_names(name), *known.aliases.get(name, ()))))
        yield state(
            cell,
            item,
            FactType.COMBATANT,
            name_side(cell),
            "combatant",
            name,
            aliases=aliases,
            doubt=helps
            or ("this may be two" if _PAIR.fullmatch(name) and name not in KNOWN else "")
            or ("" if name[:1].isupper() or name[:1].isdecimal() else "the name is not written as one"),
        )


def party(cell: Cell, item: Item, known: Known) -> Finding:
    """Take a state that only the numbers name: the Netherlands of "Netherlands: 17,000", missing above them."""
    side = next((side for side in known.sides if side.number == cell.side), None)
    name = item.under.strip(" :")
    if side is None or not side.combatants or name not in TODAY + FORMER:
        return
    is_first = next(each for each in cell.items if each.under == item.under) is item
    listed = {fold(other) for each in side.combatants for other in (each, *other_names(each))}
    if is_first and listed.isdisjoint(map(fold, (name, *other_names(name)))):
        yield state(
            cell, item, FactType.COMBATANT, name_side(cell), "combatant", name, aliases=other_names(name)
        )


def _is_name(heading: str) -> bool:
    return all(word[:1].isupper() or word in {"of", "the", "and", "for"} for word in heading.split())


def _begins_group(cell: Cell, item: Item) -> bool:
    """Whether an entry is the first below a heading, linked, bold or with a colon; the country of a flag is none."""
    if (
        not item.under
        or _NO_NAME.fullmatch(item.under)
        or next(each for each in cell.items if each.under == item.under) is not item
    ):
        return False
    is_entry = any(each.text == item.under for each in cell.items)
    return not is_entry and bool(re.search(re.escape(item.under) + _BEHIND_HEADING, cell.raw))


@skip_empty()
def commander(cell: Cell, item: Item, _known: Known) -> Finding:
    """Take who commanded a side, without rank and notes: "Maj. Gen. Suheil al-Hassan"."""
    for text in _list_persons(item):
        person = read_person(text)
        is_name = _looks_like_person(person.name)
        yield state(
            cell,
            item,
            FactType.COMMANDER,
            name_side(cell),
            "commander",
            person.name,
            aliases=person.aliases,
            doubt="" if is_name else "this does not look like a name",
        )


def _list_persons(item: Item) -> tuple[str, ...]:
    """Return who stands in an entry: its label, where only an office is behind: "Orm Tyll: overall commander"."""
    return split_persons(item.under if _is_office_of_label(item) else item.text)


def _is_office_of_label(item: Item) -> bool:
    is_office = _OFFICE.search(item.text) and not re.search(r" [^\W\d_a-z]", item.text)
    is_person = " " in item.under and _is_name(item.under) and not _UNIT.search(item.under)
    return bool(is_office) and " " in item.text and is_person and item.under not in KNOWN


def _looks_like_person(name: str) -> bool:
    words = name.split()
    return any(word[:1].isupper() for word in words) and len(words) <= 8 and words[0] not in _SHIPS


def fate(cell: Cell, item: Item, _known: Known) -> Finding:
    """Take what a mark says became of a commander: killed for a dagger, captured for (POW)."""
    for flag, became in _FATES.items():
        if flag in item.flags:
            for text in _list_persons(item):
                name = read_person(text).name
                doubt = "" if _looks_like_person(name) else "this does not look like a name"
                yield state(cell, item, FactType.DETAIL, name, "fate", became, doubt=doubt)


def command(cell: Cell, item: Item, _known: Known) -> Finding:
    """Take what the note beside a commander says that he led, or was: "(Supreme Allied Commander)"."""
    persons = _list_persons(item)
    if len(persons) > 1:
        return
    name = read_person(persons[0]).name
    above = (item.under,) if _OFFICE.search(item.under) or _UNIT.search(item.under) else ()
    above = (item.text,) if _is_office_of_label(item) else above
    for note in (*item.notes, *above):
        if note in KNOWN or not re.search(r"[^\W\d_]{3}", note):
            continue
        leads = bool(_UNIT.search(note)) and not _OFFICE.search(note)
        is_people = (note.isupper() or note.endswith("s")) and " " not in note and not leads
        attribute = "command" if leads else "people" if is_people else "role"
        doubt = "" if leads or not is_people else "the note may say whom he led or where he came from"
        is_named = note[:1].isupper() and not leads and not is_people and not _OFFICE.search(note)
        doubt = "the note may say whom he led or where he came from" if is_named else doubt
        is_word = note.isalpha() and note.islower() and not _OFFICE.search(note)
        doubt = "the note says of him what is no office" if is_word else doubt
        doubt = "the note says what became of him, or when" if _BECAME.match(note) else doubt
        yield state(cell, item, FactType.ROLE, name, attribute, note, doubt=doubt)


@skip_empty()
def unit(cell: Cell, item: Item, known: Known) -> Finding:
    """Take a unit of a side: "1st Marine Division"."""
    if _begins_group(cell, item) and _UNIT.search(item.under) and not _NO_COMBATANT.search(item.under):
        yield state(cell, item, FactType.UNIT, name_side(cell), "unit", item.under)
    short = tuple(note for note in item.notes if _ABBREVIATION.fullmatch(note))
    is_named = bool(re.match(r"[^\W_a-z]|\d", item.text)) and bool(re.search(r"[^\W_a-z]|\d", item.text[1:]))
    doubt = "" if is_named else "this describes units and names none"
    aliases = (*short, *known.aliases.get(item.text, ()))
    yield state(cell, item, FactType.UNIT, name_side(cell), "unit", item.text, aliases=aliases, doubt=doubt)
