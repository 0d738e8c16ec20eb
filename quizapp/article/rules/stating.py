"""What the rules for cells share: making a fact of an entry, and passing over an entry that states nothing."""

import re
from collections.abc import Callable, Iterator
from functools import wraps

from quizapp.article.fact import Confidence, Fact, FactType, Skip
from quizapp.article.known import Known, cite_item
from quizapp.article.model import Cell, Item
from quizapp.values.measures import Quantity

Finding = Iterator[Fact | Skip]
ItemRule = Callable[[Cell, Item, Known], Finding]

_EMPTY = re.compile(
    r"(?:unknown|not known|unclear|uncertain|unspecified|undisclosed|undetermined|disputed|various|several|others?"
    r"|none(?: reported)?|n/?a|not applicable|tbd|see(?: also| the)?\b.*"
    r"|(?:main|full) (?:article|list)\b.*|order of battle|list|details?|breakdown|more|etc\.?"
    r"|and others|ongoing|present|[\W_]*)",
    re.IGNORECASE,
)


_SEE = re.compile(r"[\s,;.:\u2013\u2014-]*\(?\b[Ss]ee\b(?: also)? .{2,80}$")


def cut_reference(text: str) -> str:
    """Return a text without what only leads elsewhere: "inconclusive; see Outcome section"."""
    return _SEE.sub("", text).strip(" ,;.") or text


def skip_empty(but: str = "") -> Callable[[ItemRule], ItemRule]:
    """Let a rule pass over the entries that state nothing to ask, except those that are fully this pattern."""
    kept = re.compile(but or r"(?!)", re.IGNORECASE)

    def wrap(rule: ItemRule) -> ItemRule:
        @wraps(rule)
        def read(cell: Cell, item: Item, known: Known) -> Finding:
            empty = None if kept.fullmatch(item.text) else say_nothing(cell, item)
            if empty is None:
                yield from rule(cell, item, known)
            else:
                yield empty

        return read

    return wrap


def say_nothing(cell: Cell, item: Item) -> Skip | None:
    """Return why an entry states nothing to ask: "Unknown", "See below"."""
    if not _EMPTY.fullmatch(item.text.strip(" .()")):
        return None
    return Skip(cite_item(cell, item), f'"{item.text}" names nothing')


def state(
    cell: Cell,
    item: Item,
    kind: FactType,
    subject: str,
    attribute: str,
    value: str,
    *,
    quantity: Quantity | None = None,
    counted: str = "",
    aliases: tuple[str, ...] = (),
    according_to: str = "",
    doubt: str = "",
) -> Fact:
    """Return a fact that an entry of a cell states; a doubt makes it one to look at, and is its note."""
    return Fact(
        id="",
        type=kind,
        subject=subject,
        attribute=attribute,
        value=value,
        evidence=cite_item(cell, item),
        rule="",
        confidence=Confidence.LOW if doubt else Confidence.HIGH,
        according_to=according_to,
        quantity=quantity,
        counted=counted,
        aliases=aliases,
        side=cell.side,
        note=doubt,
    )


def name_side(cell: Cell) -> str:
    """Return how the facts of a cell call its side: "side 1"."""
    return f"side {cell.side}" if cell.side else "both sides"
