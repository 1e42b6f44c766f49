"""What Datasette is told about a case."""

import json
import sqlite3

from store.metadata import metadata, path_beside, queries, write
from store.schema import TABLES


def test_every_table_and_column_is_described():
    tables = metadata("case")["databases"]["case"]["tables"]
    for table in TABLES:
        assert tables[table.name]["description"]
        assert all(tables[table.name]["columns"][column.name] for column in table.columns)


def test_each_standing_question_is_a_query_with_its_question_as_title():
    asked = dict(queries())
    assert {"chains", "growth"} <= set(asked)
    assert all(query["title"].endswith("?") for query in asked.values())


def test_standing_questions_run_on_a_case(sample_case):
    db = sqlite3.connect(f"file:{sample_case}?mode=ro", uri=True)
    for name, query in queries():
        assert db.execute(query["sql"]).fetchall() is not None, name


def test_it_is_written_beside_the_case(tmp_path):
    case = tmp_path / "leak.db"
    assert write(case) == path_beside(case) == tmp_path / "leak.metadata.json"
    assert list(json.loads(path_beside(case).read_text(encoding="utf-8"))["databases"]) == ["leak"]
