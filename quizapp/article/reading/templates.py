"""What templates say in words: a template is a name in one of the tables below, or a function in WRITERS.

A function gives parts: words of its own, or arguments, which are read in turn. Names are lower case. What no table
knows is left out, and said to be.
"""

from collections.abc import Callable, Iterable

from quizapp.article.items import COUNTRY
from quizapp.article.reading.calls import Argument, Call
from quizapp.article.reading.countries import COUNTRIES, name_country
from quizapp.article.reading.dated import write_date, write_two_dates

BREAK = "\ue002"
"""A line break that the input demands; a plain end of line may be none."""

Part = str | Argument
Writer = Callable[[Call], Iterable[Part]]


def _words(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(","))


SILENT = _words(
    "sfn, sfnp, sfnm, sfnref, harv, harvnb, harvtxt, harvs, harvp, harvcol, harvcolnb, efn, efn-lr, efn-ua, "
    "refn, r, rp, ref, note, notetag, cite, citation, citation needed, cn, fact, citation-needed, page "
    "needed, clarify, who, when, which, where, by whom, according to whom, why, how, vague, dubious, dubious- "
    "inline, failed verification, better source, better source needed, verify source, unreliable source?, "
    "full citation needed, full, dead link, webarchive, wayback, main, main article, see also, further, "
    "further information, details, about, for, for2, other uses, distinguish, confuse, confuse2, redirect, "
    "hatnote, short description, coord, coor, coord missing, flagicon image, flagdeco, flag icon image, "
    "clear, clear left, clear right, -, toc limit, toclimit, toc left, toc right, anchor, vanchor, multiple "
    "image, css image crop, stack, stack begin, stack end, image label, location map, location map many, "
    "location map+, location map~, overlaybegin, reflist, notelist, notelist-lr, refbegin, refend, portal, "
    "portal bar, portal-inline, subject bar, commons, commons category, commons category-inline, commonscat, "
    "wikisource, wikisource portal, wikiquote, wiktionary, sister project links, authority control, good "
    "article, featured article, refimprove, morerefs, more citations needed, more footnotes, unreferenced, "
    "unreferenced section, original research, pov, disputed, update, expand, expand section, cleanup, copy "
    "edit, lead too short, legend, legend-line, legend inline, navbox, sidebar, quote box, quotebox, quote, "
    "blockquote, cquote, centered pull quote, rquote, poemquote, endplainlist, endflatlist, end plainlist, "
    "div col end, col div end, col-begin, col-end, col-break, col-2, col-3, end, s-start, s-end, succession "
    "box, defaultsort, displaytitle, italic title, eb1911 poster, library resources box, youtube, imdb title, "
    "nrisref, london gazette, tree list/end, collapsed infobox section end, end collapsible list, party "
    "shading, engvarb, sic, as of?, contains special characters, aut, pp, inuse, gallery, ipa, ipac-en, ipa- "
    "en, respell, audio, pronunciation, nihongo2, reign2, listen, external media, wide image, panorama, tall "
    "image, annotated image, maplink, osm location map, world war ii, napoleonic wars, isbn, oclc, doi, "
    "campaign, ahnentafel, historical"
)
"""Templates that state nothing: references, notices, pictures, boxes that lead elsewhere."""

SILENT_BEGINNINGS = (
    "campaignbox", "cite ", "citation/", "use ", "pp-", "defaultsort:", "location map", "infobox", "navbox",
    "wikisource", "commons", "sister", "portal", "ipa-", "ipac-", "#tag:", "displaytitle:", "refimprove", "in lang",
    "s-", "multiple", "expand ", "cite_", "#if", "#switch", "#invoke", "#expr",
)  # fmt: skip
"""Beginnings of such names."""

FIRST = _words(
    "nowrap, nobr, nobold, small, smaller, big, larger, resize, abbr, abbreviation, tooltip, hover title, sc, "
    "small caps, smallcaps, strong, em, strikethrough, visible anchor, illm, interlanguage link, link- "
    "interwiki, center, centre, left, right, align, nihongo, zh, sup, sub, val, gaps, formatnum, number, num, "
    "smallsup, noitalic, normal, u, underline, as written, proper name, not a typo, chem name, color box, "
    "plainlist, flatlist, plain list, flat list, columns-list, columns list, div col, nowrap begin, no wrap, "
    "wrap, longitem, allow wrap, allowwrap, text, smalldiv, refnowrap, endash, bulleted, indented plainlist, "
    "tree list, treelist, collapsible, aligned table, box"
)
"""Templates that show their first argument."""

LAST = _words(
    "lang, transl, transliteration, langx, font color, color, colour, font, style, resize2, script, hebrew, "
    "wikt-lang"
)
"""Templates that show their last argument without a name."""

