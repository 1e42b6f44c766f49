"""What can be wrong with a case, as a small tree of errors.

CaseError
├── CaseMissing    there is no such file
├── NotACase       a file, but not made by unlade
├── CaseInUse      another run writes it
├── CaseDamaged    SQLite finds its pages broken
├── CaseTooNew     made by a newer unlade
├── CaseUnwritable it, or its folder, cannot be written
├── DiskFull       no room left
├── ShardRefused   what a worker left is not a shard as we write them
└── NoSuchFact     a reference that names no fact of the case

Each message names the file; ``hint`` says the way out. ``translate`` turns SQLite's own errors into these.
"""

from __future__ import annotations

import sqlite3


class CaseError(Exception):
    """Refuse to go on with a case."""

    hint = ""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint or self.hint


class CaseMissing(CaseError):
    """There is no such file."""

    hint = "make one with: unlade run DUMP -o case.db"


class NotACase(CaseError):
    """The file was not made by unlade."""

    hint = "give the file that unlade run wrote, or another name to write to"


class CaseInUse(CaseError):
    """Another run writes the case."""

    hint = "wait until it ends, or stop it; reading commands work meanwhile"


class CaseDamaged(CaseError):
    """SQLite finds the file's pages broken."""

    hint = "take a backup copy, or run unlade again into a new file"


class CaseTooNew(CaseError):
    """The case was made by a newer unlade."""

    hint = "install that version of unlade, or a newer one"


class CaseUnwritable(CaseError):
    """The case or its folder cannot be written."""

    hint = "check the permissions of the file and its folder, or copy the case elsewhere"


class DiskFull(CaseError):
    """No room is left for the case."""

    hint = "make room and run the same command again: it goes on where it stopped"


class ShardRefused(CaseError):
    """What a worker left is not a shard as we write them."""

    hint = "run unlade retry on the case"


class NoSuchFact(CaseError):
    """The reference names no fact of the case."""

    hint = "references look like shipment:12:consignor or mention:33; unlade search prints them"


_WORDS: tuple[tuple[str, type[CaseError]], ...] = (
    ("full", DiskFull),
    ("disk i/o", DiskFull),
    ("locked", CaseInUse),
    ("readonly", CaseUnwritable),
    ("unable to open", CaseUnwritable),
    ("not a database", NotACase),
    ("malformed", CaseDamaged),
    ("corrupt", CaseDamaged),
    ("could not decode", CaseDamaged),
)


def translate(error: sqlite3.Error, path: object) -> CaseError | None:
    """Say what SQLite means by its message; None for an error that is our own mistake and must stay loud."""
    text = str(error).lower()
    for word, kind in _WORDS:
        if word in text:
            return kind(f"{path}: {error}")
    return None
