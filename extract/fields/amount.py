"""Amounts of money: a number with its currency and scale, in a cell or in running text.

A decimal mark that the number itself does not prove is taken from the caller, from the language of the currency's
word, or (in running text) from the other numbers of the same text; where none of them speaks, the amount is refused.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import TypeVar

from extract.fields import currency, number, numeral_words, scale, unit
from extract.fields.contract import Ambiguous, Decision, FieldError, Hit
from extract.fields.currency import Spelling
from extract.fields.label import Label, Labels, nearest
from extract.fields.scanner import BLANKS, Scanner
from extract.fields.trie import starts_word

# What most cells hold: no three decimals, so no second reading.
_PLAIN = re.compile(r"-?[0-9]{1,20}(?:\.(?:[0-9]{1,2}|[0-9]{4,12}))?")
_SIGN = re.compile("[-−–+]")
_COLON = re.compile(":")
_NUMBER = re.compile(number.NUMERAL)
_TRAILING_MINUS = re.compile(r"-(?!\d)")
_CENTS = re.compile(rf"\d{{2}}[{number.BLANKS}]{{0,3}}(?i:копеек|копейки|копейка|коп\.?|тиын|cents|центов)(?![^\W\d_])")
_LONGEST = 200
_DIGIT = re.compile(r"\d")
_ASIDE = re.compile(r"\([^()\d]{2,160}\)")
_NO_CENTS = re.compile(r"整|正|only\b|ровно|РФ|России", re.IGNORECASE)
"""Words that say that there are no cents, and the country of a rouble."""
_DASHED = re.compile(r"[.,][-–—](?![-\d])")
"""Strokes in the place of cents, which show the decimal mark too: ``1.000,-``."""
_OTHER_MARK = {",": ".", ".": ","}
_THREE_DECIMALS = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))
"""Currencies of a thousand small coins: 12.500 of them is a plain sum."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money. ``currency`` None: the text names none. ``evidence``: what was decided in reading it."""

    value: Decimal
    currency: str | None
    text: str
    evidence: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (format(self.value, "f"), self.currency)))


@lru_cache(maxsize=65536)
def parse(text: str, *, decimal: str | None = None, thousands: bool = False) -> Amount:
    """Read a cell that holds one amount and nothing else.

    ``thousands``: three digits behind the only mark are thousands, where nothing says that they are decimals.
    """
    body = text.strip()
    if not body or len(body) > _LONGEST:
        raise FieldError("empty" if not body else "longer than an amount")
    if _PLAIN.fullmatch(body):
        return Amount(Decimal(body), None, text)
    if not _DIGIT.search(body):
        return _in_words(body, text)
    bracketed = body[0] == "(" and body[-1] == ")"
    printed = _pieces(body[1:-1] if bracketed else body)
    return _amount(printed, bracketed, text, decimal, thousands)


@dataclass(frozen=True, slots=True)
class _Printed:
    """The pieces of an amount as they stand in the text."""

    number: str
    signs: str
    before: str | None
    scale: str | None
    after: str | None
    cents: str | None
    aside: str | None = None
    mark: str | None = None


def _pieces(body: str) -> _Printed:
    scan = Scanner(body)
    sign = scan.take(_SIGN) or ""
    before = scan.take(currency.MATCHER)
    scan.take(_COLON)
    sign += scan.take(_SIGN) or ""
    digits = scan.take(_NUMBER)
    mark = scan.take(_DASHED)
    sign += scan.take(_TRAILING_MINUS) or ""
    scale_word, aside, after = scan.take(scale.MATCHER), scan.take(_ASIDE), scan.take(currency.MATCHER)
    aside = aside or scan.take(_ASIDE)
    cents = scan.take(_CENTS)
    scan.take(_NO_CENTS)
    if digits is None or not scan.at_end:
        raise FieldError(f"not an amount: {body!r}")
    return _Printed(digits, sign, before, scale_word, after, cents, aside, mark[0] if mark else None)


def _amount(printed: _Printed, bracketed: bool, text: str, decimal: str | None, thousands: bool) -> Amount:
    told, aside_money = _aside(printed.aside)
    money = _currency(printed.before, printed.after, aside_money)
    if printed.scale in ("k", "K", "m", "M") and money is None:
        raise FieldError(f"{printed.scale!r} may be a unit: no currency stands with it")
    value, decided = _value(printed, money, printed.mark or decimal, thousands)
    decided = "; ".join(filter(None, (decided, _compared(value, told))))
    # Parentheses are a minus only in accounting columns, where no currency stands within them.
    negative = any(sign in "-−–" for sign in printed.signs) or (bracketed and money is None)
    return Amount(-value if negative else value, money.code if money else None, text, _evidence(money, decided))


