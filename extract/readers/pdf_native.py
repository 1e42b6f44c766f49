"""PDFium's functions called over whole arrays: handles are addresses, results are written side by side into memory.

A call by way of pypdfium2's own prototypes costs three times as much, most of it for objects that wrap a pointer.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from functools import cache
from itertools import repeat
from typing import Any

from numpy.typing import NDArray

Address = int
Numbers = NDArray[Any]


@cache
def function(name: str) -> Callable[..., Any]:
    """Give a function of PDFium that takes and gives plain numbers, as declared by pypdfium2."""
    import pypdfium2.raw as pdfium

    declared = getattr(pdfium, name)
    address = address_of(declared)
    return ctypes.PYFUNCTYPE(plain(declared.restype), *map(plain, declared.argtypes))(address)


def plain(kind: Any) -> Any:
    """Take a pointer of any kind as the number it is."""
    return ctypes.c_void_p if hasattr(kind, "contents") else kind


def address_of(handle: Any) -> Address:
    """Give the address that a handle of pypdfium2 points to."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def called(name: str, *arguments: Iterable[Any]) -> list[Any]:
    """Call a function for each set of arguments; give what it gives."""
    return list(map(function(name), *arguments))


def fill(name: str, rows: Numbers, *arguments: Iterable[Any], pointers: int = 1) -> Numbers:
    """Call a function that writes a row for each set of arguments, by one pointer or by one for each number."""
    start, step = int(rows.ctypes.data), rows.itemsize * rows.shape[1]
    starts = [start + rows.itemsize * number for number in range(pointers)]
    addresses = [range(first, first + step * len(rows), step) for first in starts]
    deque(map(function(name), *arguments, *addresses), maxlen=0)
    return rows


def handles(name: str, owner: Address, count: int) -> list[Address]:
    """Give the handles of what an owner holds; what it does not give is left out."""
    return list(filter(None, map(function(name), repeat(owner), range(count))))
