"""Tokens put together into chunks: noun phrases with their "of", prepositions, verb groups, marks."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.article.grammar import words
from quizapp.article.grammar.chunk import EDGES, Chunk, Part
from quizapp.article.grammar.gerunds import NATIONAL, looks_like_adjective
from quizapp.article.grammar.groups import Group, read_group
from quizapp.article.grammar.participles import is_participle, share_passives
from quizapp.article.grammar.tokens import Tag, Token, is_possessive
from quizapp.values.number_words import ORDINALS
from quizapp.values.text import word_set

_SIMPLE = {
    Tag.CONJUNCTION: Part.CONJUNCTION,
    Tag.COMMA: Part.COMMA,
    Tag.STOP: Part.STOP,
    Tag.RELATIVE: Part.RELATIVE,
    Tag.SUBORDINATOR: Part.SUBORDINATOR,
    Tag.DATE: Part.DATE,
    Tag.ADVERB: Part.ADVERB,
    Tag.NOT: Part.ADVERB,
    Tag.ASIDE: Part.ASIDE,
    Tag.PREPOSITION: Part.PREPOSITION,
    Tag.TO: Part.PREPOSITION,
}
_PREDETERMINERS = frozenset({"all", "both", "half", "such", "many"})


def find_chunks(text: str, tokens: Sequence[Token]) -> tuple[Chunk, ...]:
    """Return the chunks of a sentence, in order; every token is in one."""
    chunks = _gather(text, tokens)
    chunks = _join_of(text, tokens, _join_times(text, tokens, chunks))
    chunks = _settle_subordinators(chunks)
    for at, chunk in enumerate(chunks):
        if chunk.part is Part.FINITE and chunk.group is not None and is_participle(tokens, chunks, at):
            group = replace(chunk.group, is_finite=False, is_passive=True)
            chunks[at] = chunk._replace(part=Part.PARTICIPLE, group=group)
    return tuple(share_passives(tokens, chunks))


def _gather(text: str, tokens: Sequence[Token]) -> list[Chunk]:
    chunks: list[Chunk] = []
    at = 0
    while at < len(tokens):
        group = read_group(tokens, at)
        if group is not None:
            end, part = group.last, _part_of(tokens[at], group)
        else:
            end, part = _read_plain(tokens, at)
        is_pronoun = part is Part.PHRASE and tokens[at].tag is Tag.PRONOUN
        said = text[tokens[at].start : tokens[end - 1].end]
        chunks.append(Chunk(part, at, end, said, said.lower(), group, is_pronoun))
        at = end
    return chunks


def _part_of(token: Token, group: Group) -> Part:
    if token.tag is Tag.TO:
        return Part.INFINITIVE
    if group.is_finite:
        return Part.FINITE
    is_active = token.tag is Tag.GERUND or token.lower in {"having", "being"}
    return Part.GERUND if is_active else Part.PARTICIPLE


def _read_plain(tokens: Sequence[Token], at: int) -> tuple[int, Part]:
    if tokens[at].lower in _LONG_STARTS and (long := _read_long_preposition(tokens, at)):
        return at + long, Part.PREPOSITION
    tag = tokens[at].tag
    if tag in _SIMPLE:
        return at + 1, _SIMPLE[tag]
    if tag is Tag.PRONOUN:
        return at + 1, Part.PHRASE
    return _read_phrase(tokens, at), Part.PHRASE


def _read_long_preposition(tokens: Sequence[Token], at: int) -> int:
    for length in range(min(4, len(tokens) - at), 1, -1):
        if " ".join(token.lower for token in tokens[at : at + length]) in words.LONG_PREPOSITIONS:
            return length
    return 0


_LONG_STARTS = frozenset(each.split(" ")[0] for each in words.LONG_PREPOSITIONS)


def _read_phrase(tokens: Sequence[Token], at: int) -> int:
    """Return where the noun phrase ends that begins at a token; it is one token long at least."""
    end = at + 1
    while end < len(tokens) and _goes_on(tokens, end):
        end += 1
    return end


_EPITHETS = word_set(
    "great elder younger red bold conqueror fat bald pious lion bastard simple terrible magnificent wise"
    " good fair black short confessor hammer impaler fowler brave old young cruel silent just strong lame"
    " proud unready lionheart first second third white tall stout victorious lawgiver peaceful cunning"
    " child warlike quarrelsome navigator catholic"
)


_ON_A_RIVER = frozenset({"an", "am", "ob", "auf"})
_WHERE = frozenset({"in", "at", "near", "on", "from", "to", "through", "into", "outside", "behind", "by"})


def _is_epithet(tokens: Sequence[Token], at: int) -> bool:
    """Whether "the" and a name belong to the name before: "Edgar the Outlaw", not "in Stell the Guard"."""
    if tokens[at + 1].lower in _EPITHETS:
        return True
    is_one = tokens[at - 1].text[0].isupper() and (
        at + 2 >= len(tokens) or tokens[at + 2].tag is not Tag.NAME
    )
    begins = at < 2 or (tokens[at - 2].lower not in _WHERE and tokens[at - 2].tag is not Tag.NAME)
    is_person = not tokens[at + 1].lower.endswith(
        ("s", "army", "guard", "fleet", "corps", "division", "force")
    )
    return tokens[at].lower == "the" and is_one and begins and is_person and at >= 1


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token belongs to the noun phrase before it."""
    token, before = tokens[at], tokens[at - 1]
    if before.lower == "o'clock" or (token.tag is Tag.NUMBER and before.lower in _TIMES):
        return False  # "at 7 o'clock seven riders", "during the night 37 boats"
    if token.tag is Tag.NOUN or token.tag is Tag.NAME or token.tag is Tag.NUMBER:
        return token.lower not in _LONG_STARTS or not _read_long_preposition(tokens, at)
    follows = tokens[at + 1].tag if at + 1 < len(tokens) else Tag.STOP
    if token.lower in _ON_A_RIVER and before.tag is Tag.NAME and at + 2 < len(tokens):
        return tokens[at + 1].lower in {"der", "den", "dem"}  # "Stell an der Harrow"
    if token.tag is Tag.DETERMINER:
        is_first = at == 1 and before.tag is Tag.NOUN and before.text[0].isupper()  # "Edgar the Outlaw left"
        if (before.tag is Tag.NAME or is_first) and follows is Tag.NAME and _is_epithet(tokens, at):
            return True
        is_few = token.lower in {"few", "several"} and before.tag is Tag.NOUN  # "the next few days"
        return before.lower in _PREDETERMINERS or is_possessive(before) or token.lower == "such" or is_few
    if token.text == ",":  # "a massive, 90-minute barrage"
        is_listed = (
            before.tag is Tag.NOUN and looks_like_adjective(before) and tokens[at - 2].tag is Tag.DETERMINER
        )
        is_listed = is_listed and at > 1 and follows in {Tag.NOUN, Tag.NUMBER}
        return is_listed or _lists_adjectives(tokens, at)
    if token.tag is Tag.ASIDE:
        return follows in {Tag.NOUN, Tag.NAME}
    if token.tag is Tag.DATE:  # "the 1944 landings"
        return before.tag is Tag.DETERMINER
    if token.tag is Tag.CONJUNCTION:
        return _joins_modifiers(tokens, at)
    is_name = token.lower == "for" and before.tag is Tag.NAME  # "Observatory for Human Rights"
    return is_name and follows is Tag.NAME


