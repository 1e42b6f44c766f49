"""One page of a PDF: its words and text, its tables, and whether it is a picture that needs text recognition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from extract.model import Box, Issue, Part, PartKind, Place
from extract.readers.garbage import why_garbage
from extract.readers.ocr.policy import POLICY
from extract.readers.pdf_columns import in_reading_order
from extract.readers.pdf_frame import Frame
from extract.readers.pdf_insets import Insets, Key, around, beside, shows_table
from extract.readers.pdf_native import Numbers
from extract.readers.pdf_rules import Drawing, edges_of
from extract.readers.pdf_shown import DOUBTFUL, alone, brought_back
from extract.readers.pdf_signs import rejoined
from extract.readers.pdf_tables import MOST_RULES, extent, grids_of
from extract.readers.pdf_text import in_lines, laid_out
from extract.readers.pdf_turned import Turn
from extract.readers.pdf_unseen import told
from extract.readers.pdf_words import RawWord

if TYPE_CHECKING:
    from extract.readers.ocr.picture import Picture

DRAWN_TEXT = 500
NOT_SHOWN = "without ink"


@dataclass(frozen=True, slots=True)
class Sight:
    """What an engine sees on a page. ``dialect``: how a picture was read.

    ``turn``: degrees against the clock by which the page must be turned for its text to run level.
    ``layer``: words without ink of their own, perhaps those of a picture. ``hidden``: words nobody sees, by reason.
    ``pictured``: words in pictures that show no table.
    """

    engine: str
    frame: Frame
    words: Sequence[RawWord]
    drawing: Drawing
    dialect: Mapping[str, str] = field(default_factory=dict)
    turn: int = 0
    layer: Sequence[RawWord] = ()
    hidden: Mapping[str, Sequence[RawWord]] = field(default_factory=dict)
    pictured: Sequence[RawWord] = ()

    @property
    def has_text(self) -> bool:
        """Tell whether there are words of any kind."""
        return bool(self.words or self.layer or self.hidden)

    @property
    def is_picture(self) -> bool:
        """Tell whether a picture takes much of the page."""
        return any(covers(image, self.frame.box) for image in self.drawing.images)


Draw = Callable[[], "Picture"]
"""Gives the picture of a page, for those that have to be read from it."""


def items_of(
    place: Place, sight: Sight, draw: Draw | None = None, insets: Insets | None = None
) -> Iterator[Part | Issue]:
    """Yield the part of a page, then what was left out of it."""
    draw = cache(draw) if draw is not None else None
    sight, why = judged(sight, draw) if draw is not None else (sight, "")
    why = unreadable(sight) or why
    unread = [] if why else pictures_of(sight)
    if draw is not None and POLICY.get().only in (None, place.part):
        sight, why = recognised(sight, draw, why) if why else (sight, why)
        sight, unread = with_insets(sight, draw, insets or Insets(), unread) if unread else (sight, unread)
    yield part_of(place, sight, needs_ocr=bool(why))
    if why:
        yield Issue(place, "needs_ocr", f"page {place.part} {why}")
    elif not sight.words:
        yield Issue(place, "blank", f"page {place.part} is blank")
    if sight.hidden:
        yield Issue(place, "hidden", f"page {place.part} holds text nobody sees, not read: {told(sight.hidden)}")
    for picture in unread:
        box = around(picture)
        yield Issue(replace(place, box=box), "picture", f"page {place.part} holds a picture that was not read")
    if sight.drawing.full or len(sight.drawing.rules) > MOST_RULES:
        yield Issue(place, "drawing", f"page {place.part} is a drawing; no tables were looked for")


def recognised(sight: Sight, draw: Draw, why: str) -> tuple[Sight, str]:
    """Read a page from its picture; give what is seen then, and why it still cannot be read, if so."""
    from extract.readers.ocr.page import recognise, unavailable

    missing = unavailable()
    if missing:
        return sight, f"{why}; {missing}"
    read = recognise(draw)
    if read.why:
        return sight, f"{why}; it {read.why}"
    frame = replace(sight.frame, box=read.extent)
    drawing = Drawing(edges_of(read.rules))
    return replace(sight, frame=frame, words=read.words, drawing=drawing, dialect=read.dialect, turn=0), ""


def part_of(place: Place, sight: Sight, needs_ocr: bool) -> Part:
    """Put a page together; text, words and tables agree since they come from the same words."""
    page = laid(sight)
    grids, cells = ([], []) if sight.drawing.full else grids_of(page.rules, page.lines)
    lines = in_lines([*sight.words, *sight.pictured]) if sight.pictured else page.lines
    text, words = laid_out([*page.beside, *in_reading_order(lines, list(map(extent, grids)))])
    return Part(
        Place(place.source, place.part, page.extent),
        PartKind.PAGE,
        name=f"page {place.part}",
        text=text,
        words=words,
        grids=grids,
        ruled=cells,
        needs_ocr=needs_ocr,
        rotation=sight.frame.rotation,
        dialect={"reader": sight.engine, **sight.dialect, **({"turned": str(sight.turn)} if sight.turn else {})},
    )


class Laid(NamedTuple):
    """A page as it lies for reading. ``beside``: lines that run across it."""

    extent: Box
    lines: list[list[RawWord]]
    beside: list[list[RawWord]]
    rules: Numbers


def laid(sight: Sight) -> Laid:
    """Lay a page so that its text runs level."""
    if not sight.turn:
        return Laid(sight.frame.box, in_lines(rejoined(sight.words)), [], sight.drawing.rules)
    turn = Turn(sight.turn, sight.frame.box)
    along, across = turn.lines(sight.words)
    return Laid(turn.box(sight.frame.box), along, across, turn.edges(sight.drawing.rules))


def unreadable(sight: Sight) -> str:
    """Say why a page's text cannot be what it shows, in words; empty if it can."""
    words, drawing = sight.words, sight.drawing
    characters = sum(len(word.text) for word in words)
    if not characters and drawing.segments > DRAWN_TEXT:
        return "has no text but drawn lines"
    if characters < 40 and sight.is_picture:
        return "is a picture without text"
    return why_garbage(" ".join(word.text for word in words))


