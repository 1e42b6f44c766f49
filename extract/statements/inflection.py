"""Russian and Ukrainian names in their cases: «Небесной Механики» for «Небесная Механика», «Сходу» for «Схід».

Rules of endings, not a dictionary: names are made of words no dictionary has. A rule may give a form nobody uses; it
is then not found anywhere, which costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
_UKRAINIAN_ADJECTIVES: Mapping[str, tuple[str, ...]] = {
    "ий": ("ого", "ому", "ий", "им", "ому"),
    "на": ("ної", "ній", "ну", "ною", "ній"),
    "ка": ("кої", "кій", "ку", "кою", "кій"),
    "ова": ("ової", "овій", "ову", "овою", "овій"),
    "не": ("ного", "ному", "не", "ним", "ному"),
    "ке": ("кого", "кому", "ке", "ким", "кому"),
    "ні": ("них", "ним", "ні", "ними", "них"),
    "кі": ("ких", "ким", "кі", "кими", "ких"),
}
_UKRAINIAN_NOUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ія", ("ії", "ії", "ію", "ією", "ії")),
    ("ець", ("ця", "цю", "ець", "цем", "ці")),
    ("ка", ("ки", "ці", "ку", "кою", "ці")),
    ("га", ("ги", "зі", "гу", "гою", "зі")),
    ("ха", ("хи", "сі", "ху", "хою", "сі")),
    ("а", ("и", "і", "у", "ою", "і")),
    ("я", ("і", "і", "ю", "ею", "і")),
    ("ь", ("я", "ю", "ь", "ем", "і")),
    ("ь", ("і", "і", "ь", "ю", "і")),
    ("й", ("я", "ю", "й", "єм", "ї")),
    ("о", ("а", "у", "о", "ом", "і")),
    ("е", ("я", "ю", "е", "ем", "і")),
    ("и", ("ів", "ам", "и", "ами", "ах")),
    ("і", ("ів", "ям", "і", "ями", "ях")),
    ("", ("а", "у", "", "ом", "і")),
    ("", ("у", "ові", "", "ом", "ові")),
)
_VOWELS = "аеёиоуыэюяьйіїє"
_CYRILLIC_WORD = re.compile(r"[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+(?:-[А-ЯЁІЇЄҐ][а-яёіїєґ'’]*|-\d+)*")
_SHORTEST_ADJECTIVE = 5
_UNDECLINED_TAIL = 2
_CLOSED = re.compile(r"і(?=[бвгджзклмнпрстфхцчшщ]$)")
"""«Схід», «Потік»: in the other cases, where the syllable is open, the vowel is another: «Сходу», «Потоку»."""
UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
"""Letters that Russian lacks."""


@dataclass(frozen=True, slots=True)
class _Language:
    adjectives: Mapping[str, tuple[str, ...]]
    nouns: tuple[tuple[str, tuple[str, ...]], ...]


_RUSSIAN_ENDINGS = _Language(_ADJECTIVES, _NOUNS)
_UKRAINIAN_ENDINGS = _Language(_UKRAINIAN_ADJECTIVES, _UKRAINIAN_NOUNS)


def forms(name: str, *, ukrainian: bool = False) -> dict[str, frozenset[str]]:
    """Give the forms of a name, each with the cases it may stand in; one that no rule inflects has its own form alone.

    ``ukrainian``: it stands in a Ukrainian text, so that «заводу» is a genitive too.

    >>> sorted(forms("Небесная Механика")["Небесной Механике"])
    ['dative', 'prepositional']
    >>> sorted(forms("Південний Потік")["Південному Потоку"])
    ['dative']
    """
    endings = _UKRAINIAN_ENDINGS if ukrainian or UKRAINIAN.search(name) else _RUSSIAN_ENDINGS
    found: dict[str, set[str]] = {name: {NOMINATIVE}}
    words = name.split(" ")
    for inflected in _inflected_words(words, endings):
        for declined in _declined(words, inflected, endings):
            for case, form in zip(CASES, declined, strict=True):
                found.setdefault(form, set()).add(case)
    return {form: frozenset(cases) for form, cases in found.items()}


def _inflected_words(words: list[str], endings: _Language) -> Iterator[tuple[int, ...]]:
    """Say which words of a name change together: adjectives with the noun behind them, else the first or the last."""
    adjectives = 0
    while adjectives < len(words) - 1 and _is_adjective(words[adjectives], endings):
        adjectives += 1
    yield tuple(range(adjectives + 1))
    if len(words) > 1:
        yield (len(words) - 1,)


def _declined(words: list[str], inflected: tuple[int, ...], endings: _Language) -> Iterator[tuple[str, ...]]:
    if not all(_CYRILLIC_WORD.fullmatch(words[at]) for at in inflected):
        return
    *adjectives, noun = inflected
    for forms_of_noun in _noun(words[noun], endings):
        columns = [_adjective(words[at], endings) for at in adjectives] + [forms_of_noun]
        yield tuple(_put(words, inflected, row) for row in zip(*columns, strict=True))


def _put(words: list[str], at: tuple[int, ...], row: tuple[str, ...]) -> str:
    changed = dict(zip(at, row, strict=True))
    return " ".join(changed.get(place, word) for place, word in enumerate(words))


def _is_adjective(word: str, endings: _Language) -> bool:
    return len(word) >= _SHORTEST_ADJECTIVE and word.endswith(tuple(endings.adjectives))


def _adjective(word: str, endings: _Language) -> tuple[str, ...]:
    ending = next(ending for ending in endings.adjectives if word.endswith(ending))
    return tuple(word[: -len(ending)] + other for other in endings.adjectives[ending])


def _noun(word: str, endings: _Language) -> Iterator[tuple[str, ...]]:
    """Give the rows of forms a noun may have; both halves of a word with a hyphen may change, or one alone."""
    head, hyphen, tail = word.rpartition("-")
    if head and len(tail) <= _UNDECLINED_TAIL:
        yield from (tuple(first + hyphen + tail for first in row) for row in _simple_noun(head, endings))
        return
    for last in _simple_noun(tail, endings):
        yield tuple(head + hyphen + form for form in last)
        for first in _simple_noun(head, endings) if head else ():
            yield tuple(a + hyphen + b for a, b in zip(first, last, strict=True))


def _simple_noun(word: str, endings: _Language) -> Iterator[tuple[str, ...]]:
    longest = 0
    for ending, others in endings.nouns:
        if not word.endswith(ending) or (longest and len(ending) < longest):
            continue
        if not ending and word[-1] in _VOWELS:
            continue
        longest = len(ending)
        yield tuple(word[: len(word) - len(ending)] + other for other in others)
    if endings is _UKRAINIAN_ENDINGS and _CLOSED.search(word):
        genitive, dative, _, instrumental, prepositional = _UKRAINIAN_NOUNS[-1][1]
        stem = _CLOSED.sub("о", word)
        yield stem + genitive, stem + genitive, word, stem + instrumental, stem + prepositional
        yield stem + genitive, stem + dative, word, stem + instrumental, stem + prepositional
