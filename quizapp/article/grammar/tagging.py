"""What a word is that could be several things, told by its neighbours: "the fallen town", "the town had fallen"."""

from collections.abc import Sequence

from quizapp.article.grammar import words
from quizapp.article.grammar.gerunds import NATIONAL, looks_like_adjective, settle_gerund
from quizapp.article.grammar.tokens import Tag, Token, is_possessive
from quizapp.article.grammar.verbs import Form, Kind, Lexeme, Spelt, verbs_by_form
from quizapp.values.text import word_set

_OPEN_PHRASE = frozenset({Tag.DETERMINER, Tag.NUMBER})
_HELPING = frozenset({Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.ADVERB, Tag.NOT})


def settle(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Decide by its neighbours what each word is that could be several things, from left to right."""
    settled = list(tokens)
    is_name = len(settled) > 1 and settled[0].tag is Tag.NOUN and settled[1].tag is Tag.NAME
    if is_name and settled[0].text[0].isupper() and not settled[0].lower.endswith("s"):  # "Oswin Rhett led"
        settled[0] = settled[0]._replace(tag=Tag.NAME)
    for at, token in enumerate(tokens):
        is_asked = token.tag is Tag.NOUN and at and settled[at - 1].tag in _ASKING
        if token.tag in _OPEN or is_asked or token.lower in _THIRDS:
            settled[at] = _settle(settled, at)
    for at in range(1, len(settled) - 1):
        if settled[at].tag is Tag.ADVERB and _stands_within(settled, at):
            settled[at] = settled[at]._replace(tag=Tag.NOUN)
    return tuple(settled)


def _stands_within(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adverb stands inside a phrase: "the first attempt", "Orm's last siege", "the next few days"."""
    follows = tokens[at + 1]
    is_led = tokens[at - 1].lower in _ALWAYS or tokens[at - 1].lower.endswith(("'s", "’s"))
    return is_led and (follows.tag in {Tag.NOUN, Tag.NAME, Tag.NUMBER} or follows.lower in {"few", "several"})


_OPEN = frozenset({Tag.BASE, Tag.RELATIVE, Tag.DETERMINER, Tag.PAST, Tag.PARTICIPLE, Tag.GERUND, Tag.ADVERB})
_THIRDS = word_set(
    "writes says states claims notes argues asserts lies stands contains remains flows overlooks separates borders"
    " consists comprises belongs stretches"
)


def _settle(tokens: Sequence[Token], at: int) -> Token:
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        token.lower == "lie"
        and before
        and before.tag in {Tag.NAME, Tag.NOUN}
        and after
        and after.lower in _WHERE
    ):
        return token._replace(tag=Tag.PAST)  # "Harrow and Dale lie on the river"
    if token.tag is Tag.BASE:
        return token if _asks_for_base(tokens, at) else token._replace(tag=Tag.NOUN)
    is_unmarked = token.spelt is not None and token.spelt.known.base == token.lower
    if token.tag is Tag.PAST and is_unmarked and _asks_for_base(tokens, at):  # "could split"
        return token._replace(tag=Tag.BASE)
    if token.tag is Tag.NOUN and token.lower not in _THIRDS:
        return _settle_unknown(tokens, at)
    if token.tag is Tag.RELATIVE and token.lower == "that":
        return _settle_that(token, before, after)
    if token.tag is Tag.DETERMINER:
        return _settle_determiner(token, after)
    if token.tag in {Tag.PAST, Tag.PARTICIPLE}:
        return _settle_past(tokens, at)
    if token.tag is Tag.GERUND:
        return settle_gerund(tokens, at)
    if (
        token.tag is Tag.ADVERB
        and before
        and before.tag in _OPEN_PHRASE
        and after
        and after.tag in {Tag.NOUN, Tag.NAME}
    ):
        return token._replace(tag=Tag.NOUN)  # "the then king", "the only bridge", "a largely empty town"
    if token.tag is Tag.NOUN and token.lower in _THIRDS and before and before.tag in {Tag.NAME, Tag.RELATIVE}:
        spelt = verbs_by_form()[token.lower]
        return token._replace(tag=Tag.PAST, spelt=Spelt(spelt.known, Form.THIRD))
    return token


_WHERE = frozenset({"on", "in", "at", "near", "between", "to", "along", "within", "about", "just", "close"})
_ASKING = frozenset({Tag.MODAL, Tag.TO, Tag.DO, Tag.NOT})


