"""Publishing keeps every row that memory hangs on; drafts are checked before anything reaches a student."""

import random
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.services import library
from quizapp.services.errors import NotThere, Refused
from quizapp.services.person import Person
from quizapp.store import (
    Account,
    Bank,
    Card,
    Draft,
    Fact,
    Mention,
    Question,
    QuestionVersion,
    reading,
    writing,
)

NOW = 1_764_072_000_000
MAYADIN = (
    b"title: T\nfacts:\n- {statement: Mayadin fell., id: ID, questions: [{type: card, stem: A, key: B}]}\n"
)


@pytest.fixture(autouse=True)
def _inside(app: Flask):
    with app.app_context():
        yield


def _person(name: str, role: str = "teacher") -> Person:
    with writing() as session:
        account = Account(name=name, name_key=name.casefold(), role=role, created_at=NOW, seen_at=NOW)
        session.add(account)
        session.flush()
        return Person(account.id, name, role, "UTC", 10, 12, 0.9)


@pytest.fixture
def teacher() -> Person:
    return _person("Tess")


@pytest.fixture
def other() -> Person:
    return _person("Otto")


@pytest.fixture
def admin() -> Person:
    return _person("Ada", "admin")


@pytest.fixture
def student() -> Person:
    return _person("Sam", "student")


def _file(questions: int = 40, **changes: str) -> bytes:
    """A bank of twenty facts with two questions each; ``changes`` put other words into a stem (q7="...")."""
    lines = ["title: Towns of the Euphrates", "facts:"]
    for fact in range(questions // 2):
        lines.append(f"  - statement: {NAMES[fact]} is a town on the river.")
        lines.append(f"    topic: {'Upper' if fact < 10 else 'Lower'} river")
        lines.append("    questions:")
        for kind in (0, 1):
            stem = changes.get(f"q{2 * fact + kind}") or f"Which town number {fact} is meant here ({kind})?"
            lines.append("      - type: " + ("choice" if kind == 0 else "text"))
            lines.append(f"        stem: {stem}")
            lines.append(f"        key: {NAMES[fact]}")
            if kind == 0:
                lines.append("        distractors: [Paris, Rome]")
    return "\n".join(lines).encode()


NAMES = [
    "Mayadin",
    "Raqqa",
    "Halabiye",
    "Zalabiye",
    "Dura",
    "Mari",
    "Ana",
    "Hit",
    "Haditha",
    "Ramadi",
    "Falluja",
    "Karbala",
    "Hilla",
    "Kufa",
    "Najaf",
    "Diwaniya",
    "Samawa",
    "Nasiriya",
    "Birecik",
    "Halfeti",
]


def _rows(table) -> dict:
    with reading() as session:
        return {row.key: (row.id, row.is_retired) for row in session.scalars(select(table))}


def _questions() -> dict[str, tuple]:
    with reading() as session:
        found = session.scalars(select(Question))
        return {row.key: (row.id, row.fact_id, row.version, row.is_retired) for row in found}


def _learn(person: Person, count: int = 5) -> None:
    with writing() as session:
        for fact_id in session.scalars(select(Fact.id).order_by(Fact.id).limit(count)):
            card = Card(account_id=person.id, fact_id=fact_id, stability=9.0, difficulty=5.0)
            card.last_day, card.due_day, card.reviews = 739_000, 739_012, 1
            card.newest_at, card.newest_key = NOW, f"{fact_id}"
            session.add(card)


def _dues() -> dict[tuple[int, int], int | None]:
    with reading() as session:
        return {(card.account_id, card.fact_id): card.due_day for card in session.scalars(select(Card))}


def _publish(content: bytes, name: str = "towns.yaml", **terms) -> library.Published:
    given = {"owner": None, "audience": "everybody", "now": NOW} | terms
    return library.publish_bank(content, name, **given)


# --- publishing ---------------------------------------------------------------------------------------


@pytest.mark.both
def test_a_new_bank_gets_permanent_ids_in_its_rows_and_in_its_text():
    published = _publish(_file())
    assert published.bank_key == "towns"
    assert published.is_new
    assert len(published.changes.new) == 40
    with reading() as session:
        bank = session.scalar(select(Bank))
        versions = session.scalar(select(func.count()).select_from(QuestionVersion))
    assert versions == 40
    assert bank.text.count(" id: ") == 60
    assert "id: towns\n" in bank.text


def test_five_typos_in_forty_questions_change_five_and_move_no_due_day(student):
    _publish(_file())
    _learn(student, 20)
    rows, dues = _rows(Fact), _dues()
    before = _questions()
    typos = {
        f"q{number}": f"Which towm number {number // 2} is meant here ({number % 2})?"
        for number in (0, 7, 12, 25, 39)
    }
    published = _publish(_file(**typos))
    changes = published.changes
    assert (len(changes.new), len(changes.changed), len(changes.same), len(changes.gone)) == (0, 5, 35, 0)
    assert _rows(Fact) == rows
    assert _dues() == dues
    after = _questions()
    assert {key: row[:2] for key, row in after.items()} == {key: row[:2] for key, row in before.items()}
    assert sorted(row[2] for row in after.values()) == [1] * 35 + [2] * 5
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(QuestionVersion)) == 45


