"""What the tests of all readers share: read a file, take its grids as lists."""

from pathlib import Path

from extract.model import Issue, Part, Row, Source
from extract.readers import read_parts
from extract.walk import sniff

SHA = "0" * 64


def source_of(path: Path) -> Source:
    return Source(SHA, path.stat().st_size, sniff(path))


def read(path: Path) -> tuple[list[Part], list[list[Row]], list[Issue]]:
    """Give the parts, the rows of each grid in order, and the issues."""
    parts: list[Part] = []
    grids: list[list[Row]] = []
    issues: list[Issue] = []
    for item in read_parts(source_of(path), path):
        if isinstance(item, Issue):
            issues.append(item)
            continue
        parts.append(item)
        grids.extend([list(row) for row in grid.rows] for grid in item.grids)
    return parts, grids, issues
