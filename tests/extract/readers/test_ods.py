"""ODS by our own reader; the content is written here as LibreOffice writes it."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from extract.errors import Encrypted
from extract.model import Box
from tests.extract.readers.reading import read

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"
STYLES = (
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def book(path: Path, *tables: str) -> Path:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", KIND)
        package.writestr("content.xml", content)
    return path


def table(rows: str, name: str = "Лист1", style: str = "ta1") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def cell(text: str = "", more: str = "") -> str:
    return f"<table:table-cell {more}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def number(value: str, text: str, kind: str = "float") -> str:
    return cell(text, f'office:value-type="{kind}" office:value="{value}"')


VALUES = [
    (cell("ООО  «Пример»", 'office:value-type="string"'), "ООО  «Пример»"),
    (number("12.5", "12,50"), 12.5),
    (number("803901000", "0803901000"), "0803901000"),
    (number("0.125", "12,5 %", "percentage"), "12.5%"),
    (number("1234.5", "1 234,50 ₽", "currency"), 1234.5),
    (cell("12.05.22", 'office:value-type="date" office:date-value="2022-05-12"'), date(2022, 5, 12)),
    (cell("x", 'office:value-type="date" office:date-value="2022-05-12T10:30:00"'), datetime(2022, 5, 12, 10, 30)),
    (cell("36:00", 'office:value-type="time" office:time-value="PT36H00M00S"'), "36:00:00"),
    (cell("ИСТИНА", 'office:value-type="boolean" office:boolean-value="true"'), True),
    (cell('a<text:s text:c="2"/>b<text:tab/>c'), "a  b\tc"),
    (cell("a</text:p><text:p>b"), "a\nb"),
    (number("x", "?"), "?"),
]


@pytest.mark.parametrize(("written", "expected"), VALUES)
def test_values_by_their_declared_type(tmp_path: Path, written: str, expected: object):
    _, grids, _ = read(book(tmp_path / "a.ods", table(row(written))))
    assert grids == [[[expected]]]


def test_what_repeats_is_repeated_and_blank_ends_are_not(tmp_path: Path):
    rows = (
        row(cell("a", 'table:number-columns-repeated="2"'), cell("", 'table:number-columns-repeated="3"'), cell("b"))
        + row(cell("", 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="2"')
        + row(cell("c"), cell("", 'table:number-columns-repeated="16383"'), more='table:number-rows-repeated="2"')
        + row(cell("", 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048000"')
    )
    _, grids, issues = read(book(tmp_path / "a.ods", table(rows)))
    assert grids == [[["a", "a", None, None, None, "b"], [], [], ["c"], ["c"]]]
    assert issues == []


def test_a_row_that_claims_to_repeat_for_ever_is_bounded_and_said(tmp_path: Path):
    rows = row(cell("a", 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="2147483647"')
    _, (found,), (issue,) = read(book(tmp_path / "a.ods", table(rows)))
    assert (len(found), issue.kind) == (1831, "damaged")


def test_hidden_things_formulas_and_errors_are_said(tmp_path: Path):
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    rows = (
        row(cell("x"), more='table:visibility="filter"')
        + row(cell("", 'table:formula="of:=[.A1]*2"'))
        + row(cell("#N/A", 'table:formula="of:=NA()" office:value-type="string"'))
    )
    path = book(tmp_path / "a.ods", table(columns + rows), table(row(cell("y")), "Скрытый", "ta2"))
    parts, grids, issues = read(path)
    assert grids == [[["x"], ["=[.A1]*2"], ["#N/A"]], [["y"]]]
    assert [(i.kind, i.place.part, i.place.box) for i in issues if i.place] == [
        ("hidden", 1, Box(0, 0, 1, 1)),
        ("hidden", 1, Box(1, 0, 2, 1)),
        ("formula_without_value", 1, Box(0, 1, 1, 2)),
        ("cell_error", 1, Box(0, 2, 1, 3)),
        ("hidden", 2, None),
    ]
    assert parts[1].dialect["visible"] == "hidden"


def test_a_protected_book_is_refused_as_such(tmp_path: Path):
    path = book(tmp_path / "a.ods", table(row(cell("x"))))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")
    with pytest.raises(Encrypted):
        read(path)
