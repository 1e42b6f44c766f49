"""Amounts of money: a number with its currency and scale, in a cell or in running text.

A decimal mark that the number itself does not prove is taken from the caller, from the language of the currency's
word, or (in running text) from the other numbers of the same text; where none of them speaks, the amount is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from extract.fields import number
from extract.fields.contract import Decision, FieldError, Hit
from extract.fields.currency import LEADING_PATTERN as LEADING_CURRENCY
from extract.fields.currency import PATTERN as CURRENCY
from extract.fields.currency import Spelling, spelling
from extract.fields.glyphs import lower
from extract.fields.label import Label, Labels
from extract.fields.scale import PATTERN as SCALE
from extract.fields.scale import factor
from extract.fields.trie import starts_word
from extract.fields.unit import PATTERN as UNIT

_B = rf"[{number.BLANKS}]{{0,3}}"
_CENTS = rf"(?:{_B}(?P<cents>\d{{2}}){_B}(?i:копеек|копейки|копейка|коп\.?|тиын|cents|центов)(?![^\W\d_]))?"
_CELL = re.compile(
    rf"(?P<open>\()?{_B}(?P<sign>[-−–+])?{_B}(?P<before>{CURRENCY})?{_B}:?{_B}(?P<inner>[-−–])?{_B}"
    rf"(?P<number>{number.NUMERAL})(?P<trail>-(?!\d))?{_B}(?P<scale>{SCALE})?{_B}(?P<after>{CURRENCY})?{_CENTS}{_B}(?P<close>\))?"
)
_NUMERAL = re.compile(rf"(?:(?<![\w.,/№#])|(?<=[A-Z]{{3}}))(?:{number.NUMERAL})(?![\d%/])")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money. ``currency`` None: the text names none. ``evidence``: what was decided in reading it."""

    value: Decimal
    currency: str | None
    text: str
    evidence: str = ""


@lru_cache(maxsize=65536)
def parse(text: str, *, decimal: str | None = None) -> Amount:
    """Read a cell that holds one amount and nothing else."""
    body = text.strip()
    if not body or len(body) > _LONGEST:
        raise FieldError("empty" if not body else "longer than an amount")
    match = _CELL.fullmatch(body)
    if match is None or bool(match["open"]) != bool(match["close"]):
        raise FieldError(f"not an amount: {text!r}")
    return _read(match, text, decimal)


def _read(match: re.Match[str], text: str, decimal: str | None) -> Amount:
    money = _currency(match["before"], match["after"])
    scale = match["scale"]
    if scale and len(scale) == 1 and scale in "kKmM" and money is None:
        raise FieldError(f"{scale!r} may be a unit: no currency stands with it")
    hinted = decimal or (money.decimal if money else None)
    value = number.parse(match["number"], decimal=hinted)
    if match["cents"]:
        value += Decimal(match["cents"]) / 100
    if scale:
        value *= factor(scale)
    negative = _is_negative(match, money)
    return Amount(-value if negative else value, money.code if money else None, text, _evidence(money, hinted, decimal))


def _currency(before: str | None, after: str | None) -> Spelling | None:
    found = [spelling(word) for word in (before, after) if word]
    if not found:
        return None
    if len({money.code for money in found}) == 1:
        return found[0]
    certain = [money for money in found if money.shared is None]
    if len(certain) != 1:
        raise FieldError(f"two currencies: {before} and {after}")
    return certain[0]


def _is_negative(match: re.Match[str], money: Spelling | None) -> bool:
    """Tell a minus. Parentheses are one only in accounting columns, where no currency stands within them."""
    accounting = bool(match["open"]) and money is None
    return accounting or any((match["sign"] or "") in "-−–" and match[part] for part in ("sign", "inner", "trail"))


def _evidence(money: Spelling | None, hinted: str | None, decimal: str | None) -> str:
    reasons = []
    if money and money.shared:
        reasons.append(f"the sign is shared by {money.shared}; read as {money.code}")
    if hinted and not decimal:
        reasons.append(f"decimal mark {hinted!r} by the language of the currency")
    return "; ".join(reasons)


