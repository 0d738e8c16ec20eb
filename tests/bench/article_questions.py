"""How good the questions are that are written from articles: draws some by seed, to be judged by rubric.md.

python -m tests.bench.article_questions FOLDER [SEED] [NUMBER]: from every article below the folder (.txt, .wiki), so
many questions, each article's share the same. Also prints how many were written, and how long it took.
"""

import random
import sys
import time
from pathlib import Path

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.questions import Question
from quizapp.writing.draft import Draft, Drafted
from quizapp.writing.drafting import draft_questions

SEED, NUMBER = 1, 60
ENDINGS = frozenset({".txt", ".wiki", ".wikitext", ".html"})


def draft_file(path: Path) -> Draft:
    """Draft the questions of an article in a file."""
    article = read_article(path.read_bytes())
    return draft_questions(article, find_facts(article))


def list_sure(draft: Draft) -> list[tuple[Drafted, Question]]:
    """Return the questions that are accepted without a second look."""
    return [(fact, question) for fact in draft.facts if fact.is_sure for question in fact.questions]


def draw(drafts: dict[str, Draft], seed: int, number: int) -> list[tuple[str, Drafted, Question]]:
    """Draw so many questions, as many from each article as far as it has them; the same seed draws the same."""
    rng = random.Random(seed)
    piles = {name: list_sure(draft) for name, draft in sorted(drafts.items())}
    for pile in piles.values():
        rng.shuffle(pile)
    drawn: list[tuple[str, Drafted, Question]] = []
    while len(drawn) < number and any(piles.values()):
        for name, pile in piles.items():
            if pile and len(drawn) < number:
                drawn.append((name, *pile.pop()))
    return drawn


def say_question(name: str, fact: Drafted, question: Question) -> str:
    """Say a question with all that a reader judges."""
    lines = [f"[{name}] {question.type}: {question.stem}", f"    key: {question.answer()}"]
    if question.also_right():
        lines.append(f"    also right: {'; '.join(question.also_right())}")
    wrong = [each for each in question.choosable() if not each.is_right]
    lines += [f"    wrong: {each.text} ({each.feedback})" for each in wrong]
    evidence = fact.facts[0].evidence
    lines += [f"    statement: {fact.statement}", f"    source: {evidence.section}, {evidence.sentence}"]
    return "\n".join(lines)


def main(folder: Path, seed: int, number: int) -> None:
    """Print the questions drawn, then how many there are of each article."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS)
    begun = time.perf_counter()
    drafts = {str(path.relative_to(folder)): draft_file(path) for path in paths}
    seconds = time.perf_counter() - begun
    for at, each in enumerate(draw(drafts, seed, number), start=1):
        print(f"{at}. {say_question(*each)}\n")
    for name, draft in drafts.items():
        print(
            f"{len(list_sure(draft)):4} questions on {sum(each.is_sure for each in draft.facts):3} facts: {name}"
        )
    print(f"{len(drafts)} articles in {seconds:.2f} s")


if __name__ == "__main__":
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("give a folder with articles")
    main(
        Path(sys.argv[1]),
        *(int(each) for each in [*sys.argv[2:4], *map(str, (SEED, NUMBER)[len(sys.argv) - 2 :])]),
    )
