"""Find printed labels: words of a profile's rule that begin a piece of line, wrapped over lines if need be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from extract.model import Box, Word, union
from extract.profiles import Rule
from extract.profiles.rule import folded_words
from extract.records.passage import height
from extract.records.segments import Segment

_NUMBER = re.compile(r"(\d{1,2}[a-zа-я]?|[A-ZА-Я])[.,)]?")
ORNAMENT = re.compile(r"[\W_]+|(?:No|Nr|n[°º])\.?:?", re.IGNORECASE)
SAYS_NUMBER = re.compile(r"(?:№|#|No|Nr|N[o°º]?)\.?:?", re.IGNORECASE)
LONG_NUMBER = re.compile(r"(?:\d\W?){5}")
_UNPARTED = "\u2e7f"
"""From here on, scripts put no blanks between words: a label may break anywhere."""

_ABOVE = 24
"""Among so many pieces of line before a label the number of its box may stand: a line above it, over each column."""

_NUMBERED_FORM = 3
"""From so many labels with their numbers on, the form prints numbers, and words without one are not labels of boxes."""

_WORDS = "box field feld case casilla casella campo pole vak rubrik kutu графа гр бөлім кол de"
BOX_WORDS = frozenset(_WORDS.split())
"""What may be printed before the number of a box: Box 2, Feld 2, графа 2, DE 3/1."""
_CODE = re.compile(
    r"[\[(]?(?:\d{1,2}[a-zа-я]?|\d{1,2}/\d{1,2}|\d\d \d\d(?: \d{3}){0,2})[\])]?[.):]?(?: [–-])?", re.IGNORECASE
)
"""The number of a box or of a data element as it is printed before a label: 2, [2], 3/1, 13 01 000 000."""
_SIGNS = ".)[](:"

_COLONS = (":", "：")
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
        return self.words[-1].text.endswith(_COLONS)

    @property
    def says_number(self) -> bool:
        """Tell whether it ends with a “No.”."""
        return SAYS_NUMBER.fullmatch(self.words[-1].text) is not None


def find_labels(pieces: Sequence[Segment], rules: Iterable[Rule]) -> list[Label]:
    """List the labels on a page from the top; where two claim a word, the numbered and then the longer one wins."""
    by_first = _by_first_word(tuple(rules))
    found = [label for at in range(len(pieces)) for label in _labels_from(pieces, at, by_first)]
    numbered = [label for label in found if label.numbered]
    if len(numbered) >= _NUMBERED_FORM:
        found = [one for one in found if one.numbered or not one.rule.box or _is_second(one, numbered)]
    found.sort(key=lambda label: (not label.numbered, -len(label.words), label.box.top, label.box.x0))
    taken: set[int] = set()
    kept = []
    for label in found:
        if not any(id(word) in taken for word in label.words):
            taken.update(id(word) for word in label.words)
            kept.append(label)
    return list(_joined(sorted(kept, key=lambda label: (label.box.top, label.box.x0))))


def _is_second(label: Label, numbered: Iterable[Label]) -> bool:
    """Tell a label in a second language, behind the stroke that ends the numbered one in the first."""
    return any(one.rule is label.rule and one.words[-1].text.endswith("/") and _follows(one, label) for one in numbered)


def _joined(labels: Sequence[Label]) -> Iterator[Label]:
    """Make one label of two spellings of a thing: “Buyer / Customer:”; what has a number of its own is another."""
    seconds: set[int] = set()
    joined = [_with_seconds(label, labels, seconds) for label in labels]
    yield from (one for one, label in zip(joined, labels, strict=True) if id(label) not in seconds)


def _with_seconds(held: Label, labels: Sequence[Label], seconds: set[int]) -> Label:
    """Add the labels behind the stroke that ends one; ``seconds`` gets those that were added."""
    while held.words[-1].text.endswith("/"):
        second = next((one for one in labels if not one.numbered and _follows(held, one)), None)
        if second is None or id(second) in seconds:
            break
        seconds.add(id(second))
        words = held.words + second.words
        held = replace(held, words=words, box=_around(words))
    return held


def _follows(held: Label, label: Label) -> bool:
    """Tell a label that goes on where another ends: beside it, or where its lines begin, below it."""
    size = height(held.words[-1].box)
    below = abs(held.box.x0 - label.box.x0) < 2.5 * size and -size / 2 < label.box.top - held.box.bottom < size
    return _adjoins(held, label) or (below and held.cell == label.cell)


def _adjoins(left: Label, right: Label) -> bool:
    last, first = left.words[-1].box, right.words[0].box
    size = height(last)
    return abs(last.top - first.top) < size / 2 and 0 <= first.x0 - last.x1 < 2 * size


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
    return before.endswith(_ENDS) or (at == 1 and _NUMBER.fullmatch(before) is not None) or says_box(words[:at])


def is_box_word(word: Word) -> bool:
    """Tell the word for a box: Feld, графа, DE."""
    return word.text.strip(_SIGNS).casefold() in BOX_WORDS


def says_box(words: Sequence[Word]) -> bool:
    """Tell the number of a box, or the code of a data element, with or without the word for it."""
    texts = [word.text for word in words[:5]]
    named = is_box_word(words[0])
    return len(words) <= len(texts) and _CODE.fullmatch(" ".join(texts[named:])) is not None


def _match(pieces: Sequence[Segment], at: int, begin: int, rule: Rule, spelling: tuple[str, ...]) -> Label | None:
    piece = pieces[at]
    if spelling[0][0] > _UNPARTED:
        return _match_signs(pieces, at, begin, rule, "".join(spelling))
    matched: list[Word] = []
    wanted = 0
    run = _with_wraps(pieces, at, begin) if len(spelling) > 1 else _with_strokes(pieces, at, begin)
    for word in run:
        tokens = folded_words(word.text)
        if matched and matched[-1].text.endswith(_COLONS) and word not in piece.words:
            break
        if wanted == len(spelling):
            if not ORNAMENT.fullmatch(word.text) or (word not in piece.words and word.text != "/"):
                break
        elif tokens and not agree(word.text, tokens, spelling[wanted : wanted + len(tokens)]):
            if _ends_at_stroke(word.text, spelling[wanted:]):
                matched += [word, *_second_half(run, word.text.partition("/")[2], rule)]
                wanted = len(spelling)
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


def _ends_at_stroke(text: str, wanted: tuple[str, ...]) -> bool:
    """Tell a word whose part before a stroke ends the label; behind it stands the same in another language."""
    first, stroke, second = text.partition("/")
    return bool(stroke and second) and folded_words(first) == wanted and len(wanted[-1]) > 1


def _with_strokes(pieces: Sequence[Segment], at: int, begin: int) -> Iterator[Word]:
    """Go on under a label of one word only where a stroke says that another language follows."""
    words = pieces[at].words[begin:]
    return _with_wraps(pieces, at, begin) if "/" in words[0].text else iter(words)


def _second_half(run: Iterable[Word], begun: str, rule: Rule) -> list[Word]:
    """Give the words behind one that ends a label and begins it in another language: Absender/Sender's name."""
    start = folded_words(begun)
    rests = [one[len(start) :] for one in rule.spellings if one[: len(start)] == start]
    words = list(islice(run, max(map(len, rests), default=0)))
    return next(filter(None, (_spelt(words, rest) for rest in rests)), [])


def _spelt(words: Sequence[Word], wanted: tuple[str, ...]) -> list[Word]:
    """Give the first words that say all that is wanted, none if they do not."""
    at = 0
    for size, word in enumerate(words, start=1):
        tokens = folded_words(word.text)
        if tokens and not agree(word.text, tokens, wanted[at : at + len(tokens)]):
            return []
        at += len(tokens)
        if at >= len(wanted):
            return list(words[:size])
    return []


def _with_wraps(pieces: Sequence[Segment], at: int, begin: int) -> Iterator[Word]:
    """Go on with the lines under a label that begin where it or its line begins, or are centred under that."""
    current = pieces[at]
    lefts = (current.words[begin].box.x0, current.box.x0)
    yield from current.words[begin:]
    for piece in pieces[at + 1 :]:
        size = height(current.box)
        if piece.box.top - current.box.bottom > size:
            return
        under = piece.box.top >= current.box.bottom - 0.4 * size
        begins = any(-2.5 * size < piece.box.x0 - left < 2.5 * size for left in lefts)
        aligned = begins or _centred(piece.box, current.box)
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
        if near and last.box.x0 <= piece.box.x0 + 2 and last.text.strip(_SIGNS) == box and other.cell == piece.cell:
            return last
    return None
