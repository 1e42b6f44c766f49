"""A party as forms print it: lines of numbers, name and address, of which any may wrap.

Numbers without their label are believed where their check says what they are; the numbers of the tax office come
before those of the register. A name goes on over a line end until its legal form and its quotes are whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.fields import company, identifier
from extract.fields.contract import FieldError, Hit
from extract.fields.identifier import Identifier

_SCHEMES = {8: ("edrpou", "okpo"), 9: ("unp",), 10: ("inn",), 12: ("bin", "iin", "inn"), 13: ("ogrn",), 15: ("ogrnip",)}
"""What a bare number can be, by its length, where its check agrees."""
_KYRGYZ = re.compile(r"[0-2](?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d\d{5}", re.ASCII)
"""Kyrgyz tax numbers have no check digit; they hold the day of birth or registration."""
_REGISTERS = frozenset(("ogrn", "ogrnip", "okpo", "kpp"))
_WITH_BRANCH = r"(?:\s*/\s*\d{9})?"
_BARE = re.compile(
    rf"(?:№|N[o°]\.?)\s*:?\s*(?P<signed>\d{{8,15}}){_WITH_BRANCH}(?!\d)"
    rf"|^\s*(?:[A-ZА-ЯЁ]{{3,5}}\s?:\s*)?(?P<line>\d{{8,15}}){_WITH_BRANCH}[ \t]*$",
    re.MULTILINE | re.ASCII,
)
_TAX_NUMBER = re.compile(r"(?:ИНН|INN|ИСН)\W{0,3}(\d{14})(?!\d)")
_ZEROS = re.compile(r"\b(?:000|ООО|OOO|[0OО]{3})(?=\s?[\"«“])")
"""The commonest legal form, its letters taken for zeros."""
_STROKE_LOST = re.compile(r"\bИНН[ИІI|l]?КПП\b")
"""How text recognition sees the labels of two numbers."""
_QUOTED = re.compile(r"[\"«“„]")
_JUNK = " ,;:/№\t"
_LONGEST_NAME = 4
_NO_NAME = re.compile(r"[\d,]")


@dataclass(frozen=True, slots=True)
class Block:
    """A party's lines in order: its name on the first, whole; and the numbers that stood among them."""

    text: str
    numbers: tuple[Identifier, ...]


def tidied(text: str, unwrapped: str) -> Block:
    """Take the numbers out of a party's lines and join the lines of its name. ``unwrapped``: see wrapped."""
    text = _STROKE_LOST.sub("ИНН/КПП", _ZEROS.sub("ООО", text))
    bare = list(_bare_numbers(text))
    kept, numbers = [], [number for _, _, number in bare]
    for line, wraps in _lines(_blanked(text, bare), unwrapped):
        hits = [hit for hit in identifier.find(line) if hit.evidence.startswith("after")]
        rest = _without(line, hits)
        if hits and not any(letter.isalpha() for letter in rest):
            numbers += [Identifier(hit.scheme or "", hit.value, hit.valid) for hit in hits]
        elif line.strip(_JUNK):
            kept.append((line.strip(), wraps))
    size = _name_size(kept)
    lines = [" ".join(line for line, _ in kept[:size]), *(line for line, _ in kept[size:])]
    return Block("\n".join(lines), tuple(dict.fromkeys(numbers)))


def tax_number(numbers: Sequence[Identifier]) -> Identifier | None:
    """Choose the number that says who a party is: valid before doubtful, tax office before register."""
    return min(numbers, key=lambda one: (one.scheme in _REGISTERS, one.valid is False), default=None)


def _bare_numbers(text: str) -> Iterator[tuple[int, int, Identifier]]:
    for match in _BARE.finditer(text):
        number = match["signed"] or match["line"]
        found = None if _is_labelled(match.group()) else _checked(number)
        if found is not None:
            yield *match.span(), found
    for match in _TAX_NUMBER.finditer(text):
        yield *match.span(), Identifier("kg_inn", match[1], None)


def _is_labelled(line: str) -> bool:
    """Tell a number with a label that says what it is; one that was misread («BUH:») says nothing."""
    return any(hit.evidence.startswith("after") for hit in identifier.find(line))


def _checked(number: str) -> Identifier | None:
    for scheme in _SCHEMES.get(len(number), ()):
        try:
            found = identifier.parse(number, scheme)
        except FieldError:
            continue
        if found.valid:
            return found
    return Identifier("kg_inn", number, None) if _KYRGYZ.fullmatch(number) else None


def _blanked(text: str, taken: Sequence[tuple[int, int, Identifier]]) -> str:
    letters = list(text)
    for start, end, _ in taken:
        letters[start:end] = [letter if letter == "\n" else " " for letter in text[start:end]]
    return "".join(letters)


def _lines(text: str, unwrapped: str) -> Iterator[tuple[str, bool]]:
    """Give each line, and whether the next word would not have fitted behind it."""
    at = 0
    for line in text.split("\n"):
        at += len(line) + 1
        yield line, at <= len(text) and unwrapped[at - 1] == " "


def _without(line: str, hits: Sequence[Hit]) -> str:
    """Cut the numbers out with the labels before them."""
    rest = list(line)
    for hit in hits:
        cue = hit.evidence.removeprefix("after ")
        start = max(line.rfind(cue, 0, hit.start), 0)
        rest[start : hit.end] = " " * (hit.end - start)
    return "".join(rest)


def _name_size(lines: Sequence[tuple[str, bool]]) -> int:
    """Tell on how many lines the name stands."""
    for size in range(1, min(len(lines), _LONGEST_NAME) + 1):
        name = " ".join(line for line, _ in lines[:size])
        if not _is_whole(name):
            if size < len(lines) and _quotes_follow(name, lines[size][0]):
                return size + 1
            continue
        wraps = lines[size - 1][1] and size < len(lines)
        goes_on = wraps and _ends_open(name) and not _NO_NAME.search(lines[size][0])
        return size + 1 if goes_on else size
    return 1


def _quotes_follow(name: str, line: str) -> bool:
    """Tell a name whose quotes begin on the next line, behind a legal form that was misread."""
    return _QUOTED.search(name) is None and _QUOTED.match(line) is not None and name.isupper()


def _is_whole(name: str) -> bool:
    hit = next(company.find(name), None)
    return hit is not None and hit.start == 0 and not name[hit.end :].strip(" .,;") and name.count('"') % 2 == 0


def _ends_open(name: str) -> bool:
    """Tell a name that may go on: its legal form stood before it, and no quotes close it."""
    return name[-1].isalnum() and next(company.find(name[: len(name) // 2 + 1]), None) is not None