def test_the_same_file_again_writes_nothing():
    _publish(_file())
    with reading() as session:
        before = session.scalar(select(Bank))
    again = _publish(_file(), now=NOW + 1000)
    assert again.was_same
    assert not again.changes
    with reading() as session:
        after = session.scalar(select(Bank))
    assert (after.version, after.published_at, after.text) == (
        before.version,
        before.published_at,
        before.text,
    )


def test_its_own_download_changes_nothing_either():
    _publish(_file())
    with reading() as session:
        text = session.scalar(select(Bank.text))
    assert _publish(text.encode(), "another-name.yaml").was_same


def test_what_the_builder_made_stays_in_the_text_and_makes_no_change():
    built = _file() + b"\nbuilt:\n  fact-1: 12345678 12345678 text:12345678\n"
    _publish(built)
    with reading() as session:
        text = session.scalar(select(Bank.text))
    assert "fact-1: 12345678 12345678 text:12345678" in text
    assert _publish(built).was_same


def test_a_question_that_is_surely_flawed_is_not_published():
    with pytest.raises(library.Unreadable) as told:
        _publish(b"title: T\nquestions:\n  - {type: text, stem: When was the war of 1914?, key: '1914'}\n")
    (problem,) = told.value.problems
    assert (problem.line, problem.message.partition(";")[0]) == (
        3,
        '"1914" is the key and stands in the stem or a hint',
    )


@pytest.mark.both
def test_what_left_the_file_is_retired_and_comes_back_with_its_row():
    _publish(_file(40))
    before = _rows(Fact)
    gone = _publish(_file(38))
    assert len(gone.changes.gone) == 2
    retired = {key: row for key, row in _rows(Fact).items() if row[1]}
    assert len(retired) == 1
    assert sum(row[3] for row in _questions().values()) == 2
    back = _publish(_file(40))
    assert len(back.changes.new) == 2
    assert _rows(Fact) == before
    assert all(row[2] == 1 for row in _questions().values())


def test_a_new_question_never_takes_the_row_of_a_retired_one():
    first = (
        b"title: T\nfacts:\n- statement: A fact of the river.\n  id: f\n"
        b"  questions:\n  - {type: text, stem: What flows, key: water}\n"
    )
    _publish(first + b"  - {type: text, stem: Which way, key: south}\n", "t.yaml")
    _publish(first, "t.yaml")
    _publish(first + b"  - {type: date, stem: Since when, key: '1066'}\n", "t.yaml")
    with reading() as session:
        definitions = {row.key: row.type for row in session.scalars(select(Question))}
    assert sorted(definitions.values()) == ["date", "text", "text"]


def test_a_fact_whose_id_was_changed_by_hand_keeps_its_row():
    _publish(
        MAYADIN.replace(b"ID", b"city-fell"),
        "t.yaml",
    )
    before = _rows(Fact)
    published = _publish(
        MAYADIN.replace(b"ID", b"city-taken"),
        "t.yaml",
    )
    assert not published.changes.gone
    assert _rows(Fact) == before


