"""The words around numbers: bounds before and behind them, and those at which what is counted ends."""

from quizapp.values.text import word_list

BEFORE = {
    "at least": "at least",
    "a minimum of": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "not less than": "at least",
    "not fewer than": "at least",
    "more than": "more than",
    "upwards of": "at least",
    "upward of": "at least",
    "well over": "over",
    "just over": "over",
    "slightly over": "over",
    "a little over": "over",
    "over": "over",
    "in excess of": "more than",
    "exceeding": "more than",
    "≥": "at least",
    ">": "over",
    "at most": "at most",
    "up to": "up to",
    "as many as": "up to",
    "as much as": "up to",
    "no more than": "at most",
    "not more than": "at most",
    "a maximum of": "at most",
    "fewer than": "fewer than",
    "less than": "less than",
    "just under": "under",
    "under": "under",
    "≤": "at most",
    "<": "under",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx.": "about",
    "approx": "about",
    "appr.": "about",
    "roughly": "about",
    "circa": "about",
    "ca.": "about",
    "c.": "about",
    "c": "about",
    "~": "about",
    "≈": "about",
    "some": "about",
    "nearly": "about",
    "almost": "about",
    "close to": "about",
    "perhaps": "about",
    "possibly": "about",
    "probably": "about",
    "an estimated": "about",
    "estimated": "about",
    "estimated at": "about",
    "est.": "about",
    "a total of": "",
    "total of": "",
    "exactly": "",
    "only": "",
    "between": "between",
    "from": "from",
}
"""Words before a number, and what values.read_quantity calls them; "" says nothing of it."""

AFTER = {
    "+": "at least",
    "or more": "at least",
    "or so": "about",
    "or fewer": "at most",
    "or less": "at most",
    "approximately": "about",
    "approx.": "about",
    "(estimated)": "about",
    "(est.)": "about",
}
"""Words behind a number, and what values.read_quantity calls them."""

ORDER = ("about", "between", "from", "at least", "more than", "over", "up to", "at most", "fewer than")
"""In which order values.read_quantity reads several of them."""

NO_NOUN = frozenset(
    word_list(
        "a an the this that these those his her their its our who whom whose which what when where while as if of in "
        "on at to into from by with within without for against near along across over under after before during "
        "since until till through towards toward between behind around about upon beyond inside outside and or but "
        "nor yet than then so because although though however is are was were be been being has have had did do does "
        "would could should will shall may might must not no including included killed wounded injured captured "
        "taken lost dead missing deserted died fell sunk destroyed damaged surrendered made began came went remained "
        "marched fought took held entered crossed reached arrived landed each there here they he she it we all both "
        "also among only per instead later earlier ago away apart left attacked advanced fled escaped returned "
        "joined formed gathered led commanded headed defended supported "
        "now finally mostly strong deep met suddenly soon again still already"
    )
)
"""Words at which the noun that a number counts is over."""
