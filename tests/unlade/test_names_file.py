"""Lists of names as Excel and others save them."""

from __future__ import annotations

from pathlib import Path

import pytest

from unlade.faults import Stop
from unlade.names_file import read

ROWS = [("id", "name", "country"), ("1", "ООО «Воздушная Механика»", "RU"), ("2", "ТОО «Алтын Қанат»", "KZ")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_and_encoding_gives_the_same_names(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text("\r\n".join(delimiter.join(row) for row in ROWS), encoding=encoding)
    assert [row["name"] for row in read(path, ("id", "name"))] == [ROWS[1][1], ROWS[2][1]]


def test_a_russian_excel_saves_cp1251_with_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes("ID;Name\r\n1;ООО «Воздушная Механика»\r\n2;АО «Северный склад»\r\n\r\n3;ЗАО\r\n".encode("cp1251"))
    assert [row["name"] for row in read(path, ("id", "name"))] == [
        "ООО «Воздушная Механика»",
        "АО «Северный склад»",
        "ЗАО",
    ]


def test_a_short_row_has_empty_cells(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("id,name,country\n1,Aspan\n")
    assert read(path, ("id", "name")) == [{"id": "1", "name": "Aspan", "country": ""}]


def test_a_missing_column_is_named_with_what_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("firm;city\nAspan;Almaty\n")
    with pytest.raises(Stop, match="no columns id, name") as stop:
        read(path, ("id", "name"))
    assert "firm;city" in str(stop.value.hint)
