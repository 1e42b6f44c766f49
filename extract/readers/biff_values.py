"""Values as the binary formats of Excel pack them."""

from __future__ import annotations

import struct

ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
WHOLE, HUNDREDFOLD = 2, 1

_DOUBLE = struct.Struct("<d")
_UPPER = struct.Struct("<Ii")


def double(data: bytes, at: int) -> float:
    """Read a number of eight bytes."""
    return float(_DOUBLE.unpack_from(data, at)[0])


def short(data: bytes, at: int) -> float:
    """Read a number packed into four bytes: whole or the upper half of eight, perhaps a hundred times too large."""
    packed = int.from_bytes(data[at : at + 4], "little", signed=True)
    amount = float(packed >> 2) if packed & WHOLE else double(_UPPER.pack(0, packed & ~3), 0)
    return amount / 100 if packed & HUNDREDFOLD else amount
