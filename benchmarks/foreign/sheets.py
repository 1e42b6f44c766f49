"""Lay out invented customs sheets in the ways such sheets come: titles above, stacked headers, totals, two tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import resources
from itertools import groupby
from pathlib import Path
from random import Random

from benchmarks.foreign.values import PARTIES, Facts, Value, declarations, role_of, style_of, value_of

Rows = list[list[Value]]
_SECTION = re.compile(r"\[(\w+) (\w\w)( held)?\]")
_TITLES = {
    "ru": ("Выгрузка из базы деклараций", "Период: 2022 год", "Всего записей: см. ниже"),
    "uk": ("Вивантаження з бази", "Період: 2022 рік", ""),
    "kk": ("Декларациялар тізімі", "2022 жыл", ""),
    "zh": ("进出口明细表", "2022年", ""),
}
_TITLE = ("Extract of the customs database", "Period: 2022", "Prepared on request")
_TOTALS = {"ru": "Итого", "uk": "Всього", "kk": "Барлығы", "zh": "合计", "tr": "Toplam", "es": "Total"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layout: its header cells from the top, what it holds, whether a role is asked for."""

    headers: tuple[str, ...]
    maker: str
    asked: bool

    @property
    def role(self) -> str | None:
        """Give the role that is asked for; None where none is right."""
        return role_of(self.maker)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one kind of sheet."""

    name: str
    language: str
    held: bool
    columns: tuple[Column, ...]

    @property
    def depth(self) -> int:
        """Give the number of header rows."""
        return max(len(column.headers) for column in self.columns)


@dataclass(frozen=True, slots=True)
class Truth:
    """One table of a sheet: the row of its lowest header, and its columns by position."""

    header_row: int
    columns: dict[int, Column]


@dataclass
class Sheet:
    """A sheet in the making."""

    name: str
    layout: Layout
    rows: Rows = field(default_factory=list)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    truths: list[Truth] = field(default_factory=list)


def layouts() -> list[Layout]:
    """Read the layouts."""
    text = (resources.files("benchmarks.foreign") / "layouts.txt").read_text(encoding="utf-8")
    found: list[Layout] = []
    head: re.Match[str] | None = None
    columns: list[Column] = []
    for line in [*text.splitlines(), "[end en]"]:
        match = _SECTION.fullmatch(line)
        if match and head:
            found.append(Layout(head[1], head[2], bool(head[3]), tuple(columns)))
        if match:
            head, columns = match, []
        elif line and not line.startswith("#"):
            columns.append(_column(line))
    return found


def _column(line: str) -> Column:
    headers, _, maker = line.rpartition(" = ")
    return Column(tuple(h.strip() for h in headers.split(" > ")), maker.lstrip("?"), not maker.startswith("?"))


def sheet(layout: Layout, seed: int, lost: bool = False) -> Sheet:
    """Lay out one sheet; ``lost``: its headers only count, C1 to Cn."""
    random = Random(f"{layout.name}/{seed}/{lost}")
    made = Sheet(f"{layout.name}-{seed}", layout)
    columns = list(layout.columns) if layout.depth > 1 or seed == 0 else _shuffled(random, layout.columns)
    if lost:
        _table(made, random, [_without_header(c, at) for at, c in enumerate(columns, 1)], 0)
        return made
    _above(made, random)
    left = random.choice((0, 0, 0, 1))
    _table(made, random, columns, left)
    if seed % 3 == 2:
        _second(made, random, columns, left)
    return made


def _without_header(column: Column, number: int) -> Column:
    """Replace a header by its number; no value tells that a company is a bank."""
    return Column((f"C{number}",), column.maker, column.asked and column.maker != "bank")


def _shuffled(random: Random, columns: Sequence[Column]) -> list[Column]:
    return random.sample(list(columns), len(columns))


def _above(made: Sheet, random: Random) -> None:
    """Put titles and blank rows above, sometimes many."""
    lines = _TITLES.get(made.layout.language, _TITLE)
    for line in lines[: random.randint(0, 3)]:
        made.rows.append([line])
    made.rows.extend([] for _ in range(random.choice((0, 0, 1, 2, 5, 30)) if made.rows else 0))


def _second(made: Sheet, random: Random, columns: Sequence[Column], left: int) -> None:
    """Put another table below a gap: the same columns in another order."""
    made.rows.extend([] for _ in range(random.randint(1, 3)))
    again = columns if len(columns[0].headers) > 1 else _shuffled(random, columns)
    _table(made, random, list(again), left)


def _table(made: Sheet, random: Random, columns: Sequence[Column], left: int) -> None:
    depth = max(len(column.headers) for column in columns)
    facts = declarations(random, made.layout.language, style_of(random), random.randint(8, 40))
    for level in range(depth):
        texts = [c.headers[level] if level < len(c.headers) else "" for c in columns]
        made.rows.append([None] * left + list(_merged(made, texts, left, last=level == depth - 1)))
    made.truths.append(Truth(len(made.rows) - 1, {left + at: c for at, c in enumerate(columns)}))
    if random.random() < 0.2:
        made.rows.append([*[None] * left, *range(1, len(columns) + 1)])
        made.truths[-1] = Truth(len(made.rows) - 1, made.truths[-1].columns)
    begin = len(made.rows)
    for number, one in enumerate(facts):
        made.rows.append([*[None] * left, *(_cell(c, one, number) for c in columns)])
    if random.random() < 0.3 and len(facts) > 12:
        made.rows.insert(begin + 10, [*[None] * left, *(c.headers[-1] for c in columns)])
    if random.random() < 0.4:
        made.rows.append([None] * left + list(_totals(made.layout.language, columns, facts)))
        made.rows.extend(([], ["* " + _TITLES.get(made.layout.language, _TITLE)[0].lower()]))


def _merged(made: Sheet, texts: Sequence[str], left: int, last: bool) -> Iterator[Value]:
    """Write equal neighbours of an upper header row once and note the merged range."""
    at = left
    for text, group in groupby(texts):
        width = len(list(group))
        if last or width == 1:
            yield from [text] * width
        else:
            made.merged.append((len(made.rows), at, at + width - 1))
            yield from (text, *[None] * (width - 1))
        at += width


def _cell(column: Column, facts: Facts, row: int) -> Value:
    value = value_of(column.maker, facts, row)
    unknown = column.maker in PARTIES - {"consignor", "consignee"} and facts.random.random() < 0.1
    return None if unknown else value


def _totals(language: str, columns: Sequence[Column], facts: Sequence[Facts]) -> Iterator[Value]:
    for at, column in enumerate(columns):
        total = sum(one.figures.get(column.maker, 0.0) for one in facts)
        yield _TOTALS.get(language, "Total") if at == 0 else (round(total, 2) or None)


def write(made: Sheet, folder: Path) -> Path:
    """Write a sheet as a workbook."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in made.rows:
        page.append([cell.isoformat() if isinstance(cell, date) and cell.year < 1900 else cell for cell in row])
    for top, first, last in made.merged:
        page.merge_cells(start_row=top + 1, start_column=first + 1, end_row=top + 1, end_column=last + 1)
    path = folder / f"{made.name}.xlsx"
    book.save(path)
    return path
