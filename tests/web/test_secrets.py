"""What a browser may hold: nothing of a fact's answer before that fact was answered for the first time.

For typed questions and flashcards a bank of canaries is studied from the first page to the last, and every
response is searched for the words that nobody could know. For options, two sites whose banks differ in
nothing but which option is the key send the same bytes.
"""

import html
import itertools
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.services import library
from quizapp.store import db
from tests.conftest import NOON, AppMaker, Clock
from tests.fixtures.site import sign_in
from tests.laws.questions import DEFINITIONS

CANARY_BANK = """
id: canaries
title: What nobody could know
source: {title: A chronicle, url: "https://example.org/chronicle", licence: CC0}
facts:
  - id: first
    statement: Halmarocq was the first.
    topic: Openings
    questions:
      - {id: first, type: choice, stem: Which one was the first?, key: Halmarocq, distractors: [Tirvanelle, Uskodrim]}
  - id: named
    statement: The fortress was called Qorvanthel by its builders.
    evidence: {section: Walls, sentence: 4, quote: They called it Qorvanthel.}
    topic: Walls
    questions:
      - {id: named-1, type: text, stem: What was the fortress called?, key: Qorvanthel, accepted: [Brundalquist],
         hints: [It has ten letters.], feedback: Only Qorvanthel is on the seal.}
      - {id: named-2, type: cloze, stem: Its builders called the fortress ___., key: [Qorvanthel]}
  - id: dated
    statement: The treaty was sealed on 9 March 1387.
    topic: Treaties
    questions:
      - {id: dated, type: date, stem: When was the treaty sealed?, key: 1387-03-09, hints: [In the spring.]}
  - id: counted
    statement: The chronicle counts 4839127 arrows, according to its clerk.
    according_to: the clerk Wexlimandor
    questions:
      - {id: counted, type: number, stem: How many arrows were counted according to the chronicle?, key: "4839127"}
  - id: filled
    statement: The duke of Vexnorium married in Plimsarotte.
    questions:
      - {id: filled, type: cloze, stem: The duke of ___ married in ___ that year., key: [Vexnorium, Plimsarotte]}
  - id: turned
    statement: On the back stands Drumbelquay.
    questions:
      - {id: turned, type: card, stem: What stands on the back?, key: Drumbelquay, hints: [A harbour.]}
questions:
  - {id: alone, type: text, stem: Which word stands alone?, key: Mirquandole, feedback: Mirquandole stands alone.}
"""

CANARIES = {
    "named": ("Qorvanthel", "Brundalquist"),
    "dated": ("1387",),
    "counted": ("4839127", "4,839,127", "Wexlimandor"),
    "filled": ("Vexnorium", "Plimsarotte"),
    "turned": ("Drumbelquay",),
    "alone": ("Mirquandole",),
}
STEMS = {
    "Which one was the first?": "first",
    "What was the fortress called?": "named",
    "Its builders called the fortress ___.": "named",
    "When was the treaty sealed?": "dated",
    "How many arrows were counted according to the chronicle?": "counted",
    "The duke of ___ married in ___ that year.": "filled",
    "What stands on the back?": "turned",
    "Which word stands alone?": "alone",
}
RIGHT = {
    "first": ["Halmarocq"],
    "named": ["Qorvanthel"],
    "dated": ["9 March 1387"],
    "counted": ["4839127"],
    "filled": ["Vexnorium", "Plimsarotte"],
    "turned": ["good"],
    "alone": ["Mirquandole"],
}
UNCLEAR = {"dated": ["in the spring"], "counted": [""], "named": [""], "alone": [""]}
ELSEWHERE = (
    "/",
    "/today",
    "/library",
    "/library?q=fortress",
    "/library?q=the",
    "/library/canaries",
    "/library/canaries?q=the",
    "/library/canaries/timeline",
    *(f"/library/canaries/facts/{fact}" for fact in ("named", "dated", "counted", "filled", "turned")),
    "/progress",
    "/me",
    "/nowhere",
)


