"""Check digits that python-stdnum has not, or has wrong."""

from __future__ import annotations

from collections.abc import Sequence


def weighted(digits: str, weights: Sequence[int]) -> int:
    """Sum up digits times weights."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def kazakh(digits: str) -> bool:
    """Check a Kazakh БИН or ИИН: weights 1..11, and if that gives 10, weights 3..11, 1, 2."""
    check = weighted(digits, range(1, 12)) % 11
    if check == 10:
        check = weighted(digits, (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)) % 11
    return check == int(digits[11])


def bin_shape(digits: str) -> bool:
    """Tell whether twelve digits have the parts of a БИН: month, kind 4-6, branch 0-3."""
    return 1 <= int(digits[2:4]) <= 12 and digits[4] in "456" and digits[5] in "0123"


def ogrnip(digits: str) -> bool:
    """Check an ОГРНИП: the last digit of the remainder by 13 (stdnum 2.2 compares the whole remainder)."""
    return digits[0] in "34" and int(digits[:14]) % 13 % 10 == int(digits[14])


def okpo(digits: str) -> bool:
    """Check an ОКПО: weights 1..n, and if that gives 10, weights 3..; 10 again counts as 0."""
    body = digits[:-1]
    check = weighted(body, [i % 10 + 1 for i in range(len(body))]) % 11
    if check == 10:
        check = weighted(body, [(i + 2) % 10 + 1 for i in range(len(body))]) % 11
    return check % 10 == int(digits[-1])


def air_waybill(digits: str) -> bool:
    """Check an air waybill: the serial's first seven digits modulo 7."""
    return int(digits[3:10]) % 7 == int(digits[10])


def mrn(number: str) -> bool:
    """Check a movement reference number by the container algorithm over its first 17 characters."""
    values = (_ISO_6346[letter] for letter in number[:17])
    return sum((value << place) for place, value in enumerate(values)) % 11 % 10 == int(number[17])


def _iso_6346_values() -> dict[str, int]:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    values = [value for value in range(10, 39) if value % 11]
    return {**{str(digit): digit for digit in range(10)}, **dict(zip(letters, values, strict=True))}


_ISO_6346 = _iso_6346_values()
