"""Text that comes in pieces of whole lines, taken as far as one likes or line by line."""

from __future__ import annotations

from collections.abc import Iterator

from extract.readers.decoded import split


class Supply:
    """The piece that is being read, and how far it was read."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self.pieces = pieces
        self.text = ""
        self.at = 0

    @property
    def is_read(self) -> bool:
        """Tell that nothing is left of the piece."""
        return self.at >= len(self.text)

    def more(self) -> bool:
        """Take the next piece in, behind what is left; tell whether there was one."""
        for piece in self.pieces:
            self.text, self.at = self.text[self.at :] + piece, 0
            return True
        return False

    def lines(self) -> Iterator[str]:
        """Take line by line, with their ends."""
        while not self.is_read or self.more():
            for line in split(self.text[self.at :]):
                self.at += len(line)
                yield line
