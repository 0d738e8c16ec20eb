"""Articles as people edit them: a typo, a changed number, a sentence put in, a sentence or paragraph moved."""

import re
from collections.abc import Iterator

SENTENCE = re.compile(r"[A-Z][^.\n=]{30,}\.(?= |\n)")
LONG_WORD = re.compile(r"(?<= )[a-z]{6,}(?= )")
NUMBER = re.compile(r"\b[2-8]\d{0,2}\b")
INSERTED = (
    "The weather along the road was cold and wet.",
    "On 2 October 1066, the Danish army captured the town of Ely.",
)


def edit_everywhere(text: str) -> Iterator[tuple[str, str, str]]:
    """Give the kind of each edit, the sentence that it touches (nothing if none), and the whole text after it."""
    body = text.index("\n== ")
    for found in SENTENCE.finditer(text, body):
        sentence = found[0]
        word = LONG_WORD.search(sentence)
        if word:
            typo = word[0][:2] + word[0][3] + word[0][2] + word[0][4:]
            yield (
                "typo",
                sentence,
                _put(text, found, sentence[: word.start()] + typo + sentence[word.end() :]),
            )
        number = NUMBER.search(sentence)
        if number:
            changed = sentence[: number.start()] + str(int(number[0]) + 1) + sentence[number.end() :]
            yield "number", sentence, _put(text, found, changed)
        for inserted in INSERTED:
            yield "inserted", "", _put(text, found, f"{inserted} {sentence}")
        after = text.find("\n", found.end())
        if text[found.end() : after].strip():
            rest = text[found.end() : after].strip()
            yield "moved", "", text[: found.start()] + f"{rest} {sentence}" + text[after:]
    paragraphs = re.findall(r"(?<=\n)[A-Z][^\n=]+\n\n[A-Z][^\n=]+(?=\n)", text)
    for both in paragraphs:
        one, other = both.split("\n\n")
        yield "paragraphs", "", text.replace(both, f"{other}\n\n{one}")


def _put(text: str, found: re.Match[str], sentence: str) -> str:
    return text[: found.start()] + sentence + text[found.end() :]
