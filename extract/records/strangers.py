"""Labels that no rule of a profile knows: they bound what stands at the labels around them, and are told as left over.

What looks like one is judged by the page itself: words before a colon, and words in the small type of the known labels
where all that is filled in is larger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from extract.model import Word
from extract.profiles import Rule
from extract.profiles.rule import folded_words
from extract.records.labels import Label
from extract.records.passage import height
from extract.records.segments import Segment

STRANGER = Rule(read="nothing")
"""The rule of all labels that no rule knows."""

_LONGEST = 7
_SMALLER = 0.93
_ENOUGH = 4
_WORDS = """
tel phone fax mob email mail www http https address addr name attn contact vat tax eori inn kpp ogrn bin bik
iban swift bic rfc curp nip tin gstin social razon razón nombre domicilio adresse adres vergi vkn
тел факс адрес телефон почта наименование инн кпп огрн бин иин бик єдрпоу код іпн унп
电话 传真 地址 manufacturer brand model изготовитель производитель марка модель артикул trade mark article знак
"""
_OF_PARTIES = frozenset(_WORDS.split())
"""Words before a colon that are of a firm or of goods, not of the form."""


def strangers(pieces: Sequence[Segment], labels: Sequence[Label]) -> list[Label]:
    """Give the labels on a page that no rule knows; what shares a ruled cell with a known one is filled in there."""
    inked = {id(word) for label in labels for word in label.words}
    small = _small(pieces, labels, inked)
    headed = {label.cell for label in labels} - {None}
    found = (_stranger(piece, inked, small) for piece in pieces if piece.cell not in headed)
    return [label for label in found if label is not None]


def _stranger(piece: Segment, inked: set[int], small: float | None) -> Label | None:
    words = piece.words
    if id(words[0]) in inked:
        return None
    head = list(_to_colon(words))
    if not head and small is not None and all(height(word.box) <= small for word in words):
        head = list(words)
    if not head or any(id(word) in inked for word in head) or not _is_wording(head):
        return None
    return Label(STRANGER, tuple(head), piece.box, piece.cell, False, len(head) == len(words))


def _to_colon(words: Sequence[Word]) -> Iterator[Word]:
    """Give the words up to a colon, nothing where there is none."""
    end = next((at for at, word in enumerate(words[:_LONGEST]) if word.text.endswith((":", "："))), None)
    if end is not None:
        yield from words[: end + 1]


def _is_wording(words: Sequence[Word]) -> bool:
    """Accept a few words without a figure; not those that stand before a number of a firm or a name of goods."""
    folded = [one for word in words for one in folded_words(word.text)]
    return (
        0 < len(folded) <= _LONGEST
        and not any(any(sign.isdigit() for sign in word) for word in folded[1:])
        and any(len(word) > 2 or word > "⺀" for word in folded)
        and not _OF_PARTIES.intersection(folded)
        and words[0].text[0] not in '(«"“'
    )


def _small(pieces: Sequence[Segment], labels: Sequence[Label], inked: set[int]) -> float | None:
    """Tell how high the words of labels are, where all else is clearly higher."""
    of_labels = [height(word.box) for label in labels for word in label.words]
    others = [height(word.box) for piece in pieces for word in piece.words if id(word) not in inked]
    if len(labels) < _ENOUGH or len(others) < _ENOUGH:
        return None
    size = median(of_labels)
    return size * 1.02 if size < _SMALLER * median(others) else None
