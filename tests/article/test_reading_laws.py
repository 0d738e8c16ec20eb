"""What holds for any text at all: it is read, its places are in it and in order, and nothing of markup is left."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.article import read_article
from quizapp.article.model import Article
from quizapp.article.reading.residue import RESIDUE
from tests.article.noise import PIECES
from tests.article.test_wrapped import PAGE, WIKI

texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)


def check(article: Article, length: int) -> None:
    end = 0
    for sentence in article.sentences():
        assert 0 <= sentence.start <= sentence.end <= length
        assert len(sentence.clean.places) == len(sentence.text) + 1
        assert all(before <= after for before, after in pairwise(sentence.clean.places))
        assert end <= sentence.start + 1
        end = sentence.start
        assert sentence.text == sentence.text.strip() != ""
        assert not RESIDUE.search(sentence.text)
    for cell in article.cells:
        assert 0 <= cell.start <= cell.end <= length
        for item in cell.items:
            assert 0 <= item.start <= item.end <= length
            assert len(item.clean.places) == len(item.text) + 1
            assert item.text == item.text.strip() != ""
            assert not RESIDUE.search(item.text)
    for text in (article.title, *(section.heading for section in article.sections)):
        assert not RESIDUE.search(text)
    for section in article.sections:
        assert [sentence.number for sentence in section.sentences] == list(
            range(1, len(section.sentences) + 1)
        )


@given(texts)
@example("{{" * 300)
@example("{{a|[[b|" * 100 + "]]}}" * 100)
@example("<div>" * 300)
def test_any_text_is_an_article(text: str) -> None:
    check(read_article(text), len(text))


@given(st.binary(max_size=200))
def test_any_bytes_are_an_article(text: bytes) -> None:
    check(read_article(text), len(text))


@given(st.sampled_from([WIKI, PAGE]), st.data())
def test_a_damaged_article_is_an_article(text: str, data: st.DataObject) -> None:
    for _ in range(3):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]
    check(read_article(text), len(text))


@given(texts)
def test_the_same_text_gives_the_same_article(text: str) -> None:
    assert read_article(text) == read_article(text)
