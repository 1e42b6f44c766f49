"""Places as people write them."""

from __future__ import annotations

from store.facts import Fact, cell_name
from store.sources import shown


def place(fact: Fact) -> str:
    """Say where a fact stands: ``rows.xlsx Sheet1!C7`` or ``invoice.pdf page 2``."""
    file = shown(fact.locations) or fact.file
    if fact.part is None:
        return f"{file} part {fact.place.part}"
    if fact.part.kind != "sheet" or fact.place.box is None:
        return f"{file} {fact.part.title}"
    return f"{file} {fact.part.title}!{cell_name(fact.place.box)}"
