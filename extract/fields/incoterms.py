"""Terms of delivery: the code, and the place that often sticks to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.fields.contract import FieldError, Hit
from extract.fields.glyphs import to_latin
from extract.fields.watch import watch
from extract.fields.words import words

CODES = frozenset(
    ["EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP", "DAT", "DAF", "DES", "DEQ", "DDU"]
)
_OTHER_SPELLINGS = {
    "C&F": "CFR", "CNF": "CFR", "C+F": "CFR", "CAF": "CIF",
    "ФОБ": "FOB", "СИФ": "CIF", "СИП": "CIP", "СПТ": "CPT", "ФСА": "FCA", "ЭКСВ": "EXW", "ДАП": "DAP", "ДДП": "DDP",
}  # fmt: skip
_EDITION = r"(?:\bинкотермс|\bincoterms)[\s®-]{0,3}(?:[12]\d{3})?"
_LEAD = re.compile(
    rf"(?:{_EDITION}|услови\w* поставки|terms? of delivery|delivery terms?|базис\w*(?: поставки)?|\d{{2}}(?=\s))"
    r"[\s:,–—-]*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"[\s,;(]*(?:according to |согласно |в соответствии с |as per |по )?{_EDITION}[\s)]*$", re.IGNORECASE
)
_TERM = re.compile(
    r"\W*(C ?[&+] ?F|[A-Z]{3}|[А-Я]{3,4})(?![^\W\d_])[\s,:;.\-–—/()]*(?P<place>.{0,120}?)\W*", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of delivery with its place ("" where none is named)."""

    code: str
    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.code} {self.place}".strip()


@lru_cache(maxsize=4096)
def parse(text: str) -> Term:
    """Read ``CPT-Almaty``, ``FCA HONG KONG``, ``C&F``. Look-alike Cyrillic letters in the code are seen through."""
    lead = _LEAD.match(text)
    body = _TAIL.sub("", text[lead.end() if lead else 0 :])
    match = _TERM.fullmatch(body)
    if match is None:
        raise FieldError(f"not a term of delivery: {text!r}")
    code = _code(match[1])
    if code is None:
        raise FieldError(f"not an Incoterms code: {match[1]!r}")
    return Term(code, " ".join(match["place"].split()), text)


def _code(printed: str) -> str | None:
    letters = printed.upper().replace(" ", "")
    code = _OTHER_SPELLINGS.get(letters) or _OTHER_SPELLINGS.get(to_latin(letters), to_latin(letters))
    return code if code in CODES else None


_WANTED = watch({code.lower() for code in CODES} | {"cnf", "c"})
_FOUND = re.compile(
    r"(?P<code>C ?[&+] ?F|[A-Z]{3})(?![\w&])(?:[\s-]|,\s)?"
    r"(?P<place>(?:(?:г\.\s|port of )?[^\W\d_a-zа-яё][\w.'’-]*\s?){1,3})?"
)
_NAMED = re.compile(
    r"(?:incoterms|инкотермс|поставк\w*|delivery|terms?|базис\w*|условия\w*)[^\n.;]{0,30}$", re.IGNORECASE
)
_NEAR = 48
_PLACE_ENDS = re.compile(r"\s?(?:INCOTERMS|Incoterms|Инкотермс|ИНКОТЕРМС)\b.*", re.DOTALL)
_CURRENCY_BEHIND = re.compile(r"(?:^|\s)(?:USD|EUR|RUB|CNY|KZT|RMB|US)\b.*", re.DOTALL)
# A list of terms ("FCA Almaty FOB Poti") is not one term with a long place.
_CODE_BEHIND = re.compile(rf"\b(?:{'|'.join(sorted(CODES))})\b.*", re.DOTALL)


def find(text: str) -> Iterator[Hit]:
    """Find codes in capitals with a place behind them, or with a word for delivery before them."""
    end = 0
    for start in words(text).starts(_WANTED):
        match = _FOUND.match(text, start)
        code = _code(match["code"]) if match else None
        if start < end or match is None or code is None or text[start - 1 : start].isalnum():
            continue
        end, place = _place(match)
        before = text[max(0, start - _NEAR) : start]
        if place or _NAMED.search(before) or _EDITION_BEHIND.match(text, end):
            evidence = "with its place" if place else "behind a word for delivery"
            yield Hit(start, end, text[start:end], f"{code} {place}".strip(), evidence=evidence)


_EDITION_BEHIND = re.compile(r"[\s,(]{0,3}(?:incoterms|инкотермс)", re.IGNORECASE)


def _place(match: re.Match[str]) -> tuple[int, str]:
    """Give the end of the term and its place, "" where no name of a place stands behind the code."""
    printed = _PLACE_ENDS.sub("", match["place"] or "").split("\n")[0]
    printed = _CODE_BEHIND.sub("", _CURRENCY_BEHIND.sub("", printed)).rstrip(" .,-")
    if len(printed) < 3:
        return match.end("code"), ""
    return match.start("place") + len(printed), " ".join(printed.split())
