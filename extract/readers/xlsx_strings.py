"""The shared strings of a workbook. Plain ones are cut out of the XML as text; only others need a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.sax.saxutils import unescape

from extract.errors import LimitExceeded
from extract.readers.ooxml_package import Package, local
from extract.readers.ooxml_pieces import Unusual, or_parsed, pieces

TEXT_LIMIT = 1_000_000_000
STRINGS = "xl/sharedStrings.xml"
PLAIN = re.compile(r'\s*<si>\s*<t(?: xml:space="preserve")?>([^<]*)</t>\s*</si>')
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
NUMBERED = re.compile(r"&#(x[0-9A-Fa-f]+|[0-9]+);")
QUOTES = {"&quot;": '"', "&apos;": "'"}


def strings(package: Package) -> Iterator[str]:
    """Yield the shared strings, readings of Japanese characters left out."""
    left = TEXT_LIMIT
    for text in or_parsed(quick_strings(package), lambda: parsed_strings(package)):
        left -= len(text)
        if left < 0:
            raise LimitExceeded(f"the workbook holds more than {TEXT_LIMIT} characters of text")
        yield text


def quick_strings(package: Package) -> Iterator[str]:
    """Yield strings cut out of the text. Raises Unusual before the first that is not plain."""
    for piece in pieces(package, STRINGS, b"<si", b"</si>", b"</sst>"):
        found = PLAIN.findall(piece)
        if len(found) != piece.count("<si") or len(PLAIN.sub("", piece).strip()):
            raise Unusual
        yield from map(unescaped, found) if "&" in piece or "_x" in piece or "\r" in piece else found


def unescaped(text: str) -> str:
    """Resolve what XML and Excel write as escapes."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unescaped_by_excel(unescape(NUMBERED.sub(character, text), QUOTES) if "&" in text else text)


def unescaped_by_excel(text: str) -> str:
    """Resolve Excel's own escapes: _x000D_."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def character(match: re.Match[str]) -> str:
    """Give the character that a number names; ``&`` keeps its name, for it is resolved last."""
    digits = match[1]
    code = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    if not 0 < code <= 0x10FFFF:
        raise Unusual
    return "&amp;" if code == ord("&") else chr(code)


def parsed_strings(package: Package) -> Iterator[str]:
    """Yield the strings by a parser."""
    for _, element in package.events(STRINGS, "end"):
        if local(element) == "si":
            yield text_of(element)
            element.clear()


def text_of(element: ElementTree.Element) -> str:
    """Join the runs of a string."""
    runs = (child for child in element if local(child) in ("t", "r"))
    texts = (t.text or "" for run in runs for t in run.iter() if local(t) == "t")
    return unescaped_by_excel("".join(texts))
