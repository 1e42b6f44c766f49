"""Cut out as text or parsed, a sheet gives the same rows, however it is written."""

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import ByColumns, Coded, Issue, Part, RowBlocks, Source
from extract.readers import xlsx_quick
from extract.readers.ooxml_package import Package
from extract.readers.sheet_notes import Notes
from extract.readers.xlsx_book import Book
from extract.readers.xlsx_sheet import parsed_rows, placed
from extract.readers.xlsx_stream import SheetRows, read_stream
from extract.readers.xlsx_strings import parsed_strings, quick_strings, strings
from extract.text import compiled
from tests.extract.readers.reading import SHA

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
BOOK = {
    "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATION}"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{RELATIONS}<Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
    "xl/styles.xml": (
        f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="0000000000"/></numFmts><cellXfs>'
        '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>'
    ),
    "xl/sharedStrings.xml": f"<sst {MAIN}><si><t>ООО «Пример»</t></si><si><t>b &amp; c</t></si></sst>",
}


def packed(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


def sheet(rows: str, around: str = MAIN) -> str:
    return f"<worksheet {around}><sheetData>{rows}</sheetData><pageMargins/></worksheet>"


def read(tmp_path: Path, rows: str, **parts: str) -> tuple[list[Any], list[Issue]]:
    path = packed(tmp_path / "a.xlsx", {**BOOK, "xl/worksheets/s.xml": sheet(rows), **parts})
    found: list[Any] = []
    issues: list[Issue] = []
    for item in read_stream(Source(SHA, 1, "xlsx"), path):
        if isinstance(item, Part):
            found.extend(list(row) for grid in item.grids for row in grid.rows)
        else:
            issues.append(item)
    return found, issues


CASES = {
    "types": (
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" s="1"><v>44693</v></c><c r="D1" t="b"><v>1</v></c></row>',
        [["b & c", None, date(2022, 5, 12), True]],
    ),
    "codes and shares": (
        '<row r="1"><c r="A1" s="2"><v>803901000</v></c><c r="B1" s="3"><v>0.125</v></c></row>',
        [["0803901000", "12.5%"]],
    ),
    "rows left out and rows without cells": (
        '<row r="2"/><row r="4"><c r="B4"><v>1</v></c></row><row r="5"/>',
        [[], [], [], [None, 1.0], []],
    ),
    "no places given": ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", [[1.0, 2.0], [3.0]]),
    "inline text": (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a &lt; b</t></is></c>'
        '<c r="B1" t="str"><f>A1&amp;"x"</f><v>y</v></c></row>',
        [["a < b", "y"]],
    ),
    "rich inline text": (
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>',
        [["ab"]],
    ),
    "not a number": ('<row r="1"><c r="A1"><v>n/a</v></c><c r="B1"><v>2</v></c></row>', [["n/a", 2.0]]),
    "two cells at one place": ('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', [[1.0, 2.0]]),
    "a comment": ('<row r="1"><!-- </row> --><c r="A1"><v>1</v></c></row>', [[1.0]]),
    "blanks between tags": ('\n <row r="1">\n  <c r="A1">\n <v>1</v>\n</c>\n </row>\n', [[1.0]]),
    "formulas that share a text": (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1&gt;2</f><v>7</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>8</v></c></row>',
        [[7.0], [8.0]],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_rows_are_read_however_they_are_written(tmp_path: Path, name: str):
    rows, expected = CASES[name]
    assert read(tmp_path, rows)[0] == expected


def test_names_with_a_prefix_are_read(tmp_path: Path):
    text = '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
    prefixed = sheet("", MAIN.replace("xmlns", "xmlns:x")).replace("<", "<x:").replace("<x:/", "</x:")
    whole = prefixed.replace("<x:sheetData>", f"<x:sheetData>{text}")
    assert read(tmp_path, "", **{"xl/worksheets/s.xml": whole})[0] == [[1.0]]


def test_a_late_oddity_neither_repeats_nor_loses_rows(tmp_path: Path):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 20_001))
    odd = '<row r="20001"><c r="A20001"><v><![CDATA[7]]></v></c></row>'
    found, _ = read(tmp_path, rows + odd)
    assert [row[0] for row in found] == [*range(1, 20_001), 7]


def test_a_style_with_the_number_of_the_row_stays_a_style(tmp_path: Path):
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="1"><v>44693</v></c></row>' for n in range(1, 9))
    found, _ = read(tmp_path, rows)
    assert found == [[date(2022, 5, 12)]] * 8


CELL = st.builds(
    lambda kind, value, style: (kind, value, style),
    st.sampled_from(["n", "s", "str", "b", "e", ""]),
    st.sampled_from(["0", "1", "2", "12.5", "44693", "текст &amp; &#10;b", "", "-1e3", "&amp;lt;", "_x0041_"]),
    st.integers(0, 4),
)
ROWS = st.lists(st.lists(st.one_of(st.none(), CELL), max_size=5), min_size=1, max_size=12)


@pytest.mark.parametrize("begin", [0, 1_000])
@settings(max_examples=60, deadline=None)
@given(rows=ROWS)
def test_the_quick_way_agrees_with_the_parser(
    tmp_path_factory: pytest.TempPathFactory, both_ways: str, begin: int, rows: list[list[Any]]
):
    text = "".join(
        f'<row r="{n}">' + "".join(written(n, "ABCDE"[at], cell) for at, cell in enumerate(row) if cell) + "</row>"
        for n, row in enumerate(rows, start=1)
    )
    path = packed(tmp_path_factory.mktemp("quick") / "a.xlsx", {"xl/worksheets/s.xml": sheet(text)})
    agree(path, begin, Book((), ["a", "b"], (None,) * 4, False))


def agree(path: Path, begin: int, book: Book) -> None:
    """The rows of a sheet, cut into columns from a row on, are those that a parser gives."""
    part = "xl/worksheets/s.xml"
    with Package(path) as package, pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx_quick, "BEGIN", begin)
        quick, parsed = (Notes(), Notes())
        ours = [list(row) for row in SheetRows(package, part, book, quick)]
        theirs = [list(row) for row in placed(parsed_rows(package, part, book, parsed))]
    assert list(map(filled, ours)) == list(map(filled, theirs))
    assert quick == parsed


