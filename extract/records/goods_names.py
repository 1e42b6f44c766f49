"""Tell whose name stands under a bare “Name”: beside prices and counts the goods', unless the texts are of firms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell
from extract.records import short_names
from extract.records.columns import Heading
from extract.records.name_shapes import is_company, names
from extract.records.vocabulary import meanings

_COUNTED = ("unit_price", "quantity", "value", "invoice_value")
_GOODS = ("goods_description", "goods_description_part", "hs_description")


def settled(headings: Sequence[Heading], columns: Sequence[Sequence[Cell]]) -> list[Heading]:
    """Give the headings, the name of the goods called so."""
    known = {heading.meaning.name for heading in headings if heading.meaning}
    if known.isdisjoint(_COUNTED) or not known.isdisjoint(_GOODS):
        return list(headings)
    at = next((at for at, heading in enumerate(headings) if _is_bare(heading) and not _are_firms(columns[at])), None)
    return [_as_goods(heading) if place == at else heading for place, heading in enumerate(headings)]


def _is_bare(heading: Heading) -> bool:
    """Tell a header that says “name” and not of what."""
    if heading.meaning is not None and heading.meaning.name != "company":
        return False
    return short_names.is_bare_name(heading.header.rpartition("/")[2])


def _are_firms(cells: Sequence[Cell]) -> bool:
    texts = names(cells)
    return sum(map(is_company, texts)) * 10 >= len(texts) * 3


def _as_goods(heading: Heading) -> Heading:
    said = f"{heading.evidence}; beside prices and counts it names the goods"
    return replace(heading, meaning=meanings()["goods_description"], evidence=said, unknown=False)
