"""Two readings of the same ink: words that lie on each other are weighed, the surer ones stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.readers.ocr.engine import Seen, certainty

SHARED = 0.3
"""Words share so much of the smaller one, if they are of the same ink."""
ALONE, FAR_ALONE = 0.5, 0.8
"""So sure is a word that only the closer, or only the other reading has."""


def weighed(whole: Sequence[Seen], closer: Sequence[Seen]) -> list[Seen]:
    """Join a reading of a whole and a closer one of its parts."""
    kept = [word for ours, theirs in clusters(whole, closer) for word in better(ours, theirs)]
    return sorted(kept, key=lambda word: (word.y0, word.x0))


def better(far: Sequence[Seen], near: Sequence[Seen]) -> Sequence[Seen]:
    """Choose between two readings of one spot."""
    if not far:
        return [word for word in near if word.confidence >= ALONE]
    if not near:
        return [word for word in far if word.confidence >= FAR_ALONE]
    return near if certainty(near) >= certainty(far) else far


def clusters(whole: Sequence[Seen], closer: Sequence[Seen]) -> Iterator[tuple[list[Seen], list[Seen]]]:
    """Yield words of both readings that lie on each other, directly or by others."""
    waiting = ([*whole], [*closer])
    while any(waiting):
        first = 0 if waiting[0] else 1
        seed = waiting[first].pop()
        spot: tuple[list[Seen], list[Seen]] = ([], [])
        spot[first].append(seed)
        reached = [(seed, first)]
        while reached:
            word, side = reached.pop()
            others = waiting[1 - side]
            touching = [other for other in others if is_same_ink(word, other)]
            for other in touching:
                others.remove(other)
                spot[1 - side].append(other)
                reached.append((other, 1 - side))
        yield spot


def is_same_ink(one: Seen, other: Seen) -> bool:
    """Tell whether two words share much of the smaller one."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return width > 0 and height > 0 and width * height >= SHARED * min(_area(one), _area(other))


def _area(word: Seen) -> int:
    return max(1, (word.x1 - word.x0) * (word.y1 - word.y0))
