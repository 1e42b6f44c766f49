"""Find printed labels: words of a profile's rule that begin a piece of line, wrapped over lines if need be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.model import Box, Word, union
from extract.profiles import Rule
from extract.profiles.rule import folded_words
from extract.records.passage import height
from extract.records.segments import Segment

_NUMBER = re.compile(r"(\d{1,2}[a-zа-я]?|[A-ZА-Я])[.,)]?")
ORNAMENT = re.compile(r"[\W_]+|(?:No|Nr|n°)\.?:?", re.IGNORECASE)
SAYS_NUMBER = re.compile(r"(?:№|#|No|Nr|N[o°º]?)\.?:?", re.IGNORECASE)
LONG_NUMBER = re.compile(r"(?:\d\W?){5}")
_UNPARTED = "\u2e7f"
"""From here on, scripts put no blanks between words: a label may break anywhere."""

_ABOVE = 24
"""Among so many pieces of line before a label the number of its box may stand: a line above it, over each column."""

_NUMBERED_FORM = 3
"""From so many labels with their numbers on, the form prints numbers, and words without one are not labels of boxes."""

_ENDS = (":", ";", ",", "|", "(", "/", ".", "–", "—", "•", "·")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it was found. ``numbered``: the number of its box is printed with it; ``alone``: it fills its line."""

    rule: Rule
    words: tuple[Word, ...]
    box: Box
    cell: Box | None
    numbered: bool
    alone: bool

    @property
    def text(self) -> str:
        """Print the label in one line."""
        return " ".join(word.text for word in self.words)

    @property
    def closes(self) -> bool:
        """Tell whether it ends with a colon: its value is to its right."""
        return self.words[-1].text.endswith((":", "："))

    @property
    def says_number(self) -> bool:
        """Tell whether it ends with a “No.”."""
        return SAYS_NUMBER.fullmatch(self.words[-1].text) is not None


def find_labels(pieces: Sequence[Segment], rules: Iterable[Rule]) -> list[Label]:
    """List the labels on a page from the top; where two claim a word, the numbered and then the longer one wins."""
    by_first = _by_first_word(tuple(rules))
    found = [label for at in range(len(pieces)) for label in _labels_from(pieces, at, by_first)]
    if sum(label.numbered for label in found) >= _NUMBERED_FORM:
        found = [label for label in found if label.numbered or not label.rule.box]
    found.sort(key=lambda label: (not label.numbered, -len(label.words), label.box.top, label.box.x0))
    taken: set[int] = set()
    kept = []
    for label in found:
        if not any(id(word) in taken for word in label.words):
            taken.update(id(word) for word in label.words)
            kept.append(label)
    return list(_joined(sorted(kept, key=lambda label: (label.box.top, label.box.x0))))


def _joined(labels: Iterable[Label]) -> Iterator[Label]:
    """Make one label of two spellings of a thing: “Buyer / Customer:”; what has a number of its own is another."""
    held: Label | None = None
    for label in labels:
        if held is not None and not label.numbered and held.words[-1].text.endswith("/") and _adjoins(held, label):
            words = held.words + label.words
            held = replace(held, words=words, box=_around(words))
            continue
        if held is not None:
            yield held
        held = label
    if held is not None:
        yield held


def _adjoins(left: Label, right: Label) -> bool:
    size = height(left.box)
    return abs(left.box.top - right.box.top) < size / 2 and 0 <= right.box.x0 - left.box.x1 < 2 * size


def _around(words: Sequence[Word]) -> Box:
    box = union([word.box for word in words])
    assert box is not None, "a label has words"
    return box


@cache
def _by_first_word(rules: tuple[Rule, ...]) -> dict[str, list[tuple[Rule, tuple[str, ...]]]]:
    table: dict[str, list[tuple[Rule, tuple[str, ...]]]] = {}
    for rule in rules:
        for spelling in rule.spellings:
            table.setdefault(_key(spelling[0]), []).append((rule, spelling))
    return table


def _key(word: str) -> str:
    """Look labels up by their first word; where words are not parted by blanks, by their first sign."""
    return word[0] if word[0] > _UNPARTED else word


def _labels_from(
    pieces: Sequence[Segment], at: int, by_first: dict[str, list[tuple[Rule, tuple[str, ...]]]]
) -> Iterator[Label]:
    words = pieces[at].words
    for begin, word in enumerate(words):
        if not _may_begin(words, begin):
            continue
        first = folded_words(word.text)[:1]
        for rule, spelling in by_first.get(_key(first[0]), ()) if first else ():
            label = _match(pieces, at, begin, rule, spelling)
            if label is not None:
                yield label


