"""Countries in running text, in the cases of Russian too: «из Казахстана в Россию»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.fields.table import rows, spellings
from extract.statements.inflection import forms

_RUN = re.compile(r"(?<![\w«“\"-])[A-ZА-ЯЁІЇЄҚӨ][\w’'-]*(?: (?:and |the |и |of )?[A-ZА-ЯЁІЇЄ][\w-]*){0,3}")
_ABBREVIATED = re.compile(r"[A-ZА-Я]{2,4}")


@dataclass(frozen=True, slots=True)
class Country:
    """A country at a place of a text, with the cases its form may have."""

    start: int
    end: int
    code: str
    cases: frozenset[str]


def find(text: str, start: int, end: int) -> Iterator[Country]:
    """Find countries between two places of a text."""
    names = _forms()
    for run in _RUN.finditer(text, start, end):
        at = run.start()
        while at < run.end():
            found = _longest(text, at, run.end(), names)
            if found is not None:
                yield found
            following = text.find(" ", found.end if found else at, run.end())
            if following < 0:
                break
            at = following + 1


def _longest(text: str, start: int, end: int, names: dict[str, tuple[str, frozenset[str]]]) -> Country | None:
    ends = [end, *(match.start() + start for match in reversed(list(re.finditer(r"[ ’']", text[start:end]))))]
    for stop in ends:
        known = names.get(text[start:stop])
        if known is not None:
            return Country(start, stop, *known)
    return None


@cache
def _forms() -> dict[str, tuple[str, frozenset[str]]]:
    table: dict[str, tuple[str, frozenset[str]]] = {}
    for name, code in _names():
        for form, cases in forms(name).items():
            _, before = table.get(form, (code, frozenset()))
            table[form] = (code, before | cases)
    return table


def _names() -> Iterator[tuple[str, str]]:
    from babel import Locale

    for language in ("en", "ru", "uk"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "EZ", "XA", "XB", "ZZ", "QO"):
                yield name, code
    for row in rows("countries"):
        for name in spellings(row["names"]):
            if name[:1].isupper() and (len(name) > 4 or _ABBREVIATED.fullmatch(name)):
                yield name, row["alpha2"]
