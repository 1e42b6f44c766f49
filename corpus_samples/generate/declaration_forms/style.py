"""How one clerk and his program print declarations: labels, numbers, codes, parties. Drawn from wide ranges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

LABEL_LENGTHS = ("full", "full", "short", "number", "two languages", "english")


@dataclass(frozen=True, slots=True)
class Style:
    """``labels``: in full, cut short, numbers only, in two languages. ``number_mark``: what follows a box's number."""

    labels: str
    upper: bool
    number_mark: str
    thousands: str
    decimal: str
    cents: bool
    code: str
    documents: str
    party: str
    numbers_first: bool
    rate: str
    quantity: str
    goods: str
    makers: tuple[str, str, str]
    packages: str
    direction: str
    mark: str
    spaced_number: bool


def style(rng: Random, labels: str = "", *, numbers_alone: bool = True) -> Style:
    """Draw a style; ``labels`` names the kind of labels where it is not left to chance."""
    lengths = LABEL_LENGTHS if numbers_alone else [length for length in LABEL_LENGTHS if length != "number"]
    thousands, decimal = rng.choice((("", "."), ("", "."), ("", ","), (" ", ","), (" ", "."), (",", ".")))
    return Style(
        labels=labels or rng.choice(lengths),
        upper=rng.random() < 0.2,
        number_mark=rng.choice(("", "", ".", ")")),
        thousands=thousands,
        decimal=decimal,
        cents=rng.random() < 0.8,
        code=rng.choice(("plain", "plain", "plain", "4 2 3 1", "4.2.2.2", "6/4", "6 4")),
        documents=rng.choice(("code/0", "code", "words")),
        party=rng.choice(("label", "label with kpp", "number sign", "bare")),
        numbers_first=rng.random() < 0.3,
        rate=rng.choice(("plain", "with currency")),
        quantity=rng.choice(("stroke", "brackets", "plain", "spaced stroke")),
        goods=rng.choice(("lines", "one run", "semicolons")),
        makers=(
            rng.choice(("ИЗГОТОВИТЕЛЬ", "ПРОИЗВОДИТЕЛЬ", "Изготовитель")),
            rng.choice(("ТОВАРНЫЙ ЗНАК", "ТОВ. ЗНАК", "Товарный знак", "МАРКА")),
            rng.choice(("МОДЕЛЬ", "АРТИКУЛ", "Модель")),
        ),
        packages=rng.choice(("Мест: {}", "{}, КОРОБКИ - {}", "{}", "{} ГРУЗОВЫХ МЕСТ: ЯЩИКИ")),
        direction=rng.choice(("{}   {}   ЭД", "{} {} ЭД", "{}/{}/ЭД", "{} {}")),
        mark=rng.choice(("{}-", "{} - ", "{}. ", "{})")),
        spaced_number=rng.random() < 0.15,
    )


def figure(how: Style, value: float, decimals: int = 2) -> str:
    """Print a number as this clerk does."""
    whole = f"{value:,.{decimals}f}"
    if not how.cents and value == int(value):
        whole = f"{value:,.0f}"
    return whole.translate({ord(","): how.thousands, ord("."): how.decimal})


CODE_GROUPS = {
    "plain": ((10,), ""),
    "4 2 3 1": ((4, 2, 3, 1), " "),
    "4.2.2.2": ((4, 2, 2, 2), "."),
    "6/4": ((6, 4), "/"),
    "6 4": ((6, 4), " "),
}


def code(how: Style, digits: str) -> str:
    """Group a commodity code: 8806 22 000 9, 8806.22.00.09, 880622/0009."""
    sizes, between = CODE_GROUPS[how.code]
    ends = list(accumulate(sizes))
    return between.join(digits[end - size : end] for size, end in zip(sizes, ends, strict=True))


def day(value: date) -> str:
    return f"{value:%d.%m.%Y}"
