"""Reading a short text piece by piece: each step takes what a pattern matches next, blanks before it skipped."""

from __future__ import annotations

import re

BLANKS = r"[ \t\u00a0\u202f\u2007\u2009]{0,3}"
_BLANKS = re.compile(BLANKS)


class Scanner:
    """A text and the place up to which it was read."""

    __slots__ = ("_text", "place")

    def __init__(self, text: str, place: int = 0) -> None:
        self._text = text
        self.place = place

    def take(self, pattern: re.Pattern[str]) -> str | None:
        """Take what the pattern matches next; None and no move where it does not."""
        blanks = _BLANKS.match(self._text, self.place)
        match = pattern.match(self._text, blanks.end() if blanks else self.place)
        if match is None:
            return None
        self.place = match.end()
        return match.group()

    @property
    def at_end(self) -> bool:
        """Tell whether everything was read."""
        return not self._text[self.place :].strip()
