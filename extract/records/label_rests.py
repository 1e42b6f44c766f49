"""What is left of a label among the words of its value: a rule or a crooked line cut it in two.

``22 Валюта и общая сумма`` is found, ``по счету`` stands before the sum as if it were said there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.model import Word
from extract.profiles.rule import folded_words
from extract.records.labels import Label


def without_rest(label: Label, words: Sequence[Word]) -> Sequence[Word]:
    """Leave out the first words of a value that go on with its label, where the label has the number of its box."""
    if not label.numbered:
        return words
    return words[max(_rests(label, words), default=0) :]


def _rests(label: Label, words: Sequence[Word]) -> Iterator[int]:
    """Give how many words at the beginning follow one another in a spelling of the label just so."""
    for spelling in label.rule.spellings:
        for at in range(1, len(spelling)):
            yield _agreeing(words, spelling[at:])


def _agreeing(words: Sequence[Word], spelling: Sequence[str]) -> int:
    wanted = count = 0
    for word in words:
        tokens = folded_words(word.text)
        if not tokens or tuple(spelling[wanted : wanted + len(tokens)]) != tokens:
            break
        wanted += len(tokens)
        count += 1
    return count
