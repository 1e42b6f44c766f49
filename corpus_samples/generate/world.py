"""The world of one seed: who trades with whom, in what, how much. Every document is rendered from it.

Seed 0 is the public case told with stand-ins. Another seed has the same shape with other names, goods, years and
figures. A control world has the same documents and no pattern: every deal is between firms that meet once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import TypeVar

from corpus_samples.generate import names
from corpus_samples.generate.company import Company
from corpus_samples.generate.goods import CARRIED, RISING, Goods
from corpus_samples.generate.identifiers import bin_number, digits, inn, ogrn

Pair = tuple[Company, Company]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figures:
    """Amounts in US dollars, of the base year and of the year after."""

    licensed: int
    licensed_value: int
    shipped: int
    carried_imports: tuple[int, int]
    carried_exports: tuple[int, int]
    rising_imports: tuple[int, int]
    rising_exports: tuple[int, int]
    payment: int
    neighbour_share: float


CASE = Figures(
    licensed=18_012,
    licensed_value=45_000_000,
    shipped=512,
    carried_imports=(0, 4_958_000),
    carried_exports=(0, 1_230_000),
    rising_imports=(35_000_000, 75_200_000),
    rising_exports=(245_000, 18_000_000),
    payment=799_000,
    neighbour_share=0.97,
)


@dataclass(frozen=True, slots=True)
class World:
    """All that the documents tell, and nothing about how they look."""

    seed: int
    control: bool
    year: int
    brand: str
    seller: Company
    maker: Company
    intermediary: Company
    buyer: Company
    fund: Company
    chip_seller: Company
    chip_buyer: Company
    group: Company
    numbered: Company
    sister: Company
    carried: Goods
    rising: Goods
    figures: Figures
    foreign: tuple[Company, ...]
    russian: tuple[Company, ...]
    kazakh: tuple[Company, ...]

    @property
    def base(self) -> int:
        return self.year - 1

    def supply(self, number: int) -> Pair:
        """Say who sells to whom in deal ``number`` of the first leg."""
        if self.control:
            return self.foreign[number % len(self.foreign)], self.kazakh[number % (len(self.kazakh) // 2)]
        return self.seller, self.intermediary

    def resale(self, number: int) -> Pair:
        """Say who sells to whom in deal ``number`` of the second leg; in a control world no holder of a licence."""
        if self.control:
            half = len(self.kazakh) // 2
            return self.kazakh[half + number % half], self.russian[number % len(self.russian)]
        return self.intermediary, self.buyer

    def random(self, purpose: str) -> Random:
        """Give a generator of its own to each document, so that one more draw in one changes no other."""
        return Random(f"{self.seed}/{purpose}")


def world(seed: int = 0, control: bool = False) -> World:
    """Make the world of a seed; the same seed gives the same world."""
    rng = Random(seed)
    pick = _first if seed == 0 else partial(_other, rng)
    year = 2022 if seed == 0 else rng.choice((2019, 2020, 2021, 2023, 2024))
    kazakh_name = tuple(f"{a} {b}" for a, b in zip(pick(names.KAZAKH_FIRST), pick(names.KAZAKH_SECOND), strict=True))
    adjective, noun = pick(names.RUSSIAN_FIRST), pick(names.RUSSIAN_SECOND)
    brand, characters = pick(names.BRANDS)
    intermediary = kazakh_company(rng, kazakh_name, year, 4)
    return World(
        seed=seed,
        control=control,
        year=year,
        brand=brand,
        seller=Company(f"{brand} Europe", "B.V.", "NL", address="Havenweg 12, Venlo, Netherlands"),
        maker=Company(f"SZ {brand} Technology", "Co., Ltd.", "CN", chinese=f"深圳市{characters}科技有限公司"),
        intermediary=intermediary,
        buyer=russian_company(rng, joined(adjective, noun), "ooo", names.CITIES_RUSSIAN[0]),
        fund=russian_company(rng, pick(names.FUNDS), "fund", names.CITIES_RUSSIAN[0]),
        chip_seller=kazakh_company(rng, ("", *pick(names.CHIP_SELLERS)), year, 3),
        chip_buyer=russian_company(rng, pick(names.CHIP_BUYERS), "ao", names.CITIES_RUSSIAN[1]),
        group=kazakh_company(
            rng,
            tuple(f"{w.split()[0]} {g}" for w, g in zip(kazakh_name, ("Груп", "Групп", "Group"), strict=True)),
            year - 6,
            9,
        ),
        numbered=kazakh_company(rng, tuple(f"{word} 7" for word in kazakh_name), year - 3, 2),
        sister=russian_company(rng, joined(adjective, names.SISTER_NOUN), "ooo", names.CITIES_RUSSIAN[0]),
        carried=pick(CARRIED),
        rising=pick(RISING),
        figures=figures(rng, seed, control),
        foreign=tuple(foreign_companies(rng, 70)),
        russian=tuple(russian_companies(rng, 90)),
        kazakh=tuple(kazakh_companies(rng, year, 24)),
    )


def figures(rng: Random, seed: int, control: bool) -> Figures:
    if control:
        return flat_figures(rng)
    return CASE if seed == 0 else other_figures(rng)


def other_figures(rng: Random) -> Figures:
    """Draw figures of the case's shape: far more licensed than moved, exports that multiply."""
    licensed = rng.randrange(9_000, 30_000)
    before = rng.randrange(150, 400) * 1_000
    imports = rng.randrange(20, 60) * 1_000_000
    return Figures(
        licensed=licensed,
        licensed_value=licensed * rng.randrange(18, 32) * 100,
        shipped=rng.randrange(350, 900),
        carried_imports=(0, rng.randrange(3_000, 8_000) * 1_000),
        carried_exports=(0, rng.randrange(900, 2_000) * 1_000),
        rising_imports=(imports, rounded(imports * rng.uniform(1.9, 2.6), 100_000)),
        rising_exports=(before, rounded(before * rng.uniform(45, 95), 100_000)),
        payment=rng.randrange(400, 990) * 1_000,
        neighbour_share=round(rng.uniform(0.93, 0.98), 2),
    )


