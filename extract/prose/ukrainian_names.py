"""A grammar of Ukrainian names of organisations.

What stands in quotes behind a noun such as завод, a noun of a body of state or learning with a capital letter before or
on it and its genitives behind (Державна митна служба України), bodies known by one word, and acronyms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from extract.fields.table import rows, spellings

_TABLES = Path(__file__).with_name("tables")
_LOW, _HIGH = "а-щьюяґєії'’", "А-ЩЬЮЯҐЄІЇ"
_END = rf"[{_LOW}]{{0,5}}(?![{_LOW}{_HIGH}])"
_ADJECTIVE = r"(?:ий|ій|а|я|е|є|ого|ої|ому|им|ім|ою|у|ю)"
_QUALITY = rf"[{_HIGH}][{_LOW}]+{_ADJECTIVE}(?: [{_LOW}-]{{3,}}{_ADJECTIVE}){{0,3}} "
_GENITIVE = rf"(?:ої|ого|их|іх|ів|їв|и|і|ї|ства|ння|тва|сті|'я)(?<!ли)(?![{_LOW}])"
_OWNED = rf"(?: (?:(?:і|та|й|з питань|у справах) )?(?:[{_LOW}-]{{3,}}{_GENITIVE}|[{_HIGH}][{_LOW}]+{_GENITIVE}))"
_LONGEST = 4
# These open a sentence, not a name.
_OPENS = re.compile(r"(?:Цей|Ця|Це|Ці|Цього|Цієї|Інший|Інша|Наша|Наш|Кожна|Кожний|Вся|Уся|Така|Такий|Нова|Новий) ")


@cache
def _words(kind: str) -> str:
    table = {row["kind"]: spellings(row["words"]) for row in rows("ukrainian_bodies", _TABLES)}
    return "|".join(sorted(map(re.escape, table[kind]), key=len, reverse=True))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    capital = "|".join(word.capitalize() for word in _words("state").split("|"))
    qualified = rf"{_QUALITY}(?:{_words('state')}){_END}{_OWNED}{{0,{_LONGEST}}}"
    return (
        re.compile(rf"(?i:\b(?:{_words('quoted')}){_END}) [«“\"](?P<name>[^«»“”\"\n]{{2,60}})[»”\"]"),
        re.compile(rf"(?<![\w’'-])(?P<name>{qualified})"),
        re.compile(rf"(?<![\w’'-])(?P<name>(?:{capital}){_END}{_OWNED}{{1,{_LONGEST}}})"),
        re.compile(rf"(?<![\w’'-])(?P<name>(?:{_words('body')})[{_LOW}]{{0,3}}|(?:{_words('acronym')}))(?![\w-])"),
    )


def find(text: str) -> Iterator[tuple[int, int]]:
    """Find names in order; where two meet, the sign that was named first above holds."""
    taken: list[tuple[int, int]] = []
    matches = chain.from_iterable(pattern.finditer(text) for pattern in _patterns())
    for start, end in (match.span("name") for match in matches):
        if _OPENS.match(text, start):
            continue
        if not any(start < other_end and other_start < end for other_start, other_end in taken):
            taken.append((start, end))
    yield from sorted(taken)
