"""Owners and their shares, as registers print them: ``Иванов Иван Иванович (50 %); ТОО «Заря» – 1/2``.

A share is a percentage, a fraction of the whole, or none where the register names no share; a contribution in money
is no share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extract.fields import number, person
from extract.fields.contract import FieldError, Placeholder
from extract.fields.placeholder import is_placeholder

_PERCENT = re.compile(r"(?P<number>\d{1,3}(?:[.,]\d{1,6})?)\s?(?:%|процент\w*|percent|пайыз\w*|відсотк\w*)")
_FRACTION = re.compile(r"(?<![\d/])(?P<part>\d{1,3})\s?/\s?(?P<whole>\d{1,4})(?![\d/])")
_AMID = re.compile(
    r"[\s,:(–—-]*(?:доля|доли|долей|часть|share|stake|үлесі|частка|размер\w*|в|участия|уставн\w*|капитал\w*|ук)?"
    r"(?:\s(?:доля|доли|в|участия|уставн\w*|капитал\w*|размере|ук|of|interest))*[\s:)–—-]*$",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[,(–—-]?\s*(?<!\w)\d[\d\s.,]*\s?(?:руб\w*\.?|тенге|тг\.?|₸|₽|грн\.?|USD|KZT|RUB|EUR|UAH)(?!\w)\)?", re.IGNORECASE
)
_BETWEEN = re.compile(r"[;\n]|(?<=[%)\d])\s*,\s*(?=[^\W\d_«\"])|(?<=[^\W_]\s\d\d[%])\s+(?=[^\W\d_a-zа-я])")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s*")
_JUNK = " ,;:–—-()"
_WHOLE = Decimal(100)
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Holder:
    """One owner. ``share``: per cent of the whole, None where none is named; ``is_person``: the name is a person's."""

    name: str
    share: Decimal | None
    is_person: bool
    text: str


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Holder, ...]:
    """Read a cell that names the owners of a firm, each with the share that stands with him."""
    if len(text) > _LONGEST:
        raise FieldError("longer than a list of owners")
    if is_placeholder(text):
        raise Placeholder(f"names nobody: {text!r}")
    found = tuple(filter(None, map(_holder, _BETWEEN.split(text))))
    if not found:
        raise FieldError(f"names no owner: {text!r}")
    return found


def _holder(piece: str) -> Holder | None:
    body = _MONEY.sub(" ", _NUMBERED.sub("", " ".join(piece.split())))
    share, name = _share(body)
    name = name.strip(_JUNK)
    if sum(letter.isalpha() for letter in name) < 2:
        return None
    return Holder(name, share, person.is_person(name), piece.strip())


def _share(body: str) -> tuple[Decimal | None, str]:
    """Give the share and the name that is left without it."""
    for pattern in (_PERCENT, _FRACTION):
        match = pattern.search(body)
        share = _per_cent(match) if match else None
        if match and share is not None:
            before = _AMID.sub("", body[: match.start()])
            return share, before if before.strip(_JUNK) else body[match.end() :]
    return None, body


def _per_cent(match: re.Match[str]) -> Decimal | None:
    if "number" in match.groupdict():
        share = number.parse(match["number"], decimal="," if "," in match["number"] else ".")
    else:
        part, whole = int(match["part"]), int(match["whole"])
        share = (_WHOLE * part / whole).quantize(Decimal("0.0001")) if whole else Decimal(-1)
    whole_number = share.to_integral_value()
    return (whole_number if share == whole_number else share) if 0 <= share <= _WHOLE else None
