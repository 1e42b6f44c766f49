"""Whether the party at home sends or receives: 境内收发货人 is the exporter of an export, the importer of an import.

The table must say which: its title and headers speak of one direction alone, or a column gives every row the same.
Where it does not, neither party has a role: a wrong one is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.fields import direction
from extract.fields.contract import FieldError
from extract.model import Cell, cell_text
from extract.records.columns import Heading
from extract.records.vocabulary import meanings

_BOTH = re.compile(r"进出口|進出口|import\s*(?:/|-|and|or)\s*export|export\s*(?:/|-|and|or)\s*import", re.IGNORECASE)
_WAYS = {
    "export": re.compile(r"出口|运抵国|运抵地|指运港|\bexports?\b|экспорт|експорт", re.IGNORECASE),
    "import": re.compile(r"进口|[启起]运国|[启起]运地|装货港|入境口岸|\bimports?\b|импорт|імпорт", re.IGNORECASE),
}
_ROLES = {
    "export": {"domestic_party": "consignor", "overseas_party": "consignee"},
    "import": {"domestic_party": "consignee", "overseas_party": "consignor"},
}


def with_sides(headings: Sequence[Heading], columns: Sequence[Sequence[Cell]], title: Iterable[str]) -> list[Heading]:
    """Name the party at home and the one abroad by the direction of the trade."""
    if not any(_name(heading) in _ROLES["export"] for heading in headings):
        return list(headings)
    said = _in_rows(headings, columns) or _in_words([*title, *(heading.header for heading in headings)])
    return [_sided(heading, said) for heading in headings]


def _name(heading: Heading) -> str:
    return heading.meaning.name if heading.meaning else ""


def _sided(heading: Heading, said: str) -> Heading:
    role = _ROLES.get(said, {}).get(_name(heading))
    if role is None:
        return heading
    return replace(heading, meaning=meanings()[role], evidence=f"{heading.evidence}; the table is of {said}s")


def _in_rows(headings: Sequence[Heading], columns: Sequence[Sequence[Cell]]) -> str:
    """Read the direction that a column gives every row alike."""
    at = next((at for at, heading in enumerate(headings) if _name(heading) == "direction"), None)
    texts = {text for cell in columns[at] if (text := cell_text(cell).strip())} if at is not None else set()
    try:
        found = {direction.parse(text) for text in texts}
    except FieldError:
        return ""
    return found.pop() if len(found) == 1 else ""


def _in_words(texts: Iterable[str]) -> str:
    """Find the one direction that title and headers speak of."""
    line = " | ".join(_BOTH.sub(" ", text) for text in texts)
    found = [way for way, words in _WAYS.items() if words.search(line)]
    return found[0] if len(found) == 1 else ""
