"""Files that are being checked: a teacher's drafts, which are mended line by line and then published."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from quizapp.bank.edit import replace_line
from quizapp.bank.identity import slug
from quizapp.bank.reading.read import Reading, read_bank
from quizapp.bank.reading.source import recode
from quizapp.bank.schema import Bank
from quizapp.services.errors import NotThere, Refused
from quizapp.services.keys import make_key
from quizapp.services.library.publishing import Published, Terms, choose_key, publish_read
from quizapp.services.library.rights import may_edit
from quizapp.services.library.usable import find_usable
from quizapp.services.person import Person
from quizapp.store import Draft, reading, writing
from quizapp.store.library import building, queries
from quizapp.store.library import drafts as rows

MOST_DRAFTS = 20
MOST_WORDS = 8
MAX_CACHED = 500_000
"""Characters of a text whose reading is kept for the next page; a longer one is read again (0.3 s a MB)."""


class Outdated(Refused):
    """A draft is no longer as it was when the page with a form was made; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "this draft was changed in another window since the page was loaded; look at it as it is now"
        )


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in a list."""

    id: str
    file_name: str
    created_at: int


def list_drafts(person: Person) -> list[DraftRow]:
    """List a teacher's drafts, the newest first."""
    with reading() as session:
        found = rows.list_drafts(session, person.id)
    return [DraftRow(draft.id, draft.file_name, draft.created_at) for draft in found]


def open_draft(
    person: Person, content: bytes, file_name: str, now: int, rng: Random, bank_key: str | None = None
) -> str:
    """Keep a file for checking and return the draft's id; raises Refused if it is no text or one too many."""
    if not content.strip():
        raise Refused("there is nothing in it; choose a file, or paste the text of one")
    name = _tidy(file_name) or _name_from_title(content)
    text = (recode(content) or ("\x00", ""))[0]
    if "\x00" in text:
        raise Refused(str(read_bank(content, name).problems[0]))
    with writing() as session:
        bank = queries.find_bank(session, bank_key) if bank_key else None
        if bank_key and (bank is None or not may_edit(person, bank.owner_id)):
            raise NotThere
        if rows.count_drafts(session, person.id) >= MOST_DRAFTS:
            raise Refused(f"{MOST_DRAFTS} drafts are open already; publish or discard one of them first")
        draft_id = make_key(rng)
        draft = Draft(id=draft_id, owner_id=person.id, bank_id=bank.id if bank else None)
        draft.file_name, draft.text, draft.created_at = name, text, now
        rows.insert_draft(session, draft)
    return draft_id


def say_encoding(content: bytes) -> str:
    """Say how a file was read that is not saved as UTF-8, with words to look at; nothing for all others."""
    text, encoding = recode(content) or ("", "UTF-8")
    if encoding == "UTF-8":
        return ""
    words = dict.fromkeys(word for word in re.findall(r"\w+", text) if not word.isascii())
    shown = ", ".join([*words][:MOST_WORDS])
    look = f" Look whether these words are right: {shown}." if shown else ""
    return f"The file is saved as {encoding}, and was read so; UTF-8 would be surer.{look}"


def find_draft(person: Person, draft_id: str) -> Draft:
    """Find one's own draft; raises NotThere."""
    with reading() as session:
        draft = rows.find_draft(session, draft_id, person.id)
    if draft is None:
        raise NotThere
    return draft


def find_seen(person: Person, draft_id: str, seen: str) -> Draft:
    """Find one's own draft as it was looked at; raises Refused if it was changed since, NotThere."""
    draft = find_draft(person, draft_id)
    if stamp(draft.text) != seen:
        raise Outdated
    return draft


