"""From characters of a part's text to the box where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from extract.model import Box, Part, Place, union


@dataclass(frozen=True, slots=True)
class Spans:
    """Find the place of any stretch of one part's text. ``starts``: of its words on a page, of its lines in a text."""

    part: Part
    starts: list[int]

    @classmethod
    def of(cls, part: Part) -> Spans:
        """Prepare a part: many stretches are asked for."""
        if part.words:
            return cls(part, [word.start for word in part.words])
        lines = part.text.split("\n")
        starts = [0]
        for line in lines[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        return cls(part, starts)

    def place(self, start: int, end: int) -> Place:
        """Give the place of the characters from start to end."""
        box = self._words_box(start, end) if self.part.words else self._lines_box(start, end)
        return Place(self.part.place.source, self.part.place.part, box, (start, end))

    def _words_box(self, start: int, end: int) -> Box | None:
        first = max(bisect_right(self.starts, start) - 1, 0)
        words = self.part.words[first : bisect_left(self.starts, end)]
        return union([word.box for word in words])

    def _lines_box(self, start: int, end: int) -> Box:
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, max(end - 1, start)) - 1
        if first == last:
            return Box(start - self.starts[first], first, end - self.starts[first], first + 1)
        ends = [*self.starts[first + 1 : last + 1], end + 1]
        widest = max(after - 1 - begin for begin, after in zip(self.starts[first : last + 1], ends, strict=True))
        return Box(0, first, max(widest, end - self.starts[last]), last + 1)
