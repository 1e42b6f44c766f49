"""Countries by name or code in sixteen languages, as ISO 3166-1 alpha-2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from extract.fields.contract import FieldError, Hit, Placeholder
from extract.fields.glyphs import lower
from extract.fields.table import rows, spellings
from extract.fields.watch import Watch, watch
from extract.fields.words import first_words, most_words, words

_LANGUAGES = ("ru", "kk", "uk", "en", "zh", "tr", "de", "fr", "es", "it", "pl", "nl", "pt", "cs", "lt", "lv")
_NOT_LETTERS = re.compile(r"[\W_]+")
_BETWEEN = re.compile(r"\s[-–—]\s|[/(),;:|]|(?<=\d)\s|(?<=^[A-Z]{2})\s")
_OFFICIAL = re.compile(r"\((?:республика|королевство|kingdom|republic)", re.IGNORECASE)
"""What stands in brackets behind a short name is its long one."""
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
    found = _look_up(body) or _code_beside_name(text) or _by_inflected().get(body)
    if found is None:
        raise FieldError(f"not a country: {text!r}")
    return found


def _look_up(body: str) -> str | None:
    if len(body) <= 3:
        return _by_code().get(body.upper()) or _by_code().get(body.zfill(3)) or _by_name().get(body)
    return _by_name().get(body) or _by_plain_name().get(body.translate(_PLAIN))


@cache
def _by_plain_name() -> dict[str, str]:
    """Give the names without the marks above their letters, which scans lose: КИТАИ, БЕЛАРУСЬ."""
    return {name.translate(_PLAIN): code for name, code in _by_name().items()}


def _code_beside_name(text: str) -> str | None:
    """Read ``KZ - Казахстан`` or ``КИТАЙ (CN)``: a code and a name that agree."""
    parts = [_key(part) for part in _BETWEEN.split(text) if _key(part)]
    found = {_look_up(part) for part in parts}
    if len(parts) == 2 and len(found - {None}) == 1 and _OFFICIAL.search(text):
        return (found - {None}).pop()
    return found.pop() if len(parts) == 2 and len(found) == 1 and min(map(len, parts)) <= 3 else None


_CASES = (
    ("ия", "ии ию ией"), ("ай", "ая аю аем ае"), ("а", "ы и у е ой"), ("я", "и ю ей е"), ("ь", "и ью"),
    ("ія", "ії ію ією"),
    ("ы", "ов ам ами ах"), ("й", "я ю ем"),
    ("", "а у ом е дан ден тан тен нан нен "
         "дағы дегі тағы тегі ға ге қа ке да де та те ның нің дың дің тың тің ды ді мен бен пен"),
)  # fmt: skip
"""How the nominative ends in Russian, Ukrainian and Kazakh, and what stands there in the other cases."""
_SHORTEST = 4
_OTHER_WORDS = frozenset(
    "the того мали чаде чада чаду перу кубе кубы конго chad mali niger jordan georgia turkey guinea jersey".split()  # noqa: SIM905
)
"""Names that are other words, persons or states as well: no country is told by them alone in running text."""


@cache
def _by_inflected() -> dict[str, str]:
    """Give «казахстана», «россии», «қытайдан»: names in other cases than the dictionary's."""
    table: dict[str, str] = {}
    for name, code in _by_name().items():
        if len(name) < _SHORTEST or " " in name or not "а" <= name[0] <= "ӿ":
            continue
        for nominative, endings in _CASES:
            if name.endswith(nominative):
                stem = name.removesuffix(nominative)
                table.update((stem + ending, code) for ending in endings.split() if stem + ending not in _by_name())
    return table


@cache
def _starts() -> Watch:
    return watch(first_words([*_by_name(), *_by_inflected()]) - _OTHER_WORDS)


@cache
def _most_words() -> dict[str, int]:
    return most_words([*_by_name(), *_by_inflected()])


_PLAIN = str.maketrans("йё", "ие")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 60


def find(text: str) -> Iterator[Hit]:
    """Find countries by name, with a capital, in any case of Russian, Ukrainian and Kazakh."""
    index = words(text)
    taken = 0
    for start in index.starts(_starts()):
        found = _name_at(text, start) if start >= taken and text[start].isupper() else None
        if found:
            taken, code = found
            yield Hit(start, taken, text[start:taken], code, evidence="a country's name")


def _name_at(text: str, start: int) -> tuple[int, str] | None:
    """Give the end of the longest name that begins here, and its country; abbreviations only in capitals."""
    first = _WORD.match(text, start)
    most = _most_words().get(lower(first.group()), 1) if first else 0
    ends = [match.end() for match in islice(_WORD.finditer(text, start, start + _LONGEST), most)]
    for end in reversed(ends):
        printed = text[start:end]
        body = _key(printed)
        code = _by_name().get(body) or _by_inflected().get(body)
        if code and "\n" not in printed and (len(body) > _SHORTEST or printed.isupper() or not printed.isascii()):
            return end, code
    return None