def test_a_question_moved_to_another_fact_keeps_its_row():
    text = (
        "title: T\nfacts:\n- {{statement: One river., id: one, questions: [{}]}}\n"
        "- {{statement: Two towns., id: two, questions: [{}]}}\n"
    )
    moved = "{type: card, stem: Moved, key: B, id: moved}"
    one, two = "{type: card, stem: First, key: B, id: q1}", "{type: card, stem: Second, key: B, id: q2}"
    _publish(text.format(f"{one}, {moved}", two).encode(), "t.yaml")
    before = _questions()
    _publish(text.format(one, f"{two}, {moved}").encode(), "t.yaml")
    after = _questions()
    assert after["moved"][0] == before["moved"][0]
    assert after["moved"][1] == after["q2"][1]


def test_mentions_follow_the_file():
    def mentioning(*names: str) -> bytes:
        listed = ", ".join(names)
        return (
            "title: T\nfacts:\n"
            "- {statement: One river., id: one, questions: [{type: card, stem: A, key: B}]}\n"
            "- {statement: Two towns., id: two, questions: [{type: card, stem: C, key: D}]}\n"
            f"- {{statement: Both of them., id: both, mentions: [{listed}], "
            "questions: [{type: card, stem: E, key: F}]}\n"
        ).encode()

    _publish(mentioning("one", "two"), "t.yaml")
    _publish(mentioning("two"), "t.yaml")
    with reading() as session:
        pairs = [(row.fact_id, row.mentioned_id) for row in session.scalars(select(Mention))]
    facts = _rows(Fact)
    assert pairs == [(facts["both"][0], facts["two"][0])]


def test_comments_of_the_author_stay_in_the_text():
    text = (
        b"# first line\ntitle: T\nquestions:\n  # about the river\n  - type: card\n    stem: A\n    key: B\n"
    )
    _publish(text, "t.yaml")
    with reading() as session:
        kept = session.scalar(select(Bank.text))
    assert "# first line" in kept
    assert "# about the river" in kept
    assert "id: a" in kept


def test_a_file_with_problems_is_refused_with_every_one_of_them():
    with pytest.raises(library.Unreadable) as refused:
        _publish(
            b"title: T\nquestions:\n- {type: nothing, stem: A}\n- {type: choice, stem: B, key: C}\n", "t.yaml"
        )
    assert len(refused.value.problems) == 2
    assert all(str(problem).startswith("t.yaml:") for problem in refused.value.problems)


def test_a_teacher_cannot_replace_a_bank_of_somebody_else(teacher, other):
    first = _publish(_file(), owner=teacher)
    second = _publish(_file(), owner=other)
    assert (first.bank_key, second.bank_key) == ("towns", "towns-2")
    assert _publish(_file(), owner=other).bank_key == "towns-2"
    with pytest.raises(Refused, match="somebody else"):
        _publish(_file(), owner=other, bank_key="towns")


def test_an_admin_may_change_the_bank_of_the_site_and_it_counts_as_edited(admin, tmp_path):
    (tmp_path / "towns.yaml").write_bytes(_file())
    library.publish_folder([tmp_path], NOW)
    _publish(_file(q0="Which one, please?"), owner=admin, bank_key="towns")
    with reading() as session:
        assert session.scalar(select(Bank.is_edited))


# --- the folder ----------------------------------------------------------------------------------------


def _results(outcomes: list[library.Outcome]) -> list[str]:
    return [outcome.result.value for outcome in outcomes]


def test_the_folder_is_published_once_and_only_what_changed_again(tmp_path: Path):
    (tmp_path / "b-towns.yaml").write_bytes(_file())
    (tmp_path / "a-rivers.yaml").write_bytes(_file(2))
    (tmp_path / "README.md").write_text("no bank")
    assert _results(library.publish_folder([tmp_path], NOW)) == ["published", "published"]
    assert _results(library.publish_folder([tmp_path], NOW)) == ["as it was", "as it was"]
    (tmp_path / "b-towns.yaml").write_bytes(_file(q3="Which other one?"))
    assert _results(library.publish_folder([tmp_path], NOW)) == ["as it was", "published"]
    with reading() as session:
        banks = session.execute(select(Bank.key, Bank.owner_id, Bank.audience).order_by(Bank.position)).all()
    assert [tuple(bank) for bank in banks] == [
        ("a-rivers", None, "everybody"),
        ("b-towns", None, "everybody"),
    ]


