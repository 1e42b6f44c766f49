"""Labels of numbered boxes that no profile spells: cut short, misread, in a second language, or the number alone.

A form that prints the numbers of its boxes needs little more than those: the words behind a number must only be like
the label of that box, and in the corner of a ruled cell the number suffices. Items begin below the box that opens them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.fuzz import ratio

from extract.model import Box, Word, union
from extract.profiles import Rule
from extract.profiles.rule import folded_words
from extract.records.labels import Label, find_labels
from extract.records.passage import height
from extract.records.segments import Segment

ENOUGH = 3
"""From so many labels with their numbers on, a form prints numbers."""
MANY = 8
"""From so many numbers in corners of cells, a form prints numbers alone."""
_NUMBER = re.compile(r"[|\[\](){}!'‘]?(\d{1,2}[aа]?)[.,)]?")
"""Text recognition may take the rule beside a number for a sign."""
_ALIKE = 75
_PLAIN = str.maketrans("әғқңөұүһі", "агкноуухи")
"""Kazakh letters are read as the Russian ones they resemble where only Russian was expected."""
_LANGUAGE_LINES = 2
"""So many lines a label has in its first language, hardly more."""
_WRAPPED_WORDS = 3
_SHORTEST = 3
TELLING = 4
_ORNAMENT = re.compile(r"[\W_]+|(?:No|Nr|n[°º])\.?:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A printed number of a box, the words behind it that are like its label, and its corner of a cell."""

    label: Label
    in_corner: bool

    @property
    def spelled(self) -> bool:
        """Tell whether words stand with the number."""
        return len(self.label.words) > 1


def box_labels(pieces: Sequence[Segment], rules: Sequence[Rule]) -> list[Label]:
    """List the labels of a form from the top: those its profile spells, and those only their number tells."""
    labels = [_whole(label, pieces) for label in find_labels(pieces, rules)]
    taken = {id(word) for label in labels for word in label.words}
    found = list(_numbers(pieces, taken, by_number(tuple(rules))))
    spelled = [_whole(one.label, pieces) for one in found if one.spelled]
    corners = [one.label for one in found if not one.spelled and one.in_corner]
    if sum(label.numbered for label in labels) + len(spelled) < ENOUGH and len(corners) < MANY:
        return labels
    boxed = [label for label in labels if label.numbered or not label.rule.box]
    alone = corners if len({label.rule for label in corners}) >= MANY else []
    boxed = list(_added(boxed, [*spelled, *alone]))
    missing = [rule for rule in rules if rule.box and rule not in {label.rule for label in boxed}]
    boxed += [label for label in find_labels(pieces, missing) if _heads_cell(label, pieces)]
    return sorted(_in_their_place(boxed), key=lambda label: (label.box.top, label.box.x0))


@cache
def by_number(rules: tuple[Rule, ...]) -> Mapping[str, Rule]:
    """Look rules up by the printed number of their box."""
    return {rule.box: rule for rule in rules if rule.box}


def box_of(word: Word, rules: Mapping[str, Rule]) -> Rule | None:
    """Give the rule of the box whose number a word is."""
    match = _NUMBER.fullmatch(word.text)
    return rules.get(match[1].replace("а", "a")) if match else None


def _numbers(pieces: Sequence[Segment], taken: set[int], rules: Mapping[str, Rule]) -> Iterator[Found]:
    """Find the numbers of boxes with the words behind them that are like their label.

    Where boxes stand close, a number may come right behind the label before it.
    """
    for at, piece in enumerate(pieces):
        for begin, word in enumerate(piece.words):
            rule = box_of(word, rules)
            if rule is None or id(word) in taken:
                continue
            run = [[one for one in line if id(one) not in taken] for line in _run(pieces, at, begin)]
            words = (word, *like_label(run, rule.spellings))
            if begin == 0 or len(words) > 1:
                label = Label(rule, words, _around(words), piece.cell, True, len(words) == len(piece.words))
                yield Found(label, begin == 0 and _in_corner(piece, pieces))


def _whole(label: Label, pieces: Sequence[Segment]) -> Label:
    """Add what goes on behind a numbered label: its second language, or the rest of a longer spelling."""
    at = next((at for at, piece in enumerate(pieces) if label.words[0] in piece.words), None)
    if at is None or not label.numbered:
        return label
    run = _run(pieces, at, pieces[at].words.index(label.words[0]))
    last = next((number for number, line in enumerate(run) if label.words[-1] in line), None)
    if last is None:
        return label
    rest = [run[last][run[last].index(label.words[-1]) + 1 :], *run[last + 1 :]]
    words = (*label.words, *like_label(rest, label.rule.spellings, least=1))
    return replace(label, words=words, box=_around(words))


def _around(words: Iterable[Word]) -> Box:
    box = union([word.box for word in words])
    assert box is not None, "a label has words"
    return box


