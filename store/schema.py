"""The database, declared once: everything else (shards, merging, export, docs) reads these tables.

Choices that hold everywhere:

- Foreign keys end in ``_id``, but for the parties of a record (``shipment.consignor``), which hold the id of a
  ``name``. Tables that are pointed to have a column ``name`` or ``title`` first: Datasette shows it as the label.
- Codes, identifiers and dates are TEXT. Amounts of records are NUMERIC: they sort, compare and sum as numbers in any
  tool, and SQLite keeps every decimal of up to 15 digits apart. A spelling the number would lose (a longer figure)
  stands in ``raw``, so the printed text is never lost. Mentions keep the exact decimal text in ``value`` and
  show the number beside it.
- ``raw`` and ``cells`` of a record are JSON objects by field and hold only what cannot be derived: see
  docs/architecture.md. Most printed texts follow from the value and ``table_source.spelling``.
- ``folded`` feeds the full-text indexes. On pages and records it is always empty: the words are in the index alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import RECORDS, FieldKind, FieldSpec, specs
from store.ddl import Column, Table, searched

SCHEMA_VERSION = 6
APPLICATION_ID = 0x756E6C64  # "unld": tells a case or shard from any other SQLite file

STATUSES: dict[str, str] = {
    "ok": "read",
    "partial": "read, but for some parts",
    "empty": "nothing in it",
    "needs_ocr": "no text on its pages, only pictures",
    "encrypted": "a password is needed",
    "unsupported": "no reader takes this kind of file",
    "skipped": "left out on purpose",
    "error": "could not be read",
    "limit": "asks for more than a limit allows",
    "timeout": "took too long",
    "memory": "took too much memory",
    "crash": "the reader died on it",
    "changed": "changed while it was read",
    "unreadable": "the file system refused it",
    "in_progress": "being read, or the run was cut off while reading it",
}

MAIN_DATE: dict[str, str] = {
    "shipment": "coalesce(declaration_date, release_date, shipped, arrived, document_date)",
    "licence": "issue_date",
    "company": "registered",
    "statistic": "period",
    "payment": '"date"',
    "event": '"date"',
    "statement": '"date"',
}

GOODS = "goods_description"
RECORD_KINDS: tuple[str, ...] = tuple(RECORDS)
SEARCHED: dict[str, str] = {
    "name": "name",
    "part": "text",
    **{kind: GOODS for kind in RECORD_KINDS if any(s.name == GOODS for s in specs(kind))},
}
"""Table -> the text its full-text index covers."""
_HASHED = 16 << 20  # bytes of words gathered before they are written: fewer pieces to merge

_SQL: dict[FieldKind, str] = {
    FieldKind.PARTY: "INTEGER",
    FieldKind.TEXT: "TEXT",
    FieldKind.CODE: "TEXT",
    FieldKind.AMOUNT: "NUMERIC",
    FieldKind.NUMBER: "REAL",
    FieldKind.INTEGER: "INTEGER",
    FieldKind.DATE: "TEXT",
    FieldKind.COUNTRY: "TEXT",
}

_ID = Column("id", "INTEGER PRIMARY KEY", "number of the row, without meaning")
_SOURCE = Column("source_id", "INTEGER NOT NULL", "file it comes from", "source")
_FOLDED = Column("folded", "TEXT GENERATED ALWAYS AS ('') VIRTUAL", "empty: its words are in the search index only")


def _title(what: str) -> Column:
    sql = "TEXT GENERATED ALWAYS AS (coalesce(nullif(name, ''), kind || ' ' || number)) VIRTUAL"
    return Column("title", sql, f"name of the {what}, else its kind and number")


def _box(of: str) -> tuple[Column, ...]:
    return (
        Column("x0", "REAL", f"left edge of the {of}: points on a page, column on a sheet, character in a text"),
        Column("top", "REAL", f"upper edge of the {of}: points from the top, row on a sheet, line in a text"),
        Column("x1", "REAL", "right edge, exclusive"),
        Column("bottom", "REAL", "lower edge, exclusive"),
    )


META = Table(
    "meta",
    "what this database is: schema_version, fold_version, unlade_version",
    (Column("key", "TEXT PRIMARY KEY", "name"), Column("value", "TEXT NOT NULL", "value")),
    without_rowid=True,
)
RUN = Table(
    "run",
    "one start of unlade run or retry",
    (
        _ID,
        Column("arguments", "TEXT NOT NULL DEFAULT ''", "what was asked for"),
        Column("version", "TEXT NOT NULL DEFAULT ''", "version of unlade"),
        Column("started", "TEXT NOT NULL", "start, UTC, ISO 8601"),
        Column("ended", "TEXT", "end, UTC; empty: still running or cut off"),
        Column("outcome", "TEXT", "done, interrupted or failed; empty: still running or cut off"),
    ),
)
ROOT = Table(
    "root",
    "a folder that was given to unlade run; everything else is relative to it",
    (_ID, Column("path", "TEXT NOT NULL UNIQUE", "where it stands on this machine")),
)
SOURCE = Table(
    "source",
    "one file by its content; the same bytes in three places are one source",
    (
        _ID,
        Column("name", "TEXT NOT NULL DEFAULT ''", "file name of its first location"),
        Column("kind", "TEXT NOT NULL DEFAULT ''", "kind of file: pdf, xlsx, csv ..."),
        Column("status", "TEXT NOT NULL DEFAULT 'in_progress'", "what became of it: " + ", ".join(STATUSES)),
        Column("reason", "TEXT NOT NULL DEFAULT ''", "why, in words; empty for ok"),
        Column("hint", "TEXT NOT NULL DEFAULT ''", "what can be done about it"),
        Column("parts", "INTEGER NOT NULL DEFAULT 0", "pages, sheets or texts read"),
        Column("tables", "INTEGER NOT NULL DEFAULT 0", "tables and forms found"),
        Column("records", "INTEGER NOT NULL DEFAULT 0", "records of all kinds"),
        Column("mentions", "INTEGER NOT NULL DEFAULT 0", "single values found in running text"),
        Column("issues", "INTEGER NOT NULL DEFAULT 0", "things left out or gone wrong inside it"),
        Column("reader", "TEXT NOT NULL DEFAULT ''", "what read it"),
        Column("encoding", "TEXT NOT NULL DEFAULT ''", "encoding of a text file"),
        Column("size", "INTEGER NOT NULL DEFAULT 0", "size in bytes"),
        Column("seconds", "REAL", "time it took"),
        Column("attempts", "INTEGER NOT NULL DEFAULT 0", "times it was tried"),
        Column("version", "TEXT NOT NULL DEFAULT ''", "version of unlade that read it"),
        Column("run_id", "INTEGER", "run that read it", "run"),
        Column("sha256", "TEXT UNIQUE", "fingerprint of its bytes; empty if they could not be read"),
    ),
)
LOCATION = Table(
    "location",
    "a path where the bytes of a source were found",
    (
        _ID,
        Column("source_id", "INTEGER", "the file's content", "source"),
        Column("root_id", "INTEGER NOT NULL", "folder it lies under", "root"),
        Column("path", "TEXT NOT NULL", "path relative to the root; a.zip!/b.pdf lies inside an archive"),
        Column("path_bytes", "BLOB", "the path's own bytes where they are not UTF-8"),
        Column("size", "INTEGER", "size in bytes when last seen"),
        Column("mtime_ns", "INTEGER", "time of last change when last seen, nanoseconds"),
        Column("present", "INTEGER NOT NULL DEFAULT 1", "1: there at the last run, 0: gone"),
    ),
    ("UNIQUE (root_id, path)",),
)
PART = Table(
    "part",
    "a page, a sheet or a text",
    (
        _ID,
        _title("sheet"),
        _SOURCE,
        Column("number", "INTEGER NOT NULL", "number in the file, from 1"),
        Column("kind", "TEXT NOT NULL", "page, sheet or text"),
        Column("name", "TEXT NOT NULL DEFAULT ''", "name of the sheet"),
        Column("text", "TEXT NOT NULL DEFAULT ''", "text as read"),
        Column("needs_ocr", "INTEGER NOT NULL DEFAULT 0", "1: only a picture, no text could be read"),
        Column("rotation", "INTEGER NOT NULL DEFAULT 0", "degrees a page is turned"),
        *_box("part"),
        Column("dialect", "TEXT", "how it was read, JSON: encoding, delimiter ..."),
        _FOLDED,
    ),
    ("UNIQUE (source_id, number)",),
)
TABLE_FOUND = Table(
    "table_found",
    "a table or form in a file whose columns were looked at",
    (
        _ID,
        _title("table"),
        _SOURCE,
        Column("part_id", "INTEGER NOT NULL", "page or sheet where it starts", "part"),
        Column("number", "INTEGER NOT NULL", "number in the file, from 1"),
        Column("kind", "TEXT NOT NULL", "kind of document or table, the profile's name"),
        Column("name", "TEXT NOT NULL DEFAULT ''", "title as printed"),
        Column("record", "TEXT", "kind of record its rows give; empty: not understood"),
        Column("header_rows", "TEXT NOT NULL DEFAULT '[]'", "rows of the header, JSON list"),
        Column("first_row", "INTEGER NOT NULL DEFAULT 0", "first row of data"),
        *_box("table"),
        Column("dialect", "TEXT", "how it was read, JSON"),
    ),
    ("UNIQUE (source_id, number)",),
)
TABLE_COLUMN = Table(
    "table_column",
    "how one column of a table was understood",
    (
        Column("table_id", "INTEGER NOT NULL", "its table", "table_found"),
        Column("position", "INTEGER NOT NULL", "column counted from the left of the part, from 0"),
        Column("header", "TEXT NOT NULL", "header as printed"),
        Column("field", "TEXT", "field it became; empty: kept in the file only"),
        Column("evidence", "TEXT NOT NULL", "why, in words"),
        Column("decision", "TEXT NOT NULL DEFAULT ''", "how ambiguous values were read, e.g. day first"),
    ),
    ("PRIMARY KEY (table_id, position)",),
    without_rowid=True,
)
TABLE_SOURCE = Table(
    "table_source",
    "the column of a table that a field is read from; a field made of several columns names the first",
    (
        Column("table_id", "INTEGER NOT NULL", "its table", "table_found"),
        Column("field", "TEXT NOT NULL", "field of the record"),
        Column("position", "INTEGER NOT NULL", "column, from 0"),
        Column(
            "spelling",
            "TEXT NOT NULL DEFAULT ''",
            "how its values are printed: ',2' two decimals after a comma, '%d.%m.%Y' a day; empty: as they stand",
        ),
    ),
    ("PRIMARY KEY (table_id, field)",),
    without_rowid=True,
)
CELL_BOX = Table(
    "cell_box",
    "where a cell of a table stands on a page; cells of sheets need none, they are their own box",
    (
        Column("table_id", "INTEGER NOT NULL", "its table", "table_found"),
        Column("row", "INTEGER NOT NULL", "row, from 0"),
        Column("position", "INTEGER NOT NULL", "column, from 0"),
        Column("part", "INTEGER NOT NULL", "number of the page in the file, from 1"),
        *_box("cell"),
        Column("span_start", "INTEGER", "first character in the text of the part, of a stretch of running text"),
        Column("span_end", "INTEGER", "character after the last"),
    ),
    ("PRIMARY KEY (table_id, row, position)",),
    without_rowid=True,
)
MENTION = Table(
    "mention",
    "one value in running text or on a form, as printed and as understood",
    (
        _ID,
        _SOURCE,
        Column("part_id", "INTEGER NOT NULL", "page or sheet it stands on", "part"),
        Column("kind", "TEXT NOT NULL", "company, person, amount, date, hs_code, identifier or quantity"),
        Column("text", "TEXT NOT NULL", "as printed"),
        Column("value", "TEXT NOT NULL", "as understood: exact decimal, ISO date, digits"),
        Column(
            "number",
            "NUMERIC GENERATED ALWAYS AS "
            "(CASE WHEN kind IN ('amount', 'quantity') THEN CAST(value AS NUMERIC) END) VIRTUAL",
            "value of an amount or quantity as a number",
        ),
        Column("currency", "TEXT", "currency of an amount, ISO 4217"),
        Column("unit", "TEXT", "unit of a quantity"),
        Column("role", "TEXT", "buyer, seller, total ..."),
        Column("scheme", "TEXT", "kind of an identifier: inn, bin, ogrn ..."),
        Column("subject", "TEXT", "identifier that stands with a company's name, scheme:value"),
        Column("valid", "INTEGER", "1: check digit right, 0: wrong, empty: not checked"),
        Column("evidence", "TEXT NOT NULL DEFAULT ''", "why it was taken, in words"),
        Column("name_id", "INTEGER", "the company's name", "name"),
        Column("span_start", "INTEGER", "first character in the text of the part"),
        Column("span_end", "INTEGER", "character after the last"),
        *_box("text"),
    ),
)
NAME = Table(
    "name",
    "a distinct company name as printed, with the identifier that stood beside it",
    (
        _ID,
        Column("name", "TEXT NOT NULL", "name as printed"),
        Column("identifier", "TEXT NOT NULL DEFAULT ''", "scheme:value, empty if none stood there"),
        Column("country", "TEXT", "country it was most often seen with, ISO alpha-2"),
        Column("facts", "INTEGER NOT NULL DEFAULT 0", "places where it stands"),
        Column("entity_id", "INTEGER", "company it was judged to belong to", "entity"),
        Column("folded", "TEXT NOT NULL DEFAULT ''", "the same words in one script, for search"),
    ),
    ("UNIQUE (name, identifier)",),
)
ENTITY = Table(
    "entity",
    "names judged to be one company: a suggestion with reasons, not a fact",
    (
        _ID,
        Column("name", "TEXT NOT NULL", "the name it is shown by"),
        Column("country", "TEXT", "ISO alpha-2"),
        Column("names_count", "INTEGER NOT NULL DEFAULT 1", "spellings"),
        Column("facts", "INTEGER NOT NULL DEFAULT 0", "places where any of them stands"),
        Column("identifiers", "TEXT NOT NULL DEFAULT '[]'", "JSON list of scheme:value"),
        Column("key", "TEXT NOT NULL UNIQUE", "depends on its names alone, the same on every machine"),
    ),
)
JUDGEMENT = Table(
    "judgement",
    "what is thought of two names, with the reasons",
    (
        Column("left_id", "INTEGER NOT NULL", "one name", "name"),
        Column("right_id", "INTEGER NOT NULL", "the other", "name"),
        Column("verdict", "TEXT NOT NULL", "same, related (sister, branch: never merged), different or unsure"),
        Column("score", "REAL NOT NULL", "0 to 1"),
        Column("reason", "TEXT NOT NULL DEFAULT ''", "in words"),
        Column("evidence", "TEXT NOT NULL DEFAULT '[]'", "JSON list of scorer, score, reason"),
        Column("by", "TEXT NOT NULL DEFAULT 'rule'", "rule, or the person who decided"),
    ),
    ("PRIMARY KEY (left_id, right_id)",),
    without_rowid=True,
)
DECISION = Table(
    "decision",
    "a person's verdict on two names, kept by their text so that it survives every new run",
    (
        Column("left_text", "TEXT NOT NULL", "one name as printed"),
        Column("left_identifier", "TEXT NOT NULL DEFAULT ''", "its identifier"),
        Column("right_text", "TEXT NOT NULL", "the other name"),
        Column("right_identifier", "TEXT NOT NULL DEFAULT ''", "its identifier"),
        Column("verdict", "TEXT NOT NULL", "same, related, different or unsure"),
        Column("by", "TEXT NOT NULL DEFAULT ''", "who decided"),
        Column("at", "TEXT NOT NULL DEFAULT ''", "when, UTC"),
        Column("note", "TEXT NOT NULL DEFAULT ''", "why"),
    ),
    ("PRIMARY KEY (left_text, left_identifier, right_text, right_identifier)",),
    without_rowid=True,
)
ISSUE = Table(
    "issue",
    "what went wrong or was left out inside a file",
    (
        _ID,
        _SOURCE,
        Column("part", "INTEGER", "number of the page or sheet"),
        Column("kind", "TEXT NOT NULL", "kind of trouble"),
        Column("message", "TEXT NOT NULL", "in words"),
        *_box("trouble"),
    ),
)
FINDING = Table(
    "finding",
    "an answer to one of the standing questions: an indication, not proof",
    (
        _ID,
        Column("title", "TEXT NOT NULL", "the finding in one line"),
        Column("question", "TEXT NOT NULL", "question it answers, the name of its view"),
        Column("text", "TEXT NOT NULL DEFAULT ''", "more words"),
        Column("weight", "REAL NOT NULL DEFAULT 0", "larger comes first"),
    ),
)
FINDING_FACT = Table(
    "finding_fact",
    "a fact a finding rests on",
    (
        Column("finding_id", "INTEGER NOT NULL", "the finding", "finding"),
        Column("position", "INTEGER NOT NULL", "order, from 1"),
        Column("fact", "TEXT NOT NULL", "reference, e.g. shipment:12:consignor or mention:33"),
    ),
    ("PRIMARY KEY (finding_id, position)",),
    without_rowid=True,
)


def record_table(kind: str) -> Table:
    """Declare the table of a kind of record from its fields."""
    date = MAIN_DATE[kind]
    return Table(
        kind,
        _meaning(kind),
        (
            _ID,
            _SOURCE,
            Column("table_id", "INTEGER NOT NULL", "table or form it stands in", "table_found"),
            Column("row", "INTEGER NOT NULL", "row of the part, from 0"),
            Column(
                "year",
                f"INTEGER GENERATED ALWAYS AS (CAST(substr({date}, 1, 4) AS INTEGER)) VIRTUAL",
                "year of its main date",
            ),
            *(_field(spec) for spec in specs(kind)),
            Column("raw", "TEXT", "JSON: field -> text as printed, where table_source.spelling does not give it"),
            Column("cells", "TEXT", "JSON: field -> [row, column], where it is not the record's own row and column"),
            *((_FOLDED,) if kind in SEARCHED else ()),
        ),
    )


def _field(spec: FieldSpec) -> Column:
    return Column(spec.name, _SQL[spec.kind], spec.description, "name" if spec.kind is FieldKind.PARTY else None)


def _meaning(kind: str) -> str:
    lines = (RECORDS[kind].__doc__ or "").strip().splitlines()
    return lines[0].rstrip(".")


RECORD_TABLES: dict[str, Table] = {kind: record_table(kind) for kind in RECORD_KINDS}

FACT_TABLES: tuple[Table, ...] = (
    PART,
    TABLE_FOUND,
    TABLE_COLUMN,
    TABLE_SOURCE,
    CELL_BOX,
    *RECORD_TABLES.values(),
    MENTION,
    ISSUE,
)
"""What is read from a file: the tables a shard fills and a merge moves, parents first."""

TABLES: tuple[Table, ...] = (
    META,
    RUN,
    ROOT,
    SOURCE,
    LOCATION,
    *FACT_TABLES,
    NAME,
    ENTITY,
    JUDGEMENT,
    DECISION,
    FINDING,
    FINDING_FACT,
)


def party_fields(kind: str) -> tuple[str, ...]:
    """List the fields of a kind of record that name a company or person."""
    return tuple(s.name for s in specs(kind) if s.kind is FieldKind.PARTY)


def identifier_field(kind: str, party: str) -> str | None:
    """Name the field that holds a party's identifier; all names of a register entry share one."""
    if kind == "company":
        return "identifier"
    return _beside(kind, f"{party}_id")


def country_field(kind: str, party: str) -> str | None:
    """Name the field that holds a party's country."""
    if kind == "company":
        return "country"
    return _beside(kind, f"{party}_country")


def _beside(kind: str, field: str) -> str | None:
    return field if any(s.name == field for s in specs(kind)) else None


def statements() -> Iterator[str]:
    """Yield the statements that make an empty case."""
    yield from (table.ddl for table in TABLES)
    for table, text in SEARCHED.items():
        yield searched(table, text, ranked=table not in RECORD_TABLES)
        yield f'INSERT INTO "{table}_fts"("{table}_fts", rank) VALUES (\'hashsize\', {_HASHED})'
    yield f"PRAGMA application_id = {APPLICATION_ID}"
    yield f"PRAGMA user_version = {SCHEMA_VERSION}"
