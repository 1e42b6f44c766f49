"""Kazakh trade statistics: a workbook with a three-row header in thousand US dollars, at four and at six digits.

The line of a code is the total over all partners, the partners stand below it, and «всего» closes the sheet: whoever
adds everything up counts everything three times.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from corpus_samples.generate.document import SAMPLE_RU, Document, Value, values
from corpus_samples.generate.goods import ORDINARY, Goods
from corpus_samples.generate.sheet import workbook
from corpus_samples.generate.world import World

RUSSIA, CHINA = "РОССИЯ", "КИТАЙ"
OTHERS = ("ГЕРМАНИЯ", "ТУРЦИЯ", "ПОЛЬША")
CODES = {RUSSIA: "RU", CHINA: "CN", "ГЕРМАНИЯ": "DE", "ТУРЦИЯ": "TR", "ПОЛЬША": "PL"}
MEASURES = ("тонн", "доп.ед.изм", "тыс. долларов США")

Flows = dict[tuple[int, str], float | None]


@dataclass(frozen=True, slots=True)
class Line:
    """Thousand dollars of one code with one partner, by (year, flow); None where nothing is printed."""

    code: str
    goods: Goods
    partner: str
    money: Flows


def documents(world: World, folder: str) -> list[Document]:
    lines = four_digits(world)
    sheets = {"4 знака ТН ВЭД": lines, "6 знаков ТН ВЭД": [six_digits(line) for line in lines]}
    rows = {title: list(printed(world, some)) for title, some in sheets.items()}
    data = workbook(rows, {title: merges() for title in rows})
    records = [record for some in sheets.values() for line in some for record in expected(line)]
    facts = {"hs_code": values(dict.fromkeys(line.code for some in sheets.values() for line in some))}
    counts = {"statistic": len(records)}
    return [Document(folder, "kz_trade_statistics.xlsx", data, facts, ("hs_code",), records, counts)]


def four_digits(world: World) -> list[Line]:
    rng = world.random("statistics")
    lines = [*carried(world, rng), *rising(world, rng)]
    lines += [line for goods in ORDINARY for line in steady(world, goods, rng)]
    return sorted(lines, key=lambda line: line.code)


def carried(world: World, rng: Random) -> Iterator[Line]:
    """Give the carried goods: bought from China, sold to Russia, in the base year not in the table at all."""
    figures = world.figures
    imports, exports = thousands(figures.carried_imports), thousands(figures.carried_exports)
    china = tuple(round(amount * figures.neighbour_share, 1) for amount in imports)
    yield Line(world.carried.heading, world.carried, CHINA, flows(world, (0, 0), china))
    yield Line(world.carried.heading, world.carried, RUSSIA, flows(world, exports, (0, 0)))
    rest = tuple(round(total - part, 1) for total, part in zip(imports, china, strict=True))
    yield Line(world.carried.heading, world.carried, rng.choice(OTHERS), flows(world, (0, 0), rest))


def rising(world: World, rng: Random) -> Iterator[Line]:
    figures = world.figures
    imports, exports = thousands(figures.rising_imports), thousands(figures.rising_exports)
    share = rng.uniform(0.55, 0.7)
    china = tuple(round(amount * share, 1) for amount in imports)
    rest = tuple(round(total - part, 1) for total, part in zip(imports, china, strict=True))
    yield Line(world.rising.heading, world.rising, CHINA, flows(world, (0, 0), china))
    yield Line(world.rising.heading, world.rising, OTHERS[0], flows(world, (0, 0), rest))
    yield Line(world.rising.heading, world.rising, RUSSIA, flows(world, exports, (0, 0)))


def steady(world: World, goods: Goods, rng: Random) -> Iterator[Line]:
    for partner in (RUSSIA, CHINA, *OTHERS):
        exports, imports = rng.uniform(50, 4_000), rng.uniform(2_000, 60_000)
        yield Line(
            goods.heading,
            goods,
            partner,
            flows(
                world,
                (round(exports, 1), round(exports * rng.uniform(0.7, 1.4), 1)),
                (round(imports, 1), round(imports * rng.uniform(0.7, 1.4), 1)),
            ),
        )


def flows(world: World, exports: tuple[float, ...], imports: tuple[float, ...]) -> Flows:
    """Key amounts by year and flow; a zero is not printed."""
    series = {"export": exports, "import": imports}
    return {
        (year, flow): series[flow][place] or None
        for place, year in enumerate((world.base, world.year))
        for flow in ("export", "import")
    }


def thousands(pair: tuple[int, int]) -> tuple[float, ...]:
    return tuple(amount / 1_000 for amount in pair)


def six_digits(line: Line) -> Line:
    return Line(line.goods.codes[0][:6], line.goods, line.partner, line.money)


def printed(world: World, lines: list[Line]) -> Iterator[list[object]]:
    """Print a sheet: title, notice, three rows of heads, each code with its partners, the total."""
    yield [f"Внешняя и взаимная торговля Республики Казахстан, {world.base}-{world.year} гг."]
    yield [SAMPLE_RU]
    yield []
    yield ["Код ТН ВЭД", "Страна", "Наименование товара", *group(world.base), *group(world.year)]
    yield ["", "", "", *(["экспорт", "", "", "импорт", "", ""] * 2)]
    yield ["", "", "", *(MEASURES * 4)]
    for code in sorted({line.code for line in lines}):
        own = [line for line in lines if line.code == code]
        yield [code, "", own[0].goods.russian, *cells(own)]
        for line in own:
            yield ["", line.partner, "", *cells([line])]
    yield ["", "всего", "", *cells(lines)]


def group(year: int) -> list[str]:
    return [f"{year} год", "", "", "", "", ""]


def merges() -> list[str]:
    """Merge the heads of the year over six columns and of the flow over three, as the office does."""
    return ["D4:I4", "J4:O4", "D5:F5", "G5:I5", "J5:L5", "M5:O5", "A4:A6", "B4:B6", "C4:C6"]


def cells(lines: list[Line]) -> Iterator[object]:
    """Add up lines and print tonnes, units and thousand dollars for each year and flow."""
    for key in lines[0].money:
        amounts = [(line.money[key], line.goods) for line in lines if line.money[key] is not None]
        if not amounts:
            yield from ("", "", "")
            continue
        pieces = sum(amount * 1_000 / goods.dollars for amount, goods in amounts if amount)
        tonnes = sum(amount / goods.dollars * goods.kilograms for amount, goods in amounts if amount)
        yield from (round(tonnes, 1), round(pieces), round(sum(amount for amount, _ in amounts if amount), 1))


def expected(line: Line) -> Iterator[Value]:
    for (year, flow), amount in line.money.items():
        if amount is None:
            continue
        yield {
            "record": "statistic",
            "reporter": "KZ",
            "partner": CODES[line.partner],
            "flow": flow,
            "hs_code": line.code,
            "period": str(year),
            "value": f"{amount * 1_000:.0f}",
            "value_currency": "USD",
        }
