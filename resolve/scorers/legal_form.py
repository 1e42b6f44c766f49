"""Legal forms agree or conflict.

A ТОО exists in Kazakhstan alone and an ООО does not: the same core name under both is two companies, often sisters,
and a newsroom must see both. LLC and Ltd are translations of any of them and conflict with none by country.
"""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence


def legal_form(pair: Pair) -> Evidence | None:
    """Speak for forms of one class, against forms of different classes (ООО and АО)."""
    left, right = pair.left.classes, pair.right.classes
    if not left or not right or _abroad(pair):
        return None
    if left & right:
        return Evidence("legal_form", 1.0, f"legal forms agree: {_spelled(pair)}")
    return Evidence("legal_form", -1.0, f"legal forms conflict: {_spelled(pair)}")


def form_country(pair: Pair) -> Evidence | None:
    """Speak against forms that belong to different countries."""
    if not _abroad(pair):
        return None
    return Evidence("form_country", -1.0, f"legal forms of different countries: {_spelled(pair)}")


def _abroad(pair: Pair) -> bool:
    left, right = pair.left.countries, pair.right.countries
    return bool(left and right) and left.isdisjoint(right)


def _spelled(pair: Pair) -> str:
    return f"{pair.left.forms[0].spelling} and {pair.right.forms[0].spelling}"
