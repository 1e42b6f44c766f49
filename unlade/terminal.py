"""Words for people on stderr, data for pipes on stdout, and no character that could drive a terminal in either.

Names of files and texts of documents are a stranger's: an escape sequence in one must not reach the screen.
"""

from __future__ import annotations

import json
import math
import re
import sys
from typing import Any

# Controls (C0, DEL, C1), line and paragraph separators, marks that turn the direction of writing, lone surrogates.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: object) -> str:
    """Show characters that are no text by their number; a line break becomes visible too."""
    return _UNSAFE.sub(lambda found: _escape(found[0]), str(text))


def say(*lines: object) -> None:
    """Tell the person at the terminal."""
    for line in lines:
        print(clean(line), file=sys.stderr, flush=True)


def put(*lines: object) -> None:
    """Give data, one value a line."""
    for line in lines:
        print(clean(line))


def put_json(value: Any) -> None:
    """Give data as one line of JSON."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=str, allow_nan=False)
    except ValueError:
        text = json.dumps(_finite(value), ensure_ascii=False, default=str)
    print(_UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def _finite(value: Any) -> Any:
    """Give what a workbook calls not-a-number or infinite as null: JSON has no word for it."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(one) for key, one in value.items()}
    return [_finite(one) for one in value] if isinstance(value, list | tuple) else value


def _escape(character: str) -> str:
    number = ord(character)
    if 0xDC80 <= number <= 0xDCFF:  # a byte of a file name that is not valid UTF-8
        number -= 0xDC00
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def forgive_encodings() -> None:
    """Print what a poor terminal cannot show as escapes instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
