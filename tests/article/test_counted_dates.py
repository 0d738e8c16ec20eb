"""Dates that only what stands around them can tell: counted from another, or without their year; and their doubts."""

import pytest

from quizapp.article import read_article
from quizapp.article.dates import Dated, date_article
from quizapp.values.dates import to_edtf

COUNTED = [
    ("The next day, they left.", "1642-05-04"),
    ("They left the following night.", "1642-05-04"),
    ("They left the day after.", "1642-05-04"),
    ("The day following saw them leave.", "1642-05-04"),
    ("Early the next morning, they left.", "1642-05-04"),
    ("That evening, they left.", "1642-05-03"),
    ("On the same day, they left.", "1642-05-03"),
    ("At the same time, they left the hill.", "1642-05-03"),
    ("Later that day, they left.", "1642-05-03"),
    ("They had come the previous night.", "1642-05-02"),
    ("They had come the day before.", "1642-05-02"),
    ("Three days later, they left.", "1642-05-06"),
    ("Two days earlier, they had come.", "1642-05-01"),
    ("Four days after that, they left.", "1642-05-07"),
    ("In June, it rained. That month, they left.", "1642-06"),
    ("They left by the next day.", "../1642-05-04"),
    ("They left on the 28th.", "1642-05-28"),
    ("They left on the 28th of that month.", "1642-05-28"),
    ("They left on the 9th of the following month.", "1642-06-09"),
    ("They had come on the 28th of the previous month.", "1642-04-28"),
    ("In December 1642, it rained. On the 2nd of the next month, they left.", "1643-01-02"),
    ("On the morning of Friday the 9th, they left.", "1642-05-09"),
    ("They left on 2 March the next year.", "1643-03-02"),
    ("On the night of the 9th, they left.", "1642-05-09"),
    ("Later that month, they left.", "1642-05"),
    ("They left that year.", "1642"),
    ("They left the following year.", "1643"),
    ("They left the following spring.", "1643-03/1643-05"),
    ("They left the following August.", "1642-08"),
    ("They had come the previous autumn.", "1641-09/1641-11"),
    ("They left in October of that year.", "1642-10"),
    ("They left on 9 August of the following year.", "1643-08-09"),
    ("Two years later, they left.", "1644"),
    ("After they took Oster on 8 May, the next day they left.", "1642-05-09"),
    ("They left on the 7th. The next day, it rained.", "1642-05-08"),
    ("They left on the night of the 7th/8th.", "1642-05-07/1642-05-08"),
    ("It rained from the 7th to the 9th.", "1642-05-07/1642-05-09"),
    ("It rained on the 7th and 9th.", "1642-05-09"),
    ("They left on the eve of 8 May.", "1642-05-07"),
    ("They left the day before 8 May.", "1642-05-07"),
    ("Three days after 8 May, they left.", "1642-05-11"),
    ("In 1601, they made peace. Two years later, they broke it.", "1603"),
]
DOUBTED = [
    ("A week later, they left.", "1642-05-10", "seldom exact"),
    ("About three days later, they left.", "1642-05-06", "about that long"),
    ("Two or three days later, they left.", "1642-05-06", "about that long"),
    ("In the week of 8 May, they left.", "1642-05-08", "week"),
    ("They had come the day before. Two days later, they left.", "1642-05-05", "another time"),
    ("Ten days later, they left.", "1642-05-13", "round number"),
    ("They left on Friday.", "1642-05-09", "weekday"),
    ("On the third day, they left.", "1642-05-05", "first day"),
    ("In December, it rained.", "1641-12", "may be another"),
    ("In December, it rained. They left on the 2nd of the next month.", "1642-06-02", "another time"),
    ("By 8 May, it was over. The next day, they left.", "1642-05-09", "bound"),
    ("From 6 to 8 May, it rained. The next day, they left.", "1642-05-09", "span"),
    ("The next day, it rained. Two days later, they left.", "1642-05-06", "two steps"),
    ("They had fought at Oster on 1 April. The next day, they left.", "1642-05-04", "another time"),
    ("Some hours later, it rained. The next day, they left.", "1642-05-04", "another time"),
    ("Afterward, it rained. Three days later, they left.", "1642-05-06", "another time"),
    ("It rained. It blew. It froze. It thawed. The next day, they left.", "1642-05-04", "far above"),
    ("It rained. Later in the day, they left.", "1642-05-03", "sentences before"),
    ("They feared what the 20 April rising had begun.", "1642-04-20", "only names"),
    ("It is remembered every year on 3 May.", "1642-05-03", "every year"),
]
YEARS = [
    ("They met again on 9 May.", "1642-05-09"),
    ("They met again in June.", "1642-06"),
    ("In 1640, they had met at Oster in July.", "1640-07"),
    ("Before that, in 1641, they signed a truce in March.", "1641-03"),
]


@pytest.mark.parametrize(("text", "when"), [*COUNTED, *YEARS])
def test_a_date_is_counted_from_the_one_before(text: str, when: str) -> None:
    dated = date_last(f"They crossed the ford on 3 May 1642. {text}")
    assert (to_edtf(dated.when), dated.doubt) == (when, "")


