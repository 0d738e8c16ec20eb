"""The rule that takes under which other name something is known."""

import re
from collections.abc import Iterator

from quizapp.article.fact import Fact, FactType
from quizapp.article.grammar.chunk import Chunk, Part
from quizapp.article.rules.body.making import claim
from quizapp.article.statements.patterns import EVENT, has_capital
from quizapp.article.statements.told import Told

_CALLED = re.compile(
    r",? \(?(?:also |commonly |officially |later |now |sometimes |better |widely )?"
    r"(?:code-?named|known(?: \w+)? as|called|named|nicknamed|dubbed)"
    r" (?:the )?[\"“]?(?P<name>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|(?:of|the)(?= [A-Z])))*)"
)

_EVENT = re.compile(EVENT, re.IGNORECASE)


def find_other_names(told: Told) -> Iterator[Fact]:
    """Take another name of something: "the attack, codenamed Operation Anvil", "a ridge called Green Hill"."""
    if not any(word in told.text for word in ("named", "known", "called", "dubbed")):
        return
    for found in _CALLED.finditer(told.text):
        before = [
            chunk
            for chunk in told.chunks
            if chunk.part is Part.PHRASE
            and found.start() - 12 < told.tokens[chunk.last - 1].end <= found.start()
        ]
        thing = before[-1].text if before and not _ends_list(told, before[-1]) else ""
        if thing and not before[-1].is_pronoun and not _names(told, found, thing):
            is_whole = not _EVENT.fullmatch(found["name"])  # "known as the Battle of the Fifth of May"
            is_certain = (
                is_whole and has_capital(thing[1:]) and not _may_be_another(told, before[-1], found.start())
            )
            yield from claim(told, FactType.DETAIL, thing, "known_as", found["name"], is_certain=is_certain)


def _may_be_another(told: Told, chunk: Chunk, end: int) -> bool:
    """Whether what has the name may stand further before: "a new fort on the bank of the Harrow, known as"."""
    at = told.chunks.index(chunk)
    hangs = at > 1 and told.chunks[at - 1].part is Part.PREPOSITION
    between = told.text[told.tokens[chunk.last - 1].end : end + 1]
    return hangs and ("," in between or " be" in between)  # "said the raid against Orm would be code-named"


def _names(told: Told, found: re.Match[str], thing: str) -> bool:
    """Whether the verb is that of somebody who gives a name or a post: "Rhett named Tyll as commander"."""
    return not re.match(r"an? ", thing) and any(
        chunk.part is Part.FINITE
        and chunk.group is not None
        and not chunk.group.is_passive
        and found.start() <= told.tokens[chunk.first].start < found.start("name")
        for chunk in told.chunks
    )


def _ends_list(told: Told, chunk: Chunk) -> bool:
    at = told.chunks.index(chunk)
    return at > 0 and told.chunks[at - 1].part is Part.CONJUNCTION
