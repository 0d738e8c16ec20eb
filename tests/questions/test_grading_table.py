"""The grading table: what each response to a question is worth, as a teacher would try it.

A row is a response and its mark: 1 right, 0 wrong, between them partly right. ASK means that the answer is
asked back, being too vague or ambiguous. A response stands as it would on the command line, or as a tuple of
its parts. Add a row wherever a grade was a surprise.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from quizapp.questions import TYPE_NAMES, grade, read_question

ASK = -1.0
Row = tuple[str | tuple[str, ...], float]
RLM, LRM, ZWSP, ZWJ, BOM, NBSP, SOFT = "\u200f", "\u200e", "\u200b", "\u200d", "\ufeff", "\xa0", "\xad"

CAPTURED = {
    "type": "date",
    "stem": "When did the Syrian Army capture the city of Mayadin?",
    "key": "2017-10-14",
}
CITY = {
    "type": "choice",
    "stem": "Which city did the Syrian Army capture on 14 October 2017?",
    "key": "Mayadin",
    "distractors": ["Al-Quriyah", {"text": "Dhiban", "weight": "0.25"}, "Deir ez-Zor"],
}
VILLAGES = {
    "type": "choices",
    "stem": "Which places lie on the west bank?",
    "key": ["Mayadin", "Al-Quriyah", "Abu Kamal"],
    "distractors": ["Dhiban", {"text": "Hajin", "weight": "0.5"}],
}
GENERAL = {
    "type": "text",
    "stem": "Who commanded the Tiger Forces?",
    "key": "Suheil al-Hassan",
    "accepted": ["The Tiger"],
}
UNIT = {
    "type": "text",
    "stem": "Which corps took part?",
    "key": "5th Corps",
    "accepted": ["Fifth Assault Corps"],
}
TOWN = {"type": "text", "stem": "Which town fell next?", "key": "Al-Quriyah", "accepted": ["Qurayyah"]}
SEQUENCE = {
    "type": "order",
    "stem": "In which order?",
    "key": ["airfield taken", "city entered", "city encircled", "city captured", "Dhiban captured"],
}
SIDES = {
    "type": "match",
    "stem": "Who fought on which side?",
    "key": {"Suheil al-Hassan": "government", "Hassan Mohammad": "government", "Abu Bakr": "Islamic State"},
    "distractors": ["SDF"],
}
SENTENCE = {
    "type": "cloze",
    "stem": "On ___ the army took ___ from about ___ fighters.",
    "key": ["14 October 2017", {"text": "Mayadin", "accepted": ["Al-Mayadin"]}, "1,500"],
}
CARD = {"type": "card", "stem": "What does ISIL stand for?", "key": "Islamic State of Iraq and the Levant"}


def number(key: str, **more: str) -> dict[str, Any]:
    return {"type": "number", "stem": "How many?", "key": key, **more}


def date(key: str, stem: str = "When?") -> dict[str, Any]:
    return {"type": "date", "stem": stem, "key": key}


TABLE: list[tuple[Mapping[str, Any], Sequence[Row]]] = [
    (
        CITY,
        [
            ("Mayadin", 1),
            ("mayadin", 1),
            ("  MAYADIN  ", 1),
            ("Mayadin.", 1),
            ("Máyadín", 1),
            (f"{RLM}Mayadin{LRM}", 1),
            (f"May{ZWSP}adin", 1),
            ("Ｍａｙａｄｉｎ", 1),
            ("Dhiban", 0.25),
            ("dhiban", 0.25),
            ("Al-Quriyah", 0),
            ("al quriyah", 0),
            ("Deir ez Zor", 0),
            ("Raqqa", 0),
            ("Mayadi", 0),
            ("A", 0),
            ("", ASK),
            (f"{ZWSP}{RLM}", ASK),
            ((), ASK),
            (("Mayadin", "Dhiban"), 0),
            (("Mayadin", "Mayadin"), 0),
            ('["Mayadin"]', 1),
            ('"Mayadin"', 1),
            ("Mayadin" * 2000, 0),
        ],
    ),
    (
        {"type": "choice", "stem": "Which language?", "key": "C++", "distractors": ["C", "C#"]},
        [("C++", 1), ("c++", 1), ("C", 0), ("C#", 0), ("C+", 0)],
    ),
    (
        {"type": "choice", "stem": "How many?", "key": "1.5", "distractors": ["15", "-1.5", "1.5+"]},
        [("1.5", 1), ("15", 0), ("-1.5", 0), ("1.5+", 0), ("1,5", 0)],
    ),
    (
        {"type": "choice", "stem": "كم؟", "key": "الميادين", "distractors": ["الرقة", "القورية"]},
        [("الميادين", 1), (f"{RLM}الميادين", 1), ("الميـادين", 0), ("الرقة", 0)],
    ),
    (
        VILLAGES,
        [
            ("Mayadin; Al-Quriyah; Abu Kamal", 1),
            ("abu kamal | al-quriyah | mayadin", 1),
            ("Abu Kamal\nMayadin\nAl-Quriyah\n", 1),
            ('["Abu Kamal", "Mayadin", "Al-Quriyah"]', 1),
            ("Mayadin; Mayadin; Al-Quriyah; Abu Kamal", 1),
            ("Mayadin, Al-Quriyah, Abu Kamal", 1),
            ("Mayadin, Raqqa", 0),
            ("Mayadin; Al-Quriyah", 2 / 3),
            ("Mayadin", 1 / 3),
            ("Abu Kamal;", 1 / 3),
            ("Mayadin; Al-Quriyah; Abu Kamal; Dhiban", 2 / 3),
            ("Mayadin; Al-Quriyah; Abu Kamal; Hajin", 2.5 / 3),
            ("Mayadin; Al-Quriyah; Abu Kamal; Dhiban; Hajin", 0.5),
            ("Mayadin; Al-Quriyah; Abu Kamal; Raqqa", 2 / 3),
            ("Mayadin; Dhiban", 0),
            ("Mayadin; Hajin", 0.5 / 3),
            ("Dhiban; Hajin", 0),
            ("Dhiban", 0),
            ("Raqqa", 0),
            ("", ASK),
            ((), ASK),
            (("", ""), ASK),
        ],
    ),
    (
        {"type": "choices", "stem": "Which?", "key": ["A; B"], "distractors": ["C"]},
        [("A; B", 1), (("A; B",), 1), ("C", 0), ('["A; B"]', 1)],
    ),
    (
        GENERAL,
        [
            ("Suheil al-Hassan", 1),
            ("suheil al-hassan", 1),
            ("SUHEIL AL-HASSAN", 1),
            ("Suheil al Hassan", 1),
            ("Suhail al-Hasan", 1),
            ("Suhayl al-Hassan", 1),
            ("Suheil el-Hassan", 1),
            ("Súheil al-Hassán", 1),
            ("al-Hassan", 1),
            ("Al Hassan", 1),
            ("Hassan", 1),
            ("General Suheil al-Hassan", 1),
            ("Gen. Suheil al-Hassan", 1),
            ("Brigadier General Suheil al-Hassan", 1),
            ("Maj. Gen. al-Hassan", 1),
            ("The Tiger", 1),
            ("the tiger", 1),
            ("Tiger", 1),
            ("  Suheil   al-Hassan ", 1),
            (f"Suheil{NBSP}al-Hassan", 1),
            (f"{RLM}Suheil al-Hassan{LRM}", 1),
            (f"Su{SOFT}heil al-Has{ZWJ}san", 1),
            (f"{BOM}Suheil al‐Hassan", 1),
            ("Suheil al-Hassan.", 1),
            ("“Suheil al-Hassan”", 1),
            ("Ｓｕｈｅｉｌ ａｌ－Ｈａｓｓａｎ", 1),
            ("al-Assad", 0),
            ("Bashar al-Assad", 0),
            ("Assad", 0),
            ("Suheil", 0),
            ("Hassan Mohammad", 0),
            ("al", 0),
            ("the", 0),
            ("general", 0),
            ("Issam Zahreddine", 0),
            ("Tigers of the forces", 0),
            ("1234", 0),
            ("?", 0),
            ("", ASK),
            (f" {ZWSP} ", ASK),
            ((), ASK),
        ],
    ),
    (
        UNIT,
        [
            ("5th Corps", 1),
            ("5th corps", 1),
            ("the 5th Corps", 1),
            ("Fifth Assault Corps", 1),
            ("fifth assault corps", 1),
            ("4th Corps", 0),
            ("15th Corps", 0),
            ("6th Corps", 0),
            ("Corps", 0),
            ("Republican Guard", 0),
        ],
    ),
    (
        TOWN,
        [
            ("Al-Quriyah", 1),
            ("al-Quriyah", 1),
            ("Quriyah", 1),
            ("Al Quriya", 1),
            ("Al-Qurayyah", 1),
            ("Qurayyah", 1),
            ("Raqqa", 0),
            ("Mayadin", 0),
        ],
    ),
    (
        CAPTURED,
        [
            ("14 October 2017", 1),
            ("14 Oct 2017", 1),
            ("14 oct 2017", 1),
            ("14 Oct. 2017", 1),
            ("14 OCTOBER 2017", 1),
            ("14th October 2017", 1),
            ("14th of October 2017", 1),
            ("14th of October, 2017", 1),
            ("the 14th of October 2017", 1),
            ("on 14 October 2017", 1),
            ("On the 14th of October, 2017.", 1),
            ("October 14, 2017", 1),
            ("October 14 2017", 1),
            ("October 14th, 2017", 1),
            ("October 14th 2017", 1),
            ("Oct 14, 2017", 1),
            ("Oct. 14th, 2017", 1),
            ("oct 14 2017", 1),
            ("2017-10-14", 1),
            ("2017/10/14", 1),
            ("2017.10.14", 1),
            ("20171014", 1),
            ("14.10.2017", 1),
            ("14. 10. 2017", 1),
            ("14/10/2017", 1),
            ("10/14/2017", 1),
            ("14-10-2017", 1),
            ("14-Oct-2017", 1),
            ("14/Oct/2017", 1),
            ("14 October, 2017", 1),
            ("14October2017", 1),
            ("Saturday 14 October 2017", 1),
            ("Saturday, October 14, 2017", 1),
            ("Sat 14 Oct 2017", 1),
            ("2017 October 14", 1),
            ("2017, October 14", 1),
            ("14 October 2017 AD", 1),
            ("14 October 2017 CE", 1),
            (" 14   October   2017 ", 1),
            ("14 October 2017.", 1),
            (f"14{NBSP}October{NBSP}2017", 1),
            (f"{RLM}14 October 2017{LRM}", 1),
            (f"1{ZWSP}4 October 20{ZWSP}17", 1),
            (f"{BOM}14 October 2017", 1),
            ("１４ October ２０１７", 1),
            ("١٤ October ٢٠١٧", 1),
            ("14–10–2017", 1),
            ("14. Oktober 2017", 1),
            ("14 Octobre 2017", 1),
            ("14 Octber 2017", 1),
            ("14.10.17", ASK),
            ("fourteenth of October 2017", 1),
            ("mid-October 2017", ASK),
            ("early October 2017", ASK),
            ("late 2017", ASK),
            ("October 2017", ASK),
            ("Oct 2017", ASK),
            ("2017", ASK),
            ("10/2017", ASK),
            ("10/11/2017", ASK),
            ("14 October", ASK),
            ("October", ASK),
            ("14/10", ASK),
            ("about 14 October 2017", ASK),
            ("4 to 17 October 2017", ASK),
            ("", ASK),
            ("15 October 2017", 0.5),
            ("4 October 2017", 0.5),
            ("2017-10-13", 0.5),
            ("14 October 2016", 0.5),
            ("by 14 October 2017", 0.5),
            ("14 November 2017", 0.25),
            ("1 May 2017", 0.25),
            ("14 November 2016", 0),
            ("3 March 1999", 0),
            ("31 February 2017", 0),
            ("32 October 2017", 0),
            ("Mayadin", 0),
            ("yesterday", ASK),
            ("99999999999999999999", 0),
            ("14 October 2017; 15 October 2017", 0),
        ],
    ),
    (
        date("2017-10-14", "When in 2017 did the city fall?"),
        [
            ("14 October", 1),
            ("Oct 14", 1),
            ("October 14th", 1),
            ("14/10", 1),
            ("14 October 2017", 1),
            ("15 October", 0.5),
            ("14 October 2016", 0.5),
            ("October", ASK),
        ],
    ),
    (
        date("../2017-10-08"),
        [
            ("by 8 October 2017", 1),
            ("8 October 2017", 1),
            ("on or before 8 October 2017", 1),
            ("no later than 8 October 2017", 1),
            ("until 8 October 2017", 1),
            ("../2017-10-08", 1),
            ("before 8 October 2017", 0.5),
            ("by 9 October 2017", 0.5),
            ("9 October 2017", 0.5),
            ("from 8 October 2017", 0.25),
            ("by 8 May 2016", 0),
            ("October 2017", ASK),
        ],
    ),
    (
        date("2017-10-04/2017-10-17"),
        [
            ("4 to 17 October 2017", 1),
            ("4-17 October 2017", 1),
            ("4–17 October 2017", 1),
            ("from 4 October 2017 to 17 October 2017", 1),
            ("between 4 and 17 October 2017", 1),
            ("October 4-17, 2017", 1),
            ("2017-10-04/2017-10-17", 1),
            ("4 October to 17 October 2017", 1),
            ("4 to 18 October 2017", 0.5),
            ("3 to 17 October 2017", 0.5),
            ("4 October 2017", 0.5),
            ("10 October 2017", 0.25),
            ("1 May 2017", 0),
            ("October 2017", ASK),
        ],
    ),
    (
        date("2017-10"),
        [
            ("October 2017", 1),
            ("Oct 2017", 1),
            ("10/2017", 1),
            ("2017-10", 1),
            ("in October 2017", 1),
            ("14 October 2017", 1),
            ("2017", ASK),
            ("2016", ASK),
            ("November 2017", 0.25),
            ("October 2016", 0.25),
            ("May 2016", 0),
        ],
    ),
    (
        date("2017"),
        [
            ("2017", 1),
            ("in 2017", 1),
            ("AD 2017", 1),
            ("October 2017", 1),
            ("2016", 0),
            ("17", ASK),
            ("2010s", ASK),
        ],
    ),
    (
        date("-0479"),
        [
            ("480 BC", 1),
            ("480 BCE", 1),
            ("480 B.C.", 1),
            ("480 bc", 1),
            ("-0479", 1),
            ("BC 480", 1),
            ("480 AD", 0.25),
            ("479 BC", 0),
            ("481 BC", 0),
        ],
    ),
    (
        date("-0043-03-15"),
        [("15 March 44 BC", 1), ("March 15, 44 BC", 1), ("March 44 BC", ASK), ("44 BC", ASK)],
    ),
    (
        number("38"),
        [
            ("38", 1),
            (" 38 ", 1),
            ("38.0", 1),
            ("thirty-eight", 1),
            ("thirty eight", 1),
            ("Thirty-Eight", 1),
            ("３８", 1),
            ("٣٨", 1),
            (f"{RLM}3{ZWSP}8", 1),
            ("38.", 1),
            ("38 killed", 1),
            ("37", 0),
            ("39", 0),
            ("380", 0),
            ("-38", 0),
            ("3.8", 0),
            ("eight", 0),
            ("no idea", 0),
            ("", ASK),
            ("many", ASK),
            ("1e999", 0),
            ("9" * 5000, 0),
        ],
    ),
    (
        number("38+"),
        [
            ("38+", 1),
            ("at least 38", 1),
            ("38 or more", 1),
            ("more than 38", 1),
            ("38", 1),
            ("37", 0),
            ("at most 38", 0.25),
        ],
    ),
    (
        number("at least 180"),
        [("180+", 1), ("at least 180", 1), ("180", 1), ("one hundred and eighty", 1), ("38+", 0)],
    ),
    (
        number("38..67"),
        [
            ("38..67", 1),
            ("38 to 67", 1),
            ("38-67", 1),
            ("38–67", 1),
            ("between 38 and 67", 1),
            ("from 38 to 67", 1),
            ("38", 0.5),
            ("67", 0.5),
            ("1 to 5", 0),
            ("100", 0),
        ],
    ),
    (
        number("1,500"),
        [
            ("1500", 1),
            ("1,500", 1),
            ("1 500", 1),
            (f"1{NBSP}500", 1),
            ("1'500", 1),
            ("1.5 thousand", 1),
            ("one thousand five hundred", 1),
            ("fifteen hundred", 1),
            ("about 1,500", 1),
            ("1,501", 0),
            ("150", 0),
            ("15,000", 0),
        ],
    ),
    (
        number("1,500", tolerance="5 %"),
        [("1,500", 1), ("1,575", 1), ("1,425", 1), ("1,576", 0), ("1,424", 0)],
    ),
    (number("100", tolerance="2"), [("98", 1), ("102", 1), ("97", 0), ("103", 0), ("98 to 102", 1)]),
    (
        number("10", unit="km"),
        [
            ("10", 1),
            ("10 km", 1),
            ("10km", 1),
            ("10 kilometres", 1),
            ("10 kilometers", 1),
            ("ten kilometres", 1),
            ("10,000 m", 1),
            ("10 m", 0),
            ("10 kg", 0),
        ],
    ),
    (
        number("80", unit="%"),
        [("80", 1), ("80 %", 1), ("80%", 1), ("80 percent", 1), ("80 per cent", 1), ("8 %", 0)],
    ),
    (number("1.5"), [("1.5", 1), ("1,5", 1), ("one and a half", 1), ("1 1/2", 1), ("15", 0)]),
    (number("-5"), [("-5", 1), ("−5", 1), ("minus 5", 1), ("5", 0)]),
    (
        SEQUENCE,
        [
            ("airfield taken; city entered; city encircled; city captured; Dhiban captured", 1),
            ("airfield taken > city entered > city encircled > city captured > Dhiban captured", 1),
            ("airfield taken, city entered, city encircled, city captured, Dhiban captured", 1),
            ("Airfield Taken | CITY ENTERED | city encircled | city captured | dhiban captured.", 1),
            ("airfield taken\ncity entered\ncity encircled\ncity captured\nDhiban captured\n", 1),
            ("Dhiban captured; city captured; city encircled; city entered; airfield taken", 0),
            ("city entered; airfield taken; city encircled; city captured; Dhiban captured", 0.75),
            ("Dhiban captured; airfield taken; city entered; city encircled; city captured", 0.75),
            ("airfield taken; city captured; city entered; city encircled; Dhiban captured", 0.75),
            ("city entered; airfield taken; city captured; city encircled; Dhiban captured", 0.5),
            ("city encircled; city captured; Dhiban captured; airfield taken; city entered", 0.5),
            ("Dhiban captured; city captured; city entered; city encircled; airfield taken", 0.25),
            ("airfield taken; city entered; city encircled; city captured", 0.75),
            ("airfield taken; Dhiban captured", 0.25),
            ("airfield taken", 0),
            ("airfield taken; airfield taken; airfield taken; airfield taken; airfield taken", 0),
            ("airfield taken; city entered; city encircled; city captured; Dhiban captured; Raqqa", 0.75),
            ("Raqqa; Hama; Homs", 0),
            ("", ASK),
            ((), ASK),
            (("", "", "", "", ""), ASK),
        ],
    ),
    (
        SIDES,
        [
            ("Suheil al-Hassan = government; Hassan Mohammad = government; Abu Bakr = Islamic State", 1),
            ("Abu Bakr: Islamic State\nHassan Mohammad: government\nSuheil al-Hassan: government", 1),
            ("abu bakr -> islamic state | hassan mohammad -> government | suheil al-hassan -> GOVERNMENT", 1),
            (
                '{"Abu Bakr": "Islamic State", "Hassan Mohammad": "government", "Suheil al-Hassan": "government"}',
                1,
            ),
            ("Suheil al-Hassan = government, Hassan Mohammad = government, Abu Bakr = Islamic State", 1),
            ("Islamic State; government; government", 1),
            (("Islamic State", "government", "government"), 1),
            (("islamic state", "Government", f"{RLM}government"), 1),
            (("Islamic State", "government", "SDF"), 2 / 3),
            (("Islamic State", "government"), 2 / 3),
            (("Islamic State", "", ""), 1 / 3),
            (("government", "government", "government"), 2 / 3),
            (("government", "Islamic State", "Islamic State"), 0),
            (("SDF", "SDF", "SDF"), 0),
            (("nobody", "x", "y"), 0),
            ("Abu Bakr = Islamic State", 1 / 3),
            ("Abu Bakr = Islamic State; Nobody = SDF", 1 / 3),
            (("Islamic State", "government", "government", "government"), 0),
            ("", ASK),
            ((), ASK),
        ],
    ),
    (
        {"type": "match", "stem": "Match", "key": {"Plan: A": "x=1", "Plan: B": "y: 2"}},
        [
            ("Plan: A = x=1; Plan: B = y: 2", 1),
            ("Plan: B -> y: 2\nPlan: A -> x=1", 1),
            (("x=1", "y: 2"), 1),
            ("Plan: A = x=1, Plan: B = y: 2", 1),
            (("y: 2", "x=1"), 0),
        ],
    ),
    (
        SENTENCE,
        [
            ("14 October 2017; Mayadin; 1500", 1),
            ("14 Oct 2017 | mayadin | 1,500", 1),
            ("2017-10-14\nAl-Mayadin\nfifteen hundred", 1),
            ('["14.10.2017", "Mayadin", "1 500"]', 1),
            (("14 October 2017", "Mayadin", "1500"), 1),
            (("14 October 2017", "Mayadin", "15"), 2 / 3),
            (("14 October 2017", "Raqqa", "15"), 1 / 3),
            (("15 October 2017", "Mayadin", "1500"), 2.5 / 3),
            (("", "Mayadin", ""), 1 / 3),
            (("14 October 2017",), 1 / 3),
            (("x", "y", "z"), 0),
            (("mid-October 2017", "Mayadin", "1500"), ASK),
            (("10/11/2017", "Mayadin", "1500"), ASK),
            (("", "", ""), ASK),
            ("", ASK),
            (("14 October 2017", "Mayadin", "1500", "more"), 0),
        ],
    ),
    (
        {"type": "cloze", "stem": "In ___ it fell.", "key": ["2017"]},
        [("2017", 1), ("the year 2017", 1), ("AD 2017", 1), ("2016", 0), ("2,017", 1)],
    ),
    (
        {"type": "cloze", "stem": "In 2017, on ___, it fell.", "key": ["14 October"]},
        [("14 October", 1), ("Oct 14th", 1), ("14 October 2017", 1), ("15 October", 0.5), ("October", ASK)],
    ),
    (
        {"type": "cloze", "stem": "The ___ took part.", "key": ["5th Corps"]},
        [("5th Corps", 1), ("5th corps", 1), ("4th Corps", 0), ("5", 0)],
    ),
    (
        {"type": "cloze", "stem": "A ___; B.", "key": ["x; y"]},
        [("x; y", 1), ('["x; y"]', 1), ("x", 0)],
    ),
    (
        CARD,
        [
            ("again", 0),
            ("hard", 1),
            ("good", 1),
            ("easy", 1),
            ("Good", 1),
            (f" EASY{ZWSP} ", 1),
            ("1", 0),
            ("2", 1),
            ("3", 1),
            ("4", 1),
            ("5", ASK),
            ("0", ASK),
            ("Islamic State", ASK),
            ("", ASK),
            ((), ASK),
            (("good", "easy"), ASK),
        ],
    ),
]


def rows() -> Iterator[Any]:
    for definition, responses in TABLE:
        for response, mark in responses:
            name = f"{definition['type']}-{definition['key']!a:.20}-{response!a:.60}"
            yield pytest.param(definition, response, mark, id=name)


@pytest.mark.parametrize(("definition", "response", "mark"), list(rows()))
def test_a_response_gets_its_grade(
    definition: Mapping[str, Any], response: str | tuple[str, ...], mark: float
) -> None:
    question = read_question(json.dumps(definition))
    given = grade(question, response if isinstance(response, tuple) else question.read(response))
    assert given.ask_again == (mark == ASK), given
    if mark != ASK:
        assert given.mark == pytest.approx(mark), given
    assert given.mark < 1 or mark == 1
    assert given.reason


def test_the_table_is_as_large_and_wide_as_promised() -> None:
    marked = {definition["type"]: {mark for _, mark in found} for definition, found in TABLE}
    assert len(list(rows())) >= 300
    assert set(marked) == set(TYPE_NAMES)
    dates = next(found for definition, found in TABLE if definition is CAPTURED)
    assert sum(mark == 1 for _, mark in dates) >= 40