@dataclass
class Watched:
    """A browser whose every response is searched for what its reader has not answered yet."""

    client: FlaskClient
    answered: set[str] = field(default_factory=set)
    seen: int = 0

    def get(self, address: str, **also: object) -> str:
        return self._look(address, self.client.get(address, follow_redirects=True, **also))

    def post(self, address: str, fields: dict[str, object]) -> str:
        return self._look(address, self.client.post(address, data=fields, follow_redirects=True))

    def _look(self, address: str, answer: object) -> str:
        for each in (*answer.history, answer):  # type: ignore[attr-defined]
            self.seen += 1
            sent = f"{each.headers}\n{each.text}"
            for fact, words in CANARIES.items():
                for word in words if fact not in self.answered else ():
                    assert re.search(rf"\b{word}\b", html.unescape(sent), re.IGNORECASE) is None, (
                        f"{address} holds {word}, and {fact} was not answered yet"
                    )
        return str(answer.text)  # type: ignore[attr-defined]


def _stem(page: str) -> str:
    found = re.findall(r'<h[12] class="stem"[^>]*>(.*?)</h[12]>', page, re.DOTALL)
    assert found, page
    return html.unescape(found[-1]).replace("\u00a0", " ").strip()


def _key(page: str) -> str:
    found = re.findall(r'name="key"\s+value="([^"]+)"', page) or re.findall(r'/back/([^"]+)"', page)
    assert found, page
    return html.unescape(found[-1])


def _look_around(browser: Watched, where: str) -> None:
    for address in (*ELSEWHERE, where, f"{where}/next", f"{where}/end"):
        browser.get(address)


@pytest.fixture
def canaries(app: Flask) -> Flask:
    with app.app_context():
        library.publish_bank(
            CANARY_BANK.encode(), "canaries.yaml", owner=None, now=NOON, audience="everybody"
        )
    return app


@pytest.mark.parametrize("wrong_first", [False, True], ids=["right at once", "wrong at first"])
def test_no_page_of_a_whole_session_holds_an_answer_before_its_fact_was_answered(
    canaries: Flask, clock: Clock, wrong_first: bool
) -> None:
    browser = Watched(canaries.test_client())
    for address in (*ELSEWHERE, "/sign-in", "/sign-up", "/recover"):
        browser.get(address)
    page = browser.get("/")
    browser.post("/try", {"key": _key(page), "response": "Halmarocq"})
    browser.answered.add("first")
    for address in ELSEWHERE:
        browser.get(address)
    browser.post("/sign-up", {"name": "Nora", "password": "the river at dawn"})
    browser.post("/library/canaries/study", {})
    started = browser.client.post("/study", data={"minutes": "20", "bank": "canaries"})
    where = started.location
    retried: set[str] = set()
    for _ in range(60):
        page = browser.get(where)
        if "/end" in browser.client.get(where).headers.get("Location", ""):
            break
        fact, key = STEMS[_stem(page)], _key(page)
        if fact not in browser.answered:
            _look_around(browser, where)
            for _ in range(2):
                browser.post(f"{where}/hint", {"key": key})
            browser.post(f"{where}/claim", {"key": key})
            browser.post(f"{where}/undo", {"key": key})
            if fact in UNCLEAR:
                assert "Nothing was counted" in browser.post(where, {"key": key, "response": UNCLEAR[fact]})
        is_wrong = wrong_first and fact not in retried
        retried.add(fact)
        if fact == "turned" and fact not in browser.answered:
            browser.answered.add(fact)  # a flashcard's back is sent when it is turned over
            assert "Drumbelquay" in browser.get(f"{where}/back/{key}")
        given = (["again"] if fact == "turned" else ["quite another", "one"]) if is_wrong else RIGHT[fact]
        browser.answered.add(fact)
        browser.post(where, {"key": key, "response": given})
        clock.pass_seconds(7)
    assert browser.answered == {"first", *CANARIES}, (
        "every fact was asked, so that every canary was waited for"
    )
    assert browser.seen > 120
    page = browser.get("/library/canaries")
    assert all(words[0] in page for fact, words in CANARIES.items() if fact not in ("dated", "turned"))


