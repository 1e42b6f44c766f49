"""What a column of numbers keeps of an amount's spelling."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import spelled
from extract.text.compiled import SWITCH
from store.decimals import all_survive, spell, survives

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18, places=3).map(str)


def in_numeric_column(text: str) -> str:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE t(x NUMERIC)")
    db.execute("INSERT INTO t VALUES (?)", (text,))
    back = spell(db.execute("SELECT x FROM t").fetchone()[0])
    db.close()
    return back


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**14), max_value=10**14, places=3).map(str))
def test_a_spelling_that_survives_comes_back_letter_for_letter(text: str) -> None:
    if survives(text):
        assert in_numeric_column(text) == text


@given(st.integers(-(10**12), 10**12), st.integers(0, 3))
def test_common_amounts_survive_or_lose_only_zeros(whole: int, places: int) -> None:
    text = f"{whole / 10**places:.{places}f}"
    back = in_numeric_column(text)
    assert float(back) == float(text)
    assert len(back) <= len(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("0", True), ("-5", True), ("1234.5", True), ("0.00001", True), ("999999999999999", True),
        ("1234.50", False), ("007", False), ("1e5", False), ("1234567890123456", False), ("-0", False), ("", False),
    ],
)  # fmt: skip
def test_spellings(text: str, kept: bool) -> None:
    assert survives(text) is kept
    if kept:
        assert in_numeric_column(text) == text


@given(st.lists(st.none() | AMOUNTS | st.sampled_from(["-0", "-0.00", "1.50", "12", "0.5"])))
@pytest.mark.parametrize("rule", ["", ",", " ,", ",2", " ,2", ",.0"])
def test_a_column_that_survives_is_printed_as_before(rule: str, amounts: list[str | None]) -> None:
    if all_survive(amounts, rule):
        given = [amount for amount in amounts if amount is not None]
        assert [spelled(rule, in_numeric_column(x)) for x in given] == [spelled(rule, x) for x in given]


@given(st.lists(st.none() | AMOUNTS | st.sampled_from(["-0", "-0.50", "1-0", "", "1234567890123456", "٣", "0.5"])))
@pytest.mark.parametrize("rule", ["", ",2", ",.0"])
def test_the_helper_changes_no_answer(rule: str, amounts: list[str | None]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SWITCH, "")
        helped = all_survive(amounts, rule)
        patch.setenv(SWITCH, "1")
        assert all_survive(amounts, rule) == helped


@pytest.mark.parametrize(
    ("rule", "amounts", "survive"),
    [
        ("", ["1.5", None, "20"], True), ("", ["1.50"], False), ("", [], True), ("", [None], True), ("", [""], False),
        (",", ["0.25"], True), (",", ["0.20"], False), (",2", ["0.20", "100.00"], True), (",2", ["-0.00"], False),
        (",2", ["1234567890123456.78"], False),
    ],
)  # fmt: skip
def test_columns(rule: str, amounts: list[str | None], survive: bool) -> None:
    assert all_survive(amounts, rule) is survive
