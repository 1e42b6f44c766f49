import csv
import hashlib

import openpyxl
import pytest

from extract.model import Batch, Place, Source, Table, cell_box, cell_text, spelled
from extract.records import extract, reread
from extract.walk import sniff

ROWS = [
    ["Выгрузка"],
    [],
    [
        "ND (Номер декларации)",
        "G022 (Наименование отправителя)",
        "G33 (Код товара по ТН ВЭД)",
        "G42 (Цена)",
        "G221 (Валюта)",
    ],
    ["10702070/120522/3123456", "ООО «Север»", "8806210009", "1 234,50", "USD"],
    ["10702070/120522/3123457", "ТОО «Юг»", "805100000", "99,90", "EUR"],
]


def as_xlsx(path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(path)


def as_csv(path):
    with path.open("w", encoding="cp1251", newline="") as file:
        csv.writer(file, delimiter=";").writerows(ROWS)


@pytest.mark.parametrize(("name", "write"), [("rows.xlsx", as_xlsx), ("rows.csv", as_csv)])
def test_every_value_is_read_again_at_its_place(tmp_path, name, write):
    path = tmp_path / name
    write(path)
    source = Source(hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size, sniff(path))
    found = list(extract(source, path))
    [table] = [item for item in found if isinstance(item, Table)]
    [batch] = [item for item in found if isinstance(item, Batch)]
    assert batch.values["hs_code"] == ["8806210009", "0805100000"]
    for field, values in batch.values.items():
        for at, value in enumerate(values):
            raw = (batch.raw.get(field) or [None] * 9)[at]
            cell = (batch.cells.get(field) or [None] * 9)[at] or (batch.rows[at], table.sources[field])
            if value is not None:
                printed = raw or spelled(table.spellings.get(field, ""), cell_text(value))
                assert reread(source, path, Place(source.sha256, 1, cell_box(*cell))) == printed


def test_a_place_that_is_gone_gives_nothing(tmp_path):
    path = tmp_path / "rows.csv"
    as_csv(path)
    source = Source("0" * 64, 1, "csv")
    assert reread(source, path, Place(source.sha256, 1, cell_box(99, 0))) is None
    assert reread(source, path, Place(source.sha256, 7, cell_box(0, 0))) is None
