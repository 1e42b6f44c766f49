"""Cut out as text or parsed, a sheet gives the same rows, however it is written."""

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import Issue, Part, Source
from extract.readers.ooxml_package import Package
from extract.readers.sheet_notes import Notes
from extract.readers.xlsx_book import Book
from extract.readers.xlsx_quick import quick_rows
from extract.readers.xlsx_sheet import parsed_rows, placed
from extract.readers.xlsx_stream import read_stream
from extract.readers.xlsx_strings import parsed_strings, quick_strings, strings
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


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.one_of(st.none(), CELL), max_size=5), min_size=1, max_size=12))
def test_the_quick_way_agrees_with_the_parser(tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]):
    text = "".join(
        f'<row r="{n}">' + "".join(written(n, "ABCDE"[at], cell) for at, cell in enumerate(row) if cell) + "</row>"
        for n, row in enumerate(rows, start=1)
    )
    path = packed(tmp_path_factory.mktemp("quick") / "a.xlsx", {"xl/worksheets/s.xml": sheet(text)})
    book = Book((), ["a", "b"], (None,) * 4, False)
    with Package(path) as package:
        quick, parsed = (Notes(), Notes())
        ours = [list(row) for row in placed(quick_rows(package, "xl/worksheets/s.xml", book, quick))]
        theirs = [list(row) for row in placed(parsed_rows(package, "xl/worksheets/s.xml", book, parsed))]
    assert list(map(filled, ours)) == list(map(filled, theirs))
    assert quick == parsed


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
