"""Where reading a PDF ends before its last page: a page tree of three lines can claim a billion pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extract.errors import Damaged, LimitExceeded

BROKEN_IN_A_ROW = 20
ALIKE_IN_A_ROW = 1_000
BYTES_A_PAGE = 16
"""No program writes a page in less, however well it packs."""


@dataclass(slots=True)
class Bounds:
    """Counts the pages of one document as they come; raises where more of them would tell nothing."""

    size: int
    count: int
    _broken: int = 0
    _alike: int = 0
    _before: Any = field(default=None)

    def broken(self, number: int) -> None:
        """Take note of a page that cannot be read."""
        self._broken += 1
        if self._broken > BROKEN_IN_A_ROW or self._broken == self.count:
            first = number + 1 - self._broken
            raise Damaged(f"the PDF is damaged: of {self.count} pages, none can be read from page {first} on")

    def read(self, number: int, look: Any) -> None:
        """Take note of a page that was read; ``look`` is equal for pages that show the same, None for a picture."""
        self._broken = 0
        self._alike = self._alike + 1 if look is not None and look == self._before else 0
        self._before = look
        if self._alike >= ALIKE_IN_A_ROW:
            same = f"pages {number - self._alike} to {number} are all the same"
            raise LimitExceeded(f"{same}; those after them, to page {self.count}, were not read")
        if number < self.count and number > ALIKE_IN_A_ROW + self.size // BYTES_A_PAGE:
            raise LimitExceeded(f"the PDF claims {self.count} pages, more than its {self.size} bytes can hold")
