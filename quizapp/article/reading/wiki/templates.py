"""What templates say in words: a template is a name in one of the tables below, or a function in WRITERS.

A function gives parts: words of its own, or arguments, which are read in turn. Names are lower case. What no table
knows is left out, and said to be.
"""

import re
from collections.abc import Callable, Iterable

from quizapp.article.reading.marks import BREAK, COUNTRY, RULE, SOFT_BREAK, TITLE
from quizapp.article.reading.wiki.calls import Argument, Call
from quizapp.article.reading.wiki.countries import COUNTRIES, name_country, name_force
from quizapp.article.reading.wiki.template_dates import write_date, write_two_dates
from quizapp.article.reading.wiki.template_names import FIRST, LAST
from quizapp.values.text import phrase_list

Part = str | Argument
Writer = Callable[[Call], Iterable[Part]]


WORDS = {
    "snd": " – ", "snds": " – ", "spnd": " – ", "spaced ndash": " – ", "spaced en dash": " – ",
    "ndash": "–", "en dash": "–",
    "mdash": "—", "em dash": "—", "emdash": "—", "spaced mdash": " — ", "nbsp": " ", "nbs": " ",
    "space": " ", "gap": " ",
    "'": "'", "'s": "'s", "=": "=", "!": "|", "pipe": "|", "·": BREAK, "dot": BREAK, "bullet": BREAK, "•": BREAK,
    "br": BREAK, "break": BREAK, "crlf": BREAK, "breakafterimages": BREAK, "kia": " †", "killed": " †", "†": " †",
    "dagger": " †", "dow": " †", "killed in action": " †", "died of wounds": " †", "mortally wounded": " †",
    "wia": " (WIA)", "wounded": " (WIA)", "wounded in action": " (WIA)", "pow": " (POW)", "captured": " (POW)",
    "mia": " (MIA)", "missing in action": " (MIA)", "surrendered": " (surrendered)", "surrender": " (surrendered)",
    "executed": " (executed)", "ex": " (executed)", "assassinated": " †",
    "natural causes": "", "skull": " †",
    "unknown": "Unknown", "none": "None", "hr": RULE, "spaces": " ", "thinsp": " ", "thin space": " ",
    "~": "~", "approx.": "c. ", "sunk": "", "dna": "",
    "double-dagger": "", "ddagger": "", "ya": "", "increase": "", "decrease": "", "steady": "", "nsmdns": "",
    "bc": " BC", "bce": " BC", "ad": "AD ", "ce": " CE", "minus": "−", "pm": "±", "x": "×", "times": "×",
    "half": "½", "degree": "°", "prime": "′", "no.": "No.", "number sign": "No.", "numero": "No.", "ampersand": "&",
}  # fmt: skip
"""Templates that stand for a few words."""


def write_first(call: Call) -> Iterable[Part]:
    """Write the first argument: {{nowrap|18 June}}."""
    argument = call.find("1", "text", "list", "content")
    return [argument] if argument else []


def write_last(call: Call) -> Iterable[Part]:
    """Write the last argument: {{lang|fr|Grande Armée}}."""
    arguments = call.positional()
    return arguments[-1:]


def write_linked(call: Call) -> Iterable[Part]:
    """Write the name that leads to another language: {{ill|Louis Ney|fr}}, long ago {{ill|fr|Louis Ney}}."""
    arguments = call.positional()
    label = call.find("lt")
    if label:
        return [label]
    if len(arguments) > 1 and len(arguments[0].text.strip()) < 4 and arguments[0].text.strip().islower():
        return arguments[1:2]
    return arguments[:1]


def write_language(call: Call) -> Iterable[Part]:
    """Write the foreign words of {{lang-fr|Grande Armée}}."""
    argument = call.find("1")
    return [argument] if argument else []


def write_flag(call: Call) -> Iterable[Part]:
    """Write the country that stands beside its flag: {{flag|France}}, {{flag|Germany|empire}}."""
    return [call.say("name") or name_country(call.say("1"), call.say("2"))]


