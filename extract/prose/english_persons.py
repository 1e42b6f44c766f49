"""Persons in English text, so far as words beside a name or the ending of a family name show them.

The model knows organisations only, and takes many a person for one. ``without_persons`` leaves such names out, and a
family name alone where the text has it with the given name: “Aidar Karimov … Karimov”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_NAME = r"[A-Z][\w’-]*[a-z](?: [A-Z]\.?(?= ))?(?: [A-Z][\w’-]*[a-z]){0,2}"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Messrs)"
_OFFICE = (
    r"(?:spokes(?:man|woman|person)|lawyer|minister|official|analyst|journalist|director|accountant|businessman|"
    r"businesswoman|lawmaker|colonel|officer)"
)
_KIN = r"(?:brother|sister|wife|husband|son|daughter|father|mother)"
_FAMILY = r"(?:ov|ova|ev|eva|enko|chuk|shvili|adze|yan|uly|kyzy|vich|vna|skaya|skiy|bayev|bekov)"
_NO_GIVEN = (
    r"(?:Concern|Group|Holding|Company|Firm|Plant|Factory|Works|Bureau|Bank|Institute|University|The|In|Of|And|By|To)"
)
_PERSON = re.compile(
    rf"\b{_TITLE}\.? (?P<titled>{_NAME})"
    rf"|\b(?:{_OFFICE}|{_KIN}|CEO),? (?P<led>{_NAME})"
    rf"|\b(?P<followed>{_NAME}), (?:who\b|aged \d|(?:a|an|the|its|their) (?:\w+ )?{_OFFICE}\b)"
    rf"|\b(?!{_NO_GIVEN}\b)(?P<born>[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+{_FAMILY})\b"
)

Span = tuple[int, int]


def persons(text: str) -> set[str]:
    """Give the names of persons as they stand."""
    return {match[match.lastgroup] for match in _PERSON.finditer(text) if match.lastgroup}


def without_persons(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """Leave out persons, and their family names alone."""
    named = list(found)
    known = persons(text)
    first_words = {words[0] for start, end in named if len(words := text[start:end].split()) > 1}
    left_out = (known | {name.split()[-1] for name in known}) - first_words
    return (span for span in named if text[slice(*span)] not in left_out)
