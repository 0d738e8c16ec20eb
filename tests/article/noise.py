"""Texts that nobody wrote: pieces of markup in any order, and articles damaged here and there."""

import random

PIECES = (
    "{{", "}}", "[[", "]]", "{|\n", "\n|}", "|", "=", "\n== H ==\n", "= T =\n", "Infobox\n", "\n- Combatant1: ",
    "\n* ", "''", "'''", "<!--", "-->", "<ref>", "</ref>", "<ref name=a/>", "<br />", "<small>", "</small>",
    "<nowiki>", "&nbsp;", "&lt;br&gt;", "&amp;lt;", "{{KIA}}", "{{plainlist|", "{{ubl|A|B}}",
    "{{infobox military conflict|commander1=", "{{flagicon|FRA}}", "{{start date|1265|8|4}}", "{{convert|5|km}}",
    "[[File:A.jpg|", "17px", "()", "( , )", ", ,", "\ufffd", "\ue000", "\u200b", "†", "(POW)", "[http://a.b c]",
    "<table class=infobox>", "<tr>", "<th>", "<td>", "</table>", "<p>", "<div>", "<li>", "</ul>", "<a b='",
    '{"text": "', '"}', "\\n", "\\u0041", "\\", "</text>", "Maj. Gen. A. Vane ", " fell. Then ", "4,000", "; ",
    ": ", "Total: 9", "(a) ", "\r\n", "\n", " ", ".", "“", '"', "\x00", "3 May 1712", " killed ",
    "the next day, ", "per Pell", "**", "[^1]", "\n[^1]: ", "](https://a.b)", "\n| Date | 1712 |\n|---|---|\n", "`",
    "\n---\n", "\n# T\n", "\n> ",
)  # fmt: skip

REPEATED = (
    ("**a** ", "[a](", ""),
    ("**a** ", "*a", ""),
    ("**a** ", "|a", "\n"),
    ("---\ntitle: ", "a '\n", ""),
    ("**a** ", "![", "](a)"),
    ("[a](https://b) ", "](a(", ""),
    ("", "{{", ""),
    ("", "{{a|", ""),
    ("", "[[a|", ""),
    ("", "<b>", ""),
    ("", "{|\n|-\n|", ""),
    ("", "<a b='", ""),
    ("", "<!--", ""),
    ("<div ", "a", ">x</div>"),
    ("<div class=infobox ", "a-", ">"),
    ('{"', '\\"', ""),
    ("[http://", "a", ""),
    ("", "== x ==\n", ""),
    ("<table class=infobox>", "<tr><td><table>", ""),
    ("<table class=infobox><tr><td>", '<span class="flagicon">', ""),
    ("<mediawiki>", "<text>", ""),
    ("{{Infobox battle|commander1=", "[[a]], ", "}}"),
    ("== Notes ==\n", "=== a ===\n", ""),
    ("{{Infobox battle", "|a={{KIA}}", "}}"),
    ("{{Infobox battle|strength1=", "(\n", "}}"),
    ("", 'a "b. ', ""),
    ("", "a (b. ", ""),
    ("", ".", "a"),
    ("{{ubl|" * 20, "a|", "}}" * 20),
    ("= T =\n\nInfobox\n- Casualties1: ", "1, (a) ", ""),
    ("Belligerents\nStrength\n", "a\t", ""),
    ("Belligerents\nStrength\n", "Date\nBelligerents\n", ""),
    ("", "a\n[edit]\n", ""),
    ('x = "{{a', '" +\n"', ""),
    ("x = '{{a", "\\n|", "'"),
    ("", '="{{', ""),
)
"""What stands before, again and again, and behind; a careless pattern looks from each place to the end of these."""


def damage(text: str, rng: random.Random, places: int) -> str:
    """Return a text with stretches of it lost, told twice, or with a piece of markup in their place."""
    parts: list[str] = []
    cuts = sorted(rng.randrange(len(text) + 1) for _ in range(places)) if text else []
    start = 0
    for at in cuts:
        parts += (
            text[start:at],
            rng.choice(PIECES) if rng.random() < 0.6 else text[at : at + rng.randrange(80)],
        )
        start = at + (rng.randrange(20) if rng.random() < 0.5 else 0)
    parts.append(text[start:])
    return "".join(parts)


def make_noise(rng: random.Random, length: int) -> str:
    """Return pieces of markup and letters of any script, in no order."""
    parts: list[str] = []
    count = 0
    while count < length:
        code = rng.choice((rng.randrange(32, 127), rng.randrange(0x11000)))
        part = rng.choice(PIECES) if rng.random() < 0.7 else chr(code)
        parts.append(part)
        count += len(part)
    return "".join(parts)[:length]
