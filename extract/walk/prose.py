"""Kinds of files made of text: mail, HTML, XML, JSON, delimited tables, plain text."""

from __future__ import annotations

import re

from extract.text import ALONE, detect_dialect, detect_encoding, is_table, single_column

HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|meta)\b", re.I)
XML = re.compile(r"\s*(?:<\?xml\b|<!|<[^\W\d][\w.:-]*(?:\s[^<>]*)?/?>)")
# An XML spreadsheet carries HTML names inside its comments; its own root decides.
XML_ROWS = re.compile(r"urn:schemas-microsoft-com:office:spreadsheet|<\?mso-application|office:document")
MAIL = re.compile(r"(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
MAIL_FIELDS = re.compile(
    r"^(?:From|Received|MIME-Version|Message-ID|Delivered-To|Return-Path|Date|Subject|To):", re.M | re.I
)
# A page saved with all it shows, or a workbook saved as one: a mail by its form, but nobody sent it.
ARCHIVE = re.compile(
    r"\A(?!(?:.*\n)*?Received:)(?=(?:.*\n)*?Content-Type:\s*multipart/related)"
    r"(?=(?:.*\n)*?(?:X-Document-Type|Snapshot-Content-Location|Content-Location):)",
    re.I,
)
# NUL is left to the readers: blocks of it stand in tables that were cut from a disk image. \x01, \x02 and \x14 part
# the cells of exports.
CONTROL = re.compile(r"[\x03-\x08\x0e-\x13\x15-\x1a\x1c-\x1d\ufffd]")
# Of a longer text only the head may be at hand, so that its end says nothing.
LONG = 16_384
TABLE_SUFFIXES = frozenset((".csv", ".tsv", ".tab"))


def text_kind(head: bytes, suffix: str) -> str | None:
    """Name the kind of text; None if the bytes are no text at all."""
    text = head.decode(detect_encoding(head).name, errors="replace").lstrip("\ufeff").replace("\0", "")
    if not text or len(CONTROL.findall(text)) > 2 + 0.02 * len(text):
        return None
    return markup_kind(text) or ("csv" if is_delimited(text, suffix) else "txt")


def markup_kind(text: str) -> str | None:
    """Recognise text with a structure of its own."""
    start = text[:4096].lstrip()
    if XML.match(start) and is_markup(text):
        return "html" if HTML.search(start) and not XML_ROWS.search(start) else "xml"
    if start[:1] in "{[" and re.match(r'[\[{]\s*(?:[\[{"\]}]|-?\d)', start):
        return "json"
    if ARCHIVE.search(start):
        return "html"
    if MAIL.match(start) and len({m.lower() for m in MAIL_FIELDS.findall(start)}) >= 3:
        return "mail"
    return None


def is_markup(text: str) -> bool:
    """Tell markup from a text whose first cell or word happens to be a tag: markup ends as it begins."""
    return text.lstrip().startswith(("<?xml", "<!")) or text.rstrip().endswith(">") or len(text) > LONG


def is_delimited(text: str, suffix: str) -> bool:
    """Tell a delimited table from prose; a telling file name lowers the bar, it decides nothing alone."""
    whole = text[: text.rfind("\n") + 1] or text
    named = suffix.lower() in TABLE_SUFFIXES
    return is_table(detect_dialect(whole), ALONE if named else 0.4) or (named and single_column(whole) is not None)
