"""Terms of delivery: the code, and the place that often sticks to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.fields.contract import FieldError
from extract.fields.glyphs import to_latin

CODES = frozenset(
    ["EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP", "DAT", "DAF", "DES", "DEQ", "DDU"]
)
_OTHER_SPELLINGS = {"C&F": "CFR", "CNF": "CFR", "C+F": "CFR", "CAF": "CIF"}
_TERM = re.compile(
    r"\W*(C ?[&+] ?F|[A-Z]{3})(?![A-Z])[\s,:;.\-–—/()]*(?P<place>.{0,120}?)\W*", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of delivery with its place ("" where none is named)."""

    code: str
    place: str
    text: str


@lru_cache(maxsize=4096)
def parse(text: str) -> Term:
    """Read ``CPT-Almaty``, ``FCA HONG KONG``, ``C&F``. Look-alike Cyrillic letters in the code are seen through."""
    match = _TERM.fullmatch(to_latin(text[:5]) + text[5:])
    if match is None:
        raise FieldError(f"not a term of delivery: {text!r}")
    code = match[1].upper().replace(" ", "")
    code = _OTHER_SPELLINGS.get(code, code)
    if code not in CODES:
        raise FieldError(f"not an Incoterms code: {match[1]!r}")
    return Term(code, " ".join(text[slice(*match.span("place"))].split()), text)
