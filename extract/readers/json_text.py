"""JSON, whole or one object a line: each value is a line of text behind its key, so that no two values run together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from extract.errors import Damaged, LimitExceeded
from extract.model import Issue, Part, Source
from extract.readers.contract import Head
from extract.readers.decoded import Decoded
from extract.readers.lines import text_parts

name = "json"
MOST_BYTES = 64 << 20


def claims(head: Head) -> float:
    """Take what begins like JSON."""
    return 0.9 if head.kind == "json" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the values in parts of a million characters. Raises Damaged where the text is no JSON."""
    if path.stat().st_size > MOST_BYTES:
        raise LimitExceeded(f"JSON of more than {MOST_BYTES >> 20} MiB is not read")
    with Decoded(path) as text:
        lines = [line.removeprefix("\ufeff") for line in text]
        try:
            yield from text_parts(source, values(documents(lines)), text.dialect)
        except (ValueError, RecursionError) as error:
            raise Damaged(f"begins like JSON but is none: {error}") from error
        yield from text.issues(source)


def documents(lines: Iterable[str]) -> Iterator[Any]:
    """Parse one document, or one a line."""
    held = [line for line in lines if line.strip()]
    try:
        yield json.loads("\n".join(held))
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Extra data"):
            raise
        yield from map(json.loads, held)


def values(value: Any, key: str = "") -> Iterator[str]:
    """Give each value as lines of text; its key stands before it as a label."""
    if isinstance(value, dict):
        for inner, one in value.items():
            yield from values(one, inner)
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for one in value:
            yield from values(one, key)
    elif value is not None and not isinstance(value, bool):
        first, *rest = str(value).splitlines() or [""]
        yield f"{key}: {first}" if key else first
        yield from rest
