"""How a party or country hangs in its sentence: as subject, behind “to”, in the dative … — the mark it bears.

In English a preposition tells, in Russian and Ukrainian the case of the name or of the noun before it. A name that
shows no case may bear several marks: then what else the sentence has must decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.statements import chinese, kazakh
from extract.statements.inflection import CASES, NOMINATIVE

Marks = frozenset[str]
SUBJECT: Marks = frozenset(("nom",))
OTHER: Marks = frozenset(("other",))
ANY: Marks = frozenset(("nom", "to", "by", "of", "direct"))

_GENITIVE, _DATIVE, _ACCUSATIVE, _INSTRUMENTAL, _PREPOSITIONAL = CASES
_OF_CASE: Mapping[str, str] = {
    NOMINATIVE: "nom",
    _GENITIVE: "of",
    _DATIVE: "to",
    _ACCUSATIVE: "direct",
    _INSTRUMENTAL: "by",
    _PREPOSITIONAL: "other",
}
_WORDS = "to|from|by|of|for|in|into|with|at|on|via|through|against|among|between|than|like|including"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENGLISH = re.compile(
    rf"\b(?P<word>{_WORDS})\s+(?:(?:the|an?|its|another|their|this)\s+)?"
    rf"(?:(?!(?:{_WORDS}|{_MONTHS}|the|an?|its|and|or)\b)[^\W\d][\w’'-]*\s+){{0,3}}$",
    re.IGNORECASE,
)
_ENGLISH_MARKS: Mapping[str, str] = {
    "to": "to",
    "into": "to",
    "from": "from",
    "by": "by",
    "of": "of",
    "for": "for",
    "in": "in",
}
_ENGLISH_NOUN_PHRASE = re.compile(r"\s+(?:(?:the|a|an|its|another|their|this)\s+)?(?:[\w’'-]+\s+){0,3}", re.IGNORECASE)
_COPULA = re.compile(r"(?:\b(?:is|was|are|were)|(?<!\w)(?:является|явля\w+|стал\w*|є)|[—–])\s+(?:\w+\s+){0,2}$")
_RELATIVE_DATIVE = re.compile(r",\s+котор(?:ому|ой)(?!\w)")
_RELATIVE = re.compile(r",?\s+(?:which|who|that)\b|,\s+(?:котор(?:ая|ый|ое|ые)|як(?:а|ий|е|і))(?!\w)")
_PREPOSITIONS: Mapping[str, str] = {
    word: mark
    for mark, words in (
        ("from", "у от із из від"),
        ("for", "для"),
        ("with", "с со з между"),
        ("in", "в во на"),
        ("to", "к"),
        ("other", "о об через по за до при против про"),
    )
    for word in words.split()
}
_CYRILLIC = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join(_PREPOSITIONS)})\s+(?:[\w-]+\s+){{0,3}}$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?<!\w)(?P<noun>(?:компан|фирм|фонд|завод|предприят|групп|корпорац|холдинг|банк|дилер|концерн)[а-яё]*)\s+$",
    re.IGNORECASE,
)
_HEADS: tuple[tuple[Marks, tuple[str, ...]], ...] = (
    (frozenset(("by",)), ("ией", "ой", "ом", "ем")),
    (SUBJECT, ("ия", "ма", "па")),
    (frozenset(("of", "to")), ("ии",)),
    (frozenset(("direct",)), ("ию", "му", "пу")),
    (frozenset(("to",)), ("ду", "ку", "ру", "гу", "ну", "ме", "пе")),
    (frozenset(("of",)), ("да", "ка", "ра", "га", "на", "мы", "пы")),
)
"""Endings of the noun before a name, and what they make of the name: «завод|у «Вектор»» is in the dative."""
_SHARE_OF = re.compile(r"(?:%|процент\w*)\s+(?:акций\s+|долей\s+|доли\s+)?(?:в\s+)?$")
_NUMBER_BEFORE = re.compile(r"\d[\d,. \u00a0]*\s$")
_GOODS_BEHIND = re.compile(r"\s+(?!(?:worth|to|from|in|and|or|for|of|by|with|at|on)\b)[a-z]{3,}")


def party_marks(
    text: str, left: int, start: int, end: int, trigger: tuple[int, int], language: str, cases: Marks
) -> Marks:
    """Give the marks a company may bear. ``left``: where its clause begins; ``cases``: those of its form."""
    if language == "kk":
        return frozenset((kazakh.mark(text, end),))
    if language == "zh":
        return frozenset((chinese.party_mark(text, start, end, trigger),))
    if start < trigger[0] and _RELATIVE.match(text, end):
        return SUBJECT
    if start < trigger[0] and _RELATIVE_DATIVE.match(text, end):
        return frozenset(("to",))
    if start > trigger[1] and _COPULA.search(text, trigger[1], start):
        return frozenset(("copula",))
    if language == "en":
        return _english(text, left, start, end, trigger)
    return _slavic(text[left:start], cases)


def _english(text: str, left: int, start: int, end: int, trigger: tuple[int, int]) -> Marks:
    behind = start >= trigger[1]
    if behind and _NUMBER_BEFORE.search(text, left, start) and _GOODS_BEHIND.match(text, end):
        return frozenset(("goods",))
    before = text[trigger[1] if behind else left : start]
    preposition = _ENGLISH.search(before)
    if preposition is not None:
        return frozenset((_ENGLISH_MARKS.get(preposition["word"].casefold(), "other"),))
    if not behind:
        return frozenset(("nom", "possessive")) if text[end : end + 2] in ("'s", "’s") else SUBJECT
    adjacent = _ENGLISH_NOUN_PHRASE.fullmatch(before) or not before.strip()
    return frozenset(("direct",)) if adjacent else OTHER


def _slavic(before: str, cases: Marks) -> Marks:
    preposition = _CYRILLIC.search(before)
    if preposition is not None and not re.search(r"\d\s", before[preposition.start() :]):
        return frozenset((_PREPOSITIONS[preposition["word"].casefold()],))
    if _SHARE_OF.search(before):
        return frozenset(("of",))
    head = _HEAD.search(before)
    if head is not None:
        noun = head["noun"].casefold()
        return next((marks for marks, endings in _HEADS if noun.endswith(endings)), SUBJECT)
    if not cases:
        return ANY
    return frozenset(_OF_CASE[case] for case in cases)


def country_marks(text: str, left: int, start: int, end: int, language: str, cases: Marks) -> Marks:
    """Give the marks of a country: to, from, in, of, nom."""
    if language == "kk":
        return frozenset((kazakh.country_mark(text[start:end]),))
    if language == "zh":
        return frozenset((chinese.country_mark(text, start),))
    before = text[left:start]
    if language == "en":
        if text[end : end + 2] in ("'s", "’s"):
            return frozenset(("of",))
        word = re.search(r"\b(to|into|from|in|of|for|and|or)\s+(?:the\s+)?$", before, re.IGNORECASE)
        if word is None:
            return SUBJECT
        return frozenset((_ENGLISH_MARKS.get(word[1].casefold(), "and"),))
    word = re.search(r"(?<!\w)(в|во|на|из|із|з|у|до|для|и|или|і|с|со)\s+$", before, re.IGNORECASE)
    if word is None:
        return frozenset(_OF_CASE[case] for case in cases)
    return frozenset((_by_preposition(word[1].casefold(), cases),))


def _by_preposition(word: str, cases: Marks) -> str:
    if word in ("и", "или", "і"):
        return "and"
    if word in ("из", "із", "з", "с", "со"):
        return "from"
    if word in ("до", "для"):
        return "to"
    return "to" if cases & {_ACCUSATIVE, NOMINATIVE} and _PREPOSITIONAL not in cases else "in"
