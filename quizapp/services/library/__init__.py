"""The library: publishing bank files, checking them first, and what readers and teachers see of them.

Each concern is a module of this package; what others use is named here.
"""

from quizapp.services.library.accepting import open_built, write_accepted
from quizapp.services.library.adding import (
    add_question,
    blank_question,
    list_fact_choices,
    type_choices,
    type_names,
)
from quizapp.services.library.boxes import Box, apply_boxes, keep_boxes, leave_out_at
from quizapp.services.library.building import (
    NothingFound,
    discard_build,
    find_build,
    find_build_of_draft,
    is_untitled,
    list_builds,
    start_build,
)
from quizapp.services.library.busy import TooBusy, take_turn
from quizapp.services.library.deciding import (
    State,
    accept_sure,
    decide,
    read_state,
    take_back,
)
from quizapp.services.library.desk import (
    download_bank,
    find_own_bank,
    list_own_banks,
    look_at_own_bank,
    retire_bank,
    set_audience,
)
from quizapp.services.library.drafts import (
    Outdated,
    discard_draft,
    find_draft,
    join_bank,
    list_drafts,
    mend_line,
    mend_lines,
    open_draft,
    publish_draft,
    say_encoding,
)
from quizapp.services.library.entries import Unclear, Unstated
from quizapp.services.library.fact import find_met_fact, look_at_fact
from quizapp.services.library.fetching import fetch_article, find_title
from quizapp.services.library.folder import Outcome, Result, publish_files, publish_folder
from quizapp.services.library.forms import (
    Form,
    Unfit,
    blank_form,
    check_typed,
    show_typed,
    write_typed,
)
from quizapp.services.library.given import Given, UnclearSource, read_given
from quizapp.services.library.mending import (
    Snippet,
    check_mended,
    find_snippet,
    find_snippet_in_bank,
    leave_out_question,
    save_snippet,
    save_snippet_in_bank,
    take_for_same,
    write_mended,
)
from quizapp.services.library.preview import look_at_draft
from quizapp.services.library.publishing import Published, Unreadable, publish_bank
from quizapp.services.library.retouching import (
    DraftedPiece,
    Forms,
    edit_fact,
    find_piece,
    leave_out_drafted,
    restate,
    restore_drafted,
)
from quizapp.services.library.reviewing import Review, View, find_next, look_at_review, number_of
from quizapp.services.library.shelves import (
    OpenBank,
    find_bank_to_study,
    list_shelves,
    look_at_bank,
    search_facts,
)
from quizapp.services.library.timeline import Dated, Timeline, look_at_timeline
from quizapp.services.library.trying import look_at_both, look_at_question
from quizapp.services.library.turning import find_spare, form_of_text, retype_text, turn_form
from quizapp.services.library.typed_facts import (
    UnfitFact,
    check_typed_fact,
    forms_of_fact,
    show_typed_fact,
    statement_of,
    write_typed_fact,
)
from quizapp.services.library.voices import Voices, list_voices, settle

__all__ = [
    "Box",
    "Dated",
    "DraftedPiece",
    "Form",
    "Forms",
    "Given",
    "NothingFound",
    "OpenBank",
    "Outcome",
    "Outdated",
    "Published",
    "Result",
    "Review",
    "Snippet",
    "State",
    "Timeline",
    "TooBusy",
    "Unclear",
    "UnclearSource",
    "Unfit",
    "UnfitFact",
    "Unreadable",
    "Unstated",
    "View",
    "Voices",
    "accept_sure",
    "add_question",
    "apply_boxes",
    "blank_form",
    "blank_question",
    "check_mended",
    "check_typed",
    "check_typed_fact",
    "decide",
    "discard_build",
    "discard_draft",
    "download_bank",
    "edit_fact",
    "fetch_article",
    "find_bank_to_study",
    "find_build",
    "find_build_of_draft",
    "find_draft",
    "find_met_fact",
    "find_next",
    "find_own_bank",
    "find_piece",
    "find_snippet",
    "find_snippet_in_bank",
    "find_spare",
    "find_title",
    "form_of_text",
    "forms_of_fact",
    "is_untitled",
    "join_bank",
    "keep_boxes",
    "leave_out_at",
    "leave_out_drafted",
    "leave_out_question",
    "list_builds",
    "list_drafts",
    "list_fact_choices",
    "list_own_banks",
    "list_shelves",
    "list_voices",
    "look_at_bank",
    "look_at_both",
    "look_at_draft",
    "look_at_fact",
    "look_at_own_bank",
    "look_at_question",
    "look_at_review",
    "look_at_timeline",
    "mend_line",
    "mend_lines",
    "number_of",
    "open_built",
    "open_draft",
    "publish_bank",
    "publish_draft",
    "publish_files",
    "publish_folder",
    "read_given",
    "read_state",
    "restate",
    "restore_drafted",
    "retire_bank",
    "retype_text",
    "save_snippet",
    "save_snippet_in_bank",
    "say_encoding",
    "search_facts",
    "set_audience",
    "settle",
    "show_typed",
    "show_typed_fact",
    "start_build",
    "statement_of",
    "take_back",
    "take_for_same",
    "take_turn",
    "turn_form",
    "type_choices",
    "type_names",
    "write_accepted",
    "write_mended",
    "write_typed",
    "write_typed_fact",
]
