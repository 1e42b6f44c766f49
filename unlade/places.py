"""Places as people write them."""

from __future__ import annotations

from store.facts import Fact, cell_name


def place(fact: Fact) -> str:
    """Say where a fact stands: ``rows.xlsx Sheet1!C7`` or ``invoice.pdf page 2``."""
    if fact.part is None:
        return f"{fact.file} part {fact.place.part}"
    if fact.part.kind != "sheet" or fact.place.box is None:
        return f"{fact.file} {fact.part.title}"
    return f"{fact.file} {fact.part.title}!{cell_name(fact.place.box)}"
