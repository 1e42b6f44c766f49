"""The jobs: what a child does with one file. Everything here runs behind the wall, on bytes nobody vouches for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from extract.errors import ReadError
from extract.model import Box, Issue, Item, Part, Place, Source
from unlade.fingerprint import fingerprint, require_same
from unlade.inside import FOLDER, Unpacking, brought_out
from unlade.report import Report
from unlade.salvage import SHARD, STOP, Reached

T = TypeVar("T")
_UNSEEN = ("hidden", "text")
"""Issues that tell of text which stands on no page where anybody sees it."""


def shard(arguments: Mapping[str, Any], report: Report) -> dict[str, list[str]]:
    """Read a file into a shard beside the result, and lay out the files inside it. What comes before a stop is kept."""
    from store.shard import Shard

    path = Path(arguments["path"])
    source = _source(arguments, report)
    inside = Unpacking(report.directory, arguments.get("depth", 0))
    if source.kind == "empty":
        return {}
    with Shard(report.directory / SHARD, source, arguments.get("number", 0)) as into:
        reached = Reached(report.directory)
        try:
            for item in _items(source, path, report, reached, arguments.get(STOP)):
                into.write(item)
                if isinstance(item, Part):
                    reached.kept(into.counts["part"] - 1)
            for issue in inside.of(source, path):
                into.write(issue)
        except ReadError:
            into.commit()
            reached.kept(into.counts["part"])
            raise
    reached.kept(into.counts["part"])
    report.tell(bytes=(report.directory / SHARD).stat().st_size)
    if "stamp" in arguments:
        require_same(path, arguments["stamp"])
    return {FOLDER: inside.names}


def read(arguments: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Give the document as the object of one line of ``unlade read``."""
    from extract.records.prediction import prediction

    path = Path(arguments["path"])
    source = _source(arguments, report)
    return prediction(arguments["doc"], _items(source, path, report))


def explain(arguments: Mapping[str, Any], report: Report) -> list[str]:
    """Say line by line how the file was understood, and draw it where a folder is given."""
    from extract.records import extract
    from extract.records.drawn import drawing
    from extract.records.explain import explain_items

    source, path = _source(arguments, report), Path(arguments["path"])
    items = extract(source, path)
    if arguments.get("draw"):
        items = drawing(items, source, path, Path(arguments["draw"]))
    return list(_living(explain_items(items), report))


def reread(arguments: Mapping[str, Any], report: Report) -> str | None:
    """Give the raw text that now stands at a place."""
    from extract.records import reread as text_at

    for number, label in enumerate(arguments.get("inside", ())):
        outer = _source(arguments, report)
        path = brought_out(outer, Path(arguments["path"]), label, report.directory / f"level{number}")
        arguments = {**arguments, "path": str(path)}
    source = _source(arguments, report)
    box = Box(*arguments["box"]) if arguments["box"] else None
    span = (arguments["span"][0], arguments["span"][1]) if arguments["span"] else None
    return text_at(source, Path(arguments["path"]), Place(source.sha256, arguments["part"], box, span))


def kinds(arguments: Mapping[str, Any], report: Report) -> list[str]:
    """Tell what each of some files is."""
    from extract.walk import sniff

    return list(_living((_kind(sniff, path) for path in arguments["paths"]), report))


def _kind(sniff: Callable[[str], str], path: str) -> str:
    try:
        return sniff(path)
    except OSError:
        return "unreadable"


def _items(
    source: Source, path: Path, report: Report, reached: Reached | None = None, stop: int | None = None
) -> Iterator[Item]:
    from extract.readers import read_parts
    from extract.records import read_items

    parts = pictures = found = unseen = 0
    for item in _living(read_items(source, _as_far(read_parts(source, path), reached, stop)), report):
        if isinstance(item, Part):
            parts += 1
            pictures += item.needs_ocr
            found += bool(item.text.strip())
        elif isinstance(item, Issue):
            unseen += item.kind in _UNSEEN
        else:
            found += 1
        yield item
        report.tell(parts=parts, pictures=pictures, found=found, unseen=unseen)


def _as_far(items: Iterator[T], reached: Reached | None, stop: int | None) -> Iterator[T]:
    """Note each part that was read to its end, before the next one is touched; end where a first reading ended."""
    parts = 0
    for item in items:
        yield item
        if isinstance(item, Part):
            parts += 1
            if reached is not None:
                reached.read(parts)
            if parts == stop:
                return


def _living(items: Iterator[T], report: Report) -> Iterator[T]:
    for item in items:
        yield item
        report.alive()


def _source(arguments: Mapping[str, Any], report: Report) -> Source:
    """Name the file, by the hash the parent took or by one of our own, and tell what kind it is."""
    from extract.walk import sniff

    path = Path(arguments["path"])
    if "sha256" in arguments:
        sha256, size = arguments["sha256"], arguments["size"]
    else:
        mark = fingerprint(path)
        sha256, size = mark.sha256, mark.size
    kind = sniff(path)
    report.tell(kind=kind, sha256=sha256)
    return Source(sha256, size, kind)
