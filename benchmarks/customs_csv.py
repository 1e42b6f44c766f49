"""A customs extract as CSV: unlade run against the csv module and executemany into one TEXT table.

The extract is made here: 30 columns with the Russian `G0xx` headers, cp1251, seeded, invented companies.
"""

from __future__ import annotations

import csv
import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.measure import Ratio, median_cost, python, unlade

HEADERS = (
    *("ND (Номер декларации)", "G011 (ИМ/ЭК)", "G021 (ИНН отправителя)", "G022 (Наименование отправителя)"),
    *("G023 (Адрес отправителя)", "G081 (ИНН получателя)", "G082 (Наименование получателя)"),
    *("G083 (Адрес получателя)", "G091 (ИНН контрактодержателя)", "G092 (Наименование контрактодержателя)"),
    *("G142 (Наименование декларанта)", "G072 (Дата)", "G11 (Торгующая страна)", "G15A (Страна отправления)"),
    *("G17A (Страна назначения)", "G202 (Условия поставки)", "G221 (Валюта)", "G222 (Общая сумма по счету)"),
    *("G23 (Курс валюты)", "G31_1 (Описание товара)", "G31_11 (Производитель)", "G31_12 (Товарный знак)"),
    *("G32 (Номер товара)", "G33 (Код ТН ВЭД)", "G34 (Страна происхождения)", "G35 (Вес брутто)", "G38 (Вес нетто)"),
    *("G42 (Цена товара)", "G45 (Таможенная стоимость)", "G46 (Статистическая стоимость)"),
)
PEER = """
import csv, sqlite3, sys
rows = csv.reader(open(sys.argv[1], encoding="cp1251", newline=""), delimiter=";")
header = next(rows)
db = sqlite3.connect(sys.argv[2])
db.execute("create table t (%s)" % ", ".join(f"c{i} text" for i in range(len(header))))
db.executemany("insert into t values (%s)" % ", ".join("?" * len(header)), rows)
for column in (3, 6, 11, 23):
    db.execute(f"create index i{column} on t(c{column})")
db.commit()
"""


def rows(count: int, seed: int = 0) -> Iterator[list[str]]:
    """Make the rows of the extract."""
    rng = random.Random(seed)
    firms = [f"ООО «Пример {n}»" for n in range(max(10, count // 20))]
    codes = ["8542319010", "8806220009", "8471500000", "9503008500", "0803901000"]
    for n in range(count):
        day = date(2022, 1, 1) + timedelta(days=rng.randrange(365))
        net = rng.randrange(1, 90_000) / 100
        price = rng.randrange(100, 9_000_000) / 100
        sender, receiver = rng.choice(firms), rng.choice(firms)
        yield [
            *(f"10702070/{day:%d%m%y}/{n:07}", "ИМ", "", sender, "г. Образец, ул. Первая, 1", "", receiver),
            *("г. Пример, ул. Вторая, 2", "", receiver, receiver, f"{day:%d.%m.%Y}", "CN", "KZ", "RU", "CPT", "USD"),
            *(f"{price * 2:.2f}".replace(".", ","), "61,5", f"Товар образца {n % 1000}", sender, "ОБРАЗЕЦ", "1"),
            *(rng.choice(codes), "CN", f"{net * 1.1:.3f}".replace(".", ","), f"{net:.3f}".replace(".", ",")),
            *(
                f"{price:.2f}".replace(".", ","),
                f"{price * 61.5:.2f}".replace(".", ","),
                f"{price:.2f}".replace(".", ","),
            ),
        ]


def write(path: Path, count: int) -> None:
    """Write the extract as cp1251, semicolons."""
    with path.open("w", encoding="cp1251", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADERS)
        writer.writerows(rows(count))


def run(count: int = 100_000) -> Iterator[Ratio]:
    """Compare the CPU of the whole run with the peer's load."""
    with tempfile.TemporaryDirectory() as folder:
        extract = Path(folder) / "extract.csv"
        write(extract, count)
        peer = median_cost(python(PEER, str(extract), ":memory:"))
        ours = median_cost(unlade("run", str(extract), "-o", str(Path(folder) / "case.db")), rounds=1, codes=(0, 10))
        title = f"customs CSV, {count:,} rows x {len(HEADERS)} columns"
        yield Ratio(title, ours.cpu, peer.cpu, "CPU s", "csv + executemany")
        yield Ratio(f"{title}: peak memory", ours.peak, peer.peak, "MiB", "csv + executemany")
