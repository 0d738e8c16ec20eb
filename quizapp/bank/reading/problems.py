"""What is wrong with a bank file, and where; every reader of bank files reports in these."""

from dataclasses import dataclass

Place = tuple[int, int, int]
"""Line and column, both from 1, and the length on that line in characters (0: not known)."""


MOST_PROBLEMS = 200
"""More are not looked for: who wrote the file mends these first."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a file: where it stands, what is wrong and, after a semicolon, what to do."""

    file: str
    line: int
    column: int
    message: str
    length: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"
