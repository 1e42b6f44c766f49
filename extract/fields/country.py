"""Countries by name or code in sixteen languages, as ISO 3166-1 alpha-2."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.fields.contract import FieldError, Placeholder
from extract.fields.table import rows, spellings

_LANGUAGES = ("ru", "kk", "uk", "en", "zh", "tr", "de", "fr", "es", "it", "pl", "nl", "pt", "cs", "lt", "lv")
_NOT_LETTERS = re.compile(r"[\W_]+")
_BETWEEN = re.compile(r"\s[-–—]\s|[/(),;:|]|(?<=\d)\s|(?<=^[A-Z]{2})\s")
_UNKNOWN = {"00", "99", "000", "неизвестна", "неизвестно", "unknown", "разные", "разные страны", "various"}


def _key(name: str) -> str:
    return _NOT_LETTERS.sub(" ", name.casefold()).strip()


@cache
def _by_name() -> dict[str, str]:
    from babel import Locale

    table: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "EZ", "XA", "XB", "ZZ", "QO"):
                table.setdefault(_key(name), code)
    table.update({_key(name): row["alpha2"] for row in rows("countries") for name in spellings(row["names"])})
    return table


@cache
def _by_code() -> dict[str, str]:
    table = {code: code for code in _by_name().values()}
    for row in rows("countries"):
        table.update(dict.fromkeys((row["alpha3"], row["numeric"]), row["alpha2"]))
    return table


@lru_cache(maxsize=8192)
def parse(text: str) -> str:
    """Give the alpha-2 code of a country's name or code (alpha-2, alpha-3, numeric)."""
    body = _key(text)
    if not body:
        raise FieldError("empty")
    if body in _UNKNOWN:
        raise Placeholder(f"no country: {text!r}")
    found = _look_up(body) or _code_beside_name(text)
    if found is None:
        raise FieldError(f"not a country: {text!r}")
    return found


def _look_up(body: str) -> str | None:
    if len(body) <= 3:
        return _by_code().get(body.upper()) or _by_code().get(body.zfill(3)) or _by_name().get(body)
    return _by_name().get(body)


def _code_beside_name(text: str) -> str | None:
    """Read ``KZ - Казахстан`` or ``КИТАЙ (CN)``: a code and a name that agree."""
    parts = [_key(part) for part in _BETWEEN.split(text) if _key(part)]
    found = {_look_up(part) for part in parts}
    return found.pop() if len(parts) == 2 and len(found) == 1 and min(map(len, parts)) <= 3 else None