def test_a_file_with_problems_stops_no_other(tmp_path: Path):
    (tmp_path / "a.yaml").write_text("title: T\nquestions:\n- {type: card, stem: A}\n")
    (tmp_path / "b.yaml").write_bytes(_file())
    broken, good = library.publish_folder([tmp_path], NOW)
    assert broken.result == "not published"
    assert broken.problems
    assert "a.yaml:3:" in str(broken)
    assert good.result == "published"


def test_what_was_changed_in_the_site_too_is_not_overwritten(admin, tmp_path: Path):
    path = tmp_path / "towns.yaml"
    path.write_bytes(_file())
    library.publish_folder([tmp_path], NOW)
    _publish(_file(q0="Which one, please?"), owner=admin, bank_key="towns")
    path.write_bytes(_file(q1="Which one, if you like?"))
    (outcome,) = library.publish_folder([tmp_path], NOW)
    assert outcome.result == "kept"
    assert "download the site's copy" in outcome.message
    path.write_text(library.download_bank(admin, "towns")[1])
    assert _results(library.publish_folder([tmp_path], NOW)) == ["published"]
    path.write_bytes(_file(q1="Which one, if you like?"))
    assert _results(library.publish_folder([tmp_path], NOW)) == ["published"]


def test_a_bank_stays_when_its_file_goes(tmp_path: Path):
    (tmp_path / "towns.yaml").write_bytes(_file())
    library.publish_folder([tmp_path], NOW)
    (tmp_path / "towns.yaml").unlink()
    assert library.publish_folder([tmp_path], NOW) == []
    assert not any(retired for _, retired in _rows(Fact).values())


def test_two_files_with_one_id_do_not_take_turns(tmp_path: Path):
    (tmp_path / "a.yaml").write_bytes(b"id: towns\n" + _file())
    (tmp_path / "b.yaml").write_bytes(b"id: towns\n" + _file(2))
    for first in ("published", "as it was"):
        assert _results(library.publish_folder([tmp_path], NOW)) == [first, "not published"]


def test_a_file_that_is_no_text_is_said_to_be_none(tmp_path: Path):
    (tmp_path / "a.yaml").write_bytes(b"\xff\xfe\x00\x01")
    (tmp_path / "b.yml").write_bytes(b"")
    assert _results(library.publish_folder([tmp_path], NOW)) == ["not published", "not published"]


# --- drafts --------------------------------------------------------------------------------------------

BROKEN = """title: Towns
facts:
  - statement: Mayadin fell on 14 October 2017.
    id: fell
    questions:
      - type: date
        stem: When did it fall?
        key: the 40th of May
      - type: text
        stem: Which town fell?
        key: Mayadin
"""


def _draft(person: Person, text: str, **terms) -> str:
    return library.open_draft(person, text.encode(), "towns.yaml", NOW, random.Random(len(text)), **terms)


def test_a_draft_shows_each_problem_beside_its_line(teacher):
    preview = library.look_at_draft(teacher, _draft(teacher, BROKEN))
    (problem,) = preview.problems
    assert problem.place == "towns.yaml:8:14"
    spot = problem.lines[-1]
    assert (spot.number, spot.before, spot.spot) == (8, "key: ", "the 40th of May")
    assert problem.can_leave_out
    assert (preview.questions, preview.left_out, preview.new) == (1, 1, 1)


def test_a_mended_line_is_read_again(teacher):
    draft_id = _draft(teacher, BROKEN)
    seen = library.look_at_draft(teacher, draft_id).seen
    library.mend_line(teacher, draft_id, seen, 8, "        key: 14 October 2017")
    after = library.look_at_draft(teacher, draft_id)
    assert not after.problems
    assert after.questions == 2
    with pytest.raises(Refused, match="another window"):
        library.mend_line(teacher, draft_id, seen, 8, "        key: 15 October 2017")


