"""One delivery of the carried goods, as its papers tell it: the lines, their codes, the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus_samples.generate.world import World

# Pieces and dollars apiece of each line.
LINES = ((40, 1_150), (25, 2_480), (6, 3_975))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the papers; ``code`` has six digits: what a Dutch seller prints of it."""

    number: int
    description: str
    code: str
    pieces: int
    price: int
    net: float
    gross: float


def lines(world: World) -> list[Line]:
    goods = world.carried
    return [
        Line(
            number,
            f"{world.brand} {goods.english}",
            goods.codes[(number - 1) % len(goods.codes)][:6],
            pieces,
            price,
            round(pieces * goods.kilograms, 2),
            round(pieces * goods.kilograms * 1.2, 2),
        )
        for number, (pieces, price) in enumerate(LINES, start=1)
    ]


def day(world: World) -> date:
    return date(world.year, 6, 14)


def invoice_number(world: World) -> str:
    return f"RW-{world.year}-0417"
