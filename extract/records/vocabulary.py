"""The words of headers, as data: which headers mean which column, and which field of which record a column fills."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from extract.layout.normal import normal


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds: its kind, and the field it fills in each record that has one."""

    name: str
    kind: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HeaderWord:
    """A word met in headers: its class, and the column (or currency) it stands for."""

    kind: str
    column: str


def _read(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((resources.files("extract.profiles") / name).read_text(encoding="utf-8").splitlines())


@lru_cache(1)
def meanings() -> Mapping[str, Meaning]:
    """Give every column we read a value from, by name."""
    return {row["column"]: _meaning(row) for row in _read("columns.csv")}


def _meaning(row: dict[str, str]) -> Meaning:
    fields = {record: field for record, field in row.items() if field and record not in ("column", "kind")}
    return Meaning(row["column"], row["kind"], fields)


@lru_cache(1)
def headers() -> Mapping[str, str]:
    """Map each normalised header, and each name of an element in standard documents, to its column."""
    names = {normal(name): row["column"] for row in _read("headers_elements.csv") for name in row["names"].split("|")}
    known = {normal(header): row["column"] for row in _read("headers.csv") for header in row["headers"].split("|")}
    return names | known


@lru_cache(1)
def box_codes() -> Mapping[str, str]:
    """Map the codes of Russian dumps (``G022``, ``ND``) to their columns."""
    return {row["code"]: row["column"] for row in _read("headers_g.csv")}


@lru_cache(1)
def header_words() -> Sequence[tuple[str, HeaderWord]]:
    """Give the words and expressions that the grammar of headers knows; ``*`` at the end stands for any ending."""
    return [
        (word, HeaderWord(row["class"], row["column"]))
        for row in _read("header_words.csv")
        for word in row["words"].split("|")
    ]


@lru_cache(1)
def short_words() -> Mapping[str, str]:
    """Give the pieces of short field names with their class."""
    return {piece: row["class"] for row in _read("headers_short.csv") for piece in row["pieces"].split("|")}


@lru_cache(1)
def statistics_words() -> Mapping[str, Mapping[str, str]]:
    """Give the words of statistics by kind (flow, measure, skip, reporter): word -> what it stands for."""
    found: dict[str, dict[str, str]] = {}
    for row in _read("columns_statistics.csv"):
        found.setdefault(row["kind"], {}).update(dict.fromkeys(row["words"].split("|"), row["value"]))
    return found


@lru_cache(1)
def company_words() -> frozenset[str]:
    """Give the words that stand in the names of firms and hardly anywhere else."""
    return frozenset(word for row in _read("company_words.csv") for word in row["words"].split("|"))
