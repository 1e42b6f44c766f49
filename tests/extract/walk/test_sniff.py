"""A file is what its content says."""

import gzip
import struct
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText

from extract.walk import sniff

CONTENT = {
    "pdf": b"\n\n%PDF-1.7\n%\xe2\xe3",
    "image": b"\x89PNG\r\n\x1a\n" + bytes(40),
    "archive": gzip.compress(b"x" * 100),
    "rtf": b"{\\rtf1\\ansi text}",
    "html": b"<!DOCTYPE html><html><body><p>a</p></body></html>",
    "xml": b'<?xml version="1.0"?><a><b>1</b></a>',
    "json": b'{"rows": [1, 2]}',
    "mail": b"From: a@b.example\nTo: c@d.example\nSubject: Waybill\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\nHello\n",
    "csv": "Дата;Отправитель;Сумма\n12.05.2022;ООО Ромашка;5,50\n13.05.2022;АО Кедр;7,00\n".encode("cp1251"),
    "txt": "Письмо без таблиц. В нём, как и во всяком письме, есть запятые.\nИ вторая строка.\n".encode("cp866"),
    "empty": b"",
    "sqlite": b"SQLite format 3\x00" + bytes(100),
    "unknown": bytes(range(0, 32)) * 40,
}


@pytest.mark.parametrize("kind", CONTENT)
@pytest.mark.parametrize("name", ["file", "file.pdf", "file.xlsx"])
def test_the_name_does_not_decide(tmp_path: Path, kind: str, name: str):
    path = tmp_path / name
    path.write_bytes(CONTENT[kind])
    assert sniff(path) == kind


def test_packages_are_looked_into(tmp_path: Path):
    openpyxl.Workbook().save(tmp_path / "a")
    assert sniff(tmp_path / "a") == "xlsx"
    docx.Document().save(str(tmp_path / "a"))
    assert sniff(tmp_path / "a") == "docx"
    OpenDocumentSpreadsheet().save(str(tmp_path / "a"))
    assert sniff(tmp_path / "a") == "ods"
    OpenDocumentText().save(str(tmp_path / "a"))
    assert sniff(tmp_path / "a") == "odt"
    with zipfile.ZipFile(tmp_path / "a", "w") as package:
        package.writestr("list.csv", "a;b\n1;2\n")
    assert sniff(tmp_path / "a") == "archive"


def test_an_old_workbook_is_told_from_other_ole_files(tmp_path: Path):
    book = xlwt.Workbook()
    book.add_sheet("a")
    book.save(str(tmp_path / "a.doc"))
    assert sniff(tmp_path / "a.doc") == "xls"
    (tmp_path / "b.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert sniff(tmp_path / "b.xls") == "ole"


def test_a_dbase_table_is_known_by_the_arithmetic_of_its_header(tmp_path: Path):
    field = struct.pack("<11sc4xBB14x", b"NAME", b"C", 10, 0)
    header = struct.pack("<4BIHH20x", 3, 122, 5, 12, 1, 33 + len(field), 11)
    (tmp_path / "a").write_bytes(header + field + b"\r" + b" " + b"x" * 10 + b"\x1a")
    assert sniff(tmp_path / "a") == "dbf"


def test_html_that_calls_itself_a_workbook_is_html(tmp_path: Path):
    (tmp_path / "a.xls").write_text("<table><tr><td>1</td></tr></table>")
    assert sniff(tmp_path / "a.xls") == "html"


def test_an_xml_spreadsheet_is_xml(tmp_path: Path):
    text = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><!-- <html> --></Workbook>'
    )
    (tmp_path / "a.xls").write_text(text)
    assert sniff(tmp_path / "a.xls") == "xml"


def test_a_package_whose_list_of_contents_is_broken_is_named_by_its_members(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    data = bytearray(path.read_bytes())
    start = data.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    data[start : start + 60] = b"\xff" * 60
    path.write_bytes(data)
    assert sniff(path) == "xlsx"
