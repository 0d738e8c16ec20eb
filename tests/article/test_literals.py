"""Wikitext that stands in a string of source code, as test data does, is read as if it stood alone."""

import json
import textwrap

import pytest

from quizapp.article import read_article
from tests.article.test_wrapped import WIKI, tell

LINES = WIKI.splitlines(keepends=True)
ESCAPED = json.dumps(WIKI)[1:-1]


def quote(line: str) -> str:
    return json.dumps(line)


def wrap(text: str) -> str:
    """Wrap what a string holds, as an editor does with a long line: in the middle of links and templates too."""
    return "\n        ".join(textwrap.wrap(text, 90, break_long_words=False, break_on_hyphens=False))


WRITTEN = {
    "Python, in pieces": "def test_it():\n    page = (\n"
    + "".join(f"        {quote(line)}\n" for line in LINES)
    + '    )\n    assert read(page) == "x"\n',
    "Python, its lines gone on": "page = "
    + " \\\n       ".join(quote(line) for line in LINES)
    + "\nread(page)\n",
    "Python, wrapped": f'content = u"""{wrap(ESCAPED)}"""\n\nread(content)\n',
    "the inside of that": wrap(ESCAPED),
    "Python, raw": f'def test_it():\n    page = r"""{WIKI}"""\n    read(page)\n',
    "Java": "class T {\n  String page = "
    + " +\n      ".join(quote(line) for line in LINES)
    + ';\n  void run() { read("x"); }\n}\n',
    "Java, operators first": "String page = " + "\n\t\t+ ".join(quote(line) for line in LINES) + ";\n",
    "C#": 'Assert.That(Read("<b>[[Foo]]</b>"));\nAssert.That(Read(@"'
    + WIKI.replace('"', '""')
    + '"), Is.Empty);\n',
    "JavaScript": f"const page = `{WIKI}`;\nexpect(read(page)).toBe('x');\n",
    "a call, on one line": f'assertThat(read("{ESCAPED}"), is("x"));',
    "Rust": f'let page = r#"{WIKI}"#;\nread(page);\n',
    "Markdown": f"```wikitext\n{WIKI}\n```\n",
    "Ruby": f"it 'reads' do\n  read <<-DOC\n{WIKI}\nDOC\nend\n",
    "SQL": "INSERT INTO text VALUES (7, '" + ESCAPED.replace("'", "\\'") + "', 'utf-8');\n",
    "a table of values": f'1,"Harlow Ford","{WIKI.replace(chr(34), chr(34) * 2)}"\n',
    "a page of an export, in Java": 'String xml = "<page><text xml:space=\\"preserve\\">"\n + "'
    + ESCAPED.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    + '</text></page>";\n',
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_string_of_source_code_is_opened(name: str) -> None:
    wrapped, bare = read_article(WRITTEN[name]), read_article(WIKI)
    assert tell(wrapped) == tell(bare)
    assert [[item.text for item in cell.items] for cell in wrapped.cells] == [
        [item.text for item in cell.items] for cell in bare.cells
    ]


@pytest.mark.parametrize("name", WRITTEN)
def test_words_stand_where_the_code_has_them(name: str) -> None:
    text = WRITTEN[name]
    for sentence in read_article(text).sentences():
        for word in ("scouts", "attacked", "burned", "crossed"):
            at = sentence.text.find(word)
            if at >= 0:
                start, end = sentence.clean.locate(at, at + len(word))
                assert text[start:end] == word


@pytest.mark.parametrize(
    "text",
    [
        'He wrote: "{{lang|fr|Non}}", said Vane. [[Korr]] held the ford for three days, and then he left it.',
        '<div style="{{x}}">[[Vane]] held the ford.</div>\nKorr left it the next day, and nobody followed him.',
        "('''Ford''') is a place, and so is [[Weir]].",
    ],
)
def test_a_quotation_in_an_article_is_no_string_of_code(text: str) -> None:
    assert any("Korr" in told or "Weir" in told for told in tell(read_article(text)))


def test_what_only_its_tags_escape_is_read() -> None:
    article = read_article(
        "{{Infobox military conflict\n|commander1=[[Ida Vane]]&lt;br /&gt;[[Joss Tarn]]&#60;br&#62;Otto Brand\n}}\n"
        "Vane<ref>A</ref> held&lt;ref name=&quot;b&quot;&gt;Pell, 3.&lt;/ref&gt; it<ref>C</ref> for<ref>D</ref> long."
    )
    assert [item.text for item in article.cells[0].items] == ["Ida Vane", "Joss Tarn", "Otto Brand"]
    assert tell(article) == ["Vane held it for long."]
