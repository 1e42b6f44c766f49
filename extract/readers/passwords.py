"""The passwords that a file may be tried with: what the reporter gave, and what programs set by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar

WELL_KNOWN = ("VelvetSweatshop", "")
"""Excel opens a book with the first of these without asking."""

ASK = "ask for the password and give it with --password or --passwords"

_offered: ContextVar[tuple[str, ...]] = ContextVar("passwords", default=())


def offer(words: Iterable[str]) -> None:
    """Have these tried on every protected file from now on. They are kept nowhere."""
    _offered.set(tuple(words))


def candidates() -> tuple[str, ...]:
    """Give what to try, each once."""
    return tuple(dict.fromkeys((*WELL_KNOWN, *_offered.get())))
