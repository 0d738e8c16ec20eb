"""A megabyte of noise, or of a damaged article, is an article, and takes seconds."""

import random

import pytest

from quizapp.article import read_article
from tests.article.noise import REPEATED, damage, make_noise
from tests.article.test_reading_laws import check
from tests.article.test_wrapped import PAGE, WIKI


@pytest.mark.parametrize("text", [WIKI, PAGE], ids=["wikitext", "page"])
@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_article_is_read(text: str, seed: int) -> None:
    damaged = damage(text, random.Random(seed), 60)
    check(read_article(damaged), len(damaged))


@pytest.mark.parametrize("seed", range(2))
def test_noise_is_read(seed: int) -> None:
    noise = make_noise(random.Random(seed), 20_000)
    check(read_article(noise), len(noise))


@pytest.mark.parametrize("length", [4_000, pytest.param(400_000, marks=pytest.mark.long)])
@pytest.mark.parametrize(("before", "again", "behind"), REPEATED)
def test_the_same_again_and_again_is_read(before: str, again: str, behind: str, length: int) -> None:
    text = before + again * (length // len(again)) + behind
    check(read_article(text), len(text))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_a_megabyte_of_noise_is_read(seed: int) -> None:
    rng = random.Random(seed)
    noise = make_noise(rng, 1_000_000)
    check(read_article(noise), len(noise))
    damaged = damage((WIKI + PAGE) * 60, rng, 20_000)
    check(read_article(damaged), len(damaged))