def test_a_question_with_a_problem_can_be_left_out(teacher):
    draft_id = _draft(teacher, BROKEN)
    library.leave_out_at(teacher, draft_id, library.look_at_draft(teacher, draft_id).seen, 8)
    after = library.look_at_draft(teacher, draft_id)
    assert (after.problem_count, after.questions, after.left_out) == (0, 1, 0)


def test_publishing_with_a_problem_leaves_it_out_and_keeps_the_draft(teacher):
    draft_id = _draft(teacher, BROKEN)
    seen = library.look_at_draft(teacher, draft_id).seen
    published, left_out = library.publish_draft(teacher, draft_id, seen, NOW)
    assert (len(published.changes.new), left_out) == (1, 1)
    library.mend_line(teacher, draft_id, seen, 8, "        key: 14 October 2017")
    preview = library.look_at_draft(teacher, draft_id)
    assert preview.target is not None
    assert (preview.new, preview.same) == (1, 1)
    library.publish_draft(teacher, draft_id, preview.seen, NOW)
    assert library.list_drafts(teacher) == []
    with reading() as session:
        bank = session.scalar(select(Bank))
    assert (bank.audience, bank.owner_id) == ("owner", teacher.id)


def test_a_file_that_cannot_be_read_at_all_cannot_be_published(teacher):
    draft_id = _draft(teacher, "title: [")
    preview = library.look_at_draft(teacher, draft_id)
    assert preview.problems
    assert not preview.can_publish
    with pytest.raises(Refused, match="mended"):
        library.publish_draft(teacher, draft_id, preview.seen, NOW)


def test_the_preview_says_what_changes_and_flags_another_key(teacher):
    _publish(_file(), owner=teacher)
    changed = (
        _file(q1="Which towns number 0 is meant here (1)?").decode().replace("key: Dura", "key: Dura Europos")
    )
    preview = library.look_at_draft(teacher, _draft(teacher, changed))
    assert (preview.new, preview.changed, preview.same, preview.gone) == (0, 3, 37, 0)
    assert [change.key_changed for change in preview.changes] == [True, True, False]
    assert (preview.changes[0].old_key, preview.changes[0].new_key) == ("Dura", "Dura Europos")
    assert preview.changes[2].new_stem == "Which towns number 0 is meant here (1)?"


def test_what_was_previewed_is_what_publishing_does(teacher):
    _publish(_file(), owner=teacher)
    draft_id = _draft(teacher, _file(36, q1="Which towns number 0 is meant here (1)?").decode())
    preview = library.look_at_draft(teacher, draft_id)
    changes = library.publish_draft(teacher, draft_id, preview.seen, NOW)[0].changes
    counts = [len(part) for part in (changes.new, changes.changed, changes.same, changes.gone)]
    assert counts == [preview.new, preview.changed, preview.same, preview.gone] == [0, 1, 35, 4]


def test_a_draft_belongs_to_its_owner_alone(teacher, other, admin):
    draft_id = _draft(teacher, BROKEN)
    for stranger in (other, admin):
        with pytest.raises(NotThere):
            library.look_at_draft(stranger, draft_id)
        library.discard_draft(stranger, draft_id)
    assert library.look_at_draft(teacher, draft_id)


def test_drafts_are_bounded(teacher):
    for number in range(20):
        _draft(teacher, BROKEN + "#" * number)
    with pytest.raises(Refused, match="20 drafts"):
        _draft(teacher, "x")
    library.discard_draft(teacher, library.list_drafts(teacher)[0].id)
    assert _draft(teacher, "x")


@pytest.mark.parametrize("content", [b"", b"  \n", b"title: \x81", b"title: \x00", b"PK\x03\x04\xff"])
def test_what_is_no_text_makes_no_draft(teacher, content):
    with pytest.raises(Refused, match=";"):
        library.open_draft(teacher, content, "x.yaml", NOW, random.Random(1))
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Draft)) == 0


def test_trying_an_answer_says_grade_and_reason(teacher):
    draft_id = _draft(teacher, BROKEN.replace("the 40th of May", "14 October 2017"))
    look = library.look_at_question(teacher, draft_id, 1, "14.10.2017")
    assert (look.number, look.total, look.type, look.status) == (1, 2, "date", "new")
    assert look.tried.grade.mark == 1
    assert library.look_at_question(teacher, draft_id, 1, "2016").tried.grade.mark < 1
    with pytest.raises(NotThere):
        library.look_at_question(teacher, draft_id, 3, None)


