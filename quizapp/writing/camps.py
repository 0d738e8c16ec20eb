"""The sides of a battle, with what the infobox lists for each."""

import re
from dataclasses import dataclass
from functools import cached_property

from quizapp.article.fact import Fact
from quizapp.article.gazetteer.ranks import RANKS, TITLES
from quizapp.values.text import fold
from quizapp.writing.english import TAKES_THE, begin, is_plural, join_all, mend, own, with_the
from quizapp.writing.peoples import DEMONYMS, list_peoples

_OWNED = re.compile(r"^([^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]+)*)['\u2019]s (?:\S+ ){2,}\S+$")
_LEAGUE = re.compile(
    r"\b(?:Alliance|Coalition|Entente|League|Allies|Axis|Allied [Pp]owers|Central Powers|Pact)(?: of [A-Z][\w ]+)?$"
    r"|\bAllied (?:forces|[Nn]ations)$|\bUnited Nations\b"
)
_ROOT, _SHORT = 5, 3  # letters that a people shares with its state; words no longer than "the"
_LONGEST_NAME = 9  # words of a side that is named whole


@dataclass(frozen=True)
class Camp:
    """One side of the conflict, with what the infobox lists for it."""

    number: int
    combatants: tuple[Fact, ...]
    commanders: tuple[Fact, ...]
    units: tuple[Fact, ...]
    rival: str = ""

    def say_member(self, name: str) -> str:
        """Say whose side a name is on; the name of the side itself fought against another."""
        said = begin(mend(name) if self.is_commander(name) else with_the(name))
        if fold(name) in fold(self.name) and self.rival:
            return f"{said} fought against {self.rival}."
        if not self.name:
            return f"{said} {'commanded' if self.is_commander(name) else 'fought'} on another side."
        return f"{said} {'commanded' if self.is_commander(name) else 'fought'} on the side of {self.name}."

    def is_commander(self, name: str) -> bool:
        """Whether the infobox lists a name as a commander's."""
        return any(fact.value == name for fact in self.commanders)

    def is_told_by(self, name: str) -> bool:
        """Whether a name holds a word of the side's own: Ahmad Shah Durrani and the Durrani Empire."""
        roots = {word[:_ROOT] for word in fold(self.name).split()}
        return any(len(word) > _SHORT and word[:_ROOT] in roots for word in fold(name).split())

    def is_in(self, text: str) -> bool:
        """Whether a text names the side: a party, its people, or a commander by one of his names."""
        words = set(re.findall(r"[^\W_]+", fold(text)))
        people = {name for word in words for name in DEMONYMS.get(word, ())}
        return bool(self.members & people or self._own_words & words)

    @cached_property
    def _own_words(self) -> frozenset[str]:
        """Each word by which the side can be meant: no kind of state, no rank."""
        listed = (*self.combatants, *self.commanders)
        words = {word for fact in listed for word in re.findall(r"[^\W_]{4,}", fold(fact.value))}
        return frozenset(words - RANKS - TITLES - TAKES_THE)

    @cached_property
    def party_names(self) -> tuple[str, ...]:
        """Its parties, each with its other names."""
        return tuple(name for fact in self.combatants for name in (fact.value, *fact.aliases))

    @cached_property
    def name(self) -> str:
        """The side as a reader would name it: "the Islamic State", "Syria and its allies", "Ann Moore's forces"."""
        parties: dict[str, str] = {}
        for fact in self.combatants:
            parties.setdefault(_state_of(fact.value), fact.value)
        names = [with_the(_OWNED.sub(r"\1", name.strip(" :"))) for name in parties.values()]
        if not names:  # a flag whose state is lost
            return next((f"{own(mend(fact.value))} forces" for fact in self.commanders[:1]), "")
        if len(names) == 1 or (names and is_league(names[0])):
            return names[0]
        both = join_all(tuple(names))
        if len(names) == 2 and len(both.split()) <= _LONGEST_NAME:
            return both
        return f"{names[0]} and {'their' if is_plural(names[0]) else 'its'} allies"

    @cached_property
    def members(self) -> frozenset[str]:
        """Every name of the side, its combatants, commanders and units, folded."""
        listed = (*self.combatants, *self.commanders, *self.units)
        return frozenset(fold(name) for fact in listed for name in (fact.value, *fact.aliases))


def _state_of(party: str) -> str:
    """Return what tells a party apart: its state, so that the Empire of Japan and Japan are one."""
    return next((state for _, _, state in list_peoples(party)), party)


def is_league(name: str) -> bool:
    """Whether a name is that of all who fought together, so that those below it are no allies of it."""
    return _LEAGUE.search(name) is not None


def is_short_for(name: str, member: str) -> bool:
    """Whether a name is one word of a longer one, as a surname is."""
    return len(name) > 4 and " " not in name and name in member.split()[-1:] + member.split()[:2]


def stem_of(name: str) -> str:
    """Return what a state and its adjective begin with: syria, syrian; nothing for a name of several words."""
    return name[:5] if len(name) > 4 and " " not in name else "\0"
