"""Currencies by code, sign, word and ISO number, in the languages of the trade.

A sign used by several countries is read as the commonest and said to be so: ``$`` as USD, ``¥`` as CNY.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.fields.contract import FieldError
from extract.fields.table import rows, spellings
from extract.fields.trie import pattern

_SHARED = {
    "$": "several dollars",
    "¥": "yuan or yen",
    "￥": "yuan or yen",
    "Rs": "several rupees",
    "Br": "several birr",
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a currency. ``decimal``: the decimal mark of the language the word belongs to."""

    code: str
    decimal: str | None = None
    shared: str | None = None


_KAZAKH = frozenset("доллар долларлар доллары долларлары рубль рублі еуро теңге юань юані".split())  # noqa: SIM905
_KAZAKH_CASES = "ға ге қа ке на не дан ден тан тен нан нен ды ді ны ні ның нің дың дің мен бен".split()  # noqa: SIM905


def _kazakh_cases(word: str) -> list[str]:
    """Give a word of Kazakh with every ending; which of them fits its vowels does not matter for finding it."""
    return [word + ending for ending in _KAZAKH_CASES] if word.rpartition(" ")[2] in _KAZAKH else []


def _spellings() -> dict[str, Spelling]:
    table: dict[str, Spelling] = {}
    for row in rows("currencies"):
        code = row["code"]
        table[code] = Spelling(code)
        table.update({sign: Spelling(code, _sign_decimal(sign), _SHARED.get(sign)) for sign in spellings(row["signs"])})
        for column, mark in (("point_words", "."), ("comma_words", ",")):
            for word in spellings(row[column]):
                for form in (word, *_kazakh_cases(word)):
                    table.setdefault(form.casefold(), Spelling(code, mark))
    return table


def _sign_decimal(sign: str) -> str | None:
    """Give the decimal mark of the countries that use a sign, where they agree."""
    return "." if any(letter in "$£¥￥₹円" for letter in sign) else None


_BY_SPELLING = _spellings()
CODES = frozenset(row["code"] for row in rows("currencies"))
_BY_NUMBER = {number: row["code"] for row in rows("currencies") for number in spellings(row["numeric"])}
_BLANKS = re.compile(r"\s+")


def _printed() -> set[str]:
    columns = ("code", "signs", "point_words", "comma_words")
    found = {form for row in rows("currencies") for column in columns for form in spellings(row[column])}
    return found.union(*map(_kazakh_cases, found))


def _is_word(form: str) -> bool:
    """Tell a word of a running sentence from a code or sign."""
    return form[0].isalpha() and form[0].islower()


def _cases(form: str) -> set[str]:
    return {form, form.upper(), form[0].upper() + form[1:]} if _is_word(form) else {form}


# Any spelling; and, to be built into a larger pattern, those that may stand before the number (codes, signs, 人民币).
# Whether a match begins a word is for `starts_word` to say.
FORMS = frozenset(case for form in _printed() for case in _cases(form))
SIGNS = frozenset(form for form in _printed() if not _is_word(form))
MATCHER = re.compile(pattern(FORMS))
LEADING_PATTERN = pattern(SIGNS)


@lru_cache(maxsize=4096)
def spelling(text: str) -> Spelling:
    """Look a spelling up: a code, a sign, a word."""
    body = _BLANKS.sub(" ", text.strip())
    found = _BY_SPELLING.get(body) or _BY_SPELLING.get(body.casefold()) or _BY_SPELLING.get(body.upper())
    found = found or _BY_SPELLING.get(body.casefold().rstrip(".,:;"))
    if found is None:
        raise FieldError(f"not a currency: {text!r}")
    return found


@lru_cache(maxsize=4096)
def parse(text: str) -> str:
    """Give the ISO 4217 code of a currency written as code, sign, word or ISO number."""
    body = text.strip().strip("()[]")
    number = body[:-2] if body.endswith(".0") else body
    if number.isascii() and number.isdigit() and number.zfill(3) in _BY_NUMBER:
        return _BY_NUMBER[number.zfill(3)]
    return spelling(body).code
