"""Partners that are several countries at once: the world, unions, continents, as statistics print them."""

from __future__ import annotations

import re

from extract.fields.table import rows, spellings

_NOT_LETTERS = re.compile(r"[\W_]+")
_ASIDE = re.compile(r"\([^()]*\)|\*+")
_LEAD = re.compile(r"^(?:в том числе|из них|of which|including)\s+")


def _key(text: str) -> str:
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


_GROUPS = frozenset(_key(form) for row in rows("country_groups") for form in spellings(row["forms"]))


def is_group(text: str) -> bool:
    """Tell the world, a union or a continent from one country; other countries that are not named are a part."""
    body = _key(text)
    return body in _GROUPS or _LEAD.sub("", _key(_ASIDE.sub(" ", text))) in _GROUPS
