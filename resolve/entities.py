"""From clusters to entities: a key that lasts, a label a reader knows."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from resolve.model import Entity, Name


def entity(members: Sequence[Name]) -> Entity:
    """Make an entity of its names."""
    identifiers = sorted({identifier for name in members for identifier in name.identifiers})
    return Entity(
        key=_key(members),
        label=min(members, key=lambda name: (-name.count, len(name.text), name.text)).text,
        members=tuple(sorted(name.id for name in members)),
        country=_country(members),
        identifiers=tuple(identifiers),
    )


def _key(members: Sequence[Name]) -> str:
    """Hash what the names say, never their ids, which differ from run to run."""
    said = sorted("\x1f".join((name.text, name.country or "", *sorted(name.identifiers))) for name in members)
    return hashlib.sha256("\x1e".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _country(members: Sequence[Name]) -> str | None:
    seen: Counter[str] = Counter()
    for name in members:
        if name.country:
            seen[name.country] += name.count
    return min(seen, key=lambda country: (-seen[country], country), default=None)
