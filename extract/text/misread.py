"""Text that was spoilt before it reached us: UTF-8 read as a code page and saved so, and letters of a private font.

The first is undone, since nothing is lost by it; the second is only recognised: which letter a sign stood for is
known to the font alone.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

PAGES = ("cp1251", "cp1252", "cp866", "koi8-r", "cp1254", "mac-cyrillic")
"""The pages that programs take UTF-8 for."""

HOLES = "unlade.holes"
"""The error handler that gives a byte without a letter its own number, as browsers do: «И» of UTF-8 has one."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_SEEN = 400
_ENOUGH = 0.8
_FEWEST = 3

_MIXED = 5
_LONG = 4

_WORD = re.compile(r"[^\s\d.,;:|!?\"'()«»/]+")
_LONGEST_WORD = 40
_RUSSIAN = "а-яёА-ЯЁіІ"
_SIGN_INSIDE = re.compile(rf"[{_RUSSIAN}][¼½¾³²¹ºª¶±¤¦©®¬°¸¿¡×÷µ¥£¢†‡‰•][{_RUSSIAN}]")
# No alphabet has both: the first are letters of Serbian and Macedonian, which lack the second.
_BALKAN = frozenset("ќѓњђћџљјѕЌЃЊЂЋЏЉЈЅ")
_NOT_BALKAN = frozenset("ыэъщюяйЫЭЪЩЮЯЙ")


def _hole(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error(HOLES, _hole)


def misread_as(text: str) -> str | None:
    """Name the code page that UTF-8 was taken for before this text was saved; None for a text as it should be."""
    pieces = list(dict.fromkeys(_BEYOND_ASCII.findall(text)))[:_SEEN]
    if len(pieces) < _FEWEST:
        return None
    shares = [(sum(_restored(piece, page) is not None for piece in pieces) / len(pieces), page) for page in PAGES]
    share, page = max(shares, key=lambda scored: scored[0])
    return page if share >= _ENOUGH else _mixed_with(pieces)


def _mixed_with(pieces: Sequence[str]) -> str | None:
    """Tell a text of cp1251 some lines of which are UTF-8: no words of that page are UTF-8 underneath by chance."""
    restored = sum(len(piece) >= _LONG and _restored(piece, PAGES[0]) is not None for piece in pieces)
    return PAGES[0] if restored >= _MIXED else None


class Mender:
    """Undo one misreading, piece by piece; what cannot be undone stays as it is and is counted."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.mended = 0
        self.left = 0

    def __call__(self, text: str) -> str:
        """Restore the pieces of a text that are UTF-8 underneath."""
        return text if text.isascii() else _BEYOND_ASCII.sub(self._piece, text)

    def _piece(self, match: re.Match[str]) -> str:
        restored = _restored(match[0], self.page)
        if restored is None:
            self.left += 1
            return match[0]
        self.mended += 1
        return restored


def _restored(piece: str, page: str) -> str | None:
    """Go back to the bytes and read them as UTF-8; holes of the page keep their number."""
    try:
        return b"".join(_byte(letter, page) for letter in piece).decode("utf-8")
    except UnicodeError:
        return None


def _byte(letter: str, page: str) -> bytes:
    return letter.encode("latin-1") if "\x80" <= letter <= "\x9f" else letter.encode(page)


def words_of_a_private_font(text: str) -> Sequence[str]:
    """List words in which other signs stand for the letters of a local font: «К¼рс¼тк³ч», «Ќазаќстаның».

    Empty unless several words speak for it.
    """
    words = (word for word in dict.fromkeys(_WORD.findall(text)) if len(word) <= _LONGEST_WORD and not word.isascii())
    found = [word for word in words if _SIGN_INSIDE.search(word) or _mixes_alphabets(word)]
    return tuple(found) if len(found) >= _FEWEST else ()


def _mixes_alphabets(word: str) -> bool:
    return not _BALKAN.isdisjoint(word) and not _NOT_BALKAN.isdisjoint(word)
