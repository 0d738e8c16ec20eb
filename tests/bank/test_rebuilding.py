"""A bank that is built again from an edited article: ids stay, and so does what a teacher wrote."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.bank.reading.read import read_bank
from quizapp.bank.rebuilding.building import build_bank
from quizapp.bank.rebuilding.rebuild import Fate, Rebuilt, rebuild
from quizapp.bank.rebuilding.recognising import match_built
from quizapp.bank.schema import Bank, Evidence, Fact
from quizapp.bank.write import write_bank
from quizapp.questions.text import Text
from quizapp.writing.drafting import draft_questions
from tests.bank.edited_articles import edit_everywhere

ROOT = Path(__file__).parents[2]
HASTINGS = (ROOT / "questions/articles/battle-of-hastings.txt").read_text(encoding="utf-8")
EDITS = list(edit_everywhere(HASTINGS))


@cache
def build(text: str = HASTINGS) -> Bank:
    article = read_article(text)
    return build_bank(draft_questions(article, find_facts(article)))


def again(former: Bank, text: str = HASTINGS) -> Rebuilt:
    return rebuild(build(text), former)


def fates(rebuilt: Rebuilt) -> Counter[Fate]:
    return Counter(each.fate for each in rebuilt.outcomes)


def stored(bank: Bank) -> Bank:
    """The bank as it comes back from its file."""
    found = read_bank(write_bank(bank).encode(), "x.yaml", judging=False).bank
    assert found is not None
    return found.model_copy(update={"id": None})


def edited(bank: Bank, number: int, **update: object) -> Bank:
    facts = list(bank.facts)
    facts[number] = facts[number].model_copy(update=update)
    return bank.model_copy(update={"facts": tuple(facts)})


LANDING = "On 28 September 1066, William landed"
LATER = LANDING.replace("28", "29")
ABBEY = "In 1070, William founded Battle Abbey at the place of the battle. "


def find_number(bank: Bank, words: str) -> int:
    """The number of the first fact whose evidence has these words."""
    return next(
        place for place, fact in enumerate(bank.facts) if fact.evidence and words in fact.evidence.quote
    )


def find_id(words: str) -> str:
    return str(build().facts[find_number(build(), words)].id)


def says(fact: Fact) -> tuple[str, str, str]:
    return (fact.statement, fact.evidence.quote if fact.evidence else "", fact.questions[0].answer())


def count_kept(sentence: str, text: str) -> tuple[int, int]:
    """How many facts of untouched sentences keep their id, and how many there are."""
    before, after = build(), again(build(), text).bank
    now = {says(fact): fact.id for fact in after.facts}
    untouched = [
        fact
        for fact in before.facts
        if says(fact) in now and fact.evidence and (not sentence or fact.evidence.quote not in sentence)
    ]
    return sum(now[says(fact)] == fact.id for fact in untouched), len(untouched)


@pytest.mark.parametrize("kind", ["typo", "number", "inserted", "moved", "paragraphs"])
def test_untouched_facts_keep_their_id(kind: str) -> None:
    edits = [(sentence, text) for name, sentence, text in EDITS if name == kind][::6]
    counted = [count_kept(sentence, text) for sentence, text in edits]
    kept, all_ = sum(each[0] for each in counted), sum(each[1] for each in counted)
    assert all_ > 20 * len(edits) > 0
    assert kept >= 0.99 * all_


def test_the_same_article_gives_the_same_bytes() -> None:
    former = stored(build())
    rebuilt = again(former)
    assert write_bank(rebuilt.bank) == write_bank(former)
    assert fates(rebuilt) == {Fate.SAME: len(former.facts)}
    assert not any(each.is_edited for each in rebuilt.outcomes)


def test_a_changed_number_changes_the_fact_and_not_its_id() -> None:
    landing = find_id(LANDING)
    rebuilt = again(build(), HASTINGS.replace(LANDING, LATER))
    assert landing in {each.id for each in rebuilt.outcomes if each.fate is Fate.CHANGED}
    (fact,) = (each for each in rebuilt.bank.facts if each.id == landing)
    assert "29 September" in fact.statement
    assert {each.id for each in rebuilt.bank.facts} >= {each.id for each in build().facts if each.evidence}


def test_a_sentence_put_in_before_moves_facts_and_changes_none() -> None:
    assert "In 1070" in HASTINGS
    rebuilt = again(build(), HASTINGS.replace("In 1070", "The winter was very cold. In 1070"))
    assert set(fates(rebuilt)) <= {Fate.SAME, Fate.MOVED}
    assert find_id("Battle Abbey") in {each.id for each in rebuilt.outcomes if each.fate is Fate.MOVED}


def test_a_fact_that_the_article_no_longer_states_is_retired_and_its_id_never_given_again() -> None:
    abbey = find_id("Battle Abbey")
    rebuilt = again(build(), HASTINGS.replace(ABBEY, ""))
    assert abbey in {each.id for each in rebuilt.outcomes if each.fate is Fate.RETIRED}
    assert abbey not in {fact.id for fact in rebuilt.bank.facts}
    other = HASTINGS.replace(ABBEY, "In 1078, William founded the White Tower in London. ")
    assert abbey in {fact.id for fact in build(other).facts}
    assert abbey not in {fact.id for fact in again(stored(rebuilt.bank), other).bank.facts}


def test_a_retired_fact_that_comes_back_has_its_id_again() -> None:
    without = again(build(), HASTINGS.replace(ABBEY, "")).bank
    assert find_id("Battle Abbey") in {fact.id for fact in again(stored(without)).bank.facts}


def test_a_teachers_words_stay_while_the_rest_of_the_fact_is_built_anew() -> None:
    number, said = find_number(build(), LANDING), "William came ashore."
    former = stored(edited(build(), number, statement=said))
    rebuilt = again(former, HASTINGS.replace(LANDING, LATER))
    (fact,) = (each for each in rebuilt.bank.facts if each.id == find_id(LANDING))
    assert fact.statement == said
    assert fact.questions != former.facts[number].questions
    assert again(stored(rebuilt.bank)).bank.facts[number].statement == said


def test_a_question_that_a_teacher_changed_added_or_took_out_stays_so() -> None:
    number = next(place for place, fact in enumerate(build().facts) if len(fact.questions) > 2)
    first, second, *rest = build().facts[number].questions
    mine = first.model_copy(update={"stem": "What would I ask myself?"})
    own = second.model_copy(update={"stem": "What else?", "id": "my-own"})
    former = stored(edited(build(), number, questions=(mine, *rest, own)))
    assert again(former).bank.facts[number].questions == (mine, *rest, own)
    for _, _, text in EDITS[::11]:
        kept = [each.stem for fact in again(former, text).bank.facts for each in fact.questions]
        assert {"What would I ask myself?", "What else?"} <= set(kept)


def test_a_fact_that_a_teacher_left_out_stays_out_and_one_of_their_own_stays_in() -> None:
    own = Fact.model_validate(
        {
            "id": "mine",
            "statement": "I was there.",
            "questions": [{"type": "text", "stem": "Who was there?", "key": "I"}],
        }
    )
    former = stored(build().model_copy(update={"facts": (*build().facts[1:], own)}))
    rebuilt = again(former)
    assert [fact.id for fact in rebuilt.bank.facts] == [fact.id for fact in former.facts]
    assert [fact.id for fact in again(stored(rebuilt.bank)).bank.facts] == [fact.id for fact in former.facts]


def test_what_a_teacher_changed_is_kept_although_the_article_does_not_state_it_any_more() -> None:
    number, abbey = find_number(build(), "Battle Abbey"), find_id("Battle Abbey")
    former = stored(edited(build(), number, statement="He founded an abbey."))
    rebuilt = again(former, HASTINGS.replace(ABBEY, ""))
    (outcome,) = (each for each in rebuilt.outcomes if each.id == abbey)
    assert (outcome.fate, outcome.is_edited) == (Fate.RETIRED, True)
    assert abbey in {fact.id for fact in rebuilt.bank.facts}


def test_entries_that_nobody_built_are_passed_over() -> None:
    former = build().model_copy(update={"built": {"landed-william": "x", "": "", "other": "retired"}})
    rebuilt = again(former)
    assert {fact.id for fact in rebuilt.bank.facts} == {fact.id for fact in former.facts}


def test_a_sequence_keeps_its_id_when_most_of_its_events_stay() -> None:
    """The facts that a sequence is made of say which it is, whatever it is built with beside it."""
    (place, sequence), *_ = (
        (at, fact) for at, fact in enumerate(build().facts) if fact.questions[0].type == "order"
    )
    key = {"type": "text", "stem": "What came first?", "key": "That"}
    other = Fact.model_validate({"id": "x", "statement": "First that, then this.", "questions": [key]})
    former = edited(
        build(), place, **{**dict(other), "id": "order-of-events-7", "mentions": sequence.mentions}
    )
    made = {
        ("order-of-events-7" if name == sequence.id else name): entry for name, entry in build().built.items()
    }
    more = sequence.model_copy(update={"id": "order-of-events-2", "mentions": sequence.mentions[:1]})
    facts = build().facts
    new = build().model_copy(update={"facts": (*facts[:place], more, *facts[place:])})
    rebuilt = rebuild(new, former.model_copy(update={"built": made}))
    assert rebuilt.names[str(sequence.id)] == "order-of-events-7"
    assert rebuilt.names["order-of-events-2"] == "order-of-events-2"


def _state(id_: str, statement: str, quote: str, answer: str) -> Fact:
    question = Text(type="text", stem=f"What about {answer}?", key=answer)
    evidence = Evidence(section="Battle", sentence=1, quote=quote)
    return Fact(id=id_, statement=statement, evidence=evidence, questions=(question,))


def test_a_fact_whose_rule_names_it_otherwise_now_is_known_by_its_words() -> None:
    was = _state("date-harlow", "The Battle of Harlow began on 3 May 1712.", "3-5 May", "3 May 1712")
    now = _state("start-date-harlow", "The Battle of Harlow Ford began on 3 May 1712.", "May", "1712-05-03")
    assert match_built([now], [was]) == [0]


def test_facts_that_are_said_anew_are_known_by_their_sentences() -> None:
    mill, ford = "Pell held the old mill by the river.", "Vane burned the long bridge at dawn."
    olds = [_state("held-1", "The mill was Pell's.", mill, "Pell"), _state("held-2", "A fire!", ford, "Vane")]
    news = [
        _state("held-3", "Nobody crossed.", ford.replace("long ", ""), "Ida Vane"),
        _state("held-4", "Who was there?", mill.replace("old ", ""), "Jon Pell"),
    ]
    assert match_built(news, olds) == [1, 0]


def test_a_fact_that_turns_another_round_is_not_taken_for_it() -> None:
    old = _state("combatant-1", "The Uplanders fought against Marl.", "Uplands", "Uplanders")
    new = _state("combatant-2", "Marl fought against the Uplanders.", "Marl", "Marl")
    assert match_built([new], [old]) == [None]
