"""The reader that bids most reads a file; where none bids, the refusal says what to do."""

from pathlib import Path

import pytest

from extract.errors import Unsupported
from extract.model import Source
from extract.readers import READERS, Head, choose, read_parts
from tests.extract.readers.reading import source_of


def test_each_kind_has_its_reader(tmp_path: Path):
    path = tmp_path / "a"
    path.write_bytes(b"x")
    kinds = {"pdf": "pdf", "xlsx": "workbook", "ods": "workbook", "csv": "delimited", "txt": "plain"}
    kinds |= {"html": "html", "docx": "docx", "dbf": "dbf", "xml": "xml"}
    assert {kind: choose(Source("0", 1, kind), path).name for kind in kinds} == kinds


def test_names_are_unique_and_bids_bounded(tmp_path: Path):
    assert len({reader.name for reader in READERS}) == len(READERS)
    for kind in ("pdf", "xls", "csv", "txt", "image", "unknown"):
        assert all(0 <= reader.claims(Head(tmp_path, kind, b"")) <= 1 for reader in READERS)


def test_a_kind_without_reader_is_refused_with_a_hint(tmp_path: Path):
    path = tmp_path / "letter.rtf"
    path.write_bytes(rb"{\rtf1 Invoice}")
    with pytest.raises(Unsupported, match="rtf") as caught:
        list(read_parts(source_of(path), path))
    assert "LibreOffice" in caught.value.hint
