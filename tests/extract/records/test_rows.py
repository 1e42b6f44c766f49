from extract.records.rows import Rows

LINES = [["a"], ["b"], ["c"]]


def test_rows_are_numbered_from_the_top_of_the_part_and_read_once():
    rows = Rows(iter(LINES), first_row=5)
    assert rows.peek(2) == [(5, ["a"]), (6, ["b"])]
    assert rows.take(1).numbered() == [(5, ["a"])]
    assert rows.take(9).numbered() == [(6, ["b"]), (7, ["c"])]
    assert rows.peek(1) == []


def test_rows_given_back_come_again():
    rows = Rows(iter(LINES))
    rows.put_back(rows.take(2).rows[1:])
    assert rows.peek(1) == [(1, ["b"])]
    assert list(rows) == [["b"], ["c"]]


def test_rows_are_remembered_only_when_asked_for():
    silent, asked = Rows(iter(LINES)), Rows(iter(LINES))
    asked.keep()
    assert list(silent) == list(asked) == LINES
    assert (silent.kept, asked.kept) == (None, LINES)


def test_names_that_wrap_on_a_page_are_joined_but_remembered_as_printed():
    rows = Rows(iter([["Altyn\nKanat"]]), on_page=True)
    rows.keep()
    assert list(rows) == [["Altyn Kanat"]]
    assert rows.kept == [["Altyn\nKanat"]]
