"""How much one file may cost before it is given up."""

from __future__ import annotations

from dataclasses import dataclass

GIB = 1024**3


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one child.

    ``silence`` is the time without a finished part or 1,000 rows, not the time in all: a table of 10 GB that keeps
    flowing may take its hour. ``memory`` is resident memory. ``ocr``: ``auto``, ``off``, or Tesseract's languages
    joined by ``+``: no other work on a page costs as much.
    """

    silence: float = 60.0
    memory: int = GIB
    ocr: str = "auto"

    def cpu_seconds(self, size: int) -> int:
        """Bound processor time by the size of the file: only an endless trickle of parts ever meets this bound."""
        return int(self.silence * (10 + size / 1024**2)) + 1

    def output_bytes(self, size: int) -> int:
        """Bound what a file of this size may write."""
        return GIB + 50 * size
