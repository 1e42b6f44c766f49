"""Countries in running text, in the cases of Russian too: «из Казахстана в Россию»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from csv import DictReader
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.fields.table import rows, spellings
from extract.model import Mention, MentionKind
from extract.statements import chinese
from extract.statements.inflection import forms
from extract.statements.vocabulary import words

_RUN = re.compile(r"(?<![\w«“\"-])[A-ZА-ЯЁІЇЄҚӨ][\w’'-]*(?: (?:and |the |и |of )?[A-ZА-ЯЁІЇЄ][\w-]*){0,3}")
_ABBREVIATED = re.compile(r"[A-ZА-Я]{2,4}")


@dataclass(frozen=True, slots=True)
class Country:
    """A country at a place of a text, with the cases its form may have.

    ``adjective``: “Russian” of “Russian imports”.
    """

    start: int
    end: int
    code: str
    cases: frozenset[str]
    adjective: bool = False


def find(text: str, start: int, end: int, language: str, mentions: Sequence[Mention]) -> Iterator[Country]:
    """Find countries between two places of a text; Kazakh endings are known to the finder of fields already."""
    if language == "kk":
        yield from _of_mentions(mentions)
    elif language == "zh":
        yield from (Country(*found, frozenset()) for found in chinese.countries(text, start, end))
    else:
        yield from _adjectives(text, start, end, language)
        found = list(_in_cases(text, start, end, _forms(ukrainian=language == "uk")))
        yield from found
        if language == "uk":
            yield from (one for one in _of_mentions(mentions) if not any(one.start == known.start for known in found))


def _adjectives(text: str, start: int, end: int, language: str) -> Iterator[Country]:
    """Find adjectives of countries before their trade and market: “Russian imports”, «российского рынка»."""
    pattern, codes = _adjective_forms(language)
    for match in pattern.finditer(text, start, end):
        yield Country(*match.span(1), codes[match[1].casefold()], frozenset(), adjective=True)


@cache
def _adjective_forms(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    with files("extract.statements").joinpath("tables", "adjectives.csv").open(encoding="utf-8") as file:
        codes = {form.casefold(): row["country"] for row in DictReader(file) for form in row[language].split("|")}
    return re.compile(rf"(?<!\w)({'|'.join(codes)})(?={words('market', language)})", re.IGNORECASE), codes


def _of_mentions(mentions: Sequence[Mention]) -> Iterator[Country]:
    """Give the countries that the finder of fields knows in any case, without telling the case."""
    spans = ((m.place.span, m.value) for m in mentions if m.kind is MentionKind.COUNTRY)
    yield from (Country(*span, code, frozenset()) for span, code in spans if span is not None)


def _in_cases(text: str, start: int, end: int, names: dict[str, tuple[str, frozenset[str]]]) -> Iterator[Country]:
    for run in _RUN.finditer(text, start, end):
        at = run.start()
        while at < run.end():
            found = _longest(text, at, run.end(), names)
            if found is not None:
                yield found
            following = text.find(" ", found.end if found else at, run.end())
            if following < 0:
                break
            at = following + 1


def _longest(text: str, start: int, end: int, names: dict[str, tuple[str, frozenset[str]]]) -> Country | None:
    ends = [end, *(match.start() + start for match in reversed(list(re.finditer(r"[ ’']", text[start:end]))))]
    for stop in ends:
        known = names.get(text[start:stop])
        if known is not None:
            return Country(start, stop, *known)
    return None


@cache
def _forms(*, ukrainian: bool) -> dict[str, tuple[str, frozenset[str]]]:
    table: dict[str, tuple[str, frozenset[str]]] = {}
    for name, code in _names():
        for form, cases in forms(name, ukrainian=ukrainian).items():
            _, before = table.get(form, (code, frozenset()))
            table[form] = (code, before | cases)
    return table


def _names() -> Iterator[tuple[str, str]]:
    from babel import Locale

    for language in ("en", "ru", "uk"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "EZ", "XA", "XB", "ZZ", "QO"):
                yield name, code
    for row in rows("countries"):
        for name in spellings(row["names"]):
            if name[:1].isupper() and (len(name) > 4 or _ABBREVIATED.fullmatch(name)):
                yield name, row["alpha2"]
