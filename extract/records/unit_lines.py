"""The unit that a line above a table gives all its sums: «тыс. долларов США», “(in USD thousand)”, 单位：万美元.

Only a line, or what stands behind its last comma or in its brackets, that says nothing else is one: a title that speaks
of a million dollars multiplies nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.header import HeaderCell
from extract.layout.normal import words
from extract.records.columns import Heading, currency_in, scale_in

_PARTS = re.compile(r"[,;()\[\]，；（）【】]")
_LEADS = re.compile(
    r"\W*(?:(?:ед\w*|единиц\w*|одиниц\w*)\W+(?:изм|вим)\w*|units?(?:\s+of\s+measure\w*)?|unidad\w*|birim\w*|өлшем\s+бірлі\w*"
    r"|计量单位|金额单位|单位|(?:all\s+)?(?:values?|amounts?|sums?|figures)|сумм\w*|стоимост\w*|вартіст\w*|valor\w*|cifras|tutar\w*)"
    r"(?=\W|$|[:：])",
    re.IGNORECASE,
)
_SMALL = frozenset(
    ("in", "of", "are", "us", "u", "s", "the", "в", "у", "во", "en", "de", "сша", "ақш", "abd", "000", "1000")
)
_NOT_SUMS = ("unit_price", "price_per_kg", "maker_price", "registry_price")


def with_unit_above(headings: Sequence[Heading], above: Sequence[HeaderCell]) -> list[Heading]:
    """Give the sums whose headers name no unit the one that the lowest line above names."""
    line = next((cell for cell in reversed(above) if unit_in(cell.text)), None)
    if line is None:
        return list(headings)
    currency, scale = currency_in(unit_in(line.text)), scale_in(unit_in(line.text))
    return [replace(h, currency=currency, scale=scale, unit=line) if _lacks_unit(h) else h for h in headings]


def _lacks_unit(heading: Heading) -> bool:
    meaning = heading.meaning
    is_sum = meaning is not None and meaning.kind == "amount" and meaning.name not in _NOT_SUMS
    return is_sum and heading.currency is None and heading.scale == 1


def unit_in(line: str) -> str:
    """Give the part of a line that is a unit of money and nothing else; empty if it has none."""
    return next((part for part in map(str.strip, reversed(_PARTS.split(line))) if _is_unit(part)), "")


def _is_unit(part: str) -> bool:
    """Tell a scale or a currency, or both, with small words between them."""
    said = words(_LEADS.sub(" ", part, count=1))
    told = [word for word in said if scale_in(f"{word} usd") > 1 or currency_in(word)]
    return bool(told) and all(word in told or word in _SMALL for word in said)
