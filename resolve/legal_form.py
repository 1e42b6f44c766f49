"""Legal forms (ТОО, GmbH, 有限公司 …): taken off a name, with their class and the countries they belong to.

``legal_forms.csv`` is the table. ``where`` says at which place of a name a spelling is trusted to be a form:
``anywhere``, ``edge`` (first or last) or ``end``, for «as» and «co» are also words and initials.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from resolve.han import HAN_RUN
from resolve.lookalikes import mend
from resolve.phrases import Phrases
from resolve.skeleton import skeleton, stem
from resolve.words import words


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A form: the classes it may stand for (``limited``, ``shares`` …) and its countries, none when used everywhere."""

    spelling: str
    classes: frozenset[str]
    countries: frozenset[str]
    where: str


def split_forms(name: list[str]) -> tuple[list[str], tuple[LegalForm, ...]]:
    """Part a name's words into what is left and the legal forms found: at the start, at the end, then inside."""
    table = _table()
    spellings = [_spelling(word) for word in name]
    start, end, found = 0, len(name), list[LegalForm]()
    while start < end and (hit := table.starting(spellings[:end], start)) and hit[1].where != "end":
        start, found = start + hit[0], [*found, hit[1]]
    while start < end and (hit := table.ending(spellings[start:end])):
        end, found = end - hit[0], [*found, hit[1]]
    rest: list[str] = []
    while start < end:
        hit = table.starting(spellings[:end], start)
        if hit and hit[1].where == "anywhere":
            start, found = start + hit[0], [*found, hit[1]]
        else:
            rest.append(name[start])
            start += 1
    return rest, tuple(found)


def split_han_form(run: str) -> tuple[str, LegalForm | None]:
    """Take a Chinese form off the end of a run of characters, where it stands glued to the name."""
    for form in _han_forms():
        if run.endswith(form.spelling):
            return run.removesuffix(form.spelling), form
    return run, None


@cache
def _forms() -> tuple[LegalForm, ...]:
    with (files("resolve") / "legal_forms.csv").open(encoding="utf-8") as lines:
        return tuple(form for row in csv.DictReader(lines) for form in _row_forms(row))


def _row_forms(row: dict[str, str]) -> Iterator[LegalForm]:
    classes, countries = frozenset(row["classes"].split()), frozenset(filter(None, row["countries"].split(";")))
    for spelling in row["spellings"].split("|"):
        yield LegalForm(spelling, classes, countries, row["where"])


@cache
def _table() -> Phrases[LegalForm]:
    return Phrases((tuple(_spelling(word) for word in words(form.spelling)), form) for form in _forms())


@cache
def _han_forms() -> tuple[LegalForm, ...]:
    han = (form for form in _forms() if HAN_RUN.fullmatch(form.spelling))
    return tuple(sorted(han, key=lambda form: (-len(form.spelling), form.spelling)))


def _spelling(word: str) -> str:
    """Keep an abbreviation as it stands (a skeleton would take ООО for O), fold a long word in any script."""
    return mend(word) if len(word) < 6 else stem(skeleton(word))


# «B.V.», «d. o. o.», «L.L.C»: single letters with dots between them are one abbreviation.
_DOTTED = re.compile(r"(?<!\w)(?:\w\. ?)+\w(?!\w)\.?")


def undotted(text: str) -> str:
    """Write dotted abbreviations as one word.

    >>> undotted("Rotorwing B.V., Sp. z o.o.")
    'Rotorwing BV, Sp. z oo'
    """
    return _DOTTED.sub(lambda hit: re.sub(r"[. ]", "", hit[0]), text)
