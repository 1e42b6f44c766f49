"""Registration numbers that name exactly one company.

Checksums are the extractor's business; here a number only has to be one that could distinguish anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# Accounts, phones, KPP and the like are shared or many: they are not in this list and decide nothing.
SCHEMES = frozenset(
    ("bin", "iin", "inn", "ogrn", "ogrnip", "unp", "edrpou", "uz_inn", "kg_inn", "uscc", "vkn", "siren", "lei", "vat")
)

Numbers = Mapping[str, frozenset[str]]


def numbers(identifiers: Iterable[str]) -> dict[str, frozenset[str]]:
    """Sort out the numbers that can decide, by scheme.

    >>> numbers(["bin:220440012345", "inn:0000000000", "kpp:770101001"])
    {'bin': frozenset({'220440012345'})}
    """
    found: dict[str, set[str]] = {}
    for identifier in identifiers:
        scheme, _, value = identifier.partition(":")
        value = "".join(filter(str.isalnum, value)).upper()
        if scheme.lower() in SCHEMES and len(set(value)) > 2:
            found.setdefault(scheme.lower(), set()).add(value)
    return {scheme: frozenset(values) for scheme, values in found.items()}


def united(left: Numbers, right: Numbers) -> dict[str, frozenset[str]]:
    """Put the numbers of two names of one company together."""
    nothing: frozenset[str] = frozenset()
    return {scheme: left.get(scheme, nothing) | right.get(scheme, nothing) for scheme in {*left, *right}}


def agree(left: Numbers, right: Numbers) -> bool | None:
    """Say whether numbers agree: no if those of any kind conflict, yes if of any kind they are equal, else None.

    A printed name that carries two numbers of a kind is the name of two companies: it agrees with neither.
    """
    common = left.keys() & right.keys()
    if any(left[scheme].isdisjoint(right[scheme]) for scheme in common):
        return False
    return True if any(left[scheme] == right[scheme] and len(left[scheme]) == 1 for scheme in common) else None
