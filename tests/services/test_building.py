"""An article becomes a bank only by what its teacher accepts; a review can be left, taken back and gone on with."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.bank.reading.read import read_bank
from quizapp.bank.reading.tree import MOST_NAMES
from quizapp.bank.rebuilding.rebuild import Fate
from quizapp.services import library
from quizapp.services.errors import NotThere, Refused
from quizapp.services.library.listing import FACTS_IN_A_PART, list_differences, list_facts
from quizapp.services.library.passages import AROUND
from quizapp.services.person import Person
from quizapp.store import Bank, Build, BuildStep, reading
from tests.fixtures.site import STRAIT
from tests.services.reviews import (
    ARTICLE,
    DICE,
    NOW,
    accept_all,
    make_person,
    open_keys,
    publish,
    read_published,
    start,
)

HANDWRITTEN = b"""title: By hand
facts:
  - statement: Ada Bright commanded the Coastal Fleet.
    questions:
      - type: text
        stem: Who commanded the Coastal Fleet?
        key: Ada Bright
"""


@pytest.fixture(autouse=True)
def _inside(app: Flask):
    with app.app_context():
        yield


@pytest.fixture
def teacher() -> Person:
    return make_person("Tess")


def _look(person: Person, build_id: str, key: str) -> tuple[str, str]:
    """The YAML of a drafted fact, and its stamp."""
    found = library.find_piece(library.read_state(person, build_id), key)
    return found.text, found.seen


def _rows(table: type) -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.both
def test_what_is_accepted_and_nothing_else_is_published(teacher: Person):
    build_id = start(teacher, url="https://example.org/strait", licence="CC0")
    first, second, third, *rest = open_keys(teacher, build_id)
    library.decide(teacher, build_id, first, "accepted")
    library.decide(teacher, build_id, second, "rejected")
    library.decide(teacher, build_id, third, "accepted")
    assert _rows(Bank) == 0
    draft_id = library.open_built(teacher, build_id, NOW, DICE)
    seen = library.look_at_draft(teacher, draft_id).seen
    published, _ = library.publish_draft(teacher, draft_id, seen, NOW)
    bank = library.look_at_own_bank(teacher, published.bank_key, "", 1)
    assert {fact.key for fact in bank.facts} == {first, third}
    assert (bank.row.audience, bank.row.source_licence) == ("owner", "CC0")
    assert open_keys(teacher, build_id) == tuple(rest)


@pytest.mark.both
def test_verdicts_of_two_windows_are_both_kept_and_taken_back_the_last_first(teacher: Person):
    build_id = start(teacher)
    first, second, third, *_ = open_keys(teacher, build_id)
    for key in (second, first, third):
        library.decide(teacher, build_id, key, "accepted")
    library.decide(teacher, build_id, first, "rejected")
    library.decide(teacher, build_id, first, "rejected")  # pressed twice: one step
    taken = [library.take_back(teacher, build_id)[0] for _ in range(3)]
    assert taken == [first, third, first]
    verdicts = library.read_state(teacher, build_id).verdicts
    assert [verdicts[key] for key in (first, second, third)] == ["open", "accepted", "open"]
    assert [library.take_back(teacher, build_id)[0] for _ in range(2)] == [second, ""]


@pytest.mark.both
def test_all_of_high_confidence_are_accepted_at_once_and_taken_back_at_once(teacher: Person):
    build_id = start(teacher)
    before = library.read_state(teacher, build_id)
    library.decide(teacher, build_id, before.sure_keys[0], "rejected")
    accepted = library.accept_sure(teacher, build_id)
    state = library.read_state(teacher, build_id)
    assert accepted == len(before.sure_keys) - 1 > 3
    assert state.keys_of("accepted") == before.sure_keys[1:]
    assert all(state.notes.facts[key].is_sure for key in state.keys_of("accepted"))
    library.take_back(teacher, build_id)
    assert library.read_state(teacher, build_id).keys_of("accepted") == ()
    assert library.read_state(teacher, build_id).keys_of("rejected") == before.sure_keys[:1]


def test_an_edited_fact_is_what_is_published(teacher: Person):
    build_id = start(teacher)
    key = open_keys(teacher, build_id)[0]
    piece, seen = _look(teacher, build_id, key)
    edited = piece.replace("stem: ", "stem: Teacher asks, ", 1)
    library.edit_fact(teacher, build_id, key, seen, edited, "It is so.")
    library.decide(teacher, build_id, key, "accepted")
    text = library.write_accepted(library.read_state(teacher, build_id))
    (fact,) = read_bank(text.encode(), "x.yaml").bank.facts
    assert (fact.id, fact.statement) == (key, "It is so.")
    assert fact.questions[0].stem.startswith("Teacher asks, ")
    library.restore_drafted(teacher, build_id, key)
    assert _look(teacher, build_id, key)[0] == piece
    assert library.read_state(teacher, build_id).verdicts[key] == "accepted"


def test_an_edit_with_problems_says_where_and_changes_nothing(teacher: Person):
    build_id = start(teacher)
    key = open_keys(teacher, build_id)[0]
    piece, seen = _look(teacher, build_id, key)
    with pytest.raises(library.Unclear) as unclear:
        library.edit_fact(teacher, build_id, key, seen, piece.replace("stem:", "steam:", 1), "So.")
    line = next(number for number, line in enumerate(piece.splitlines(), 1) if "stem:" in line)
    assert line in [shown.number for problem in unclear.value.problems for shown in problem.lines]
    with pytest.raises(library.Unstated):
        library.edit_fact(teacher, build_id, key, seen, piece, "  ")
    with pytest.raises(Refused, match="keeps its id"):
        library.edit_fact(teacher, build_id, key, seen, piece.replace(f"id: {key}", "id: another"), "So.")
    with pytest.raises(Refused, match="nothing in the field"):
        library.edit_fact(teacher, build_id, key, seen, " ", "So.")
    with pytest.raises(library.Outdated):
        library.edit_fact(teacher, build_id, key, "0" * 16, piece, "So.")
    assert _rows(BuildStep) == 0


def test_one_question_is_left_out_but_never_the_last(teacher: Person):
    build_id = start(teacher)
    state = library.read_state(teacher, build_id)
    number = next(number for number, fact in enumerate(state.facts, 1) if len(fact.questions) > 1)
    fact = state.facts[number - 1]

    def see() -> str:
        shown = library.look_at_review(teacher, build_id, number).fact
        assert shown is not None
        return shown.seen

    for _ in fact.questions[1:]:
        seen = see()
        library.leave_out_drafted(teacher, build_id, str(fact.id), 1, seen)
        with pytest.raises(library.Outdated):  # pressed twice
            library.leave_out_drafted(teacher, build_id, str(fact.id), 1, seen)
    now = next(each for each in library.read_state(teacher, build_id).bank.facts if each.id == fact.id)
    assert now.questions == fact.questions[-1:]
    with pytest.raises(Refused, match="reject the fact instead"):
        library.leave_out_drafted(teacher, build_id, str(fact.id), 1, see())
    with pytest.raises(NotThere):
        library.leave_out_drafted(teacher, build_id, str(fact.id), 2, see())


def test_a_question_with_a_flaw_is_shown_with_it_and_not_accepted_unseen(teacher: Person):
    build_id = start(teacher)
    state = library.read_state(teacher, build_id)
    key = state.sure_keys[0]
    piece, seen = _look(teacher, build_id, key)
    stem = "What was not a barricade, on 4 May 1986 or 5 May 1986?"
    doubtful = f"{piece}\n  - type: text\n    stem: {stem}\n    key: wall"
    library.edit_fact(teacher, build_id, key, seen, doubtful, "It is so.")
    review = library.look_at_review(teacher, build_id, state.open_keys.index(key) + 1)
    assert len(review.fact.questions[-1].flaws) >= 1
    assert key not in library.read_state(teacher, build_id).sure_keys
    spoiled = doubtful.replace("key: wall", "key: barricade")
    piece, seen = _look(teacher, build_id, key)
    with pytest.raises(library.Unclear, match="stands in the stem"):
        library.edit_fact(teacher, build_id, key, seen, spoiled, "It is so.")


def test_a_review_belongs_to_its_teacher(teacher: Person):
    build_id, other = start(teacher), make_person("Otto")
    key = open_keys(teacher, build_id)[0]
    for attempt in (
        lambda: library.look_at_review(other, build_id, 1),
        lambda: library.decide(other, build_id, key, "accepted"),
        lambda: library.accept_sure(other, build_id),
        lambda: library.take_back(other, build_id),
        lambda: library.open_built(other, build_id, NOW, DICE),
        lambda: library.decide(teacher, build_id, "another-fact", "accepted"),
        lambda: library.decide(teacher, build_id, key, "maybe"),
        lambda: library.look_at_review(teacher, build_id, 10_000),
    ):
        with pytest.raises(NotThere):
            attempt()
    library.discard_build(other, build_id)
    assert len(library.list_builds(teacher)) == 1
    assert _rows(BuildStep) == 0


@pytest.mark.both
def test_a_discarded_review_is_gone_with_its_verdicts(teacher: Person):
    build_id = start(teacher)
    library.decide(teacher, build_id, open_keys(teacher, build_id)[0], "accepted")
    (row,) = library.list_builds(teacher)
    assert row.left == row.total - 1
    library.discard_build(teacher, build_id)
    assert (_rows(Build), _rows(BuildStep)) == (0, 0)


def test_a_text_without_a_fact_says_what_is_expected(teacher: Person):
    with pytest.raises(library.NothingFound, match="give an article in English with whole sentences"):
        start(teacher, "hello there")
    with pytest.raises(Refused, match="there is no article"):
        start(teacher, " \n")
    with pytest.raises(Refused, match="a text of more than 2,000,000 characters is not read"):
        start(teacher, "x" * 2_000_001)
    with pytest.raises(Refused, match="an article of more than 400,000 characters is not read"):
        start(teacher, "Nobody knows of any battle here at all. " * 11_000)
    with pytest.raises(Refused, match="not the address of a page"):
        start(teacher, url="javascript:alert(1)")
    with pytest.raises(Refused, match="this is no text"):
        library.read_given(b"\x89PNG\x00\x00")
    assert _rows(Build) == 0


def test_what_is_not_said_on_a_long_page_does_not_count(teacher: Person):
    markup = '<div class="navbox"><a href="/wiki/Bay" title="A bay of that time">x</a></div>' * 8_000
    page = f"<h1>The strait</h1><p>On 4 May 1986, the Marran Army captured the port of Lamar.</p>{markup}"
    assert len(page) > 500_000
    assert open_keys(teacher, start(teacher, page))


def test_the_licence_of_wikipedia_is_known_and_what_is_typed_comes_first(teacher: Person):
    address = "https://en.wikipedia.org/wiki/Lamar"
    for fields, licence in (
        ({"url": address}, "CC BY-SA 4.0"),
        ({"url": address, "licence": "mine"}, "mine"),
        ({"url": "https://example.org/wiki/Lamar"}, ""),
        ({}, ""),
    ):
        build_id = start(teacher, **fields)
        source = library.read_state(teacher, build_id).bank.source
        assert (source.licence if source else "") == licence


@pytest.mark.both
def test_a_damaged_text_is_kept_and_shown_on_both_databases(teacher: Person):
    damaged = ARTICLE.replace("June", "June\x00", 1) + "\n\ud800 \ufffd \u202e half a letter"
    build_id = start(teacher, damaged.encode("utf-8", "replace").decode())
    assert library.look_at_review(teacher, build_id, None, library.View(whole=True)).total > 3


def test_the_sentence_of_a_fact_is_marked_and_sentences_of_reviewed_facts_are_dotted(teacher: Person):
    build_id = start(teacher)
    review = library.look_at_review(teacher, build_id, None, library.View(whole=True))
    number = next(
        each.number
        for each in review.facts.facts
        if library.look_at_review(teacher, build_id, each.number).passages[0].paragraphs
        and not library.read_state(teacher, build_id).bank.facts[each.number - 1].mentions
    )
    shown = library.look_at_review(teacher, build_id, number)
    fact = library.read_state(teacher, build_id).bank.facts[number - 1]
    marked = [
        piece
        for each in shown.passages
        for several in each.paragraphs
        for piece in several
        if piece.is_marked
    ]
    assert [piece.number for piece in marked] == [fact.evidence.sentence]
    assert not any(piece.is_used for piece in marked)
    library.decide(teacher, build_id, str(fact.id), "rejected")
    again = library.look_at_review(teacher, build_id, number)
    used = [
        piece for each in again.passages for several in each.paragraphs for piece in several if piece.is_used
    ]
    assert [piece.text for piece in used] == [piece.text for piece in marked]


def test_a_review_is_gone_on_with_at_the_first_open_fact(teacher: Person):
    build_id = start(teacher)
    first, second, third, *_ = open_keys(teacher, build_id)
    library.decide(teacher, build_id, first, "accepted")
    library.decide(teacher, build_id, third, "accepted")
    assert library.look_at_review(teacher, build_id, None).fact.key == second
    assert library.find_next(teacher, build_id, second) == 4
    for key in open_keys(teacher, build_id):
        library.decide(teacher, build_id, key, "rejected")
    done = library.look_at_review(teacher, build_id, None)
    assert (done.fact, done.left, done.accepted) == (None, 0, 2)


def test_every_article_of_ours_can_be_reviewed_from_end_to_end(teacher: Person):
    for path in sorted(Path(STRAIT.parent).glob("*")):
        if path.suffix in (".txt", ".wiki", ".html"):
            build_id = start(teacher, library.read_given(path.read_bytes()))
            for number in range(1, library.look_at_review(teacher, build_id, None).total + 1):
                assert library.look_at_review(teacher, build_id, number).fact.questions
            library.accept_sure(teacher, build_id)
            assert library.open_built(teacher, build_id, NOW, DICE)


# Building again


@pytest.mark.both
def test_built_again_only_what_is_changed_or_new_is_left_to_review(teacher: Person):
    first = start(teacher)
    accept_all(teacher, first)
    key = publish(teacher, first)
    before = read_published(teacher, key)
    again = start(teacher, bank_key=key)
    review = library.look_at_review(teacher, again, None)
    assert (review.left, review.fact, review.fates) == (0, None, (("same", len(before)),))
    edited = ARTICLE.replace("52+ killed", "61+ killed").replace(
        "== Aftermath ==", "On 13 June, the Coastal Fleet captured Sarn Island.\n\n== Aftermath =="
    )
    again = start(teacher, edited, bank_key=key)
    review = library.look_at_review(teacher, again, None)
    fates = dict(review.fates)
    assert fates["changed"] >= 1
    assert fates["new"] >= 1
    assert review.left == fates["changed"] + fates["new"]
    assert fates["same"] + fates.get("moved", 0) > len(before) / 2
    different = library.look_at_review(teacher, again, 0).different.facts
    changed = next(each for each in different if each.fate == "changed" and "61" in each.statement)
    assert "52" in changed.before
    assert read_published(teacher, publish(teacher, again)) == before, "what is not reviewed stays as it is"
    accept_all(teacher, again)
    after = read_published(teacher, publish(teacher, again))
    assert len(after) == len(before) + fates["new"] - fates.get("retired", 0)
    assert any("61" in statement for statement in after.values())
    assert any("Sarn Island" in statement for statement in after.values())


def test_the_same_article_given_anew_is_built_again_and_keeps_what_was_edited(teacher: Person):
    first = start(teacher)
    accept_all(teacher, first)
    key = publish(teacher, first)
    again = start(teacher)
    assert library.find_build(teacher, again).bank_id is not None
    assert library.look_at_review(teacher, again, None).left == 0
    assert publish(teacher, again) == key


def test_an_article_never_takes_the_place_of_a_bank_that_was_not_built_from_one(teacher: Person):
    content = b"id: 1986-lamar-strait-offensive\n" + HANDWRITTEN
    draft_id = library.open_draft(teacher, content, "own.yaml", NOW, DICE)
    seen = library.look_at_draft(teacher, draft_id).seen
    by_hand = library.publish_draft(teacher, draft_id, seen, NOW)[0].bank_key
    assert by_hand == "1986-lamar-strait-offensive"
    build_id = start(teacher)
    assert library.find_build(teacher, build_id).bank_id is None
    library.accept_sure(teacher, build_id)
    assert publish(teacher, build_id) == "1986-lamar-strait-offensive-article"
    other = make_person("Otto")
    theirs = start(other)
    library.accept_sure(other, theirs)
    assert publish(other, theirs) == "1986-lamar-strait-offensive-article-2"


def test_two_articles_without_a_title_are_two_banks(teacher: Person):
    keys = []
    for town in ("Quux", "Corge"):
        build_id = start(teacher, f"On 4 May 1901, the Barian army captured the town of {town}.")
        accept_all(teacher, build_id)
        keys.append(publish(teacher, build_id))
    assert keys == ["article", "article-article"]


def test_a_rejected_change_leaves_the_fact_and_a_rejected_fact_is_not_offered_again(teacher: Person):
    first = start(teacher)
    out, *rest = open_keys(teacher, first)
    library.decide(teacher, first, out, "rejected")
    for each in rest:
        library.decide(teacher, first, each, "accepted")
    key = publish(teacher, first)
    before = read_published(teacher, key)
    edited = ARTICLE.replace("52+ killed", "61+ killed")
    again = start(teacher, edited, bank_key=key)
    state = library.read_state(teacher, again)
    assert out not in state.verdicts
    for each in state.open_keys:
        library.decide(teacher, again, each, "rejected")
    assert read_published(teacher, publish(teacher, again)) == before
    third = library.look_at_review(teacher, start(teacher, edited, bank_key=key), None)
    assert third.left == 0, "what was rejected once is not asked about again"


def test_what_a_teacher_edits_in_the_bank_between_is_kept(teacher: Person):
    first = start(teacher)
    accept_all(teacher, first)
    key = publish(teacher, first)
    again = start(teacher, ARTICLE.replace("52+ killed", "61+ killed"), bank_key=key)
    _, text = library.download_bank(teacher, key)
    stem = next(line for line in text.splitlines() if line.strip().startswith("stem: "))
    mended = text.replace(stem, stem.replace("stem: ", "stem: Teacher asks, "), 1)
    library.publish_bank(mended.encode(), "x.yaml", owner=teacher, now=NOW, bank_key=key)
    accept_all(teacher, again)
    publish(teacher, again)
    assert "Teacher asks, " in library.download_bank(teacher, key)[1]


def test_only_a_bank_of_ones_own_is_built_again(teacher: Person):
    build_id, other = start(teacher), make_person("Otto")
    library.accept_sure(teacher, build_id)
    key = publish(teacher, build_id)
    with pytest.raises(NotThere):
        start(other, bank_key=key)
    with pytest.raises(NotThere):
        start(teacher, bank_key="no-such-bank")


def _write_long_article() -> str:
    """An article of 300 sentences with another general, town and day in each."""
    starts = (
        "Bar",
        "Cel",
        "Dir",
        "Fon",
        "Gum",
        "Kar",
        "Lel",
        "Mir",
        "Nor",
        "Pul",
        "Rav",
        "Sel",
        "Tir",
        "Von",
        "Zul",
    )
    names = [
        begun + ended
        for begun in starts
        for ended in [
            "now",
            "sk",
            "ada",
            "tra",
            "by",
            "den",
            "lim",
            "mar",
            "nik",
            "pov",
            "ruk",
            "sin",
            "tov",
            "vin",
            "zek",
        ]
    ]
    names += [f"{name}ine" for name in names]
    told = (
        f"General {names[at]} captured {names[at]}burg from the Romans on {at % 28 + 1} May {1500 + at}."
        for at in range(300)
    )
    return f"The long war\n\n{' '.join(told)}"


def test_an_article_with_more_facts_than_a_group_has_names_is_reviewed_like_any_other(teacher: Person):
    build_id = start(teacher, _write_long_article())
    state = library.read_state(teacher, build_id)
    assert len(state.bank.built) > MOST_NAMES
    total = len(state.facts)
    parts = [list_facts(state, "", number, None) for number in range(1, -(-total // FACTS_IN_A_PART) + 1)]
    assert [each.number for part in parts for each in part.facts] == [*range(1, total + 1)]
    review = library.look_at_review(teacher, build_id, 100)
    assert 100 in [each.number for each in review.facts.facts]
    assert (review.facts.number, review.facts.parts, review.facts.found) == (3, len(parts), total)
    (passage,) = review.passages
    assert 1 < sum(map(len, passage.paragraphs)) <= 2 * AROUND + 1, "all of it is one section"
    found = list_facts(state, " ".join(reversed(review.fact.statement.split())), 9, None)
    assert [each.number for each in found.facts] == [100]
    keys = [str(each.id) for each in state.facts]
    fates = {**dict.fromkeys(keys, Fate.SAME), keys[7]: Fate.NEW}
    notes = replace(state.notes, fates=fates, retired=tuple(keys))
    first, last = (list_differences(replace(state, notes=notes), part) for part in (1, 99))
    assert [each.number for each in first.facts][:3] == [8, 0, 0]
    assert (last.found, last.number, last.facts[-1].statement) == (total + 1, last.parts, keys[-1])
    changed = replace(state, notes=replace(notes, fates=dict.fromkeys(keys, Fate.CHANGED)), former=state.bank)
    assert [each.before for each in list_differences(changed, 1).facts[:2]] == ["", ""], "they say the same"
    gone = list_differences(replace(changed, former=None), 1).facts[0]
    assert (gone.number, gone.before) == (1, "taken out of the bank since")
    assert library.accept_sure(teacher, build_id) > MOST_NAMES
    assert library.look_at_review(teacher, build_id, None).accepted > MOST_NAMES
    assert len(read_published(teacher, publish(teacher, build_id))) > MOST_NAMES
