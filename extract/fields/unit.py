"""Units of quantity, brought to one spelling by a table: words of seven languages and ОКЕИ codes."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.fields.contract import FieldError
from extract.fields.table import rows, spellings
from extract.fields.trie import pattern

_BY_FORM = {
    form: row["unit"] for row in reversed(rows("units")) for form in [row["unit"].casefold(), *spellings(row["forms"])]
}
_BY_OKEI = {row["okei"]: row["unit"] for row in rows("units") if row["okei"]}


# Units of which there are only whole ones.
COUNTABLE = frozenset(row["unit"] for row in rows("units") if row["countable"])
_FORMS = {case for form in _BY_FORM for case in (form, form.upper(), form.capitalize())}
# Matches one unit that is not the beginning of a word.
MATCHER = re.compile(pattern(_FORMS, end=r"(?!\w)"))
# The same within a text in small letters, where «2022 100 шт» are two numbers.
RUNNING_PATTERN = pattern((form for form in _BY_FORM if not form[0].isdigit()), end=r"(?!\w)")


@lru_cache(maxsize=4096)
def parse(text: str) -> str:
    """Give the canonical unit of a word, abbreviation or ОКЕИ code."""
    body = " ".join(text.split()).strip("()").casefold()
    if body.isdigit() and body.zfill(3) in _BY_OKEI:
        return _BY_OKEI[body.zfill(3)]
    found = _BY_FORM.get(body) or _BY_FORM.get(body.rstrip("."))
    if found is None:
        raise FieldError(f"not a unit: {text!r}")
    return found
