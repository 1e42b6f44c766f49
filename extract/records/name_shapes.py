"""Tell a column of company names by how its texts are built, where no header says so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.fields import legal_form
from extract.fields.placeholder import is_placeholder
from extract.model import Cell, cell_text
from extract.records.vocabulary import company_words

_ENOUGH = 300
_MANY = 20
_FORM = re.compile(rf"(?<![\w-]){legal_form.PATTERN}")
_HAN_FIRM = re.compile(r"[一-鿿()（）]{2,}(?:公司|集团|企业|工厂|商行|商社|银行|厂)(?![一-鿿])")
_LETTERS = re.compile(r"(?<!\w)((?:\w\W{1,2}){1,4}\w)(?!\w)")
_PERSON = re.compile(r"[А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ][\w'’-]+\s+[А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ]\.\s?[А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ]\.")
"""Initials behind a family name: «Петров П.П.» owns no «ПП»."""
_ENDS = re.compile(r"\W*(?:$|[\w/]*\d)")
_WORD = re.compile(r"[^\W\d_]+")
_GOODS = re.compile(r"\d\s*[xх*×]\s*\d|\d\s?(?:mm|cm|kg|pcs|ml|мм|см|кг|шт|мл)\b|[;:#]\s*\d", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\d.*,|,.*\d|\b(?:street|road|avenue|block|floor|room|plot|building|lot|city|district|zone|sector|ул|дом|район)\b",
    re.IGNORECASE,
)


_COUNTED = re.compile(
    r"\d\s?(?:%|(?:мк?г|м?л|к?г|шт|таб\w*|кап\w*|фл|амп|см|мм|ме|ед|mc?g|m?l|k?g|pcs|cm|mm|iu|tabs?)(?![^\W\d]))"
    r"|\d\s*[xх*×]\s*\d|(?:№|\b[nхx])\s?\d+\b",
    re.IGNORECASE,
)


def are_goods(cells: Sequence[Cell]) -> bool:
    """Tell the names of goods from those of firms: most hold a measure or a count, hardly one a legal form."""
    some = names(cells)
    counted = sum(bool(_COUNTED.search(text)) for text in some)
    return counted * 2 > len(some) and sum(map(is_company, some)) * 10 < len(some) * 3


def names(cells: Sequence[Cell]) -> list[str]:
    """Give the distinct texts of a column, without what only stands in for a name."""
    texts = (cell_text(cell).strip() for cell in cells if isinstance(cell, str))
    return list(dict.fromkeys(text for text in texts if text and not is_placeholder(text)))[:_ENOUGH]


def is_company(text: str) -> bool:
    """Tell a name with a legal form or a word only firms use; an address may stand behind it, not before."""
    if _PERSON.fullmatch(text):
        return False
    at = max(_form_end(text), _form_end(_closed(text)), _word_end(text), _han_end(text))
    begin = text[:at]
    return (
        bool(begin) and len(text) >= 4 and len(begin) <= 90 and not _GOODS.search(begin) and not _ADDRESS.search(begin)
    )


def _closed(text: str) -> str:
    """Close up letters that stand alone: S A, S.R.L., S L U."""
    return _LETTERS.sub(lambda match: re.sub(r"\W", "", match[1]), text)


def _form_end(text: str) -> int:
    """Tell where the legal form ends; a short one in the middle of words is a word of some language."""
    ends = (m.end() for m in _FORM.finditer(text) if len(m[0]) > 2 or m.start() == 0 or _ENDS.match(text, m.end()))
    return next(ends, 0)


def _han_end(text: str) -> int:
    """Tell where a Chinese name of a firm ends: its last letters say what it is, and no blank parts them."""
    match = _HAN_FIRM.search(text)
    return match.end() if match else 0


def _word_end(text: str) -> int:
    """Tell where a word of firms ends; one alone names no firm, nor does one behind a number."""
    found = list(_WORD.finditer(text))
    known = company_words()
    if len(found) < 2 or text[:1].isdigit():
        return 0
    return next((match.end() for match in found if match[0].casefold() in known), 0)


def is_name(text: str) -> bool:
    """Tell what could be a name: two to nine words, hardly a digit, neither goods nor an address."""
    digits = sum(c.isdigit() for c in text)
    good = 2 <= len(text.split()) <= 9 and digits * 8 <= len(text)
    return good and not _GOODS.search(text) and not _ADDRESS.search(text)


def companies(columns: Mapping[int, Sequence[Cell]]) -> dict[int, str]:
    """Name the columns of companies, with the evidence."""
    texts = {position: found for position, cells in columns.items() if (found := names(cells))}
    known = {position: said for position, found in texts.items() if (said := _by_words(found))}
    return {**_twins(texts, known), **known}


def _by_words(texts: Sequence[str]) -> str | None:
    firms, some = sum(map(is_company, texts)), len(texts)
    named = sum(map(is_name, texts))
    if firms * 10 >= some * 4:
        return f"values: {firms} of {some} are names with a legal form or a word of firms"
    if some >= _MANY and firms * 12 >= some and named * 10 >= some * 8:
        return f"values: {named} of {some} look like names, {firms} have a legal form or a word of firms"
    return None


def _twins(texts: Mapping[int, Sequence[str]], known: Mapping[int, str]) -> dict[int, str]:
    """Name the columns that repeat the names of a known one, in another spelling."""
    found = {}
    for position, mine in texts.items():
        words = {w for text in mine for w in _WORD.findall(text.casefold()) if len(w) > 3}
        for other in known:
            theirs = {w for text in texts[other] for w in _WORD.findall(text.casefold()) if len(w) > 3}
            if position not in known and all(map(is_name, mine)) and _overlap(words, theirs):
                found[position] = f"values: the names of column {other + 1}, spelled otherwise"
    return found


def _overlap(mine: set[str], theirs: set[str]) -> bool:
    common = len(mine & theirs)
    return common >= 2 and common * 2 >= min(len(mine), len(theirs)) and common * 3 >= max(len(mine), len(theirs))
