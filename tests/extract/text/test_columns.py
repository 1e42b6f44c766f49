"""The compiled helper cuts text as the csv module does, or leaves it alone."""

import csv
from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import ByColumns
from extract.model.spelling import number_rule
from extract.readers.decoded import split
from extract.records.figures import Figures
from extract.text import compiled

pytestmark = pytest.mark.skipif(not compiled.is_built(), reason="the helper was not built here")

TOO_MANY = 5
"""A record with so many ends of line in its cells is left to the caller."""
HOSTILE = st.text(st.characters(exclude_categories=()), max_size=40)
MARKED = st.text('ab;;;"""\n\r\0 \u2028ыё\U0001f600\udc80', max_size=60)
QUOTED = st.lists(st.sampled_from(['"a;b"', '"a""b"', '""', '"a"b', 'a"b"', ";", ";", "\n", "\r\n", "x", '"\n"', "ы"]))
TEXTS = HOSTILE | MARKED | QUOTED.map("".join) | st.tuples(MARKED, HOSTILE, QUOTED.map("".join)).map("".join)


def parsed(text: str, quote: str | None) -> list[list[str]]:
    quoting = csv.QUOTE_NONE if quote is None else csv.QUOTE_MINIMAL
    return list(csv.reader(split(text), delimiter=";", quotechar=quote or '"', quoting=quoting))


def cut(text: str, quote: str | None, most: int, usual: int = 2) -> tuple[list[list[str]], str, bool]:
    """Cut as far as the helper goes; give the rows, the text that it leaves, and whether that ran out."""
    cutter = compiled.cutter(";", quote, TOO_MANY)
    at, rows = 0, []
    while True:
        size, columns, end = cutter.cut(text, at, most, usual)
        assert {len(cells) for cells in columns} <= {size}
        assert size <= most
        assert at < end if size else at == end
        rows += ByColumns(columns, size)
        if not size:
            return rows, text[at:], cutter.ran_out
        at = end


