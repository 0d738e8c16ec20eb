"""Studying in a browser: the landing page's question, today, and a session one question at a time.

A concern is a module of this package. A question type that uses a known shape needs nothing here; a new shape is a
macro in ``templates/study/shapes.html``.
"""

from quizapp.web.study import answering, entrance, reporting, today
from quizapp.web.study.frame import blueprint

__all__ = ["answering", "blueprint", "entrance", "reporting", "today"]
