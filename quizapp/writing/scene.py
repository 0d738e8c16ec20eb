"""The stage on which an article's questions are asked: its battle, when that was, the sides, what else is told."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from quizapp.article.fact import INFOBOX, Clause, Fact, FactType, Status
from quizapp.article.finding import Found
from quizapp.article.gazetteer.states import OTHER_NAMES
from quizapp.article.knowing import find_aliases
from quizapp.article.model import Article
from quizapp.values.dates import When
from quizapp.values.text import fold
from quizapp.writing.camps import Camp, is_short_for, stem_of
from quizapp.writing.english import (
    a_or_an,
    begin,
    is_name,
    mend,
    name_conflict,
    was_or_were,
    with_the,
    year_of,
)
from quizapp.writing.index import Index
from quizapp.writing.lending import Loan
from quizapp.writing.own_words import OwnWords
from quizapp.writing.peoples import DEMONYMS
from quizapp.writing.persons import find_short_names, without_rank
from quizapp.writing.standing import find_early, stand

_COUNTED = re.compile(
    r"^(?:Small|Some|Several|Many|Most|Elements|Parts|Units|Men|Troops|Members|Remnants|Two|Three|Four|Five|Six|About|"
    r"Around|Nearly|Almost|Over|All|Both|Heavy|Light|Local|Enemy|Government|Rebel|Advance|Advanced|Forward) (?=[a-z])"
)
UNTITLED = "Untitled article"
LONGEST_TITLE = 300
"""Characters of a bank's title."""
_BEHIND = r"(?:(?<=to )|(?<=by )|(?<=of )|(?<=from )|(?<=against )|(?<=with ))"
_MEMBERS = frozenset({FactType.COMBATANT, FactType.COMMANDER, FactType.UNIT})
_SHORT = re.compile(r"[A-Z]{2,7}")
_QUALIFIER = re.compile(r"\s*\([^()]*\)\s*$")
_ASIDE = re.compile(
    r"cultur|entertain|media\b|film|game|popular|literature|historiograph|memorial|commemorat|fiction|sources|myth",
    re.IGNORECASE,
)


def _literally(name: str) -> str:
    return name.replace("\\", "\\\\")  # what a pattern is replaced by means something behind a backslash


