"""How a party or country hangs in its sentence: as subject, behind “to”, in the dative … — the mark it bears.

In English a preposition tells, in Russian and Ukrainian the case of the name or of the noun before it. A name that
shows no case may bear several marks: then what else the sentence has must decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from extract.statements import chinese, kazakh
from extract.statements.countries import Country
from extract.statements.inflection import CASES, NOMINATIVE, forms
from extract.statements.vocabulary import words

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
    "against": "against",
    "on": "against",
}
_ENGLISH_NOUN_PHRASE = re.compile(r"\s+(?:(?:the|a|an|its|another|their|this)\s+)?(?:[\w’'-]+\s+){0,3}", re.IGNORECASE)
_COPULA = re.compile(
    r"(?:\b(?:is|was|are|were)|(?<!\w)(?:является|явля\w+|стал\w*|є)|[—–])\s+(?:(?!(?:by|to|from|of|in|for|with|on)\b)\w+\s+){0,2}$"
)
_PREPOSITIONS: Mapping[str, str] = {
    word: mark
    for mark, words in (
        ("from", "у от із из від"),
        ("for", "для"),
        ("with", "с со з между"),
        ("in", "в во на"),
        ("to", "к"),
        ("against", "против проти щодо"),
        ("other", "о об через по за до при про"),
    )
    for word in words.split()
}
_CYRILLIC = re.compile(
    rf"(?<!\w)(?P<word>(?i:{'|'.join(_PREPOSITIONS)}))\s+(?:[^\W_A-ZА-ЯЁІЇЄҐ][\w-]*\s+){{0,3}}$",
)
_HEAD = re.compile(r"(?<!\w)(?:[а-яёіїєґ]+-)?(?P<noun>[а-яёіїєґ’']{4,})\s+(?:ООО\s|АО\s|ТОО\s|ТОВ\s)?$", re.IGNORECASE)
_TIME_NOUN = re.compile(r"\b(?:year|month|week|quarter|day|time|years|months|\d{4})\b")
_APPOSED = re.compile(r"(\b(?:firm|company|trader|dealer|plant|distributor|supplier|manufacturer)),\s+$")
_ADDRESSED = re.compile(
    r"(?<!\w)(?:в\s+адрес|на\s+(?:[а-яё]+ый\s+)?(?:сч[её]та?|рахунок|рахунки)|на\s+адресу)\s+(?:[\w-]+\s+){0,3}$"
)
_TO_ACCOUNT = re.compile(r"\bto\s+(?:\w+\s+){0,3}accounts?\s+(?:of|held\s+by|belonging\s+to)\s+(?:the\s+)?$")
_AGREES: tuple[tuple[Marks, str], ...] = (
    (frozenset(("to",)), r"(?:щ|нн|т|н|к)(?:ему|ому)(?:ся)?"),
    (frozenset(("by",)), r"(?:щ|нн|т|н|к)(?:им|ым)(?:ся)?"),
    (frozenset(("of", "direct")), r"(?:щ|нн|т|н|к)(?:его|ого)(?:ся)?"),
)
"""Endings of a participle behind a name, and what they make of it: «ООО «Вяз», принадлежащему …» is in the dative."""
_PARTICIPLE = re.compile(r",\s+([а-яёіїєґ]{5,})")
_ADJECTIVE = re.compile(r"(?<!\w)([а-яёіїєґ]{3,}(?:ск|ськ|зьк|цьк|н)(?:ому|им|ого))\s+$")
_FAR = re.compile(r"\s\w+\s+\w+\s")
_AGREE_REACH = 30
_NEAR = 3
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
    if start > trigger[1] and _COPULA.search(text, trigger[1], start):
        return frozenset(("copula",))
    if language == "en":
        return _english(text, left, start, end, trigger)
    before = text[trigger[1] if start >= trigger[1] else left : start]
    return _slavic(before, cases, text[end : end + _AGREE_REACH], language)


def _english(text: str, left: int, start: int, end: int, trigger: tuple[int, int]) -> Marks:
    behind = start >= trigger[1]
    if behind and _NUMBER_BEFORE.search(text, left, start) and _GOODS_BEHIND.match(text, end):
        return frozenset(("goods",))
    if behind and text[end : end + 2] in ("'s", "’s"):
        return OTHER
    before = _APPOSED.sub(r"\1 ", text[trigger[1] if behind else left : start])
    if _TO_ACCOUNT.search(before):
        return frozenset(("to",))
    preposition = _ENGLISH.search(before)
    if preposition is not None and not (_TIME_NOUN.search(preposition.group()) and not behind):
        return frozenset((_ENGLISH_MARKS.get(preposition["word"].casefold(), "other"),))
    if not behind:
        return frozenset(("nom", "possessive")) if text[end : end + 2] in ("'s", "’s") else SUBJECT
    adjacent = _ENGLISH_NOUN_PHRASE.fullmatch(before) or not before.strip()
    return frozenset(("direct",)) if adjacent else OTHER


def _slavic(before: str, cases: Marks, behind: str, language: str) -> Marks:
    if _ADDRESSED.search(before):
        return frozenset(("to",))
    head = _HEAD.search(before)
    of_head = _heads(language).get(head["noun"].casefold()) if head else None
    preposition = _CYRILLIC.search(before)
    own = of_head is not None and "nom" in of_head and preposition is not None and _FAR.search(preposition.group())
    if preposition is not None and not own and not re.search(r"\d\s", before[preposition.start() :]):
        mark = frozenset((_PREPOSITIONS[preposition["word"].casefold()],))
        near = len(before[preposition.end("word") :].split()) <= (1 if of_head is None else _NEAR)
        if near or not cases <= {NOMINATIVE, _ACCUSATIVE}:
            return mark
    if _SHARE_OF.search(before):
        return frozenset(("of",))
    if of_head is not None:
        return of_head
    if not cases:
        return _by_agreement(behind) or _by_adjective(before) or ANY
    return frozenset(_OF_CASE[case] for case in cases)


def _by_agreement(behind: str) -> Marks | None:
    word = _PARTICIPLE.match(behind)
    return next((marks for marks, ending in _AGREES if re.search(f"{ending}$", word[1])), None) if word else None


def _by_adjective(before: str) -> Marks | None:
    """Tell the case of a name by the adjective before it: «петербургскому АО «Вяз»»."""
    word = _ADJECTIVE.search(before)
    return next((marks for marks, ending in _AGREES if re.search(f"{ending}$", word[1])), None) if word else None


@cache
def _heads(language: str) -> Mapping[str, Marks]:
    """Give what the forms of a noun make of the name behind them: «заводу «Вектор»» is in the dative."""
    heads: dict[str, Marks] = {}
    for noun in words("heads", language).split("|"):
        for form, cases in forms(noun.capitalize(), ukrainian=language == "uk").items():
            marks = frozenset(_OF_CASE[case] for case in cases)
            heads[form.casefold()] = heads.get(form.casefold(), frozenset()) | marks
    return {form: marks - {"other"} or marks for form, marks in heads.items()}


def country_marks(text: str, left: int, country: Country, language: str) -> Marks:
    """Give the marks of a country: to, from, in, of, nom."""
    start, end, cases = country.start, country.end, country.cases
    if country.adjective:
        return frozenset(("of",))
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
