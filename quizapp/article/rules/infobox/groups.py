"""The headings inside a cell of numbers: a part of a side, an arm of its forces, a time, or nothing of these."""

import re

from quizapp.article.gazetteer.states import KNOWN
from quizapp.article.model import Article, Cell, Item
from quizapp.article.numbers.counts import find_counts
from quizapp.article.reading.cells.headings import TOTAL, is_stage
from quizapp.article.rules.infobox.kinds import name_kinds
from quizapp.article.rules.infobox.sources import name_source

_OF = (
    r"(?:(?:the|own|total|allied|main|land|ground|naval|sea|air|state|regular|irregular|field|local|armed|military"
    r"|special|auxiliary|relief|besieging|siege|invasion|invading|defending|attacking|assault|covering"
    r"|combined) ){0,2}"
)
_WITH = r"(?: (?:and|&) (?:[a-z]+))?"
_BODY = re.compile(
    rf"{_OF}(?:army|navy|air force|armies|navies|fleets?|forces?|garrison|land|sea|air|ground|naval|military|aviation"
    rf"|manpower|equipment|privateers|reinforcements|relief|civilians?){_WITH}",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"{_OF}(?:infantry|cavalry|artillery|horse|foot|men|soldiers|troops|personnel|militia|marines|volunteers|sailors"
    rf"|police|ships|vessels|vehicles|tanks|guns|cannons?|aircraft|galleys|archers|knights|reserves){_WITH}",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"(?:break-?down|details?|members?|composition|consisting of|including|of (?:which|whom)|among them"
    r"|(?:known )?list|units?|others?|estimates?|modern|numbers?|figures?|notes?|sources?|see\b.*)",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"[A-Z][a-z]+(?:ian|can|man|ish|nch|tch|ese)(?:[- ][A-Z][a-z]+(?:ian|can|man|ish|nch|tch|ese))?"
)
_HEADS = (TOTAL, _BODY, _COUNTED, _EMPTY)


def name_group(item: Item) -> str:
    """Return the part of a side that the heading above a number names: "Prussians", not "Total" or "Navy"."""
    under = item.under.strip(" :")
    is_other = not under or find_counts(under) or name_kinds(under) or name_source(under) or is_stage(under)
    if is_other or any(head.fullmatch(under) for head in _HEADS):
        return ""
    return f"{under} forces" if _ADJECTIVE.fullmatch(under) and under not in KNOWN else under


def name_body(item: Item) -> str:
    """Return which of a side's forces the heading above a number means, in small letters: "army", "navy"."""
    under = item.under.strip(" :")
    return under.lower() if _BODY.fullmatch(under) else ""


def name_counted(item: Item) -> str:
    """Return what the heading above a number counts: infantry of "Infantry: 5,000"."""
    under = item.under.strip(" :")
    return under.lower() if _COUNTED.fullmatch(under) else ""


def is_heading(cell: Cell, item: Item) -> bool:
    """Whether an entry is only the heading of those below it: "1 July", "1st Carrier Striking Force:"."""
    if find_counts(item.text):
        return False
    return is_stage(item.text) or any(each.under == item.text for each in cell.items)


def find_stage(cell: Cell, item: Item) -> str:
    """Return the time that a heading above an entry names: "Initial", "1 July"; a total is of the time before it."""
    if item.stage:
        return item.stage
    under = item.under.strip(" :")
    before = cell.items[: cell.items.index(item)]
    if TOTAL.fullmatch(under):
        under = next((each.under.strip(" :") for each in reversed(before)), "")
        return under if is_stage(under) else ""
    if under:
        return under if is_stage(under) else ""
    stages = (each.text for each in reversed(before) if is_stage(each.text) and not find_counts(each.text))
    return next(stages, "")


def is_over_both_sides(cell: Cell, item: Item, article: Article) -> bool:
    """Whether the heading above a number that names part of a side stands in the other side's cell too.

    Who counted has numbers for both sides: "Tyll of Stell: 4,000" in one, "Tyll of Stell: 15,000" in the other.
    """
    if not name_group(item):
        return False
    rivals = (each for each in article.cells_of(cell.field) if each.side not in {cell.side, None})
    return cell.side is not None and any(other.under == item.under for each in rivals for other in each.items)
