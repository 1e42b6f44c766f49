"""The one door to the compiled helper of this room; the switch is that of the other one, extract.text.compiled."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from extract.text.compiled import SWITCH

try:
    from store import _image
except ImportError:
    _image = None  # type: ignore[assignment]

MakeImage = Callable[[bytes, int, str, list[Any]], bytearray | None]


def is_built() -> bool:
    """Tell whether the helper was built."""
    return _image is not None


def is_used() -> bool:
    """Tell whether the helper was built and is not switched off."""
    return is_built() and not os.environ.get(SWITCH)


def image() -> MakeImage | None:
    """Give what makes a database of columns; None without the helper."""
    return _image.image if is_used() else None


def none_lost(amounts: Sequence[Any], longest: int) -> bool:
    """Tell, quickly, that no amount of a list is longer or has a minus before a nought; False tells nothing."""
    return isinstance(amounts, list) and is_used() and _image.none_lost(amounts, longest)
