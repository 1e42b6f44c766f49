"""Persons that a sentence calls director or owner: two or three capitalised words beside the office."""

from __future__ import annotations

import re

from extract.statements import chinese
from extract.statements.claim import Said
from extract.statements.inflection import forms

_LATIN = r"[A-Z][a-z’'-]+(?:\s[A-Z]\.)?(?:\s[A-Z][a-zA-Z’'-]+){1,2}"
_CAPITAL, _SMALL = "А-ЯЁІЇЄҚӘӨҒҰҮҢ", "а-яёіїєқәөғұүңһ-"
_CYRILLIC = (
    rf"(?:[{_CAPITAL}][{_SMALL}]+(?:-[А-ЯЁ][а-яё]+)?(?:\s[{_CAPITAL}][{_SMALL}]+){{1,2}}"
    rf"|[{_CAPITAL}]\.\s?(?:[{_CAPITAL}]\.\s?)?[{_CAPITAL}][{_SMALL}]+)"
)
NAME = re.compile(rf"(?<![\w«“\"-])(?:{_LATIN}|{_CYRILLIC})(?![\w»”\"])")


class Persons:
    """The persons a text has named so far, to know them again by their last name in any case."""

    def __init__(self) -> None:
        self._by_form: dict[str, str] = {}
        self.last: str | None = None

    def remember(self, name: str) -> None:
        """Keep a full name."""
        if " " in name:
            self.last = name
            for form in forms(name.rsplit(" ", 1)[-1]):
                self._by_form.setdefault(form, name)

    def find(self, text: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[Said]:
        """Give persons between two places that no company's name covers."""
        found = [Said(" ".join(m.group().split()), *m.span()) for m in NAME.finditer(text, start, end)]
        found += [Said(text[slice(*span)], *span) for span in chinese.persons(text, start, end)]
        for match in re.finditer(r"(?<![\w«“\"-])[A-ZА-ЯЁІЇЄ][\w’'-]+", text[start:end]):
            at, stop = match.start() + start, match.end() + start
            known = self._by_form.get(match.group())
            if known is not None and not any(said.start < stop and at < said.end for said in found):
                found.append(Said(known, at, stop))
        free = [said for said in found if not any(a < said.end and said.start < b for a, b in taken)]
        return sorted(free, key=lambda said: said.start)
