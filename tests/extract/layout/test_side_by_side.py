"""Tables beside each other are told apart; one table with an empty column stays one."""

from __future__ import annotations

from extract.layout.side_by_side import side_by_side

LEFT = [["Exporter", "HS code", "Value USD"], ["Alpha", "847130", 100], ["Beta", "851762", 200], ["Gamma", "852352", 3]]
RIGHT = [["Importer", "Date", "Weight"], ["Delta", "01.05.2021", 10.5], ["Eps", "02.05.2021", 20.5]]
NOTHING = ["", "", ""]


def beside(left: list[list[object]], right: list[list[object]]) -> list[list[object]]:
    rows = max(len(left), len(right))
    padded = (table + [[""] * len(table[0])] * (rows - len(table)) for table in (left, right))
    return [[*one, None, *other] for one, other in zip(*padded, strict=True)]


def test_tables_that_end_in_different_rows_are_two():
    assert side_by_side(beside(LEFT, RIGHT)) == [(0, 3), (4, 7)]
    assert side_by_side(beside(RIGHT, LEFT)) == [(0, 3), (4, 7)]


def test_one_header_twice_makes_two_tables():
    assert side_by_side(beside(LEFT[:3], [LEFT[0], *LEFT[2:]])) == [(0, 3), (4, 7)]


def test_titles_above_do_not_hide_them():
    titles = [["Exports 2021", "", "", None, "Imports 2021", "", ""], [*NOTHING, None, *NOTHING]]
    assert side_by_side([*titles, *beside(LEFT, RIGHT)]) == [(0, 3), (4, 7)]


def test_an_empty_column_alone_parts_nothing():
    assert side_by_side(beside(LEFT[:3], RIGHT)) == []


def test_rows_that_are_numbered_on_both_sides_are_of_two_tables():
    numbered = [[["№", *table[0]], *([n, *row] for n, row in enumerate(table[1:], 1))] for table in (LEFT[:3], RIGHT)]
    assert side_by_side(beside(*numbered)) == [(0, 4), (5, 9)]
    assert side_by_side(beside(numbered[0], RIGHT)) == []


def test_a_judge_has_the_last_word():
    one_header_twice = beside(LEFT[:3], [LEFT[0], *LEFT[2:]])
    assert side_by_side(one_header_twice, lambda left, right: False) == []
    assert side_by_side(beside(LEFT[:3], RIGHT), lambda left, right: left.header != right.header) == [(0, 3), (4, 7)]


def test_a_row_of_totals_is_no_end_of_the_other_side():
    total = [["Total", "", ""]]
    assert side_by_side(beside(RIGHT + total, [*LEFT[:3], ["", 5, 300]])) == []


def test_a_form_full_of_empty_columns_is_no_row_of_tables():
    form = [["Seller", None, "Alpha", None, "No", None, "5"], ["Buyer", None, "Beta", None, "Date", None, "01.02.2022"]]
    assert side_by_side(form) == []


def test_a_column_that_is_often_empty_parts_nothing():
    rows = [["a", "b", None, "c", "d"], ["1", "2", None, "", ""], ["3", "4", None, "5", ""], ["6", "7", None, "", ""]]
    assert side_by_side(rows) == []
