"""JSON, whole or one object a line: each value is a line of text behind its key, so that no two values run together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from extract.errors import LimitExceeded
from extract.model import Issue, Part, Place, Source
from extract.readers.contract import Head
from extract.readers.decoded import Decoded
from extract.readers.lines import text_parts

name = "json"
MOST_BYTES = 64 << 20


def claims(head: Head) -> float:
    """Take what begins like JSON."""
    return 0.9 if head.kind == "json" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the values in parts of a million characters; what is no JSON is read as the text it is, and said to be."""
    if path.stat().st_size > MOST_BYTES:
        raise LimitExceeded(f"JSON of more than {MOST_BYTES >> 20} MiB is not read")
    with Decoded(path) as text:
        lines = [line.removeprefix("\ufeff") for line in text]
        faults: list[str] = []
        yield from text_parts(source, list(written(lines, faults)), text.dialect)
        yield from text.issues(source)
    if faults:
        message = f"{len(faults)} pieces begin like JSON but are none, read as they stand; first {faults[0]}"
        yield Issue(Place(source.sha256, 1), "damaged", message)


class Members(list[tuple[str, Any]]):
    """The members of an object in their order; a key may come twice."""


def written(lines: Iterable[str], faults: list[str]) -> Iterator[str]:
    """Write each value as a line of text."""
    held = [line for line in lines if line.strip()]
    try:
        yield from values(parsed("\n".join(held)))
    except (ValueError, RecursionError):
        for number, line in enumerate(held, start=1):
            try:
                yield from values(parsed(line))
            except (ValueError, RecursionError) as error:
                faults.append(f"in line {number}: {error}")
                yield line


def parsed(text: str) -> Any:
    """Parse one document; long figures stay as they are written."""
    return json.loads(text, object_pairs_hook=Members, parse_int=str, parse_float=str)


def values(value: Any, key: str = "") -> Iterator[str]:
    """Give each value as lines of text; its key stands before it as a label."""
    if isinstance(value, Members):
        for inner, one in value:
            yield from values(one, inner)
    elif isinstance(value, list):
        for one in value:
            yield from values(one, key)
    elif value is not None and not isinstance(value, bool):
        first, *rest = str(value).splitlines() or [""]
        yield f"{key}: {first}" if key else first
        yield from rest