@pytest.mark.parametrize(
    "described", ["description: Towns.\n", "description: |\n  Some.\n\n  facts: of them.\n"]
)
def test_a_changed_description_counts_as_a_change(teacher, described):
    text = _file(4)
    _publish(text, owner=teacher)
    before = library.look_at_draft(teacher, _draft(teacher, text.decode()))
    assert (before.head_changed, before.is_same) == (False, True)
    draft_id = _draft(teacher, described + text.decode())
    preview = library.look_at_draft(teacher, draft_id)
    assert (preview.head_changed, preview.is_same, preview.changed) == (True, False, 0)
    library.publish_draft(teacher, draft_id, preview.seen, NOW)
    again = library.look_at_draft(teacher, _draft(teacher, described + text.decode()))
    assert (again.head_changed, again.is_same) == (False, True)


# --- single questions --------------------------------------------------------------------------------


def _key_of(stem: str) -> str:
    with reading() as session:
        found = session.scalars(select(Question).where(Question.definition.contains(stem)))
        return next(iter(found)).key


def test_one_question_is_mended_by_way_of_a_draft(teacher):
    _publish(_file(), owner=teacher)
    key = _key_of("number 3 is meant here (1)")
    found = library.find_snippet_in_bank(teacher, "towns", key)
    assert f"id: {key}" in found.text
    text = found.text.replace("Which town", "What town")
    draft_id, number = library.save_snippet_in_bank(
        teacher, "towns", key, found.seen, text, NOW, random.Random(1)
    )
    assert number == 8
    preview = library.look_at_draft(teacher, draft_id)
    assert (preview.changed, preview.same, preview.target.key) == (1, 39, "towns")
    assert library.find_snippet_in_bank(teacher, "towns", key).text == text


def test_a_mended_question_with_a_problem_opens_no_draft(teacher):
    _publish(_file(), owner=teacher)
    key = _key_of("number 3 is meant here (1)")
    found = library.find_snippet_in_bank(teacher, "towns", key)
    with pytest.raises(library.Unclear) as unclear:
        library.save_snippet_in_bank(
            teacher, "towns", key, found.seen, "type: text\nstem: What?", NOW, random.Random(1)
        )
    assert unclear.value.problems[0].lines
    assert library.list_drafts(teacher) == []


@pytest.mark.parametrize("fact", ["2", ""])
def test_a_question_is_added_to_a_fact_or_to_a_new_one(teacher, fact):
    _publish(_file(), owner=teacher)
    seen, facts = library.list_fact_choices(teacher, "towns")
    assert len(facts) == 20
    text = "type: number\nstem: How many?\nkey: 38\n"
    said = "" if fact else "There are 38 towns."
    draft_id, number = library.add_question(teacher, "towns", seen, text, fact, said, NOW, random.Random(1))
    preview = library.look_at_draft(teacher, draft_id)
    assert (preview.new, preview.changed, preview.same, preview.gone) == (1, 0, 40, 0)
    look = library.look_at_question(teacher, draft_id, number, None)
    assert (look.stem, look.status) == ("How many?", "new")
    assert look.statement == ("There are 38 towns." if not fact else f"{NAMES[2]} is a town on the river.")


def test_a_bare_question_is_added_where_there_is_no_statement(teacher):
    _publish(_file(), owner=teacher)
    seen, _ = library.list_fact_choices(teacher, "towns")
    draft_id, number = library.add_question(
        teacher, "towns", seen, "type: card\nstem: Front\nkey: Back", "", "", NOW, random.Random(1)
    )
    assert library.look_at_question(teacher, draft_id, number, None).stem == "Front"


def test_a_chosen_fact_and_a_statement_of_a_new_one_are_not_both_taken(teacher):
    _publish(_file(), owner=teacher)
    seen, _ = library.list_fact_choices(teacher, "towns")
    with pytest.raises(library.Unstated, match="chosen above"):
        library.add_question(
            teacher, "towns", seen, "type: card\nstem: A\nkey: B", "2", "Or not.", NOW, random.Random(1)
        )


