"""`quizapp write`: makes a question bank from an article, to be read through before it is published."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.facts import read_file, report, say_place

if TYPE_CHECKING:
    from quizapp.writing.draft import Draft


@click.command()
@click.argument("article", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Where the bank goes.")
@click.option("--url", default="", help="The article's address, which begins with https://.")
@click.option("--licence", default="", help="The article's licence, as in CC BY-SA 4.0.")
@click.option("--unsure", is_flag=True, help="Also write what the rules are not sure of.")
def write(article: Path, output: Path | None, url: str, licence: str, *, unsure: bool) -> None:
    """Write a question bank from an article: its plain form, MediaWiki wikitext or HTML; "-" reads standard input.

    What was found, not covered, contradicted, uncertain and not asked is reported on standard error.
    """
    from dataclasses import replace

    from quizapp.article import read_article
    from quizapp.article.finding import find_facts
    from quizapp.bank.building import build_bank
    from quizapp.bank.write import write_bank
    from quizapp.writing.drafting import draft_questions

    read = read_article(read_file(article))
    found = find_facts(read)
    draft = draft_questions(read, found)
    click.echo(report(found), err=True)
    click.echo(_report_draft(draft), err=True)
    kept = tuple(each for each in draft.facts if each.is_sure or unsure)
    try:
        bank = build_bank(replace(draft, facts=kept), url, licence)
    except ValueError as error:
        raise click.ClickException(f"{article}: {_say(error)}") from error
    written = write_bank(bank)
    if output is None:
        click.echo(written, nl=False)
    else:
        output.write_text(written, encoding="utf-8")


def _say(error: ValueError) -> str:
    """Return what is wrong in one line: pydantic's errors give a line for each."""
    messages = [str(each["msg"]) for each in getattr(error, "errors", list)()]
    return "; ".join(messages).removeprefix("Value error, ") or str(error)


def _report_draft(draft: "Draft") -> str:
    sure = [each for each in draft.facts if each.is_sure]
    types = Counter(question.type for each in sure for question in each.questions)
    unsure = sum(len(each.questions) for each in draft.facts) - types.total()
    lines = [f"{types.total()} questions on {len(sure)} facts, and {unsure} questions that are not sure"]
    lines += [f"  {number} {name}" for name, number in sorted(types.items())]
    lines.append(f"not asked: {len(draft.left_out) or 'none'}")
    lines += [f"  {say_place(fact.evidence)}: {fact.id}: {reason}" for fact, reason in draft.left_out]
    return "\n".join(lines)
