"""An article as a teacher gives it: its text, and where it comes from; what is wrong with either is said at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from quizapp.bank.reading.source import recode
from quizapp.bank.schema import Source
from quizapp.questions.problems import say
from quizapp.services.errors import Refused

LONGEST_TEXT = 2_000_000
"""Characters as given: nine tenths of a page's HTML can be markup, and are read in half a second."""
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Given:
    """An article as a teacher gives it; ``bank_key`` names the bank that is built again, else it is a new one."""

    text: str
    title: str = ""
    url: str = ""
    licence: str = ""
    bank_key: str = ""


class UnclearSource(Refused):
    """What was typed about an article's source cannot be kept; problems are said by the names of its fields."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(problems.values()))
        self.problems = problems


def read_given(content: bytes) -> str:
    """Return the text of a file; raises Refused for what is none."""
    text = (recode(content) or ("\x00", ""))[0]
    if "\x00" in text:
        raise Refused(
            "this is no text; save the article as plain text, wikitext or HTML, and choose that file"
        )
    return text


def check_given(given: Given) -> str:
    """Return the text of an article with the line ends of a file; raises UnclearSource, Refused."""
    _check_source(given)
    text = given.text.replace("\r\n", "\n").replace("\x00", "")
    if not text.strip():
        raise Refused("there is no article; paste its text, or choose a file")
    if len(text) > LONGEST_TEXT:
        raise Refused(f"a text of more than {LONGEST_TEXT:,} characters is not read; give a part of it")
    return text


def _check_source(given: Given) -> None:
    problems = {}
    if len(" ".join(given.title.split())) > LONGEST_TITLE:
        problems["title"] = f"the title has more than {LONGEST_TITLE} characters; shorten it"
    try:
        Source(url=given.url, licence=given.licence)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            name = str(each["loc"][0])
            label = str(Source.model_fields[name].title).lower()
            problems[name] = say(each, ()).replace(f"`{name}`", f"the {label}")
    if problems:
        raise UnclearSource(problems)
