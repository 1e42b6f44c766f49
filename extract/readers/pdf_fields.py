"""What was filled in: the values of form fields and notes written on a page stand beside its content, not in it."""

from __future__ import annotations

from typing import Any

MOST = 5_000
"""So many notes of a page are looked at."""


def with_fields(document: Any, index: int, page: Any) -> Any:
    """Give the page with its fields and notes drawn into it, as a viewer shows it."""
    import pypdfium2.raw as pdfium

    if not has_fields(page) or pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[index]


def has_fields(page: Any) -> bool:
    """Tell a page with form fields, typed notes or stamps; links and comments show no text of their own."""
    import pypdfium2.raw as pdfium

    written = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
    return any(
        subtype_of(page, index) in written for index in range(min(MOST, pdfium.FPDFPage_GetAnnotCount(page.raw)))
    )


def has_unseen(page: Any) -> bool:
    """Tell a page with more notes than were looked at; those that are drawn into it are none of its notes any more."""
    import pypdfium2.raw as pdfium

    return bool(pdfium.FPDFPage_GetAnnotCount(page.raw) > MOST)


def subtype_of(page: Any, index: int) -> int:
    """Read what kind of annotation one is."""
    import pypdfium2.raw as pdfium

    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    if not annotation:
        return int(pdfium.FPDF_ANNOT_UNKNOWN)
    subtype = int(pdfium.FPDFAnnot_GetSubtype(annotation))
    pdfium.FPDFPage_CloseAnnot(annotation)
    return subtype
