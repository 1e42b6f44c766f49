"""Russian and Ukrainian names of persons back in their first form: «Азамату Усенову» is Азамат Усенов.

Only what all words of a name agree upon is turned back: «Руслана Мамедова» may be a woman's name in its first form,
and is a man's in the genitive only where the office before it stands in the genitive.
"""

from __future__ import annotations

import re
from csv import DictReader
from functools import cache
from importlib.resources import files
from itertools import product

from extract.statements.inflection import UKRAINIAN

Ending = tuple[str, str]

_WORD = re.compile(r"[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+(?:-[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+)?")
_PARTS = {2: ("first", "last"), 3: ("first", "middle", "last")}
_UNKNOWN = "!"
"""What stands in the table for an ending that several first forms share."""


def in_first_form(name: str, *, of_genitive: bool = False) -> str:
    """Give a name of two or three words in its first form; as it stands where that is not plain.

    >>> in_first_form("Азамату Усенову"), in_first_form("Руслана Мамедова")
    ('Азамат Усенов', 'Руслана Мамедова')
    """
    words = name.split(" ")
    parts = _PARTS.get(len(words), ())
    if not parts or not all(_WORD.fullmatch(word) for word in words):
        return name
    language = "uk" if UKRAINIAN.search(name) else "ru"
    cases = ("dative", "instrumental", "genitive") if of_genitive else ("dative", "instrumental")
    for sex, case in product("fm", cases):
        endings = (_endings().get((part, sex, case, language), ()) for part in parts)
        turned = [_turned(word, table) for word, table in zip(words, endings, strict=True)]
        if all(turned):
            return " ".join(turned)
    return name


def _turned(word: str, table: tuple[Ending, ...]) -> str:
    ending, first = next(((ending, first) for ending, first in table if word.endswith(ending)), ("", _UNKNOWN))
    return "" if first == _UNKNOWN else word[: len(word) - len(ending)] + first


@cache
def _endings() -> dict[tuple[str, str, str, str], tuple[Ending, ...]]:
    table: dict[tuple[str, str, str, str], tuple[Ending, ...]] = {}
    with files("extract.statements").joinpath("tables", "person_endings.csv").open(encoding="utf-8") as file:
        for row in DictReader(file):
            key = (row["part"], row["sex"], row["case"], row["language"])
            table[key] = (*table.get(key, ()), (row["ending"], row["first"]))
    return table
