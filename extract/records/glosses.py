"""What is printed with a label and belongs to it: the number of its box, a hint in brackets, further small print.

“1 Sender (name, address, country)” is one label; what is filled in begins behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from extract.model import Word, union
from extract.records.labels import ORNAMENT, Label, is_box_word, says_box
from extract.records.passage import height, lines, middle
from extract.records.segments import Segment

_NUMBER = re.compile(r"\d{1,2}[a-zа-я]?[.)]?")
_OPENING, _CLOSING = ("(", "（", "["), (")", "）", "]")
_NEAR = 24
_LONGEST_HINT = 14
_SMALLER = 0.93
_SAME = 0.04


def glossed(labels: Iterable[Label], pieces: Sequence[Segment]) -> list[Label]:
    """Give each label with its glosses."""
    held = [label for label in labels if not _is_a_word(label, pieces)]
    firsts = {id(word) for label in held for word in label.words}
    return [_with(label, pieces, firsts) for label in held]


def _is_a_word(label: Label, pieces: Sequence[Segment]) -> bool:
    """Tell a word of running text, which goes on in lower case, from a label that only bounds others."""
    if label.rule.read != "nothing" or label.numbered or label.alone or label.closes:
        return False
    following = next(_in_lines(label, pieces), None)
    return following is not None and following.text[0].islower()


def _with(label: Label, pieces: Sequence[Segment], taken: set[int]) -> Label:
    behind = list(_behind(label, pieces))
    below = list(_in_lines(label, pieces))
    more = _small_print(label, behind) or _signs(behind) or _own_hint(label, below, taken) or _signs(below)
    more = list(takewhile(lambda word: id(word) not in taken, more))
    number = _number(label, pieces)
    if not more and not number:
        return label
    words = (*number, *label.words, *more)
    box = union([word.box for word in words])
    assert box is not None, "a label has words"
    return replace(label, words=words, box=box, alone=label.alone or len(more) == len(behind))


def _number(label: Label, pieces: Sequence[Segment]) -> list[Word]:
    """Take the number of a box, and a “№”, before a label or over it, where the form's rules do not know them."""
    first = label.words[0]
    own = next((piece for piece in pieces if any(word is first for word in piece.words)), None)
    if own is None:
        return []
    at = [word is first for word in own.words].index(True)
    words = list(own.words[:at])
    named = label.numbered and at == 1 and is_box_word(words[0])
    before = words if named or all(map(_is_sign, words)) or says_box(words) else []
    return [*_signs_over(own, pieces), *before] if len(before) == at else []


def _signs_over(own: Segment, pieces: Sequence[Segment]) -> list[Word]:
    """Give the number and the “№” that stand alone on the lines right over a label."""
    size = height(own.words[0].box)
    for piece in pieces:
        left, gap = piece.box.x0 - own.box.x0, own.box.top - piece.box.bottom
        if -size < left < size and -size / 3 < gap < size / 2 and all(map(_is_sign, piece.words)):
            return [*_signs_over(piece, pieces), *piece.words] if piece.cell == own.cell else []
    return []


def _is_sign(word: Word) -> bool:
    return bool(_NUMBER.fullmatch(word.text) or ORNAMENT.fullmatch(word.text))


def _behind(label: Label, pieces: Sequence[Segment]) -> Iterator[Word]:
    """Give the words behind a label: of its ruled cell, else of its piece of line."""
    last = label.words[-1]
    if label.cell is not None:
        inside = [word for piece in pieces if piece.cell == label.cell for word in piece.words]
    else:
        inside = [word for piece in pieces if any(word is last for word in piece.words) for word in piece.words]
    ordered = [word for line in lines(inside) for word in line]
    at = next((place for place, word in enumerate(ordered) if word is last), len(ordered))
    yield from ordered[at + 1 :]


def _in_lines(label: Label, pieces: Sequence[Segment]) -> Iterator[Word]:
    """Give the words behind a label, also of the lines under it that begin where it begins."""
    last, size = label.words[-1], height(label.words[-1].box)
    at = next((place for place, piece in enumerate(pieces) if any(word is last for word in piece.words)), len(pieces))
    bottom = label.box.bottom
    for piece in pieces[at : at + _NEAR]:
        if any(word is last for word in piece.words):
            yield from piece.words[[word is last for word in piece.words].index(True) + 1 :]
        elif -2.5 * size < piece.box.x0 - label.box.x0 < 2.5 * size and 0 < piece.box.bottom - bottom < 2 * size:
            bottom = piece.box.bottom
            yield from piece.words


def _signs(behind: Sequence[Word]) -> list[Word]:
    """Take a “№” that was broken to the next line, or the dots that lead to the value."""
    return list(takewhile(lambda word: ORNAMENT.fullmatch(word.text), behind))


def _own_hint(label: Label, below: Sequence[Word], taken: set[int]) -> list[Word]:
    """Take a hint, but not the number in brackets that begins the line of the next label."""
    hint = _hint(below)
    following = below[len(hint) : len(hint) + 1]
    if hint and following and id(following[0]) in taken and says_box(hint):
        opens_line = middle(hint[0].box) > label.words[-1].box.bottom and middle(following[0].box) < hint[0].box.bottom
        return [] if opens_line else hint
    return hint


def _hint(behind: Sequence[Word]) -> list[Word]:
    """Take a hint in brackets that follows at once."""
    if not behind or not behind[0].text.startswith(_OPENING):
        return []
    for size, word in enumerate(behind[:_LONGEST_HINT], start=1):
        if word.text.rstrip(":.,;：").endswith(_CLOSING):
            return [*behind[:size], *(_hint(behind[size:]) or _signs(behind[size:]))]
    return []


def _small_print(label: Label, behind: Sequence[Word]) -> list[Word]:
    """Take what goes on in the label's own letters, where what is filled in is printed larger."""
    if label.cell is None or not behind:
        return []
    size = height(label.words[-1].box)
    if not any(height(word.box) * _SMALLER > size for word in behind):
        return []
    run = list(takewhile(lambda word: abs(height(word.box) - size) <= _SAME * size, behind))
    larger = behind[len(run)]
    return [word for word in run if word.box.bottom <= larger.box.top + 0.4 * size]
