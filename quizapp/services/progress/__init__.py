"""What a student can see of what is known and of every answer given.

A statistic needs nothing here: it is named in `quizapp.progress.STATISTICS`. Another view of the log is a module.
"""

from quizapp.services.progress.answers import (
    Answers,
    ShownAnswer,
    Sought,
    find_all_answers,
    look_at_answers,
)
from quizapp.services.progress.export import FORMATS, ExportFormat
from quizapp.services.progress.overview import BankProgress, Progress, look_at_progress

__all__ = [
    "FORMATS",
    "Answers",
    "BankProgress",
    "ExportFormat",
    "Progress",
    "ShownAnswer",
    "Sought",
    "find_all_answers",
    "look_at_answers",
    "look_at_progress",
]