def _settle_unknown(tokens: Sequence[Token], at: int) -> Token:
    """Take a word on no list for a verb where only a verb can stand: "would entail", "to pulverise"."""
    token, before = tokens[at], tokens[at - 1]
    after = tokens[at + 1].tag if at + 1 < len(tokens) else Tag.STOP
    is_verb = before.tag is Tag.MODAL and after not in {Tag.BE, Tag.PAST}
    if before.tag is Tag.TO:
        is_verb = token.lower.endswith(("ise", "ize", "ify", "ate")) and after is not Tag.STOP
    if not is_verb:
        return token
    word = token.lower
    past = word + ("d" if word.endswith("e") else "ed")
    return token._replace(tag=Tag.BASE, spelt=Spelt(Lexeme(word, past, past, Kind.UNKNOWN), Form.BASE))


def _asks_for_base(tokens: Sequence[Token], at: int) -> bool:
    back = at - 1
    while back >= 0 and tokens[back].tag in {Tag.ADVERB, Tag.NOT}:
        back -= 1
    if back < 0:
        return False
    if tokens[back].tag is Tag.CONJUNCTION:  # "to reach and cross the river"
        return any(each.tag is Tag.BASE for each in tokens[max(0, back - 6) : back])
    return tokens[back].tag in {Tag.TO, Tag.MODAL, Tag.DO}


def _settle_that(token: Token, before: Token | None, after: Token | None) -> Token:
    """Tell "that city" from "the city that fell"."""
    follows_phrase = before is not None and before.tag in {
        Tag.NOUN,
        Tag.NAME,
        Tag.NUMBER,
        Tag.ASIDE,
        Tag.PRONOUN,
        Tag.DATE,
    }
    is_determiner = after is not None and after.tag in {Tag.NOUN, Tag.BASE, Tag.GERUND} and not follows_phrase
    follows_verb = before is not None and before.tag in {Tag.PAST, Tag.PARTICIPLE, Tag.GERUND, Tag.BASE}
    return token._replace(tag=Tag.DETERMINER) if is_determiner and not follows_verb else token


_ALWAYS = words.POSSESSIVES | {"the", "a", "an"}
_NOUNISH = frozenset(
    {
        Tag.NOUN,
        Tag.NAME,
        Tag.NUMBER,
        Tag.DETERMINER,
        Tag.ADVERB,
        Tag.BASE,
        Tag.GERUND,
        Tag.PARTICIPLE,
        Tag.DATE,
    }
)


def _settle_determiner(token: Token, after: Token | None) -> Token:
    """Tell "this attack" from "this led to": a determiner without a noun stands for one."""
    if token.lower in _ALWAYS or (after and after.tag in _NOUNISH):
        return token
    if (
        after
        and after.tag is Tag.PAST
        and token.lower in {"all", "some", "most", "many", "several", "few", "both", "no"}
    ):
        return token if after.spelt and after.spelt.is_both else token._replace(tag=Tag.PRONOUN)
    return token._replace(tag=Tag.PRONOUN)


_SIDED = frozenset(
    {"wing", "flank", "bank", "side", "centre", "center", "column", "shore", "arm", "leg", "hand"}
)
_COUNTING = frozenset({"first", "second", "last", "next", "only"})
_ALSO_NOUNS = frozenset({"left", "saw", "lay", "felt", "bore", "cost"})
_GRADES = frozenset({"more", "most", "less", "least", "very", "highly", "so", "too"})


def _settle_past(tokens: Sequence[Token], at: int) -> Token:
    """Tell the verb of "the town fell" from the adjective of "the fallen town" and the noun of "38 wounded"."""
    token = tokens[at]
    before = tokens[at - 1].tag if at else None
    after = tokens[at + 1].tag if at + 1 < len(tokens) else None
    is_listed = before is Tag.COMMA and after is Tag.COMMA and token.lower == "left"
    is_side = token.lower == "left" and at + 1 < len(tokens) and tokens[at + 1].lower in _SIDED
    is_counted = at > 1 and tokens[at - 1].lower in _COUNTING and tokens[at - 2].tag is Tag.DETERMINER
    if is_counted and not (after in {Tag.NOUN, Tag.NAME, Tag.DETERMINER} and token.lower != "shot"):
        return token._replace(tag=Tag.NOUN)  # "fired the first shot"
    if is_listed or is_side or _opens_phrase(tokens, at):
        return token._replace(tag=Tag.NOUN)
    if before is None or before in _HELPING - {Tag.ADVERB}:
        return token
    has_noun_after = after in {Tag.NOUN, Tag.NAME, Tag.BASE}
    if before is Tag.ADVERB:
        is_adjective = has_noun_after and at > 1 and tokens[at - 2].tag in {Tag.DETERMINER, Tag.PREPOSITION}
    else:
        is_adjective = _belongs_to_noun(tokens, at, has_noun_after=has_noun_after)
    return token._replace(tag=Tag.NOUN) if is_adjective else token


