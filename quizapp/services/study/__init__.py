"""Studying: plan a session, answer its questions, undo, claim, put aside; the log is the truth.

A new way to study is a module here whose functions are named in this list.
"""

from quizapp.services.study.aiming import Cost, compare_costs
from quizapp.services.study.answering import answer, look, look_at_question, look_back_at
from quizapp.services.study.changing import claim, reset, resume, set_retention, suspend, undo
from quizapp.services.study.choosing import Cards, Choice, look_at_cards, look_at_choice, start_cards
from quizapp.services.study.hints import show_hint
from quizapp.services.study.merging import merge_guest
from quizapp.services.study.planning import put_on_shelf, start_session, take_off_shelf
from quizapp.services.study.quiz import (
    COUNTS,
    Quiz,
    Sent,
    give_up,
    hand_in,
    keep_responses,
    look_at_quiz,
    start_quiz,
)
from quizapp.services.study.quiz_result import QuizResult, ask_owner, look_at_result, practise_misses
from quizapp.services.study.rebuilding import rebuild
from quizapp.services.study.regrading import Effect, preview_regrade, regrade
from quizapp.services.study.reporting import report
from quizapp.services.study.reveal import Revealed, reveal
from quizapp.services.study.summary import Summary, look_back
from quizapp.services.study.today import LENGTHS, Offer, Today, look_at_today
from quizapp.services.study.told import Asked, Circumstances, Pace, Told, Turn
from quizapp.services.study.trial import begin_trial, trial_question
from quizapp.services.study.untold import Untold

__all__ = [
    "COUNTS",
    "LENGTHS",
    "Asked",
    "Cards",
    "Choice",
    "Circumstances",
    "Cost",
    "Effect",
    "Offer",
    "Pace",
    "Quiz",
    "QuizResult",
    "Revealed",
    "Sent",
    "Summary",
    "Today",
    "Told",
    "Turn",
    "Untold",
    "answer",
    "ask_owner",
    "begin_trial",
    "claim",
    "compare_costs",
    "give_up",
    "hand_in",
    "keep_responses",
    "look",
    "look_at_cards",
    "look_at_choice",
    "look_at_question",
    "look_at_quiz",
    "look_at_result",
    "look_at_today",
    "look_back",
    "look_back_at",
    "merge_guest",
    "practise_misses",
    "preview_regrade",
    "put_on_shelf",
    "rebuild",
    "regrade",
    "report",
    "reset",
    "resume",
    "reveal",
    "set_retention",
    "show_hint",
    "start_cards",
    "start_quiz",
    "start_session",
    "suspend",
    "take_off_shelf",
    "trial_question",
    "undo",
]
