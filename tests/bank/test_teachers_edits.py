"""What a teacher edits in a built bank stays through every rebuild, and nothing else is any different for it."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.bank.reading.read import read_bank
from quizapp.bank.rebuilding.building import build_bank
from quizapp.bank.rebuilding.rebuild import Fate, rebuild
from quizapp.bank.schema import Bank, Fact
from quizapp.bank.write import write_bank
from quizapp.questions import Question
from quizapp.writing.drafting import draft_questions

ARTICLES = Path(__file__).parents[2] / "questions" / "articles"
HASTINGS = (ARTICLES / "battle-of-hastings.txt").read_text(encoding="utf-8")
LANDING = "On 28 September 1066, William landed"
LATER = HASTINGS.replace(LANDING, LANDING.replace("28", "29"))
ABBEY = "In 1070, William founded Battle Abbey at the place of the battle. "
VERSIONS = (
    HASTINGS.replace("In 1070", "The winter was very cold. In 1070"),
    HASTINGS.replace(ABBEY, ""),
    HASTINGS,
)
OWN = Fact.model_validate(
    {
        "id": "mine",
        "statement": "I was there.",
        "questions": [{"type": "text", "stem": "Who was there?", "key": "I"}],
    }
)
Edit = Callable[[Bank, str], Bank]


@cache
def build(text: str = HASTINGS) -> Bank:
    article = read_article(text)
    return build_bank(draft_questions(article, find_facts(article)))


def store(bank: Bank) -> Bank:
    """The bank as it comes back from its file."""
    found = read_bank(write_bank(bank).encode(), "x.yaml", judging=False)
    assert found.bank is not None, found.problems
    return found.bank.model_copy(update={"id": None})


def rebuild_each(bank: Bank, *versions: str) -> Iterator[Bank]:
    """The bank as it stands after a rebuild from each version in turn, each time through its file."""
    bank = store(bank)
    for text in versions:
        bank = store(rebuild(build(text), bank).bank)
        yield bank


def again(bank: Bank, *versions: str) -> Bank:
    """The bank after a rebuild from all versions, one after another."""
    return list(rebuild_each(bank, *versions))[-1]


@cache
def rebuild_unedited() -> tuple[Bank, ...]:
    return tuple(rebuild_each(build(), *VERSIONS))


def is_like(one: Bank, other: Bank) -> bool:
    """Whether two banks are the same but for what was built of them."""
    return one.model_copy(update={"built": {}}) == other.model_copy(update={"built": {}})


def find(bank: Bank, fact_id: str) -> Fact:
    return next(fact for fact in bank.facts if fact.id == fact_id)


def find_landing() -> str:
    (found,) = (
        fact
        for fact in build().facts
        if fact.evidence and LANDING in fact.evidence.quote and len(fact.questions) > 2
    )
    return str(found.id)


def change(bank: Bank, fact_id: str, **update: object) -> Bank:
    facts = tuple(fact.model_copy(update=update) if fact.id == fact_id else fact for fact in bank.facts)
    return bank.model_copy(update={"facts": facts})


def change_questions(
    edit: Callable[[Sequence[Question]], Sequence[Question]],
) -> Edit:
    return lambda bank, fact_id: change(bank, fact_id, questions=tuple(edit(find(bank, fact_id).questions)))


def change_first(**update: object) -> Edit:
    """Change the first question, which is a choice."""
    return change_questions(
        lambda each: (each[0].model_validate({**each[0].model_dump(), **update}), *each[1:])
    )


def rename(bank: Bank, fact_id: str) -> Bank:
    def renamed(name: str | None) -> str | None:
        return "the-landing" if name == fact_id else name

    facts = (
        fact.model_copy(update={"id": renamed(fact.id), "mentions": tuple(map(renamed, fact.mentions))})
        for fact in bank.facts
    )
    return bank.model_copy(update={"facts": tuple(facts)})


def leave_out(bank: Bank, fact_id: str) -> Bank:
    facts = (
        fact.model_copy(update={"mentions": tuple(each for each in fact.mentions if each != fact_id)})
        for fact in bank.facts
        if fact.id != fact_id
    )
    return bank.model_copy(update={"facts": tuple(facts)})


def put_in(bank: Bank, fact_id: str) -> Bank:
    at = bank.facts.index(find(bank, fact_id))
    return bank.model_copy(update={"facts": (*bank.facts[:at], OWN, *bank.facts[at:])})


def put_first(bank: Bank, fact_id: str) -> Bank:
    fact = find(bank, fact_id)
    return bank.model_copy(update={"facts": (fact, *(each for each in bank.facts if each is not fact))})


OWN_QUESTION = OWN.questions[0]
EDITS: dict[str, Edit] = {
    "a stem": change_first(stem="What would I ask?"),
    "a key": change_first(key="The beach at Pevensey"),
    "the distractors": change_first(distractors=["Dover", "Calais", "Rye"]),
    "the feedback": change_first(feedback="Look at the map."),
    "a question taken out": change_questions(lambda each: each[1:]),
    "another one taken out": change_questions(lambda each: (*each[:1], *each[2:])),
    "a question added": change_questions(lambda each: (*each[:1], OWN_QUESTION, *each[1:])),
    "questions in another order": change_questions(lambda each: each[::-1]),
    "a statement": lambda bank, fact_id: change(bank, fact_id, statement="William came ashore."),
    "a source": lambda bank, fact_id: change(bank, fact_id, according_to="the chronicle"),
    "a topic": lambda bank, fact_id: change(bank, fact_id, topic="On the beach"),
    "evidence taken out": lambda bank, fact_id: change(bank, fact_id, evidence=None),
    "a mention": lambda bank, fact_id: change(bank, fact_id, mentions=(str(bank.facts[0].id),)),
    "an id": rename,
    "a fact taken out": leave_out,
    "a fact added": put_in,
    "a fact moved": put_first,
    "the title": lambda bank, _: bank.model_copy(update={"title": "1066", "description": "For class 7."}),
}


@pytest.mark.parametrize("kind", EDITS)
def test_an_edit_stays_through_three_rebuilds_and_changes_nothing_else(kind: str) -> None:
    edit, landing = EDITS[kind], find_landing()
    edited = edit(build(), landing)
    assert edited != build()
    for plain, found in zip(rebuild_unedited(), rebuild_each(edited, *VERSIONS), strict=True):
        assert is_like(found, edit(plain, landing))


@pytest.mark.parametrize("kind", EDITS)
def test_a_bank_that_was_edited_is_built_again_in_the_same_bytes(kind: str) -> None:
    once = again(EDITS[kind](build(), find_landing()), HASTINGS)
    assert write_bank(again(once, HASTINGS)) == write_bank(once)


def test_all_edits_together_stay() -> None:
    """Each on a fact of its own, whose sentence is in every version."""
    stated = [fact for fact in build(VERSIONS[1]).facts if not fact.mentions]
    stated.sort(key=lambda fact: (-len(fact.questions), fact.questions[0].type != "choice"))
    kinds = [kind for kind in EDITS if kind not in {"a fact moved", "the title", "an id"}]
    targets = dict(zip(kinds, (str(fact.id) for fact in stated), strict=False))

    def edit(bank: Bank) -> Bank:
        for kind, target in targets.items():
            bank = EDITS[kind](bank, target)
        return bank

    assert len(targets) > 10
    for plain, found in zip(rebuild_unedited(), rebuild_each(edit(build()), *VERSIONS), strict=True):
        assert is_like(found, edit(plain))


def test_a_fact_with_another_id_is_still_built_anew_when_the_article_says_something_else() -> None:
    renamed = rename(build(), find_landing())
    rebuilt = rebuild(build(LATER), store(again(renamed, *VERSIONS)))
    (outcome,) = (each for each in rebuilt.outcomes if each.id == "the-landing")
    assert (outcome.fate, outcome.is_edited) == (Fate.CHANGED, False)
    assert "29 September" in find(rebuilt.bank, "the-landing").statement
    assert find_landing() not in {fact.id for fact in rebuilt.bank.facts}


def test_a_fact_that_had_two_other_ids_in_turn_is_still_known() -> None:
    once = again(rename(build(), find_landing()), HASTINGS)
    twice = again(rename_again(once), HASTINGS)
    rebuilt = again(twice, LATER)
    assert "29 September" in find(rebuilt, "at-pevensey").statement
    assert not {"the-landing", find_landing()} & {str(fact.id) for fact in rebuilt.facts}


def rename_again(bank: Bank) -> Bank:
    facts = tuple(
        fact.model_copy(
            update={
                "id": "at-pevensey" if fact.id == "the-landing" else fact.id,
                "mentions": tuple("at-pevensey" if each == "the-landing" else each for each in fact.mentions),
            }
        )
        for fact in bank.facts
    )
    return bank.model_copy(update={"facts": facts})


def test_a_fact_that_was_left_out_stays_out_when_its_number_changes() -> None:
    without = leave_out(build(), find_landing())
    for versions in ((LATER,), (HASTINGS, LATER), (LATER, HASTINGS), (LATER, LATER)):
        rebuilt = again(without, *versions)
        assert {fact.id for fact in rebuilt.facts} == {fact.id for fact in without.facts}


def test_a_topic_of_a_teachers_does_not_hold_the_statement_back() -> None:
    rebuilt = again(change(build(), find_landing(), topic="On the beach"), LATER)
    fact = find(rebuilt, find_landing())
    assert fact.topic == "On the beach"
    assert "29 September" in fact.statement


def test_a_question_that_was_taken_out_stays_out_when_the_article_drops_it_for_a_while() -> None:
    first = find(build(), find_landing()).questions[0]
    without = EDITS["a question taken out"](build(), find_landing())
    bare = build().model_copy(
        update={
            "facts": tuple(
                fact.model_copy(update={"questions": fact.questions[1:]})
                if fact.id == find_landing()
                else fact
                for fact in build().facts
            )
        }
    )
    dropped = store(rebuild(bare, store(without)).bank)
    assert first not in find(again(dropped, HASTINGS), find_landing()).questions


def test_a_bank_written_by_hand_keeps_every_word_beside_what_is_built() -> None:
    by_hand = store(build().model_copy(update={"built": {}, "facts": (OWN, *build().facts[::-1])}))
    rebuilt = again(by_hand, *VERSIONS, LATER)
    kept = [fact for fact in rebuilt.facts if fact.id in {each.id for each in by_hand.facts}]
    assert kept == list(by_hand.facts)


def test_what_is_built_newly_does_not_give_a_teachers_question_away() -> None:
    """The abbey comes back into the article, and what would be asked of it has a teacher's key in its stem."""
    stem = "In which year was Battle Abbey founded at the place of the battle?"
    question = {"type": "date", "stem": stem, "key": "1070"}
    own = Fact.model_validate(
        {"id": "mine", "statement": "Battle Abbey is of 1070.", "questions": [question]}
    )
    without = store(rebuild(build(VERSIONS[1]), store(build(VERSIONS[1]))).bank)
    former = without.model_copy(update={"facts": (own, *without.facts)})
    rebuilt = rebuild(build(), store(former)).bank
    found = read_bank(write_bank(rebuilt).encode(), "x.yaml")
    assert [str(problem) for problem in found.problems] == []
    assert own in rebuilt.facts
    told = [fact for fact in build().facts if fact.evidence and fact.evidence.quote in ABBEY]
    clashing = [each.stem for fact in told for each in fact.questions if "1070" in each.stem]
    assert clashing
    assert not set(clashing) & {each.stem for fact in rebuilt.facts for each in fact.questions}
