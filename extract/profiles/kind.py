"""What kind of document a page is, told by its title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from operator import itemgetter

from extract.profiles.rule import Rule, folded_words

_COLUMN_GAP = re.compile(r"\s{3,}|\t")
_LONG, _ALIKE = 14, 88
"""A title of so many letters is known by so many in a hundred."""
TITLE_LINES = 40
"""A title may stand below a letterhead and two address blocks, hardly lower."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A kind of document, told apart by identity.

    ``record``: the kind of record it gives, None for papers that give mentions with roles. ``titles``: what stands at
    its head; ``sheets``: what stands at the head of its further sheets. ``required``: fields without which it is not
    believed. ``paper``: a commercial paper, whose parties are told by its layout;
    ``sums``: its bare numbers with cents are money.
    ``opens``: the field whose label begins a further item; without it, any label of an item that was seen before does.
    ``numbers_tell``: the printed number of a box tells what it is, also where its words are of no language known here.
    ``neighbours``: how the boxes of its official print lie, "31 | 32" beside and "31 / 44" below one another.
    """

    kind: str
    title: str
    titles: tuple[str, ...]
    sheets: tuple[str, ...] = ()
    record: str | None = None
    required: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    paper: bool = False
    sums: bool = False
    opens: str = ""
    numbers_tell: bool = False
    neighbours: tuple[str, ...] = ()

    def is_further_sheet(self, text: str) -> bool:
        """Tell whether the page goes on with a document begun before."""
        cues = list(map(folded_words, self.sheets))
        return any(_heads(cue, line) for line in _head(text) for cue in cues)


Cue = tuple[tuple[str, ...], Profile]


def recognise(text: str, profiles: Iterable[Profile]) -> Profile | None:
    """Name the kind of the page: the first line that is a title decides, the longer title where two fit."""
    told = told_by(text, profiles)
    return told[0] if told else None


def told_by(text: str, profiles: Iterable[Profile]) -> tuple[Profile, str] | None:
    """Name the kind of the page, and the title that told it."""
    return _told_by(text, tuple(profiles))


@lru_cache(maxsize=4)  # several readers of one page ask after another
def _told_by(text: str, profiles: tuple[Profile, ...]) -> tuple[Profile, str] | None:
    by_word = _by_first_word(profiles)
    lines = tuple(_head(text))
    for line in lines:
        fitting = [pair for word in set(line) for pair in by_word.get(word, ()) if _heads(pair[0], line)]
        if fitting:
            cue, profile = max(fitting, key=lambda pair: len(pair[0]))
            return profile, " ".join(cue)
    return _misread(lines, _long_titles(profiles))


def _misread(
    lines: Iterable[tuple[str, ...]], titles: Mapping[int, Sequence[tuple[str, Cue]]]
) -> tuple[Profile, str] | None:
    """Know the long title of a form by most of its letters, since scanners misread some; papers are told otherwise."""
    from rapidfuzz.fuzz import ratio

    for line in map("".join, lines):
        rated = [(ratio(letters, line, score_cutoff=_ALIKE), cue) for letters, cue in titles.get(len(line), ())]
        likeness, cue = max(rated, key=itemgetter(0), default=(0.0, None))
        if cue is not None and likeness >= _ALIKE:
            words, profile = cue
            return profile, " ".join(words)
    return None


@cache
def _long_titles(profiles: tuple[Profile, ...]) -> dict[int, list[tuple[str, Cue]]]:
    """Give the long titles of forms, spelt without blanks, by the lengths of the lines that may be one of them."""
    by_length: dict[int, list[tuple[str, Cue]]] = defaultdict(list)
    for profile in profiles:
        for words in map(folded_words, profile.titles + profile.sheets if profile.record is not None else ()):
            letters = "".join(words)
            for length in range(len(letters) - 2, len(letters) + 3) if len(letters) >= _LONG else ():
                by_length[length].append((letters, (words, profile)))
    return dict(by_length)


@cache
def _by_first_word(profiles: tuple[Profile, ...]) -> dict[str, list[Cue]]:
    table: dict[str, list[Cue]] = {}
    for profile in profiles:
        for cue in map(folded_words, profile.titles + profile.sheets):
            table.setdefault(cue[0], []).append((cue, profile))
    return table


def _head(text: str) -> Iterator[tuple[str, ...]]:
    """Give the first lines as folded words, first whole and then column by column."""
    for line in islice(filter(str.strip, text.splitlines()), TITLE_LINES):
        columns = _COLUMN_GAP.split(line.strip())
        yield from (_unspaced(folded_words(piece)) for piece in ([line, *columns] if len(columns) > 1 else [line]))


def _unspaced(words: tuple[str, ...]) -> tuple[str, ...]:
    """Close up a title set in spaced letters."""
    return ("".join(words),) if len(words) > 4 and all(len(word) == 1 for word in words) else words


def _heads(cue: tuple[str, ...], line: tuple[str, ...]) -> bool:
    """Accept a cue that begins or ends a line, or is a good part of it; running text that names it is not a title.

    Numbers are not counted: a title may be followed by the number, in groups, and the day of the paper.
    """
    size = len(cue)
    told = sum(not word.isdigit() for word in line)
    if line[:size] == cue:
        return told <= size + 8
    if line[-size:] == cue:
        return told <= size + 6
    return size > 1 and told <= 3 * size and any(line[i : i + size] == cue for i in range(len(line)))
