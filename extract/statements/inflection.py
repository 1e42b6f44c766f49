"""Russian names in their cases: «Небесной Механики» for «Небесная Механика».

Rules of endings, not a dictionary: names are made of words no dictionary has. A rule may give a form nobody uses; it
is then not found anywhere, which costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")
NOMINATIVE = "nominative"

_ADJECTIVES: Mapping[str, tuple[str, ...]] = {
    "ая": ("ой", "ой", "ую", "ой", "ой"),
    "яя": ("ей", "ей", "юю", "ей", "ей"),
    "кий": ("кого", "кому", "кий", "ким", "ком"),
    "ый": ("ого", "ому", "ый", "ым", "ом"),
    "ий": ("его", "ему", "ий", "им", "ем"),
    "ой": ("ого", "ому", "ой", "ым", "ом"),
    "ое": ("ого", "ому", "ое", "ым", "ом"),
    "ее": ("его", "ему", "ее", "им", "ем"),
    "ые": ("ых", "ым", "ые", "ыми", "ых"),
    "ие": ("их", "им", "ие", "ими", "их"),
}
_NOUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ия", ("ии", "ии", "ию", "ией", "ии")),
    ("ие", ("ия", "ию", "ие", "ием", "ии")),
    ("ец", ("ца", "цу", "ец", "цом", "це")),
    ("ка", ("ки", "ке", "ку", "кой", "ке")),
    ("га", ("ги", "ге", "гу", "гой", "ге")),
    ("ха", ("хи", "хе", "ху", "хой", "хе")),
    ("а", ("ы", "е", "у", "ой", "е")),
    ("я", ("и", "е", "ю", "ей", "е")),
    ("ь", ("и", "и", "ь", "ью", "и")),
    ("ь", ("я", "ю", "ь", "ем", "е")),
    ("й", ("я", "ю", "й", "ем", "е")),
    ("о", ("а", "у", "о", "ом", "е")),
    ("е", ("я", "ю", "е", "ем", "е")),
    ("ы", ("ов", "ам", "ы", "ами", "ах")),
    ("и", ("ей", "ям", "и", "ями", "ях")),
    ("", ("а", "у", "", "ом", "е")),
)
_VOWELS = "аеёиоуыэюяьй"
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*")
_SHORTEST_ADJECTIVE = 5


def forms(name: str) -> dict[str, frozenset[str]]:
    """Give the forms of a name, each with the cases it may stand in; one that no rule inflects has its own form alone.

    >>> sorted(forms("Небесная Механика")["Небесной Механике"])
    ['dative', 'prepositional']
    """
    found: dict[str, set[str]] = {name: {NOMINATIVE}}
    words = name.split(" ")
    for inflected in _inflected_words(words):
        for declined in _declined(words, inflected):
            for case, form in zip(CASES, declined, strict=True):
                found.setdefault(form, set()).add(case)
    return {form: frozenset(cases) for form, cases in found.items()}


def _inflected_words(words: list[str]) -> Iterator[tuple[int, ...]]:
    """Say which words of a name change together: adjectives with the noun behind them, else the first or the last."""
    adjectives = 0
    while adjectives < len(words) - 1 and _is_adjective(words[adjectives]):
        adjectives += 1
    yield tuple(range(adjectives + 1))
    if adjectives < len(words) - 1:
        yield (len(words) - 1,)


def _declined(words: list[str], inflected: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    if not all(_RUSSIAN.fullmatch(words[at]) for at in inflected):
        return
    *adjectives, noun = inflected
    for forms_of_noun in _noun(words[noun]):
        columns = [_adjective(words[at]) for at in adjectives] + [forms_of_noun]
        yield tuple(_put(words, inflected, row) for row in zip(*columns, strict=True))


def _put(words: list[str], at: tuple[int, ...], row: tuple[str, ...]) -> str:
    changed = dict(zip(at, row, strict=True))
    return " ".join(changed.get(place, word) for place, word in enumerate(words))


def _is_adjective(word: str) -> bool:
    return len(word) >= _SHORTEST_ADJECTIVE and word.endswith(tuple(_ADJECTIVES))


def _adjective(word: str) -> tuple[str, ...]:
    ending = next(ending for ending in _ADJECTIVES if word.endswith(ending))
    return tuple(word[: -len(ending)] + other for other in _ADJECTIVES[ending])


def _noun(word: str) -> Iterator[tuple[str, ...]]:
    """Give the rows of forms a noun may have; both halves of a word with a hyphen may change, or the last alone."""
    head, hyphen, tail = word.rpartition("-")
    for last in _simple_noun(tail):
        yield tuple(head + hyphen + form for form in last)
        for first in _simple_noun(head) if head else ():
            yield tuple(a + hyphen + b for a, b in zip(first, last, strict=True))


def _simple_noun(word: str) -> Iterator[tuple[str, ...]]:
    longest = 0
    for ending, others in _NOUNS:
        if not word.endswith(ending) or (longest and len(ending) < longest):
            continue
        if not ending and word[-1] in _VOWELS:
            continue
        longest = len(ending)
        yield tuple(word[: len(word) - len(ending)] + other for other in others)
