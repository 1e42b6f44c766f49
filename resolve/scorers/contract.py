"""What a scorer is: a reason to think two names one company, or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from resolve.alignment import Pair
from resolve.model import Evidence


class Scorer(Protocol):
    """A reason, as a function; its evidence carries its name."""

    __name__: str

    def __call__(self, pair: Pair, /) -> Evidence | None:
        """Look at two analysed names and say what this reason makes of them, or None when it has nothing to say."""


class Role(StrEnum):
    """What a reason against may do; the score itself is the model's."""

    WEIGHS = "weighs"
    DOUBTS = "doubts"  # speaks against: a person must decide, never merged by rule
    PARTS = "parts"  # speaks against: not the same company, at most a relative


@dataclass(frozen=True, slots=True)
class Reason:
    """A scorer in the list, with what it may do when it speaks against; a chance of ``outweighed`` silences it.

    Measured (``python -m benchmarks.name_model``): where the model is that sure, it is right in spite of the reason.
    """

    scorer: Scorer
    role: Role = Role.WEIGHS
    outweighed: float = 2.0
