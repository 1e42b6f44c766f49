"""XML element by element, in memory for one of them, whatever its encoding."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from extract.text import declared_or_seen

SAMPLE = 1 << 18
BLOCK = 1 << 16
SAFELY: dict[str, Any] = {
    **{"encoding": "utf-8", "recover": True, "huge_tree": True},
    **{"resolve_entities": False, "no_network": True, "load_dtd": False},
}
"""What every parser of XML is told here: go on behind faults; open nothing from outside, expand nothing."""
_DECLARED = re.compile(r"""(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""")


def elements(path: Path, *names: str) -> Iterator[tuple[str, Any]]:
    """Yield ``start`` and ``end`` of the elements of some names, without entities or files from outside.

    What is broken in the markup is passed over as far as it can be.
    """
    from lxml import etree

    with path.open("rb") as file:
        encoding = declared_or_seen(file.read(SAMPLE)).name
        file.seek(0)
        yield from etree.iterparse(
            Recoded(file, encoding),
            events=("start", "end"),
            tag=[f"{{*}}{name}" for name in names],
            **SAFELY,
        )


def forget(element: Any) -> None:
    """Free an element that was read, and those before it."""
    element.clear()
    parent = element.getparent()
    while element.getprevious() is not None:
        del parent[0]


class Recoded:
    """A file in some encoding as one in UTF-8 that declares no other."""

    def __init__(self, file: IO[bytes], encoding: str) -> None:
        self.file = file
        self.decoder = codecs.getincrementaldecoder(encoding)("replace")
        self.is_begun = False

    def read(self, size: int = -1) -> bytes:
        """Read on; less than nothing only at the end."""
        text = ""
        while not text and (block := self.file.read(BLOCK)):
            text = self.decoder.decode(block)
        text = text or self.decoder.decode(b"", final=True)
        if not self.is_begun:
            self.is_begun = True
            text = _DECLARED.sub(r"\1", text.lstrip("\ufeff"), count=1)
        return text.encode("utf-8", "replace")
