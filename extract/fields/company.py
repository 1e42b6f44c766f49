"""Company names: in a cell with number and address beside them, and (see company_mention) in running text.

A name is given as printed, with its legal form; only blanks are evened out and quotes around the whole taken off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extract.fields import address, identifier
from extract.fields.company_mention import find, trimmed
from extract.fields.contract import FieldError, Hit, Placeholder
from extract.fields.identifier import Identifier
from extract.fields.placeholder import is_placeholder

__all__ = ["Party", "find", "parse"]

_LONGEST = 1000
_JUNK = " ,;\n\t"
_LEADING_NUMBERS = re.compile(
    r"(?P<first>\d{8,15})(?:\s*[/\\,; ]\s*(?P<second>\d{9}))?(?=[\s,;/:\"«]|$)[\s,;/:\-]*", re.ASCII
)
# What a number in front of a name can be, by its length; its check must say so.
_BARE_SCHEMES = {
    8: ("edrpou", "okpo"),
    9: ("unp",),
    10: ("inn",),
    12: ("bin", "iin", "inn"),
    13: ("ogrn",),
    15: ("ogrnip",),
}


@dataclass(frozen=True, slots=True)
class Party:
    """A company as a cell names it. ``address`` is what follows the name, "" where nothing does."""

    name: str
    identifiers: tuple[Identifier, ...]
    address: str
    text: str


@lru_cache(maxsize=65536)
def parse(text: str) -> Party:
    """Take a cell that names a company apart: identifiers, name, address. Refuses placeholders."""
    if len(text) > _LONGEST:
        raise FieldError("longer than a name with its address")
    if is_placeholder(text):
        raise Placeholder(f"stands for no name of its own: {text!r}")
    body, identifiers = _take_identifiers(text)
    name, place = _split_address(body)
    name = trimmed(name)
    if not any(letter.isalpha() for letter in name):
        raise FieldError(f"no name in {text!r}")
    if is_placeholder(name):
        raise Placeholder(f"stands for no name of its own: {text!r}")
    return Party(name, tuple(dict.fromkeys(identifiers)), place, text)


def _take_identifiers(text: str) -> tuple[str, list[Identifier]]:
    """Take the numbers with their labels out, and those in front of the name."""
    if not any(letter.isdigit() for letter in text):
        return text.strip(_JUNK), []
    hits = [hit for hit in identifier.find(text) if hit.evidence.startswith("after")]
    found = [Identifier(hit.scheme or "", hit.value, hit.valid) for hit in hits]
    body = _without(text, hits).strip(_JUNK)
    leading = _LEADING_NUMBERS.match(body)
    if leading is None:
        return body, found
    return body[leading.end() :], [*found, *_bare_numbers(leading["first"], leading["second"])]


def _without(text: str, hits: Iterable[Hit]) -> str:
    """Cut the numbers and their labels out; a comma stands where they stood."""
    pieces, kept = [], 0
    for hit in hits:
        label = text.rfind(hit.evidence.removeprefix("after "), kept, hit.start)
        if label >= 0:
            pieces.append(text[kept:label].strip(_JUNK + "("))
        kept = hit.end
    return " , ".join(piece for piece in [*pieces, text[kept:].strip(_JUNK + ")")] if piece)


def _bare_numbers(number: str, branch: str | None) -> list[Identifier]:
    read = (identifier.parse(number, scheme) for scheme in _BARE_SCHEMES.get(len(number), ()))
    first = [found for found in read if found.valid][:1]
    return [*first, *([Identifier("kpp", branch, None)] if branch else [])]


def _split_address(body: str) -> tuple[str, str]:
    lines = [line.strip() for line in body.splitlines() if line.strip(_JUNK)]
    first = lines[0] if lines else ""
    whole = next(find(first), None)
    name, rest = address.split(first, whole.end if whole and whole.start == 0 else None)
    return name, " ".join(" ".join([rest, *lines[1:]]).split()).strip(_JUNK)
