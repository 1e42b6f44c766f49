"""Word documents give text in order and tables as sheets."""

from pathlib import Path

import docx
import pytest

from extract.errors import Damaged
from extract.readers import read_parts
from tests.extract.readers.reading import read, source_of


def made(path: Path) -> Path:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "АО «Кедр»"
    document.add_paragraph("Договор № 17")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Товар"
    table.cell(0, 2).text = "Цена"
    for column, text in enumerate(["болт", "М6", "5,50"]):
        table.cell(1, column).text = text
    document.add_paragraph("Подписи сторон")
    document.save(str(path))
    return path


def test_text_and_table(tmp_path: Path):
    parts, grids, _ = read(made(tmp_path / "a.docx"))
    lines = parts[0].text.splitlines()
    assert lines == ["АО «Кедр»", "Договор № 17", "Товар   Цена", "болт   М6   5,50", "Подписи сторон"]
    assert grids == [[["Товар", None, "Цена"], ["болт", "М6", "5,50"]]]


def overwritten(path: Path, member: bytes) -> Path:
    """Break one member of a package."""
    data = bytearray(path.read_bytes())
    start = data.index(member) + len(member)
    data[start + 20 : start + 200] = b"\0" * 180
    path.write_bytes(data)
    return path


def test_a_damaged_document_says_so(tmp_path: Path):
    path = overwritten(made(tmp_path / "a.docx"), b"word/document.xml")
    with pytest.raises(Damaged, match="damaged"):
        list(read_parts(source_of(path), path))


def test_damage_beside_the_text_costs_no_paragraph(tmp_path: Path):
    parts, _, issues = read(overwritten(made(tmp_path / "a.docx"), b"word/styles.xml"))
    assert "Договор № 17" in parts[0].text.splitlines()
    assert "5,50" in parts[0].text
    assert [i.kind for i in issues] == ["damaged"]


def test_text_in_a_table_inside_a_cell_is_not_lost(tmp_path: Path):
    document = docx.Document()
    outer = document.add_table(rows=1, cols=1)
    outer.cell(0, 0).add_table(rows=1, cols=1).cell(0, 0).text = "ИНН 7701234567"
    document.save(str(tmp_path / "a.docx"))
    parts, grids, _ = read(tmp_path / "a.docx")
    assert "ИНН 7701234567" in parts[0].text
    assert grids == [[["ИНН 7701234567"]]]