def _aside(aside: str | None) -> tuple[Decimal | None, str | None]:
    """Read what stands in brackets behind the number: the sum in words, its currency, or both."""
    if aside is None:
        return None, None
    body = aside[1:-1].strip()
    try:
        told, end = numeral_words.leading(body)
    except FieldError:
        told, end = None, 0
    scan = Scanner(body, end)
    money = scan.take(currency.MATCHER)
    if told is None and (money is None or not scan.at_end):
        raise FieldError(f"neither a sum in words nor a currency: {aside!r}")
    return told, money


def _compared(value: Decimal, told: Decimal | None) -> str:
    """Say whether the sum in words is the one in digits; cents are rarely said."""
    if told is None:
        return ""
    return (
        "the same in words" if told in (value, abs(value).to_integral_value(ROUND_FLOOR)) else f"in words it is {told}"
    )


def _in_words(body: str, text: str) -> Amount:
    """Read a sum that stands in words alone: «сто двадцать тысяч тенге», 人民币壹佰万元整."""
    scan = Scanner(body)
    before = scan.take(currency.MATCHER)
    value, length = numeral_words.leading(body[scan.place :].lstrip())
    start = len(body) - len(body[scan.place :].lstrip()) + length
    scan = Scanner(body, start)
    money = _currency(before, scan.take(currency.MATCHER))
    scan.take(_NO_CENTS)
    if not scan.at_end or money is None:
        raise FieldError(f"not an amount: {text!r}")
    return Amount(value, money.code, text, "in words")


def _value(printed: _Printed, money: Spelling | None, decimal: str | None, thousands: bool) -> tuple[Decimal, str]:
    """Give the number times its scale, and in words what decided between two readings."""
    decided = ""
    try:
        value = number.parse(printed.number, decimal=decimal)
    except Ambiguous:
        # Nobody prints money with three decimals, unless millions follow; so a word only ever proves thousands.
        hinted = money.decimal if money else None
        if hinted is not None and (hinted not in printed.number or printed.scale):
            decided = f"decimal mark {hinted!r} by the language of the currency"
        elif thousands and not printed.scale and not (money and money.code in _THREE_DECIMALS):
            hinted, decided = _OTHER_MARK["," if "," in printed.number else "."], "read as thousands"
        else:
            raise
        value = number.parse(printed.number, decimal=hinted)
    if printed.cents and value == value.to_integral_value():
        value += Decimal(f"0.{printed.cents[:2]}")
    if printed.scale:
        value = scale.times(value, printed.scale)
    return value, decided


def _currency(*words: str | None) -> Spelling | None:
    found = [currency.spelling(word) for word in words if word]
    if not found:
        return None
    if len({money.code for money in found}) == 1:
        return found[0]
    certain = [money for money in found if money.shared is None]
    if len(certain) != 1:
        raise FieldError(f"two currencies: {' and '.join(filter(None, words))}")
    return certain[0]


def _evidence(money: Spelling | None, decided: str) -> str:
    shared = f"the sign is shared by {money.shared}; read as {money.code}" if money and money.shared else ""
    return "; ".join(reason for reason in (shared, decided) if reason)


