"""The names printed inside one: «X (Y)», «X a.k.a. Y», «AO X, JSC Y», «領域 CityLink», «X – филиал ПАО Y»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from resolve.han import HAN

_MOST = 8

_PARENTHESES = re.compile(r"\(([^()]*)\)")
# «AO GOZ, JSC GOZ, Obukhov Plant»: registers list the spellings of one company in one field, each with its form.
_FORM = r"(?:АО|ПАО|ОАО|ЗАО|ООО|ТОО|AO|PAO|OAO|ZAO|OOO|TOO|JSC|PJSC|OJSC|LLC)\b"
_LISTED = re.compile(rf"[,;] *(?={_FORM}[ «“\"‘'])")
_HAS_FORM = re.compile(rf"\b{_FORM}")
_ALSO = re.compile(r"\b(?:a\.?\s?k\.?\s?a\.?|also known as|formerly|ранее|он же|бывш\.)\s", re.IGNORECASE)
# Whose branch it is stands behind a dash or comma: the branch has a name of its own.
_BRANCH_OF = re.compile(r"\s*[-–—,]\s*(?:филиал|філія|филиала|a? ?branch of|filial)\b.+$", re.IGNORECASE)
# Scripts that share no letter: a firm's sign says its name twice, «領域 CityLink».
_EASTERN = rf"[{HAN}\u3040-\u30ff\uac00-\ud7af\u0600-\u06ff]"
_TWICE = re.compile(
    rf"^((?:{_EASTERN}|[^\w(])*{_EASTERN}(?:{_EASTERN}|[^\w(])*)\b([A-Za-z][^\u0400-\uffff]*)$"
    rf"|^([A-Za-z][^\u0400-\uffff(]*?)\s*((?:{_EASTERN}|[^\w(])*{_EASTERN}(?:{_EASTERN}|[^\w(])*)$"
)
_INITIALS = re.compile(r"[^\W\d_]{2,8}")


def aliases(text: str, distinctive: Callable[[str], bool]) -> tuple[str, ...]:
    """Split a name into those printed in it, when each carries a distinctive word; «X (Almaty)» stays whole."""
    for ways in _splits(text, distinctive):
        if ways != [text] and all(map(distinctive, ways)):
            return tuple(ways[:_MOST])
    return (text,)


def _splits(text: str, distinctive: Callable[[str], bool]) -> Iterator[list[str]]:
    listed = _LISTED.split(text)
    if _HAS_FORM.search(listed[0]):
        yield listed
    yield from _bracketed(text, distinctive)
    yield _ALSO.split(text, maxsplit=1)
    yield [text, _BRANCH_OF.sub("", text)] if _BRANCH_OF.search(text) else [text]
    twice = _TWICE.match(text)
    yield [text, *filter(None, twice.groups())] if twice else [text]


def _bracketed(text: str, distinctive: Callable[[str], bool]) -> Iterator[list[str]]:
    """Take brackets at the end for another name; within a name they only remark on what stands before them."""
    last = next(reversed(list(_PARENTHESES.finditer(text))), None)
    if last and not distinctive(text[last.end() :]):
        yield [_PARENTHESES.sub(" ", text), " ".join(_PARENTHESES.findall(text))]
    elif last and _INITIALS.fullmatch(last[1].strip()):
        yield [text[: last.start()] + " " + text[last.end() :]]
