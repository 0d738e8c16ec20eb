"""Cells of every shape that infoboxes come in are taken apart in the same way."""

import pytest

from quizapp.article import read_article
from quizapp.article.model import Cell, Field, Flag


def read_cell(name: str, value: str) -> Cell:
    article = read_article(
        f"{{{{Infobox military conflict\n| {name} = {value}\n| result = A victory\n}}}}\n'''It''' was fought."
    )
    return next(cell for cell in article.cells if cell.name == name)


def tell(name: str, value: str) -> list[tuple[str, str]]:
    return [(item.text, item.under) for item in read_cell(name, value).items]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (
            "date",
            "{{Start and end dates|1942|08|23|1943|02|02}}<br>({{Age in days|1942}})",
            "23 August 1942 – 2 February 1943",
        ),
        ("date", "{{start date|480}} BC", "480 BC"),
        ("date", "{{OldStyleDate|8 July|1709|27 June}}", "8 July 1709"),
        ("place", "Near [[Weir]], [[Marl]] {{coord|1|2|N|3|4|E}}", "Near Weir, Marl"),
        ("date", "3 May 1712{{snds}}4 June 1713", "3 May 1712 – 4 June 1713"),
        ("combatant1", "{{flagcountry|Kingdom of Marl (1702–1713)}}", "Kingdom of Marl"),
        ("partof", "the [[Reed War]] and the [[Marl Crisis]]", "the Reed War and the Marl Crisis"),
        ("strength1", "24,000<ref>{{cite book|pages=3–4}}</ref>–26,000<ref name=a/> men", "24,000–26,000 men"),
        ("casualties1", "{{formatnum:4000}} killed", "4000 killed"),
    ],
)  # fmt: skip
def test_a_cell_of_one_entry(name: str, value: str, expected: str) -> None:
    assert [item.text for item in read_cell(name, value).items] == [expected]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (
            "combatant1",
            "'''[[League]]:'''<br>{{flagcountry|Marl}}<br>{{small|Supported by:}}<br>{{flag|Weir|1940}}",
            [("Marl", "League"), ("Weir", "Supported by")],
        ),
        (
            "combatant1",
            "{{plainlist|\n* {{flag|Marl}}\n** {{flag|Lower Marl}}\n* '''Allies:'''\n** [[Weir]]\n}}",
            [("Marl", ""), ("Lower Marl", ""), ("Weir", "Allies")],
        ),
        (
            "combatant1",
            "{{Collapsible list|titlestyle=x|title='''[[The League|League]]'''|{{flag|Marl}}|[[Weir]]}}<br>[[Reed]]",
            [("Marl", "League"), ("Weir", "League"), ("Reed", "")],
        ),
        (
            "strength1",
            "'''Initial:'''<br>270 men<br>3 guns<br>'''In June:'''<br>1,040 men{{efn|x}}<br>(400 riders)",
            [("270 men", "Initial"), ("3 guns", "Initial"), ("1,040 men", "In June")],
        ),
        ("strength1", "[[Hill Towns]]\n* 400 men\nWeir\n* 90 men", [("400 men", "Hill Towns"), ("90 men", "Weir")]),
        (
            "casualties1",
            "{{flagicon|Marl}} 40 killed<br>9 ships<hr>{{flagicon|Weir}} 3 killed<br>1 ship",
            [("40 killed", "Marl"), ("9 ships", "Marl"), ("3 killed", "Weir"), ("1 ship", "Weir")],
        ),
        (
            "casualties1",
            "'''Marl's Office, 4th/TG:'''<br>300 killed",
            [("Marl's Office, 4th/TG", ""), ("300 killed", "Marl's Office, 4th/TG")],
        ),
        (
            "casualties1",
            "Marl:<br>40 killed<br>{{flag|Iran}}<br>1 killed",
            [("40 killed", "Marl"), ("1 killed", "Iran")],
        ),
        ("strength1", "Hill Towns*: 400 men", [("400 men", "Hill Towns")]),
        (
            "strength1",
            "{{Collapsible list|title='''900'''|800 foot|100 horse}}",
            [("900", ""), ("800 foot", "900"), ("100 horse", "900")],
        ),
        ("commander1", "{{ill|Otto Brand (general)|lt=Otto Brand|de}}", [("Otto Brand", "")]),
        ("casualties1", "40 killed<br>{{flagicon|Marl}} 3 killed", [("40 killed", ""), ("3 killed", "Marl")]),
        (
            "units1",
            "{{flagicon|Marl}} [[Hill Army]]:\n* {{flagicon|Marl}} [[1st Horse]]",
            [("1st Horse", "Hill Army")],
        ),
        ("strength1", "{{ubl|Army: 12,000|Navy: 30 ships}}", [("12,000", "Army"), ("30 ships", "Navy")]),
        ("strength1", "8,000 foot, 2,500 horse; 12 guns", [("8,000 foot", ""), ("2,500 horse", ""), ("12 guns", "")]),
        (
            "casualties1",
            "'''Total: 700–860'''<br>* {{flag|Marl}}: 300<br>* {{flag|Weir}}: 114",
            [("700–860", "Total"), ("300", "Marl"), ("114", "Weir")],
        ),
        (
            "casualties1",
            "Per Pell: 300 killed<br>Per Korr: 500 killed, 12 missing",
            [("300 killed", "Per Pell"), ("500 killed", "Per Korr"), ("12 missing", "Per Korr")],
        ),
        ("losses1", "300 killed<br>'''Naval losses'''<br>3 ships", [("300 killed", ""), ("3 ships", "Naval losses")]),
        ("losses1", "1 killed, 2 hurt<br />{{hr}}<br />5 sunk", [("1 killed", ""), ("2 hurt", ""), ("5 sunk", "")]),
        (
            "losses1",
            "747 lost:<br>{{flagicon|Marl}} 300+<br>{{flagicon|Weir}} 400",
            [("747 lost", ""), ("300+", "Marl"), ("400", "Weir")],
        ),
        (
            "strength1",
            "'''Initial:'''<br>{{flagicon|Marl}} 270 men<br>3 guns",
            [("270 men", "Initial"), ("3 guns", "Initial")],
        ),
        ("combatant1", "[[Hill Towns|Towns (freed<br/>in 1702)]]<br>[[Weir]]", [("Towns", ""), ("Weir", "")]),
        (
            "combatant1",
            "{{flagicon|FR}} [[Marl]]<br>Supported by:<br>[[Weir]]<hr>[[Reed]]\n----\n[[Tarn]]",
            [("Marl", ""), ("Weir", "Supported by"), ("Reed", ""), ("Tarn", "")],
        ),
        ("strength1", "{{gaps|1|200}} horse<br>{{unknown}}", [("1200 horse", ""), ("Unknown", "")]),
        ("units1", "[[Marl Army]]: 1st Horse, 2nd Foot", [("1st Horse", "Marl Army"), ("2nd Foot", "Marl Army")]),
    ],
)  # fmt: skip
def test_headings_stand_over_what_is_theirs(name: str, value: str, expected: list[tuple[str, str]]) -> None:
    assert tell(name, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "{{flagdeco|Marl}} [[Korr]] {{WIA}}, {{flagdeco|Marl}} [[Vane]] {{POW}} {{KIA}}",
            [("Korr", {Flag.WOUNDED}, ()), ("Vane", {Flag.KILLED, Flag.CAPTURED}, ())],
        ),
        (
            "General [[A. B. Korr]], [[Vane]] (POW, WIA) and [[C. D. Tarn]]&nbsp;†",
            [
                ("General A. B. Korr", set(), ()),
                ("Vane", {Flag.WOUNDED, Flag.CAPTURED}, ()),
                ("C. D. Tarn", {Flag.KILLED}, ()),
            ],
        ),
        (
            "[[Korr]]<br><small>In command</small><br>[[Vane]]<br>{{small|Chief of staff}}",
            [("Korr", set(), ("In command",)), ("Vane", set(), ("Chief of staff",))],
        ),
        (
            "{{Plainlist|\n* [[Korr, 1st Duke of Marl|Lord Korr]] ([[Marl Army]])\n"
            "* [[Admiral]] [[Vane]]{{KIA|Marl}}<br>[[Tarn]] #\n}}",
            [
                ("Lord Korr", set(), ("Marl Army",)),
                ("Admiral Vane", {Flag.KILLED}, ()),
                ("Tarn", {Flag.SURRENDERED}, ()),
            ],
        ),
        ("[[Korr]] [[Image:White flag icon.svg|12px]]", [("Korr", {Flag.SURRENDERED}, ())]),
        (
            "[[Korr]] [[Death by natural causes|†]]<br>[[Vane]] [[Killed in action|†]]",
            [("Korr", set(), ()), ("Vane", {Flag.KILLED}, ())],
        ),
        (
            "[[Korr]] [[Wounded in action|†]]<br>[[Vane]] [[Prisoner of war|#]]",
            [("Korr", {Flag.WOUNDED}, ()), ("Vane", {Flag.CAPTURED}, ())],
        ),
        ("[[Korr]] (executed)<br>[[Vane]] ☠", [("Korr", {Flag.EXECUTED}, ()), ("Vane", {Flag.KILLED}, ())]),
        ("[[Korr]] (from 3 May)", [("Korr", set(), ("from 3 May",))]),
    ],
)  # fmt: skip
def test_commanders_come_one_by_one(
    value: str, expected: list[tuple[str, set[Flag], tuple[str, ...]]]
) -> None:
    items = read_cell("commander1", value).items
    assert [(item.text, set(item.flags), item.notes) for item in items] == expected


