"""Verbs and nouns by which events are told apart: what is worth asking, who is a force, what is a place.

To ask of a verb, or no longer, add it to its list here.
"""

import re

from quizapp.values.text import word_list

DULL = frozenset(
    word_list(
        "be have make put include become mark see know consider describe say call believe feel seem appear"
        " show remain stay go continue get give take do come keep want try mean think hope expect need use involve"
        " cause result note regard name claim report state argue allow let help happen occur bring contain consist"
        " number amount follow lead begin start turn prove provide offer refuse decide decline fail intend plan"
        " wish like turn contribute play serve act receive agree hear learn find realise realize ask tell speak"
        " write read stand"
        " lie sit set leave arrive march pass feature list estimate count prevail total"
        " concentrate cable inform telephone telephon contact visit meet belong deploy hurry rage exceed outnumber"
        " enjoy suffer"
    )
)
TROOPS = re.compile(
    r"\b(?:army|armies|forces?|troops|guards?|division|corps|legions?|fleet|regiment|brigade|battalion|squadron|cavalry|"
    r"infantry|wing|centre|center|vanguard|rearguard|battery|company|garrison|ships?|horse|men)\b",
    re.IGNORECASE,
)
TELLING = frozenset(
    word_list(
        "capture command defeat besiege kill launch storm sink destroy rescue betray arrest found build sign repulse"
        " attack defend lay seize occupy burn recapture relieve liberate invade appoint succeed escape force"
        " rout crush ambush outflank counterattack surrender retake execute murder assassinate halt"
        " blockade bombard raid sack plunder loot ransack solicit overrun encircle surround conquer crown depose"
        " declare negotiate wound shoot torpedo scuttle design invent order reinforce repel annihilate win urge"
        " advise persuade rally establish marry oppose plan replace appeal pilot accuse outmaneuver outmanoeuvre"
        " become rule govern annex subdue"
    )
)
"""Verbs that say who did it without a date; that somebody moved or waited can be said of many."""
ALONE = frozenset(
    word_list("die resign abdicate drown perish sink capsize explode surrender capitulate fall")
)
"""Verbs of what befalls somebody, or a ship or town, once, so that the name alone tells what is asked."""
POSTS = (
    "engineer|captain|king|queen|emperor|consul|general|admiral|commander|officer|governor|chieftain|chief|colonel|"
    "major|lieutenant|sultan|vizier|khan|prince|knight|priest|monk|lawyer|president|minister|marshal|commodore|"
    "dictator|tribune|senator|historian|chronicler|ambassador|diplomat|sailor|pilot|sniper|sharpshooter|nobleman"
)
"""What somebody may be, in small letters before a name: "the Hungarian engineer Orban"."""
OFFICES = re.compile(
    rf"\b(?:{POSTS}|regent|prime minister|governor-general|nawab|shogun|pope|duke|earl|caliph|tsar|czar|viceroy)\b",
    re.IGNORECASE,
)
"""What one person at a time is, so that somebody becomes it on a day."""
FORCES = re.compile(
    r"\b(army|armies|forces?|troops|guards?|division|corps|legion|fleet|regiment|brigade|militia|battalion|navy|"
    r"squadron|fighters|soldiers|military|cavalry|infantry|marines|militants|rebels|airstrikes|aircraft|ships?|"
    r"Army|Armies|Forces|Troops|Guards?|Division|Corps|Legion|Fleet|Regiment|Brigade|Militia|Battalion|Navy|Squadron|"
    r"Fighters|Cavalry|Infantry|Marines|Front|Group|Command|Party)$"
)
COMMON = frozenset(
    word_list(
        "defeat attack force rout repulse repel bombard raid kill wound engage halt occupy order"
        " outmaneuver outmanoeuvre plan oppose replace"
    )
)
"""Verbs that say who did it only with the place: many attacked, and were attacked."""
PEOPLES = re.compile(r"(?:the )?[A-Z]\w+(?:ans|ars|ons|ish|ese|men)")
KINDS = (
    "city|town|village|port|hamlet|fort|fortress|castle|island|river|hill|ridge|bridge|airport|airfield|district|"
    "province|suburb|farm|pass|peninsula|abbey|palace"
)
AT_PLACES = frozenset(
    word_list(
        "capture seize take besiege reach cross occupy storm recapture retake liberate enter leave burn sack"
    )
)
TAKES = frozenset(word_list("capture seize besiege storm recapture retake liberate sack burn conquer"))
MOVES = frozenset(
    word_list("advance retreat withdraw land push flee sail return attack retire fall move march arrive")
)
DONE_BY = TELLING | AT_PLACES | TAKES | MOVES
"""Verbs of what is done once, so that one may ask by which day it had been done."""
