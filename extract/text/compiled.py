"""The one door to the compiled helper: it is built where there is a C compiler, and nothing needs it but speed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

try:
    from extract.text import _columns
except ImportError:
    _columns = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from extract.text._columns import Cutter

SWITCH = "UNLADE_PURE_PYTHON"
"""Environment variable: anything but an empty text does without the helper, with the same results."""


def is_built() -> bool:
    """Tell whether the helper was built."""
    return _columns is not None


def is_used() -> bool:
    """Tell whether the helper was built and is not switched off."""
    return is_built() and not os.environ.get(SWITCH)


def cutter(delimiter: str, quote: str | None, too_many: int) -> Cutter | None:
    """Give what cuts delimited text into columns; None without the helper."""
    return _columns.Cutter(delimiter, quote, too_many) if is_used() else None
