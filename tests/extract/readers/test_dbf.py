"""dBASE tables are read in the code page their letters show."""

import struct
from pathlib import Path

import pytest

from tests.extract.readers.reading import read

FIELDS = [("NAME", "C", 30, 0), ("PRICE", "N", 10, 2), ("DATE", "D", 8, 0)]
RECORDS = [(" ", "ООО Ромашка", "12.50", "20220512"), ("*", "удалено", "0.00", "20220101"), (" ", "АО Кедр", "", "")]


def made(path: Path, encoding: str) -> Path:
    descriptors = b"".join(
        struct.pack("<11sc4xBB14x", name.encode(), kind.encode(), size, places) for name, kind, size, places in FIELDS
    )
    length = 1 + sum(size for _, _, size, _ in FIELDS)
    header = struct.pack("<4BIHH20x", 3, 122, 5, 12, len(RECORDS), 33 + len(descriptors), length)
    rows = b"".join(
        mark.encode() + name.encode(encoding).ljust(30) + price.encode().rjust(10) + day.encode().ljust(8)
        for mark, name, price, day in RECORDS
    )
    path.write_bytes(header + descriptors + b"\r" + rows + b"\x1a")
    return path


@pytest.mark.parametrize("encoding", ["cp866", "cp1251"])
def test_names_are_read_without_a_language_byte(tmp_path: Path, encoding: str):
    parts, grids, issues = read(made(tmp_path / "waybill.dbf", encoding))
    assert grids[0][0] == ["NAME", "PRICE", "DATE"]
    assert grids[0][1][:2] == ["ООО Ромашка", 12.5]
    assert grids[0][2] == ["АО Кедр", None, None]
    assert parts[0].dialect["encoding"] == encoding
    assert [i.kind for i in issues] == ["deleted_rows"]


def test_a_value_that_is_no_number_is_kept_as_text(tmp_path: Path):
    path = made(tmp_path / "a.dbf", "cp866")
    path.write_bytes(path.read_bytes().replace(b"     12.50", b"     12,5x"))
    _, grids, _ = read(path)
    assert grids[0][1][1] == "12,5x"


def test_records_marked_with_a_nul_are_in_use(tmp_path: Path):
    path = made(tmp_path / "nul.dbf", "cp866")
    path.write_bytes(path.read_bytes().replace("*удалено".encode("cp866"), "\0учтено ".encode("cp866")))
    _, grids, issues = read(path)
    assert sorted(row[0] for row in grids[0][1:]) == ["АО Кедр", "ООО Ромашка", "учтено"]
    assert not issues


def test_decimals_in_the_description_of_a_text_make_it_no_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(globals(), "FIELDS", [("NAME", "C", 30, 2), *FIELDS[1:]])
    _, grids, _ = read(made(tmp_path / "a.dbf", "cp866"))
    assert [row[0] for row in grids[0]] == ["NAME", "ООО Ромашка", "АО Кедр"]
