"""Markdown, as note-books and assistants write it, is read as plain text without its marks."""

import re

import pytest

from quizapp.article import read_article
from quizapp.article.model import Field

NOTES = """\
# Battle of Harlow Ford

| Field | Value |
|:---|---|
| **Date** | 3 May 1712 |
| Sides | Uplands vs. *Duchy of Marl* |

## The fighting
**Anselm Korr** held the ***ford*** ([Pell](https://example.org/pell_(1901))), and *nobody* crossed it on [3 May](https://example.org/may).
![The ford in spring](ford.png)

| Day | Dead | Wounded |
|---|---|---|
| 3 May | 310 | 600 |

> The mill fell on 4 May.

* Ida Vane burned the bridge: 2 * 3 arches.
"""


def test_marks_links_pictures_and_wide_tables_are_no_text() -> None:
    article = read_article(NOTES)
    assert article.title == "Battle of Harlow Ford"
    assert [(sentence.section, sentence.text) for sentence in article.sentences()] == [
        ("The fighting", "Anselm Korr held the ford (Pell), and nobody crossed it on 3 May."),
        ("The fighting", "The mill fell on 4 May."),
        ("The fighting", "Ida Vane burned the bridge: 2 * 3 arches."),
    ]


def test_a_table_of_two_columns_is_an_infobox() -> None:
    cells = [cell for cell in read_article(NOTES).cells if cell.field is not Field.OTHER]
    assert [(cell.field, cell.side, [item.text for item in cell.items]) for cell in cells] == [
        (Field.DATE, None, ["3 May 1712"]),
        (Field.COMBATANT, 1, ["Uplands"]),
        (Field.COMBATANT, 2, ["Duchy of Marl"]),
    ]


def test_words_stand_where_they_were() -> None:
    article = read_article(NOTES)
    texts = [sentence.clean for sentence in article.sentences()]
    texts += [item.clean for cell in article.cells for item in cell.items]
    for clean in texts:
        word = max(re.findall(r"\w+", clean.text), key=len)
        at = clean.text.index(word)
        assert NOTES[slice(*clean.locate(at, at + len(word)))] == word


@pytest.mark.parametrize(
    "said", ["They had 3 * 4 guns and 5 * 6 men.", "Pell [of Weir] (a scout) wrote a_b of it."]
)
def test_what_only_looks_like_a_mark_is_kept(said: str) -> None:
    assert [s.text for s in read_article(f"# Harlow Ford\n\n{said}\n").sentences()] == [said]


@pytest.mark.parametrize(
    "text", ["**" * 100_000, "|" * 200_000, "[" * 200_000, "> " * 100_000, "| a " * 50_000]
)
def test_marks_without_end_are_read(text: str) -> None:
    assert read_article(f"# Harlow Ford\n\n{text}\n").title == "Harlow Ford"


PAGE = """\
---
title: "Battle of Harlow Ford"
tags: [wars]
---
**Korr** held the `ford`.[^1]

The fighting
------------
Vane burned the bridge.

After it
========
Korr left.

```text
Pell stayed.
```

[^1]: Pell, page 4.
"""


def test_what_stands_above_the_text_and_in_footnotes_is_no_sentence() -> None:
    article = read_article(PAGE)
    assert article.title == "Battle of Harlow Ford"
    assert [(sentence.section, sentence.text) for sentence in article.sentences()] == [
        ("lead", "Korr held the ford."),
        ("The fighting", "Vane burned the bridge."),
        ("After it", "Korr left."),
        ("After it", "Pell stayed."),
    ]
    last = list(article.sentences())[-1]
    assert PAGE[last.start : last.end] == "Pell stayed."


def test_a_heading_of_the_text_comes_before_a_title_above_it() -> None:
    article = read_article(PAGE.replace("**Korr**", "# Harlow Ford\n\n**Korr**"))
    assert article.title == "Harlow Ford"
    assert next(article.sentences()).text == "Korr held the ford."
