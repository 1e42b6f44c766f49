"""Numbers as a number format prints them: digits, groups, shares, powers of ten, fractions."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from extract.readers.format_tokens import Section, Token

PADS = {"0": "0", "?": " ", "#": ""}
GROUP = 3
_HOLDS = {
    "<": float.__lt__,
    "<=": float.__le__,
    ">": float.__gt__,
    ">=": float.__ge__,
    "=": float.__eq__,
    "<>": float.__ne__,
}


def chosen(sections: Sequence[Section], amount: float) -> tuple[Section, bool]:
    """Choose the section for a number; tell whether it leaves the sign to the number."""
    if any(section.condition for section in sections[:2]):
        section = _by_condition(sections, amount)
        return section, amount < 0 and not _takes_only_negatives(section)
    if len(sections) > 2 and amount == 0:
        return sections[2], False
    if len(sections) > 1 and amount < 0:
        return sections[1], False
    return sections[0], amount < 0


def _by_condition(sections: Sequence[Section], amount: float) -> Section:
    for section in sections:
        if section.condition is None or _HOLDS[section.condition[0]](amount, section.condition[1]):
            return section
    return sections[-1]


def _takes_only_negatives(section: Section) -> bool:
    operator, bound = section.condition or ("", 0.0)
    return (bound < 0 and operator in ("<", "<=", "=")) or (bound == 0 and operator == "<")


def print_number(section: Section, signed: bool, amount: float) -> str:
    """Print a number by a section, with its sign or without."""
    kinds = section.kinds()
    size = Decimal(f"{abs(amount):.15g}")
    print_size = _fraction if "slash" in kinds and "digit" in kinds else _power if "exponent" in kinds else _decimal
    printed = print_size(section.tokens, size)
    return f"-{printed}" if signed and re.search("[1-9]", printed) else printed


def _decimal(tokens: Sequence[Token], size: Decimal) -> str:
    """Lay a number over the places for its digits."""
    size *= 100 ** sum(token.kind == "percent" for token in tokens)
    point = next((at for at, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    places = [at for at, token in enumerate(tokens) if token.kind == "digit"]
    left, right = [at for at in places if at < point], [at for at in places if at > point]
    commas = [at for at, token in enumerate(tokens) if token.kind == "comma"]
    size /= 1000 ** sum(at > left[-1] for at in commas) if left else 1
    whole, _, rest = f"{size.quantize(Decimal(1).scaleb(-len(right)), ROUND_HALF_UP):f}".partition(".")
    printed = {at: f"{size:f}" if token.kind == "general" else _text(token) for at, token in enumerate(tokens)}
    printed.update(_whole_digits(tokens, left, whole, any(left[0] < at < left[-1] for at in commas)) if left else {})
    printed.update(_decimals(tokens, right, rest))
    return "".join(printed.values())


def _text(token: Token) -> str:
    return token.text if token.kind in ("literal", "point", "percent", "date", "slash") else ""


def _whole_digits(tokens: Sequence[Token], places: Sequence[int], whole: str, grouped: bool) -> dict[int, str]:
    """Lay the digits before the point from right to left; those without a place come first."""
    digits = list(whole if whole != "0" else "")
    printed: dict[int, str] = {}
    for count, at in enumerate(reversed(places)):
        digit = digits.pop() if digits else PADS[tokens[at].text]
        comma = "," if grouped and digit.isdigit() and count and count % GROUP == 0 else ""
        printed[at] = digit + comma if comma else digit
    first = places[0]
    for count, digit in enumerate(reversed(digits), start=len(places)):
        comma = "," if grouped and count % GROUP == 0 else ""
        printed[first] = digit + comma + printed[first]
    return printed


def _decimals(tokens: Sequence[Token], places: Sequence[int], rest: str) -> dict[int, str]:
    """Lay the digits behind the point; zeros at the end need a place that asks for them."""
    printed = dict(zip(places, rest, strict=False))
    for at in reversed(places):
        if printed.get(at, "0") != "0" or tokens[at].text == "0":
            break
        printed[at] = PADS[tokens[at].text]
    return printed


def _power(tokens: Sequence[Token], size: Decimal) -> str:
    """Print a number with a power of ten, in steps of as many as there are places before the point."""
    at = next(at for at, token in enumerate(tokens) if token.kind == "exponent")
    before = [token.kind for token in tokens[:at]]
    places = before[: before.index("point")].count("digit") if "point" in before else before.count("digit")
    power = math.floor(size.log10()) if size else 0
    power -= power % max(places, 1)
    sign = "-" if power < 0 else tokens[at].text[1:].replace("-", "")
    return _decimal(tokens[:at], size.scaleb(-power)) + "E" + sign + _decimal(tokens[at + 1 :], Decimal(abs(power)))


def _fraction(tokens: Sequence[Token], size: Decimal) -> str:
    """Print a whole number and a fraction, its denominator given or as near as its places allow."""
    code = "".join(token.text for token in tokens)
    numerator, denominator = code.split("/", 1)
    below = re.match(r"\s*([\d#?]+)", denominator)
    most = below[1] if below else "?"
    has_whole = bool(re.search(r"[0#?][^0#?]+[0#?]+\s*$", numerator))
    whole = int(size) if has_whole else 0
    part = Fraction(size) - whole
    is_given = bool(re.search("[1-9]", most))
    near = _nearest(part * int(most), int(most)) if is_given else part.limit_denominator(10 ** len(most) - 1)
    if near == 1 and has_whole:
        whole, near = whole + 1, Fraction(0)
    over = int(near * int(most)) if is_given else near.numerator
    under = int(most) if is_given else near.denominator
    if has_whole and not over:
        return str(whole)
    return f"{whole or ''} {over}/{under}".strip()


def _nearest(over: Fraction, under: int) -> Fraction:
    return Fraction(int(over + Fraction(1, 2)), under)
