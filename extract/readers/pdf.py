"""PDF, page by page: PDFium gives characters and rules, pdfplumber's table finder the ruled tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.errors import Damaged, Encrypted, ReadError
from extract.model import Issue, Part, Place, Source
from extract.readers import pdf_inside
from extract.readers.contract import Head, Member
from extract.readers.passwords import ASK, candidates
from extract.readers.pdf_bounds import Bounds
from extract.readers.pdf_fields import MOST, has_unseen, with_fields
from extract.readers.pdf_frame import Frame, frame_of, shown
from extract.readers.pdf_insets import Insets
from extract.readers.pdf_mending import mended
from extract.readers.pdf_objects import layers
from extract.readers.pdf_page import Sight, items_of
from extract.readers.pdf_rules import drawn
from extract.readers.pdf_second import SecondLook, read_second, within_reach
from extract.readers.pdf_turned import turn_for
from extract.readers.pdf_unseen import seen_words

if TYPE_CHECKING:
    from extract.readers.ocr.picture import Picture

name = "pdf"
PASSWORD = 4  # FPDF_ERR_PASSWORD


def claims(head: Head) -> float:
    """Take PDF."""
    return 0.9 if head.kind == "pdf" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield a part per page; what fails on a page costs that page alone."""
    given = False
    try:
        for item in read_opened(source, path):
            given = given or isinstance(item, Part)
            yield item
    except Damaged as refusal:
        if given:
            raise
        yield from read_damaged(source, path, refusal)


def read_damaged(source: Source, path: Path, refusal: Damaged) -> Iterator[Part | Issue]:
    """Read what is left of a file: by its pages where they can be found, else with the second engine."""
    shown = False
    for item in left_of(source, path):
        shown = True
        yield item
    if shown:
        raise Damaged(f"{refusal}; what was found of its pages was read") from refusal
    yield from read_second(source, path, refusal)


def left_of(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the pages found in a damaged file; none if they are all blank, for then what they showed is lost."""
    data = mended(path)
    try:
        items = read_opened(source, data) if data is not None else iter(())
        blank = []
        for item in items:
            blank.append(item)
            if isinstance(item, Part) and (item.text or item.needs_ocr):
                yield from blank
                yield from items
    except ReadError:
        return


def read_opened(source: Source, file: Path | bytes) -> Iterator[Part | Issue]:
    """Open a document, read it and close it."""
    document = opened(file)
    try:
        yield from pages(source, document, SecondLook(file))
    finally:
        document.close()


def members(source: Source, path: Path) -> Iterator[Member]:
    """Yield the files attached to a document."""
    document = opened(path)
    try:
        yield from pdf_inside.attachments(document)
    finally:
        document.close()


def pages(source: Source, document: Any, second: SecondLook) -> Iterator[Part | Issue]:
    """Yield the pages, whatever number of them the file claims, then what it holds beside them."""
    bounds, insets = Bounds(source.size, len(document)), Insets()
    for number in range(1, bounds.count + 1):
        place = Place(source.sha256, number)
        page = loaded(document, number - 1)
        if page is None:
            bounds.broken(number)
            yield Issue(place, "page", f"page {number} cannot be read")
            continue
        sight, far = looked_again(seen(page), second, number)
        yield from items_of(place, sight, partial(picture_of, page, sight.frame), insets)
        yield from left_out(place, page, far)
        page.close()
        bounds.read(number, look_of(sight))
    yield from pdf_inside.issues(document, Place(source.sha256, 1))


def looked_again(sight: Sight, second: SecondLook, number: int) -> tuple[Sight, bool]:
    """Ask for a second opinion where text is drawn and none is seen; tell whether some stands nowhere near the page."""
    found = None if sight.has_text or not sight.drawing.texts else second.at(number)
    if found is None:
        return sight, False
    near = within_reach(found)
    return near if near.words else sight, len(near.words) < len(found.words)


def left_out(place: Place, page: Any, far: bool) -> Iterator[Issue]:
    """Say what of a page was not read."""
    if far:
        yield Issue(place, "text", f"page {place.part} draws text where no page is; it was not read")
    if has_unseen(page):
        yield Issue(place, "notes", f"page {place.part} holds over {MOST:,} notes; fields among them were not read")


def look_of(sight: Sight) -> object:
    """Give what tells a page from the next one; None where pictures do."""
    return None if sight.drawing.images else (sight.words, sight.drawing.segments)


def opened(file: Path | bytes) -> Any:
    """Open with PDFium, which tells a password from damage."""
    import pypdfium2

    for word in candidates():
        try:
            return pypdfium2.PdfDocument(file, password=word)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) != PASSWORD:
                hint = "try to open and save it with another PDF program"
                raise Damaged(f"the PDF is damaged: {error}", hint) from error
    raise Encrypted("the PDF is protected by a password", ASK)


def loaded(document: Any, index: int) -> Any | None:
    """Load a page, None where the file is damaged."""
    import pypdfium2

    try:
        return with_fields(document, index, document[index])
    except pypdfium2.PdfiumError:
        return None


def seen(page: Any) -> Sight:
    """Collect words, rules and images."""
    frame = frame_of(page)
    held = list(layers(page))
    textpage = page.get_textpage()
    found = seen_words(textpage, held, frame, shown(page, frame))
    turn = turn_for(textpage, [*found.words, *found.layer], frame.rotation)
    textpage.close()
    return Sight("pdfium", frame, found.words, drawn(held, frame), turn=turn, layer=found.layer, hidden=found.hidden)


def picture_of(page: Any, frame: Frame) -> Picture:
    """Draw a page, for text recognition and for people."""
    from extract.readers.ocr.rendered import rendered

    return rendered(page, frame)


def has_characters(document: Any, index: int) -> bool:
    """Tell whether a page has any text, without reading it."""
    page = loaded(document, index)
    if page is None:
        return False
    textpage = page.get_textpage()
    count: int = textpage.count_chars()
    textpage.close()
    page.close()
    return count > 0