def test_another_reader_and_a_teacher_of_other_banks_see_nothing_of_what_one_has_answered(
    canaries: Flask,
) -> None:
    first = canaries.test_client()
    sign_in(canaries, first, "Sam")
    where = first.post("/study", data={"minutes": "20", "bank": "canaries"}).location
    for _ in range(30):
        page = first.get(where)
        if page.status_code == 302:
            break
        fact = STEMS[_stem(page.text)]
        first.post(where, data={"key": _key(page.text), "response": RIGHT[fact]})
    for role in ("student", "teacher"):
        other = Watched(canaries.test_client(), {"first"})
        sign_in(canaries, other.client, f"a {role}", role)
        for address in (
            *ELSEWHERE,
            where,
            f"{where}/end",
            "/teach",
            "/teach/canaries",
            "/teach/canaries/download",
        ):
            other.get(address)


def test_a_key_that_is_changed_is_as_secret_as_the_first(canaries: Flask) -> None:
    browser = Watched(canaries.test_client())
    sign_in(canaries, browser.client, "Sam")
    where = browser.client.post("/study", data={"minutes": "20", "bank": "canaries"}).location
    changed = CANARY_BANK.replace("Tirvanelle", "Yolmadrine")
    with canaries.app_context():
        library.publish_bank(changed.encode(), "canaries.yaml", owner=None, now=NOON, audience="everybody")
    _look_around(browser, where)


# ---- options: another key, the same bytes -----------------------------------------------------------

SWAPPED = {
    "choice": (
        "key: Araban\n    distractors: [Besni, Cizre, Derik]",
        "key: Cizre\n    distractors: [Araban, Derik, Besni]",
    ),
    "choice, with what each really is": (
        "key: {text: Araban, feedback: A town.}\n    distractors: [{text: Besni, feedback: Another.}, Cizre]",
        "key: {text: Besni, feedback: Another.}\n    distractors: [Cizre, {text: Araban, weight: 0.5}]",
    ),
    "choices": (
        "key: [Araban, Besni]\n    distractors: [Cizre, Derik]",
        "key: [Derik]\n    distractors: [Cizre, Araban, Besni]",
    ),
    "order": (
        "key: [Araban, Besni, Cizre, Derik]",
        "key: [Derik, Araban, Cizre, Besni]",
    ),
    "match": (
        "key: {Araban: Syria, Besni: Turkey, Cizre: Iraq}\n    distractors: [Iran]",
        "key: {Cizre: Turkey, Araban: Iran, Besni: Syria}\n    distractors: [Iraq]",
    ),
}
STUDENTS = 6


def _bank(kind: str, fields: str) -> bytes:
    return f"""id: swapped
title: The same but for the key
questions:
  - id: only
    type: {kind.split(",")[0]}
    stem: Which of these, or in which order?
    hints: [Think twice.]
    {fields}
""".encode()


_TOKENS = re.compile(
    r'(?<=name="csrf_token" value=")[^"]+|(?<=data-token=")[^"]+|(?<=name="key" value=")[^"]+'
    r"|/study/[0-9a-f]{30}|(?<=/report/)[0-9a-f]{30}|/static/[0-9a-f]+"
    r'|(?<=data-asked=")[0-9a-f]{30}|(?<=data-report=")[0-9a-f]{30}|(?<=data-plan=")[0-9a-f ]+'
)
_RANDOM_HEADERS = {"Set-Cookie", "Location", "Content-Length"}  # a ticket is packed where that is shorter


