"""PDF, page by page: PDFium gives characters and rules, pdfplumber's table finder the ruled tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.errors import Damaged, Encrypted
from extract.model import Issue, Part, Place, Source
from extract.readers.contract import Head
from extract.readers.pdf_page import page_items

name = "pdf"
PASSWORD = 4  # FPDF_ERR_PASSWORD
BROKEN_PAGES = 20


def claims(head: Head) -> float:
    """Take PDF."""
    return 0.9 if head.kind == "pdf" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield a part per page; what fails on a page costs that page alone."""
    document = opened(path)
    broken = 0
    try:
        for index in range(len(document)):
            place = Place(source.sha256, index + 1)
            page = loaded(document, index)
            if page is not None:
                broken = 0
                yield from page_items(place, page)
                page.close()
                continue
            broken += 1
            yield Issue(place, "page", f"page {index + 1} cannot be read")
            if broken >= BROKEN_PAGES:
                raise Damaged(f"the PDF is damaged from page {index + 2 - broken} of {len(document)} on")
    finally:
        document.close()


def opened(path: Path) -> Any:
    """Open with PDFium, which tells a password from damage."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            raise Encrypted("the PDF is protected by a password", "ask for the password") from error
        raise Damaged(f"the PDF is damaged: {error}", "try to open and save it with another PDF program") from error


def loaded(document: Any, index: int) -> Any | None:
    """Load a page, None where the file is damaged."""
    import pypdfium2

    try:
        return document[index]
    except pypdfium2.PdfiumError:
        return None
