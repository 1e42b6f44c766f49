"""XML: each text node as a line with its path, and elements that repeat as the rows of a table.

A file too long for a tree is read as it flows by.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any

from extract.errors import Damaged
from extract.model import Issue, Part, Place, Row, Source
from extract.readers.contract import Head
from extract.readers.lines import text_parts
from extract.readers.sheets import LaidTable, table_parts
from extract.readers.xml_rows import faults_of, streamed
from extract.readers.xml_stream import SAFELY
from extract.text import declared_or_seen

name = "xml"
WHOLE = 4 << 20
"""A file of so many bytes may be held as a tree, which takes ten times as much."""
_STEM = 4


DECLARED_WITHIN = 1 << 20
ENTITY = re.compile(r"""<!ENTITY\s(?:[^"'>]|"[^"]*"|'[^']*')*>""")


def claims(head: Head) -> float:
    """Take any XML for which no reader knows better."""
    return 0.6 if head.kind == "xml" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the text first, then a sheet per kind of repeated element; of a long file the sheets first."""
    if path.stat().st_size > WHOLE:
        yield from streamed(source, path)
        return
    data = path.read_bytes()
    encoding = declared_or_seen(data)
    text = data.decode(encoding.name, errors="replace").lstrip("\ufeff")
    root, faults = parsed(text)
    said = encoding.said
    number = 0
    for part in text_parts(source, lines_of(root), said):
        number = part.place.part
        yield part
    yield from table_parts(source, tables_of(root), number + 1)
    yield from issues_of(Place(source.sha256, 1), faults, len(ENTITY.findall(text[:DECLARED_WITHIN])))


def issues_of(place: Place, faults: Sequence[str], entities: int) -> Iterator[Issue]:
    """Say what of the markup was not taken as it stands."""
    if faults:
        yield Issue(place, "damaged", f"{len(faults)} faults of markup, first {faults[0]}; read as far as it goes")
    if entities:
        yield Issue(place, "entities", f"{entities} entities are declared; they are not expanded")


def parsed(text: str) -> tuple[Any, Sequence[str]]:
    """Parse without network or external files, recovering what can be; list the faults of the markup."""
    from lxml import etree

    parser = etree.XMLParser(**SAFELY)
    try:
        root = etree.fromstring(without_entities(text).encode(), parser)
    except etree.LxmlError as error:
        raise Damaged(f"not readable as XML: {error}") from error
    if root is None:
        raise Damaged("not readable as XML: nothing could be recovered")
    return root, faults_of(parser)


def without_entities(text: str) -> str:
    """Take declared abbreviations out: they may stand for files, for addresses, or for gigabytes."""
    return ENTITY.sub("", text[:DECLARED_WITHIN]) + text[DECLARED_WITHIN:] if "<!ENTITY" in text else text


def lines_of(root: Any) -> Iterator[str]:
    """Yield ``path: text`` for text nodes and attributes, in document order."""
    for element in root.iter("*"):
        path = "/".join([*(local(a) for a in reversed(list(element.iterancestors()))), local(element)])
        yield from (f"{path}/@{local_name(key)}: {value}" for key, value in element.attrib.items())
        text = (element.text or "").strip()
        if text:
            yield f"{path}: {text}"


def local(element: Any) -> str:
    """Give a name without its namespace."""
    return local_name(element.tag)


def local_name(tag: Any) -> str:
    """Cut the namespace off."""
    return str(tag).rpartition("}")[2]


def tables_of(root: Any) -> Iterator[LaidTable]:
    """Yield a table for each parent that lists children of one name which carry fields."""
    for parent in root.iter("*"):
        names = Counter(local(child) for child in parent.iterchildren("*"))
        for repeated, count in names.items():
            rows = [fields(child) for child in parent.iterchildren("*") if local(child) == repeated]
            listed = count > 1 or (len(names) == 1 and is_list_of_one(parent, repeated))
            if listed and any(len(row) > 1 for row in rows):
                yield LaidTable(table_of(rows), {})


def is_list_of_one(parent: Any, child: str) -> bool:
    """Tell a list that happens to have one row, and is not inside a row: ``Позиции`` with one ``Позиция``."""
    around = [local(a) for a in parent.iterancestors()]
    inside_row = any(is_plural(outer, inner) for inner, outer in pairwise([local(parent), *around]))
    return is_plural(local(parent), child) and not inside_row


def is_plural(name: str, singular: str) -> bool:
    """Tell two forms of one name by their common begin."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, singular, strict=False)))
    return name != singular and common >= max(_STEM, len(singular) // 3)


def fields(element: Any) -> dict[str, str]:
    """Give the values inside a row element by their path; the first of equal paths."""
    values: dict[str, str] = {}
    for node in element.iter("*"):
        inner = [local(a) for a in node.iterancestors()]
        depth = len(inner) - sum(1 for _ in element.iterancestors())
        path = "/".join([*reversed(inner[: max(0, depth - 1)]), local(node)] if node is not element else [])
        for key, value in node.attrib.items():
            values.setdefault(f"{path}/@{local_name(key)}".lstrip("/"), value)
        if node.text and node.text.strip():
            values.setdefault(path or local(node), node.text.strip())
    return values


def table_of(rows: list[dict[str, str]]) -> list[Row]:
    """Put the paths in row 0 and the values below them."""
    header = list(dict.fromkeys(path for row in rows for path in row))
    return [header, *([row.get(path) for path in header] for row in rows)]
