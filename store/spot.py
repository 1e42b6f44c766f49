"""Where on its page, in its table or in its text a fact stands, in words a reader can follow with a finger."""

from __future__ import annotations

import json

from store.case import Case
from store.facts import Fact


def spot(case: Case, fact: Fact) -> dict[str, str]:
    """Say the box on a page in points, line and characters in a text, row, column and its reading in a table."""
    return _in_part(case, fact) | _recognised(case, fact) | ({} if fact.kind == "mention" else _in_table(case, fact))


def _recognised(case: Case, fact: Fact) -> dict[str, str]:
    """Say what read the picture a fact stands on, and how sure it was of the page; nothing where it is text."""
    sql = "SELECT p.dialect FROM part p JOIN source s ON s.id = p.source_id WHERE s.sha256 = ? AND p.number = ?"
    (dialect,) = case.db.execute(sql, (fact.source.sha256, fact.place.part)).fetchone() or (None,)
    said = json.loads(dialect or "{}")
    return {"ocr": said["ocr"], "sure": f"{said['confidence']} of this page"} if "ocr" in said else {}


def _in_part(case: Case, fact: Fact) -> dict[str, str]:
    box, kind = fact.place.box, fact.part.kind if fact.part else ""
    if kind == "page" and box is not None:
        edges = f"x0 {box.x0:g}, top {box.top:g}, x1 {box.x1:g}, bottom {box.bottom:g}"
        return {"box": f"{edges} (points from the upper left corner)"}
    if kind == "text" and fact.place.span is not None:
        return {"line": _line(_text(case, fact), *fact.place.span)}
    if kind == "text" and box is not None:
        return {"line": f"{box.top + 1:g}, characters {box.x0 + 1:g} to {box.x1:g}"}
    return {}


def _line(text: str, start: int, end: int) -> str:
    """Count lines and characters from 1, the last one inclusive."""
    first = text.rfind("\n", 0, start) + 1
    return f"{text.count(chr(10), 0, start) + 1}, characters {start - first + 1} to {end - first}"


def _text(case: Case, fact: Fact) -> str:
    sql = "SELECT p.text FROM part p JOIN source s ON s.id = p.source_id WHERE s.sha256 = ? AND p.number = ?"
    text: str = case.db.execute(sql, (fact.source.sha256, fact.place.part)).fetchone()[0]
    return text


def _in_table(case: Case, fact: Fact) -> dict[str, str]:
    """Follow a field to its cell: the one its record names, else the record's row and the column of the field."""
    table, row, cells = case.db.execute(
        f'SELECT table_id, "row", cells FROM "{fact.kind}" WHERE id = ?', (fact.ref.split(":")[1],)
    ).fetchone()
    read_from = "SELECT position FROM table_source WHERE table_id = ? AND field = ?"
    column = case.db.execute(read_from, (table, fact.field)).fetchone()
    row, position = json.loads(cells or "{}").get(fact.field, (row, column and column[0]))
    column_of = "SELECT header, decision FROM table_column WHERE table_id = ? AND position = ?"
    header, decision = case.db.execute(column_of, (table, position)).fetchone() or ("", "")
    said = {"row": str(row + 1), "column": header, "read as": decision}
    return {name: words for name, words in said.items() if words}