def numbered_row(number: int, cells: str, also: str = "") -> str:
    return f'<row r="{number}"{also}>{cells}</row>'


LONG = {
    "one kind of cells": lambda n: numbered_row(n, f'<c r="A{n}" t="s"><v>{n % 2}</v></c><c r="C{n}"><v>{n}.5</v></c>'),
    "cells that are missing": lambda n: numbered_row(n, f'<c r="{"ABC"[n % 3]}{n}"><v>{n % 7}</v></c>'),
    "styles by turns": lambda n: numbered_row(n, f'<c r="A{n}" s="{n % 4}"><v>{n % 5 + 1}</v></c><c r="B{n}" s="1"/>'),
    "numbers among texts": lambda n: numbered_row(n, f'<c r="A{n}"{"" if n % 3 else TEXT}><v>{n % 2}</v></c>'),
    "hidden rows": lambda n: numbered_row(n, f'<c r="A{n}"><v>{n}</v></c>', "" if n % 5 else ' hidden="1"'),
    "rows left out": lambda n: numbered_row(2 * n, f'<c r="A{2 * n}"><v>1</v></c>'),
    "rows of growing width": lambda n: numbered_row(
        n, "".join(f'<c r="{c}{n}"><v>{n}</v></c>' for c in "ABC"[: n % 4])
    ),
    "errors": lambda n: numbered_row(
        n, f'<c r="A{n}" t="e"><v>#N/A</v></c>' if n % 9 == 0 else f'<c r="A{n}"><v>2</v></c>'
    ),
    "formulas": lambda n: numbered_row(n, f'<c r="A{n}"><f>B{n}&gt;1</f>{f"<v>{n}</v>" if n % 4 else ""}</c>'),
    "a formula that is shared": lambda n: numbered_row(n, f'<c r="A{n}"><f t="shared" si="0"/><v>{n}</v></c>'),
    "text in the cells": lambda n: numbered_row(
        n, f'<c r="A{n}" t="inlineStr"><is><t>ТОВ «{n % 3}» &amp; Ко</t></is></c>'
    ),
    "no numbers of rows": lambda n: f'<row><c r="A{n}"><v>{n}</v></c></row>',
    "blanks between rows": lambda n: "\n  " + numbered_row(n, f'<c r="A{n}"><v>{n}</v></c>'),
    "a number that is none": lambda n: numbered_row(n, f'<c r="A{n}"><v>{n if n % 7 else "n/a"}</v></c>'),
    "escapes where a number should be": lambda n: numbered_row(
        n, f'<c r="A{n}"><v>{n if n % 7 else "a&amp;b"}</v></c>'
    ),
    "texts that hardly repeat": lambda n: numbered_row(n, f'<c r="A{n}" t="str"><v>DT/{n}</v></c>'),
}
TEXT = ' t="s"'


