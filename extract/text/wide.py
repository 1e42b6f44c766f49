"""UTF-16 and UTF-32 without a byte order mark, told by where their zero bytes stand."""

from __future__ import annotations

from collections.abc import Sequence

SAMPLE = 50_000
_SMALL = 8
"""The high bytes of Latin, Greek and Cyrillic letters are below it."""


def wide_encoding(data: bytes) -> str | None:
    """Name the encoding whose zero bytes stand as they do here; whether it decodes is still to be seen."""
    sample = data[: min(SAMPLE, len(data)) // 4 * 4] or data[: len(data) // 2 * 2]
    if len(sample) < 4:
        return None
    return _of_four(sample) or _of_two(sample)


def _of_four(sample: bytes) -> str | None:
    zeros = _shares(sample, 4, 1)
    if zeros[3] > 0.95 and zeros[2] > 0.9 and zeros[0] < 0.5:
        return "utf-32-le"
    if zeros[0] > 0.95 and zeros[1] > 0.9 and zeros[3] < 0.5:
        return "utf-32-be"
    return None


def _of_two(sample: bytes) -> str | None:
    even, odd = _shares(sample, 2, _SMALL)
    if odd > 0.5 and even < 0.2:
        return "utf-16-le"
    if even > 0.5 and odd < 0.2:
        return "utf-16-be"
    return None


def _shares(sample: bytes, step: int, below: int) -> Sequence[float]:
    """Give, for each place in a character, the share of bytes that are small."""
    return [sum(byte < below for byte in sample[start::step]) * step / len(sample) for start in range(step)]
