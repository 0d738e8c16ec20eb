"""The library: publishing bank files, checking them first, and what readers and teachers see of them.

Each concern is a module of this package; what others use is named here.
"""

from quizapp.services.library.folder import Outcome, Result, publish_files, publish_folder
from quizapp.services.library.publishing import Published, Unreadable, publish_bank

__all__ = [
    "Outcome",
    "Published",
    "Result",
    "Unreadable",
    "publish_bank",
    "publish_files",
    "publish_folder",
]
