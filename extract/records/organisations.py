"""Organisations that running text names, added to what rules found; a rule outranks a model where both see one."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import MentionKind, Part, PartKind
from extract.prose import organisations
from extract.records.papers import Found


def with_organisations(text: str, found: Sequence[Found], part: Part) -> list[Found]:
    """Join what a statistical reading of the prose adds, in the order in which it stands."""
    if part.kind is PartKind.SHEET:
        return list(found)
    added = [(MentionKind.COMPANY, hit) for hit in organisations.find(text)]
    taken = [(hit.start, hit.end) for _, hit in found]
    free = [(kind, hit) for kind, hit in added if not any(start < hit.end and hit.start < end for start, end in taken)]
    return sorted([*found, *free], key=lambda pair: pair[1].start)
