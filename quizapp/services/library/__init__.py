"""The library: publishing bank files, checking them first, and what readers and teachers see of them.

Each concern is a module of this package; what others use is named here.
"""

from quizapp.services.library.desk import (
    download_bank,
    list_own_banks,
    look_at_own_bank,
    retire_bank,
    set_audience,
)
from quizapp.services.library.drafts import (
    discard_draft,
    find_draft,
    leave_out_at,
    list_drafts,
    mend_line,
    open_draft,
    publish_draft,
)
from quizapp.services.library.folder import Outcome, Result, publish_files, publish_folder
from quizapp.services.library.mending import (
    Snippet,
    Unclear,
    add_question,
    blank_question,
    find_snippet,
    find_snippet_in_bank,
    leave_out_question,
    list_fact_choices,
    save_snippet,
    save_snippet_in_bank,
    type_names,
)
from quizapp.services.library.preview import look_at_draft
from quizapp.services.library.publishing import Published, Unreadable, publish_bank
from quizapp.services.library.shelves import find_bank_to_study, list_shelves, look_at_bank
from quizapp.services.library.trying import look_at_both, look_at_question

__all__ = [
    "Outcome",
    "Published",
    "Result",
    "Snippet",
    "Unclear",
    "Unreadable",
    "add_question",
    "blank_question",
    "discard_draft",
    "download_bank",
    "find_bank_to_study",
    "find_draft",
    "find_snippet",
    "find_snippet_in_bank",
    "leave_out_at",
    "leave_out_question",
    "list_drafts",
    "list_fact_choices",
    "list_own_banks",
    "list_shelves",
    "look_at_bank",
    "look_at_both",
    "look_at_draft",
    "look_at_own_bank",
    "look_at_question",
    "mend_line",
    "open_draft",
    "publish_bank",
    "publish_draft",
    "publish_files",
    "publish_folder",
    "retire_bank",
    "save_snippet",
    "save_snippet_in_bank",
    "set_audience",
    "type_names",
]
