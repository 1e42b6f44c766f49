"""Names become entities: analysis, candidate pairs, judgements with reasons, clusters.

This room knows nothing of files or databases: values in, values out. Importing it costs next to nothing: the machinery
is loaded with the first function asked for, tables and libraries with the first name.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from resolve.resolution import link, match, resolve

__all__ = ["link", "match", "resolve"]


def __getattr__(name: str) -> Any:
    """Load the three functions when they are first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("resolve.resolution"), name)
