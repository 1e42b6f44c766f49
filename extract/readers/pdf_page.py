"""One page of a PDF: its words and text, its tables, and whether it is a picture that needs text recognition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from extract.model import Box, Issue, Part, PartKind, Place
from extract.readers.garbage import why_garbage
from extract.readers.ocr.policy import POLICY
from extract.readers.pdf_frame import Frame
from extract.readers.pdf_native import Numbers
from extract.readers.pdf_rules import Drawing, edges_of
from extract.readers.pdf_shown import DOUBTFUL, alone, brought_back
from extract.readers.pdf_signs import rejoined
from extract.readers.pdf_tables import MOST_RULES, grids_of
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
    """

    engine: str
    frame: Frame
    words: Sequence[RawWord]
    drawing: Drawing
    dialect: Mapping[str, str] = field(default_factory=dict)
    turn: int = 0
    layer: Sequence[RawWord] = ()
    hidden: Mapping[str, Sequence[RawWord]] = field(default_factory=dict)

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


def items_of(place: Place, sight: Sight, draw: Draw | None = None) -> Iterator[Part | Issue]:
    """Yield the part of a page, then what was left out of it."""
    sight, why = judged(sight, draw) if draw is not None else (sight, "")
    why = unreadable(sight) or why
    if why and draw is not None and POLICY.get().only in (None, place.part):
        sight, why = recognised(sight, draw, why)
    yield part_of(place, sight, needs_ocr=bool(why))
    if why:
        yield Issue(place, "needs_ocr", f"page {place.part} {why}")
    elif not sight.words:
        yield Issue(place, "blank", f"page {place.part} is blank")
    if sight.hidden:
        yield Issue(place, "hidden", f"page {place.part} holds text nobody sees, not read: {told(sight.hidden)}")
    if not why and any(is_unread(image, sight) for image in sight.drawing.images):
        yield Issue(place, "picture", f"page {place.part} holds a large picture beside its text; it was not read")
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
    text, words = laid_out([*page.beside, *page.lines])
    grids, cells = ([], []) if sight.drawing.full else grids_of(page.rules, page.lines)
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


def is_unread(image: Box, sight: Sight) -> bool:
    """Tell a picture that takes much of a page and has no words on it, as a scan set into a letter."""
    return covers(image, sight.frame.box) and not any(lies_on(image, word.box) for word in sight.words)


def lies_on(image: Box, box: Box) -> bool:
    """Tell whether the middle of a box lies on a picture."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return image.x0 <= x < image.x1 and image.top <= y < image.bottom


def covers(image: Box, page: Box) -> bool:
    """Tell whether a picture takes at least a third of the page."""
    width = min(image.x1, page.x1) - max(image.x0, page.x0)
    height = min(image.bottom, page.bottom) - max(image.top, page.top)
    return width > 0 and height > 0 and 3 * width * height >= (page.x1 - page.x0) * (page.bottom - page.top)
