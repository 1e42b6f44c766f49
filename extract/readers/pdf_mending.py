"""A PDF whose end is lost has no list of its pages any more; the pages themselves may still be there."""

from __future__ import annotations

import re
from pathlib import Path

MOST_BYTES = 256 * 1024**2
LONGEST = 4096
OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+(\d{1,5})\s+obj\b")
END = re.compile(rb"endobj|\bstream\b")
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")


def mended(path: Path) -> bytes | None:
    """Give the file with a new list of the pages found in it; None where there are none, or a key would be needed."""
    if path.stat().st_size > MOST_BYTES:
        return None
    data = path.read_bytes()
    data = data[: data.rfind(b"endobj") + len(b"endobj")]  # what comes after would swallow the list
    pages = pages_in(data)
    if not pages or b"/Encrypt" in data:
        return None
    catalog = 1 + max(int(found[1]) for found in OBJECT.finditer(data))
    kids = b" ".join(b"%d %d R" % page for page in pages)
    return (
        b"%b\n%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n%d 0 obj\n<</Type/Pages/Count %d/Kids[%b]>>\nendobj\n%b"
        % (
            *(data, catalog, catalog + 1, catalog + 1, len(pages), kids),
            b"trailer\n<</Size %d/Root %d 0 R>>\n%%%%EOF\n" % (catalog + 2, catalog),
        )
    )


def pages_in(data: bytes) -> list[tuple[int, int]]:
    """Find the objects that are pages, in the order of the file, each once."""
    found: dict[tuple[int, int], None] = {}
    for start in OBJECT.finditer(data):
        end = END.search(data, start.end(), start.end() + LONGEST)
        if end is not None and PAGE.search(data, start.end(), end.start()):
            found[int(start[1]), int(start[2])] = None
    return list(found)
