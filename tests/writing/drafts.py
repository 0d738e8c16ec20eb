"""Articles of a few lines, and what is drafted from them."""

from collections.abc import Sequence

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.questions import Question
from quizapp.writing.draft import Draft
from quizapp.writing.drafting import draft_questions
from quizapp.writing.lending import Loan


def write_article(infobox: str, body: str, title: str = "Battle of Harlow") -> str:
    """Return an article in the plain form; infobox has a field a line, body begins with the lead."""
    fields = "\n".join(f"- {line.strip()}" for line in infobox.strip().splitlines())
    return f"= {title} =\n\nInfobox\n- Conflict: {title}\n{fields}\n\n{body.strip()}\n"


def draft(text: str, others: Sequence[Loan] = ()) -> Draft:
    """Draft the questions of an article; others are names that other banks lend."""
    article = read_article(text)
    return draft_questions(article, find_facts(article), others)


def list_questions(drafted: Draft) -> dict[str, Question]:
    """Return all questions by type and stem: "date: On which day ..."."""
    return {f"{each.type}: {each.stem}": each for fact in drafted.facts for each in fact.questions}


def find_question(drafted: Draft, beginning: str) -> Question:
    """Return the question whose type and stem begin so."""
    questions = list_questions(drafted)
    found = [question for stem, question in questions.items() if stem.startswith(beginning)]
    assert found, f"{beginning!r} is not among {sorted(questions)}"
    return found[0]


def list_wrong(question: Question) -> dict[str, str]:
    """Return the distractors of a question with their feedback."""
    return {each.text: each.feedback for each in question.choosable() if not each.is_right}
