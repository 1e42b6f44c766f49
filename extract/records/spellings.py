"""Find the rule by which a column writes its values (extract.model.spelling), so that few cells keep their raw text."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from extract.model import Cell, cell_text, spelled
from extract.records.values import Decisions, Value, read_cell

_TRIED = 100
"""Distinct cells that a rule is tried on."""
_MOST = 9
"""Decimals that a rule may have."""
_GROUP = re.compile(r"\d(\D)\d{3}(?!\d)")
_DAY = re.compile(
    r"(?:(?P<year>\d{4})(?P<a>[^\d%]?)\d\d(?P=a)\d\d|\d\d(?P<b>[^\d%]?)\d\d(?P=b)\d{4})(?P<rest>[^\d%][^%]*)?",
    re.DOTALL,
)


def rule_of(kind: str, samples: Iterable[Cell], decisions: Decisions) -> str:
    """Give the rule that gives back most of the cells; the empty one where no other is better."""
    if kind not in _RULES or decisions.scale != 1:
        return ""
    cells = {cell_text(cell): cell for cell in samples}
    texts = [text for text in cells if text.strip()][:_TRIED]
    values = [read_cell(kind, cells[text], decisions).value for text in texts]
    pairs = [(_stored(kind, value), text) for value, text in zip(values, texts, strict=True) if value is not None]
    rules = dict.fromkeys(_RULES[kind](texts, values, decisions))
    return max(rules, key=lambda rule: sum(printed(rule, value) == text for value, text in pairs))


def printed(rule: str, value: Value) -> str | None:
    """Write a value as its column does; None where the rule is not made for it, such as a month without a day."""
    try:
        return spelled(rule, cell_text(value))
    except (ValueError, ArithmeticError):
        return None


def _stored(kind: str, value: Value) -> Value:
    """Give an amount as a column of numbers keeps it: without the zeros at its end."""
    return format(Decimal(str(value)).normalize(), "f") if kind == "amount" else value


def _numbers(texts: Sequence[str], _: Sequence[Value], decisions: Decisions) -> Iterator[str]:
    """Give the rules for numbers, those of a fixed number of decimals first: they lose no zeros."""
    found = {group for text in texts for group in _GROUP.findall(text)}
    mark = decisions.decimal or ("." if "," in found else ",")
    groups = ("", *sorted(found - {mark, "%"}))
    decimals = {len(text.rpartition(mark)[2]) for text in texts if mark in text}
    yield from (f"{group}{mark}{places}" for places in sorted(decimals) if places <= _MOST for group in groups)
    yield from ("", *(f"{group}{mark}" for group in groups))


def _days(texts: Sequence[str], _: Sequence[Value], __: Decisions) -> Iterator[str]:
    yield ""
    for match in map(_DAY.fullmatch, texts):
        if match is None:
            continue
        mark, rest = match["a"] or match["b"] or "", match["rest"] or ""
        for order in (("%Y", "%m", "%d"),) if match["year"] else (("%d", "%m", "%Y"), ("%m", "%d", "%Y")):
            yield mark.join(order) + rest


def _schemes(_: Sequence[str], values: Sequence[Value], __: Decisions) -> Iterator[str]:
    yield ""
    yield from (value.partition(":")[0] + ":" for value in values if isinstance(value, str))


def _words(texts: Sequence[str], values: Sequence[Value], _: Decisions) -> Iterator[str]:
    """Give the rule that prints each code as most cells do; the codes that stand for themselves need none."""
    yield ""
    counts: dict[str, Counter[str]] = {}
    for text, value in zip(texts, values, strict=True):
        if isinstance(value, str):
            counts.setdefault(value, Counter())[text] += 1
    usual = {value: count.most_common(1)[0][0] for value, count in sorted(counts.items())}
    yield json.dumps({value: text for value, text in usual.items() if text != value}, ensure_ascii=False)


_RULES: dict[str, Callable[[Sequence[str], Sequence[Value], Decisions], Iterator[str]]] = {
    "amount": _numbers,
    "number": _numbers,
    "date": _days,
    "identifier": _schemes,
    "direction": _words,
    "country": _words,
    "currency": _words,
    "unit": _words,
}
