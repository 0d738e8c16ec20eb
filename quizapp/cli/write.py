"""`quizapp write`: makes a question bank from an article, to be read through before it is published."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.borrowing import borrow
from quizapp.cli.facts import report, say_place
from quizapp.cli.files import (
    count_comments,
    look_before_writing,
    read_article_text,
    read_bank_file,
    write_text,
)

if TYPE_CHECKING:
    from quizapp.bank.rebuilding.rebuild import Rebuilt
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
    from quizapp.article import read_article
    from quizapp.article.finding import find_facts
    from quizapp.bank.rebuilding.rebuild import rebuild
    from quizapp.bank.write import write_bank
    from quizapp.writing.drafting import draft_questions

    look_before_writing(output, article, former)
    known = read_bank_file(former) if former else None
    read = read_article(read_article_text(article))
    found = find_facts(read)
    draft = draft_questions(read, found, borrow(library, (former, output)))
    click.echo(report(found), err=True)
    click.echo(_report_draft(draft), err=True)
    try:
        bank = _build(draft, known, url, licence, unsure=unsure)
    except ValueError as error:
        raise click.ClickException(f"{article}: {_say(error)}") from error
    if known is not None and former is not None:
        rebuilt = rebuild(bank, known)
        click.echo(_report_fates(rebuilt, count_comments(former)), err=True)
        bank = rebuilt.bank
    written = write_bank(bank)
    click.echo(_report_flaws(written, "-" if output is None else str(output)), nl=False, err=True)
    write_text(written, output)


def _build(draft: "Draft", known: "Bank | None", url: str, licence: str, *, unsure: bool) -> "Bank":
    """Build the bank of what is sure, or known from a former bank: what somebody read through does not go."""
    from dataclasses import replace

    from quizapp.bank.rebuilding.building import build_bank
    from quizapp.bank.rebuilding.recognising import find_known

    whole = build_bank(draft, url, licence)
    stays = find_known(whole, known) if known is not None else frozenset()
    kept = tuple(each for each in draft.facts if each.is_sure or unsure or each.id in stays)
    return build_bank(replace(draft, facts=kept), url, licence)


def _report_fates(rebuilt: "Rebuilt", comments: int) -> str:
    from quizapp.bank.rebuilding.rebuild import Fate

    counts = Counter(each.fate for each in rebuilt.outcomes)
    lines = ["beside the former bank: " + ", ".join(f"{counts[fate]} {fate}" for fate in Fate)]
    for each in rebuilt.outcomes:
        edited = ", and what was edited stays" if each.is_edited else ""
        if each.fate != "same" or each.is_edited:
            lines.append(f"  {each.id}: {each.fate}{edited}: {each.statement}")
    same = [each.id for each in rebuilt.outcomes if each.fate == "same" and not each.is_edited]
    lines += [f"  same: {', '.join(same)}"] if same else []
    if comments:
        lines.append(f"comments of the former bank that are not kept: {comments}")
    return "\n".join(lines)


def _report_flaws(written: str, name: str) -> str:
    """Say what quizapp check will say of the bank: words of a teacher's can give away what is built."""
    from quizapp.bank.reading.read import read_bank

    problems = read_bank(written.encode(), name).problems
    lines = [f"problems to mend in the bank: {len(problems)}", *(f"  {each}" for each in problems)]
    return "\n".join([*lines, ""]) if problems else ""


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
