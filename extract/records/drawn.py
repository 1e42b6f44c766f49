"""Pages with what was seen on them painted over: words, rules, tables, cells, facts, each in its colour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from extract.model import Batch, Box, Item, Mention, Part, PartKind, Source, Table, union

if TYPE_CHECKING:
    from PIL.Image import Image

    from extract.readers.ocr.picture import Picture

COLOURS = {
    "word": (170, 170, 170),
    "rule": (0, 90, 255),
    "cell": (120, 200, 120),
    "table": (0, 140, 0),
    "mention": (255, 140, 0),
    "fact": (220, 0, 0),
}
"""In the order in which they are painted: what comes later lies on top."""
WIDTHS = {"table": 3, "fact": 3, "mention": 2, "rule": 2}
DPI = 144
LINE = 18
Marks = dict[str, list[Box]]


def drawing(items: Iterable[Item], source: Source, path: Path, folder: Path) -> Iterator[Item]:
    """Hand items through and leave a picture of each page in the folder."""
    page: Part | None = None
    marks: Marks = {}
    tables: dict[int, Table] = {}
    for item in items:
        if isinstance(item, Part):
            _finish(page, marks, source, path, folder)
            page, marks = item, _seen(item)
        elif page is not None:
            _note(item, page, marks, tables)
        yield item
    _finish(page, marks, source, path, folder)


def _finish(page: Part | None, marks: Marks, source: Source, path: Path, folder: Path) -> None:
    """Paint and save a page that is over."""
    from extract.readers.page_picture import picture_of

    drawn = picture_of(source, path, page) if page is not None and page.kind is PartKind.PAGE else None
    if page is None or drawn is None:
        return
    picture, rules = drawn
    painted(picture, {**marks, "rule": list(rules)}).save(folder / f"page-{page.place.part:04}.png")


def _seen(page: Part) -> Marks:
    marks: Marks = defaultdict(list)
    marks["word"] = [word.box for word in page.words]
    for grid in page.grids:
        cells = [box for row in grid.boxes or () for box in row if box is not None]
        marks["cell"] += cells
        marks["table"] += filter(None, [union(cells)])
    return marks


def _note(item: Item, page: Part, marks: Marks, tables: dict[int, Table]) -> None:
    """Remember where what was found on a page stands."""
    if isinstance(item, Table):
        tables[item.number] = item
    elif isinstance(item, Batch) and item.table in tables:
        marks["fact"] += _facts(item, tables[item.table], page.place.part)
    elif isinstance(item, Mention) and item.place.part == page.place.part:
        marks["mention"] += _mentioned(item, page)


def _facts(batch: Batch, table: Table, page: int) -> Iterator[Box]:
    """Give the boxes of a batch's values that stand on a page."""
    boxes = table.boxes or {}
    for name, values in batch.values.items():
        cells = batch.cells.get(name) or [None] * len(values)
        for row, value, cell in zip(batch.rows, values, cells, strict=True):
            part, box = boxes.get(cell or (row, table.sources.get(name, -1)), (0, None))
            if value is not None and box is not None and part == page:
                yield box


def _mentioned(mention: Mention, page: Part) -> list[Box]:
    if mention.place.box is not None:
        return [mention.place.box]
    if mention.place.span is None:
        return []
    start, end = mention.place.span
    return [word.box for word in page.words if word.start < end and start < word.start + len(word.text)]


def painted(picture: Picture, marks: Mapping[str, Iterable[Box]]) -> Image:
    """Paint marks over a page, and the legend under it."""
    from PIL import Image, ImageDraw

    height, width = picture.pixels.shape
    factor = min(1.0, DPI / 72 / picture.scale)
    size = max(1, round(width * factor)), max(1, round(height * factor))
    image = Image.new("RGB", (max(size[0], 480), size[1] + 2 * LINE), "white")
    image.paste(Image.fromarray(picture.pixels).resize(size).convert("RGB"))
    pen, scale = ImageDraw.Draw(image), picture.scale * factor
    for name, colour in COLOURS.items():
        for box in marks.get(name, ()):
            corners = [(box.x0 - picture.left) * scale, (box.top - picture.top) * scale]
            corners += [(box.x1 - picture.left) * scale, (box.bottom - picture.top) * scale]
            pen.rectangle(corners, outline=colour, width=WIDTHS.get(name, 1))
    for number, (name, colour) in enumerate(COLOURS.items()):
        left, top = 10 + 78 * number, size[1] + LINE // 2
        pen.rectangle((left, top, left + 12, top + 12), fill=colour)
        pen.text((left + 17, top), name, fill="black")
    return image
