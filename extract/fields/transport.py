"""Means of transport: vessels with their voyages, flights, number plates of trucks and trailers.

Hardly one of these shapes proves itself, so each needs its word before it («а/м», vessel, рейс); only plates of a shape
that nothing else has are read in a cell without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.fields.contract import FieldError, Hit
from extract.fields.glyphs import lower, plain, to_latin
from extract.fields.table import rows, spellings
from extract.fields.watch import watch
from extract.fields.words import first_words, words

_PLATES = {
    "RU": r"[ABEKMHOPCTYX]\d{3}[ABEKMHOPCTYX]{2}\d{2,3}|[ABEKMHOPCTYX]{2}\d{4}\d{2,3}",
    "KZ": r"\d{3}[A-Z]{2,3}(?:0[1-9]|1\d|20)|[A-Z]\d{3}[A-Z]{2,3}|\d{2}[A-Z]{3}(?:0[1-9]|1\d|20)",
    "UA": r"[ABCEHIKMOPTX]{2}\d{4}[ABCEHIKMOPTX]{2}",
    "BY": r"[ABEIKMHOPCTX]{2}\d{4}-?[0-8]|\d{4}[ABEIKMHOPCTX]{2}-?[0-8]",
    "TR": r"(?:0[1-9]|[1-7]\d|8[01])[A-Z]{1,3}\d{2,5}",
    "CN": r"[\u4e00-\u9fff][A-Z]-?[A-Z0-9]{5,6}",
    "": r"(?=[A-Z0-9-]{5,10}$)(?=.*\d)[A-Z0-9]{1,4}-?[A-Z0-9]{1,5}(?:-?[A-Z0-9]{1,4})?",
}
"""By country, in Latin letters and without blanks; the last is any other that its label announces."""

_SHAPES = {
    "voyage": re.compile(r"[A-Z]{0,4}\d{1,5}[A-Z]{0,3}"),
    "flight": re.compile(r"(?:[A-Z]{2}|[A-Z]\d|\d[A-Z]|[A-Z]{3})\d{1,4}[A-Z]?"),
    "vessel": re.compile(r"[A-ZÄÖÜŞÇİĞ][\w.'’-]*(?:\s[A-Z0-9][\w.'’-]*){0,4}"),
}
_PLATE = {country: re.compile(shape) for country, shape in _PLATES.items()}
_LABELS = {lower(label): row["scheme"] for row in rows("transport_labels") for label in spellings(row["labels"])}
_LABEL_STARTS = watch(first_words(_LABELS))
_CJK_LABELS = re.compile("|".join(sorted((label for label in _LABELS if label >= "\u2e80"), key=len, reverse=True)))
_LABEL_PIECE = re.compile(r"[^\W\d_/]+(?:[./][^\W\d_/]*)*|№")
_LEAD = re.compile(r"(?:\s?(?:no|№|n°|nr|номер|name|marke)\.?)?\s?[:#№«\"'(-]{0,2}\s{0,3}", re.IGNORECASE)
_RUN = re.compile(r"[^\W_]+(?:[ -]?[^\W_]+){0,3}")
_VESSEL_RUN = re.compile(
    r"(?:(?:M/?V|S/S|Т/Х)\.? )?[\"«“]?(?P<name>[A-ZА-ЯЁ][\w.'’-]*(?: (?:[A-ZА-ЯЁ0-9][\w.'’-]*)){0,4})"
)
_VOYAGE_BEHIND = re.compile(r"[\s,/\"»”]{0,3}(?:V\.?|VOY\.?(?:AGE)?(?: NO\.?)?)\s?(?P<voyage>\d{1,4}[A-Z]{0,2})(?!\w)")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Means:
    """A means of transport. ``value`` without blanks but in a vessel's name; ``country``: of a plate that tells it."""

    scheme: str
    value: str
    text: str
    country: str | None = None

    def __str__(self) -> str:
        return self.value


