"""No word of a script or a style sheet is a sentence or an entry of a cell, in whatever form it comes."""

import html
import json

import pytest

from quizapp.article import read_article

SCRIPT = '<script type="text/javascript">var told = "The army fled. It lost 300 men on 3 May 1712.";</script>'
STYLE = '<style data-mw="r1">.army td{margin:0} @media print{a:after{content:"Fled."}}</style>'
PAGE = (
    f'<div class="mw-parser-output">{STYLE}<p>Vane held {SCRIPT}the ford.</p>{SCRIPT}<p>Korr left.</p></div>'
)
WIKITEXT = (
    f"{{{{Infobox military conflict|conflict=Battle of Weir|result=Upland{SCRIPT} victory}}}}\n"
    f"'''Vane''' held {STYLE}the ford.\n{SCRIPT}\nKorr left."
)
FORMS = {
    "a page": PAGE,
    "a page in capitals": PAGE.replace("script", "SCRIPT").replace("style", "Style"),
    "a page that breaks off in a script": f"<div><p>Vane held the ford.</p><p>Korr left.</p>{SCRIPT[:-9]}",
    "a page in JSON": json.dumps({"parse": {"title": "Weir", "text": {"*": PAGE}}}),
    "a page, escaped": html.escape(PAGE),
    "wikitext": WIKITEXT,
    "wikitext, escaped": html.escape(WIKITEXT),
    "wikitext in an export": f"<mediawiki><page><text>{html.escape(WIKITEXT)}</text></page></mediawiki>",
    "wikitext with a script that nothing closes": f"'''Vane''' held the ford.\n{SCRIPT[:-9]}\nKorr left.",
    "plain": f"= Weir =\n\nInfobox\n- Result: Upland {STYLE}victory\n\nVane held {SCRIPT}the ford.\n\nKorr left.",
}


@pytest.mark.parametrize("form", FORMS)
def test_code_says_nothing(form: str) -> None:
    article = read_article(FORMS[form])
    assert [sentence.text for sentence in article.sentences()] == ["Vane held the ford.", "Korr left."]
    for cell in article.cells:
        assert cell.text in {"Battle of Weir", "Upland victory"}


@pytest.mark.parametrize("form", FORMS)
def test_words_behind_code_stand_where_they_stood(form: str) -> None:
    last = list(read_article(FORMS[form]).sentences())[-1]
    assert FORMS[form][slice(*last.clean.locate(0, 4))] == "Korr"