_BEFORE = re.compile(rf"(?:{currency.LEADING_PATTERN})[{number.BLANKS}]{{0,3}}:?[{number.BLANKS}]{{0,3}}[-−–]?$")
_AFTER = re.compile(
    rf"(?P<own>(?:{BLANKS}(?:{scale.MATCHER.pattern}))?(?:{BLANKS}{_ASIDE.pattern})?)"
    rf"(?:{BLANKS}(?P<currency>{currency.MATCHER.pattern}))?"
)
_NO_MONEY = re.compile(
    r"[^\S\n]{0,3}[%‰]|[^\S\n]?(?:[-–—]|bis|to|до)\s?\d{1,2}[.:]\d{2}\s?(?:Uhr|h|hrs|час)|[^\S\n]?(?:Uhr|hrs)(?!\w)"
    r"|\.[^\S\n]?[a-zа-яä-ü]"
)
"""What follows a share, an hour, or a day without its year: “08.30 - 12.30 Uhr”, “bis 19.12. ist”."""
_PRICE = re.compile(r"(?:.*\D)?\d+(?:[.,]\d{2}(?:\d{2})?|[-=]\d{2})", re.DOTALL)
# Kilograms are commoner than Kyrgyz som.
_NEXT_NUMBER = re.compile(rf"[{number.BLANKS}]{{0,3}}\d")
_WEIGHTS = ("KGS",)
_SECTION = re.compile(r"[^\S\n]?(?:Nr|Abs|Satz|lit|Ziff)(?!\w)")
"""What follows a section of a law, whose sign was printed as another: “nach $4 Nr. 10a UStG”."""
_SHARE_BEFORE = re.compile(r"%\s?$")
_TURKISH_SHARE = re.compile(r"(?<!\d)(?<!\d\s)%\s?$")
"""As “%20”; the sign in “19 % 129,37” belongs to the number before it."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABELS = Labels("amount_labels")
_WINDOW = 16
_BETWEEN = f"{number.BLANKS}\t:-−–"
_NEAR = 4
_ENDS = frozenset(form[-1] for form in currency.SIGNS)
_BEGINNINGS = frozenset("(").union(form[0] for form in (*currency.FORMS, *scale.FORMS))
_HEADING_REACH = 40
_LABEL_REACH = 80
_RANGE_REACH = 40
_RANGE = re.compile(
    rf"(?<![\w.,])(?P<amount>(?:{number.NUMERAL})[{number.BLANKS}]?(?:{scale.MATCHER.pattern}))"
    rf"[{number.BLANKS}](?:до|to|bis|à|—|–|-|почти до|дейін)[{number.BLANKS}]$"
)
# A number behind these words is a number of something, not a price.
_NUMBERED = re.compile(r"(?:code|код|коды|№|nr|no|number|номер|п|ст|art)[\s:.]*$", re.IGNORECASE)


def find(text: str, *, decimal: str | None = None) -> Iterator[Hit]:
    """Find money: a number with its currency, or one printed like a price after a label or under a heading."""
    numerals = list(number.find(text, behind_code=True))
    decimal = decimal or _decimal_separator(match.group() for match in numerals).value
    begins = list(accumulate(map(len, text.splitlines(keepends=True)), initial=0))
    numerals_of = _by_line(begins, numerals, re.Match.start)
    labels_of = _by_line(begins, _LABELS.find(text), attrgetter("start"))
    heading = -_HEADING_REACH
    for line in sorted(numerals_of.keys() | labels_of.keys()):
        here, labels = numerals_of.get(line, []), labels_of.get(line, [])
        if not here and any(map(_of_money, labels)):
            heading = line
        yield from _find_in_line(text, begins[line], here, labels, line - heading < _HEADING_REACH, decimal)


_Item = TypeVar("_Item")


def _by_line(begins: list[int], items: Iterable[_Item], start: Callable[[_Item], int]) -> dict[int, list[_Item]]:
    """Sort what stands in a text by its lines, which begin at these places."""
    lines: dict[int, list[_Item]] = {}
    for item in items:
        lines.setdefault(bisect_right(begins, start(item)) - 1, []).append(item)
    return lines


def _find_in_line(
    line: str, begin: int, numerals: list[re.Match[str]], labels: list[Label], under_heading: bool, decimal: str | None
) -> Iterator[Hit]:
    taken = begin
    for match in numerals:
        label = nearest(line, labels, match.start(), _LABEL_REACH)
        hit = _with_currency(line, match, taken, decimal) or _as_price(line, match, label, under_heading, decimal)
        if hit is None:
            continue
        first = _range_start(line, hit, taken) if hit.currency else None
        for found in (first, hit) if first else (hit,):
            yield replace(found, role=label.role) if label and _of_money(label) else found
        taken = hit.end


def _of_money(label: Label) -> bool:
    """Tell a label of sums from one of weights, which prints its numbers just so: “N.W. 1,072.87”."""
    return label.role != "weight"


def _range_start(line: str, hit: Hit, taken: int) -> Hit | None:
    """Read the other end of a range that shares its currency: «с 245 тыс. до 18 млн долл.»."""
    match = _RANGE.search(line, max(taken, hit.start - _RANGE_REACH), hit.start)
    if match is None:
        return None
    start, end = match.span("amount")
    found = _read_hit(f"{line[start:end]} {hit.currency}", 0, end - start + 4, None, "shares the currency of its range")
    return replace(found, start=start, end=end, text=line[start:end]) if found else None


def _with_currency(line: str, match: re.Match[str], taken: int, decimal: str | None) -> Hit | None:
    before = _leading(line, taken, match.start())
    after, own_end, end = _following(line, match.end())
    if before and after and _NEXT_NUMBER.match(line, end):  # the code before the sum of the next column
        after, end = None, own_end
    if not (before or after):
        return None
    year = _YEAR.fullmatch(match.group()) and (after or "").strip(".") == "р"
    if (
        after in _WEIGHTS
        or year
        or _SECTION.match(line, match.end())
        or _SHARE_BEFORE.search(line, max(0, match.start() - 2), match.start())
    ):
        return None
    scan = Scanner(line, end)
    scan.take(_CENTS)
    start = before.start() if before else _signed(line, match.start())
    return _read_hit(line, start, scan.place, decimal, "currency beside it", thousands=True)


def _leading(line: str, taken: int, start: int) -> re.Match[str] | None:
    """Find a currency right before a number; most have no letter there in which one ends."""
    first = max(taken, start - _WINDOW)
    if line[first:start].rstrip(_BETWEEN)[-1:] not in _ENDS:
        return None
    before = _BEFORE.search(line, first, start)
    return before if before and starts_word(line, before.start()) else None


def _following(line: str, end: int) -> tuple[str | None, int, int]:
    """Find a currency behind a number and its scale; give the currency, and where the scale and the currency end."""
    if line[end : end + _NEAR].lstrip(_BETWEEN)[:1] not in _BEGINNINGS:
        return None, end, end
    found = _AFTER.match(line, end)
    assert found is not None, "every part of it may be missing"
    return found["currency"], found.end("own"), found.end()


def _as_price(
    line: str, match: re.Match[str], label: Label | None, under_heading: bool, decimal: str | None
) -> Hit | None:
    scan = Scanner(line, match.end())
    if not _PRICE.fullmatch(match.group()) or _NO_MONEY.match(line, match.end()) or scan.take(unit.MATCHER):
        return None
    before = max(0, match.start() - _WINDOW), match.start()
    if _NUMBERED.search(line, *before) or _TURKISH_SHARE.search(line, *before):
        return None
    if label:
        reason = f"after a label of {label.role}"
        start = _signed(line, match.start())
        return _read_hit(line, start, match.end(), decimal, reason) if _of_money(label) else None
    if under_heading:
        return _read_hit(line, _signed(line, match.start()), match.end(), decimal, "under a heading of amounts")
    return None


def _signed(line: str, start: int) -> int:
    """Take a minus that stands before a number, not between two things."""
    alone = start >= 1 and line[start - 1] in "-−–" and (start == 1 or line[start - 2] in " \t\n\r(:;|")
    return start - 1 if alone else start


def _read_hit(line: str, start: int, end: int, decimal: str | None, reason: str, thousands: bool = False) -> Hit | None:
    printed = line[start:end]
    try:
        amount = parse(printed, decimal=decimal, thousands=thousands)
    except FieldError:
        return None
    evidence = f"{reason}; {amount.evidence}" if amount.evidence else reason
    return Hit(start, end, printed, format(amount.value, "f"), currency=amount.currency, evidence=evidence)


def decimal_separator(samples: Iterable[str]) -> Decision:
    """Decide the decimal mark of a column from the cells that prove one."""
    return _decimal_separator(match.group() for sample in samples for match in number.find(sample, behind_code=True))


def _decimal_separator(numerals: Iterable[str]) -> Decision:
    proofs = {".": 0, ",": 0}
    for numeral in numerals:
        mark = number.decimal_mark(numeral)
        if mark:
            proofs[mark] += 1
    points, commas = proofs["."], proofs[","]
    if points == commas or min(points, commas) * 10 > max(points, commas):
        return Decision(None, f"{points} numbers with a decimal point, {commas} with a decimal comma")
    mark = "." if points > commas else ","
    return Decision(mark, f"{max(points, commas)} of {points + commas} telling numbers have the decimal mark {mark!r}")


def thousands_mark(samples: Iterable[str], currency_code: str | None = None) -> Decision:
    """Decide that a column of money groups thousands: every mark in it stands alone before exactly three digits.

    The value is the decimal mark to read with. A number of four digits without a mark speaks against it.
    """
    marks: Counter[str] = Counter()
    for sample in samples:
        for match in number.find(sample, behind_code=True):
            mark = number.lone_mark(match.group())
            if mark is None:
                return Decision(None, f"{match.group()!r} is not printed so")
            marks[mark] += 1
    found = [mark for mark in marks if mark]
    if len(found) != 1 or currency_code in _THREE_DECIMALS:
        return Decision(None, "no mark, or two of them, or a currency of three decimals")
    evidence = f"all {marks[found[0]]} marks {found[0]!r} stand before three digits: read as thousands"
    return Decision(_OTHER_MARK[found[0]], evidence)
