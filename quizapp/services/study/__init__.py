"""Studying: plan a session, answer its questions, undo, claim, put aside; the log is the truth.

A new way to study is a module here whose functions are named in this list.
"""

from quizapp.services.study.answering import answer, look, look_at_question, look_back_at
from quizapp.services.study.changing import claim, reset, resume, set_retention, suspend, undo
from quizapp.services.study.hints import show_hint
from quizapp.services.study.merging import merge_guest
from quizapp.services.study.planning import (
    MINUTES,
    Today,
    look_at_today,
    put_on_shelf,
    start_session,
    take_off_shelf,
)
from quizapp.services.study.rebuilding import rebuild
from quizapp.services.study.reporting import report
from quizapp.services.study.reveal import Revealed, reveal
from quizapp.services.study.summary import Summary, look_back
from quizapp.services.study.told import Asked, Pace, Said, Told, Turn
from quizapp.services.study.trial import begin_trial, trial_question

__all__ = [
    "MINUTES",
    "Asked",
    "Pace",
    "Revealed",
    "Said",
    "Summary",
    "Today",
    "Told",
    "Turn",
    "answer",
    "begin_trial",
    "claim",
    "look",
    "look_at_today",
    "look_at_question",
    "look_back",
    "look_back_at",
    "merge_guest",
    "put_on_shelf",
    "rebuild",
    "report",
    "reset",
    "resume",
    "reveal",
    "set_retention",
    "show_hint",
    "start_session",
    "suspend",
    "take_off_shelf",
    "trial_question",
    "undo",
]