def _sent_before_the_answer(app: Flask) -> Iterator[tuple[str, str]]:
    """What strangers and students are sent before they answer, without what is random in it."""
    for number in range(STUDENTS + 1):
        client = app.test_client()
        addresses = ["/", "/library", "/library/swapped", "/today", "/progress"]
        if number:
            sign_in(app, client, f"student {number}")
            client.post("/library/swapped/study")
            where = client.post("/study", data={"bank": "swapped", "minutes": "5"}).location
            yield "start", _TOKENS.sub("", where)
            addresses += [where, f"{where}/next", f"{where}/end", "/today", "/library/swapped"]
        for address in addresses:
            yield f"{number} {_TOKENS.sub('', address)}", _plain(client.get(address))
        if number:
            key = _key(client.get(where).text)
            yield "hint", _plain(client.post(f"{where}/hint", data={"key": key}, follow_redirects=True))
            yield "turned", _plain(client.get(f"{where}/back/{key}", follow_redirects=True))


def _plain(answer: object) -> str:
    headers = [pair for pair in answer.headers.items() if pair[0] not in _RANDOM_HEADERS]  # type: ignore[attr-defined]
    return f"{answer.status_code} {headers}\n{_TOKENS.sub('', answer.text)}"  # type: ignore[attr-defined]


def test_every_type_with_something_to_choose_is_tried_with_another_key() -> None:
    tried = {kind.split(",")[0] for kind in SWAPPED}
    assert tried == {name for name, each in DEFINITIONS.items() if each.swapped}, (
        "each has its entry in SWAPPED"
    )


@pytest.mark.parametrize("kind", SWAPPED)
def test_another_key_changes_no_byte_that_is_sent_before_the_answer(
    make_app: AppMaker, migrated_sqlite: Path, tmp_path: Path, kind: str
) -> None:
    sent = []
    for number, fields in enumerate(SWAPPED[kind]):
        file = tmp_path / f"{number}.sqlite"
        shutil.copyfile(migrated_sqlite, file)
        app = make_app(f"sqlite:///{file}", WTF_CSRF_ENABLED=True)
        app.config["WTF_CSRF_METHODS"] = []  # the forms have their tokens; these tests need not read them
        with app.app_context():
            library.publish_bank(
                _bank(kind, fields), "swapped.yaml", owner=None, now=NOON, audience="everybody"
            )
        sent.append(list(_sent_before_the_answer(app)))
        with app.app_context():
            db.engine.dispose()
    assert [address for address, _ in sent[0]] == [address for address, _ in sent[1]]
    for (address, one), (_, other) in zip(*sent, strict=True):
        assert one == other, address
    orders = {tuple(re.findall(r"\b(?:Araban|Besni|Cizre|Derik)\b", page)) for _, page in sent[0]}
    assert len(orders) > 2, "the options stood there, in another order for another student"


@pytest.mark.long
def test_the_order_of_options_says_nothing_about_the_key_over_many_students(
    make_app: AppMaker, sqlite_url: str
) -> None:
    """The key of four options stands in each place about as often; 99.9 % of fair dice stay within the bounds."""
    import random

    from quizapp.services import study
    from quizapp.services.person import Person
    from quizapp.store import Account, writing

    app = make_app(sqlite_url)
    fields = SWAPPED["choice"][0]
    counts = dict.fromkeys(range(4), 0)
    with app.app_context():
        library.publish_bank(
            _bank("choice", fields), "swapped.yaml", owner=None, now=NOON, audience="everybody"
        )
        with writing() as session:
            accounts = [Account(created_at=NOON, seen_at=NOON) for _ in range(200)]
            session.add_all(accounts)
        rng = random.Random(1)
        for account in accounts:
            person = Person(account.id, None, "student", "UTC", 5, 12, 0.9)
            asked = study.look(
                person, study.start_session(person, 5, NOON, rng, bank_key="swapped"), NOON
            ).asked
            assert asked is not None
            counts[asked.shown.options.index("Araban")] += 1
    assert sum((count - 50) ** 2 / 50 for count in counts.values()) < 16.3, counts


def test_options_are_shown_in_one_order_however_often_a_question_is_looked_at(canaries: Flask) -> None:
    client = canaries.test_client()
    sign_in(canaries, client, "Sam")
    where = client.post("/study", data={"bank": "canaries", "minutes": "20"}).location
    pages = [_TOKENS.sub("", client.get(where).text) for _ in range(3)]
    assert all(one == other for one, other in itertools.pairwise(pages))
