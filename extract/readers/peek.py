"""Cheap facts about a file, for a plan made before anything is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from extract.errors import Encrypted, ReadError
from extract.model import Source
from extract.readers import pdf, workbook, xlsb_book, xlsx_book
from extract.readers.ooxml_package import Package

SAMPLE = 10


@dataclass(frozen=True, slots=True)
class Glance:
    """``parts``: pages or sheets, None where that takes reading. ``without_text``: of ``sampled`` pages."""

    parts: int | None = None
    sampled: int = 0
    without_text: int = 0
    encrypted: bool = False
    unreadable: str = ""


def peek(source: Source, path: str | os.PathLike[str]) -> Glance:
    """Look at a file without reading it. Never raises for what is in the file."""
    look = LOOKS.get(source.kind)
    if look is None:
        return Glance()
    try:
        return look(Path(path))
    except Encrypted:
        return Glance(encrypted=True)
    except ReadError as error:
        return Glance(unreadable=str(error))


def peek_pdf(path: Path) -> Glance:
    """Count pages, and those without characters among a sample spread over the document."""
    document = pdf.opened(path)
    try:
        count = len(document)
        sample = sorted({index * count // SAMPLE for index in range(SAMPLE)}) if count else []
        empty = sum(not pdf.has_characters(document, index) for index in sample)
        return Glance(count, len(sample), empty)
    finally:
        document.close()


def peek_workbook(path: Path) -> Glance:
    """Count sheets."""
    return Glance(len(workbook.opened(path).sheets_metadata))


def peek_package(path: Path) -> Glance:
    """Count sheets by the book's own list."""
    if workbook.is_ole(path):
        return Glance(encrypted=True)
    with Package(path) as package:
        return Glance(len(xlsb_book.sheets_of(package) or xlsx_book.sheets_of(package)))


LOOKS: dict[str, Callable[[Path], Glance]] = {
    "pdf": peek_pdf,
    "xls": peek_workbook,
    "ods": peek_workbook,
    **dict.fromkeys(("xlsx", "xlsb"), peek_package),
}
