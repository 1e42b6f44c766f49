"""The O of a legal form that was read as a zero: no company is a "C0., LTD.", and a name follows an ООО, not a 000.

So are the other letters of forms in capitals that text recognition takes for figures: "SP. 7 0.0.", "A.5.".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.readers.ocr.engine import Seen

CO = re.compile(r"(?P<before>\W*C)0(?P<after>\.?,?)", re.IGNORECASE)
LTD = re.compile(r"(LTD|LIMITED|INC|LLC|KG)\b.*", re.IGNORECASE)
OOO = re.compile(r"(?P<before>\W*)000")
NAME = re.compile(r"[\"'«“„][^\W\d].*|[А-ЯЁ]{4,}[-\"»”]*")
FIGURE_LAST = re.compile(r".*\d\W*")
"""Before three zeros, it says that they are thousands."""
SP = re.compile(r"S[PР]\.?")
Z = re.compile(r"[Z27]")
O_O = re.compile(r"[0OО]\.[0OО](?P<after>\.?\W*)")
A_S = re.compile(r"[AА]\.[5SЅ]\$?(?P<after>\.?\W*)")
CAPITALS = re.compile(r"[A-Z]{3,}")
REACH = 3
"""Words of one number stand no farther apart than so many heights."""


def with_company(words: Sequence[Seen]) -> list[Seen]:
    """Give the words of a page, "C0." before "LTD" as the "CO." it must be, 000 before a name as ООО, and so on."""
    return [_spelled(word, words) if _may_be_form(word.text) else word for word in words]


def _may_be_form(text: str) -> bool:
    return any(shape.fullmatch(text) for shape in (CO, OOO, Z, O_O, A_S))


def _spelled(word: Seen, words: Sequence[Seen]) -> Seen:
    line = sorted((other for other in words if _is_on_line(other, word)), key=lambda other: other.x0)
    place = next(at for at, other in enumerate(line) if other is word)
    behind = line[place + 1].text if place + 1 < len(line) else ""
    before = [other.text for other in reversed(line[max(place - 2, 0) : place])] + ["", ""]
    if (match := CO.fullmatch(word.text)) and LTD.fullmatch(behind):
        letter = "o" if "c" in match["before"] else "O"
        return replace(word, text=f"{match['before']}{letter}{match['after']}")
    if (match := OOO.fullmatch(word.text)) and NAME.fullmatch(behind):
        goes_on = _goes_on(line[place - 1] if place else None, word)
        return word if goes_on else replace(word, text=f"{match['before']}ООО")
    return replace(word, text=_foreign(word.text, before, behind))


def _foreign(text: str, before: Sequence[str], behind: str) -> str:
    """Spell the rest of a Polish or Turkish form by what stands beside it."""
    if Z.fullmatch(text) and SP.fullmatch(before[0]) and O_O.fullmatch(behind):
        return "Z"
    if (match := O_O.fullmatch(text)) and Z.fullmatch(before[0]) and SP.fullmatch(before[1]):
        return f"O.O{match['after']}"
    if (match := A_S.fullmatch(text)) and CAPITALS.fullmatch(before[0]):
        return f"A.S{match['after']}"
    return text


def _is_on_line(other: Seen, word: Seen) -> bool:
    return word.y0 < (other.y0 + other.y1) / 2 < word.y1


def _goes_on(before: Seen | None, word: Seen) -> bool:
    """Tell whether zeros go on with a number."""
    return (
        before is not None
        and FIGURE_LAST.fullmatch(before.text) is not None
        and word.x0 - before.x1 < REACH * (word.y1 - word.y0)
    )
