"""The site with one mistake, for gunicorn: what the kill test must catch. `reply_first` and `no_key` are WSGI apps.

Each patches one place of the product in the process that it is imported into; never import this in a test.
"""

import contextlib
import secrets
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from queue import SimpleQueue
from sqlite3 import IntegrityError
from typing import Any

from flask import Flask

from quizapp.services.study import answering
from quizapp.store import driver
from quizapp.store.study import step as steps
from quizapp.store.study.step import append_review, save_card
from tests.kill.warm import site

LATE = 0.2
"""Seconds from the reply to the commit."""


def reply_first() -> Flask:
    """An application that acknowledges an answer, and commits it a moment later."""
    app = site()
    statements: dict[driver.Line, list[tuple[str, dict[str, object]]]] = {}
    waiting: SimpleQueue[tuple[float, list[tuple[str, dict[str, object]]]]] = SimpleQueue()
    begin, run, rollback = driver.Line.begin, driver.Line.run, driver.Line.rollback
    commit = driver.Line.commit

    def begin_and_note(line: driver.Line) -> None:
        begin(line)
        statements[line] = []

    def run_and_note(line: driver.Line, statement: str, **values: object) -> int:
        if line in statements and not statement.lstrip().startswith("SELECT"):
            statements[line].append((statement, values))
        return run(line, statement, **values)

    def commit_later(line: driver.Line) -> None:
        rollback(line)
        waiting.put((time.monotonic() + LATE, statements.pop(line)))
        _start_once(write_behind)

    def write_behind() -> None:
        while True:
            due, noted = waiting.get()
            time.sleep(max(0.0, due - time.monotonic()))
            with app.app_context(), driver.line() as line, contextlib.suppress(IntegrityError):
                begin(line)
                for statement, values in noted:
                    run(line, statement, **values)
                commit(line)

    driver.Line.begin = begin_and_note  # type: ignore[method-assign]

    def run_and_note_all(line: driver.Line, writes: Sequence[driver.Write]) -> list[int]:
        return [run_and_note(line, statement, **values) for statement, values in writes]

    driver.Line.run_all = run_and_note_all  # type: ignore[method-assign]
    driver.Line.run = run_and_note  # type: ignore[method-assign]
    driver.Line.commit = commit_later  # type: ignore[method-assign]
    return app


_started = threading.Event()


def _start_once(work: Any) -> None:
    """Start a thread in this worker: one that was started before the fork would not be here."""
    if not _started.is_set():
        _started.set()
        threading.Thread(target=work, daemon=True).start()


def no_key() -> Flask:
    """An application that takes every form that it is sent for another answer."""

    def find_unanswered(line: driver.Line, account_id: int, key: str, now: int) -> Any:
        step = find_step(line, account_id, key, now)
        return step and replace(step, answered_at=None)

    def keep_under_new_key(
        line: driver.Line, step: Any, review: Any, state: Any, *, newest: Any, issued: Sequence[Any] = ()
    ) -> bool:
        append_review(line, replace(review, key=secrets.token_hex(15)))
        for each in issued:
            steps.mark_issued(line, review.account_id, each, review.received_at)
        where = {"account_id": review.account_id, "session_id": step.session_id, "position": step.position}
        line.run(steps._ANSWERED, now=review.received_at, **where)
        seen = step.card_version
        return save_card(line, review.account_id, step.fact_id, state, newest=newest, seen=seen)

    find_step = answering.find_step
    answering.keep_answer = keep_under_new_key  # type: ignore[attr-defined]
    answering.find_step = find_unanswered  # type: ignore[attr-defined]
    return site()
