"""What a spreadsheet's number format says of the number under it: a date, a length of time, a share, a code.

The formats of XLSX, XLSB and XLS are one language; those numbered below 164 are built in.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache


class Sense(StrEnum):
    """What a number stands for."""

    NUMBER = "number"
    DATE = "date"
    CLOCK = "clock"
    ELAPSED = "elapsed"
    SHARE = "share"
    CODE = "code"


_CLOCKS = frozenset((*range(18, 22), 45, 47))
_DATES = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_SHARES = frozenset((9, 10))
_ELAPSED = 46
_BUILT_IN = {
    **dict.fromkeys(_CLOCKS, Sense.CLOCK),
    **dict.fromkeys(_DATES, Sense.DATE),
    **dict.fromkeys(_SHARES, Sense.SHARE),
    _ELAPSED: Sense.ELAPSED,
}
_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<gap>[_*].)|\[(?P<bracket>[^\]]*)\]?|(?P<bare>.)', re.S)
_SPAN = re.compile(r"h+|m+|s+", re.I)
_EXPONENT = re.compile(r"e[+-]", re.I)
_NOT_LETTERS = re.compile(r"am/pm|a/p|general|standard|основной", re.I)
_LOCAL_DATE = re.compile(r"[дмгчсtja.,/: -]*[дгtj][дмгчсtjma.,/: -]*", re.I)
"""Letters that a program wrote in its own language though the file format asks for English ones."""
_CODE = re.compile(r"0[0 -]*0")
_THOUSANDS = re.compile(r"0+(?: 000)+")


def sense_of(number: int, code: str | None) -> Sense:
    """Tell what a format means: by its letters, or by its number where it is built in."""
    return _BUILT_IN.get(number, Sense.NUMBER) if code is None else sense_of_code(code)


@cache
def sense_of_code(code: str) -> Sense:
    """Tell what the first section of a format code means: that of positive numbers."""
    tokens = _first_section(code)
    if any(_SPAN.fullmatch(inside or "") for kind, inside in tokens if kind == "bracket"):
        return Sense.ELAPSED
    bare = _NOT_LETTERS.sub("", "".join(text for kind, text in tokens if kind == "bare"))
    letters = set(_EXPONENT.sub("", bare).lower())
    if letters & set("ydeg") or (letters & set("m") and not letters & set("hs")) or _LOCAL_DATE.fullmatch(bare):
        return Sense.DATE
    if letters & set("hs"):
        return Sense.CLOCK
    if "%" in letters:
        return Sense.SHARE
    return Sense.CODE if code_mask(code) else Sense.NUMBER


@cache
def code_mask(code: str) -> str:
    """Give the picture of a code, its digits as zeros (``0000 00 000 0``); empty for a format of quantities.

    Such a format is given to article numbers and tariff codes, whose leading zeros a number does not keep.
    """
    tokens = _first_section(code)
    mask = "".join(text for kind, text in tokens if kind in ("bare", "escaped", "quoted"))
    bare = "".join(text for kind, text in tokens if kind == "bare")
    if not _CODE.fullmatch(bare) or _THOUSANDS.fullmatch(mask) or any(c.isdigit() and c != "0" for c in mask):
        return ""
    return mask if all(kind != "quoted" or "0" not in text for kind, text in tokens) else ""


def masked(number: int, mask: str) -> str:
    """Print a whole number into the picture of a code; digits beyond it come first."""
    digits = list(str(number).zfill(mask.count("0")))
    printed = [digits.pop() if sign == "0" else sign for sign in reversed(mask)]
    return "".join(digits) + "".join(reversed(printed))


def _first_section(code: str) -> list[tuple[str, str]]:
    """Cut the first section of a code into (kind, text)."""
    tokens = []
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or "bare"
        if kind == "bare" and match[kind] == ";":
            break
        tokens.append((kind, match[kind] or ""))
    return tokens
