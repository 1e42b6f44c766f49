"""Lines that only say which item follows: “Item 2”, “Товар № 3”. They bound what is above and open no item twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.model import Word
from extract.profiles import Rule
from extract.profiles.rule import folded_words
from extract.records.labels import ORNAMENT, Label
from extract.records.passage import height, middle
from extract.records.segments import Segment

BANNER = Rule(read="nothing")
_NUMBER = re.compile(r"\d{1,3}[.:)]?")


def with_banners(labels: Sequence[Label], pieces: Sequence[Segment], rules: Sequence[Rule]) -> list[Label]:
    """Add the banners of a page as labels that tell nothing, where boxes below them tell the number of the item."""
    wordings = {words for rule in rules if rule.field == "item_number" for words in rule.spellings} | {("item",)}
    banners = list(_banners(pieces, wordings))
    inked = {id(word) for label in banners for word in label.words}
    others = [label for label in labels if not any(id(word) in inked for word in label.words)]
    told = any(label.rule.field == "item_number" for label in others)
    return [*others, *banners] if told and banners else list(labels)


def _banners(pieces: Sequence[Segment], wordings: set[tuple[str, ...]]) -> Iterator[Label]:
    for at, piece in enumerate(pieces):
        words = [word for word in piece.words if not ORNAMENT.fullmatch(word.text)]
        said = len(words) > 1 and _NUMBER.fullmatch(words[-1].text)
        if said and tuple(_folded(words[:-1])) in wordings and _alone(piece, pieces[max(at - 3, 0) : at + 4]):
            yield Label(BANNER, piece.words, piece.box, piece.cell, False, True)


def _folded(words: Sequence[Word]) -> Iterator[str]:
    for word in words:
        yield from folded_words(word.text)


def _alone(piece: Segment, near: Sequence[Segment]) -> bool:
    """Tell a piece that has its line for itself."""
    size = height(piece.box)
    return not any(abs(middle(one.box) - middle(piece.box)) < size / 2 for one in near if one is not piece)
