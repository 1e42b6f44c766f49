"""Boxes that stand so close that a line runs over several: it is parted where the number of the next box begins.

What stands under such a number, further words of its label or its value, begins where it begins; inside a ruled cell
this may be chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.model import Word, union
from extract.profiles import Rule
from extract.records.numbered import box_of, by_number, like_label
from extract.records.passage import height
from extract.records.segments import Segment

_REACH = 4
"""So many lines under the number of a box, what begins exactly there belongs to it."""
_EXACT = 1.0
"""Points by which a line may be set off from the one above."""


@dataclass
class _Numbers:
    """The places at which numbers of boxes were printed so far: how far left, how far down, how high."""

    rules: Mapping[str, Rule]
    places: list[tuple[float, float, float]] = field(default_factory=list)

    def open_at(self, pieces: Sequence[Segment], piece: int, at: int) -> bool:
        """Tell whether the number of a box begins here, with words of its label behind it or under it."""
        words = pieces[piece].words
        rule = box_of(words[at], self.rules)
        if rule is None or not like_label([words[at + 1 :], *_under(words[at], pieces[piece + 1 :])], rule.spellings):
            return False
        box = words[at].box
        self.places.append((box.x0, box.bottom, height(box)))
        return True

    def stand_over(self, word: Word) -> bool:
        """Tell whether a word begins right under the number of a box."""
        return any(
            abs(word.box.x0 - x) < _EXACT and 0 <= word.box.bottom - bottom < _REACH * size
            for x, bottom, size in self.places
        )


def parted_boxes(pieces: Sequence[Segment], rules: Sequence[Rule]) -> list[Segment]:
    """Part pieces of line where the next box begins."""
    numbers = _Numbers(by_number(tuple(rules)))
    return [part for at in range(len(pieces)) for part in _parted(pieces, at, numbers)]


def _parted(pieces: Sequence[Segment], at: int, numbers: _Numbers) -> Iterator[Segment]:
    piece, first = pieces[at], 0
    for place, word in enumerate(piece.words):
        begins = numbers.open_at(pieces, at, place)
        if place and (begins or (piece.cell is None and numbers.stand_over(word))):
            yield _segment(piece, first, place)
            first = place
    yield _segment(piece, first, len(piece.words)) if first else piece


def _under(number: Word, below: Sequence[Segment]) -> Iterator[Sequence[Word]]:
    """Give the next lines from where they stand exactly under a number."""
    for piece in below:
        if piece.box.top - number.box.bottom > 2 * height(number.box):
            return
        yield from (
            piece.words[at:] for at, word in enumerate(piece.words) if abs(word.box.x0 - number.box.x0) < _EXACT
        )


def _segment(piece: Segment, first: int, last: int) -> Segment:
    words = piece.words[first:last]
    box = union([word.box for word in words])
    assert box is not None, "a segment has words"
    return Segment(words, box, piece.cell)
