"""PDFs object by object, for what no program would write."""

from collections.abc import Mapping
from pathlib import Path

CATALOG, PAGES, FONT, FREE = 1, 2, 3, 4
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def raw_pdf(path: Path, objects: Mapping[int, bytes]) -> Path:
    """Write objects with a table of where they are; the first is the catalogue."""
    data, at = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        at[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start, size = len(data), max(objects) + 1
    rows = [b"%010d 00000 n \n" % at[n] if n in at else b"0000000000 65535 f \n" for n in range(size)]
    data += b"xref\n0 %d\n%b" % (size, b"".join(rows))
    data += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    path.write_bytes(data)
    return path


def stream(data: bytes, head: bytes = b"") -> bytes:
    """Write a stream."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), head, data)


def says(text: str, x: float = 50, y: float = 700) -> bytes:
    """Write the operators that show a line."""
    return b"BT /F 12 Tf %f %f Td (%b) Tj ET\n" % (x, y, text.encode())


def page(contents: int, extra: bytes = b"") -> bytes:
    """Write a page."""
    resources = b"/Resources<</Font<</F 3 0 R>>>>"
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R%b%b>>" % (contents, resources, extra)


def document(kids: bytes, count: int, objects: Mapping[int, bytes], catalog: bytes = b"") -> dict[int, bytes]:
    """Put page objects under a catalogue and a root of pages."""
    return {
        CATALOG: b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        PAGES: b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count),
        FONT: HELVETICA,
        **objects,
    }


def one_page(content: bytes, catalog: bytes = b"", extra: bytes = b"") -> dict[int, bytes]:
    """Write a document of one page."""
    return document(b"4 0 R", 1, {4: page(5, extra), 5: stream(content)}, catalog)
