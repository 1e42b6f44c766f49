"""Workbooks whose bytes depend on their content alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

STAMP = (2024, 1, 1, 0, 0, 0)
Rows = Iterable[Sequence[object]]


def workbook(sheets: Mapping[str, Rows], merged: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """Write sheets of rows; ``merged`` lists the merged ranges of a sheet."""
    book = Workbook()
    del book[book.sheetnames[0]]
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for cells in (merged or {}).get(title, ()):
            sheet.merge_cells(cells)
    book.properties.creator = "unlade corpus_samples"
    book.properties.created = datetime(*STAMP)
    saved = BytesIO()
    book.save(saved)
    return settle(saved.getvalue())


def settle(data: bytes) -> bytes:
    """Pack a workbook again with fixed times: openpyxl stamps the present."""
    settled = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(settled, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2024-01-01T00:00:00Z", old.read(name))
            new.writestr(ZipInfo(name, STAMP), content, ZIP_DEFLATED)
    return settled.getvalue()