WORDS = {
    "snd": " – ", "spnd": " – ", "spaced ndash": " – ", "spaced en dash": " – ", "ndash": "–", "en dash": "–",
    "mdash": "—", "em dash": "—", "emdash": "—", "spaced mdash": " — ", "nbsp": " ", "nbs": " ",
    "space": " ", "gap": " ",
    "'": "'", "'s": "'s", "=": "=", "!": "|", "pipe": "|", "·": BREAK, "dot": BREAK, "bullet": BREAK, "•": BREAK,
    "br": BREAK, "break": BREAK, "crlf": BREAK, "breakafterimages": BREAK, "kia": " †", "killed": " †", "†": " †",
    "dagger": " †", "dow": " †", "killed in action": " †", "died of wounds": " †", "mortally wounded": " †",
    "wia": " (WIA)", "wounded": " (WIA)", "wounded in action": " (WIA)", "pow": " (POW)", "captured": " (POW)",
    "mia": " (MIA)", "missing in action": " (MIA)", "surrendered": " (surrendered)", "surrender": " (surrendered)",
    "executed": " (executed)", "ex": " (executed)", "assassinated": " †", "natural causes": "", "sunk": "", "dna": "",
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
    if len(arguments) > 1 and len(arguments[0].text.strip()) < 4 and arguments[0].text.strip().islower():
        return arguments[1:2]
    return arguments[:1]


def write_language(call: Call) -> Iterable[Part]:
    """Write the foreign words of {{lang-fr|Grande Armée}}."""
    argument = call.find("1")
    return [argument] if argument else []


def write_flag(call: Call) -> Iterable[Part]:
    """Write the country that stands beside its flag: {{flag|France}}."""
    name = call.say("name") or name_country(call.say("1"))
    return [name]


def write_flag_alone(call: Call) -> Iterable[Part]:
    """Write the country of a flag that stands alone, so that it becomes a heading: {{flagicon|France}}."""
    return [COUNTRY[0], name_country(call.say("1")), COUNTRY[1]]


def write_force(call: Call) -> Iterable[Part]:
    """Write an armed force: {{army|France}} is the French Army's, whose adjective nobody tells us."""
    kind = {"air force": "Air Force", "marines": "Marines"}.get(call.name, call.name.capitalize())
    return [f"{name_country(call.say('1'))} {kind}"]


def write_list(call: Call) -> Iterable[Part]:
    """Write a list, a line each, under its title if it has one: {{ubl|Ney|Grouchy}}."""
    parts: list[Part] = []
    title = call.find("title", "header", "heading")
    if title:
        parts += [BREAK, title, ":", BREAK]
    for argument in call.positional():
        parts += [argument, BREAK]
    return parts


def write_hidden(call: Call) -> Iterable[Part]:
    """Write the title and the text of what a click unfolds: {{hidden|Order of battle|...}}."""
    arguments = [call.find("header", "title", "1"), call.find("content", "2")]
    parts: list[Part] = []
    for argument in arguments:
        if argument:
            parts += [BREAK, argument, ":" if not parts else "", BREAK]
    return parts


def write_section(call: Call) -> Iterable[Part]:
    """Write the heading of a part of an infobox: {{collapsed infobox section begin|Allies}}."""
    argument = call.find("1", "title")
    return [BREAK, argument, ":", BREAK] if argument else []


def write_convert(call: Call) -> Iterable[Part]:
    """Write a measure as it was given, without what it is in other units: {{convert|15|km|mi}}."""
    words = [argument.text.strip() for argument in call.positional()]
    if len(words) < 2:
        return words
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
    words = [argument.text.strip() for argument in call.positional()]
    if call.name == "ship":
        return [" ".join(words[:2])]
    return [f"{call.name.upper()} {words[0]}"] if words else []


def write_class(call: Call) -> Iterable[Part]:
    """Write a class of ships: {{sclass|Iowa|battleship}}."""
    words = [argument.text.strip() for argument in call.positional()]
    return [f"{words[0]}-class" + (f" {words[1]}" if len(words) > 1 else "")] if words else []


def write_reign(call: Call) -> Iterable[Part]:
    """Write from when to when: {{reign|1804|1814}}."""
    words = [argument.text.strip() for argument in call.positional()]
    return [{"reign": "r. ", "fl": "fl. ", "floruit": "fl. "}.get(call.name, "") + "–".join(words[:2])]


def write_ordinal(call: Call) -> Iterable[Part]:
    """Write an ordinal number: {{ordinal|5}} is 5th."""
    number = call.say("1")
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th") if number[-2:-1] != "1" else "th"
    return [number + ending]


def _name_writers() -> dict[str, Writer]:
    writers: dict[str, Writer] = {}
    writers.update(dict.fromkeys(FIRST, write_first))
    writers.update(dict.fromkeys(LAST, write_last))
    for names, writer in _WRITERS.items():
        writers |= dict.fromkeys(_words(names), writer)
    return writers


_WRITERS: dict[str, Writer] = {
    "flag, flagcountry, flagu, flagg, flaglist, flag link, flagof, flagcountry2, flagcu, flag2, fb, cr": write_flag,
    "flagicon, flag icon, flagiconu, flagicon-image, flag+link": write_flag_alone,
    "army, navy, air force, marines": write_force,
    "ubl, ublist, ubli, ubt, unbulleted list, unbulleted, bulleted list, blist, bulletedlist, hlist, hlist-comma, "
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
    "start date, end date, date, dts, birth date, death date, start date and age, end date and age, dtsh": write_date,
    "start and end dates, daterange, date range": write_two_dates,
    "oldstyledate, old style date, osd, oldstyledatedy, oldstyledateny": write_first,
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
    if name in COUNTRIES:
        return lambda call: [COUNTRIES[call.name]]
    return None


def is_silent(name: str) -> bool:
    """Return whether a template states nothing."""
    return name in SILENT or name.startswith(SILENT_BEGINNINGS)
