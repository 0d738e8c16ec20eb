"""How well articles are read: `python -m tests.bench.article_reading FOLDER [differences]`.

The folder holds the same articles as wikitext/NAME.wiki and plain/NAME.txt. Both must give the same sentences and
cells; "differences" shows where they do not. Then each article is damaged in some hundred places, and read with what
is left, up to its facts: nothing may raise an exception. At the end: the seconds that the longest one takes.
"""

import random
import sys
import time
import traceback
from difflib import SequenceMatcher
from pathlib import Path

from quizapp.article import read_article
from quizapp.article.finding import find_facts
from quizapp.article.model import Article
from tests.article.noise import damage, make_noise

SEED = 1712
ROUNDS = 5
NOISE = 200_000


def main() -> None:
    """Compare the two forms, damage the articles, and measure the time."""
    folder, more = Path(sys.argv[1]), sys.argv[2:]
    longest = ""
    for path in sorted(folder.glob("wikitext/*.wiki")):
        text = path.read_text(encoding="utf-8")
        longest = max(longest, text, key=len)
        twin = folder / "plain" / f"{path.stem}.txt"
        if twin.exists():
            compare(path.stem, read_article(text), read_article(twin.read_bytes()), is_told=bool(more))
    if longest:
        measure(longest)
    count_exceptions(
        [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*/*")) if path.is_file()]
    )


def compare(name: str, wikitext: Article, plain: Article, *, is_told: bool) -> None:
    """Print how many sentences and cells of the plain form are the same in wikitext."""
    before = [sentence.text for sentence in plain.sentences()]
    after = [sentence.text for sentence in wikitext.sentences()]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    cells = {cell.name.lower(): [item.text for item in cell.items] for cell in wikitext.cells}
    other = [
        cell for cell in plain.cells if cells.get(cell.name.lower()) != [item.text for item in cell.items]
    ]
    print(
        f"{name}: {same} of {len(before)} sentences, {len(plain.cells) - len(other)} of {len(plain.cells)} cells"
    )
    if is_told:
        for cell in other:
            print(f"  {cell.name}: {cell.text} | {cells.get(cell.name.lower())}")
        for kind, start, end, first, last in matcher.get_opcodes():
            if kind != "equal":
                print(*(f"  - {text}" for text in before[start:end]), sep="\n")
                print(*(f"  + {text}" for text in after[first:last]), sep="\n")


def measure(text: str) -> None:
    """Print the least processor time that reading takes, and reading and finding facts."""
    reading, finding = [], []
    for _ in range(5):
        started = time.process_time()
        article = read_article(text)
        reading.append(time.process_time() - started)
        find_facts(article)
        finding.append(time.process_time() - started)
    print(f"{len(text):,} characters: read in {min(reading):.3f} s, with facts in {min(finding):.3f} s")


def count_exceptions(texts: list[str]) -> None:
    """Print how many damaged texts, and texts of noise, raise an exception."""
    rng = random.Random(SEED)
    damaged = [
        damage(text, rng, places) for text in texts for places in (20, 100, 400) for _ in range(ROUNDS)
    ]
    damaged += [make_noise(rng, NOISE) for _ in range(ROUNDS)]
    failed = 0
    for text in damaged:
        try:
            find_facts(read_article(text))
        except Exception:
            failed += 1
            traceback.print_exc(limit=-3)
    print(
        f"{failed} of {len(damaged)} damaged texts ({sum(map(len, damaged)):,} characters) raised an exception"
    )


if __name__ == "__main__":
    main()