def _may_begin(words: Sequence[Word], at: int) -> bool:
    if at == 0:
        return True
    before = words[at - 1].text
    if all(
        ORNAMENT.fullmatch(word.text) or (not place and _NUMBER.fullmatch(word.text))
        for place, word in enumerate(words[:at])
    ):
        return True
    return before.endswith(_ENDS) or (at == 1 and _NUMBER.fullmatch(before) is not None)


def _match(pieces: Sequence[Segment], at: int, begin: int, rule: Rule, spelling: tuple[str, ...]) -> Label | None:
    piece = pieces[at]
    if spelling[0][0] > _UNPARTED:
        return _match_signs(pieces, at, begin, rule, "".join(spelling))
    matched: list[Word] = []
    wanted = 0
    run = _with_wraps(pieces, at, begin) if len(spelling) > 1 else iter(piece.words[begin:])
    for word in run:
        tokens = folded_words(word.text)
        if wanted == len(spelling):
            if not ORNAMENT.fullmatch(word.text) or word not in piece.words:
                break
        elif tokens and not agree(word.text, tokens, spelling[wanted : wanted + len(tokens)]):
            break
        matched.append(word)
        wanted += len(tokens) if wanted < len(spelling) else 0
    if wanted < len(spelling):
        return None
    number = _number_before(pieces, at, begin, rule.box)
    words = ((number,) if number else ()) + tuple(matched)
    alone = begin == 0 and matched[-1] is piece.words[-1]
    return Label(rule, words, _around(words), piece.cell, number is not None, alone)


def _match_signs(pieces: Sequence[Segment], at: int, begin: int, rule: Rule, spelling: str) -> Label | None:
    """Match a label sign by sign, up to the end of a word."""
    piece = pieces[at]
    matched: list[Word] = []
    left = spelling
    for word in _with_wraps(pieces, at, begin):
        signs = "".join(folded_words(word.text))
        if not left.startswith(signs) or not left:
            break
        matched.append(word)
        left = left[len(signs) :]
    if left or not matched:
        return None
    return Label(
        rule, tuple(matched), _around(matched), piece.cell, False, begin == 0 and matched[-1] is piece.words[-1]
    )


def agree(text: str, tokens: tuple[str, ...], wanted: Sequence[str]) -> bool:
    """Compare the words of a label; a word cut with a point stands for the longer one."""
    if len(tokens) > len(wanted):
        return False
    cut = text.rstrip(":").endswith(".")
    *firsts, last = zip(tokens, wanted, strict=False)
    return all(a == b for a, b in firsts) and (last[0] == last[1] or (cut and last[1].startswith(last[0])))


def _with_wraps(pieces: Sequence[Segment], at: int, begin: int) -> Iterator[Word]:
    """Go on with the lines under a label that begin where it begins, or have their middle where its line has."""
    current = pieces[at]
    left = current.words[begin].box.x0
    yield from current.words[begin:]
    for piece in pieces[at + 1 :]:
        size = height(current.box)
        if piece.box.top - current.box.bottom > size:
            return
        under = piece.box.top >= current.box.bottom - 0.4 * size
        aligned = -2.5 * size < piece.box.x0 - left < 2.5 * size or _centred(piece.box, current.box)
        if under and piece.cell == current.cell and aligned:
            yield from piece.words
            current = piece


def _centred(one: Box, other: Box) -> bool:
    return abs(one.x0 + one.x1 - other.x0 - other.x1) < height(one)


def _number_before(pieces: Sequence[Segment], at: int, begin: int, box: str) -> Word | None:
    """Find the printed number of a box: before its label, or alone at its upper left."""
    if not box:
        return None
    piece = pieces[at]
    if begin:
        before = piece.words[begin - 1]
        return before if before.text.strip(".,)") == box else None
    for other in reversed(pieces[max(at - _ABOVE, 0) : at]):
        last = other.words[-1]
        near = piece.box.x0 - last.box.x1 < 2 * height(piece.box) and piece.box.top - last.box.bottom < height(
            piece.box
        )
        if near and last.box.x0 <= piece.box.x0 + 2 and last.text.strip(".,)") == box and other.cell == piece.cell:
            return last
    return None