def test_units_keep_how_deep_they_stand() -> None:
    value = "'''[[First Army]]'''\n*{{flagicon|USA}} [[V Corps]]\n**[[1st Division]]\n*[[VII Corps]]"
    assert [(item.text, item.level) for item in read_cell("units1", value).items] == [
        ("First Army", 0),
        ("V Corps", 1),
        ("1st Division", 2),
        ("VII Corps", 1),
    ]


@pytest.mark.parametrize(
    ("name", "about", "side"),
    [
        ("combatant1", Field.COMBATANT, 1),
        ("combatant2a", Field.COMBATANT, 2),
        ("Belligerents", Field.COMBATANT, None),
        ("Commanders and leaders", Field.COMMANDER, None),
        ("leadfigures1", Field.COMMANDER, 1),
        ("units_involved2", Field.UNIT, 2),
        ("Casualties and losses", Field.CASUALTIES, None),
        ("losses3", Field.CASUALTIES, 3),
        ("howmany1", Field.STRENGTH, 1),
        ("Location", Field.PLACE, None),
        ("part of", Field.PART_OF, None),
        ("Territorial changes", Field.TERRITORY, None),
        ("weather", Field.OTHER, None),
    ],
)
def test_fields_go_by_many_names(name: str, about: Field, side: int | None) -> None:
    article = read_article(f"{{{{Infobox battle|{name}=Marl 5|commander3=[[A]]}}}}")
    assert (article.cells[0].field, article.cells[0].side) == (about, side)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("casualties1", "'''900''' total{{bulleted list|300 dead|60 hurt}}", ["900 total", "300 dead", "60 hurt"]),
        ("casualties1", "200 killed<br>or 450 killed (per [[Pell]])", ["200 killed", "450 killed"]),
        ("commander1", "[[Vane]],<br>[[Tarn]]{{KIA}},<br>[[Duke of Marl]]", ["Vane", "Tarn", "Duke of Marl"]),
        ("combatant1", "[[File:F.svg|22px]] [[Bund]]\n* {{flag|Marl}}\n----\n[[Weir]]", ["Bund", "Marl", "Weir"]),
        ("strength1", "'''40'''<ref name=b>x</ref>&ndash;45<ref name=b /> men,<br>9 guns", ["40–45 men", "9 guns"]),
        ("casualties1", "{{hidden|title=Ships|content=9 sunk<br />4 taken}}", ["9 sunk", "4 taken"]),
        ("combatant1", "[[Marl]]{{hlist|[[Weir]]|[[Reed]]}}", ["Marl", "Weir", "Reed"]),
    ],
)  # fmt: skip
def test_entries_part_where_a_reader_sees_lines(name: str, value: str, expected: list[str]) -> None:
    assert [item.text for item in read_cell(name, value).items] == expected


def test_brackets_among_numbers_are_notes() -> None:
    items = read_cell("strength1", "732 (402 ready) ships (later more)<br>5,000 [[horse]] ([[Pell]])").items
    assert [(item.text, item.notes) for item in items] == [
        ("732 ships", ("402 ready", "later more")),
        ("5,000 horse", ("Pell",)),
    ]


def test_a_field_may_be_written_over_two_lines() -> None:
    article = read_article("{{Infobox battle\n|combatant1\n= [[Marl]]\n|result=\n== won ==\n|date= 3 May\n}}")
    assert [(cell.name, cell.text) for cell in article.cells] == [
        ("combatant1", "Marl"),
        ("result", "== won =="),
        ("date", "3 May"),
    ]
