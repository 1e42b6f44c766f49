"""Quote what stands in a box, by the very function that reads it again for `unlade show`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Box, Part, PartKind
from extract.records.reread import text_at


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quote from one part. ``lines``: those of a text, cut once, since a long one is quoted from often."""

    part: Part
    lines: Sequence[str]

    @classmethod
    def of(cls, part: Part) -> Quotes:
        """Prepare a part."""
        return cls(part, part.text.splitlines() if part.kind is PartKind.TEXT else ())

    def at(self, box: Box) -> str:
        """Give the raw text in a box."""
        if self.part.kind is not PartKind.TEXT:
            return text_at(self.part, replace(self.part.place, box=box)) or ""
        touched = "\n".join(self.lines[int(box.top) : int(box.bottom)])
        moved = replace(box, top=0, bottom=box.bottom - box.top)
        return text_at(replace(self.part, text=touched), replace(self.part.place, box=moved)) or ""
