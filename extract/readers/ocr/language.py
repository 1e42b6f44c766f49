"""The languages of a page: a sample of its lines tells its alphabet, the words of the whole page tell the rest.

Every further language costs time and invites mistakes (a Turkish ı for each English i), so one beside English and
Russian must be seen: by letters only it has, or by its commonest words on trade papers. Which script it is by its
outlines is no sure sign, except of Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from extract.readers.ocr.engine import Deadline, Seen, certainty, installed, words_of
from extract.readers.ocr.picture import POINTS, WHITE, Picture, Pixels, ink_of, shrunk
from extract.readers.ocr.script import shows_cyrillic


@dataclass(frozen=True, slots=True)
class Sign:
    """What shows a language: letters no other language of its script has here, and words."""

    letters: str
    words: frozenset[str]


def _sign(letters: str, words: str) -> Sign:
    return Sign(letters, frozenset(words.split()))


HAN_LETTER = re.compile("[一-鿿]")
HAN = frozenset(("Han", "HanS", "HanT", "Japanese", "Korean"))
CHINESE = ("chi_sim", "eng")
ALPHABETS = ("rus", "eng")
LATIN = ("deu", "tur")
SIGNS = {
    "kaz": _sign("әғқңөұүһӘҒҚҢӨҰҮҺ", "және бойынша үшін туралы"),
    "ukr": _sign("їєґЇЄҐ", "та від або україна україни товару митна"),
    "deu": _sign("äßÄ", "und der die das für von mit rechnung datum betrag gmbh nummer lieferung nr kunde menge"),
    "tur": _sign("ğışĞİŞ", "ve fatura tarihi tarih vergi adet tutar toplam sayın firma ltd.şti birim fiyat"),
    "rus": _sign("".join(map(chr, range(ord("А"), ord("я") + 1))), ""),
}
ENOUGH = 2
SEVERAL = 3
SURE = 0.6
FOREIGN = 0.4
"""Worse than this, the alphabet itself is another."""
LINES = 8
DPI = 100
MODE_BLOCK = 6
LINE_HEIGHTS = range(4, 60)


@dataclass(frozen=True, slots=True)
class Choice:
    """The languages to read a page with, and those it would need besides."""

    languages: tuple[str, ...]
    missing: tuple[str, ...] = ()


def probed(picture: Picture, deadline: Deadline) -> list[Seen]:
    """Read a sample of a page's lines in both alphabets."""
    return _probe(picture, ALPHABETS, deadline)


def languages_of(picture: Picture, sample: Sequence[Seen], script: str, deadline: Deadline) -> Choice:
    """Choose the languages of an upright, level page by a sample of its words and by its outlines."""
    if script in HAN or (sample and certainty(sample) < FOREIGN and "chi_sim" in installed().languages):
        return _installed(CHINESE)
    if not is_cyrillic(sample):
        return _installed(
            (
                *(code for code in shown(sample) if code in LATIN and code in installed().languages),
                *(("eng", "rus") if shows_cyrillic(sample) else ("eng",)),
            )
        )
    neighbours = _probe(picture, ("kaz", "ukr"), deadline)
    return _installed((*(code for code in shown(neighbours) if code in ("kaz", "ukr")), "rus", "eng"))


def is_cyrillic(words: Iterable[Seen]) -> bool:
    """Tell that most words are Cyrillic."""
    sure = [word.text for word in words if word.confidence >= SURE and any(map(str.isalpha, word.text))]
    return 2 * sum(_shows(text, SIGNS["rus"]) for text in sure) > len(sure)


def shown(words: Iterable[Seen]) -> tuple[str, ...]:
    """Tell the languages beside English that some words show."""
    sure = {word.text for word in words if word.confidence >= SURE}
    return tuple(code for code, sign in SIGNS.items() if sum(_shows(text, sign) for text in sure) >= ENOUGH)


def missed(words: Iterable[Seen], languages: Sequence[str]) -> Choice | None:
    """Give the languages to read a page with once more, if its words show one it was not read with.

    Those that no word shows are dropped then: a page that seemed Chinese by its outlines, and is Turkish.
    """
    there = tuple(words)
    new = tuple(code for code in shown(there) if code not in languages and code in installed().languages)
    kept = tuple(code for code in languages if code == "eng" or speaks(code, there))
    return Choice((*new, *kept)) if new else None


def speaks(code: str, words: Iterable[Seen]) -> bool:
    """Tell whether some sure words of a page show a language it was read with."""
    if code != "chi_sim":
        return code in shown(words)
    return sum(word.confidence >= SURE and HAN_LETTER.search(word.text) is not None for word in words) >= SEVERAL


def _shows(text: str, sign: Sign) -> bool:
    return any(letter in sign.letters for letter in text) or re.sub(r"^\W+|[^\w:]+$", "", text).lower() in sign.words


def _installed(wanted: Sequence[str]) -> Choice:
    """Take what there is; without the first, the page cannot be read."""
    there = installed().languages
    kept = tuple(code for code in wanted if code in there)
    return Choice(kept) if wanted[0] in there else Choice((), (wanted[0],))


def _probe(picture: Picture, languages: Sequence[str], deadline: Deadline) -> list[Seen]:
    there = [code for code in languages if code in installed().languages]
    return words_of(sample_of(picture), there, deadline, MODE_BLOCK, round(picture.scale * POINTS)) if there else []


def sample_of(picture: Picture) -> Pixels:
    """Give a picture of some lines of text, spread over the page and put under each other."""
    factor = max(1, int(picture.scale * POINTS // DPI))
    lines = _lines(ink_of(shrunk(picture.pixels, factor)).sum(axis=1))
    chosen = [lines[index * len(lines) // LINES] for index in range(LINES)] if len(lines) > LINES else lines
    if not chosen:
        height = len(picture.pixels)
        return picture.pixels[3 * height // 8 : 5 * height // 8]
    gap = np.full((2 * factor, picture.pixels.shape[1]), WHITE, dtype=np.uint8)
    margin = 2
    strips = [picture.pixels[max(0, start - margin) * factor : (end + margin) * factor] for start, end in chosen]
    return np.vstack([piece for strip in strips for piece in (gap, strip)])


def _lines(ink: np.ndarray) -> list[tuple[int, int]]:
    """Give first and last row of the lines: rows with ink between rows without; a page on its side has none."""
    edges = np.flatnonzero(np.diff(np.pad(ink > 1, 1).astype(np.int8)))
    return [(a, b) for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True) if b - a in LINE_HEIGHTS]
