"""How rare a word is in names of organisations: «Vympel» tells a company, «technology» does not.

``rarity.csv`` gives the stems that more than one in ten thousand names has, with their share in millionths; counted in
names of the Global LEI index, the Research Organization Registry and the name-suggestion-index
(``python -m benchmarks.name_model``). What is not listed is rare. The table is fixed, so two names are judged
the same whatever else a case holds.
"""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from importlib.resources import files
from math import log

_RAREST = 1 / 20_000
_LEAST = 0.05


@lru_cache(maxsize=262_144)
def rarity(stem: str) -> float:
    """Weigh a stem from 0.05 (every other name has it) to 1 (hardly any)."""
    share = _shares().get(stem, 0) / 1_000_000
    return min(1.0, max(_LEAST, log(share + _RAREST) / log(_RAREST)))


@cache
def _shares() -> dict[str, int]:
    with (files("resolve") / "rarity.csv").open(encoding="utf-8") as lines:
        return {row["stem"]: int(row["per_million"]) for row in csv.DictReader(lines)}
