"""``unlade match``: what is thought of two names."""

from __future__ import annotations

import re

import click

from unlade.options import json_option
from unlade.terminal import put, put_json


def country(text: str) -> str:
    """Read a country: two letters that are one."""
    from babel import Locale

    code = text.strip().upper()
    if not re.fullmatch("[A-Z]{2}", code) or code not in Locale("en").territories:
        raise click.BadParameter(f"{text!r} is no country; write its two letters (ISO 3166), such as KZ")
    return code


def identifier(text: str) -> str:
    """Read SCHEME:VALUE: a registration number of a kind that tells companies apart."""
    from resolve.identifiers import SCHEMES, numbers

    scheme, _, value = text.strip().partition(":")
    if scheme.lower() not in SCHEMES:
        raise click.BadParameter(
            f"{text!r} names no register; write SCHEME:VALUE with one of {', '.join(sorted(SCHEMES))}"
        )
    if not numbers((text.strip(),)):
        raise click.BadParameter(f"{value!r} can be nobody's number; write it like inn:7701234567")
    return text.strip()


@click.command("match")
@click.argument("a")
@click.argument("b")
@click.option("--country-a", type=country, metavar="XX", help="Country of A, two letters.")
@click.option("--country-b", type=country, metavar="XX", help="Country of B, two letters.")
@click.option("--id-a", type=identifier, multiple=True, metavar="SCHEME:VALUE", help="Number of A: inn:7701234567.")
@click.option("--id-b", type=identifier, multiple=True, metavar="SCHEME:VALUE", help="Number of B.")
@json_option
def command(
    a: str,
    b: str,
    country_a: str | None,
    country_b: str | None,
    id_a: tuple[str, ...],
    id_b: tuple[str, ...],
    as_json: bool,
) -> None:
    """Compare two company names, with reasons in words.

    \b
    Example:
      unlade match "ООО «Воздушная Механика»" "Vozdushnaya Mekhanika LLC" --country-a RU
    """
    from resolve import match
    from resolve.model import Name

    judgement = match(Name(1, a, country_a, id_a), Name(2, b, country_b, id_b))
    if as_json:
        evidence = [{"scorer": e.scorer, "score": e.score, "reason": e.reason} for e in judgement.evidence]
        put_json({"verdict": judgement.verdict, "score": judgement.score, "evidence": evidence})
        return
    put(f"{judgement.verdict} {judgement.score:.2f}")
    put(*(f"  {e.score:+.2f} {e.reason}" for e in judgement.evidence))
