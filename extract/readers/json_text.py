"""JSON, whole or one object a line: each value is a line of text behind its key, so that no two values run together.

A long file is read object by object, whether they stand one on a line or in one list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from extract.errors import LimitExceeded
from extract.model import Issue, Part, Place, Source
from extract.readers.contract import Head
from extract.readers.decoded import Decoded
from extract.readers.lines import text_parts

name = "json"
MOST_BYTES = 64 << 20
"""So much is held in memory: a whole file, or one object of a longer one."""
STEP = 1 << 16
WAY_OUT = "write its objects one on a line, for example with: jq -c '.[]' (or the name of its list) FILE > FILE.jsonl"


def claims(head: Head) -> float:
    """Take what begins like JSON."""
    return 0.9 if head.kind == "json" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the values in parts of a million characters; what is no JSON is read as the text it is, and said to be."""
    written = of_long if path.stat().st_size > MOST_BYTES else of_whole
    faults: list[str] = []
    with Decoded(path) as text:
        pieces = (piece.removeprefix("\ufeff") for piece in text.lines())
        yield from text_parts(source, written(pieces, faults), text.dialect)
        yield from text.issues(source)
    if faults:
        message = f"{len(faults)} pieces begin like JSON but are none, read as they stand; first {faults[0]}"
        yield Issue(Place(source.sha256, 1), "damaged", message)


class Members(list[tuple[str, Any]]):
    """The members of an object in their order; a key may come twice."""


def whole_lines(pieces: Iterator[str]) -> Iterator[str]:
    """Put the pieces of long lines together again, up to what may be held; blank lines are left out."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if piece.endswith("\n") or size > MOST_BYTES:
            line, held, size = "".join(held), [], 0
            if line.strip():
                yield line
    if rest := "".join(held).strip():
        yield rest


def of_whole(pieces: Iterator[str], faults: list[str]) -> Iterator[str]:
    """Write each value of a file as a line of text."""
    held = list(whole_lines(pieces))
    try:
        yield from values(parsed("".join(held)))
    except (ValueError, RecursionError):
        yield from of_lines(held, faults)


def of_lines(lines: Iterable[str], faults: list[str]) -> Iterator[str]:
    """Write the values of objects that stand one on a line."""
    for number, line in enumerate(lines, start=1):
        try:
            yield from values(parsed(line))
        except (ValueError, RecursionError) as error:
            faults.append(f"in line {number}: {error}")
            yield line.rstrip("\r\n")


def of_long(pieces: Iterator[str], faults: list[str]) -> Iterator[str]:
    """Write the values of a file that is longer than memory should hold."""
    lines = whole_lines(pieces)
    first = next(lines, "")
    try:
        parsed(first if len(first) <= MOST_BYTES else "")
    except (ValueError, RecursionError):
        for value in in_list(chain((first,), pieces)):
            yield from values(value)
    else:
        yield from of_lines(chain((first,), lines), faults)


def in_list(pieces: Iterator[str]) -> Iterator[Any]:
    """Parse the values of one long list, each as soon as it is complete. Raises LimitExceeded."""
    decoder = json.JSONDecoder(object_pairs_hook=Members, parse_int=str, parse_float=str)
    rest = next(pieces, "").lstrip().removeprefix("[")
    wanted, ended = STEP, False
    while not ended or rest:
        rest, ended = longer(rest, pieces, wanted)
        while rest := rest.lstrip(" \t\r\n,]"):
            try:
                value, end = decoder.raw_decode(rest)
            except (ValueError, RecursionError):
                break
            if end == len(rest) and not ended:
                break
            yield value
            rest, wanted = rest[end:], STEP
        wanted = 2 * max(len(rest), STEP)
        if rest and (ended or len(rest) > MOST_BYTES):
            raise LimitExceeded(f"JSON of more than {MOST_BYTES >> 20} MiB that is no list of objects", WAY_OUT)


def longer(text: str, pieces: Iterator[str], wanted: int) -> tuple[str, bool]:
    """Read on until a text is as long as wanted; tell whether that was the end."""
    held, size = [text], len(text)
    while size < wanted:
        piece = next(pieces, None)
        if piece is None:
            return "".join(held), True
        held.append(piece)
        size += len(piece)
    return "".join(held), False


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
