"""What takes a claim back or passes it on: negation, hearsay, words of doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.statements.claim import Said
from extract.statements.scene import Scene
from extract.statements.vocabulary import word, words


def colours(scene: Scene, left: int, trigger: tuple[int, int], right: int | None = None) -> Iterator[tuple[str, Said]]:
    """Give negation, attribution and hedge of what a verb at ``trigger`` says.

    Its clause begins at ``left``; a denial may stand behind the verb, up to ``right``.
    """
    negation = _negation(scene, left, trigger, trigger[1] if right is None else right)
    if negation is not None:
        yield "negated", negation
    attribution = _attribution(scene)
    if attribution is not None:
        yield "attribution", attribution
    hedge = scene.said("hedge")
    if hedge is not None:
        yield "hedge", hedge


def _negation(scene: Scene, left: int, trigger: tuple[int, int], right: int) -> Said | None:
    pattern = words("negation", scene.language)
    before = scene.text[left : trigger[0]]
    match = re.search(rf"{pattern}\W*(?:\w+\W+){{0,2}}$", before)
    if match is not None:
        return Said(1, left + match.start(), left + match.start() + len(match.group().split()[0]))
    inside = re.search(pattern, scene.text[slice(*trigger)])
    if inside is not None:
        return Said(1, trigger[0] + inside.start(), trigger[0] + inside.end())
    behind = scene.said("negation_behind", trigger[1], right)
    return Said(1, behind.start, behind.end) if behind else None


def _attribution(scene: Scene) -> Said | None:
    match = word("attribution", scene.language).search(scene.text, scene.start, scene.end)
    if match is None:
        return None
    group = match.lastgroup or 0
    start, end = match.span(group)
    return Said(" ".join(scene.text[start:end].split()), start, end)
