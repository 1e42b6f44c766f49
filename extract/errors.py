"""Why a file could not be read, as a small tree of errors.

ReadError
├── Encrypted      a password is needed
├── Unsupported    no reader takes this kind of file
├── Damaged        the bytes are not what their kind promises
└── LimitExceeded  the file asks for more than a limit allows

``status`` is the word stored for the file; the message is for a reporter, ``hint`` names the way out.
"""

from __future__ import annotations


class ReadError(Exception):
    """Refuse a file, with a reason in words and a hint what to do."""

    status = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Encrypted(ReadError):
    """The file is protected by a password."""

    status = "encrypted"


class Unsupported(ReadError):
    """No reader takes this kind of file."""

    status = "unsupported"


class Damaged(ReadError):
    """The bytes are not what their kind promises."""

    status = "error"


class LimitExceeded(ReadError):
    """The file asks for more than a limit allows."""

    status = "limit"