def stamp(text: str) -> str:
    """Return what tells one state of a draft's text from another."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def mend_line(person: Person, draft_id: str, seen: str, line: int, mended: str) -> None:
    """Replace one line (from 1) of a draft; seen is the stamp of the text that the person looked at."""
    mend_lines(person, draft_id, seen, {line: mended})


def mend_lines(person: Person, draft_id: str, seen: str, mended: Mapping[int, str]) -> None:
    """Replace lines (from 1) of a draft at once; one that is mended with several lines moves no other."""
    draft = find_seen(person, draft_id, seen)
    text = draft.text
    for line in sorted(mended, reverse=True):
        text = replace_line(text, line, mended[line].replace("\r\n", "\n").rstrip("\n"))
    change_text(draft, text)


def change_text(draft: Draft, text: str) -> None:
    """Replace the text of a draft; raises Refused if somebody else did so in the meantime."""
    if len(text) > 2 * len(draft.text) + 1_000_000:
        raise Refused("that is too long for one line; upload the file again instead")
    with writing() as session:
        if not rows.replace_text(session, draft.id, draft.text, text):
            raise Outdated


def join_bank(person: Person, draft_id: str, bank_key: str) -> None:
    """Make a draft a new version of a bank that a person may change; raises NotThere."""
    draft = find_draft(person, draft_id)
    with writing() as session:
        bank = queries.find_bank(session, bank_key)
        if bank is None or not may_edit(person, bank.owner_id):
            raise NotThere
        rows.bind_draft(session, draft.id, bank.id)


def discard_draft(person: Person, draft_id: str) -> None:
    """Throw one's own draft away."""
    with writing() as session:
        rows.delete_draft(session, draft_id, person.id)


def publish_draft(person: Person, draft_id: str, seen: str, now: int) -> tuple[Published, int]:
    """Publish what can be read of a draft; return what that did and how many questions were left out.

    The draft goes, unless it has problems: then it stays to be mended.
    """
    draft = find_seen(person, draft_id, seen)
    found = read_draft(draft)
    bank = found.bank or found.partial
    if bank is None:
        raise Refused("nothing can be published before the problems are mended")
    key = target_key(person, draft, bank)
    bank = find_usable(found, key) or bank
    terms = Terms(person, now, bank_key=key)
    # A bank without its broken questions is written anew: its text cannot be the author's.
    published = publish_read(bank, draft.text if found.bank else "", terms)
    left_out = count_left_out(found)
    with writing() as session:
        row = queries.find_bank(session, published.bank_key)
        if row is not None:
            building.note_published(session, draft.id, row, now)
        if found.bank is None and row is not None:
            rows.bind_draft(session, draft.id, row.id)
        else:
            rows.delete_draft(session, draft.id, person.id)
    return published, left_out


def read_draft(draft: Draft) -> Reading:
    """Read a draft's text; short texts are read once for all the pages that show them."""
    if len(draft.text) > MAX_CACHED:
        return read_bank(draft.text.encode(), draft.file_name)
    return _read_short(draft.text, draft.file_name)


def target_key(person: Person, draft: Draft, bank: Bank) -> str:
    """Return the key of the bank that a draft replaces: the one it was opened for, or the one that it names."""
    if draft.bank_id is not None:
        with reading() as session:
            opened_for = queries.find_bank_by_id(session, draft.bank_id)
        if opened_for is not None and may_edit(person, opened_for.owner_id):
            return opened_for.key
    return choose_key(str(bank.id), person)


def count_left_out(found: Reading) -> int:
    """Count the questions of a draft that publishing it would leave out."""
    if found.bank is not None or found.partial is None:
        return 0
    return max(0, found.written - sum(len(fact.questions) for fact in found.partial.facts))


@lru_cache(maxsize=4)
def _read_short(text: str, name: str) -> Reading:
    return read_bank(text.encode(), name)


def _tidy(file_name: str) -> str:
    name = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in name if letter.isprintable())[:100].strip()


def _name_from_title(content: bytes) -> str:
    """A name for a text that was pasted: its bank's id comes from it where the text names none."""
    title = re.search(r"^title[ \t]*:(.*)$", content.decode("utf-8", errors="replace"), re.MULTILINE)
    return f"{(slug(title.group(1)) if title else '') or 'bank'}.yaml"
