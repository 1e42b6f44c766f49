"""The second engine sees the same page as the first."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from extract.errors import Damaged
from extract.model import Issue, Source
from extract.readers.pdf_second import read_second
from tests.extract.readers.reading import SHA, read

ROWS = [["No", "Holder"], ["KZ-1", "Altyn Kanat LLP"], ["KZ-2", "Krontech Asia LLP"]]


def test_words_and_tables_agree(tmp_path: Path):
    path = tmp_path / "a.pdf"
    table = Table(ROWS, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))
    SimpleDocTemplate(str(path), pagesize=A4).build([table])
    (first,), grids, _ = read(path)
    said, second = read_second(Source(SHA, 1, "pdf"), path, Damaged("refused"))
    assert isinstance(said, Issue)
    assert not isinstance(second, Issue)
    assert [word.text for word in second.words] == [word.text for word in first.words]
    assert [[list(row) for row in grid.rows] for grid in second.grids] == grids == [ROWS]


def test_what_it_cannot_read_either_is_refused_as_before(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(Damaged, match="refused by the first"):
        list(read_second(Source(SHA, 1, "pdf"), path, Damaged("refused by the first")))
