"""`quizapp write`: makes a question bank from an article, to be read through before it is published."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.borrowing import borrow
from quizapp.cli.facts import read_file, report, say_place

if TYPE_CHECKING:
    from quizapp.bank.rebuilding import Rebuilt
    from quizapp.bank.schema import Bank
    from quizapp.writing.draft import Draft


@click.command()
@click.argument("article", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Where the bank goes.")
@click.option("--url", default="", help="The article's address, which begins with https://.")
@click.option("--licence", default="", help="The article's licence, as in CC BY-SA 4.0.")
@click.option(
    "--former",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The bank that was built from this article before, perhaps edited since.",
)
@click.option(
    "--library",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="A bank, or a folder of banks, that lends names for wrong options where the article has too few.",
)
@click.option("--unsure", is_flag=True, help="Also write what the rules are not sure of.")
def write(
    article: Path,
    output: Path | None,
    url: str,
    licence: str,
    former: Path | None,
    library: tuple[Path, ...],
    *,
    unsure: bool,
) -> None:
    """Write a question bank from an article: its plain form, MediaWiki wikitext or HTML; "-" reads standard input.

    What was found, not covered, contradicted, uncertain and not asked is reported on standard error. With a former
    bank, facts keep its ids and what was edited in it stays; what became of each fact is reported too.
    """
    from dataclasses import replace

    from quizapp.article import read_article
    from quizapp.article.finding import find_facts
    from quizapp.bank.building import build_bank
    from quizapp.bank.rebuilding import rebuild
    from quizapp.bank.write import write_bank
    from quizapp.writing.drafting import draft_questions

    known = _read_former(former) if former else None
    read = read_article(read_file(article))
    found = find_facts(read)
    draft = draft_questions(read, found, borrow(library, (former, output)))
    click.echo(report(found), err=True)
    click.echo(_report_draft(draft), err=True)
    kept = tuple(each for each in draft.facts if each.is_sure or unsure)
    try:
        bank = build_bank(replace(draft, facts=kept), url, licence)
    except ValueError as error:
        raise click.ClickException(f"{article}: {_say(error)}") from error
    if known is not None:
        rebuilt = rebuild(bank, known)
        click.echo(_report_fates(rebuilt), err=True)
        bank = rebuilt.bank
    _put(write_bank(bank), output)


def _put(written: str, output: Path | None) -> None:
    if output is None:
        click.echo(written, nl=False)
    else:
        output.write_text(written, encoding="utf-8")


def _read_former(path: Path) -> "Bank":
    from quizapp.bank.read import read_bank

    found = read_bank(path.read_bytes(), str(path), judging=False)
    if found.bank is None:
        raise click.ClickException("\n".join(map(str, found.problems)))
    named = any(line.startswith("id:") for line in found.lines)  # else its name is only the file's
    return found.bank if named else found.bank.model_copy(update={"id": None})


def _report_fates(rebuilt: "Rebuilt") -> str:
    from quizapp.bank.rebuilding import Fate

    counts = Counter(each.fate for each in rebuilt.outcomes)
    lines = ["beside the former bank: " + ", ".join(f"{counts[fate]} {fate}" for fate in Fate)]
    for each in rebuilt.outcomes:
        edited = ", and what was edited stays" if each.is_edited else ""
        if each.fate != "same" or each.is_edited:
            lines.append(f"  {each.id}: {each.fate}{edited}: {each.statement}")
    return "\n".join(lines)


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
