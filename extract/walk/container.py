"""Containers: a zip may be a workbook, a document or an archive; so may an OLE file."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

# A member that only this kind of package has.
MEMBERS = (
    ("xl/workbook.bin", "xlsb"),
    ("xl/workbook.xml", "xlsx"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "slides"),
)
FOLDERS = ((b"xl/", "xlsx"), (b"word/", "docx"), (b"ppt/", "slides"))
CONTENT_TYPES = (
    (b"sheet.binary.macroEnabled.main", "xlsb"),
    (b"spreadsheetml.sheet.main", "xlsx"),
    (b"sheet.macroEnabled.main", "xlsx"),
    (b"spreadsheetml.template.main", "xlsx"),
    (b"wordprocessingml.document.main", "docx"),
    (b"wordprocessingml.template.main", "docx"),
    (b"document.macroEnabled.main", "docx"),
    (b"presentationml", "slides"),
)
MIME_TYPES = (
    (b"opendocument.spreadsheet", "ods"),
    (b"opendocument.text", "odt"),
    (b"opendocument.presentation", "slides"),
    (b"epub+zip", "epub"),
)
STREAMS = (
    ("EncryptedPackage", "xlsx"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "slides"),
    ("__properties_version1.0", "mail"),
)
PEEK = 1 << 20


def zip_kind(path: Path) -> str:
    """Look into a zip: an Office package says what it is, anything else is an archive."""
    try:
        with zipfile.ZipFile(path) as package:
            return package_kind(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError):
        return damaged_zip_kind(path)


def package_kind(package: zipfile.ZipFile) -> str:
    """Name an open package by its mimetype, its content types or a telling member."""
    names = {name.replace("\\", "/").lstrip("/").lower() for name in package.namelist()}
    if "mimetype" in names:
        return first_hit(MIME_TYPES, read_some(package, "mimetype")) or "archive"
    declared = read_some(package, "[Content_Types].xml") if "[content_types].xml" in names else b""
    return first_hit(CONTENT_TYPES, declared) or next((kind for name, kind in MEMBERS if name in names), "archive")


def damaged_zip_kind(path: Path) -> str:
    """Name a zip whose directory is lost by the member names still standing in it."""
    with path.open("rb") as file:
        head = file.read(PEEK)
    named = next((kind for name, kind in MEMBERS if name.encode() in head), None)
    return named or first_hit(FOLDERS, head) or "archive"


def read_some(package: zipfile.ZipFile, wanted: str) -> bytes:
    """Read the begin of a member, whatever the case of its name."""
    name = next(n for n in package.namelist() if n.replace("\\", "/").lstrip("/").lower() == wanted.lower())
    with package.open(name) as member:
        return member.read(PEEK)


def first_hit(table: tuple[tuple[bytes, str], ...], data: bytes) -> str | None:
    """Give the kind of the first pattern that occurs."""
    return next((kind for pattern, kind in table if pattern in data), None)


def ole_kind(path: Path) -> str:
    """Name an OLE file by the names of its streams, which stand in it as UTF-16."""
    with path.open("rb") as file:
        data = file.read(PEEK)
        file.seek(max(file.tell(), path.stat().st_size - PEEK))
        data += file.read(PEEK)
    for name, kind in STREAMS:
        if re.search(re.escape(name.encode("utf-16-le")) + b"\x00\x00", data):
            return kind
    return "ole"
