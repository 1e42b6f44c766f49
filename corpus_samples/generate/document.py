"""A document as it is written to disk, with what is true of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus_samples.generate.company import Company

SAMPLE = "Sample document: all companies, persons and numbers are invented."
SAMPLE_RU = "Образец: все компании, лица и числа вымышлены. " + SAMPLE

Named = tuple[str, Company]
Value = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """``fields``, ``closed`` as in the measuring kit's format; ``records`` are those that must be found in it, field by
    field; ``counts`` how many there are of each kind; ``names`` maps each printed name to the company meant."""

    folder: str
    name: str
    data: bytes
    fields: Mapping[str, Sequence[Value]] = field(default_factory=dict)
    closed: tuple[str, ...] = ()
    records: Sequence[Value] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    status: str = "ok"

    @property
    def path(self) -> str:
        return f"{self.folder}/docs/{self.name}"

    def expected(self) -> Value:
        """Give the line of expected.jsonl."""
        line: Value = {"doc": self.path, "status": self.status, "fields": self.fields, "closed": list(self.closed)}
        return line | {"records": list(self.records), "counts": self.counts}


def companies(named: Iterable[Named], page: int = 1, role: str | None = None) -> list[Value]:
    """List printed names once each, in the kit's format."""
    return values(dict.fromkeys(text for text, _ in named), page, role=role)


def values(texts: Iterable[str], page: int = 1, **more: Any) -> list[Value]:
    extra = {key: value for key, value in more.items() if value is not None}
    return [{"value": text, "page": page} | extra for text in texts]


def amount(value: str, currency: str, page: int = 1, role: str | None = None) -> Value:
    return values([value], page, currency=currency, role=role)[0]


def keys(named: Iterable[Named]) -> dict[str, str]:
    """Map printed names to the keys of their companies."""
    return {text: company.key for text, company in named}