def test_the_statement_is_mended_with_a_question_of_its_fact(teacher):
    _publish(_file(), owner=teacher)
    key = _key_of("number 3 is meant here (1)")
    found = library.find_snippet_in_bank(teacher, "towns", key)
    assert found.shared_by == 2
    before = library.download_bank(teacher, "towns")[1]
    mend = partial(library.save_snippet_in_bank, teacher, "towns", key, found.seen, found.text, NOW)
    with pytest.raises(library.Unstated, match="empty"):
        mend(random.Random(1), " ")
    draft_id, number = mend(random.Random(1), "It is: a town\r\non the river.")
    assert (
        library.look_at_question(teacher, draft_id, number, None).statement == "It is: a town on the river."
    )
    lines = zip(before.splitlines(), library.find_draft(teacher, draft_id).text.splitlines(), strict=True)
    assert [new.strip(" -") for old, new in lines if old != new] == [
        'statement: "It is: a town on the river."'
    ]
    preview = library.look_at_draft(teacher, draft_id)
    assert (preview.facts_changed, preview.changed, preview.same) == (1, 0, 40)


def test_a_bank_opens_on_the_page_of_a_question(teacher):
    stated = "".join(
        f"- {{statement: Town {n} lies here., questions: [{{type: card, id: c{n}, stem: S{n}, key: K}}]}}\n"
        for n in range(90)
    )
    _publish(f"title: Many\nfacts:\n{stated}".encode(), "many.yaml", owner=teacher)
    for key, page in (("c0", 1), ("c39", 1), ("c40", 2), ("c89", 3), ("nothing", 1)):
        assert library.look_at_own_bank(teacher, "many", "", 1, at=key).page == page


@pytest.mark.parametrize("name", library.type_names())
def test_every_type_has_a_beginning_to_fill_in(name):
    blank, fields = library.blank_question(name)
    assert blank.startswith(f"type: {name}\nstem:\nkey:")
    assert all(field.meaning for field in fields)


# --- who may ---------------------------------------------------------------------------------------------


def test_a_bank_for_its_owner_is_there_for_nobody_else(teacher, other, student):
    _publish(_file(), owner=teacher, audience="owner")
    assert [each.row.key for each in library.list_shelves(teacher, "")] == ["towns"]
    for stranger in (other, student, None):
        assert library.list_shelves(stranger, "") == []
        with pytest.raises(NotThere):
            library.look_at_bank(stranger, "towns", NOW)
    for act in (
        lambda: library.look_at_own_bank(other, "towns", "", 1),
        lambda: library.download_bank(other, "towns"),
        lambda: library.retire_bank(other, "towns", retired=True),
        lambda: library.set_audience(other, "towns", "everybody"),
        lambda: library.find_snippet_in_bank(other, "towns", "x"),
        lambda: library.list_fact_choices(other, "towns"),
        lambda: _draft(other, BROKEN, bank_key="towns"),
    ):
        with pytest.raises(NotThere):
            act()


def test_an_admin_may_do_all_of_it(teacher, admin):
    _publish(_file(), owner=teacher, audience="owner")
    assert library.look_at_own_bank(admin, "towns", "", 1).row.owner == "Tess"
    library.set_audience(admin, "towns", "everybody")
    assert [each.row.key for each in library.list_shelves(None, "")] == ["towns"]


def test_a_retired_bank_leaves_the_library_and_comes_back(teacher, student):
    _publish(_file(), owner=teacher)
    library.retire_bank(teacher, "towns", retired=True)
    assert library.list_shelves(student, "") == []
    with pytest.raises(NotThere):
        library.find_bank_to_study(student, "towns")
    library.retire_bank(teacher, "towns", retired=False)
    assert library.find_bank_to_study(student, "towns")


