"""A grammar of Kazakh names of organisations.

What stands in quotes before a noun such as қоры, a chain that ends in such a noun (Сыртқы істер министрлігіне), bodies
of state that need no more than a capital letter, and acronyms.

Kazakh declines by endings behind the noun, so that a noun is known with whatever endings it may take.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from extract.fields.table import rows, spellings

_TABLES = Path(__file__).with_name("tables")
_LOW, _HIGH = "а-яёәғқңөұүһі", "А-ЯЁӘҒҚҢӨҰҮҺІ"
_POSSESSIVE = "(?:лар|лер|дар|дер|тар|тер)?(?:ы|і|сы|сі)"
_CASE = (
    "(?:нің|ның|дің|дың|тің|тың|не|на|ге|ға|ке|қа|е|а|де|да|те|та|нде|нда|ден|дан|тен|тан|нен|нан|"
    "мен|бен|пен|н|ні|ны|ді|ды|ті|ты)?"
)
_WORD_END = f"(?![{_LOW}{_HIGH}])"
_OWNED = f"{_POSSESSIVE}{_CASE}{_WORD_END}"
_ANY = f"(?:{_POSSESSIVE})?{_CASE}{_WORD_END}"
_LINKS = 6
"""So many words in small letters may stand between the first word of a name and its noun."""
# Verbs and words in most cases do not stand inside a name; және and жөніндегі do.
_NO_LINK = (
    "(?<![ғгқк][ае]н)(?<![ыіе]п)(?<!ап)(?<![дт][ае])(?<![дтн][ае]н)(?<![ндт][ыі]ң)(?<![ғқ]а)(?<![гк]е)"
    "(?<!ынша)(?<!үшін)(?<!епті)(?<![мпб]ен)"
)
_LINK = rf"(?:(?:және|сауда|[{_LOW}]{{2,}}(?:-[{_LOW}]+)?{_NO_LINK}) )"
_FIRST = rf"(?:[{_HIGH}A-Z][{_LOW}a-z]+(?:-[{_HIGH}{_LOW}]+)?|[{_HIGH}]{{2,6}})"
_LOCAL = re.compile(r"(?:[дт][ае]|[дт][ае]н|[нд][ае]н|[дт][ае]ғы|[дт]егі|ғы|гі|п|ның|нің|дың|дің|тың|тің|у)$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…\n—][»”\"]?\s*[«“\"]?|–\s)$")
# A sentence often begins with one of these: it opens no name.
_OPENERS = re.compile(
    r"(?:Бүгін|Кеше|Ал|Мұны|Бұл|Осы|Сол|Енді|Мен|Сондай|Тағы|Екінші|Бірінші|Үшінші|Жалпы|Қазір|Кейін|Бір|Бізде|Біздің|"
    r"Оның|Олар|Ол|Сонымен|Соның|Жаңа|Барлық|Мына|Сіз|Өз|Біз|Әр|Ең|Көп|Аталған|Республикалық|Облыстық|Қалалық|Аудандық|"
    r"Мемлекет басшысы|Президент|Премьер-министр|Министр|Депутат|Елбасы)$"
)


@cache
def _words(kind: str) -> str:
    table = {row["kind"]: spellings(row["words"]) for row in rows("kazakh_bodies", _TABLES)}
    return "|".join(sorted(map(re.escape, table[kind]), key=len, reverse=True))


@cache
def _quoted() -> re.Pattern[str]:
    nouns = rf"(?:{_words('chained')}|{_words('quoted')}){_ANY}|(?:{_words('form')})(?!\w)"
    between = rf"(?:[{_LOW}-]+ ){{0,3}}?"
    return re.compile(rf"[«“\"](?P<name>[^«»“”\"\n]{{2,60}})[»”\"] {between}(?:{nouns})")


@cache
def _chain() -> re.Pattern[str]:
    nouns = rf"(?:{_words('chained')}){_OWNED}|(?:{_words('bare')}){_CASE}{_WORD_END}"
    return re.compile(rf"(?<![\w-])(?P<name>{_FIRST}(?: {_FIRST})*? {_LINK}{{0,{_LINKS}}}?(?i:{nouns}))")


@cache
def _body() -> re.Pattern[str]:
    ending = rf"(?:{_POSSESSIVE})?{_CASE}"
    return re.compile(
        rf"(?<![\w-])(?P<name>(?:{_words('body')}){ending}{_WORD_END}|(?:{_words('acronym')})(?:-?{_CASE})(?!\w))"
    )


def find(text: str) -> Iterator[tuple[int, int]]:
    """Find names in order; where two meet, the sign that was named first above holds."""
    taken: list[tuple[int, int]] = []
    for start, end in chain.from_iterable(map(_spans, (_quoted(), _chain(), _body()), (text,) * 3)):
        if not any(start < other_end and other_start < end for other_start, other_end in taken):
            taken.append((start, end))
    yield from sorted(taken)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        start, end = match.span("name")
        if pattern is _chain():
            start = _first(text, start, end)
        if start < end:
            yield start, end


def _first(text: str, start: int, end: int) -> int:
    """Skip the words before a name that only open the sentence; give the end where no more than the noun is left."""
    words = [(start + word.start(), word.group()) for word in re.finditer(r"\S+", text[start:end])]
    for place, (at, word) in enumerate(words[:-1]):
        opens = not place and _SENTENCE_START.search(text, max(0, at - 4), at) is not None
        if not word[0].isupper() or _OPENERS.match(word) or (opens and _LOCAL.search(word)):
            continue
        return at
    return end
