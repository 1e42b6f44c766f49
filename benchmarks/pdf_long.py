"""A PDF of as many pages as one likes, written object by object in a second or two: a register of shipments.

    python -m benchmarks.pdf_long FILE PAGES

Each page has a heading, a ruled table and a line of prose, none like another.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import BinaryIO

ROWS = 20
SIDES = (40, 90, 260, 350, 430, 555)
HEADER = ("No", "Holder", "HS code", "Quantity", "Value USD")
NAMES = ("Altyn Kanat LLP", "Krontech Asia LLP", "Rotorwing Europe B.V.", "Vozdushnaya Logistika")
KIDS = 100
"""Pages under one node of the page tree."""
CATALOG, PAGES, FONT, FIRST = 1, 2, 3, 4


class Writer:
    """Writes numbered objects and, at the end, where each begins."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at: dict[int, int] = {}
        file.write(b"%PDF-1.4\n")

    def add(self, number: int, body: bytes) -> None:
        """Write an object."""
        self._at[number] = self._file.tell()
        self._file.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def close(self) -> None:
        """Write the table of objects and the trailer."""
        start = self._file.tell()
        size = max(self._at) + 1
        self._file.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        self._file.writelines(b"%010d 00000 n \n" % self._at[number] for number in range(1, size))
        self._file.write(b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, CATALOG, start))


def write(path: Path, pages: int, seed: int = 0) -> Path:
    """Write the file."""
    chance = Random(seed)
    with path.open("wb") as file:
        writer = Writer(file)
        writer.add(CATALOG, b"<</Type/Catalog/Pages %d 0 R>>" % PAGES)
        writer.add(FONT, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        nodes = []
        number = FIRST
        for first in range(0, pages, KIDS):
            node, number = number, number + 1
            kids = [number + 2 * place for place in range(min(KIDS, pages - first))]
            for place, page in enumerate(kids):
                add_page(writer, page, node, content(chance, first + place + 1))
            number = kids[-1] + 2
            writer.add(node, b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]>>" % (PAGES, len(kids), references(kids)))
            nodes.append(node)
        writer.add(PAGES, b"<</Type/Pages/Count %d/Kids[%b]>>" % (pages, references(nodes)))
        writer.close()
    return path


def references(numbers: list[int]) -> bytes:
    """Name objects."""
    return b" ".join(b"%d 0 R" % number for number in numbers)


def add_page(writer: Writer, number: int, node: int, stream: bytes) -> None:
    """Write a page and, after it, what stands on it."""
    packed = zlib.compress(stream, 1)
    head = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R" % (node, number + 1)
    writer.add(number, head + b"/Resources<</Font<</F %d 0 R>>>>>>" % FONT)
    writer.add(number + 1, b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed))


def content(chance: Random, page: int) -> bytes:
    """Write the operators of a page."""
    return "\n".join(
        (text(40, 800, f"Register of shipments, page {page}"), *rules(), *cells(chance), note(page))
    ).encode()


def rules() -> Iterator[str]:
    """Yield the rules of the table."""
    top, bottom = 780, 780 - 18 * (ROWS + 1)
    yield from (f"{SIDES[0]} {top - 18 * n} m {SIDES[-1]} {top - 18 * n} l S" for n in range(ROWS + 2))
    yield from (f"{side} {top} m {side} {bottom} l S" for side in SIDES)


def cells(chance: Random) -> Iterator[str]:
    """Yield the words of the table."""
    for number in range(ROWS + 1):
        code, quantity = chance.randint(8_400_000_000, 8_899_999_999), chance.randint(1, 900)
        row = (number, chance.choice(NAMES), code, quantity, f"{quantity * 17.5:.2f}") if number else HEADER
        yield from (text(x + 4, 767 - 18 * number, cell) for x, cell in zip(SIDES, row, strict=False))


def note(page: int) -> str:
    """Write the line below the table."""
    return text(40, 60, f"Sheet {page} of the register was closed on 12.05.2022 and signed by the keeper.")


def text(x: float, y: float, words: object) -> str:
    """Write words at a place."""
    return f"BT /F 9 Tf {x} {y} Td ({words}) Tj ET"


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
