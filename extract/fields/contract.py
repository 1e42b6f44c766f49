"""What every field parser keeps to.

``parse(text)`` gives a value or refuses with FieldError, and raises nothing else. ``find(text)`` yields hits in running
text, in order, with ``text[hit.start:hit.end] == hit.text``. Both are pure: no files, no clock, no memory of earlier
calls. A decision about a whole column or document is a Decision with its evidence in words.

FieldError
├── Ambiguous    two readings are possible and nothing decides between them
└── Placeholder  the cell says in words that it holds no value, or points to another box
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


class FieldError(ValueError):
    """Refuse a text as a value of this kind, with the reason in words."""


class Ambiguous(FieldError):
    """Refuse a text that has two readings."""


class Placeholder(FieldError):
    """Refuse a text that stands where a value should be: ``TO ORDER``, ``СМ. ГРАФУ 14 ДТ``, ``N/A``."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One value in running text. ``value`` and the optional attributes mean what they mean in extract.model.Mention."""

    start: int
    end: int
    text: str
    value: str
    currency: str | None = None
    unit: str | None = None
    role: str | None = None
    scheme: str | None = None
    subject: str | None = None
    valid: bool | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a column or document, and why. ``value`` None: nothing decides."""

    value: str | None
    evidence: str


Finder = Callable[[str], Iterator[Hit]]
