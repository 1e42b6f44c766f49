"""Where an address begins in a cell that holds a name and an address."""

from __future__ import annotations

import re

# What an address begins with. The first kind is trusted anywhere; the second only behind a whole name: firms of the
# building trade are called BUILDING, and a number behind a word may belong to the name.
_CLEAR_ADDRESS = r"""
      (?:г|гор|ул|обл|р-н|пр|пр-т|просп|пер|пос|мкрн?|стр|оф|наб|респ|вул|обл)\.\s?[\w«"]
    | (?:город|улица|область|район|проспект|микрорайон|республика|переулок|шоссе|адрес|юр\.?\s?адрес
        |қаласы|көшесі|облысы|ауданы|address|addr|add|tel|тел|fax|phone|email|e-mail)\b\s?[.:]?
    | (?:room|rm|floor|building|bldg|unit|suite|flat|block)\.?\s(?:no\.?\s?)?\d
    | p\.?\s?o\.?\s?box\b | (?:\d{1,2}\s)?bp\s?\d+
    | \d{1,5}[\-/]?\w?\s+(?:[\w'’.]+\s+){1,3}(?:street|st|road|rd|avenue|ave|lane|boulevard|blvd|drive)\b
    | [\w'’.\-]+(?:straße|strasse|str\.|weg|platz|allee|laan|straat|kade)\s*\d
"""
_LOOSE_ADDRESS = r"""
      \d{4,6}(?!\d)[,\s] | \d{1,5}[\-/]?\w?,\s
    | (?:no|room|rm|floor|building|bldg|unit|suite|flat|block|zone|p/c|c/o)\b
    | (?:rue|avenue|boulevard|place|chemin|via|calle|av|mah|cad|sok)\b\.?\s?\w
    | (?:д|кв|м|пл|ш|буд)\.\s?\w
"""
_ANYWHERE = re.compile(rf"[\s,;]+(?={_CLEAR_ADDRESS})|[,;]\s*(?={_LOOSE_ADDRESS})", re.IGNORECASE | re.VERBOSE)
_BEHIND_NAME = re.compile(rf"[\s,;]+(?={_CLEAR_ADDRESS}|{_LOOSE_ADDRESS})|\s*[,;]\s*(?=\S)", re.IGNORECASE | re.VERBOSE)
# “Branch in the city of …” is a name: the place goes on behind the preposition.
_IN_A_PLACE = re.compile(r"\b(?:в|во|по|у|in|at|de|до)$", re.IGNORECASE)


def split(line: str, name_end: int | None) -> tuple[str, str]:
    """Split a line into name and address ("" where it has none). ``name_end``: where a whole name is known to end."""
    found = _ANYWHERE.finditer(line) if name_end is None else _BEHIND_NAME.finditer(line, name_end)
    begins = next((match for match in found if not _IN_A_PLACE.search(line, 0, match.start())), None)
    return (line[: begins.start()], line[begins.end() :]) if begins else (line, "")
