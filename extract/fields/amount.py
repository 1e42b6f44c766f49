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
from extract.fields.currency import PATTERN as CURRENCY
from extract.fields.currency import Spelling, spelling
from extract.fields.scale import PATTERN as SCALE
from extract.fields.scale import factor
from extract.fields.table import rows, spellings

_B = rf"[{number.BLANKS}]{{0,3}}"
_CENTS = rf"(?:{_B}(?P<cents>\d{{2}}){_B}(?i:копеек|копейки|копейка|коп\.?|тиын|cents|центов)(?![^\W\d_]))?"
_CELL = re.compile(
    rf"(?P<open>\()?{_B}(?P<sign>[-−–+])?{_B}(?P<before>{CURRENCY})?{_B}:?{_B}(?P<inner>[-−–])?{_B}"
    rf"(?P<number>{number.NUMERAL})(?P<trail>-(?!\d))?{_B}(?P<scale>{SCALE})?{_B}(?P<after>{CURRENCY})?{_CENTS}{_B}(?P<close>\))?"
)
_NUMERAL = re.compile(rf"(?<![\w.,/№#-])(?:{number.NUMERAL})(?![\d%/])|(?<=[€$£¥])(?:{number.NUMERAL})(?![\d%/])")
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


_BEFORE = re.compile(rf"(?P<before>{CURRENCY}){_B}:?{_B}$")
_AFTER = re.compile(rf"(?P<scale>{_B}{SCALE})?(?P<after>{_B}{CURRENCY})?{_CENTS}")
_WINDOW = 24


def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    roles = {label.casefold(): row["role"] for row in rows("amount_labels") for label in spellings(row["labels"])}
    words = sorted(roles, key=len, reverse=True)
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(w)}(?!\w)" if ord(w[0]) < 0x2E80 else w for w in words), re.I
    ), roles


_LABEL, _ROLES = _labels()


def find(text: str, *, decimal: str | None = None) -> Iterator[Hit]:
    """Find money: a number with its currency, or one that looks like a price after a label such as total."""
    decimal = decimal or decimal_separator([text]).value
    offset = 0
    for line in text.splitlines(keepends=True):
        yield from (_shifted(hit, offset) for hit in _find_in_line(line, decimal))
        offset += len(line)


def _shifted(hit: Hit, offset: int) -> Hit:
    return replace(hit, start=hit.start + offset, end=hit.end + offset)


def _find_in_line(line: str, decimal: str | None) -> Iterator[Hit]:
    labels = [(match.end(), _ROLES[match.group().casefold()]) for match in _LABEL.finditer(line)]
    taken = 0
    for match in _NUMERAL.finditer(line):
        role = next((role for end, role in reversed(labels) if end <= match.start()), None)
        hit = _hit(line, match, role, decimal, taken)
        if hit:
            taken = hit.end
            yield hit


def _hit(line: str, match: re.Match[str], role: str | None, decimal: str | None, taken: int) -> Hit | None:
    after = _AFTER.match(line, match.end())
    window = max(taken, match.start() - _WINDOW)
    before = _BEFORE.search(line[window : match.start()])
    start = window + before.start() if before else match.start()
    end = after.end() if after else match.end()
    named = before or (after and after["after"])
    if not named and not (role and _PRICE.fullmatch(match.group())):
        return None
    try:
        amount = parse(line[start:end], decimal=decimal)
    except FieldError:
        return None
    return Hit(
        start, end, line[start:end], format(amount.value, "f"), currency=amount.currency, role=role,
        evidence=amount.evidence or ("currency beside it" if named else f"after a label of {role}"),
    )  # fmt: skip


_PRICE = re.compile(r".*(?:[.,]\d{2}|[-=]\d{2}|\d[.,]\d{3}[.,]\d+)", re.DOTALL)


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
