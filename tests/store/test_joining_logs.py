"""Joining one account's rows to another's loses no row and no column, of tables that come later neither."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import Table, insert, select

from quizapp.store import Question, reading, writing
from quizapp.store.driver import line
from quizapp.store.study.log import copy_rows, find_joined
from tests.services import students


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        students.publish()
        yield


def _full_row(table: Table, account_id: int) -> dict[str, object]:
    """A row with something in every column; what points at another row points at one that is there."""
    with reading() as session:
        question = session.scalars(select(Question).limit(1)).one()
    there = {"account_id": account_id, "bank_id": students.bank_id(), "fact_id": question.fact_id}
    there |= {"question_id": question.id, "session_id": "one", "id": "one"}
    made = {str: "some", int: 7, float: 0.5, bool: True}
    return {name: there.get(name, made[column.type.python_type]) for name, column in table.columns.items()}


def test_a_join_keeps_every_column_of_every_table_of_what_students_do() -> None:
    guest, student = students.enrol(None), students.enrol()
    tables = find_joined()
    assert {table.name for table in tables} >= {"shelf", "study_session", "step", "review"}
    assert "card" not in {table.name for table in tables}
    rows = {table: _full_row(table, guest.id) for table in tables}
    with writing() as session:
        for table, row in rows.items():
            session.execute(insert(table).values(**row))
    for _ in range(2):
        with line() as wire:
            wire.begin()
            copy_rows(wire, guest.id, student.id)
            wire.commit()
    for table, row in rows.items():
        with reading() as session:
            found = session.execute(select(table).where(table.c.account_id == student.id)).mappings().all()
        assert [dict(each) for each in found] == [row | {"account_id": student.id}], table.name
