"""Building a bank from an article: what the rules draft is kept for review, and nothing of it reaches anybody before.

How a review looks is in ``reviewing``, what is decided in ``deciding``.
"""

import json
import textwrap
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from itertools import groupby
from random import Random

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.article.language import find_foreign_language
from quizapp.article.model import Article
from quizapp.bank.reading.read import read_bank
from quizapp.bank.rebuilding.building import NothingToAsk, build_bank
from quizapp.bank.rebuilding.rebuild import Fate, rebuild
from quizapp.bank.schema import Bank
from quizapp.bank.write import write_bank
from quizapp.questions import read_question
from quizapp.services.errors import NotThere, Refused
from quizapp.services.keys import make_key
from quizapp.services.library.fetching import find_licence
from quizapp.services.library.given import LONGEST_TITLE, Given, check_given
from quizapp.services.library.noting import KEPT, MOST_TOLD, Notes, note_drafted, report_left
from quizapp.services.library.targets import find_target
from quizapp.services.person import Person
from quizapp.store import Build, reading, writing
from quizapp.store.library import building as rows
from quizapp.store.library import tables
from quizapp.store.library.lending import list_lent
from quizapp.writing.draft import Draft
from quizapp.writing.drafting import draft_questions
from quizapp.writing.lending import Loan, lend, may_lend
from quizapp.writing.scene import UNTITLED

MOST_BUILDS = 20
MOST_DONE = 20
"""Reviews that are published and kept to be looked at; older ones go when another article is given."""
LONGEST_ARTICLE = 400_000
"""Characters of sentences: the longest articles have 300,000; their facts are found in about two seconds."""
LONGEST_START = 80
"""Characters of an article without a title that tell its review from others."""
MOST_OTHERS = 2_000
"""Questions of other banks that are looked through for distractors."""


class NothingFound(Refused):
    """A text in which the rules find nothing to ask; told says what was made of it."""

    def __init__(self, told: tuple[str, ...]) -> None:
        super().__init__(
            "no question could be written from this text; give an article in English with whole sentences that say"
            " who did what and when: as plain text with a title line, as wikitext, or as HTML of a MediaWiki page"
        )
        self.told = told


@dataclass(frozen=True, slots=True)
class BuildRow:
    """A review in a list; ``left`` counts the facts without a verdict, ``bank_key`` is that of the bank, if any.

    ``start`` is how the article begins, where it has no title.
    """

    id: str
    title: str
    start: str
    created_at: int
    left: int
    total: int
    published_at: int | None
    bank_key: str

    @property
    def is_done(self) -> bool:
        """Whether all of it is reviewed, and published."""
        return self.published_at is not None and not self.left


def start_build(person: Person, given: Given, now: int, rng: Random) -> str:
    """Draft a bank from an article and keep it for review; return its id.

    Raises UnclearSource where it is not clear where the article comes from, NothingFound, Refused, NotThere.
    An article that is under review already, for the same bank, goes on there: what was decided is not begun anew.
    """
    text = check_given(given)
    article = _entitle(read_once(_storable(text)), given.title, text)
    if sum(len(sentence.text) for sentence in article.sentences()) > LONGEST_ARTICLE:
        raise Refused(
            f"an article of more than {LONGEST_ARTICLE:,} characters is not read; give a part of it"
        )
    if language := find_foreign_language(article):
        raise Refused(
            f"this article seems to be in {language}, and only English is read so far; paste the English one"
        )
    key, target = find_target(person, given.bank_key, given.title.strip(), article.title.strip())
    found = find_facts(article)
    draft = draft_questions(article, found, _list_others(person, target))
    bank = _build(draft, given, key, report_left(draft, found))
    notes = Notes({each.id: note_drafted(each, found) for each in draft.facts}, report_left(draft, found))
    if target is not None:
        bank, notes = _build_again(bank, notes, target)
    _make_room(person)
    build = Build(id=make_key(rng), owner_id=person.id, title=bank.title, created_at=now)
    build.text, build.made = _storable(text), _storable(write_bank(bank))
    build.notes = json.dumps(asdict(notes))
    build.bank_id, build.bank_text = (target.id, target.text) if target else (None, "")
    unchanged = [key for key, fate in notes.fates.items() if fate in (Fate.SAME, Fate.MOVED)]
    with writing() as session:
        same = rows.find_same_builds(session, build)
        if going_on := next((id_ for id_, made in same if _read_head(made) == _read_head(build.made)), None):
            return going_on
        rows.insert_build(session, build)
        accepted = rows.Choice(rows.ACCEPTED)
        rows.insert_step(session, build.id, 0, dict.fromkeys(unchanged, accepted))  # cannot be taken back
    return build.id


def _entitle(article: Article, title: str, text: str) -> Article:
    """Return an article under the title that was typed, if its text says so or it has none: its own may be a menu's.

    What only shortens its own title, or is a title for a class, is the bank's alone: no battle is called by it.
    """
    named = " ".join(title.split())
    own, typed = article.title.casefold(), named.casefold()
    is_its_name = typed and typed not in own and typed in text.casefold()
    return replace(article, title=named) if is_its_name or not own else article


