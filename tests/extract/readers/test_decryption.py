"""Protected files open with a password that fits, and are refused with a hint where none does."""

import io
import struct
from pathlib import Path

import docx
import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.method.xor_obfuscation import DocumentXOR
from reportlab.pdfgen.canvas import Canvas

from extract.errors import Encrypted
from extract.readers import read_parts
from extract.readers.passwords import candidates, offer
from extract.readers.xls_password import unmixed
from tests.extract.readers.reading import read, source_of


@pytest.fixture(autouse=True)
def nothing_offered():
    yield
    offer(())


def locked_book(path: Path, word: str) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["ООО «Пример»", 12.5])
    clear = io.BytesIO()
    book.save(clear)
    return locked(path, clear, word)


def locked(path: Path, clear: io.BytesIO, word: str) -> Path:
    clear.seek(0)
    with path.open("wb") as out:
        OOXMLFile(clear).encrypt(word, out)
    return path


def test_a_password_that_was_given_opens_the_book(tmp_path: Path):
    path = locked_book(tmp_path / "a.xlsx", "сезам")
    offer(["wrong", "сезам"])
    _, grids, issues = read(path)
    assert grids == [[["ООО «Пример»", 12.5]]]
    assert issues == []


def test_excels_own_password_needs_not_be_given(tmp_path: Path):
    _, grids, _ = read(locked_book(tmp_path / "a.xlsx", "VelvetSweatshop"))
    assert grids == [[["ООО «Пример»", 12.5]]]


def test_without_a_password_that_fits_the_book_is_refused_with_a_hint(tmp_path: Path):
    path = locked_book(tmp_path / "a.xlsx", "сезам")
    offer(["wrong"])
    with pytest.raises(Encrypted) as refused:
        list(read_parts(source_of(path), path))
    assert "--password" in refused.value.hint


def test_a_letter_under_a_password_is_a_letter_again(tmp_path: Path):
    document, clear = docx.Document(), io.BytesIO()
    document.add_paragraph("Договор № 7")
    document.save(clear)
    offer(["a b"])
    parts, _, _ = read(locked(tmp_path / "a.docx", clear, "a b"))
    assert "Договор № 7" in parts[0].text


def test_a_pdf_opens_too(tmp_path: Path):
    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt="sesame")
    canvas.drawString(50, 700, "Invoice")
    canvas.save()
    offer(["sesame"])
    parts, _, _ = read(tmp_path / "a.pdf")
    assert "Invoice" in parts[0].text


def test_each_candidate_is_tried_once():
    offer(["a", "", "a"])
    assert candidates() == ("VelvetSweatshop", "", "a")


def test_a_book_of_excel_5_is_unmixed():
    key = DocumentXOR.create_xor_array_method1("abc")
    check = next(n for n in range(1 << 16) if DocumentXOR.verifypw("abc", n))
    begin = struct.pack("<HHQ", 0x809, 8, 5) + struct.pack("<HHHH", 0x2F, 4, 0, check)
    clear = b"Hello, reader"
    place = len(begin) + 4 + len(clear)
    mixed = bytes(turned(byte) ^ key[(place + at) % 16] for at, byte in enumerate(clear))
    stream = begin + struct.pack("<HH", 0x204, len(clear)) + mixed
    offer(["nope", "abc"])
    assert unmixed(stream, 16) == begin + struct.pack("<HH", 0x204, len(clear)) + clear
    offer(["nope"])
    assert unmixed(stream, 16) is None


def turned(byte: int) -> int:
    return (byte >> 3 | byte << 5) & 0xFF