@dataclass(frozen=True)
class Scene:
    """An article and its facts as questions look at them; others are the names that other banks lend.

    ends are what the article says of the battle's days, contradictions too: none of them is asked, yet what lies
    between them must not be told to be before or after it. fates are what became of its commanders, likewise: who may
    have been killed is no wrong answer.
    """

    article: Article
    facts: tuple[Fact, ...]
    others: tuple[Loan, ...] = field(default=())
    ends: tuple[Fact, ...] = field(default=())
    fates: tuple[Fact, ...] = field(default=())

    @cached_property
    def title(self) -> str:
        """The title without what stands in brackets behind it."""
        return (_QUALIFIER.sub("", self.article.title) or self.article.title).strip()[
            :LONGEST_TITLE
        ] or UNTITLED

    @cached_property
    def spelled(self) -> tuple[tuple[str, str], ...]:
        """Abbreviations that the article explains, and combatants' that everybody uses, with the whole names."""
        pairs = [(short, name) for name, shorts in find_aliases(self.article).items() for short in shorts]
        pairs += [
            (short, name) for name, shorts in OTHER_NAMES.items() for short in shorts if name in self._sides
        ]
        told = {short: name for short, name in reversed(pairs) if _SHORT.fullmatch(short)}
        return tuple((short, told[short]) for short in sorted(told))

    @cached_property
    def _sides(self) -> frozenset[str]:
        return frozenset(fact.value for fact in self.facts if fact.type is FactType.COMBATANT)

    def spell(self, text: str) -> str:
        """Return a text with abbreviations written out: "SOHR" is the Syrian Observatory for Human Rights."""
        for short, name in self.spelled:
            if short in text:
                whole = rf"(?<![\w.]){short}(?!\w|\.\w)"
                alone = rf"{_BEHIND}{whole}(?=$|[,.?]|['\u2019]s)"
                text = re.sub(rf"\ban? {whole}", _literally(a_or_an(name)), text)
                text = re.sub(alone, _literally(with_the(name)), text)
                text = re.sub(whole, _literally(name), text)
        return text

    def name_in_full(self, name: str) -> str:
        """Return a name without nation and rank, and whole where one word of it can only mean one commander.

        "Campioni" is Inigo Campioni, "English Admiral Arthur Herbert" is Arthur Herbert.
        """
        name = without_rank(name)
        return self._commanders.get(fold(name), name)

    @cached_property
    def _commanders(self) -> Mapping[str, str]:
        values = [fact.value for camp in self.camps for fact in camp.commanders]
        return find_short_names(values, [sentence.text for sentence in self.article.sentences()])

    @cached_property
    def own_words(self) -> OwnWords:
        """What the article says, word by word."""
        return OwnWords(self.article)

    @cached_property
    def conflict(self) -> str:
        """The battle inside a sentence: "the Battle of Evesham"."""
        return name_conflict(self.title) if self.title != UNTITLED else "the battle"

    @cached_property
    def was(self) -> str:
        """The verb of the battle: "was", or "were" where there are several."""
        return was_or_were(self.title)

    @cached_property
    def span(self) -> When | None:
        """The days of the battle, as the infobox says, else the text."""
        dates = [fact for fact in self.ends or self.facts if fact.type is FactType.DATE]
        dates = [fact for fact in dates if self.is_battle(fact.subject)]
        dates = [fact for fact in dates if fact.date and fact.is_dated_surely]
        dates = [fact for fact in dates if fact.evidence.section == INFOBOX] or dates[:1]
        known = [end for fact in dates if fact.date for end in (fact.date.earliest, fact.date.latest) if end]
        if not known or dates[0].date is None:
            return None
        return When(min(known), max(known), dates[0].date.precision)

    @cached_property
    def year(self) -> int | None:
        """The year of the battle (0 is 1 BC), if it lies in one."""
        return year_of(self.span) if self.span else None

    @cached_property
    def camps(self) -> tuple[Camp, ...]:
        """The sides of the infobox, from 1; a column that only counts is of all sides together."""
        numbers = sorted({fact.side for fact in self.facts if fact.side and fact.type in _MEMBERS})
        camps = [
            Camp(
                number,
                self._listed(FactType.COMBATANT, number),
                self._listed(FactType.COMMANDER, number),
                self._listed(FactType.UNIT, number),
            )
            for number in numbers
        ]
        if len(camps) != 2:
            return tuple(camps)
        return tuple(
            replace(camp, rival=rival.name) for camp, rival in zip(camps, reversed(camps), strict=True)
        )

    def camp(self, number: int | None) -> Camp | None:
        """Return a side by its number."""
        return next((camp for camp in self.camps if camp.number == number), None)

    def other_camps(self, number: int | None) -> tuple[Camp, ...]:
        """Return the sides that a side fought against."""
        return tuple(camp for camp in self.camps if camp.number != number)

    def find_camp(self, name: str) -> Camp | None:
        """Return the one side to which a name belongs, by a name that the infobox lists; None where that is open."""
        if name not in self._found_camps:
            self._found_camps[name] = self._look_for_camp(name)
        return self._found_camps[name]

    @cached_property
    def _found_camps(self) -> dict[str, Camp | None]:
        return {}

    def _look_for_camp(self, name: str) -> Camp | None:
        said = f" {fold(name)} "
        found = [
            camp
            for camp in self.camps
            if any(
                f" {member} " in said or f" {stem_of(member)}" in said for member in camp.members if member
            )
            or any(is_short_for(said.strip(), member) for member in camp.members)
            or any(name in camp.members for word in said.split() for name in DEMONYMS.get(word, ()))
        ]
        return found[0] if len(found) == 1 else None

    def place_in_time(self, fact: Fact) -> str:
        """Return how a fact stands to the battle: "In the Battle of Evesham", "Before ...", "At the time of ..."."""
        return f"{stand(fact, self.span, self._early, self.title)} {self.conflict}"

    @cached_property
    def _early(self) -> frozenset[str]:
        return find_early(self.article)

    def is_battle(self, subject: str) -> bool:
        """Whether a subject is the battle itself, by its title with or without what stands in brackets."""
        return fold(subject) in self._titles

    @cached_property
    def _titles(self) -> frozenset[str]:
        whole = self.article.title
        return frozenset(map(fold, (whole, _QUALIFIER.sub("", whole), self.title)))

    def phrase(self, text: str) -> str:
        """Return a subject as it stands inside a sentence: the battle itself with its article."""
        if text not in self._phrased:
            self._phrased[text] = self._phrase(text)
        return self._phrased[text]

    @cached_property
    def _phrased(self) -> dict[str, str]:
        return {}

    def _phrase(self, text: str) -> str:
        if self.is_battle(text):
            return self.conflict
        if _SHORT.fullmatch(text.removeprefix("the ")):
            text = self.spell(text.removeprefix("the "))
            text = f"the {text}" if _SHORT.fullmatch(text) and self.own_words.takes_the(text) else text
        text = _COUNTED.sub(lambda found: found[0].lower(), text)
        first, _, behind = text.partition(" ")
        if behind[:1].islower() and self.own_words.is_common(first):
            text = f"{first.lower()} {behind}"
        is_known = " " in text or fold(text) in DEMONYMS or self.own_words.has_the(text)
        return mend(with_the(text) if is_name(text) and is_known else text)

    @cached_property
    def measured(self) -> frozenset[Clause]:
        """The clauses that tell a distance, which is what is asked of them."""
        return frozenset(fact.clause for fact in self.facts if fact.clause and fact.attribute == "distance")

    def is_aside(self, fact: Fact) -> bool:
        """Whether a fact is told of films, monuments or sources, not of what happened."""
        return _ASIDE.search(fact.evidence.section) is not None

    def mentions(self, stem: str) -> bool:
        """Whether a stem names the battle, so that it is clear what it is about."""
        return fold(self.title) in fold(stem)

    def frame(self, fact: Fact, asked: str) -> str:
        """Return a question that begins with a small letter with the battle before it, where it names it not yet."""
        if self.mentions(asked):
            return begin(asked)
        if self.year is not None and str(self.year) in self.title:
            asked = asked.replace(f" of {self.year} ", " ", 1)
        return f"{self.place_in_time(fact)}, {asked}"

    @cached_property
    def index(self) -> Index:
        """The facts and the places of the article in the orders in which questions look for them."""
        return Index(self.article, self.facts)

    def _listed(self, type_: FactType, number: int) -> tuple[Fact, ...]:
        return tuple(
            fact
            for fact in self.facts
            if fact.type is type_ and fact.side == number and fact.evidence.section == INFOBOX
        )


def set_scene(article: Article, found: Found, others: Sequence[Loan] = ()) -> Scene:
    """Return the scene of an article: each thing that it tells twice only once, contradictions left out."""
    ends = tuple(fact for fact in found.facts if fact.type is FactType.DATE)
    fates = tuple(fact for fact in found.facts if fact.attribute == "fate")
    return Scene(article, tuple(_tell_once(found.facts)), tuple(others), ends, fates)


def _tell_once(facts: Iterable[Fact]) -> Iterator[Fact]:
    told: set[tuple[str, str, str]] = set()
    for fact in facts:
        if fact.status is Status.CONTRADICTED and not fact.according_to:
            continue
        key = (fold(fact.subject), fact.attribute, fold(fact.value))
        if key not in told:
            told.add(key)
            yield fact
