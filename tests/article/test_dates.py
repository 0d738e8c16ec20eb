"""An article's dates: what is written out is read, what is counted is resolved, and what is doubtful says so."""

from quizapp.article import read_article
from quizapp.article.dates import date_article
from quizapp.values.dates import to_edtf

FORD = """= Battle of Harrow Ford =

Infobox
- Conflict: Battle of Harrow Ford
- Date: 3–9 May 1642
- Combatant1: Northmark
- Combatant2: Vale League

The battle was fought for the only crossing of the Harrow.

== The fighting ==
Northmark's vanguard reached the ford on 3 May. Concurrently, the League burned the bridge at Low Mill. The next \
day, two regiments waded across. Throughout the day, guns on the hill fired on them. By 6 May, the League \
held only the church. The following day, its last horsemen rode out. On 8 May, the church was \
surrounded, and it fell by the next day.

== Aftermath ==
During the same week, nothing moved. By 12 May, Northmark had crossed in strength, taking Low Mill, and just hours \
later its scouts saw the sea.
"""


def test_the_dates_of_an_article_are_resolved_one_from_another() -> None:
    assert list(say_dates(FORD)) == [
        ("3 May", "1642-05-03", 0, True),
        ("Concurrently", "1642-05-03", 1, True),
        ("The next day", "1642-05-04", 1, True),
        ("the day", "1642-05-04", 1, True),
        ("6 May", "../1642-05-06", 0, True),
        ("The following day", "1642-05-07", 1, False),
        ("8 May", "1642-05-08", 0, True),
        ("the next day", "../1642-05-09", 1, True),
        ("12 May", "../1642-05-12", 0, True),
    ]


def test_the_same_day_is_no_step_but_only_beside_what_it_speaks_of() -> None:
    text = "They crossed on 3 May 1642. The next day, it rained. Throughout the day, they waited."
    assert list(say_dates(f"= Battle =\n\n{text}\n"))[-1] == ("the day", "1642-05-04", 1, True)
    far = text.replace("Throughout", "It blew. It froze. Throughout")
    assert list(say_dates(f"= Battle =\n\n{far}\n"))[-1] == ("the day", "1642-05-04", 1, False)


def test_a_day_that_has_a_name_is_no_weekday() -> None:
    text = "They crossed on 3 May 1642. The day was later called Black Sunday. Peace came on Friday."
    assert [said for said, *_ in say_dates(f"= Battle =\n\n{text}\n")] == ["3 May 1642", "Friday"]


def say_dates(text: str) -> list[tuple[str, str, int, bool]]:
    article = read_article(text)
    return [
        (sentence.text[each.start : each.end], to_edtf(each.when), each.hops, each.is_sure)
        for sentence, dates in date_article(article).items()
        for each in dates
    ]
