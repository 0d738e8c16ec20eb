"""The library's pages: what there is to study, and a teacher's desk. A concern is a module of this package."""

from quizapp.web.library import adding, building, desk, drafts, facts, mending, retouching, shelves, voices
from quizapp.web.library.frame import blueprint

__all__ = [
    "adding",
    "blueprint",
    "building",
    "desk",
    "drafts",
    "facts",
    "mending",
    "retouching",
    "shelves",
    "voices",
]
