"""``unlade match``: what is thought of two names."""

from __future__ import annotations

import click

from unlade.options import json_option
from unlade.terminal import put, put_json


@click.command("match")
@click.argument("a")
@click.argument("b")
@click.option("--country-a", metavar="XX", help="Country of A, two letters.")
@click.option("--country-b", metavar="XX", help="Country of B, two letters.")
@click.option("--id-a", multiple=True, metavar="SCHEME:VALUE", help="Identifier of A, such as inn:7701234567.")
@click.option("--id-b", multiple=True, metavar="SCHEME:VALUE", help="Identifier of B.")
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
