"""A page is read once: by the form or by its tables, whichever understands more."""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import Batch, Item, Place, Table
from extract.records.competing import winner

PLACE = Place("0" * 64, 1)


def reading(number: int, kind: str, rows: int, *names: str) -> list[Item]:
    table = Table(PLACE, number, kind, record="shipment")
    return [table, Batch(number, "shipment", range(rows), {name: ["x"] * rows for name in names})]


FORM = reading(1, "form", 1, "consignor", "consignee", "hs_code", "quantity")


def test_tables_that_know_fewer_fields_are_left_out() -> None:
    assert list(winner(FORM, reading(2, "table", 9, "consignor", "consignee"))) == FORM


def test_tables_that_know_as_many_fields_of_more_rows_win() -> None:
    tables = reading(2, "table", 3, "consignor", "consignee", "hs_code", "quantity")
    assert list(winner(FORM, tables)) == tables


def test_a_table_nobody_understood_is_told_beside_the_form() -> None:
    unknown = Table(PLACE, 3, "table")
    assert list(winner(FORM, [*reading(2, "table", 1, "consignor"), unknown])) == [unknown, *FORM]


def test_without_a_form_tables_are_handed_on() -> None:
    tables = reading(2, "table", 1, "consignor")
    assert list(winner([], tables)) == tables


def test_long_tables_flow_by() -> None:
    """No more is held back than a form may have rows."""
    handed = 0

    def endless() -> Iterator[Item]:
        nonlocal handed
        while True:
            handed += 1
            yield from reading(handed, "table", 50, "consignor")

    first = next(iter(winner(FORM, endless())))
    assert isinstance(first, Table)
    assert handed < 10