def _read_head(made: str) -> str:
    """Return what a drafted bank says of itself: its title and its source."""
    return made.partition("\nfacts:\n")[0].partition("\nbuilt:\n")[0]


@lru_cache(maxsize=4)
def read_once(text: str) -> Article:
    """Read an article, or take it as it was read a moment ago: its review comes right behind its rules."""
    return read_article(text)


def list_builds(person: Person) -> list[BuildRow]:
    """List a teacher's reviews, the newest first."""
    with reading() as session:
        found = rows.list_builds(session, person.id)
        decided = rows.count_decided(session, person.id)
    return [_row(build, start, decided.get(build.id, 0), key or "") for build, start, key in found]


def _make_room(person: Person) -> None:
    """Refuse one article under review too many, and throw the oldest of those away that are done."""
    builds = list_builds(person)
    if sum(not each.is_done for each in builds) >= MOST_BUILDS:
        raise Refused(f"{MOST_BUILDS} articles are under review already; finish or discard one of them first")
    for each in [each for each in builds if each.is_done][MOST_DONE - 1 :]:
        discard_build(person, each.id)


def find_build(person: Person, build_id: str) -> Build:
    """Find one's own review; raises NotThere."""
    with reading() as session:
        build = rows.find_build(session, build_id, person.id)
    if build is None:
        raise NotThere
    return build


def find_build_of_draft(person: Person, draft_id: str) -> str | None:
    """Find the id of one's own review that a draft was made of, if it was made of one."""
    with reading() as session:
        return rows.find_build_of_draft(session, draft_id, person.id)


def is_untitled(build: Build) -> bool:
    """Whether an article has no title, neither of its own nor typed beside it."""
    return build.title == UNTITLED


def discard_build(person: Person, build_id: str) -> None:
    """Throw one's own review away; a bank or a draft that was made from it stays."""
    with writing() as session:
        rows.delete_build(session, build_id, person.id)


def _row(build: Build, start: str, decided: int, bank_key: str) -> BuildRow:
    total = build.made.partition("\nquestions:\n")[0].count("\n  - id: ")  # bare questions are not reviewed
    left = max(0, total - decided)
    shown = textwrap.shorten(start, LONGEST_START, placeholder=" …") if is_untitled(build) else ""
    return BuildRow(build.id, build.title, shown, build.created_at, left, total, build.published_at, bank_key)


def _list_others(person: Person, target: tables.Bank | None) -> list[Loan]:
    """List the names that other banks lend which a teacher can see: they can be distractors here."""
    with reading() as session:
        but = target.id if target else None
        lent = list_lent(session, person.id, but, MOST_OTHERS)
    banks = groupby(lent, key=lambda each: each[0])
    read = ((title, [read_question(each) for _, each in rows if may_lend(each)]) for title, rows in banks)
    return [loan for title, questions in read for loan in lend(title, questions)]


def _build_again(bank: Bank, notes: Notes, target: tables.Bank) -> tuple[Bank, Notes]:
    """Return a bank with the ids and the edits of the one that it was before, and notes with what changed."""
    former = read_bank(target.text.encode(), f"{target.key}.yaml", judging=False)
    if former.bank is None:
        raise Refused("the bank has problems that newer rules see; download it, mend it and publish it first")
    rebuilt = rebuild(bank, former.bank)
    kept = {str(fact.id): KEPT for fact in rebuilt.bank.facts if fact.statement}
    found = {rebuilt.names[key]: note for key, note in notes.facts.items() if key in rebuilt.names}
    gone = [each for each in rebuilt.outcomes if each.fate is Fate.RETIRED and each.id not in kept]
    fates = {each.id: each.fate.value for each in rebuilt.outcomes if each.id in kept}
    changed = [fact for fact in former.bank.facts if fates.get(str(fact.id)) == Fate.CHANGED]
    return rebuilt.bank, replace(
        notes,
        facts={key: found.get(key, note) for key, note in kept.items()},
        fates=fates,
        retired=tuple(each.statement for each in gone),
        replaced={str(fact.id): fact.model_dump_json() for fact in changed},
    )


def _build(draft: Draft, given: Given, key: str, report: tuple[tuple[str, tuple[str, ...]], ...]) -> Bank:
    title = " ".join((given.title or draft.title).split())[:LONGEST_TITLE] or UNTITLED
    url = given.url.strip()
    about = draft if draft.title.strip() not in ("", UNTITLED) else replace(draft, title=title)
    try:
        bank = build_bank(about, url, given.licence.strip() or find_licence(url))
    except NothingToAsk as nothing:
        raise NothingFound(tuple(line for _, lines in report for line in lines)[:MOST_TOLD]) from nothing
    return bank.model_copy(update={"id": key, "title": title})


def _storable(text: str) -> str:
    """Return a text that a database takes: half a character from a damaged file becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