def write_flag_alone(call: Call) -> Iterable[Part]:
    """Write the country of a flag that stands alone, so that it becomes a heading: {{flagicon|France}}."""
    return [COUNTRY[0], name_country(call.say("1")), COUNTRY[1]]


def write_force(call: Call) -> Iterable[Part]:
    """Write an armed force: {{army|France}}."""
    return [name_force(call.name, call.say("1"))]


def write_list(call: Call) -> Iterable[Part]:
    """Write a list, a line each, under its title if it has one: {{ubl|Ney|Grouchy}}."""
    parts: list[Part] = []
    title = call.find("title", "header", "heading")
    if title:
        parts += [SOFT_BREAK, TITLE, title]
    for argument in call.positional():
        parts += [SOFT_BREAK, "*" if title else "", argument]
    return [*parts, SOFT_BREAK]


def write_hidden(call: Call) -> Iterable[Part]:
    """Write the title and the text of what a click unfolds: {{hidden|Order of battle|...}}."""
    arguments = [call.find("header", "title", "1"), call.find("content", "2")]
    parts: list[Part] = []
    for argument in arguments:
        if argument:
            parts += [SOFT_BREAK, argument, ":" if not parts else "", SOFT_BREAK]
    return parts


def write_section(call: Call) -> Iterable[Part]:
    """Write the heading of a part of an infobox: {{collapsed infobox section begin|Allies}}."""
    argument = call.find("1", "title")
    return [SOFT_BREAK, argument, ":", SOFT_BREAK] if argument else []


def write_convert(call: Call) -> Iterable[Part]:
    """Write a measure as it was given, without what it is in other units: {{convert|15|km|mi}}."""
    words = [argument.text.strip() for argument in call.positional()]
    if len(words) < 2:
        return words
    if len(words) >= 4 and (words[1], words[3]) in {("ft", "in"), ("lb", "oz"), ("st", "lb")}:
        return [" ".join(words[:4])]
    if words[1].lower() in _BETWEEN and len(words) >= 4:
        between = _BETWEEN[words[1].lower()]
        return [f"{words[0]}{between}{words[2]} {_UNITS.get(words[3], words[3])}"]
    return [f"{words[0]} {_UNITS.get(words[1], words[1])}"]


_BETWEEN = {
    "to": " to ",
    "-": "–",
    "–": "–",
    "to(-)": " to ",
    "and": " and ",
    "or": " or ",
    "by": " by ",
    "x": " × ",
    "+/-": " ± ",
}
_UNITS = {
    "sqmi": "square miles",
    "sqkm": "square kilometres",
    "km2": "km²",
    "m2": "m²",
    "nmi": "nautical miles",
}


def write_circa(call: Call) -> Iterable[Part]:
    """Write a year that is about right: {{circa|490 BC}}."""
    words = [argument.text.strip() for argument in call.positional()]
    return ["c. " + "–".join(words[:2])]


def write_fraction(call: Call) -> Iterable[Part]:
    """Write a fraction: {{frac|3|1|2}} is 3½."""
    words = [argument.text.strip() for argument in call.positional()]
    whole = words[0] if len(words) in {1, 3} else ""
    broken = f"{words[-2]}/{words[-1]}" if len(words) > 1 else ""
    return [whole + _FRACTIONS.get(broken, (" " if whole and broken else "") + broken)]


_FRACTIONS = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "1/8": "⅛"}


def write_ship(call: Call) -> Iterable[Part]:
    """Write a ship's name: {{ship|HMS|Victory}}, {{USS|Houston|CA-30}}."""
    if call.name == "ship":
        prefix, name, how = call.say("1"), call.say("2"), call.say("4")
    else:
        prefix = call.name.upper() if len(call.name) < 6 else call.name.capitalize()
        name, how = call.say("1"), call.say("3")
    return [name if how in _ONLY_NAME else f"{prefix} {name}".strip()]


_ONLY_NAME = frozenset({"2", "3"})
_SHIP = re.compile(
    r"[a-z]+ (?:battleship|cruiser|destroyer|submarine|frigate|corvette|aircraft carrier|gunboat|ship)"
)


