"""An article of our own gives the facts that were listed by hand, with dates and sources, and hardly others."""

import json
from pathlib import Path

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from tests.bench.article_facts import Score, measure

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"


def test_an_article_gives_the_facts_that_were_listed_by_hand():
    gold = json.loads((ARTICLES / "lamar-strait.gold.json").read_text(encoding="utf-8"))
    found = find_facts(read_article((ARTICLES / gold["source"]).read_bytes()))
    scores = {"infobox": Score(), "body": Score()}
    listed = measure(gold["facts"], found.facts, scores)
    for score in scores.values():
        assert (score.missed, score.sure_wrong) == ([], [])
        assert (score.dated_right, score.attributed_right) == (score.dated, score.attributed)
        assert score.confident >= 0.8 * score.wanted
    assert len(found.facts) - len(listed) <= 5
    assert [(each.quote, each.section) for each in found.uncovered] == []


def test_what_contradicts_is_named():
    found = find_facts(read_article((ARTICLES / "lamar-strait.txt").read_bytes()))
    (contradiction,) = found.contradictions
    assert contradiction.reason == "the infobox has 3rd Armoured Brigade, the text 3rd Mechanized Brigade"


def test_every_form_of_an_article_states_the_same_in_its_cells():
    stated = []
    for form in ("harlow-ford.txt", "harlow-ford.wiki", "harlow-ford.html"):
        found = find_facts(read_article((ARTICLES / form).read_bytes()))
        cells = [fact for fact in found.facts if fact.evidence.section == "infobox"]
        stated.append(
            [(fact.subject, fact.attribute, fact.value, fact.according_to, fact.date) for fact in cells]
        )
    plain, wikitext, page = stated
    assert len(plain) > 20
    assert wikitext == page
    assert plain == wikitext
