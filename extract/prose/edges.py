"""Set right where a name begins and ends: it begins behind an office, ends before a person unless it is named for one.

What is only a place is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.fields import country
from extract.fields.contract import FieldError

_OFFICE = re.compile(
    r"(?:зам(?:глав|мин|дир)\w*|глав[аыеу]|главой|заместител\w+|начальник\w*|директор\w*|председател\w+|руководител\w+|"
    r"член\w*|секретар\w+|депутат\w*|сенатор\w*|министр\w*|президент\w*|представител\w+|исследовател\w+|"
    r"сотрудник\w*|уч[её]н(?:ый|ого|ому|ым|ые|ых)|пресс-секретар\w+|корреспондент\w*|производител\w+|поставщик\w*)$",
    re.IGNORECASE,
)
_PART_OF_A_LAND = re.compile(r"(?:област|кра[йяюе]|район|округ|республик|побережь)", re.IGNORECASE)
_NAMESAKE = frozenset(("имени", "им"))
_NAMED_FOR = _NAMESAKE | {"«"}

Stretch = tuple[int, int]


def trimmed(words: Sequence[str], tags: Sequence[str], found: Stretch) -> Stretch | None:
    """Give the stretch that is the name, None where no organisation is left."""
    start, end = found
    while end - start > 1 and _OFFICE.match(words[start]):
        start += 1
    end = _past_namesake(words, _before_person(words, tags, start, end))
    named = words[start:end]
    if not any(map(str.isalpha, "".join(named))) or _is_country(" ".join(named)):
        return None
    if all(tag.endswith("LOC") for tag in tags[start:end]) and _PART_OF_A_LAND.match(named[-1]):
        return None
    return start, end


def _before_person(words: Sequence[str], tags: Sequence[str], start: int, end: int) -> int:
    """Leave a person off the end, unless the organisation is named for that person."""
    last = end
    while last - start > 1 and tags[last - 1].endswith("PER") and words[last - 1][:1].isupper():
        last -= 1
    return end if _NAMED_FOR & set(words[start:end]) else last


def _past_namesake(words: Sequence[str], end: int) -> int:
    """Go on to whom the organisation is named for: «Театр им. М. Хвильового»."""
    at = end if words[end - 1].lower() in _NAMESAKE else end + 1
    if at > len(words) or words[at - 1].lower() not in _NAMESAKE:
        return end
    last = end
    while at < len(words) and (words[at][:1].isupper() or words[at] == "."):
        at += 1
        last = last if words[at - 1] == "." else at
    return last


def _is_country(name: str) -> bool:
    try:
        return bool(country.parse(name))
    except FieldError:
        return False
