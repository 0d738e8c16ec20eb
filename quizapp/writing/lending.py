"""What other banks of a library lend an article: names that are right answers there, to be wrong ones here.

A name is lent with the battle that it belongs to, its side and the year, since nobody takes a general of another
century for one of this. Which stems ask for what is said in ASKED.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median_low

from quizapp.questions import Question
from quizapp.questions.match import Match
from quizapp.values.dates import When
from quizapp.values.read_date import read_date
from quizapp.values.text import fold
from quizapp.writing.english import BATTLES, begin, is_name, name_conflict, with_the, year_of

ASKED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("commander", re.compile(r"(?:Which of these|Who) commanded\b|Which of these commanders\b")),
    ("unit", re.compile(r"Which of these units\b")),
    ("conflict", re.compile(r"Of which (?:\w+ )?(?:conflict|campaign|war)\b")),
    (
        "",
        re.compile(
            r"(?:In )?[Ww]hich (?P<kind>city|town|village|river|island|county|governorate|province|district)\b"
        ),
    ),
)
"""What a stem asks for, by how it begins; of a place the kind is named in the stem."""
_SIDE = re.compile(r"\bon the side of (?P<side>.+?) in the \S")
_PAIRED = re.compile(r"On which side did each (?P<kind>commander|unit)\b")
_COUNTRY = re.compile(r"In which country (?:did|was) .+ (?:take place|fought)\?")
_LENDS = re.compile(
    r"commanded|commanders|did each|of these units|Of which|hich (?:ci|to|vi|ri|is|co|go|pr|di)"
)
_DATED = re.compile(r'"type": ?"date"|\b[1-9]\d{2,3}"')
_YEAR = re.compile(r"(?<!\d)[1-9]\d{2,3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Loan:
    """A name that another bank asks for, with its kind, side, battle, country and year (0 is 1 BC)."""

    name: str
    kind: str
    title: str
    side: str = ""
    country: str = ""
    year: int | None = None

    @property
    def feedback(self) -> str:
        """What the name really is."""
        battle = name_conflict(self.title)
        if not {word.lower().strip(",.'\u2019") for word in self.title.split()} & BATTLES:
            return f'{begin(self.name)} belongs to "{self.title}".'
        if self.kind in {"commander", "unit"}:
            return f"{begin(self.name)} {_DONE[self.kind]} in {battle}."
        if self.kind == "conflict":
            return f"{begin(battle)} was part of {with_the(self.name)}."
        return f"{begin(self.name)} has to do with {battle}."


_DONE = {"commander": "commanded", "unit": "fought"}


def lend(title: str, questions: Sequence[Question]) -> tuple[Loan, ...]:
    """Return the names that the questions of a bank ask for, each once; a bank that asks for none lends nothing."""
    year, country = _find_year(title, questions), _find_country(title, questions)
    found = (each for question in questions for each in _list_names(question))
    loans = (
        Loan(re.sub("^The ", "the ", name), kind, title, side, country, year)
        for name, kind, side in found
        if _is_name(name)
    )
    return tuple({(fold(loan.name).removeprefix("the "), loan.kind): loan for loan in loans}.values())


def may_lend(definition: str) -> bool:
    """Whether a question that is stored as text may ask for a name or a year: a quick look before it is read."""
    return bool(_LENDS.search(definition) or _DATED.search(definition))


def _list_names(question: Question) -> Iterator[tuple[str, str, str]]:
    """Yield each name with its kind and its side."""
    paired = _PAIRED.match(question.stem)
    if isinstance(question, Match) and paired:
        for name, side in question.key.items():
            yield name, paired["kind"], side
    if question.type not in {"choice", "text"}:
        return
    told = _SIDE.search(question.stem)
    for kind, stem in ASKED:
        begun = stem.match(question.stem)
        if begun:
            yield question.answer(), kind or begun["kind"], told["side"] if told else ""


def _find_country(title: str, questions: Sequence[Question]) -> str:
    """Return the country that a bank asks for by a word of its title; another may be that of another battle."""
    words = {word for word in fold(title).split() if word.isalpha()} - BATTLES - {"of", "the"}
    asked = (each for each in questions if _COUNTRY.match(each.stem) and words & set(fold(each.stem).split()))
    return next((each.answer() for each in asked), "")


def _find_year(title: str, questions: Sequence[Question]) -> int | None:
    """Return the year in which most of what a bank asks the date of happened, else that of its title."""
    answers = {each.answer() for each in questions if each.type in {"date", "choice"}}
    dated = [read_date(answer) for answer in sorted(answers) if _YEAR.search(answer) or " BC" in answer]
    years = [year for when in dated if isinstance(when, When) and (year := year_of(when)) is not None]
    if years:
        return median_low(years)
    told = _YEAR.search(title)
    return int(told[0]) if told else None


def _is_name(text: str) -> bool:
    """Whether a text is a proper name, also of a battle or a war: "the Syrian civil war"."""
    bare = re.sub(r"^[Tt]he |\bcivil\b", "", text)
    return is_name(" ".join(word for word in bare.split() if word.lower() not in BATTLES))
