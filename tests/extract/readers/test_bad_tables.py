"""What is wrong with a table is an issue with its place; the rest is read, in little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.extract.readers.bad_tables import LAST, LAST_OF_XLS, MAKERS

MOST_MIB = 450


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("bad")
    for name, make in MAKERS.items():
        make(folder / name)
    command = [sys.executable, "-m", "tests.extract.readers.bad_tables", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_all_of_it_takes_little_memory(told: dict[str, Any]) -> None:
    assert told["MiB"] < MOST_MIB


@pytest.mark.parametrize("kind", ["xlsx", "xlsb", "xls", "ods", "csv"])
def test_a_million_rows_with_few_cells_are_read_to_the_last(told: dict[str, Any], kind: str) -> None:
    file = told["files"][f"long.{kind}"]
    assert (file["records"], file["last"]) == (2, LAST_OF_XLS if kind == "xls" else LAST)
    assert file["issues"] == {}


@pytest.mark.parametrize("kind", ["xlsx", "xlsb", "xls", "ods", "csv"])
def test_of_as_many_columns_as_a_sheet_can_have_all_are_told(told: dict[str, Any], kind: str) -> None:
    file = told["files"][f"wide.{kind}"]
    assert file["records"] == 2
    assert file["issues"] == {"left_over": 1}


@pytest.mark.parametrize(
    ("name", "records", "issue", "row"),
    [
        ("formula.xlsx", 2, "formula_without_value", 3),
        ("formula.xls", 2, "formula_without_value", 1),
        ("formula.ods", 2, "formula_without_value", 1),
        ("link.xlsx", 2, "external_link", None),
        ("link.ods", 2, "external_link", 1),
        ("quote.csv", 61, "unclosed_quote", 31),
        ("nul.csv", 11, "nul", None),
        ("ragged.csv", 11, "ragged", 6),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_the_rest_is_read(
    told: dict[str, Any], name: str, records: int, issue: str, row: int | None
) -> None:
    file = told["files"][name]
    assert file["records"] == records
    assert [top for kind, top in file["places"] if kind == issue] == [row]
