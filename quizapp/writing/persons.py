"""By which single word a text calls a commander whom the infobox names in full."""

import re
from collections.abc import Mapping, Sequence

from quizapp.article.gazetteer.ranks import ALONE, RANKS, TITLES
from quizapp.values.dates import MONTHS
from quizapp.values.text import fold

_PEERS = frozenset({"duke", "earl", "count", "marquess", "viscount", "baron"})
_SHORTEST = 3  # letters; shorter ones are particles and numerals
_BESIDE = r"(?:[^\W\d_a-z][\w\u2019'-]*|[a-z]{1,3}[\u2019'][A-Z]\w*|(?:of|the|de|von|van) [^\W\d_a-z]\w*)"


def without_rank(name: str) -> str:
    """Return a name without nation and rank: "English Admiral Arthur Herbert" is Arthur Herbert."""
    words = name.split()
    ranks = [at for at, word in enumerate(words) if word.lower().strip(".") in ALONE]
    if ranks and ranks[-1] < len(words) - 1 and words[ranks[-1] + 1][:1].isupper():
        return " ".join(words[ranks[-1] + 1 :])
    return name


def find_short_names(names: Sequence[str], sentences: Sequence[str]) -> Mapping[str, str]:
    """Return whole names by the one word, folded, that means nobody else, of the names or in the text."""
    whole: dict[str, set[str]] = {}
    for name in names:
        words = re.split(r",| of ", name)[0].split()
        if not words or fold(name) == fold(words[0]) or fold(words[0]) in _PEERS:
            continue
        for word in words:
            if len(word) >= _SHORTEST and word[:1].isupper() and fold(word) not in RANKS | TITLES:
                whole.setdefault(word, set()).add(name)
    return {
        fold(word): owner
        for word, owners in whole.items()
        for owner in owners
        if len(owners) == 1 and not re.fullmatch("[IVX]+", word) and not _means_others(word, owner, sentences)
    }


def _means_others(word: str, owner: str, sentences: Sequence[str]) -> bool:
    """Whether a text names others by the same word: "Charles VI" and "Charles, Duke of Orléans" beside a Charles."""
    beside = re.compile(rf"(?:({_BESIDE}) )?\b{re.escape(word)}\b(?:,? ({_BESIDE}))?(?![\u2019'])")
    own = set(fold(owner).split())
    for sentence in sentences:
        if word not in sentence:
            continue
        for found in beside.finditer(sentence):
            before, behind = found.groups()
            if before and (not found.start() or before in MONTHS or fold(before) in RANKS | TITLES):
                before = ""  # "When Nelson", "On 28 September Nelson", "Admiral Nelson"
            if any(fold(each).split()[-1] not in own for each in (before, behind) if each):
                return True
    return False
