"""What lies around the cells of a worksheet: hidden columns, pivot tables, links to other books."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extract.model import Issue, Place
from extract.readers.merged import Merged
from extract.readers.ooxml_package import Package, local
from extract.readers.ranges import COLUMNS, edges
from extract.readers.xlsx_book import relations

PIVOT = "xl/pivottables/"
LINK = "xl/externallinks/externallink"
LAID_OUT = 64 << 20
"""A worksheet with more bytes is an extract: nobody merged cells in it, and it is not read twice to make sure."""
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref=["']([A-Za-z$]{1,4}[0-9$]{1,8}:[A-Za-z$]{1,4}[0-9$]{1,8})""")
_LONGEST = 256


def hidden_columns(package: Package, part: str) -> Iterator[tuple[int, int]]:
    """Yield the first column, counted from 0, and the number of each run of hidden columns."""
    for _, element in package.events(part, "start"):
        if local(element) == "sheetData":
            return
        if local(element) == "col" and element.get("hidden") in ("1", "true"):
            first, last = (min(int(element.get(edge, "0") or 0), COLUMNS) for edge in ("min", "max"))
            yield first - 1, last - first + 1


def merged_cells(package: Package, part: str) -> Merged:
    """Find the merged cells of a sheet, which are told behind its rows."""
    found: list[tuple[int, int, int]] = []
    before = b""
    for block in package.blocks(part) if part in package and package.size(part) <= LAID_OUT else ():
        text = before + block
        for match in _MERGED.finditer(text):
            top, bottom, left, _ = edges(match[1].decode()) or (0, 0, 0, 0)
            found.append((top, bottom, left))
        before = text[-_LONGEST:]
    return Merged().add_all(list(dict.fromkeys(found)))


def pivots(package: Package, part: str) -> Iterator[str]:
    """Tell where on a sheet pivot tables stand: they sum up records, and are none."""
    for pivot in pivot_parts(package, part):
        places = (element for _, element in package.events(pivot, "start") if local(element) == "location")
        yield from (place.get("ref", "") for place in islice(places, 1))


def pivot_parts(package: Package, part: str) -> Iterator[str]:
    """Name the parts that describe the pivot tables of a sheet."""
    yield from (target for _, target in relations(package, part) if target.lower().startswith(PIVOT))


def external_links(place: Place, package: Package) -> Iterator[Issue]:
    """Say that formulas refer to other books, which are not looked into."""
    links = sorted(name for name in package.parts if name.startswith(LINK))
    if links:
        target = next((target for link in links for _, target in relations(package, link)), "unknown")
        message = f"formulas refer to {len(links)} other workbooks, the first of them {target}: stored values were read"
        yield Issue(place, "external_link", message)
