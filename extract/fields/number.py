"""Numbers as people print them: separators of a dozen countries, decided by shape or by a stated decimal mark.

``1 234,5`` and ``1.234.567,89`` have one reading; ``1,234`` alone has two and is refused unless ``decimal`` says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from extract.fields.contract import Ambiguous, FieldError

BLANKS = " \u00a0\u202f\u2007\u2009"
_MARKS = "'’`"
# A run of digits and separators: whether it is a well-formed number is for `parse` to say.
NUMERAL = (
    rf"\d(?:\d{{0,2}}(?:[{BLANKS}{_MARKS}]\d{{3}})+(?!\d)(?:[.,]\d+)?(?:[-=]\d{{2}}(?!\d))?"
    r"|\d*(?:[.,]\d+)*(?:[-=]\d{2}(?![\d-]|[.,]\d))?)"
)
_MINUS = "-−–"
_LONGEST = 40
_KEPT = 4
_FIRST_CJK = 0x2E80

_WHOLE = re.compile(NUMERAL)
_RUNNING = re.compile(NUMERAL + r"(?![\d%/]|[.,]\d)")
_GROUPING = re.compile(rf"[{BLANKS}{_MARKS}]")
_KOPECKS = re.compile(r"[-=](?=\d{2}$)")
_CODE = 3
"""So many letters has a currency's code, which may touch the number."""
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")


@lru_cache(maxsize=65536)
def parse(text: str, *, decimal: str | None = None) -> Decimal:
    """Read one printed number. ``decimal``: the decimal mark where it is known."""
    body = text.strip()
    if len(body) > _LONGEST:
        raise FieldError("longer than a number")
    if body.isascii() and body.isdigit():
        return Decimal(body)
    body, negative = _without_sign(body)
    if not _WHOLE.fullmatch(body):
        raise FieldError(f"not a number: {text!r}")
    value = Decimal(_with_point(body, decimal))
    return -value if negative else value


def _without_sign(body: str) -> tuple[str, bool]:
    if body.startswith("(") and body.endswith(")"):
        return body[1:-1].strip(), True
    if body[:1] and body[0] in _MINUS:
        return body[1:].strip(), True
    if body[-1:] and body[-1] in _MINUS:
        return body[:-1].strip(), True
    return body.removeprefix("+"), False


def _with_point(body: str, decimal: str | None) -> str:
    grouped = bool(_GROUPING.search(body))
    body = _GROUPING.sub("", body)
    kopecks = _KOPECKS.search(body)
    if kopecks:
        return body[: kopecks.start()].replace(",", "").replace(".", "") + "." + body[kopecks.end() :]
    commas, points = body.count(","), body.count(".")
    if not commas and not points:
        return body
    if commas and points:
        return _two_marks(body)
    return _one_mark(body, "," if commas else ".", decimal, grouped)


def _two_marks(body: str) -> str:
    mark = "," if body.rfind(",") > body.rfind(".") else "."
    other = "." if mark == "," else ","
    whole, _, fraction = body.rpartition(mark)
    if mark in whole:
        raise FieldError(f"separators do not fit: {body!r}")
    if not _is_grouped(whole, other) and not _INDIAN.fullmatch(body):
        raise FieldError(f"groups are not of three digits: {body!r}")
    return whole.replace(other, "") + "." + fraction


def _one_mark(body: str, mark: str, decimal: str | None, grouped: bool) -> str:
    whole, _, fraction = body.rpartition(mark)
    if mark in whole:
        if grouped or mark == decimal or not (_is_grouped(body, mark) or _INDIAN.fullmatch(body)):
            raise FieldError(f"not one number: {body!r}")
        return body.replace(mark, "")
    if grouped or decimal == mark or not _could_be_thousands(whole, fraction):
        return f"{whole}.{fraction}"
    if decimal is None:
        raise Ambiguous(f"{body!r} is {whole}{fraction} or {whole}.{fraction}")
    return whole + fraction


def _could_be_thousands(whole: str, fraction: str) -> bool:
    return len(fraction) == 3 and len(whole) <= 3 and not whole.startswith("0")


def _is_grouped(whole: str, mark: str) -> bool:
    first, *groups = whole.split(mark)
    return 1 <= len(first) <= 3 and bool(groups) and all(len(group) == 3 for group in groups)


def find(text: str, *, behind_code: bool = False) -> Iterator[re.Match[str]]:
    """Find numbers that are no part of a word, date or code. ``behind_code``: take also ``EUR500``."""
    for match in _running(text):
        start = match.start()
        apart = stands_apart(text, start, "/.,#№_") or (behind_code and _is_behind_code(text, start))
        if apart and not _goes_on(text, match):
            yield match


def _is_behind_code(text: str, start: int) -> bool:
    """Tell a number that touches a code of capitals before it."""
    code = text[max(0, start - _CODE) : start]
    return len(code) == _CODE and code.isupper() and code.isalpha()


@lru_cache(maxsize=_KEPT)
def _running(text: str) -> tuple[re.Match[str], ...]:
    """Keep the numbers of the last texts: sums and quantities are looked for in the same ones."""
    return tuple(_RUNNING.finditer(text))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Tell the end of a number in groups (“20-44-91”) from a sum with its kopecks behind a dash."""
    return text[match.start() - 1 : match.start()] == "-" and _KOPECKS.search(match.group()) is not None


def stands_apart(text: str, start: int, ties: str) -> bool:
    """Tell a number from the tail of a word or code; ``ties``: marks before it that tie it to something else."""
    before = text[start - 1] if start else " "
    return before not in ties and (not before.isalnum() or ord(before) >= _FIRST_CJK)


def decimal_mark(text: str) -> str | None:
    """Tell which decimal mark a printed number proves; None where it proves none."""
    if text.isdecimal():
        return None
    body = _GROUPING.sub("", text)
    commas, points = body.count(","), body.count(".")
    if commas and points:
        return "," if body.rfind(",") > body.rfind(".") else "."
    if commas > 1 or points > 1:
        return "." if commas else ","
    mark = "," if commas else "." if points else None
    if mark is None:
        return None
    whole, _, fraction = body.rpartition(mark)
    spaced = len(body) != len(text)
    return mark if spaced or not _could_be_thousands(whole, fraction) else None


def lone_mark(text: str) -> str | None:
    """Give the only mark of a number with two readings, such as ``10,100``; blank for one below 1,000 without a mark.

    None for every other number.
    """
    if text.isdecimal():
        return "" if len(text) <= len("999") else None
    whole, mark, fraction = text.partition("," if "," in text else ".")
    plain = whole.isdecimal() and fraction.isdecimal()
    return mark if plain and _could_be_thousands(whole, fraction) else None
