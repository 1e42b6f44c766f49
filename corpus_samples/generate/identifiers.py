"""Identifiers with valid check digits, drawn at random: the forms are real, the holders are invented."""

from __future__ import annotations

from random import Random

INN_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)


def digits(rng: Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def inn(rng: Random, office: str) -> str:
    """Give a Russian tax number of ten digits; the first four name the tax office."""
    head = office + digits(rng, 5)
    check = sum(weight * int(digit) for weight, digit in zip(INN_WEIGHTS, head, strict=True)) % 11 % 10
    return f"{head}{check}"


def ogrn(rng: Random, year: int, region: str) -> str:
    """Give a Russian register number of thirteen digits."""
    head = f"1{year % 100:02}{region}{digits(rng, 7)}"
    return f"{head}{int(head) % 11 % 10}"


def bin_number(rng: Random, year: int, month: int) -> str:
    """Give a Kazakh business number of twelve digits; the first four are year and month of registration."""
    while True:
        head = f"{year % 100:02}{month:02}40{digits(rng, 5)}"
        check = bin_check(head)
        if check is not None:
            return f"{head}{check}"


def bin_check(head: str) -> int | None:
    """Compute the check digit; None where both weight series leave ten and the number is not issued."""
    for weights in (range(1, 12), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)):
        check = sum(weight * int(digit) for weight, digit in zip(weights, head, strict=True)) % 11
        if check < 10:
            return check
    return None


def container_number(owner: str, serial: str) -> str:
    """Add the check digit of ISO 6346 to owner and serial."""
    letters = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (n for n in range(10, 39) if n % 11), strict=True))
    signs = owner + serial
    total = sum((letters.get(sign) or int(sign)) * 2**place for place, sign in enumerate(signs))
    return f"{signs}{total % 11 % 10}"
