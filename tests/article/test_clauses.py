"""Sentences taken apart: whose verb, its subject and what belongs to it. The battles are invented."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.article.grammar.chunk import Span
from quizapp.article.grammar.chunks import find_chunks
from quizapp.article.grammar.clauses import find_clauses
from quizapp.article.grammar.tagging import settle
from quizapp.article.grammar.tokens import tokenise
from quizapp.article.grammar.verbs import gerund_of, guess_verb, verbs_by_form

NAMES = frozenset({"harrow", "stell", "rhett", "ormish", "lerran", "guard", "tyll"})


def take_apart(text: str) -> list[tuple[str, str, str]]:
    """Return subject, verb (past) and complement of each clause of a sentence that has a subject."""
    tokens = settle(tokenise(text, (), NAMES))
    chunks = find_chunks(text, tokens)

    def say(span: Span) -> str:
        if span.first >= span.last:
            return ""
        return text[tokens[chunks[span.first].first].start : tokens[chunks[span.last - 1].last - 1].end]

    return [
        (say(each.subject), each.group.verb.past, say(each.complement))
        for each in find_clauses(chunks)
        if each.subject is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rhett stormed Harrow.", [("Rhett", "stormed", "Harrow")]),
        ("The Ormish and allied infantry fled.", [("The Ormish and allied infantry", "fled", "")]),
        (
            "Ten riders of the Guard headquartered in Stell, tasked with a watch on Harrow, were injured.",
            [
                ("Ten riders of the Guard", "headquartered", "in Stell"),
                ("Ten riders of the Guard headquartered in Stell", "injured", ""),
            ],
        ),
        ("Six riders voted against the raid.", [("Six riders", "voted", "against the raid")]),
        (
            "The news reached the Guard who, led by Tyll, routed the Lerrans.",
            [
                ("The news", "reached", "the Guard"),
                ("the Guard", "led", "by Tyll"),
                ("the Guard", "routed", "the Lerrans"),
            ],
        ),
        (
            "An army that had 40 guns and 90 horses stormed Harrow.",
            [
                ("An army", "had", "40 guns"),
                ("An army that had 40 guns and 90 horses", "stormed", "Harrow"),
            ],
        ),
        (
            "Rhett countered by sending the Guard.",
            [("Rhett", "countered", "by sending the Guard"), ("Rhett", "sent", "the Guard")],
        ),
        ("Harrow and Stell lie on the river.", [("Harrow and Stell", "lay", "on the river")]),
        ("Rhett routed the Lerran left wing.", [("Rhett", "routed", "the Lerran left wing")]),
        (
            "Seven riders, from the Guard entered Stell.",
            [("Seven riders, from the Guard", "entered", "Stell")],
        ),
        (
            "The army consisting of 40 men left Stell.",
            [("The army", "consisted", "of 40 men"), ("The army consisting of 40 men", "left", "Stell")],
        ),
        ("Rhett and Tyll stormed Harrow.", [("Rhett and Tyll", "stormed", "Harrow")]),
        (
            "Rhett crossed the river and burned the mill.",
            [("Rhett", "crossed", "the river"), ("Rhett", "burned", "the mill")],
        ),
        (
            "The garrison of Stell in the old fort held out.",
            [("The garrison of Stell in the old fort", "held", "")],
        ),
        (
            "Rhett, a cousin of the king, led the left wing.",
            [("Rhett, a cousin of the king", "led", "the left wing")],
        ),
        (
            "Guards defending the bridge repelled the assault.",
            [
                ("Guards", "defended", "the bridge"),
                ("Guards defending the bridge", "repelled", "the assault"),
            ],
        ),
        (
            "The camp defended by Tyll fell.",
            [("The camp", "defended", "by Tyll"), ("The camp defended by Tyll", "fell", "")],
        ),
        ("Rhett began to cross the river.", [("Rhett", "began to cross", "the river")]),
        ("Rhett managed to drive back the Guard.", [("Rhett", "managed to drive", "the Guard")]),
        (
            "Rhett took the mill, which stood near Stell.",
            [("Rhett", "took", "the mill"), ("the mill", "stood", "near Stell")],
        ),
        ("Scattered resistance remained in Stell.", [("Scattered resistance", "remained", "in Stell")]),
        ("The fallen town burned.", [("The fallen town", "burned", "")]),
        (
            "After the siege of Stell, Rhett marched to Harrow.",
            [("Rhett", "marched", "to Harrow")],
        ),
        (
            "Those who had joined the revolt were pardoned.",
            [("Those", "joined", "the revolt"), ("Those who had joined the revolt", "pardoned", "")],
        ),
        ("Rhett captured Harrow, Stell and Orm.", [("Rhett", "captured", "Harrow, Stell and Orm")]),
    ],
)
def test_a_sentence_comes_apart_into_its_clauses(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = take_apart(text)
    # of an insert only the head matters: what a reader takes for the subject
    assert [(subject.split(",")[0], verb, rest) for subject, verb, rest in found] == [
        (subject.split(",")[0], verb, rest) for subject, verb, rest in expected
    ]


@pytest.mark.parametrize(
    ("text", "is_unreal", "is_negated", "is_passive"),
    [
        ("Rhett would cross the river.", True, False, False),
        ("Rhett was to cross the river.", True, False, False),
        ("Rhett did not cross the river.", False, True, False),
        ("Rhett failed to cross the river.", False, True, False),
        ("Rhett planned to cross the river.", True, False, False),
        ("The river was never crossed by Rhett.", False, True, True),
        ("Stell was surrounded and captured.", False, False, True),
        ("Rhett was forced to retreat.", False, False, True),
    ],
)
def test_a_verb_says_whether_it_came_true(
    text: str, is_unreal: bool, is_negated: bool, is_passive: bool
) -> None:
    chunks = find_chunks(text, settle(tokenise(text, (), NAMES)))
    group = find_clauses(chunks)[-1].group
    assert (group.is_unreal, group.is_negated, group.is_passive) == (is_unreal, is_negated, is_passive)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("repelled", "repel"),
        ("besieging", "besiege"),
        ("fled", "flee"),
        ("overran", "overrun"),
        ("dying", "die"),
        ("carried", "carry"),
        ("fought", "fight"),
    ],
)
def test_every_form_of_a_verb_leads_to_its_base(word: str, base: str) -> None:
    assert verbs_by_form()[word].known.base == base


def test_a_gerund_doubles_its_last_letter_where_it_must() -> None:
    assert [gerund_of(each) for each in ("stop", "cut", "advance", "flee", "die")] == [
        "stopping",
        "cutting",
        "advancing",
        "fleeing",
        "dying",
    ]


def test_an_unknown_word_that_ends_in_ed_is_taken_for_a_verb() -> None:
    guessed = guess_verb("bivouacked")
    assert guessed is not None
    assert guess_verb("hundred") is None


@given(
    st.text(
        alphabet=st.sampled_from("the was by Rhett took, and who; ('\") Stell of 5-–.forced to with being "),
        max_size=200,
    )
)
def test_any_text_comes_apart_in_order(text: str) -> None:
    tokens = settle(tokenise(text))
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    chunks = find_chunks(text, tokens)
    assert [chunk.first for chunk in chunks[1:]] == [chunk.last for chunk in chunks[:-1]]
    for clause in find_clauses(chunks):
        assert 0 <= clause.complement.first <= clause.complement.last <= len(chunks)
        assert clause.subject is None or 0 <= clause.subject.first < clause.subject.last <= len(chunks)
