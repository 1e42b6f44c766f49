"""What a made-up paper says: its parties, days and sums, drawn by a seed in the wording of a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

Words = Mapping[str, Any]


@cache
def words(table: str) -> Mapping[str, Words]:
    """Load a table of wording: language -> what things are called in it."""
    return tomllib.loads((Path(__file__).parent / f"{table}.toml").read_text(encoding="utf-8"))


@dataclass(slots=True)
class Truth:
    """What is true of a paper: kind of value -> value -> whether it must be found. What else is found is wrong."""

    values: dict[str, dict[str, bool]] = field(default_factory=dict)

    def add(self, kind: str, value: str, *, must: bool = True) -> None:
        """Say that a value stands on the paper."""
        known = self.values.setdefault(kind, {})
        known[value] = must or known.get(value, False)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on a paper. ``lines``: the name as it is printed, broken or not; ``before``: what stands above."""

    name: str
    lines: tuple[str, ...]
    address: tuple[str, ...]
    before: str = ""

    @property
    def domain(self) -> str:
        """Make a web address of the name."""
        letters = "".join(c for c in self.name.casefold() if c.isascii() and (c.isalpha() or c == " "))
        return "-".join(letters.split()[:2]) + ".example"


def party(random: Random, language: str, *, person: float = 0.0) -> Party:
    """Draw a firm with a legal form, one without, or a person."""
    said = words("words")[language]
    before = ""
    if said["people"] and random.random() < person:
        name = random.choice(said["people"])
        before = random.choice(said["address_forms"] or [""]) if random.random() < 0.5 else ""
        if before and not before.startswith("-"):
            name = f"{before} {name}"
            return Party(name, (before, name.removeprefix(f"{before} ")), _address(random, said))
    elif random.random() < 0.25:
        name = _filled(random, random.choice(said["shops"]), said)
    else:
        name = firm(random, language)
    return Party(name, _broken(random, name), _address(random, said), before.removeprefix("-"))


def _address(random: Random, said: Words) -> tuple[str, str]:
    return _numbered(random, random.choice(said["streets"])), random.choice(said["towns"])


def firm(random: Random, language: str) -> str:
    """Draw a firm with its legal form where the language puts it."""
    said = words("words")[language]
    base = _filled(random, random.choice(["{root} {trade}", "{root}", "{root} {trade}"]), said)
    form = random.choice(said["forms"])
    if not form.startswith("^"):
        return f"{base} {form}"
    return f"{form[1:]} «{base}»" if language == "ru" else f"{form[1:]} {base}"


def _filled(random: Random, pattern: str, said: Words) -> str:
    return pattern.format(root=random.choice(said["roots"]), trade=random.choice(said["trades"]))


def _numbered(random: Random, street: str) -> str:
    return street.format(n=random.randint(1, 189))


def _broken(random: Random, name: str) -> tuple[str, ...]:
    """Break some long names over two lines."""
    parts = name.split()
    if len(parts) < 3 or random.random() < 0.8:
        return (name,)
    at = random.randint(1, len(parts) - 1)
    return " ".join(parts[:at]), " ".join(parts[at:])


def day(random: Random) -> date:
    return date(random.randint(2015, 2025), random.randint(1, 12), random.randint(1, 28))


def later(random: Random, start: date) -> date:
    return start + timedelta(days=random.choice((7, 10, 14, 21, 30, 45, 60)))


def printed_day(value: date, pattern: str, months: list[str]) -> str:
    """Print a day: {month} is the month's name."""
    return value.strftime(pattern.replace("{month}", months[value.month - 1]))


def digits(random: Random, text: str) -> str:
    """Fill in numbers of five and nine digits."""
    d5, d9 = f"{random.randint(10000, 99999)}", f"{random.randint(10**8, 10**9 - 1)}"
    return text.replace("{d5}", d5).replace("{d9}", d9)
