"""Short articles for the tests of what is found in them."""

from quizapp.article import read_article
from quizapp.article.fact import Fact
from quizapp.article.finding import Found, find_facts


def find_in(*fields: str, title: str = "Battle of Harlow Ford", body: str = "") -> Found:
    """Find the facts of an article with these lines in its infobox, such as "Date: 3–5 May 1712"."""
    infobox = "Infobox\n" + "".join(f"- {field}\n" for field in fields) if fields else ""
    return find_facts(read_article(f"= {title} =\n\n{infobox}\n{body}\n"))


def cells_of(found: Found) -> tuple[Fact, ...]:
    """Return the facts that cells state."""
    return tuple(fact for fact in found.facts if fact.evidence.section == "infobox")


def say(found: Found) -> list[str]:
    """Return the facts that cells state in a line each: "side 1 commander: Anselm Korr"."""
    return [f"{fact.subject} {fact.attribute}: {fact.value}" for fact in cells_of(found)]
