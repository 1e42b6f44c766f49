"""What a PDF carries beside its pages: files attached to it, and scripts, which are counted and never run."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from extract.model import Issue, Place
from extract.readers.contract import Member

MOST_FILES = 1_000
MOST_BYTES = 256 * 1024**2
NAMED = 10


def issues(document: Any, place: Place) -> Iterator[Issue]:
    """Say what is inside; a run takes the files for sources of their own (``unlade.inside``)."""
    files = [f"{file.name} ({file.size} bytes)" for file in attachments(document)]
    if files:
        more = f" and {len(files) - NAMED} more" if len(files) > NAMED else ""
        yield Issue(place, "attachment", f"holds attached files: {', '.join(files[:NAMED])}{more}")
    scripts = script_count(document)
    if scripts:
        yield Issue(place, "script", f"holds scripts ({scripts}); none was run")


def attachments(document: Any) -> Iterator[Member]:
    """Yield the attached files, so many and so large together as is sound."""
    import pypdfium2.raw as pdfium

    left = MOST_BYTES
    for index in range(min(MOST_FILES, max(0, pdfium.FPDFDoc_GetAttachmentCount(document.raw)))):
        handle = pdfium.FPDFDoc_GetAttachment(document.raw, index)
        if not handle:
            continue
        size = ctypes.c_ulong()
        pdfium.FPDFAttachment_GetFile(handle, None, 0, ctypes.byref(size))
        data = content_of(handle, size.value) if size.value <= left else None
        left -= len(data or b"")
        yield Member(name_of(handle) or f"attachment {index + 1}", size.value, data)


def name_of(handle: Any) -> str:
    """Read the name of an attached file."""
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFAttachment_GetName(handle, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAttachment_GetName(handle, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").split("\0")[0]


def content_of(handle: Any, size: int) -> bytes:
    """Read the bytes of an attached file."""
    import pypdfium2.raw as pdfium

    buffer, written = ctypes.create_string_buffer(size), ctypes.c_ulong()
    pdfium.FPDFAttachment_GetFile(handle, buffer, size, ctypes.byref(written))
    return buffer.raw[: written.value]


def script_count(document: Any) -> int:
    """Count the scripts that a viewer would run."""
    import pypdfium2.raw as pdfium

    return max(0, int(pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw)))
