"""Lists of names as Excel and others save them."""

from __future__ import annotations

from pathlib import Path

import pytest

from unlade.faults import Stop
from unlade.names_file import names_in, read

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


@pytest.mark.parametrize(
    "text",
    [
        "ТОО «Алтын Қанат»\n\n  Rotorwing   Europe B.V.\nТОО «Алтын Қанат»\n",
        "id;Name\n1;ТОО «Алтын Қанат»\n2;Rotorwing Europe B.V.\n",
        '"name"\n"ТОО «Алтын Қанат»"\n"Rotorwing Europe B.V."\n',
    ],
)
def test_names_to_ask_for_stand_in_lines_or_in_their_column(tmp_path: Path, text: str) -> None:
    path = tmp_path / "names.txt"
    path.write_text(text, encoding="utf-8")
    assert names_in(path) == ["ТОО «Алтын Қанат»", "Rotorwing Europe B.V."]
