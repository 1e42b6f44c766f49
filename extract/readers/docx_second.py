"""The second reader of Word documents: the bare paragraphs of the main part, for packages that python-docx refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.errors import Damaged
from extract.model import Issue, Part, Place, Source
from extract.readers.lines import text_parts
from extract.readers.ooxml_package import Package, local

MAIN = "word/document.xml"


def read_second(source: Source, path: Path, refusal: Damaged) -> Iterator[Part | Issue]:
    """Read the paragraphs up to the damage; raise the first reader's refusal if there are none."""
    with Package(path) as package:
        lines = list(paragraphs(package))
        if not any(lines):
            raise refusal
        yield from text_parts(source, lines)
        for damage in package.damaged or ["tables were not looked for"]:
            yield Issue(Place(source.sha256, 1), "damaged", f"{refusal}; only its paragraphs are read: {damage}")


def paragraphs(package: Package) -> Iterator[str]:
    """Yield the text of each paragraph, in the order in which they end."""
    for _, element in package.events(MAIN, "end"):
        if local(element) == "p":
            yield "".join(node.text or "" for node in element.iter() if local(node) == "t")
            element.clear()
