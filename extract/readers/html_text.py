"""The running text of an HTML tree: blocks become lines, cells of a row stand apart by a gap."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
CELLS = frozenset(("td", "th"))
GAP = "   "


def lines_of(root: Any) -> Iterator[str]:
    """Yield the lines that have words."""
    for line in "".join(pieces(root)).split("\n"):
        cells = [re.sub(r"\s+", " ", cell).strip() for cell in line.split("\t")]
        text = GAP.join(cell for cell in cells if cell)
        if text:
            yield text


def pieces(root: Any) -> Iterator[str]:
    """Yield text with line ends at blocks and tabs at cells. By events, since nesting may be deeper than the stack."""
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end")):
        edge = "\n" if element.tag in BLOCKS else "\t" if element.tag in CELLS else ""
        yield edge
        text = element.text if event == "start" else element.tail
        if text:
            yield re.sub(r"\s+", " ", text)


def bare_lines(data: bytes, encoding: str) -> Iterator[str]:
    """Yield the text between the tags, for pages that no parser comes to the end of."""
    text = html.unescape(re.sub(r"<[^<>]*>", "\n", data.decode(encoding, errors="replace")))
    return (line.strip() for line in text.split("\n") if line.strip())
