"""How a column writes its values: one rule for a column, from which the raw text of most of its cells follows.

A rule for numbers is the decimal mark, the separator of thousands before it where there is one, and the number of
decimals behind it where every cell has as many: ``,`` is 1234,5; ``,2`` is 1234,50; ``" ,2"`` is 1 234,50; ``,.0`` is
1,234. A rule for dates is a strftime pattern of %d, %m, %Y and whatever stands around them: ``%d.%m.%Y``. A rule for
identifiers is the scheme that the cells leave out: ``inn:``. A rule for words is a JSON object of codes and how they
are printed: ``{"import": "ИМ"}``. The empty rule writes a value as its own text. A cell that is written otherwise keeps
its raw text with the record.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

_NUMBER = re.compile(r"(?P<group>[^.,%]|[.,](?=[.,]))?(?P<mark>[.,])(?P<decimals>\d{0,2})", re.DOTALL)


def spelled(rule: str, value: str) -> str:
    """Write a value as its column does; ``value`` is its own text: a plain decimal, an ISO date, scheme:identifier.

    >>> spelled(" ,2", "1234567.5"), spelled(",", "0.25"), spelled("%d.%m.%Y", "2022-05-12"), spelled("inn:", "inn:77")
    ('1 234 567,50', '0,25', '12.05.2022', '77')
    """
    if not rule:
        return value
    if rule.startswith("{"):
        return _words(rule).get(value, value)
    if rule.endswith(":"):
        return value.removeprefix(rule)
    if "%" in rule:
        return _date(rule, value)
    group, mark, decimals = number_rule(rule)
    places = f".{decimals}" if decimals else ""
    printed = format(Decimal(value), f"{',' if group else ''}{places}f")
    return printed.translate({ord(","): group, ord("."): mark})


@cache
def _words(rule: str) -> Mapping[str, str]:
    words: dict[str, str] = json.loads(rule)
    return words


@cache
def number_rule(rule: str) -> tuple[str, str, str]:
    """Take a rule for numbers apart: separator of thousands, decimal mark, number of decimals where it is fixed."""
    match = _NUMBER.fullmatch(rule)
    if match is None:
        raise ValueError(f"{rule!r} is no way to write numbers")
    return match["group"] or "", match["mark"], match["decimals"]


def _date(rule: str, value: str) -> str:
    year, month, day = value.split("-")
    return rule.replace("%Y", year).replace("%m", month).replace("%d", day)
