"""What is found: mentions in running text, tables with understood columns, batches of records, issues.

``extract.records.extract`` yields these in document order: a Part first, then what was found on it. The words of a
sheet that no field holds come last, as PartText.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from extract.model.place import Box, Place


class MentionKind(StrEnum):
    """What a mention names."""

    COMPANY = "company"
    PERSON = "person"
    AMOUNT = "amount"
    DATE = "date"
    HS_CODE = "hs_code"
    IDENTIFIER = "identifier"
    QUANTITY = "quantity"
    CONTACT = "contact"
    ADDRESS = "address"
    TRANSPORT = "transport"
    GOODS = "goods"
    TERM = "term"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Mention:
    """One value in running text, on a form or in a cell: raw text beside the normalised value.

    value: company: the name as printed, cleaned of quotes around it; amount: plain decimal, dot as separator; date: ISO
    8601, cut to its precision (``2022``, ``2022-05``, ``2022-05-12``); hs_code: digits; identifier: digits or
    letters without blanks; quantity: plain decimal; person: the name, family name first where that is known; contact:
    ``+77271234567``, a mail address, ``host/path``; address: as printed; transport: letters and digits without blanks,
    a vessel's name; goods: ``drone``, a brand or a model; term: ``CPT Almaty``; country: ISO 3166-1 alpha-2.
    ``currency``: ISO 4217 alpha-3. ``unit``: of a quantity. ``role``: buyer, seller, total, director, owner ...
    ``scheme``: what kind of identifier (inn, bin), contact (phone, email, website), transport (vessel, voyage, flight,
    plate), goods (class, brand, model, article). ``subject``: the identifier (``scheme:value``) that stands with a
    company's name. ``evidence``: why, in words.
    """

    place: Place
    kind: MentionKind
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
class PartText:
    """Words of a part that are known only after its tables were read; they are added to its text, for search."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What went wrong or was left out: a row in the database, never only a log line."""

    place: Place | None
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Column:
    """How one column of a table was understood, with the evidence in words. ``field`` None: kept verbatim, unmapped."""

    position: int
    header: str
    field: str | None
    evidence: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table or form whose columns were looked at.

    ``number`` counts the tables of the source from 1. ``record``: the kind of record its rows give, None if not
    understood. ``sources``: field -> position of the column it is read from (several fields may share one).
    ``spellings``: field -> the rule (extract.model.spelling) by which its column writes its values.
    ``boxes``: (row, position) -> (part, box) on pages and forms; None on sheets, where a cell is its own box.
    ``spans``: (row, position) -> characters of the part's text, where a cell is a stretch of running text.
    Rows and positions count from the top left of the part.
    """

    place: Place
    number: int
    kind: str
    title: str = ""
    header_rows: tuple[int, ...] = ()
    first_row: int = 0
    columns: tuple[Column, ...] = ()
    record: str | None = None
    sources: Mapping[str, int] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    boxes: Mapping[tuple[int, int], tuple[int, Box]] | None = None
    spans: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    dialect: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Batch:
    """Records of one kind from one table, column by column: all sequences have the length of ``rows``.

    ``values``: field -> values (see extract.model.records for their types). ``raw``: field -> raw text of the cell,
    given where it differs from the value's text as ``Table.spellings`` writes it, else None. ``cells``: field ->
    (row, position) where it is not (row of the record, ``Table.sources[field]``): filled-down values, headers, pointers
    to another box.
    """

    table: int
    kind: str
    rows: Sequence[int]
    values: Mapping[str, Sequence[str | float | int | None]]
    raw: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    cells: Mapping[str, Sequence[tuple[int, int] | None]] = field(default_factory=dict)
