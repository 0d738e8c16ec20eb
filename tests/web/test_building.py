"""Building from an article in the browser's eyes: its text is only text, and everything works by plain forms."""

import re
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.services import accounts, library
from tests.conftest import AppMaker
from tests.fixtures.site import STRAIT, Site, sign_in

ARTICLE = STRAIT.read_text(encoding="utf-8")
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def teacher(app: Flask) -> FlaskClient:
    client = app.test_client()
    sign_in(app, client, "Tess", "teacher")
    return client


def _start(client: FlaskClient, text: str = ARTICLE, **fields: str) -> str:
    answer = client.post("/teach/build", data={"text": text, **fields})
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def _heading(client: FlaskClient, address: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", client.get(address).text)
    assert found is not None
    return found[1]


def _fact(client: FlaskClient, address: str) -> str:
    found = re.search(r'name="fact" value="([^"]+)"', client.get(address).text)
    assert found is not None
    return found[1]


def test_an_article_is_pasted_reviewed_by_buttons_and_published(teacher: FlaskClient):
    review = _start(teacher)
    total = int(_heading(teacher, review).split()[0])
    assert total > 8
    answer = teacher.post(f"{review}/decide", data={"fact": _fact(teacher, review), "verdict": "accepted"})
    assert answer.location == f"{review}?fact=2"
    assert _heading(teacher, review) == f"{total - 1} of {total} left to review"
    desk = teacher.get("/teach").text
    assert f'href="{review}"' in desk
    assert f"{total - 1} of {total} left" in desk
    rejected = _fact(teacher, review)
    teacher.post(f"{review}/decide", data={"fact": rejected, "verdict": "rejected"})
    assert teacher.post(f"{review}/undo").location == f"{review}?fact=2"
    assert _fact(teacher, review) == rejected
    draft = teacher.post(f"{review}/publish").location
    assert "a new bank" in teacher.get(draft).text
    assert f'<a href="{review}">its review</a>' in teacher.get(draft).text
    seen = re.search(r'name="seen" value="([^"]+)"', teacher.get(draft).text)
    assert seen is not None
    bank = teacher.post(f"{draft}/publish", data={"seen": seen[1]}).location
    assert bank == "/teach/1986-lamar-strait-offensive"
    assert "Lamar" in teacher.get(bank).text
    assert "Go to its bank" not in teacher.get(review).text, "the rest waits"
    while not _heading(teacher, review).startswith("All"):
        teacher.post(f"{review}/decide", data={"fact": _fact(teacher, review), "verdict": "rejected"})
    assert review not in teacher.get("/teach").text
    done = teacher.get(review).text
    assert "Go to its bank" in done
    assert f'href="{bank}"' in done
    first = {"fact": _fact(teacher, f"{review}?fact=1")}
    teacher.post(f"{review}/decide", data={**first, "verdict": "rejected"})
    second = {"fact": _fact(teacher, f"{review}?fact=2"), "verdict": "accepted"}
    teacher.post(f"{review}/decide", data=second)
    assert "publishing does to its bank" in teacher.get(review).text
    teacher.post(f"{review}/undo")
    teacher.post(f"{review}/undo")
    listed = teacher.get("/teach/build").text
    assert listed.index("Published") < listed.index(review)
    again = _start(teacher)
    assert again.endswith("?differences=1")
    page = teacher.get(again).text
    assert "You built a bank from this article before" in page
    assert "What is different" in page


def test_an_article_given_twice_says_what_becomes_of_the_first_review(teacher: FlaskClient):
    review = _start(teacher)
    teacher.post(f"{review}/decide", data={"fact": _fact(teacher, review), "verdict": "rejected"})
    assert _start(teacher) == review
    assert "This article is under review already: here it goes on" in teacher.get(review).text
    other = _start(teacher, STRAIT.read_text(encoding="utf-8").replace("12,400", "12,900"))
    assert other != review
    assert "Another review under this title is open" in teacher.get(other).text


def test_articles_without_a_title_are_told_apart_by_how_they_begin(teacher: FlaskClient):
    town = "The army of Karst <karst@example.org> captured the town of Ostry on 4 May 1471."
    other = town.replace("Ostry", "Brin")
    assert "No title was found" in teacher.get(_start(teacher, town)).text
    said = teacher.get(_start(teacher, other)).text
    assert "No title was found" in said
    assert "Another review under this title" not in said
    listed = teacher.get("/teach/build").text
    begins = "Untitled article: The army of Karst &lt;karst@example.org&gt; captured"
    assert listed.count(begins) == 2
    assert re.search(f"{begins}[^<]*Ostry", listed)
    assert re.search(f"{begins}[^<]*Brin", listed)


def test_a_first_build_asked_for_its_differences_shows_what_is_open(teacher: FlaskClient):
    review = _start(teacher)
    assert _fact(teacher, f"{review}?differences=1") == _fact(teacher, review)
    assert _fact(teacher, f"{review}?differences=7") == _fact(teacher, review)


def test_a_window_left_behind_does_not_turn_a_verdict_around(teacher: FlaskClient):
    review = _start(teacher)
    key = _fact(teacher, review)
    assert 'name="seen" value="open"' in teacher.get(review).text
    teacher.post(f"{review}/decide", data={"fact": key, "verdict": "accepted", "seen": "open"})
    late = {"fact": key, "verdict": "rejected", "seen": "open"}
    answer = teacher.post(f"{review}/decide", data=late)
    assert answer.location == f"{review}?fact=1"
    page = teacher.get(answer.location).text
    assert "This fact was accepted in another window; that stays, unless you decide again." in page
    assert "Fact 1, accepted" in page
    teacher.post(f"{review}/decide", data={**late, "seen": "accepted"})
    assert "Fact 1, rejected" in teacher.get(answer.location).text


def test_a_review_is_discarded_only_where_it_was_asked_twice(teacher: FlaskClient):
    review = _start(teacher)
    start = teacher.get("/teach/build").text
    fold = re.search(r"<details.*?</details>", start[start.index("Under review") :], re.DOTALL)
    assert fold is not None, "the button stands in a fold, which has to be opened"
    assert f'action="{review}/discard"' in fold[0].replace("\n", "")
    assert start.count(f'action="{review}/discard"') == 1


def test_a_file_is_taken_in_the_place_of_a_pasted_text(teacher: FlaskClient):
    sent = {"file": (BytesIO(ARTICLE.encode("utf-16")), "strait.txt"), "title": "The strait"}
    review = teacher.post("/teach/build", data=sent).location
    page = teacher.get(review).text
    assert "The strait" in page
    assert "the pasted text was not" not in page
    both = {"file": (BytesIO(ARTICLE.encode()), "strait.txt"), "text": "What I pasted."}
    review = teacher.post("/teach/build", data=both).location
    assert "The file was read, and the pasted text was not." in teacher.get(review).text


def test_nothing_accepted_can_neither_be_published_nor_downloaded(teacher: FlaskClient):
    review = _start(teacher)
    for answer in (teacher.post(f"{review}/publish"), teacher.get(f"{review}/download")):
        assert answer.status_code == 422
        assert "Nothing is accepted yet; accept the facts" in answer.text
    teacher.post(f"{review}/accept-sure")
    file = teacher.get(f"{review}/download")
    assert file.headers["Content-Disposition"] == "attachment; filename=1986-lamar-strait-offensive.yaml"
    assert file.text.startswith("id: 1986-lamar-strait-offensive\n")


def test_of_a_long_paragraph_a_phone_shows_what_stands_beside_the_marked_sentence(teacher: FlaskClient):
    said = [
        f"In the morning of day {name}, nothing was done." for name in ("one", "two", "three", "four", "five")
    ]
    told = "On 4 May 1986, the Marran Army captured the port of Lamar."
    review = _start(teacher, f"The strait\n\n{' '.join([*said, told, *said])}")
    article = re.search(r'<div class="article">.*?</div>', teacher.get(review).text, re.DOTALL)
    assert article is not None
    shown = re.sub(r'<span class="rest">.*?</span>', "", article[0], flags=re.DOTALL)
    assert article[0].count("In the morning") == 10
    assert shown.count("In the morning") == shown.count("…") == 2
    assert f"<mark>{told}" in shown
    assert 'class="rest">' not in teacher.get(f"{review}?whole=1").text.replace('<p class="small rest">', "")


def test_markup_in_an_article_is_shown_as_text(teacher: FlaskClient):
    said = ARTICLE.replace("Marran Army", f"Marran {EVIL} Army").replace("Lamar District", f'"><b>{EVIL}')
    review = _start(teacher, said, title=f"A {EVIL} title", licence=EVIL)
    pages = [teacher.get(f"{review}?fact={number}&whole=1").text for number in (1, 2, 5, 8)]
    pages += [teacher.get("/teach/build").text]
    key = _fact(teacher, review)
    pages += [teacher.get(f"{review}/facts/{key}").text]
    teacher.post(f"{review}/accept-sure")
    pages += [teacher.get(review).text]
    assert not [page for page in pages if "<script>alert" in page or "<b>&lt;" in page]
    assert any("&lt;script&gt;" in page for page in pages)


def test_a_text_without_a_fact_says_what_was_expected_and_keeps_it(teacher: FlaskClient):
    answer = teacher.post("/teach/build", data={"text": "Only a few words.", "title": "My title"})
    assert answer.status_code == 422
    assert "give an article in English with whole sentences" in answer.text
    assert "Only a few words." in answer.text
    assert 'value="My title"' in answer.text


def test_what_is_wrong_about_the_source_is_said_beside_its_field_and_nothing_typed_is_lost(
    teacher: FlaskClient,
):
    about = {"title": "x" * 301, "url": f"https://example.org/{'x' * 2000}", "licence": "x" * 2001}
    answer = teacher.post("/teach/build", data={"file": (BytesIO(ARTICLE.encode()), "strait.txt"), **about})
    assert answer.status_code == 422
    for name, said in (
        ("title", "The title has more than 300 characters; shorten it."),
        ("url", "The address has more than 2000 characters; shorten it."),
        ("licence", "The licence has more than 2000 characters; shorten it."),
    ):
        beside = re.search(rf'<p class="note is-wrong" id="{name}-problem">([^<]*)</p>', answer.text)
        assert beside is not None
        assert beside[1] == said
        assert f'value="{about[name]}"' in answer.text
    assert ARTICLE.splitlines()[0] in answer.text, "what stands in the file is there to be sent again"
    answer = teacher.post("/teach/build", data={"text": ARTICLE, "url": "example.org"})
    assert "write it whole, with https://" in answer.text
    assert "Lamar" in answer.text


def test_of_one_teachers_articles_only_so_many_are_read_at_the_same_moment(app: Flask, teacher: FlaskClient):
    with app.app_context():
        tess = accounts.find_signed_in("a token of Tess")
    assert tess is not None
    other = app.test_client()
    sign_in(app, other, "Otto", "teacher")
    with library.take_turn(tess):
        with library.take_turn(tess):
            answer = teacher.post("/teach/build", data={"text": ARTICLE, "title": "My title"})
            assert answer.status_code == 429
            assert "2 articles of yours are being read at this moment; wait" in answer.text
            assert "Lamar" in answer.text
            assert 'value="My title"' in answer.text
            _start(other)
        assert teacher.post("/teach/build", data={"text": "Nothing to be asked."}).status_code == 422
        assert _start(teacher, title="My title"), "also behind one that came to nothing"


def test_addresses_are_fetched_only_where_the_site_allows_it(
    teacher: FlaskClient, make_app: AppMaker, database_url: str
):
    assert 'name="page"' not in teacher.get("/teach/build").text
    inside = {"page": "https://localhost/wiki/Battle"}
    assert "there is no article" in teacher.post("/teach/build", data=inside).text.lower()
    allowed = make_app(database_url, FETCH="yes").test_client()
    sign_in(allowed.application, allowed, "Otto", "teacher")
    assert 'name="page"' in allowed.get("/teach/build").text
    answer = allowed.post("/teach/build", data=inside)
    assert answer.status_code == 422
    assert "a network that is not public; paste the text" in answer.text
    assert 'value="https://localhost/wiki/Battle"' in answer.text


def test_who_turned_single_keys_off_gets_none(teacher: FlaskClient):
    review = _start(teacher)
    assert "no-keys" not in teacher.get(review).text
    settings = {"name": "Tess", "time_zone": "UTC", "minutes": "10", "new_a_day": "12", "retention": "90"}
    assert teacher.post("/me", data=settings).status_code == 303
    assert '<body class="no-keys has-places">' in teacher.get(review).text


def test_a_fact_that_is_not_there_is_not_found(make_app: AppMaker, populated: Site, populated_url: str):
    client = populated.client(make_app(populated_url), "teacher")
    review = f"/teach/build/{populated.arguments['build_id']}"
    assert client.get(f"{review}?fact=9999").status_code == 404
    assert client.get(f"{review}/facts/no-such-fact").status_code == 404
    assert (
        client.post(f"{review}/decide", data={"fact": "no-such-fact", "verdict": "accepted"}).status_code
        == 404
    )
    assert client.get("/teach/build/no-such-review").status_code == 404
