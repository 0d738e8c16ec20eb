"""The forms in which a prompt can be asked; what asks of several facts at once is in sequences and pairings.

A new form is a function in a module here that returns a question or None, and its name in FORMS.
"""

from quizapp.writing.forms.card import ask_card
from quizapp.writing.forms.choice import ask_choice
from quizapp.writing.forms.cloze import ask_cloze
from quizapp.writing.forms.form import Form
from quizapp.writing.forms.typed import ask_date, ask_number, ask_text

FORMS: tuple[Form, ...] = (ask_choice, ask_date, ask_number, ask_text, ask_cloze, ask_card)

__all__ = ["FORMS", "Form"]
