"""The command line and the run that ties the rooms together.

The rooms (``extract``, ``resolve``, ``store``) have everyday names, so another package or a stray file may hide one of
them; ``check_rooms`` tells, before a stranger's code is taken for ours.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

__version__ = "0.1.0"
ROOMS = ("extract", "resolve", "store")


class RoomHidden(ImportError):
    """Another package of the same name is found before one of our rooms."""


def check_rooms() -> None:
    """Raise RoomHidden when a room that would be imported is not the one that came with this package."""
    home = Path(__file__).resolve().parent
    for room in ROOMS:
        spec = find_spec(room)
        found = Path(spec.origin).resolve() if spec is not None and spec.origin else None
        if found != home.parent / room / "__init__.py":
            raise RoomHidden(f"unlade needs its own package {room!r} beside {home}, but Python finds {found}")
