"""Commodity codes in running text, among all the numbers that look like them.

A known number is a code behind a cue word (HS code, ТН ВЭД, GTİP), in a column headed by one, or grouped as codes are.
It is none where another label stands right before it (lot, order, article), in another column than the cue, in a
telephone number, or where a date or an identifier was read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.fields import date, identifier
from extract.fields.contract import Hit
from extract.fields.hs_code import is_known
from extract.fields.number import stands_apart
from extract.fields.table import rows, spellings
from extract.fields.trie import starts_word
from extract.fields.watch import watch
from extract.fields.words import Words, words

_CANDIDATE = re.compile(
    r"\d(?:\d{3}[. ]\d{2}[. ]\d{2}[. ]\d{2}[. ]\d{2}|\d{3}[. ]\d{2}[. ]\d{3}[. ]\d|\d{3}[. ]\d{2}[. ]\d{2}[. ]\d{2}"
    r"|\d{3}[. ]\d{2}[. ]\d{4}|\d{3}[. ]\d{2}[. ]\d{2,3}|\d{3}\.\d{2}|\d{3,11}|\d{3} \d{2})(?![\w/%-])(?![.,]\d)",
    re.ASCII,
)
_CUE = re.compile(
    r"(?:hts(?:us)?|hs|h\.s\.|hsn|taric|ncm|cn code|tariff|commodity (?:code|no)|customs code|"
    r"тн ?вэд|код товара|код тс|укт ?зед|сэқ тн|g033|гр(?:афа)?\.? ?33|g\.?t\.?[iıİ]\.?p|"
    r"zolltarif\w*|warennummer|warennr|warentarif\w*|nomenclature|code douanier|code sh|fracci[oó]n|"
    r"arancel\w*|codice doganale|voce doganale|goederencode|kod (?:cn|pcn|taryfy))\b|"
    r"商品编号|商品编码|税号|海关编码|税则号|hs ?编码"
)
"""Of a text in small letters."""
_CUE_WORDS = watch(
    ("hts", "htsus", "hs", "h", "hsn", "taric", "ncm", "cn", "tariff", "commodity", "customs", "тн", "код", "тнвэд",
     "укт", "уктзед", "сэқ", "g", "гр", "графа", "warennummer", "warennr", "nomenclature", "code", "fracción",
     "fraccion", "codice", "voce", "goederencode", "kod"),
    stems=("zolltarif", "warentarif", "arancel", "gt"),
)  # fmt: skip
_CHINESE_CUE = re.compile("[商税海H]")
_PHONE = re.compile(
    r"(?:(?:tel|phone|fax|mob|тел|факс|моб|tél)\.?[^\n]{0,24}|电话[^\n]{0,12}|\+\d[\d ()-]{1,16})$", re.IGNORECASE
)
_LENGTHS = frozenset((4, 6, 8, 9, 10, 11, 12))
_REACH = 80
_COLUMN = 2500
_NEAR = 48
_GAP = re.compile(r"\s{3,}|\t")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A piece of a line between wide gaps: which one it is of how many, and where it stands."""

    number: int
    of: int
    start: int
    end: int


def find(text: str) -> Iterator[Hit]:
    """Find commodity codes: with a cue shortly before them, in the column of one, or grouped as codes are."""
    index = words(text)
    body = index.plain
    candidates = [match for match in _CANDIDATE.finditer(body) if _stands_apart(body, match)]
    if not candidates:
        return
    cues = _cues(index)
    ends = [match.end() for match in cues]
    taken = _other_numbers(text)
    for match in candidates:
        at = bisect_right(ends, match.start()) - 1
        reason = _reason(body, match, cues[at] if at >= 0 else None)
        if reason and not _belongs_elsewhere(body, match.start()) and not any(taken[match.start() : match.end()]):
            yield Hit(*match.span(), text[slice(*match.span())], _digits(match.group()), valid=True, evidence=reason)


def _cues(index: Words) -> list[re.Match[str]]:
    """Give the words that announce commodity codes, in order."""
    chinese = (match.start() for match in index.chinese(_CHINESE_CUE, index.plain))
    starts = {*index.starts(_CUE_WORDS), *chinese}
    found = (_CUE.match(index.lowered, start) for start in sorted(starts) if starts_word(index.plain, start))
    return [match for match in found if match]


def _stands_apart(body: str, match: re.Match[str]) -> bool:
    """Tell a known code from a part of a longer number, date or word."""
    return stands_apart(body, match.start(), "_.,/№#+-") and is_known(_digits(match.group()))


def _digits(printed: str) -> str:
    return printed if printed.isdecimal() else re.sub(r"\D", "", printed)


def _reason(body: str, match: re.Match[str], cue: re.Match[str] | None) -> str:
    """Say why a known number is a code; "" where nothing says so."""
    printed = match.group()
    length = len(_digits(printed))
    if length not in _LENGTHS:
        return ""
    distance = match.start() - cue.end() if cue else len(body) + _COLUMN
    if cue and distance <= _COLUMN and _in_another_column(body, cue, match):
        return ""
    if distance <= _REACH and (length >= 6 or length == len(printed)):
        return "a cue word before it, known in the nomenclature"
    if distance <= _COLUMN and length >= 8:
        return "in a list under a cue word, known in the nomenclature"
    if length >= 8 and length != len(printed):
        return "grouped as commodity codes are, known in the nomenclature"
    return ""


def _in_another_column(body: str, cue: re.Match[str], match: re.Match[str]) -> bool:
    """Tell a number below a header line that stands in another column than the cue does."""
    if "\n" not in body[cue.end() : match.start()]:
        return False
    head, cell = _cell(body, cue.start()), _cell(body, match.start())
    if head.of < 3 or cell.of < 3:
        return False
    if head.of == cell.of:
        return head.number != cell.number
    return False


def _cell(body: str, at: int) -> _Cell:
    start = body.rfind("\n", 0, at) + 1
    end = body.find("\n", at)
    line = body[start : end if end >= 0 else len(body)]
    gaps = [gap for gap in _GAP.finditer(line) if gap.start()]
    number = sum(gap.end() <= at - start for gap in gaps)
    return _Cell(number, len(gaps) + 1, start, end)


def _belongs_elsewhere(body: str, start: int) -> bool:
    """Tell a number right behind a label of its own, or within a telephone number."""
    before = body[max(0, start - _NEAR) : start]
    return bool(_PHONE.search(before) or _other_label().search(before))


@cache
def _other_label() -> re.Pattern[str]:
    words = sorted((word for row in rows("number_labels") for word in spellings(row["labels"])), key=len, reverse=True)
    stems = "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s") for word in words)
    return re.compile(
        rf"(?:(?<!\w)(?:{stems})(?!\w)|[订批货合序]\w{{0,3}}号|发票号码?|账号|邮编)"
        r"[\s.:-]*(?:no|nr|number|num|номер|н|№|n°|n\.?º|#|号)?[\s.:#№=–-]{0,4}$",
        re.IGNORECASE,
    )


def _other_numbers(text: str) -> bytearray:
    """Mark the characters of dates and identifiers, which often look like codes."""
    marks = bytearray(len(text))
    for finder in (date.find, identifier.find):
        for hit in finder(text):
            marks[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return marks
