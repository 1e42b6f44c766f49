"""A page of numbers that say nothing of themselves must give no identifier, and next to no commodity code."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from extract.fields import contact, date, hs_find, identifier, transport

SEEDS = (1, 7, 2022, 20220412)
COUNT = 10_000
TAX_NUMBERS = {"inn", "bin", "iin", "edrpou", "ogrn", "ogrnip", "unp", "okpo", "vkn"}

Draw = Callable[[random.Random], str]


def _digits(draw: random.Random, size: int) -> str:
    return str(draw.randrange(10 ** (size - 1), 10**size))


def _bare(draw: random.Random) -> str:
    return _digits(draw, draw.choice((4, 5, 6, 8, 9, 10, 12, 13, 15)))


def _dotted(draw: random.Random) -> str:
    return f"{_digits(draw, draw.randrange(1, 4))}.{draw.randrange(100):02d}"


def _thousands(draw: random.Random) -> str:
    return f"{draw.randrange(1, 10**7):,}".replace(",", draw.choice((" ", "\u00a0", ",")))


def _dashed(draw: random.Random) -> str:
    return "-".join(_digits(draw, draw.randrange(2, 5)) for _ in range(3))


def _slashed(draw: random.Random) -> str:
    return "/".join(_digits(draw, draw.randrange(2, 6)) for _ in range(2))


def _article(draw: random.Random) -> str:
    return f"{''.join(draw.choices('ABCDEFGHKLMNPRSTUX', k=2))}{_digits(draw, 6)}"


SHAPES: dict[str, Draw] = {
    "bare": _bare, "dotted": _dotted, "thousands": _thousands, "dashed": _dashed, "slashed": _slashed,
    "article": _article,
}  # fmt: skip


def page(shape: str, seed: int, between: str) -> str:
    draw = random.Random(seed)
    return between.join(SHAPES[shape](draw) for _ in range(COUNT))


@pytest.mark.parametrize("between", [" ; ", "\n"])
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_ten_thousand_numbers_without_a_label(shape: str, seed: int, between: str) -> None:
    text = page(shape, seed, between)
    assert [hit.scheme for hit in identifier.find(text) if hit.scheme in TAX_NUMBERS] == []
    assert len([*hs_find.find(text)]) <= 2


@pytest.mark.parametrize("shape", SHAPES)
def test_they_are_no_dates_telephones_or_plates_either(shape: str) -> None:
    text = page(shape, SEEDS[0], " ; ")
    assert [*contact.find(text), *transport.find(text)] == []
    if shape != "dashed":  # among these, some are 18-10-2012
        assert [*date.find(text)] == []
