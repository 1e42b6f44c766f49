"""Carriers weigh goods as they are packed: what a waybill or a bill of lading calls weight, and no more, is gross."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.records.columns import Heading
from extract.records.vocabulary import meanings

_OF_CARRIERS = frozenset(("bill_of_lading",))
_GROSS = {"net_weight_kg": "gross_weight_kg", "net_weight_t": "gross_weight_t"}
_SAYS_NET = re.compile(r"нетто|(?<![^\W_])net|таза|净|neto|\bn\.? ?w", re.IGNORECASE)


def as_carried(headings: Sequence[Heading]) -> list[Heading]:
    """Take a bare weight for the gross one where a column of carriers stands beside it, and no other gross weight."""
    names = {heading.meaning.name for heading in headings if heading.meaning}
    if not names & _OF_CARRIERS or names & set(_GROSS.values()):
        return list(headings)
    return [_gross(heading) for heading in headings]


def _gross(heading: Heading) -> Heading:
    name = _GROSS.get(heading.meaning.name) if heading.meaning else None
    if name is None or _SAYS_NET.search(heading.header):
        return heading
    said = f"{heading.evidence}; weighed by a carrier, so gross"
    return replace(heading, meaning=meanings()[name], evidence=said)