def _belongs_to_noun(tokens: Sequence[Token], at: int, *, has_noun_after: bool) -> bool:
    """Whether a past form is part of a phrase, by the word before it: "Rhett's captured guns", "38 wounded"."""
    token, before = tokens[at], tokens[at - 1]
    is_both = token.spelt is not None and token.spelt.is_both
    if before.tag is Tag.DETERMINER:
        is_that = before.lower == "that"
        return is_both or token.tag is Tag.PARTICIPLE or (token.lower in _ALSO_NOUNS and not is_that)
    if before.tag in {Tag.NOUN, Tag.NAME} and is_possessive(before):
        return has_noun_after or token.lower == "left"
    if before.tag is Tag.PREPOSITION and token.lower in _ALSO_NOUNS:
        return True
    if token.lower == "left" and before.lower.endswith(NATIONAL) and not has_noun_after:
        after = tokens[at + 1].tag if at + 1 < len(tokens) else Tag.STOP
        is_end = after in {Tag.STOP, Tag.COMMA}  # "routed the Lerran left."
        return is_end and at > 1 and tokens[at - 2].lower == "the"
    if before.tag is Tag.NUMBER and token.spelt is not None and token.spelt.known.kind is Kind.HARM:
        return True
    if _is_second_of_harm(tokens, at):
        return True
    if before.tag is Tag.CONJUNCTION and at > 1 and tokens[at - 2].lower in {"sick", "dead", "dying"}:
        return True
    if not has_noun_after:
        return False
    if before.tag is Tag.COMMA and is_both and _ends_in_adjective(tokens, at - 1):
        return True
    if before.tag is Tag.NAME and before.lower.endswith(NATIONAL) and token.lower == "armed":
        return True  # "the Ormish armed forces"
    if before.tag in {Tag.NUMBER, Tag.CONJUNCTION} and _is_in_phrase(tokens, at - 1):
        return tokens[at + 1].lower not in _SIDES  # "rushed through the gate and headed north"
    carries = {Tag.PAST, Tag.GERUND, Tag.PREPOSITION, Tag.TO}  # "used rifled muskets", "leaving wounded men"
    return before.lower in _GRADES or (is_both and before.tag in carries)


_SIDES = word_set("north south east west northeast northwest southeast southwest home")


def _ends_in_adjective(tokens: Sequence[Token], comma: int) -> bool:
    """Whether only an article and an adjective stand before a comma: "charged a high, walled ridge"."""
    if comma < 2 or tokens[comma - 2].lower not in {"a", "an", "the"}:
        return False
    return looks_like_adjective(tokens[comma - 1]) or tokens[comma - 1].lower in words.NOT_ADVERBS


_AFTER_HARM = frozenset({Tag.PREPOSITION, Tag.STOP, Tag.COMMA, Tag.CONJUNCTION, Tag.DATE, Tag.ASIDE})


def _is_second_of_harm(tokens: Sequence[Token], at: int) -> bool:
    """Whether a past form is the second of two sorts of losses: "400 killed or wounded in the battle"."""
    token = tokens[at]
    if at < 2 or tokens[at - 1].tag is not Tag.CONJUNCTION or token.spelt is None:
        return False
    first = tokens[at - 2]
    are_both = first.spelt is not None and first.spelt.known.kind is token.spelt.known.kind is Kind.HARM
    ends = at + 1 >= len(tokens) or tokens[at + 1].tag in _AFTER_HARM
    return are_both and first.tag is Tag.NOUN and ends


def _opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a past form begins a clause as the adjective of its subject: "scattered resistance remained"."""
    if at and tokens[at - 1].tag not in {Tag.COMMA, Tag.SUBORDINATOR, Tag.STOP}:
        return False
    end = at + 1
    while end < len(tokens) and tokens[end].tag in {Tag.NOUN, Tag.NAME}:
        end += 1
    return at + 1 < end < len(tokens) and tokens[end].tag in {Tag.PAST, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO}


def _is_in_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number or an "and" stands between words of one noun phrase: "three captured and damaged guns"."""
    if tokens[at].tag is Tag.NUMBER:
        return at == 0 or tokens[at - 1].tag in {Tag.PREPOSITION, Tag.DETERMINER, Tag.PAST, Tag.TO}
    if at > 1 and tokens[at - 1].tag is Tag.NAME and tokens[at - 1].lower.endswith(NATIONAL):
        return tokens[at - 2].tag is Tag.DETERMINER  # "the Ormish and allied infantry"
    if at < 2 or tokens[at - 1].tag is not Tag.NOUN:
        return False
    is_adjective = looks_like_adjective(tokens[at - 1]) or tokens[at - 1].lower in words.NOT_ADVERBS
    if not is_adjective and tokens[at - 1].lower.endswith("s"):
        return False  # "won a number of victories and invaded Stell"
    carries = {Tag.DETERMINER, Tag.PREPOSITION} | ({Tag.PAST} if is_adjective else set())
    return tokens[at - 2].tag in carries  # "launched costly and determined assaults"