@settings(max_examples=500)
@given(TEXTS, st.sampled_from(['"', None]), st.integers(1, 9), st.integers(1, 3))
def test_any_text_is_cut_as_the_csv_module_cuts_it(text, quote, most, usual):
    rows, left, ran_out = cut(text, quote, most, usual)
    assert rows + parsed(left, quote) == parsed(text, quote)
    if not left:
        return
    lines = split(left)
    reader = csv.reader([*lines, "\n"], delimiter=";")
    first = next(reader)
    inside = "".join(first).count("\n") + "".join(first).count("\r")
    assert quote
    assert ran_out == (reader.line_num > len(lines) and inside <= TOO_MANY)
    assert ran_out or inside >= TOO_MANY or (inside and len(first) != usual)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_record_has_only_so_many_lines(end):
    inside = "x".join([end] * (4 // len(end)))
    whole, longer = f'"{inside}";b{end}', f'"{inside}{end}";b{end}'
    assert cut(f"a;b{end}{whole}{longer}", '"', 9)[1:] == (longer, False)


def test_a_record_that_goes_on_behind_the_text_is_left():
    assert cut('a;b\n"c\nd', '"', 9) == ([["a", "b"]], '"c\nd', True)


def test_a_record_of_several_lines_has_the_usual_number_of_cells_or_is_left():
    text = 'a;b\n"c\nd";e\n"f";"g\nh;i";j\n'
    assert cut(text, '"', 9, usual=2)[1:] == ('"f";"g\nh;i";j\n', False)
    assert cut(text, '"', 9, usual=3)[1:] == ('"c\nd";e\n"f";"g\nh;i";j\n', False)


def test_rows_of_one_width_make_a_block():
    cutter = compiled.cutter(";", '"', TOO_MANY)
    text = "a;b\nc;d\n\n\ne\n"
    assert cutter.cut(text, 0, 9, 2) == (2, [["a", "c"], ["b", "d"]], 8)
    assert cutter.cut(text, 8, 9, 2) == (2, [], 10)
    assert cutter.cut(text, 10, 9, 2) == (1, [["e"]], 12)
    assert cutter.cut(text, 12, 9, 2) == (0, [], 12)


def test_a_cell_like_the_one_above_is_the_same_object():
    _, [cells], _ = compiled.cutter(";", '"', TOO_MANY).cut("Вода ключевая\n" * 3, 0, 9, 1)
    assert len(set(map(id, cells))) == 1


def test_what_is_no_text_is_refused_and_harms_nothing():
    cutter = compiled.cutter(";", '"', TOO_MANY)
    for arguments in ((b"a;b", 0, 9, 2), ("a;b", -1, 9, 2), (None, 0, 9, 2), ("a;b", 1 << 80, 9, 2)):
        with pytest.raises((TypeError, ValueError, OverflowError)):
            cutter.cut(*arguments)
    assert cutter.cut("a;b", 99, 9, 2) == (0, [], 99)
    assert cutter.cut("a;b", 0, 0, 2) == (0, [], 0)
    assert cutter.cut("a;b", 0, 9, 2) == (1, [["a"], ["b"]], 3)


DIGITS = st.text("0123456789", max_size=7)
WRITTEN = st.builds(
    "{}{}{}{}".format, st.sampled_from(["", "-", "--"]), DIGITS, st.sampled_from(["", ",", ".", " "]), DIGITS
)
GROUPED = st.builds("{:,.2f}".format, st.integers(-(10**17), 10**17).map(lambda n: n / 100))
RULES = st.sampled_from([".", ",", ",2", " ,2", ",.2", " ,", ".,", ",.0", ",9", ".3", "'.2", "\u202f,2", ".6"])


def respelled(text: str, group: str, mark: str) -> str:
    return text.translate({ord(","): group, ord("."): mark})


@given(st.data(), RULES, st.sampled_from([",", ".", None]), st.sampled_from(["amount", "number"]))
def test_figures_are_those_of_the_regular_expression(data, rule, decimal, kind):
    group, mark, _ = number_rule(rule)
    printed = GROUPED.map(lambda text: respelled(text, group, mark))
    texts = data.draw(st.lists(WRITTEN | printed | HOSTILE | st.just(""), max_size=5))
    with pytest.MonkeyPatch.context() as patch:
        quick = Figures(kind, rule, decimal)
        patch.setenv(compiled.SWITCH, "1")
        slow = Figures(kind, rule, decimal)
    for cells in (texts, *([text] for text in texts)):
        assert repr(quick.read(cells)) == repr(slow.read(cells))


@pytest.mark.parametrize(
    ("text", "as_float", "value"),
    [
        ("1 234 567 890,12", False, "1234567890.12"),
        ("1 234 567 890 123,45", False, None),
        ("1 234 567,50", True, 1234567.5),
        ("1 234 567 890,12", True, None),
        ("12 34,50", True, None),
        ("-0,50", True, None),
        ("012,50", True, None),
        ("1,5", True, None),
    ],
)
def test_a_figure_of_too_many_groups_or_other_digits_is_not_plain(text, as_float, value):
    read = compiled.figures(" ", ",", "2", as_float).read([text])
    assert read == (None if value is None else [value])


@given(st.integers(1, 10**9 - 1), st.sampled_from(["", "-"]), st.from_regex(r"([.][0-9]{0,3}[1-9])?", fullmatch=True))
def test_a_float_is_the_one_that_python_reads(number, sign, fraction):
    text = f"{sign}{number}{fraction}"
    assert compiled.figures("", ".", "", as_float=True).read([text]) == [float(text)]


class Squares(dict):
    def __missing__(self, key):
        self[key] = key * key
        return self[key]


def test_cells_are_looked_up_and_unknown_ones_added():
    known = Squares({2: None})
    assert compiled.looked_up(known, [3, 3, 2, 2, 4]) == [9, 9, None, None, 16]
    assert known == {2: None, 3: 9, 4: 16}
    with pytest.raises(TypeError):
        compiled.looked_up(known, [3, []])


@given(st.lists(st.integers(0, 40), max_size=30), st.sets(st.integers(0, 60), max_size=12))
def test_numbers_are_met_among_codes_or_not(codes, numbers):
    assert compiled.any_among(array("i", codes), numbers) == bool(set(codes) & numbers)


def test_codes_of_another_width_are_refused():
    with pytest.raises(TypeError):
        compiled.any_among(array("q", [1]), {1})
