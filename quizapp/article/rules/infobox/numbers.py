"""How many fought and how many were lost: every number of a cell, what it counts, and who counted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from quizapp.article.fact import Fact, FactType, Skip
from quizapp.article.known import Known, cite_item
from quizapp.article.model import Cell, Item
from quizapp.article.rules.infobox.groups import is_heading, name_group
from quizapp.article.rules.infobox.kinds import ANY_KIND, name_kinds
from quizapp.article.rules.infobox.parts import (
    Part,
    add_heading,
    find_doubt,
    find_remark,
    is_estimate,
    is_year,
    take_parts,
)
from quizapp.article.rules.infobox.sources import split_source, take_source
from quizapp.article.rules.stating import Finding, name_side, skip_empty, state
from quizapp.values.measures import Quantity

_THINGS = re.compile(
    r"\b(?:ships?|tanks?|aircraft|planes?|guns?|cannons?|vessels?|boats?|galleys?|vehicles?|battleships?|cruisers?"
    r"|destroyers?|submarines?|carriers?|frigates?|colou?rs|standards|eagles|horses|helicopters?|bombers|fighters"
    r"|wagons|howitzers|mortars|pieces|transports|elephants|chariots|camels|rockets|drones|flags)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"(?:very )?(?:few|light|heavy|minimal|negligible|minor|severe|moderate|thousands|hundreds|dozens|most|many"
    r"|entire|tens of thousands|hundreds of thousands|whole|all|nearly all|almost all|several|some|high|low"
    r"|slight|great|massive)\b",
    re.IGNORECASE,
)
_NOTED = "a note to another number"
_NOBODY = "none|no casualties|no losses|nil"
_IS_NOBODY = re.compile(_NOBODY, re.IGNORECASE)


@skip_empty()
def strength(cell: Cell, item: Item, known: Known) -> Finding:
    """Take how many a side had, of what: "250 galleys", "Total: 73,000"."""
    if is_heading(cell, item):
        yield Skip(cite_item(cell, item), "this heads what follows")
        return
    who, text = take_source(item)
    parts = [add_heading(part, item) for part in take_parts(text, is_rough=is_estimate(item))]
    for part in parts:
        remark = find_remark(item) if part is parts[-1] else ""
        yield _state_strength(cell, item, part, who, find_doubt(part, cell, item, known), remark)
    for source, part in _take_noted(item):
        if part.rest:
            yield _state_strength(cell, item, part, source or who, _NOTED)
    if not parts:
        yield from _state_in_words(cell, item, FactType.STRENGTH, "strength", text, who)


def _take_noted(item: Item) -> Iterator[tuple[str, Part]]:
    """Yield the numbers in the notes beside a number, and who counted them."""
    for note in item.notes:
        source, said = split_source(note)
        if not is_year(said):
            yield from ((source, part) for part in take_parts(said))


def _state_strength(cell: Cell, item: Item, part: Part, who: str, doubt: str, remark: str = "") -> Fact:
    return state(
        cell,
        item,
        FactType.STRENGTH,
        name_group(item) or name_side(cell),
        "strength",
        part.value + remark,
        quantity=part.count.quantity,
        counted=part.rest,
        according_to=who,
        doubt=doubt,
    )


@skip_empty(but=_NOBODY)
def losses(cell: Cell, item: Item, known: Known) -> Finding:
    """Take how many a side lost, and how: "38+ killed (per SOHR)", "200 ships sunk or captured"."""
    if _IS_NOBODY.fullmatch(item.text):
        subject = name_group(item) or name_side(cell)
        fact = state(cell, item, FactType.CASUALTIES, subject, "casualties", "none")
        yield replace(fact, quantity=Quantity(Decimal(0), Decimal(0)))
        return
    if is_heading(cell, item) and not name_kinds(item.text):
        yield Skip(cite_item(cell, item), "this heads what follows")
        return
    who, text = take_source(item)
    heading = name_kinds(item.under) or name_kinds(cell.name) or _name_noted_kind(item)
    parts = [add_heading(part, item) for part in take_parts(text, is_rough=is_estimate(item))]
    for part in parts:
        remark = find_remark(item) if part is parts[-1] else ""
        yield _state_loss(cell, item, part, heading, who, known, find_doubt(part, cell, item, known), remark)
    kind = name_kinds(text) or heading
    noted = list(_take_noted(item))
    is_broken_down = kind in {"", "casualties"} or _add_up(parts, [part for _, part in noted])
    doubt = "" if is_broken_down else _NOTED
    for source, part in noted:
        yield _state_loss(
            cell, item, part, kind, source or who, known, doubt or find_doubt(part, cell, item, known)
        )
    if not parts:
        yield from _state_in_words(cell, item, FactType.CASUALTIES, kind or "casualties", text, who)


def _name_noted_kind(item: Item) -> str:
    """Return how they were lost where only a note says so: "2,000 men (killed or wounded)"."""
    return next(filter(None, (name_kinds(note) for note in item.notes if not any(_take_noted(item)))), "")


def _add_up(parts: Sequence[Part], noted: Sequence[Part]) -> bool:
    """Whether the numbers in the notes are the parts of the one number before them."""
    lows = [part.count.quantity.low for part in noted]
    return len(parts) == 1 and sum(filter(None, lows)) == parts[0].count.quantity.low


def _state_loss(
    cell: Cell, item: Item, part: Part, kind: str, who: str, known: Known, doubt: str, remark: str = ""
) -> Fact:
    own = name_kinds(part.rest)
    counted = ANY_KIND.split(part.rest)[0].strip(" ,;:")
    is_thing = bool(_THINGS.search(part.rest))
    kind = "" if is_thing and kind == "casualties" else kind
    is_share = part.count.quantity.unit == "%" or (part.count.quantity.low or 1) < 1
    if not own and not kind and is_share:
        doubt = doubt or "the cell does not say how they were lost"
    return state(
        cell,
        item,
        FactType.CASUALTIES,
        name_group(item) or (name_side(cell) if cell.side else known.subject),
        own or kind or ("lost" if is_thing else "casualties"),
        part.value + remark,
        quantity=part.count.quantity,
        counted=counted,
        according_to=who,
        doubt=doubt,
    )


def _state_in_words(
    cell: Cell, item: Item, kind: FactType, attribute: str, text: str, who: str
) -> Iterator[Fact]:
    """Take what is said without a number: "few", "most of the fleet"."""
    if not any(map(str.isalpha, text)):
        return
    value = text[:1].lower() + text[1:] if _WORDS.match(text) else text
    subject = name_group(item) or name_side(cell)
    doubt = "this is said without a number"
    yield state(cell, item, kind, subject, attribute, value, according_to=who, doubt=doubt)