def _lists_adjectives(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma stands between adjectives of one noun: "1,800 Ormish, colonial and native troops"."""
    if not tokens[at - 1].lower.endswith(NATIONAL) or tokens[at - 1].tag is not Tag.NAME:
        return False
    while at + 3 < len(tokens) and tokens[at].text == ",":
        if not looks_like_adjective(tokens[at + 1]):
            return False
        at += 2
    if tokens[at].lower not in {"and", "or"} or at + 2 >= len(tokens):
        return False
    return looks_like_adjective(tokens[at + 1]) and tokens[at + 2].tag is Tag.NOUN


def _joins_modifiers(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "and" joins adjectives of one noun: "the western and northern parts", "the 1st and 7th Marines"."""
    if tokens[at].lower not in {"and", "or"} or at + 2 >= len(tokens):
        return False
    before, after, head = tokens[at - 1], tokens[at + 1], tokens[at + 2]
    starts = tokens[at - 2].tag in {Tag.DETERMINER, Tag.NUMBER} if at > 1 else False
    is_ordinal = before.lower[-2:] in {"st", "nd", "rd", "th"} and before.text[0].isdigit()
    if is_ordinal and after.text[0].isdigit():
        return True
    if before.lower in ORDINALS and after.lower in ORDINALS:  # "the First and Ninth Armies"
        return True
    both_small = before.tag is Tag.NOUN and after.tag is Tag.NOUN and head.tag in {Tag.NOUN, Tag.NAME}
    return both_small and (starts or looks_like_adjective(before)) and looks_like_adjective(after)


def _join_of(text: str, tokens: Sequence[Token], chunks: list[Chunk]) -> list[Chunk]:
    """Join "of" and what follows to the phrase before it, and what stands in brackets or as "himself" behind it."""
    joined: list[Chunk] = []
    at = 0
    while at < len(chunks):
        takes = _count_joined(joined[-1], chunks, at) if joined else 0
        if takes:
            last, end = joined[-1], chunks[at + takes - 1].last
            said = text[tokens[last.first].start : tokens[end - 1].end]
            joined[-1] = last._replace(last=end, text=said, lower=said.lower(), is_pronoun=False)
        else:
            joined.append(chunks[at])
        at += takes or 1
    return joined


def _count_joined(last: Chunk, chunks: Sequence[Chunk], at: int) -> int:
    """Return how many chunks from a place belong to the phrase before it."""
    chunk = chunks[at]
    if last.part is not Part.PHRASE or (last.is_pronoun and chunk.lower != "of"):
        return 0
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if chunk.lower == "of" and after is not None and after.part in {Part.PHRASE, Part.DATE}:
        return 2
    if chunk.part is Part.COMMA and after is not None and after.part is Part.ASIDE:
        return 2
    return int(chunk.part is Part.ASIDE or (chunk.is_pronoun and chunk.lower.endswith(("self", "selves"))))


_TIMES = word_set(
    "hour hours minute minutes day days week weeks month months year years decade decades century"
    " centuries night evening morning afternoon dawn dusk noon midnight moment moments time nightfall"
    " daybreak daylight sunrise sunset"
)
_TIME_AFTER = frozenset(
    {"later", "earlier", "afterwards", "afterward", "ago", "previously", "before", "after"}
)


def _join_times(text: str, tokens: Sequence[Token], chunks: list[Chunk]) -> list[Chunk]:
    """Take "just hours later" for a time, although nobody can say which."""
    joined: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        last = joined[-1] if joined else None
        is_pair = len(joined) > 1 and chunk.part is Part.DATE and joined[-2].part is Part.DATE
        if is_pair and joined[-1].part is Part.CONJUNCTION:  # "on 26 and 27 December"
            first = joined[-2].first
            said = text[tokens[first].start : tokens[chunk.last - 1].end]
            joined[-2:] = [Chunk(Part.DATE, first, chunk.last, said, said.lower())]
            continue
        is_after = chunk.lower in _TIME_AFTER and chunk.part in {Part.ADVERB, Part.PREPOSITION}
        if is_after and chunk.lower in {"before", "after"}:
            is_after = at + 1 >= len(chunks) or chunks[at + 1].part in EDGES
        if is_after and last is not None and last.lower.rpartition(" ")[2] in _TIMES:
            said = text[tokens[last.first].start : tokens[chunk.last - 1].end]
            joined[-1] = Chunk(Part.DATE, last.first, chunk.last, said, said.lower())
            continue
        joined.append(chunk)
    return joined


def _settle_subordinators(chunks: list[Chunk]) -> list[Chunk]:
    """Tell "after the town fell" from "after the fall": a finite verb follows before the next mark."""
    settled = list(chunks)
    for at, chunk in enumerate(chunks):
        is_open = chunk.part is Part.PREPOSITION and chunk.lower in words.MAYBE_SUBORDINATORS
        if is_open and _has_own_verb(chunks, at + 1):
            settled[at] = chunk._replace(part=Part.SUBORDINATOR)
    return settled


def _has_own_verb(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a subject and a finite verb follow at once: "[after] the troops in the town had surrendered"."""
    phrases = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.part is Part.FINITE:
            return phrases > 0
        if chunk.part is Part.PHRASE:
            phrases += 1
        elif chunk.part not in {
            Part.PREPOSITION,
            Part.ADVERB,
            Part.CONJUNCTION,
            Part.DATE,
            Part.PARTICIPLE,
            Part.ASIDE,
        }:
            return False
        at += 1
    return False
