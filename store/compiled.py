"""The one door to the compiled helper of this room; the switch is that of the other one, extract.text.compiled."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from extract.text.compiled import SWITCH

try:
    from store import _image
except ImportError:
    _image = None  # type: ignore[assignment]

MakeImage = Callable[[bytes, int, str, list[list[Any] | None]], bytearray | None]


def is_built() -> bool:
    """Tell whether the helper was built."""
    return _image is not None


def image() -> MakeImage | None:
    """Give what makes a database of columns; None without the helper."""
    return None if _image is None or os.environ.get(SWITCH) else _image.image