@pytest.mark.parametrize(("text", "when", "doubt"), DOUBTED)
def test_a_date_that_is_counted_loosely_is_doubted(text: str, when: str, doubt: str) -> None:
    dated = date_last(f"They crossed the ford on 3 May 1642. {text}", cell="3–9 May 1642")
    assert to_edtf(dated.when) == when
    assert doubt in dated.doubt


def test_a_date_counted_from_another_paragraph_is_doubted() -> None:
    dated = date_last("They crossed the ford on 3 May 1642.\n\nThe next day, they left.")
    assert (to_edtf(dated.when), dated.doubt) == ("1642-05-04", "counted from another paragraph")


def test_a_date_that_is_written_out_beside_a_counted_one_says_which_it_is() -> None:
    text = "They came on 3 May 1642. On the fourth day, 7 May, it rained. A week later, on 15 May, it froze."
    assert [(to_edtf(each.when), each.doubt) for each in date_all(text, "3–9 May 1642")[1:]] == [
        ("1642-05-07", ""),
        ("1642-05-07", ""),
        ("1642-05-15", ""),
        ("1642-05-15", ""),
    ]


def test_what_cannot_be_counted_gives_no_date() -> None:
    assert list(date_all("They left the next day.")) == []
    assert list(date_all("In June 1642, they came. The next day, they left."))[1:] == []
    assert [each.hops for each in date_all("On 3 May 1642, they came. Hours later, they left.")] == [0]


@pytest.mark.parametrize(
    ("cell", "title", "text", "when"),
    [
        ("3–9 May 1642", "Battle of Harrow Ford", "It began on 3 May.", "1642-05-03"),
        ("16 December 1944 – 25 January 1945", "Fen Line", "It began on 2 January.", "1945-01-02"),
        ("16 December 1944 – 25 January 1945", "Fen Line", "It began on 18 December.", "1944-12-18"),
        ("", "1642 Harrow offensive", "It began on 3 May.", "1642-05-03"),
        ("480 BC", "Battle of the Narrows", "It began in August.", "-0479-08"),
        ("3 May 1642, , 9–10 January 1643", "Harrow", "They met on 10 January.", "1643-01-10"),
        ("3–9 May 1642", "Harrow", "On the night of the 7th, they left.", "1642-05-07"),
        (
            "3–9 May 1642",
            "Harrow",
            "In August 1615 he came. They met on 9 September and on 8 October.",
            "1615-10-08",
        ),
        ("490 BC", "Battle of the Narrows", "They came again in 480.", "-0479"),
        ("490 BC", "Battle of the Narrows", "They came again in September 480.", "-0479-09"),
        ("490 BC", "Battle of the Narrows", "They ruled from 486 to 465.", "-0485/-0464"),
        ("", "Harrow", "It was fought on 3 May 1642. On 9 May, it ended.", "1642-05-09"),
        ("3–9 May 1642", "Harrow", "== Background ==\n\nThey had met in December.", "1641-12"),
        ("3–9 May 1642", "Harrow", "== Aftermath ==\n\nPeace was signed in January.", "1643-01"),
        ("1640–1649", "Harrow War", "== The year 1643 ==\n\nThey met on 9 August.", "1643-08-09"),
        ("1640–1649", "Harrow War", "They met on 9 December 1643. On 2 January, they left.", "1644-01-02"),
        ("1640–1649", "Harrow War", "They met in 1643. On 2 March, they left.", "1643-03-02"),
    ],
)
def test_a_year_that_is_missing_comes_from_what_the_article_is_about(
    cell: str, title: str, text: str, when: str
) -> None:
    assert to_edtf(date_last(text, cell, title).when) == when


@pytest.mark.parametrize(
    "text",
    [
        "In 1609, their grandfathers met there. On 9 August, they left.",
        "After the old king died on 9 May 1609, his brother ruled. On 9 August, they left.",
        "It had begun in 1640. The walls were old.\n\nThey would sign a peace on 9 October.",
    ],
)
def test_a_year_is_doubted_where_two_are_told(text: str) -> None:
    assert date_last(text, "1640–1649", "Harrow War").doubt


def test_a_chain_of_days_stays_at_the_day_that_began_it() -> None:
    text = "They came on 3 May 1642. That evening, it rained. The next day, they left."
    assert [(to_edtf(each.when), each.hops) for each in date_all(text)] == [
        ("1642-05-03", 0),
        ("1642-05-03", 1),
        ("1642-05-04", 1),
    ]


def date_last(text: str, cell: str = "", title: str = "Battle of Harrow Ford") -> Dated:
    return list(date_all(text, cell, title))[-1]


def date_all(text: str, cell: str = "", title: str = "Battle of Harrow Ford") -> list[Dated]:
    infobox = f"Infobox\n- Conflict: {title}\n- Date: {cell}\n\n" if cell else ""
    article = read_article(f"= {title} =\n\n{infobox}{text}\n")
    return [each for dates in date_article(article).values() for each in dates]