_BEFORE = re.compile(rf"(?P<before>{LEADING_CURRENCY}){_B}:?{_B}(?:[-−–]{_B})?$")
_AFTER = re.compile(rf"(?P<scale>{_B}{SCALE})?(?P<after>{_B}{CURRENCY})?{_CENTS}")
_MEASURE = re.compile(rf"\s?(?:%|‰|{UNIT})")
_PRICE = re.compile(r"(?:.*\D)?\d+(?:[.,]\d{2}(?:\d{2})?|[-=]\d{2})", re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABELS = Labels("amount_labels")
_WINDOW = 16
_HEADING_REACH = 40


def find(text: str, *, decimal: str | None = None) -> Iterator[Hit]:
    """Find money: a number with its currency, or one printed like a price after a label or under a heading."""
    decimal = decimal or decimal_separator([text]).value
    lowered = lower(text)
    offset, heading = 0, 0
    for line in text.splitlines(keepends=True):
        labels = _LABELS.find(lowered[offset : offset + len(line)])
        numerals = list(_NUMERAL.finditer(line))
        heading = _HEADING_REACH if labels and not numerals else heading - 1
        for hit in _find_in_line(line, numerals, labels, heading > 0, decimal):
            yield replace(hit, start=hit.start + offset, end=hit.end + offset)
        offset += len(line)


def _find_in_line(
    line: str, numerals: list[re.Match[str]], labels: list[Label], under_heading: bool, decimal: str | None
) -> Iterator[Hit]:
    taken = 0
    for match in numerals:
        label = next((label for label in reversed(labels) if label.end <= match.start()), None)
        hit = _with_currency(line, match, taken, decimal) or _as_price(line, match, label, under_heading, decimal)
        if hit:
            taken = hit.end
            yield replace(hit, role=label.role) if label else hit


def _with_currency(line: str, match: re.Match[str], taken: int, decimal: str | None) -> Hit | None:
    window = max(taken, match.start() - _WINDOW)
    before = _BEFORE.search(line, window, match.start())
    after = _AFTER.match(line, match.end())
    currency = after["after"] if after else None
    if before and not starts_word(line, before.start()):
        before = None
    if (not before and not currency) or (_YEAR.fullmatch(match.group()) and (currency or "").strip(". ") == "р"):
        return None
    start = before.start() if before else _signed(line, match.start())
    return _read_hit(line, start, after.end() if after else match.end(), decimal, "currency beside it")


def _as_price(
    line: str, match: re.Match[str], label: Label | None, under_heading: bool, decimal: str | None
) -> Hit | None:
    if not _PRICE.fullmatch(match.group()) or _MEASURE.match(line, match.end()):
        return None
    if label:
        return _read_hit(line, _signed(line, match.start()), match.end(), decimal, f"after a label of {label.role}")
    if under_heading:
        return _read_hit(line, _signed(line, match.start()), match.end(), decimal, "under a heading of amounts")
    return None


def _signed(line: str, start: int) -> int:
    """Take a minus that stands before a number, not between two things."""
    alone = start >= 1 and line[start - 1] in "-−–" and (start == 1 or line[start - 2] in " \t(:;|")
    return start - 1 if alone else start


def _read_hit(line: str, start: int, end: int, decimal: str | None, reason: str) -> Hit | None:
    printed = line[start:end]
    try:
        amount = parse(printed, decimal=decimal)
    except FieldError:
        return None
    evidence = f"{reason}; {amount.evidence}" if amount.evidence else reason
    return Hit(start, end, printed, format(amount.value, "f"), currency=amount.currency, evidence=evidence)


def decimal_separator(samples: Iterable[str]) -> Decision:
    """Decide the decimal mark of a column from the cells that prove one."""
    proofs = {".": 0, ",": 0}
    for sample in samples:
        for match in _NUMERAL.finditer(sample):
            mark = number.decimal_mark(match.group())
            if mark:
                proofs[mark] += 1
    points, commas = proofs["."], proofs[","]
    if points == commas or min(points, commas) * 10 > max(points, commas):
        return Decision(None, f"{points} numbers with a decimal point, {commas} with a decimal comma")
    mark = "." if points > commas else ","
    return Decision(mark, f"{max(points, commas)} of {points + commas} telling numbers have the decimal mark {mark!r}")
