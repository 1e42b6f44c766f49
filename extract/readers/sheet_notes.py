"""What a reader notes of a sheet as its rows flow by: hidden rows and columns, formulas without values, errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from extract.model import Box, Issue, Place, cell_box

T = TypeVar("T")

MESSAGES = {
    "hidden_rows": ("hidden", "{} hidden rows were read like the others"),
    "hidden_columns": ("hidden", "{} hidden columns were read like the others"),
    "bare_formulas": ("formula_without_value", "{} formulas have no stored value: the formula itself stands for it"),
    "links": ("external_link", "{} formulas refer to other workbooks: stored values were read"),
    "merged": ("merged", "{} merged cells of a sheet this long speak for their first row alone"),
    "errors": ("cell_error", "{} cells hold an error instead of a value"),
}


@dataclass(slots=True)
class Tally:
    """How many there are, and the first."""

    count: int
    first: Box


@dataclass(slots=True)
class Notes:
    """What is noted of one sheet."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    damage: str = ""

    def add(self, what: str, row: int, column: int = 0, count: int = 1) -> None:
        """Count one more; its place is kept if it is the first."""
        seen = self.tallies.get(what)
        if seen is None:
            self.tallies[what] = Tally(count, cell_box(row, column))
        else:
            seen.count += count

    def issues(self, place: Place) -> Iterator[Issue]:
        """Say what was noted, each with its count and the first place."""
        for what, (kind, message) in MESSAGES.items():
            if tally := self.tallies.get(what):
                yield Issue(Place(place.source, place.part, tally.first), kind, message.format(tally.count))
        if self.damage:
            yield Issue(place, "damaged", f"read up to the damage: {self.damage}")


def until_broken(rows: Iterator[T], broken: tuple[type[Exception], ...], notes: Notes) -> Iterator[T]:
    """Yield rows (or the like) up to the first that cannot be read; what is wrong with it is noted."""
    try:
        yield from rows
    except broken as error:
        notes.damage = str(error) or type(error).__name__