@pytest.mark.parametrize("how", LONG)
def test_columns_hold_what_the_parser_reads_in_rows(tmp_path: Path, both_ways: str, how: str):
    text = "".join(map(LONG[how], range(1, 60)))
    path = packed(tmp_path / "a.xlsx", {"xl/worksheets/s.xml": sheet(text)})
    agree(path, 3, Book((), ["a", "b"], (None,) * 4, False))


def test_a_long_sheet_comes_by_columns_whose_cells_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    if not compiled.is_built():
        pytest.skip("the helper was not built here")
    monkeypatch.setenv(compiled.SWITCH, "")
    text = "".join(map(LONG["one kind of cells"], range(1, 3_001)))
    path = packed(tmp_path / "a.xlsx", {**BOOK, "xl/worksheets/s.xml": sheet(text)})
    (part,) = (item for item in read_stream(Source(SHA, 1, "xlsx"), path) if isinstance(item, Part))
    (grid,) = part.grids
    assert isinstance(grid.rows, RowBlocks)
    blocks = list(grid.rows.blocks())
    by_columns = [block for block in blocks if isinstance(block, ByColumns)]
    assert sum(map(len, blocks)) == 3_000 < 2 * sum(map(len, by_columns))
    texts, gap, numbers = by_columns[-1].columns
    assert (texts[-1], gap[-1], numbers[-1]) == ("ООО «Пример»", None, 3_000.5)
    assert isinstance(texts, Coded)
    assert len(texts.values) == 2


def written(number: int, letter: str, cell: tuple[str, str, int]) -> str:
    kind, value, style = cell
    return f'<c r="{letter}{number}" s="{style}"' + (f' t="{kind}"' if kind else "") + f"><v>{value}</v></c>"


def filled(row: list[Any]) -> dict[int, Any]:
    return {at: value for at, value in enumerate(row) if value is not None}


@pytest.mark.parametrize(
    "items",
    [
        "<si><t>a</t></si><si><t/></si><si><t>c</t></si>",
        "<si><t>a</t></si><si><r><t>b</t></r><r><t>c</t></r></si>",
        '<si><t xml:space="preserve"> a </t></si>\n<si>\n<t>b&#10;c &#x41;&#38;lt; _x000D_</t></si>',
        "<si><t>漢</t><rPh sb='0' eb='1'><t>かん</t></rPh></si><si><t>b</t></si>",
        "",
    ],
)
def test_shared_strings_agree_with_the_parser(tmp_path: Path, items: str):
    path = packed(tmp_path / "a.xlsx", {"xl/sharedStrings.xml": f"<sst {MAIN}>{items}</sst>"})
    with Package(path) as package:
        assert list(strings(package)) == list(parsed_strings(package))


def test_plain_strings_need_no_parser(tmp_path: Path):
    path = packed(
        tmp_path / "a.xlsx", {"xl/sharedStrings.xml": f"<sst {MAIN}><si><t>a</t></si><si><t>b</t></si></sst>"}
    )
    with Package(path) as package:
        assert list(quick_strings(package)) == ["a", "b"]
