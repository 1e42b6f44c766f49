"""A plan knows pages, sheets and passwords without reading a file."""

from pathlib import Path

import openpyxl
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extract.readers import Glance, peek
from tests.extract.readers.reading import source_of
from tests.extract.readers.test_decryption import locked_book


def test_pages_and_those_without_text(tmp_path: Path):
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    for number in range(4):
        if number % 2:
            canvas.drawString(50, 700, "text")
        canvas.showPage()
    canvas.save()
    assert peek(source_of(path), path) == Glance(parts=4, sampled=4, without_text=2)


def test_a_password_is_seen(tmp_path: Path):
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret"))
    canvas.drawString(50, 700, "text")
    canvas.save()
    assert peek(source_of(path), path).encrypted


def test_sheets_are_counted(tmp_path: Path):
    book = openpyxl.Workbook()
    book.create_sheet("second")
    book.save(tmp_path / "a.xlsx")
    assert peek(source_of(tmp_path / "a.xlsx"), tmp_path / "a.xlsx").parts == 2


def test_damage_is_a_fact_and_no_error(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    assert "damaged" in peek(source_of(path), path).unreadable


def test_a_protected_book_is_seen(tmp_path: Path):
    path = locked_book(tmp_path / "a.xlsx", "secret")
    assert peek(source_of(path), path).encrypted
