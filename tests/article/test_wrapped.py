"""An article that comes escaped, or inside JSON or XML, is read as if it came bare, with places in what came."""

import html
import json
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from quizapp.article import read_article
from quizapp.article.model import Article

FOLDER = Path(__file__).parents[1] / "fixtures" / "articles"
WIKI = (FOLDER / "harlow-ford.wiki").read_text(encoding="utf-8")
PAGE = (FOLDER / "harlow-ford.html").read_text(encoding="utf-8")
EXPORT = (
    '<mediawiki xml:lang="en"><siteinfo><sitename>Reedpedia</sitename></siteinfo><page><title>Battle of Harlow Ford'
    '</title><revision><id>1</id><text bytes="9" xml:space="preserve">{}</text></revision></page></mediawiki>'
)
PARSED = {"parse": {"title": "Battle of Harlow Ford", "pageid": 1, "text": {"*": PAGE}, "langlinks": []}}
REVISION = {
    "query": {
        "pages": {
            "7": {
                "ns": 0,
                "title": "Battle of Harlow Ford",
                "revisions": [{"slots": {"main": {"contentmodel": "wikitext", "*": WIKI}}}],
            }
        }
    }
}

WRAPPED = {
    "JSON of a revision": json.dumps(REVISION),
    "JSON of a revision, indented, not ASCII": json.dumps(REVISION, indent=2, ensure_ascii=False),
    "JSON in JSON": json.dumps(json.dumps(REVISION)),
    "JSON of the parsed page": json.dumps(PARSED),
    "an export in XML": EXPORT.format(escape(WIKI)),
    "an export in XML, escaped twice": EXPORT.format(escape(escape(WIKI))),
    "an export in JSON": json.dumps({"xml": EXPORT.format(escape(WIKI))}),
    "JSON in XML": f'<?xml version="1.0"?><api><text>{escape(json.dumps(REVISION))}</text></api>',
    "escaped once": html.escape(WIKI),
    "escaped twice": html.escape(html.escape(WIKI)),
    "the inside of a JSON string": json.dumps(WIKI)[1:-1],
    "a page, escaped": html.escape(PAGE),
    "UTF-16": WIKI.encode("utf-16").decode("utf-16"),
}


def tell(article: Article) -> list[str]:
    return [sentence.text for sentence in article.sentences()]


@pytest.mark.parametrize("name", WRAPPED)
def test_what_is_inside_is_read(name: str) -> None:
    wrapped, bare = read_article(WRAPPED[name]), read_article(WIKI)
    assert tell(wrapped) == tell(bare)
    assert wrapped.title == "Battle of Harlow Ford"
    assert len(wrapped.cells) >= 12
    if "page" not in name:
        assert [[i.text for i in c.items] for c in wrapped.cells] == [
            [i.text for i in c.items] for c in bare.cells
        ]


@pytest.mark.parametrize("name", WRAPPED)
def test_places_are_those_of_what_came(name: str) -> None:
    text = WRAPPED[name]
    for sentence in read_article(text).sentences():
        for word in ("Harlow", "scouts", "attacked", "burned", "crossed"):
            at = sentence.text.find(word)
            if at >= 0:
                start, end = sentence.clean.locate(at, at + len(word))
                assert text[start:end] == word
                assert sentence.start <= start < end <= sentence.end


def test_lines_that_end_as_they_did_on_old_computers_are_lines() -> None:
    assert tell(read_article(WIKI.replace("\n", "\r"))) == tell(read_article(WIKI))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_bytes_are_read_in_their_encoding(encoding: str) -> None:
    assert tell(read_article(WIKI.encode(encoding))) == tell(read_article(WIKI))


def test_bytes_of_old_windows_are_read() -> None:
    assert tell(read_article("The Café – a ford – fell.".encode("cp1252"))) == ["The Café – a ford – fell."]


def test_a_doctype_in_xml_is_refused() -> None:
    article = read_article(
        '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><mediawiki><text>&lol;</text></mediawiki>'
    )
    assert list(article.sentences()) == []
    assert [misread.message for misread in article.misread] == [
        "a DOCTYPE may hide anything; leave it out and try again"
    ]
