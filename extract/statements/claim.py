"""What one sentence says, as fields that each know where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One field of a claim: its value, and the characters of the text that tell it."""

    value: str | float | int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement: fields of extract.model.records.Statement by name."""

    fields: Mapping[str, Said]
