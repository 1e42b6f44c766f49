"""A customs extract as CSV: unlade run against `sqlite3 .import` into one TEXT table with the same indexes.

The extract is made here: 30 columns with the Russian `G0xx` headers, in cp1251 and UTF-8, seeded, invented companies.
More rows: ``python -m benchmarks.customs_csv ROWS...`` (300000 1000000 3000000 10000000: memory must not grow).
Load is all but joining names and answering questions: what the peer does too.
"""

from __future__ import annotations

import csv
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.measure import Cost, Ratio, cost, python, python_module
from benchmarks.phases import AFTER_LOADING

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
INDEXED = (3, 6, 9, 10, 11, 20, 23)
"""Columns whose values unlade indexes too: the parties, the day, the code of the goods."""
FIRMS = 20_000
"""The firms of a country's trade are so many and no more, however long the extract."""

LOADED = """
import csv, sqlite3, sys
rows = csv.reader(open(sys.argv[1], encoding=sys.argv[3], newline=""), delimiter=";")
header = next(rows)
db = sqlite3.connect(sys.argv[2])
db.execute("create table t (%s)" % ", ".join(f"c{i} text" for i in range(len(header))))
db.executemany("insert into t values (%s)" % ", ".join("?" * len(header)), rows)
for column in sys.argv[4:]:
    db.execute(f"create index i{column} on t(c{column})")
db.commit()
"""
LOADED_TO_IMPORTED = 1.3
"""What csv and executemany cost of `sqlite3 .import`, measured where both are."""


def rows(count: int, seed: int = 0) -> Iterator[list[str]]:
    """Make the rows of the extract."""
    rng = random.Random(seed)
    firms = [f"ООО «Пример {n}»" for n in range(min(FIRMS, max(10, count // 20)))]
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


def write(path: Path, count: int, encoding: str) -> None:
    """Write the extract, separated by semicolons."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADERS)
        writer.writerows(rows(count))


def peer(extract: Path, database: Path, encoding: str) -> tuple[str, Cost]:
    """Load the extract into one table of text with the same indexes, by the quickest means there is."""
    if shutil.which("sqlite3") is None:
        columns = map(str, INDEXED)
        loaded = cost(python(LOADED, str(extract), str(database), encoding, *columns))
        return "csv + executemany / 1.3", Cost(loaded.cpu / LOADED_TO_IMPORTED, loaded.peak)
    create = f"CREATE TABLE t ({', '.join(f'c{i} TEXT' for i in range(len(HEADERS)))})"
    indexes = (f"CREATE INDEX i{i} ON t(c{i})" for i in INDEXED)
    return "sqlite3 .import", cost(
        ["sqlite3", str(database), create, ".mode csv", ".separator ;", f".import --skip 1 {extract} t", *indexes]
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """What a size took: unlade's load up to its indexes, its whole run, and the peer's load."""

    load: float
    whole: float
    peak: float
    peer: Cost
    peer_name: str


def run(counts: Sequence[int] = (100_000, 1_000_000)) -> Iterator[Ratio]:
    """Compare the CPU of load and of whole run with the peer's load, for several sizes: slope and memory show."""
    slopes = {}
    for encoding in ("cp1251", "utf-8"):
        taken = {}
        for count in counts:
            taken[count] = size = _measured(count, encoding)
            title = f"customs CSV, {encoding}, {count:,} rows"
            yield Ratio(f"{title}: load", size.load, size.peer.cpu, "CPU s", size.peer_name)
            yield Ratio(f"{title}: whole run", size.whole, size.peer.cpu, "CPU s", size.peer_name)
            yield Ratio(f"{title}: peak memory", size.peak, size.peer.peak, "MiB", size.peer_name)
        if len(counts) > 1:
            slopes[encoding] = _slope(taken)
            load, whole, peer = slopes[encoding]
            yield Ratio(f"customs CSV, {encoding}, a further million: load", load, peer, "CPU s", size.peer_name)
            yield Ratio(f"customs CSV, {encoding}, a further million: whole run", whole, peer, "CPU s", size.peer_name)
    if slopes:
        yield Ratio("customs CSV, cp1251: load", slopes["cp1251"][0], slopes["utf-8"][0], "CPU s", "that of UTF-8")


def _measured(count: int, encoding: str) -> Taken:
    with tempfile.TemporaryDirectory() as folder:
        extract = Path(folder) / "extract.csv"
        write(extract, count, encoding)
        name, theirs = peer(extract, Path(folder) / "peer.db", encoding)
        ours = cost(python_module("benchmarks.phases", str(extract), str(Path(folder) / "case.db")))
        steps = json.loads(ours.printed)
        print(f"# {encoding} {count:,}: {ours.printed.strip()}", file=sys.stderr, flush=True)
        load = ours.cpu - sum(steps.get(step, 0) for step in AFTER_LOADING)
        return Taken(load, ours.cpu, ours.peak, theirs, name)


def _slope(taken: Mapping[int, Taken]) -> tuple[float, float, float]:
    """Take the fixed cost off: what a further million costs, by what the largest size costs more than the smallest."""
    (few, first), (many, last) = min(taken.items()), max(taken.items())
    costs = zip((first.load, first.whole, first.peer.cpu), (last.load, last.whole, last.peer.cpu), strict=True)
    load, whole, peer = ((after - before) * 1e6 / (many - few) for before, after in costs)
    return load, whole, peer


if __name__ == "__main__":
    for ratio in run([int(count) for count in sys.argv[1:]] or (100_000, 1_000_000)):
        print(ratio, flush=True)
