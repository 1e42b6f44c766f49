"""What lies around the cells of a worksheet: hidden columns, pivot tables, links to other books."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from extract.model import Issue, Place
from extract.readers.merged import Merged
from extract.readers.ooxml_package import Package, local
from extract.readers.ranges import COLUMNS, edges
from extract.readers.xlsx_book import relations

PIVOT = "xl/pivottables/"
LINK = "xl/externallinks/externallink"
LAID_OUT = 64 << 20
"""A worksheet with more bytes is an extract, and not read twice: merged cells behind its rows are counted only."""
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
    blocks = package.blocks(part) if part in package and not is_extract(package, part) else iter(())
    ranges = (edges(text) or (0, 0, 0, 0) for text in merged_in(blocks))
    return Merged().add_all(list(dict.fromkeys((top, bottom, left) for top, bottom, left, _ in ranges)))


def is_extract(package: Package, part: str) -> bool:
    """Tell a sheet that is too long to be read twice."""
    return package.size(part) > LAID_OUT


def merged_in(blocks: Iterable[bytes]) -> list[str]:
    """List the ranges of the merged cells that some XML names, each once."""
    found: dict[str, None] = {}
    before = b""
    for block in blocks:
        text = before + block
        found |= dict.fromkeys(match[1].decode() for match in _MERGED.finditer(text))
        before = text[-_LONGEST:]
    return list(found)


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