def test_a_reader_sees_the_statements_of_answered_facts_only(teacher, student):
    _publish(_file(), owner=teacher)
    _learn(student, 3)
    opened = library.look_at_bank(student, "towns", NOW)
    shown = [fact.statement for topic in opened.topics for fact in topic.facts]
    assert shown == [f"{name} is a town on the river." for name in NAMES[:3]]
    assert [(topic.name, topic.known.facts, topic.unmet) for topic in opened.topics] == [
        ("Upper river", 10, 7),
        ("Lower river", 10, 10),
    ]
    assert all(
        fact.statement for topic in library.look_at_bank(teacher, "towns", NOW).topics for fact in topic.facts
    )


@pytest.mark.both
def test_the_library_is_searched_by_title_and_topic():
    _publish(_file())
    _publish(_file(2).replace(b"Towns of", b"Bridges of"), "bridges.yaml")
    assert [each.row.key for each in library.list_shelves(None, "bridges euphrates")] == ["bridges"]
    assert [each.row.key for each in library.list_shelves(None, "lower")] == ["towns"]
    assert library.list_shelves(None, "100%") == []


def test_a_teacher_searches_statements_and_questions(teacher):
    _publish(_file(), owner=teacher)
    assert [fact.statement for fact in library.look_at_own_bank(teacher, "towns", "kufa", 1).facts] == [
        "Kufa is a town on the river."
    ]
    assert library.look_at_own_bank(teacher, "towns", "dura meant", 1).found == 1


@pytest.mark.parametrize("broken", ["distractors: [Paris, Rome]", "key: Dura\n"])
def test_a_broken_question_that_was_published_stays_as_it_was_until_it_is_mended(teacher, broken):
    _publish(_file(), owner=teacher)
    before = _questions()
    text = library.download_bank(teacher, "towns")[1].replace(broken, "oops: x\n", 1)
    draft_id = _draft(teacher, text, bank_key="towns")
    preview = library.look_at_draft(teacher, draft_id)
    assert (preview.left_out, preview.gone, preview.same) == (1, 0, 40)
    library.publish_draft(teacher, draft_id, preview.seen, NOW)
    assert {key: row[2:] for key, row in _questions().items()} == {
        key: row[2:] for key, row in before.items()
    }


def test_a_broken_fact_that_was_published_stays_as_it_was(teacher):
    _publish(_file(), owner=teacher)
    text = library.download_bank(teacher, "towns")[1].replace("statement: Hit is", "statemend: Hit is", 1)
    draft_id = _draft(teacher, text, bank_key="towns")
    preview = library.look_at_draft(teacher, draft_id)
    assert (preview.left_out, preview.gone, preview.same) == (2, 0, 40)


@pytest.mark.parametrize("has_ids", [True, False])
def test_an_unquoted_colon_takes_nothing_away_and_the_draft_stays(teacher, has_ids):
    _publish(_file(), owner=teacher)
    before = _questions()
    text = library.download_bank(teacher, "towns")[1] if has_ids else _file().decode()
    broken = text.replace("key: Dura\n", "key: Dura: the town\n", 1)
    assert broken != text
    draft_id = _draft(teacher, broken, bank_key="towns")
    preview = library.look_at_draft(teacher, draft_id)
    assert (preview.problem_count, preview.left_out, preview.gone, preview.same) == (1, 1, 0, 40)
    _, left_out = library.publish_draft(teacher, draft_id, preview.seen, NOW)
    assert left_out == 1
    assert library.find_draft(teacher, draft_id).text == broken
    assert {key: row[2:] for key, row in _questions().items()} == {
        key: row[2:] for key, row in before.items()
    }


def test_what_is_gone_is_retired_only_by_a_file_without_problems(teacher):
    _publish(BROKEN.replace("the 40th of May", "14 October 2017").encode(), owner=teacher)
    start = BROKEN.index("      - type: text")
    without = BROKEN[:start] + "      - {type: card, stem: New?, key: Yes}\n"
    preview = library.look_at_draft(teacher, _draft(teacher, without, bank_key="towns"))
    assert (preview.left_out, preview.gone, preview.new, preview.same) == (1, 0, 1, 2)
    mended = without.replace("the 40th of May", "14 October 2017") + "# mended\n"
    preview = library.look_at_draft(teacher, _draft(teacher, mended, bank_key="towns"))
    assert (preview.gone, preview.new, preview.same) == (1, 1, 1)
