"""What a spreadsheet's number format says of the number under it: a date, a length of time, a share, a code.

The formats of XLSX, XLSB and XLS are one language; those numbered below 164 are built in.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from extract.readers.format_tokens import sections_of


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
_CODES = {12: "# ?/?", 13: "# ??/??"}
"""Built-in formats that print a number in a way of their own, the same in every language."""
_LOCAL_DATE = re.compile(r"[дмгчсtja.,/: -]*[дгtj][дмгчсtjma.,/: -]*", re.I)
"""Letters that a program wrote in its own language though the file format asks for English ones."""
_THOUSANDS = re.compile(r"0+(?: 000)+")
_BETWEEN_DIGITS = frozenset(" .-/\u00a0")


def sense_of(number: int, code: str | None) -> Sense:
    """Tell what a format means: by its letters, or by its number where it is built in."""
    return _BUILT_IN.get(number, Sense.NUMBER) if code is None else sense_of_code(code)


def code_of(number: int, code: str | None) -> str:
    """Give the code of a format; empty for one that is built in and prints its number plainly."""
    return code if code is not None else _CODES.get(number, "")


@cache
def sense_of_code(code: str) -> Sense:
    """Tell what the first section of a format code means: that of positive numbers."""
    section = sections_of(code)[0]
    kinds = section.kinds()
    letters = {token.text[0].lower() for token in section.tokens if token.kind == "date"}
    if "elapsed" in kinds:
        return Sense.ELAPSED
    if letters & set("yd") or letters == {"m"} or _LOCAL_DATE.fullmatch("".join(t.text for t in section.tokens)):
        return Sense.DATE
    if letters or "noon" in kinds:
        return Sense.CLOCK
    if "percent" in kinds:
        return Sense.SHARE
    return Sense.CODE if code_mask(code) else Sense.NUMBER


@cache
def code_mask(code: str) -> str:
    """Give the picture of a code, its digits as zeros (``0000 00 000 0``); empty for a format of quantities.

    Such a format is given to article numbers and tariff codes, whose leading zeros a number does not keep.
    """
    section = sections_of(code)[0]
    mask = "".join(token.text for token in section.tokens)
    digits = "".join(token.text for token in section.tokens if token.kind == "digit")
    others = {letter for token in section.tokens if token.kind != "digit" for letter in token.text}
    are_codes = section.kinds() <= {"digit", "literal", "slash"} and not section.condition and others <= _BETWEEN_DIGITS
    return mask if are_codes and len(digits) > 1 and set(digits) == {"0"} and not _THOUSANDS.fullmatch(mask) else ""


def masked(number: int, mask: str) -> str:
    """Print a whole number into the picture of a code; digits beyond it come first."""
    digits = list(str(number).zfill(mask.count("0")))
    printed = [digits.pop() if sign == "0" else sign for sign in reversed(mask)]
    return "".join(digits) + "".join(reversed(printed))
