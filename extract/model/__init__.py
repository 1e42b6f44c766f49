"""The nouns that move between rooms: frozen dataclasses, no behaviour beyond reading themselves."""

from extract.model.blocks import ByColumns, RowBlocks, joined
from extract.model.coded import Coded, Derived, Distinct, distinct
from extract.model.facts import Batch, Column, Issue, Mention, MentionKind, PartText, Table
from extract.model.part import Beyond, Cell, Grid, Part, PartKind, Row, Word, cell_text
from extract.model.place import Box, Place, Source, cell_box, holds, shared_width, touch, union
from extract.model.records import RECORDS, FieldKind, FieldSpec, Record, specs
from extract.model.spelling import spelled

Item = Part | Table | Batch | Mention | Issue | PartText

__all__ = [
    "RECORDS",
    "Batch",
    "Beyond",
    "Box",
    "ByColumns",
    "Cell",
    "Coded",
    "Column",
    "Derived",
    "Distinct",
    "FieldKind",
    "FieldSpec",
    "Grid",
    "Issue",
    "Item",
    "Mention",
    "MentionKind",
    "Part",
    "PartKind",
    "PartText",
    "Place",
    "Record",
    "Row",
    "RowBlocks",
    "Source",
    "Table",
    "Word",
    "cell_box",
    "cell_text",
    "distinct",
    "holds",
    "joined",
    "shared_width",
    "specs",
    "spelled",
    "touch",
    "union",
]
