"""The tables of verbs and of words around a fact, compiled once a language."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "ru", "uk", "kk", "zh")
MARKS = ("nom", "to", "direct", "from", "by", "of", "for", "in", "with", "against", "possessive", "copula")
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb says. ``roles``: mark of a party -> field. ``needs``: sets of fields, one of which must be found.

    ``participle``: it says something of the company it stands beside, in brackets: “Acme, registered in …,”.
    ``nominal``: a noun, which takes nothing from the verb beside it: «поставки «Вяза» в адрес «Бука»».
    """

    predicate: str
    pattern: re.Pattern[str]
    roles: dict[str, str]
    needs: tuple[frozenset[str], ...]
    object: str
    of_country: bool
    participle: bool
    nominal: bool


@cache
def frames(language: str) -> tuple[Frame, ...]:
    """Give the frames of a language in the order of the table."""
    return tuple(_frame(row, language) for row in _table("frames")["frame"] if language in row)


@cache
def triggers(language: str) -> re.Pattern[str]:
    """Give one pattern for all verbs of a language: what a sentence must hold to be looked at closely."""
    verbs = "|".join(row[language] for row in _table("frames")["frame"] if language in row)
    return re.compile(rf"{_edges(language)[0]}(?:{verbs})", re.IGNORECASE)


def _edges(language: str) -> tuple[str, str]:
    """Give what must hold before and behind a verb; between Chinese words there is nothing to see."""
    return ("", "") if language == "zh" else (r"(?<!\w)", r"(?!\w)")


def _frame(row: dict[str, Any], language: str) -> Frame:
    roles = {mark: row[mark] for mark in MARKS if mark in row}
    before, behind = _edges(language)
    pattern = re.compile(rf"{before}(?:{row[language]}){behind}", re.IGNORECASE)
    needs = tuple(map(frozenset, row["needs"]))
    flags = ("of_country" in row, "participle" in row, "nominal" in row)
    return Frame(row["predicate"], pattern, roles, needs, row.get("object", ""), *flags)


@cache
def word(kind: str, language: str) -> re.Pattern[str]:
    """Give the pattern of a kind of word; one that matches nothing where a language has none."""
    found = _table("words")[kind].get(language)
    return re.compile(found) if found else _NOTHING


@cache
def words(kind: str, language: str) -> str:
    """Give the same pattern as text, to be built into a larger one."""
    return word(kind, language).pattern


@cache
def _table(name: str) -> dict[str, Any]:
    with files("extract.statements").joinpath("tables", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