def _run(pieces: Sequence[Segment], at: int, begin: int) -> list[list[Word]]:
    """Give the words behind the number of a piece, and the lines under it in the same cell: labels wrap."""
    current = pieces[at]
    left, run = current.words[begin].box.x0, [list(current.words[begin + 1 :])]
    for piece in pieces[at + 1 :]:
        size = height(current.box)
        if piece.box.top - current.box.bottom > size:
            break
        if piece.cell != current.cell:
            continue
        if piece.box.top >= current.box.bottom - 0.4 * size and abs(piece.box.x0 - left) <= 3 * size:
            run.append(list(piece.words))
            current = piece
    return run


def like_label(
    run: Sequence[Sequence[Word]], spellings: Iterable[tuple[str, ...]], least: int = TELLING
) -> Sequence[Word]:
    """Give the first words of some lines that are like a label in one of its spellings; a stroke parts languages.

    On each line a value may stand behind the words of the label. ``least``: how many letters must be alike.
    """
    best: Sequence[Word] = ()
    for line, start in [(0, 0), *_strokes(run)] if run else ():
        before = [*(word for one in run[:line] for word in one), *run[line][:start]]
        for spelling in spellings:
            words = _agreeing([run[line][start:], *run[line + 1 :]], spelling)
            if _letters(words) >= least and len(before) + len(words) > len(best):
                best = (*before, *words)
    return best


def _strokes(run: Sequence[Sequence[Word]]) -> Iterator[tuple[int, int]]:
    """Give the places behind strokes, the line and the word; a label that wraps has few words left before one."""
    for line, words in enumerate(run[:_LANGUAGE_LINES]):
        for at, word in enumerate(words if not line else words[:_WRAPPED_WORDS]):
            if word.text == "/":
                yield line, at + 1


def _agreeing(run: Sequence[Sequence[Word]], spelling: Sequence[str]) -> Sequence[Word]:
    """Give the words that agree with a spelling, in its order; words of the spelling may be left out."""
    wanted = 0
    agreed: list[Word] = []
    for number, line in enumerate(run):
        size = 0
        for count, word in enumerate(line, start=1):
            tokens = folded_words(word.text)
            if not tokens and not (word.text == "/" or (_ORNAMENT.fullmatch(word.text) and (agreed or size))):
                break
            place = _place(tokens, spelling, wanted)
            if place is None:
                break
            wanted, size = place, count
        if number and not size:
            break
        agreed += line[:size]
    return agreed


def _letters(words: Sequence[Word]) -> int:
    return sum(len(token) for word in words for token in folded_words(word.text))


def _place(tokens: Sequence[str], spelling: Sequence[str], wanted: int) -> int | None:
    """Find the words of a token in a spelling, from a place on; give the place behind them."""
    for token in tokens:
        ends = (end for at in range(wanted, len(spelling)) if (end := _end(token, spelling, at)))
        wanted = next(ends, 0)
        if not wanted:
            return None
    return wanted


def _end(token: str, spelling: Sequence[str], at: int) -> int:
    """Give the place behind the words that a token is like: one, or two where what parts them was not seen; else 0."""
    if _alike(token, spelling[at]):
        return at + 1
    two = "".join(spelling[at : at + 2])
    return at + 2 if len(token) > len(spelling[at]) + _SHORTEST and _alike(token, two) else 0


def _alike(token: str, wanted: str) -> bool:
    token, wanted = token.translate(_PLAIN), wanted.translate(_PLAIN)
    if token == wanted:
        return True
    if len(token) < _SHORTEST or token.isdigit():
        return False
    return wanted.startswith(token) or bool(ratio(token, wanted) >= _ALIKE)


def _in_corner(piece: Segment, pieces: Sequence[Segment]) -> bool:
    """Tell a number that stands in the upper left corner of its cell."""
    if piece.cell is None:
        return False
    size = height(piece.box)
    near = piece.box.x0 - piece.cell.x0 < 1.5 * size and piece.box.top - piece.cell.top < 1.5 * size
    return near and not any(
        other.cell == piece.cell and other.box.bottom <= piece.box.top + size / 2 for other in pieces if other != piece
    )


def _heads_cell(label: Label, pieces: Sequence[Segment]) -> bool:
    """Tell a label without its number that begins its cell."""
    piece = next((piece for piece in pieces if label.words[0] in piece.words), None)
    if piece is None or piece.words[0] is not label.words[0]:
        return False
    above = [other for other in pieces if other.cell == label.cell and other.box.bottom <= label.box.top]
    return label.cell is not None and not above


def _added(labels: Sequence[Label], further: Sequence[Label]) -> Iterator[Label]:
    """Add labels of boxes that are not there yet; boxes of items repeat."""
    yield from labels
    there = {label.rule for label in labels}
    for label in further:
        if label.rule.item or label.rule not in there:
            there.add(label.rule)
            yield label


def _in_their_place(labels: Sequence[Label]) -> Iterator[Label]:
    """Leave out numbers alone that stand above the first item and name one of its boxes."""
    tops = [label.box.top for label in labels if label.rule.item and len(label.words) > 1]
    openers = [label.box.top for label in labels if label.rule.field in ("goods_description", "hs_code")]
    top = min(openers or tops, default=float("-inf"))
    for label in labels:
        if not label.rule.item or len(label.words) > 1 or label.box.top >= top - height(label.box):
            yield label