def write_class(call: Call) -> Iterable[Part]:
    """Write a class of ships: {{sclass|Iowa|battleship}}."""
    words = [argument.text.strip() for argument in call.positional()]
    return [f"{words[0]}-class" + (f" {words[1]}" if len(words) > 1 else "")] if words else []


def write_old_style(call: Call) -> Iterable[Part]:
    """Write a date of the new calendar, without that of the old: {{OldStyleDate|8 July|1709|27 June}}."""
    return [f"{call.say('1')} {call.say('2')}".strip()]


def write_reign(call: Call) -> Iterable[Part]:
    """Write from when to when: {{reign|1804|1814}}."""
    words = [argument.text.strip() for argument in call.positional()]
    return [{"reign": "r. ", "fl": "fl. ", "floruit": "fl. "}.get(call.name, "") + "–".join(words[:2])]


def write_ordinal(call: Call) -> Iterable[Part]:
    """Write an ordinal number: {{ordinal|5}} is 5th."""
    number = call.say("1")
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th") if number[-2:-1] != "1" else "th"
    return [number + ending]


def write_as_of(call: Call) -> Iterable[Part]:
    """Write when something was known: {{as of|2011|4}}."""
    return ["As of ", *write_date(call)]


def write_number(call: Call) -> Iterable[Part]:
    """Write a number: {{nts|4000}}, {{formatnum:4000}}."""
    return [call.say("1") or call.name.partition(":")[2]]


def write_gaps(call: Call) -> Iterable[Part]:
    """Write a number whose digits stand apart: {{gaps|1|200}}."""
    return ["".join(argument.text.strip() for argument in call.positional())]


def _name_writers() -> dict[str, Writer]:
    writers: dict[str, Writer] = {}
    writers.update(dict.fromkeys(FIRST, write_first))
    writers.update(dict.fromkeys(LAST, write_last))
    for names, writer in _WRITERS.items():
        writers |= dict.fromkeys(phrase_list(names), writer)
    return writers


_WRITERS: dict[str, Writer] = {
    "flag, flagcountry, flagu, flagg, flaglist, flag link, flagof, flagcountry2, flagcu, flag2, fb, cr": write_flag,
    "flagicon, flag icon, flagiconu, flagdeco, flag+link": write_flag_alone,
    "army, navy, air force, marines": write_force,
    "ubl, ublist, ubli, ubt, unbulleted list, unbulleted, bulleted list, blist, bulletedlist, hlist, hlist-comma, "
    "bulletlist, bullet list, unbulletedlist, vunblist, "
    "ordered list, olist, collapsible list, clist, unordered list, cslist, comma separated entries, csv": write_list,
    "hidden, hidden begin, collapse": write_hidden,
    "collapsed infobox section begin, begin collapsible list": write_section,
    "convert, cvt, conv": write_convert,
    "circa, c., ca, c, approx": write_circa,
    "frac, fraction, sfrac": write_fraction,
    "ship, hms, uss, ss, hmas, hmcs, hmnzs, sms, usat, usns, ins, rms, mv, rfa, hnoms, orp": write_ship,
    "sclass, sclass2, sclass-": write_class,
    "reign, fl, floruit": write_reign,
    "ill, illm, interlanguage link, interlanguage link multi, link-interwiki": write_linked,
    "ordinal": write_ordinal,
    "as of": write_as_of,
    "gaps": write_gaps,
    "nts, formatnum, number sorting": write_number,
    "start date, end date, date, dts, birth date, death date, start date and age, end date and age, dtsh": write_date,
    "start and end dates, daterange, date range": write_two_dates,
    "oldstyledate, old style date, osd, oldstyledatedy, oldstyledateny": write_old_style,
}
WRITERS: dict[str, Writer] = _name_writers()


def find_writer(name: str) -> Writer | None:
    """Return what writes a template of this name; None where none is known."""
    if name in WRITERS:
        return WRITERS[name]
    if name in WORDS:
        return lambda call: [WORDS[call.name]]
    if name.startswith("lang-"):
        return write_language
    if name.startswith("formatnum:"):
        return write_number
    if _SHIP.fullmatch(name):
        return write_ship
    if name in COUNTRIES:
        return lambda call: [COUNTRIES[call.name]]
    return None
