"""Parties of an agreement that its opening words name: “…, именуемое в дальнейшем «Продавец»”, “(the “Seller”)”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from extract.fields import company
from extract.fields.contract import Hit
from extract.model import MentionKind
from extract.profiles import vocabulary
from extract.profiles.rule import folded_words

_FROM_HERE_ON = (
    r"именуем\w+|в дальнейшем|далее|що (?:на)?далі|надалі|далі|бұдан әрі|hereinafter|hereafter|referred to as|called"
    r"|nachfolgend|nachstehend|im folgenden|ci-après|en adelante|di seguito|zwan\w+ dalej|bundan sonra|\((?:the|als)"
)
_NAMED = re.compile(
    rf"(?i)(?:{_FROM_HERE_ON})(?:[\s,:–—-]+[^\s«»\"“”„]+){{0,5}}?[\s,:–—-]*[«\"“„](?P<word>[^«»\"“”„]{{3,40}})[»\"”“]"
)
_TRADERS = ("seller", "buyer", "consignor", "consignee")
_FARTHEST = 400
"""So many characters before the word that names it a party is introduced."""


def hits(text: str) -> Iterator[Hit]:
    """Give the companies that a text calls seller or buyer from there on."""
    begin = 0
    for match in _NAMED.finditer(text):
        role = _roles().get(folded_words(match["word"]))
        begin = max(begin, match.start() - _FARTHEST)
        named = list(company.find(text[begin : match.start()])) if role else []
        if named:
            hit, evidence = named[-1], f"called “{match['word']}” from there on"
            yield replace(hit, start=begin + hit.start, end=begin + hit.end, role=role, evidence=evidence)
        begin = match.end()


@cache
def _roles() -> Mapping[tuple[str, ...], str]:
    labels = vocabulary()[MentionKind.COMPANY]
    return {folded_words(label): role for role in _TRADERS for label in labels[role]}
