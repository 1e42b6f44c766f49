"""A column as numbers of its distinct values: what is worked out, is so once for each of them, not in every row."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Distinct(list[T]):
    """The distinct values of a column in the order in which they first came; more may be added at its end.

    ``derived``: what was made of them, by its maker; it is forgotten with them.
    """

    __slots__ = ("derived",)

    def __init__(self, values: Iterable[T] = ()) -> None:
        super().__init__(values)
        self.derived: dict[Hashable, Any] = {}


class Coded(Sequence[T]):
    """A column of ``values``; ``codes`` are their places, row by row. Values made of others may be equal or None."""

    __slots__ = ("codes", "values")
    dictionary = Distinct

    def __init__(self, codes: array[int], values: Distinct[T]) -> None:
        self.codes = codes
        self.values = values

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Coded[T]: ...
    def __getitem__(self, at: int | slice) -> T | Coded[T]:
        if isinstance(at, slice):
            return Coded(self.codes[at], self.values)
        return self.values[self.codes[at]]

    def __iter__(self) -> Iterator[T]:
        return map(self.values.__getitem__, self.codes)

    def __contains__(self, value: object) -> bool:
        return value in self.used()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))

    def used(self) -> list[T]:
        """Give the values that stand in the rows, each once for each of its numbers, in no order."""
        return [self.values[code] for code in set(self.codes)]

    def only(self, kept: Iterable[int]) -> Coded[T]:
        """Give some of the rows, by their place."""
        return Coded(array("i", map(self.codes.__getitem__, kept)), self.values)

    def new(self, known: int) -> list[T]:
        """Give the values up to the last that stands in the rows, but for so many known ones."""
        return self.values[known : max(self.codes, default=-1) + 1] if known < len(self.values) else []


class Derived(Generic[T]):
    """Turn columns into others by a function of each value, which is asked once for each, in the order of the rows.

    It is asked for none that stands in no row: a header is among the texts of its column, and is no value.
    """

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make

    def __call__(self, column: Coded[Any]) -> Coded[T | None]:
        """Give the column that is made of another."""
        made, missing = column.values.derived.setdefault(self, (Distinct[T | None](), set[int]()))
        fresh = range(len(made), len(column.values))
        made.extend([None] * len(fresh))
        missing.update(fresh)
        if not missing.isdisjoint(column.codes):
            for code in dict.fromkeys(column.codes):
                if code in missing:
                    made[code] = self._make(column.values[code])
            missing.difference_update(column.codes)
        return Coded(column.codes, made)


def distinct(cells: Sequence[T]) -> Sequence[T]:
    """Give cells among which each value of a column stands: with all that is seen of them alone, fewer to look at."""
    return cells.used() if isinstance(cells, Coded) else cells


def end_to_end(columns: Sequence[Sequence[T]]) -> Sequence[T]:
    """Put columns under each other; they stay numbers where those mean the same values."""
    first, *others = columns
    if isinstance(first, Coded) and all(isinstance(c, Coded) and c.values is first.values for c in others):
        codes = array("i", first.codes)
        for column in others:
            codes.extend(column.codes)  # type: ignore[attr-defined]
        return Coded(codes, first.values)
    whole = list(first)
    for column in others:
        whole.extend(column)
    return whole
