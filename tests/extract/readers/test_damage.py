"""Whatever happens to the bytes of a file, a reader gives parts or one of our errors, never anything else."""

import contextlib
import random
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
import xlwt
from reportlab.pdfgen.canvas import Canvas

from extract.errors import ReadError
from extract.model import Part, Source
from extract.readers import read_parts
from extract.walk import sniff
from tests.extract.readers.reading import SHA


def xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    for number in range(30):
        book.active.append([number, "имя", 2.5])
    book.save(path)


def xls(path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for number in range(30):
        sheet.write(number, 0, f"text {number}")
    book.save(str(path))


def word(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("текст")
    document.save(str(path))


def pdf(path: Path) -> None:
    canvas = Canvas(str(path))
    canvas.drawString(50, 700, "Invoice")
    canvas.save()


MAKERS: dict[str, Callable[[Path], None]] = {
    "xlsx": xlsx,
    "xls": xls,
    "docx": word,
    "pdf": pdf,
    "csv": lambda path: path.write_text('a;b;c\n1;"2";3\n' * 20) and None,
    "xml": lambda path: path.write_text("<?xml version='1.0'?><a><b><c>1</c></b><b><c>2</c></b></a>") and None,
    "html": lambda path: path.write_text("<html><table><tr><td colspan=2>a<td>b</table></html>") and None,
}


@pytest.mark.parametrize("kind", MAKERS)
def test_only_typed_errors_come_out(tmp_path: Path, kind: str):
    path = tmp_path / f"a.{kind}"
    MAKERS[kind](path)
    data = path.read_bytes()
    for seed in range(15):
        path.write_bytes(mutant(data, random.Random(f"{kind}{seed}")))
        sniff(path)
        with contextlib.suppress(ReadError):
            consume(path, kind)


def mutant(data: bytes, chance: random.Random) -> bytes:
    """Overwrite a few bytes, and cut some files short."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randrange(1, len(changed))] if chance.random() < 0.2 else changed)


def consume(path: Path, kind: str) -> None:
    """Read everything; whatever is raised but a ReadError fails the test."""
    for part in read_parts(Source(SHA, 1, kind), path):
        if isinstance(part, Part):
            assert all(row is not None for grid in part.grids for row in grid.rows)
