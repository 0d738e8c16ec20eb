"""How people and things are lost, in one word each, and the words that say so."""

import re

_ILLNESS = (
    "(?:disease|diseases|illness|sickness|fever|cholera|typhus|scurvy|hunger|starvation|famine|exposure)"
)
KINDS = {
    "killed": rf"killed|dead|deaths?|died(?! (?:of|from) {_ILLNESS})|KIA|slain|fell|fatalities|executed|drowned"
    "|massacred|perished",
    "died_of_disease": rf"died (?:of|from) {_ILLNESS}|(?:deaths? |dead )?(?:of|from|by|to) {_ILLNESS}",
    "wounded": r"wounded|injured|WIA|injuries|hurt",
    "captured": r"captured|(?<!as )prisoners?|POWs?|taken|interned|arrested",
    "missing": r"missing|MIA|disappeared",
    "surrendered": r"surrendered",
    "enslaved": r"enslaved|sold into slavery",
    "deserted": r"deserted|desertions|deserters|defected",
    "sunk": r"sunk|scuttled|foundered",
    "destroyed": r"destroyed|burnt|burned|shot down|wrecked",
    "damaged": r"damaged|crippled",
    "disarmed": r"disarmed",
    "displaced": r"displaced|evacuated|refugees",
    "casualties": r"casualties|losses|total|all causes",
    "lost": r"lost",
}
"""How people and things are lost: the attribute of the fact, and the words for it."""

_KIND = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in KINDS.items()}
ANY_KIND = re.compile("|".join(rf"\b(?:{words})\b" for words in KINDS.values()), re.IGNORECASE)


def name_kinds(text: str) -> str:
    """Return how they were lost, as an attribute: killed, killed_or_wounded, nothing."""
    found = [(match.start(), kind) for kind, pattern in _KIND.items() if (match := pattern.search(text))]
    kinds = [kind for _, kind in sorted(found)]
    if len(kinds) > 1:
        kinds = [kind for kind in kinds if kind not in {"casualties", "lost"}] or kinds[:1]
    return "_or_".join(dict.fromkeys(kinds))
