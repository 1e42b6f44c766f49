"""What an identifier says of its holder: the month of a БИН, the currency of an account, the parts of a declaration.

None of it is read from a number whose own check is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from extract.fields import currency, date
from extract.fields.contract import FieldError
from extract.fields.identifier import Identifier, bin_registration

_DECLARATION = re.compile(r"(?P<office>\d{2,8})/(?P<day>\d{6})/(?P<serial>[0-9A-ZА-Я]{5,7})(?:/(?P<item>\d{1,3}))?")
_BIN_KINDS = {"4": "resident company", "5": "non-resident company", "6": "entrepreneurs jointly"}
_BIN_BRANCHES = {"0": "head office", "1": "branch", "2": "representation", "3": "farm"}
_MRN_COUNTRY = slice(2, 4)

Parts = Mapping[str, str]


@lru_cache(maxsize=4096)
def parts(found: Identifier) -> Parts:
    """Take an identifier apart into what it says; empty where it says nothing or its check is wrong."""
    read = _READERS.get(found.scheme)
    return read(found.value) if read is not None and found.valid is not False else {}


def _bin(value: str) -> Parts:
    registered = bin_registration(value)
    if registered is None:
        return {}
    return {"registered": registered, "kind": _BIN_KINDS[value[4]], "office": _BIN_BRANCHES[value[5]]}


def _account(value: str) -> Parts:
    """Digits 6 to 8 of a Russian account are its currency; 810 is the rouble's old number."""
    try:
        return {"currency": currency.parse(value[5:8])}
    except FieldError:
        return {}


def _declaration(value: str) -> Parts:
    match = _DECLARATION.fullmatch(value)
    if match is None:
        return {}
    told = {"office": match["office"], "serial": match["serial"], "item": match["item"]}
    try:
        told["registered"] = date.from_ddmmyy(match["day"])
    except FieldError:
        told["registered"] = None
    return {name: part for name, part in told.items() if part}


def _mrn(value: str) -> Parts:
    return {"year": f"20{value[:2]}", "country": value[_MRN_COUNTRY]}


def _ogrn(value: str) -> Parts:
    """Digits 2 and 3 are the year of the entry; the register begins in 2002."""
    return {"year": f"20{value[1:3]}"} if value[1:3] < "90" else {}


def _tax_office(value: str) -> Parts:
    return {"tax_office": value[:4]}


def _iin(value: str) -> Parts:
    """Say no more than that it is a person's: the day of birth in it is personal data."""
    return {"kind": "person"}


_READERS: Mapping[str, Callable[[str], Parts]] = {
    "bin": _bin, "account": _account, "declaration_number": _declaration, "mrn": _mrn, "ogrn": _ogrn,
    "ogrnip": _ogrn, "inn": _tax_office, "kpp": _tax_office, "iin": _iin,
    "iban": lambda value: {"country": value[:2]},
    "vat": lambda value: {"country": value[:2] if value[0].isalpha() else "NL"},
    "eori": lambda value: {"country": value[:2]},
    "bic": lambda value: {"country": value[4:6]},
    "awb": lambda value: {"airline": value[:3]},
    "uscc": lambda value: {"region": value[2:8]},
    "container": lambda value: {"owner": value[:3]},
}  # fmt: skip
