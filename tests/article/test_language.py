"""An article that is not in English is called what it is, and none of its words is taken for a fact."""

from pathlib import Path

import pytest

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.article.language import find_foreign_language

FOREIGN = {
    "German": "Die Schlacht an der Furt fand am 3. Mai 1712 statt. Der Herzog von Marl hatte 9000 Mann und wurde"
    " von den Truppen des Generals Korr geschlagen. Am 4. Mai 1712 fiel die Mühle, und 310 Mann wurden"
    " getötet.",
    "French": "La bataille du gué eut lieu le 3 mai 1712 dans la vallée. Le duc de Marl avait 9 000 hommes et fut"
    " battu par les troupes du général Korr. Le 4 mai 1712, le moulin fut pris et 310 hommes furent tués.",
    "Spanish": "La batalla del vado tuvo lugar el 3 de mayo de 1712 en el valle. El duque de Marl tenía 9000 hombres"
    " y fue derrotado por las tropas del general Korr. El 4 de mayo cayó el molino y murieron 310 hombres.",
    "Italian": "La battaglia del guado fu combattuta il 3 maggio 1712 nella valle. Il duca di Marl aveva 9000 uomini"
    " e fu sconfitto dalle truppe del generale Korr. Il 4 maggio cadde il mulino e 310 uomini furono"
    " uccisi.",
    "Dutch": "De slag bij de voorde vond plaats op 3 mei 1712. De hertog van Marl had 9000 man en werd door de"
    " troepen van generaal Korr verslagen. Op 4 mei 1712 viel de molen en 310 man werden gedood in het"
    " dal.",
    "Polish": "Bitwa pod brodem była stoczona w dniu 3 maja 1712 na rzece. Książę Marl miał 9000 ludzi i został"
    " pobity przez wojska generała Korra. W dniu 4 maja padł młyn, a 310 ludzi z oddziału nie wróciło do"
    " domu.",
}
ENGLISH = Path(__file__).parents[1] / "fixtures" / "articles"


@pytest.mark.parametrize("language", FOREIGN)
def test_a_language_is_told_and_nothing_of_it_is_a_fact(language: str) -> None:
    found = find_facts(read_article(f"Harlow Ford\n\n{FOREIGN[language]}\n"))
    assert found.facts == ()
    assert found.misread[0].message == f"this article seems to be in {language}; give the English one"
    assert len(found.skipped) >= 3


@pytest.mark.parametrize("path", sorted(ENGLISH.glob("*.txt")), ids=lambda path: path.stem)
def test_english_is_read(path: Path) -> None:
    assert find_foreign_language(read_article(path.read_bytes())) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Die Hard.",
        "Korr, Vane, Tarn, Brand, Voss, Pell, Odo, Weir, Marl, Quux, Corge, Otto, Ida, Joss, Ilan, Tess, Ada.",
        "'Die Wacht am Rhein' was sung in the camp, and der Alte Fritz was played by the band of the army.",
    ],
)
def test_a_few_foreign_words_are_no_foreign_article(text: str) -> None:
    assert find_foreign_language(read_article(f"Harlow Ford\n\n{text}\n")) == ""