@lru_cache(maxsize=16384)
def parse(text: str, scheme: str = "plate") -> Means:
    """Read a cell that holds one vessel, voyage, flight or plate."""
    body = plain(text).strip(" .,;:\"'«»“”")
    if not body or len(body) > _LONGEST:
        raise FieldError("empty" if not body else "longer than a means of transport")
    if scheme == "plate":
        return _plate(body, text)
    if scheme not in _SHAPES:
        raise FieldError(f"no such means of transport: {scheme!r}")
    body = " ".join(body.upper().split()) if scheme == "vessel" else to_latin(re.sub(r"[ -]", "", body).upper())
    if not _SHAPES[scheme].fullmatch(to_latin(body)):
        raise FieldError(f"no {scheme}: {text!r}")
    return Means(scheme, body, text)


def _plate(body: str, text: str) -> Means:
    printed = to_latin(re.sub(r"\s|/", "", body).upper()).removesuffix("RUS")
    for country, shape in _PLATE.items():
        if shape.fullmatch(printed):
            return Means("plate", printed.replace("-", ""), text, country or None)
    raise FieldError(f"not a number plate: {text!r}")


def find(text: str) -> Iterator[Hit]:
    """Find vessels, voyages, flights and plates behind their words."""
    taken = 0
    for scheme, label, start in sorted(_announced(text), key=lambda item: item[2]):
        for hit in _hits(text, scheme, label, start):
            if hit.start >= taken:
                taken = hit.end
                yield hit


def _announced(text: str) -> Iterator[tuple[str, str, int]]:
    """Give each label with its scheme, and where its value may begin."""
    index = words(text)
    for start in index.starts(_LABEL_STARTS):
        end, scheme = _label(index.lowered, start)
        lead = _LEAD.match(text, end)
        if scheme and lead:
            yield scheme, text[start:end], lead.end()
    for match in index.chinese(_CJK_LABELS, text):
        yield _LABELS[match.group()], match.group(), match.end() + (text[match.end() : match.end() + 1] in "：:")


def _label(lowered: str, start: int) -> tuple[int, str]:
    ends = [match.end() for match in _LABEL_PIECE.finditer(lowered, start, start + 40)][:3]
    for end in reversed(ends):
        printed = " ".join(lowered[start:end].split())
        scheme = _LABELS.get(printed) or _LABELS.get(printed.rstrip("."))
        if scheme:
            return end, scheme
    return start, ""


def _hits(text: str, scheme: str, label: str, start: int) -> Iterator[Hit]:
    if scheme == "vessel":
        yield from _vessel(text, label, start)
        return
    run = _RUN.match(text, start)
    for end in reversed([match.end() for match in re.finditer(r"\w+", run.group())]) if run else ():
        try:
            found = parse(text[start : start + end], scheme)
        except FieldError:
            continue
        if any(letter.isdigit() for letter in found.value) and any(letter.isalpha() for letter in found.value):
            country = f"; a plate of {found.country}" if found.country else ""
            yield Hit(start, start + end, text[start : start + end], found.value, scheme=scheme,
                      evidence=f"behind “{label}”{country}")  # fmt: skip
            return


def _vessel(text: str, label: str, start: int) -> Iterator[Hit]:
    """Give a vessel's name in capitals or quotes, and the voyage behind it: ``MV BLUE LANTERN V.123E``."""
    match = _VESSEL_RUN.match(text, start)
    if match is None:
        return
    name = re.split(r"\s(?:V|VOY)\b", match["name"])[0].rstrip(".,-")
    begin = match.start("name")
    quoted = begin > match.start() or text[start - 1 : start] in ('"', "«", "“")
    if len(name) < 3 or not (quoted or name.isupper()):
        return
    end = begin + len(name)
    yield Hit(begin, end, name, " ".join(name.split()).upper(), scheme="vessel", evidence=f"behind “{label}”")
    voyage = _VOYAGE_BEHIND.match(text, end)
    if voyage:
        number = voyage["voyage"]
        yield Hit(*voyage.span("voyage"), number, number, scheme="voyage", evidence=f"behind {name}")
