"""Which way goods go, as one of five codes: words of ten languages and the marks of declarations (``ИМ``, ``EX``)."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.fields.contract import FieldError
from extract.fields.table import rows, spellings

_NOT_LETTERS = re.compile(r"[\W_]+")
_MARK = 2
"""So short a word is a mark: it stands alone or before codes, ``ИМ 40 ЭД``; anywhere else it is another word."""


def _key(text: str) -> str:
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


_BY_FORM = {_key(form): row["code"] for row in rows("directions") for form in spellings(row["forms"])}
_WORDS = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted((re.escape(f) for f in _BY_FORM if len(f) > _MARK), key=len, reverse=True))})(?!\w)"
)


@lru_cache(maxsize=4096)
def parse(text: str) -> str:
    """Give import, export, transit, re-export or re-import; refuse a text that names none of them or two."""
    body = _key(text)
    found = {_BY_FORM[body]} if body in _BY_FORM else {_BY_FORM[word] for word in _WORDS.findall(body)}
    if not found:
        found = _marked(body)
    if len(found) != 1:
        raise FieldError(f"no direction of goods: {text!r}")
    return found.pop()


def _marked(body: str) -> set[str]:
    """Read a mark that is followed by nothing but codes."""
    first, *others = body.split() or [""]
    marked = (
        len(first) == _MARK and first in _BY_FORM and all(len(other) <= _MARK or other.isdecimal() for other in others)
    )
    return {_BY_FORM[first]} if marked else set()
