"""The number of a paper behind a bare “No.”: its title alone says whose number it is."""

from __future__ import annotations

from itertools import takewhile

from extract.model import union
from extract.profiles import Rule
from extract.records.boxes import Sheet, contents_of
from extract.records.labels import LONG_NUMBER, ORNAMENT, SAYS_NUMBER, Label
from extract.records.segments import Segment


def bare_number(sheet: Sheet, own: Rule) -> Label | None:
    """Find the first “No.” above the goods that no other word stands with, and a long number at it."""
    of_goods = (one.box.top for one in sheet.labels if one.rule.item and not SAYS_NUMBER.fullmatch(one.words[0].text))
    goods = min(of_goods, default=float("inf"))
    found = (_bare(piece, own) for piece in sheet.pieces if piece.box.top < goods)
    return next((label for label in found if label is not None and _is_long(sheet, label)), None)


def _bare(piece: Segment, own: Rule) -> Label | None:
    signs = tuple(takewhile(lambda word: ORNAMENT.fullmatch(word.text), piece.words))
    rest = piece.words[len(signs) :]
    if not signs or not SAYS_NUMBER.fullmatch(signs[0].text) or (rest and not LONG_NUMBER.search(rest[0].text)):
        return None
    box = union([word.box for word in signs])
    assert box is not None, "a label has words"
    return Label(own, signs, box, piece.cell, False, not rest)


def _is_long(sheet: Sheet, label: Label) -> bool:
    content = next(contents_of(sheet, label), None)
    return content is not None and LONG_NUMBER.search(content.words[0].text) is not None
