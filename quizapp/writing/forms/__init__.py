"""The forms in which a prompt can be asked, and those that ask of several facts at once.

A new form is a function in a module here, and its name in FORMS, if it makes a question of one prompt or None, or in
GATHERED, if it makes facts of its own. Of one fact no more than MOST_QUESTIONS are kept: the first forms come first.
"""

from quizapp.writing.forms.card import ask_card
from quizapp.writing.forms.choice import ask_choice
from quizapp.writing.forms.cloze import ask_cloze
from quizapp.writing.forms.form import Form, Gathering
from quizapp.writing.forms.pairings import find_pairings
from quizapp.writing.forms.selections import find_selections
from quizapp.writing.forms.sequences import find_sequences
from quizapp.writing.forms.typed import ask_date, ask_number, ask_text

FORMS: tuple[Form, ...] = (ask_choice, ask_date, ask_number, ask_text, ask_cloze, ask_card)
GATHERED: tuple[Gathering, ...] = (find_pairings, find_selections, find_sequences)

__all__ = ["FORMS", "GATHERED", "Form", "Gathering"]
