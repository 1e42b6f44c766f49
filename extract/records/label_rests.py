"""What is left of a label among the words of its value: a rule or a crooked line cut it in two.

``22 Валюта и общая сумма`` is found, ``по счету`` stands before the sum as if it were said there; or the number of a
box told its place alone, and its words were read as what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.fields.glyphs import to_cyrillic
from extract.model import Word
from extract.profiles.rule import folded_words
from extract.records.labels import ORNAMENT, Label, agree
from extract.records.passage import lines

_NUMBER = re.compile(r"\d{1,2}[aа]?[.,)]?")
_SHORTEST = 3
"""Fewer capitals may be a code: DE is a country, also where a label is spelt “país de origen”."""


def without_rest(label: Label, words: Sequence[Word]) -> Sequence[Word]:
    """Leave out the first words of a value that are of its label, where the label has the number of its box."""
    if not label.numbered:
        return words
    ordered = [word for line in lines(words) for word in line]
    rest = {id(word) for word in ordered[: _rest(label, ordered)]}
    return [word for word in words if id(word) not in rest]


def _rest(label: Label, words: Sequence[Word]) -> int:
    """Count the first words that follow one another in a spelling of the label just so, with what stands before."""
    lead = next((at for at, word in enumerate(words) if not ORNAMENT.fullmatch(word.text)), 0)
    found = _longest(label, words[lead:])
    if not found and lead < len(words) and _NUMBER.fullmatch(words[lead].text):
        lead += 1
        found = _longest(label, words[lead:])
    return lead + found if found else 0


def _longest(label: Label, words: Sequence[Word]) -> int:
    return max(_agreeing_from_anywhere(label, words), default=0)


def _agreeing_from_anywhere(label: Label, words: Sequence[Word]) -> Iterator[int]:
    for spelling in label.rule.spellings:
        for at in range(len(spelling)):
            count = _agreeing(words, spelling[at:])
            if not _may_be_code("".join(word.text for word in words[:count])):
                yield count


def _may_be_code(text: str) -> bool:
    return len(text) < _SHORTEST and text.isascii() and text.isupper()


def _agreeing(words: Sequence[Word], spelling: Sequence[str]) -> int:
    wanted = count = 0
    for word in words:
        tokens = folded_words(word.text)
        twins = tuple(to_cyrillic(token.upper()).lower() for token in tokens)
        if not tokens or not any(agree(word.text, one, spelling[wanted:]) for one in (tokens, twins)):
            break
        wanted += len(tokens)
        count += 1
    return count
