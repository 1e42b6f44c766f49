"""Invented names for training: companies, banks, public bodies, persons and places, drawn by a seeded generator."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

_WORDS = Path(__file__).with_name("english") / "words.toml"
_WITH_FORM, _WITH_FORM_SET_OFF = 0.45, 0.75


@cache
def words() -> dict[str, list[str]]:
    """Read what names are made of."""
    table: dict[str, Any] = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    lists: dict[str, list[str]] = table.pop("lists")
    return lists | {name: text.split() for name, text in table.items()}


class Names:
    """A source of invented names; equal seeds give equal names."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def _of(self, table: str) -> str:
        return self.random.choice(words()[table])

    def _one(self, *choices: str) -> str:
        return self.random.choice(choices)

    def stem(self) -> str:
        """Invent a word."""
        word = "".join(self.random.sample(words()["syllables"], self.random.choice((2, 2, 3))))
        plain = (word.capitalize(),) * 8
        return self._one(*plain, word.upper()[:4], word.capitalize() + self._of("syllables").capitalize())

    def short(self) -> str:
        """Give a company's name without its form."""
        stem, other, trade = self.stem(), self.stem(), self._of("trades")
        return self._one(stem, stem, stem, f"{stem} {trade}", f"{stem} {other}", f"{stem} & {other}", f"{stem}-{other}")

    def core(self) -> str:
        """Give a company's name that a form may follow."""
        stem, other, trade = self.stem(), self.stem(), self._of("trades")
        longer = f"{stem} {self._of('trades')} {trade}"
        plain = f"{stem} {trade}"
        return self._one(plain, plain, f"{self.place()} {plain}", stem, longer, f"{stem} & {other}")

    def company(self) -> tuple[str, str]:
        """Give a name and the form that is set off from it, often none."""
        kind = self.random.random()
        if kind < _WITH_FORM:
            return f"{self.core()} {self._of('forms')}", ""
        return self.core(), self._of("set_off") if kind < _WITH_FORM_SET_OFF else ""

    def bank(self) -> str:
        """Name a bank."""
        stem, place = self.stem(), self.place()
        central = (f"Bank of {place}", f"Development Bank of {place}")
        return self._one(
            f"{stem} Bank", f"{place} {stem} Bank", f"First {stem} Savings Bank", f"{stem} Valley Bank", *central
        )

    def body(self) -> str:
        """Name a public body."""
        return self._of("bodies").format(field=self._of("fields"), place=self.place())

    def person(self) -> str:
        """Name a person."""
        return f"{self._of('given')} {self._one('', '', 'J. ', 'A. ')}{self.stem().capitalize()}"

    def place(self) -> str:
        """Name a place."""
        return self._of("places")

    def goods(self) -> str:
        """Name goods."""
        return self._of("goods")

    def street(self) -> str:
        """Give the line of an address."""
        return self._of("streets").format(n=self.random.randint(1, 900))

    def money(self) -> str:
        """Give a sum."""
        number = self.random.randint(2, 99)
        return self._one(f"${number} million", f"USD {number}0,000", f"{number} million euros")

    def date(self) -> str:
        """Give a date."""
        return f"{self._of('months')} {self.random.randint(1, 28)}, {self.random.randint(1998, 2024)}"
