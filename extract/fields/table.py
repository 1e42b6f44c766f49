"""The tables of facts beside this module: CSV files with a header, ``|`` between several spellings in one cell."""

from __future__ import annotations

import csv
from pathlib import Path

_FOLDER = Path(__file__).with_name("tables")


def rows(name: str, folder: Path = _FOLDER) -> list[dict[str, str]]:
    """Read a table of facts, of this room or of the one that the folder belongs to."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def spellings(cell: str) -> list[str]:
    """Take a cell with several spellings apart."""
    return [word for word in cell.split("|") if word]
