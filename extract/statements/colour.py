"""What takes a claim back or passes it on: negation, hearsay, words of doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.statements.claim import Said
from extract.statements.scene import Scene
from extract.statements.vocabulary import word, words


def colours(scene: Scene, left: int, trigger: tuple[int, int]) -> Iterator[tuple[str, Said]]:
    """Give negation, attribution and hedge of what a verb at ``trigger`` says; its clause begins at ``left``."""
    negation = _negation(scene, left, trigger)
    if negation is not None:
        yield "negated", negation
    attribution = _attribution(scene)
    if attribution is not None:
        yield "attribution", attribution
    hedge = scene.said("hedge")
    if hedge is not None:
        yield "hedge", hedge


def _negation(scene: Scene, left: int, trigger: tuple[int, int]) -> Said | None:
    pattern = words("negation", scene.language)
    before = scene.text[left : trigger[0]]
    match = re.search(rf"{pattern}\W*(?:\w+\W+){{0,2}}$", before)
    if match is not None:
        return Said(1, left + match.start(), left + match.start() + len(match.group().split()[0]))
    inside = re.search(pattern, scene.text[slice(*trigger)])
    return Said(1, trigger[0] + inside.start(), trigger[0] + inside.end()) if inside else None


def _attribution(scene: Scene) -> Said | None:
    match = word("attribution", scene.language).search(scene.text, scene.start, scene.end)
    if match is None:
        return None
    group = match.lastgroup or 0
    start, end = match.span(group)
    return Said(" ".join(scene.text[start:end].split()), start, end)
