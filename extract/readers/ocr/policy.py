"""Whether and how pages are given to text recognition: set once for a process, read page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

SECONDS = 40.0
PATIENCE = 45.0
SHARE_OF_SILENCE = 0.75


@dataclass(frozen=True, slots=True)
class Policy:
    """``languages``: Tesseract's codes; empty where each page tells its own. ``only``: the one page wanted, if one is.

    ``seconds``: of a processor, for one page. ``patience``: seconds by the clock that a look at it may stand still;
    ``beat`` is called while one works and after it.
    """

    on: bool = True
    languages: tuple[str, ...] = ()
    seconds: float = SECONDS
    only: int | None = None
    patience: float = PATIENCE
    beat: Callable[[], object] = bool


BY_PAGE = Policy()
POLICY: ContextVar[Policy] = ContextVar("text recognition", default=BY_PAGE)


def adopt(how: str, silence: float, beat: Callable[[], object]) -> None:
    """Set the policy for all that this process reads. ``how``: ``auto``, ``off``, or languages joined by ``+``.

    A look must be over well before somebody takes its reader for hung.
    """
    languages = tuple(how.split("+")) if how not in ("auto", "off") else ()
    POLICY.set(Policy(how != "off", languages, patience=min(PATIENCE, SHARE_OF_SILENCE * silence), beat=beat))


@contextmanager
def only_page(number: int) -> Iterator[None]:
    """Read no other page from its picture: who looks at one place need not wait for a thousand scans."""
    before = POLICY.set(replace(POLICY.get(), only=number))
    try:
        yield
    finally:
        POLICY.reset(before)
