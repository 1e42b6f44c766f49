"""Parties of an agreement, also those without a legal form, by the term that stands for them from there on.

``between Ada B. Marsh, a director (the “Consultant”), and …``: whoever stands between such words and such a term is
a party, be it a person or a firm. The terms are in tables/party_terms.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.fields.contract import Hit
from extract.fields.table import rows, spellings
from extract.fields.watch import watch
from extract.fields.words import words

_ROLES = {term.casefold(): row["role"] for row in rows("party_terms") for term in spellings(row["labels"])}
_WORD = r"[^\W\d_a-zß-ÿ][\w'’-]*"
_QUOTED = r"[“\"]([^”\"\n]{2,30})[”\"]"
_DEFINED = re.compile(
    rf"(?:between|among|and|by)\s+(?P<name>{_WORD}(?:\s(?:[A-Z]\.|{_WORD})){{1,4}})(?:,[^()“”\"]{{1,120}})?\s*"
    rf"\((?:hereinafter\s)?(?:the\s|each\san?\s)?{_QUOTED}(?:\sor\s(?:the\s)?{_QUOTED})?"
)
_SIGNED = re.compile(
    rf"^[ \t]*(?P<term>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?):\s{{1,6}}"
    r"(?P<name>(?!(?:By|Name|Title|Date|Signature|Address|Its|Attest|Print)\b)"
    rf"{_WORD}(?: (?:[A-Z]\.|{_WORD})){{1,3}})[ \t]*$",
    re.MULTILINE,
)
_LEADS = watch(("between", "among", "and", "by"))
_TERM = re.compile(r"\([a-z ]{0,24}[“\"]")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr)\.?\s+")
_INITIAL = re.compile(r"\b[A-Z]\.")


def find(text: str) -> Iterator[Hit]:
    """Find names that an agreement gives a party's term: “Buyer”, “Employee”, or their own last name."""
    for match in _defined(text) if _TERM.search(text) else ():
        name = " ".join(match["name"].split())
        terms = [term for term in match.groups()[1:] if term]
        role = next((_ROLES[term.casefold()] for term in terms if term.casefold() in _ROLES), None)
        if role is None and not any(_is_last_name(term, name) for term in terms):
            continue
        start, end = match.span("name")
        yield Hit(start, end, text[start:end], name, role=role, evidence=f"the agreement calls it “{terms[0]}”")
    yield from _signed(text)


def _defined(text: str) -> Iterator[re.Match[str]]:
    """Give the names that a term is defined for, apart from each other."""
    taken = 0
    for start in words(text).starts(_LEADS):
        match = _DEFINED.match(text, start) if start >= taken else None
        if match:
            taken = match.end()
            yield match


def _signed(text: str) -> Iterator[Hit]:
    """Find who stands at a party's term where an agreement is signed: “EMPLOYEE: Ada B. Marsh”."""
    for match in _SIGNED.finditer(text):
        role = _ROLES.get(match["term"].casefold())
        if role is not None and _INITIAL.search(match["name"]):
            start, end = match.span("name")
            evidence = f"stands at the label “{match['term']}:”"
            yield Hit(start, end, text[start:end], text[start:end], role=role, evidence=evidence)


def _is_last_name(term: str, name: str) -> bool:
    """Tell the short name of a person, who has a title or an initial; an act is called by its last word too."""
    title = _TITLE.match(term)
    last = term[title.end() :] if title else term
    return last == name.rsplit(maxsplit=1)[-1] and bool(title or _INITIAL.search(name))