def judged(sight: Sight, draw: Draw) -> tuple[Sight, str]:
    """Ask the picture whether text that may be unseen is to be seen; say why a scan must be read anew."""
    doubtful = sight.layer or (sight.words if sight.is_picture else ())
    if not doubtful and DOUBTFUL.isdisjoint(sight.hidden):
        return sight, ""
    picture = drawn(draw)
    if picture is None:  # too large to be drawn: it contradicts nobody
        return with_layer(sight), ""
    from extract.readers.ocr.agreement import agrees

    back, hidden = brought_back(sight.hidden, picture)
    sight = replace(sight, words=[*sight.words, *back], hidden=hidden)
    if agrees(doubtful, picture):
        return with_layer(sight), ""
    why = "has a text that is not what its picture shows" if sight.is_picture else ""
    return replace(sight, layer=(), hidden={**hidden, NOT_SHOWN: sight.layer} if sight.layer else hidden), why


def drawn(draw: Draw) -> Picture | None:
    """Draw a page; None where it is too large for that."""
    from extract.readers.ocr.engine import Failed

    try:
        return draw()
    except Failed:
        return None


def with_layer(sight: Sight) -> Sight:
    """Take the text layer of a picture for its text, but for what stands there in ink as well."""
    return replace(sight, words=[*sight.words, *alone(sight.layer, sight.words)], layer=()) if sight.layer else sight


def pictures_of(sight: Sight) -> list[Key]:
    """Give the pictures beside the text of a page that may hold text."""
    return beside(list(zip(sight.drawing.images, sight.drawing.bytes_of, strict=True)), sight.words, sight.frame.box)


def with_insets(sight: Sight, draw: Draw, insets: Insets, pictures: Sequence[Key]) -> tuple[Sight, list[Key]]:
    """Add what is read in the pictures of a page; give those that were not, unless they are small and show nothing."""
    from extract.readers.ocr.page import unavailable

    if sight.turn or unavailable():
        return sight, list(pictures)
    found = dict(zip(pictures, insets.read(pictures, draw), strict=True))
    read = [recognised for _, recognised in found.values() if not recognised.why]
    tables = [one for one in read if shows_table(one)]
    sight = replace(
        sight,
        words=[*sight.words, *(word for one in tables for word in one.words)],
        pictured=[word for one in read if one not in tables for word in one.words],
        drawing=replace(
            sight.drawing, rules=np.concatenate([sight.drawing.rules, *(edges_of(one.rules) for one in tables)])
        ),
        dialect={**sight.dialect, **({"pictures": str(len(read))} if read else {})},
    )
    return sight, [key for key, (box, one) in found.items() if one.why and covers(box, sight.frame.box)]


def covers(image: Box, page: Box) -> bool:
    """Tell whether a picture takes at least a third of the page."""
    width = min(image.x1, page.x1) - max(image.x0, page.x0)
    height = min(image.bottom, page.bottom) - max(image.top, page.top)
    return width > 0 and height > 0 and 3 * width * height >= (page.x1 - page.x0) * (page.bottom - page.top)
