"""What a bank file holds, as frozen pydantic models that are both its schema and its values at run time.

A new field is a line here and its entry in the teacher's manual; the JSON Schema for editors follows.
"""

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints, field_validator, model_validator

from quizapp.questions import AnyQuestion
from quizapp.questions.base import ID_PATTERN
from quizapp.questions.problems import refuse

LANGUAGE = re.compile(r"(?!.{21})[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")  # at most 20 characters
FORMAT = 1

LONGEST_LINE = 2_000
LineOrNothing = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_LINE)]
LongText = Annotated[str, StringConstraints(max_length=20_000)]


def _check_id(name: str | None) -> str | None:
    if name is not None and not ID_PATTERN.fullmatch(name):
        refuse([((), f'"{name}" cannot be an id; use small letters, digits and hyphens, at most 80')])
    return name


def _read_count(written: object) -> object:
    if isinstance(written, str) and not (written.isdecimal() and 0 < len(written) < 7 and int(written) > 0):
        refuse([((), f'"{written[:40]}" is not a number of a sentence; count from 1, as in 12')])
    return written


def _can_be_split(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:  # a bracket that is not closed, a host that no name can have
        return False


def _check_any(listed: tuple[Any, ...]) -> tuple[Any, ...]:
    if not listed:
        refuse([((), "there is no question here; add one below `questions:`")])
    return listed


class Piece(BaseModel, frozen=True, extra="forbid"):
    """A part of a bank: it cannot be changed and knows every one of its fields."""


class Source(Piece):
    """What a bank was made from."""

    title: LineOrNothing = Field(default="", title="Title", description="The title of the article or book.")
    url: LineOrNothing = Field(
        default="", title="Address", description="Where it stands, beginning with https://."
    )
    licence: LineOrNothing = Field(
        default="", title="Licence", description="Under which licence it may be used."
    )

    @field_validator("url")
    @classmethod
    def _check_url(cls, url: str) -> str:
        if url and not (re.fullmatch(r"https?://[^\s<>\"]+", url) and _can_be_split(url)):
            refuse([((), f'"{url[:80]}" is not the address of a page; write it whole, with https://')])
        return url


class Evidence(Piece):
    """Where in the source a fact stands."""

    section: LineOrNothing = Field(default="", title="Section", description="The heading above it.")
    sentence: Annotated[int, BeforeValidator(_read_count, json_schema_input_type=int | str)] | None = Field(
        default=None, title="Sentence", description="Its place in the section, from 1."
    )
    quote: LineOrNothing = Field(
        default="", title="Quote", description="The words of the source, if they may be quoted."
    )


class Fact(Piece):
    """One statement with its questions; one that came as a bare question has no statement and its id."""

    id: str | None = Field(
        default=None,
        title="Id",
        description="What memory hangs on: small letters, digits and hyphens. Never change it.",
        json_schema_extra={"pattern": f"^{ID_PATTERN.pattern}$"},
    )
    statement: LineOrNothing = Field(title="Statement", description="The fact as one sentence.")
    evidence: Evidence | None = Field(
        default=None, title="Evidence", description="Where it stands in the source."
    )
    according_to: LineOrNothing = Field(
        default="", title="According to", description="Who says so, if it is disputed."
    )
    topic: LineOrNothing = Field(default="", title="Topic", description="What the fact belongs to.")
    mentions: tuple[str, ...] = Field(
        default=(), title="Mentions", description="Ids of facts that an order or a match is made of."
    )
    questions: tuple[AnyQuestion, ...] = Field(
        title="Questions", description="One or more ways to ask the fact.", json_schema_extra={"minItems": 1}
    )

    _check_id = field_validator("id")(_check_id)
    _check_questions = field_validator("questions")(_check_any)

    @model_validator(mode="after")
    def _check_bare(self) -> "Fact":
        if not self.statement:
            other = (self.evidence, self.according_to, self.topic, self.mentions)
            if any(other) or len(self.questions) > 1 or self.questions[0].id != self.id:
                refuse([((), "`statement` is missing; write the fact as one sentence")])
        return self


class Bank(Piece):
    """A file of facts and their questions, with its title, language and source."""

    format: str = Field(default="1", title="Format", description="The version of this file format.")
    id: str | None = Field(
        default=None,
        title="Id",
        description="The bank's permanent name; without it, the file's name.",
        json_schema_extra={"pattern": f"^{ID_PATTERN.pattern}$"},
    )
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)] = Field(
        title="Title", description="What the bank is about."
    )
    language: str = Field(default="en", title="Language", description="The language of its texts, as in en.")
    description: LongText = Field(default="", title="Description", description="More about it, in Markdown.")
    source: Source | None = Field(default=None, title="Source", description="What it was made from.")
    built: dict[str, str] = Field(
        default_factory=dict,
        title="Built",
        description="What the builder made, as short hashes by fact; it tells a teacher's edits by them.",
    )
    facts: tuple[Fact, ...] = Field(
        title="Facts", description="The facts with their questions.", json_schema_extra={"minItems": 1}
    )

    _check_id = field_validator("id")(_check_id)

    @field_validator("format")
    @classmethod
    def _check_format(cls, number: str) -> str:
        if number != str(FORMAT):
            refuse(
                [((), f'format "{number[:40]}" is not known here; write `format: {FORMAT}` or leave it out')]
            )
        return number

    @field_validator("language")
    @classmethod
    def _check_language(cls, language: str) -> str:
        if not LANGUAGE.fullmatch(language):
            refuse([((), f'"{language[:40]}" is not a language code; write one like en or pt-BR')])
        return language

    @field_validator("facts")
    @classmethod
    def _put_bare_questions_last(cls, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        _check_any(facts)
        return tuple(sorted(facts, key=lambda fact: not fact.statement))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a bank file, for editors that complete and check while one types."""
    schema = Bank.model_json_schema(mode="validation")
    properties = schema["properties"]
    properties["questions"] = {
        "title": "Questions",
        "description": "Questions without facts: each is a fact of its own.",
        "type": "array",
        "items": schema["$defs"]["Fact"]["properties"]["questions"]["items"],
    }
    schema["required"].remove("facts")
    schema["anyOf"] = [{"required": ["facts"]}, {"required": ["questions"]}]
    schema["$defs"]["Fact"]["properties"]["statement"]["minLength"] = 1
    _allow_bare_scalars(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Quizapp bank"}


def _allow_bare_scalars(schema: Any) -> None:
    """Let an unquoted 38, no or 2017 be a text for editors too, as it is for us."""
    if isinstance(schema, list):
        for each in schema:
            _allow_bare_scalars(each)
    if isinstance(schema, dict):
        for each in schema.values():
            _allow_bare_scalars(each)
        if schema.get("type") in ("string", "boolean", "number") and not {"const", "enum"} & set(schema):
            schema["type"] = ["string", "number", "boolean", "null"]
