"""`quizapp facts`: says which facts an article states, each with its sentence, its date and its rule."""

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizapp.cli.files import read_article_text, write_text

if TYPE_CHECKING:
    from quizapp.article.fact import Evidence, Fact
    from quizapp.article.finding import Found

_WIDTH = 100  # characters of a quotation in the report


@click.command()
@click.argument("article", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Write a list of objects instead of lines.")
def facts(article: Path, *, as_json: bool) -> None:
    """List the facts of an article: its plain form, MediaWiki wikitext or HTML; "-" reads standard input.

    What was not covered, contradictions and uncertain dates are reported on standard error.
    """
    from quizapp.article import read_article
    from quizapp.article.finding import find_facts

    found = find_facts(read_article(read_article_text(article)))
    if as_json:
        listed = [list_fact(fact) for fact in found.facts]
        write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", None)
    else:
        write_text("".join(f"{_say_fact(fact)}\n" for fact in found.facts), None)
    click.echo(report(found), err=True)


def list_fact(fact: "Fact") -> dict[str, Any]:
    """Return a fact as `--json` writes it."""
    from quizapp.values.dates import to_edtf

    evidence = fact.evidence
    return {
        "id": fact.id,
        "type": fact.type.value,
        "subject": fact.subject,
        "attribute": fact.attribute,
        "value": fact.value,
        "according_to": fact.according_to or None,
        "date": to_edtf(fact.date) if fact.date else None,
        "section": evidence.section,
        "sentence": evidence.sentence,
        "start": evidence.start,
        "end": evidence.end,
        "rule": fact.rule,
        "confidence": fact.confidence.value,
        "status": fact.status.value,
    }


def _say_fact(fact: "Fact") -> str:
    from quizapp.values.dates import to_edtf

    marks = [to_edtf(fact.date)] if fact.date else []
    marks += [f"according to {fact.according_to}"] if fact.according_to else []
    marks += (
        [fact.confidence.value]
        if fact.status.value == "single"
        else [fact.confidence.value, fact.status.value]
    )
    said = f"{fact.subject} | {fact.attribute} | {fact.value}"
    return f"{say_place(fact.evidence)}: {said} ({', '.join(marks)}) [{fact.rule}]"


def say_place(evidence: "Evidence") -> str:
    """Say where in an article something stands: "infobox, Date", "lead, 2"."""
    return f"{evidence.section}, {evidence.sentence}"


def report(found: "Found") -> str:
    """Return the report on an article: facts found, what was not covered, contradictions, uncertain dates."""
    confident = sum(fact.confidence.value == "high" for fact in found.facts)
    types = Counter(fact.type.value for fact in found.facts)
    lines = [f"{len(found.facts)} facts, {confident} of them confident"]
    lines += [f"  {number} {name}" for name, number in sorted(types.items())]
    parts = (
        ("not covered", [f"{say_place(each)}: {_cut(each.quote)}" for each in found.uncovered]),
        ("passed over", [f"{say_place(each.evidence)}: {each.reason}" for each in found.skipped]),
        ("contradictions", [f"{each.reason} ({', '.join(each.facts)})" for each in found.contradictions]),
        (
            "uncertain dates",
            [
                f'{say_place(each.evidence)}: "{_cut(each.evidence.quote)}": {each.reason}'
                for each in found.uncertain
            ],
        ),
        ("not understood", [each.message for each in found.misread]),
    )
    for title, listed in parts:
        lines.append(f"{title}: {len(listed) or 'none'}")
        lines += [f"  {line}" for line in listed]
    return "\n".join(lines)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
