"""Names that a text has introduced are known wherever it repeats them, in any case and as the acronym in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extract.prose.clues import stem

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LONGEST_ACRONYM = 8

Stretch = tuple[int, int]


def recalled(doc: Doc, found: Iterable[Stretch]) -> list[Stretch]:
    """Add the acronyms that stand in brackets behind a name, then every other place where a known name stands."""
    known = list(found)
    known += [one for _, end in known if (one := _acronym(doc, end)) and not _meets(one, known)]
    names = {_name(doc[start:end]) for start, end in known}
    for one in _repeated(doc, {name for name in names if name}):
        if not _meets(one, known):
            known.append(one)
    return sorted(known)


def _acronym(doc: Doc, end: int) -> Stretch | None:
    """Find ``(ФНС)`` behind a name, or behind the quote that closes it."""
    at = end + (end < len(doc) and doc[end].text in '»”"')
    if at + 2 >= len(doc) or doc[at].text != "(" or doc[at + 2].text != ")":
        return None
    word = doc[at + 1].text
    return (at + 1, at + 2) if word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM else None


def _name(span: Span) -> tuple[str, ...]:
    """Fold a name that can be known again: of several words, or an acronym; nothing for a single common word."""
    words = [token.text for token in span if not token.is_space]
    if not words[0][:1].isupper() or (len(words) == 1 and not words[0][:2].isupper()):
        return ()
    return tuple(stem(word.lower()) for word in words)


def _repeated(doc: Doc, names: set[tuple[str, ...]]) -> Iterator[Stretch]:
    longest_first = sorted(names, key=len, reverse=True)
    folded = [stem(token.lower_) for token in doc]
    for at, token in enumerate(doc):
        if token.text[:1].isupper():
            name = next((one for one in longest_first if tuple(folded[at : at + len(one)]) == one), None)
            if name and (len(name) > 1 or token.text[:2].isupper()):
                yield at, at + len(name)


def _meets(one: Stretch, others: Iterable[Stretch]) -> bool:
    return any(start < one[1] and one[0] < end for start, end in others)