def flat_figures(rng: Random) -> Figures:
    """Draw figures in which the second year looks like the first."""

    def steady(amount: int) -> tuple[int, int]:
        return amount, rounded(amount * rng.uniform(0.85, 1.15), 1_000)

    return Figures(
        licensed=1_900,
        licensed_value=4_750_000,
        shipped=500,
        carried_imports=steady(4_800_000),
        carried_exports=steady(1_100_000),
        rising_imports=steady(60_000_000),
        rising_exports=steady(9_000_000),
        payment=799_000,
        neighbour_share=0.6,
    )


def rounded(amount: float, step: int) -> int:
    return round(amount / step) * step


def kazakh_company(rng: Random, name: Sequence[str], year: int, month: int) -> Company:
    kazakh, russian, latin = name
    return Company(
        latin,
        "too",
        "KZ",
        russian=russian,
        kazakh=kazakh,
        identifier=f"bin:{bin_number(rng, year, month)}",
        registered=f"{year}-{month:02}-{rng.randrange(4, 27):02}",
        address=f"Республика Казахстан, г. Алматы, ул. {rng.choice(names.STREETS)}, д. {rng.randrange(1, 90)}",
        director=person(rng),
    )


def russian_company(rng: Random, name: tuple[str, str], form: str, city: tuple[str, str, str]) -> Company:
    place, office, region = city
    year = rng.randrange(2009, 2018)
    return Company(
        name[1],
        form,
        "RU",
        russian=name[0],
        identifier=f"inn:{inn(rng, office)}",
        register_number=f"ogrn:{ogrn(rng, year, region)}",
        registered=f"{year}-{rng.randrange(1, 13):02}-{rng.randrange(1, 28):02}",
        address=f"{digits(rng, 6)}, г. {place}, ул. {rng.choice(names.STREETS)}, д. {rng.randrange(1, 90)}",
        director=person(rng),
    )


def foreign_companies(rng: Random, count: int) -> list[Company]:
    stems = rng.sample([a + b for a in names.STEMS_LATIN for b in names.ENDS_LATIN], count)
    forms = [rng.choice(names.FOREIGN_FORMS) for _ in stems]
    return [
        Company(f"{stem} {rng.choice(names.TRADES_LATIN)}", form, country, address=names.CITIES_FOREIGN[country])
        for stem, (form, country) in zip(stems, forms, strict=True)
    ]


def russian_companies(rng: Random, count: int) -> list[Company]:
    pairs = rng.sample([(a, b) for a in names.STEMS_RUSSIAN for b in names.ENDS_RUSSIAN], count)
    return [
        russian_company(
            rng, (a[0] + b[0], a[1] + b[1]), rng.choice(("ooo", "ooo", "ao")), rng.choice(names.CITIES_RUSSIAN)
        )
        for a, b in pairs
    ]


def kazakh_companies(rng: Random, year: int, count: int) -> list[Company]:
    pairs = rng.sample([(a, b) for a in names.STEMS_RUSSIAN for b in names.ENDS_RUSSIAN], count)
    return [
        kazakh_company(
            rng, ("", f"{a[0]}{b[0]} Ата", f"{a[1]}{b[1]} Ata"), year - rng.randrange(3, 15), rng.randrange(1, 13)
        )
        for a, b in pairs
    ]


def joined(first: tuple[str, str], second: tuple[str, str]) -> tuple[str, str]:
    return f"{first[0]} {second[0]}", f"{first[1]} {second[1]}"


def person(rng: Random) -> str:
    """Name a person who does not exist: invented surname, plain given name."""
    surname = rng.choice(("Веслов", "Тарнов", "Кедрин", "Ольхов", "Сайранов", "Жанибаев"))
    return f"{surname} {rng.choice(('А.', 'Е.', 'И.', 'М.', 'С.'))} {rng.choice(('Б.', 'В.', 'К.', 'Т.'))}"


def _first(options: Sequence[T]) -> T:
    return options[0]


def _other(rng: Random, options: Sequence[T]) -> T:
    """Choose anything but the stand-ins of seed 0: another seed must share no name with it."""
    return rng.choice(options[1:])
