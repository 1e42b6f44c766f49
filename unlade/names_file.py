"""Lists of names as people keep them: CSV as Excel saves it anywhere, whatever its encoding and delimiter."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from unlade.faults import Stop

Row = dict[str, str]
_DELIMITERS = ",;\t|"
_SAMPLE = 1 << 18


def read(path: Path, required: Sequence[str]) -> list[Row]:
    """Read the rows below a header; its words may stand in any case. Stop if a required column is missing."""
    lines = StringIO(_text(path), newline="")
    for delimiter in _DELIMITERS:
        lines.seek(0)
        rows = csv.reader(lines, delimiter=delimiter)
        header = [cell.strip().casefold() for cell in next(rows, [])]
        if set(required) <= set(header):
            return _rows(path, header, rows)
    lines.seek(0)
    raise Stop(
        f"{path} has no columns {', '.join(required)}.", f"Its first line reads: {lines.readline().strip()[:80]}"
    )


def names_in(path: Path) -> list[str]:
    """Read names to ask for, each once: the column ``name`` of a table that has one, else the lines of the file."""
    lines = _text(path).splitlines()
    has_column = bool(lines) and any("name" in map(_heading, lines[0].split(delimiter)) for delimiter in _DELIMITERS)
    names = (row["name"] for row in read(path, ("name",))) if has_column else lines
    return [*dict.fromkeys(filter(None, (" ".join(name.split()) for name in names)))]


def _heading(cell: str) -> str:
    return cell.strip(' "\ufeff').casefold()


def _rows(path: Path, header: list[str], rows: Iterable[list[str]]) -> list[Row]:
    empty = [""] * len(header)
    try:
        return [dict(zip(header, [*row, *empty], strict=False)) for row in rows if row]
    except csv.Error as error:
        raise Stop(f"{path} is no CSV file: {error}.") from error


def _text(path: Path) -> str:
    from extract.text.encoding import detect_encoding

    data = path.read_bytes()
    encoding = detect_encoding(data[:_SAMPLE]).name
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Stop(
            f"{path} is not {encoding}, as its beginning seems: {error.reason}.", "Save it as CSV UTF-8."
        ) from error
