"""Where a sentence ends: at a full stop that neither an abbreviation, a quotation nor a bracket explains otherwise.

An abbreviation is a word in one of the sets below; case does not count.
"""

import re

from quizapp.article.model import Clean
from quizapp.article.reading.mapped import cut, strip
from quizapp.values.text import word_set

_NEVER_LAST = word_set(
    "adj adm admn approx av bde bdr brig bn c ca capt cdr cf cmdr cmdt co col comdr cpl cpt div dr ed eds "
    "esp est excl fig fl fr ft gen gov hon hptm inf jhr kol lieut lt ltc m maj messrs mlle mme mr mrs ms mt mtn nr "
    "obst op orig pfc pg plt pp pres prof pvt regt rep reps res rev rt sen sens ser sgt ss st ste supt "
    "trans v viz vs wg"
)
"""Abbreviations that something always follows: Maj. Gen. William Rupertus, c. 490 BC, St. Vith."""

_PERHAPS_LAST = word_set(
    "a.d a.m b.c b.c.e bros c.e corp e.u etc inc jr km ltd p.m sq sr u.k u.n u.s u.s.a u.s.s.r "
    "d.c e.g i.e al apr aug dec feb jan jul jun mar nov oct sep sept"
)
"""Abbreviations that may end a sentence: they do, if a word follows that begins one."""

_BEFORE_NUMBER = word_set("art bk cap ch nos no p par pt sec vol vols")
"""Abbreviations only before a number: No. 5."""

_STARTERS = word_set(
    "a after afterwards all although an and as at because before both but by despite during each early even "
    "eventually every few finally five following for four from he her his however if in initially instead it "
    "its later many meanwhile most near no not of on once one only other others our out over she since six "
    "some soon such that the their then there these they this those three though through thus to two under "
    "until upon we what when where whether which while who with within"
)
"""Words that, with a capital behind an abbreviation, begin a sentence rather than go on with a name."""

_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s|$)|(?<=[a-z\d)\]\"”][a-z\d)\]\"”][a-z\d)\]\"”])[.!?](?=[A-Z][a-z]+ )"
)
_BEFORE = re.compile(r"(?:[^\W\d_]+\.)*[^\W\d_]+$")
_AFTER = re.compile(r"\s*[\"'“‘«(\[]*\s*(\w*)")
_OPEN = {"(": ")", "[": "]", "“": "”", "«": "»"}
_LONGEST_BRACKET = 600
_LOOK_BACK = 24


def split_sentences(clean: Clean) -> list[Clean]:
    """Return the sentences of a paragraph, in order."""
    text = clean.text
    held = _find_held(text)
    sentences, start, at = [], 0, 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        while at < len(held) and held[at][1] < end:
            at += 1
        if at < len(held) and held[at][0] < stop.start() and end < held[at][1]:
            continue
        if _ends_sentence(text, stop.start(), end):
            sentences.append(strip(cut(clean, start, end)))
            start = end
    sentences.append(strip(cut(clean, start, len(text))))
    return [sentence for sentence in sentences if any(map(str.isalnum, sentence.text))]


def _ends_sentence(text: str, stop: int, end: int) -> bool:
    after = _AFTER.match(text, end)
    following = after[1] if after else ""
    if not following:
        return True
    if not (following[0].isupper() or following[0].isdigit()):
        return False
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return True
    before = _BEFORE.search(text, max(0, stop - _LOOK_BACK), stop)
    return before is None or not _goes_on(before[0], following)


def _goes_on(before: str, following: str) -> bool:
    """Return whether a full stop behind this word belongs to it."""
    word = before.lower()
    starts = following.lower() in _STARTERS and following not in {"I", "A"}
    if len(before) == 1 and before.isupper():
        return not starts
    if word in _NEVER_LAST:
        return not starts or len(word) < 3
    if word in _BEFORE_NUMBER:
        return following[0].isdigit()
    return (word in _PERHAPS_LAST or "." in word) and not starts


def _find_held(text: str) -> list[tuple[int, int]]:
    """Return the spans, outermost and in order, of brackets and quotations; a stop inside one ends nothing."""
    spans: list[tuple[int, int]] = []
    closing, opened = "", -1
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if closing and at - opened > _LONGEST_BRACKET:
            closing = ""
        if closing:
            if mark == closing:
                spans.append((opened, at + 1))
                closing = ""
        elif mark in _OPEN:
            closing, opened = _OPEN[mark], at
        elif mark == '"' and text[at - 1 : at].strip(" (") == "" and text[at + 1 : at + 2].strip():
            closing, opened = '"', at
    return spans


_MARKS = re.compile(r"[()\[\]“”«»\"]")
