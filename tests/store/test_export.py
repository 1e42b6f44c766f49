import csv
import shutil
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import summary
from store.case import Case
from store.export import COLUMNS, safe, write_canonical, write_folder
from tests.store.conftest import DUMP, build


def read(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def test_the_order_of_merging_does_not_matter(tmp_path: Path) -> None:
    contents = set()
    for order in permutations(DUMP):
        with build(tmp_path / str(len(contents)), order) as case:
            contents.add(write_canonical(case, tmp_path / "facts.csv").read_text())
            shutil.rmtree(case.path.parent)
    assert len(contents) == 1


def test_the_canonical_file_has_every_fact_and_no_path_of_this_machine(case: Case, tmp_path: Path) -> None:
    path = write_canonical(case, tmp_path / "facts.csv")
    rows = read(path)
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 2 + 4 + 3 * 8
    assert str(tmp_path) not in path.read_text()
    assert {row["file"] for row in rows} == {"letters/order.pdf", "rows.xlsx"}


def test_the_folder_names_parties_and_keeps_codes(case: Case, tmp_path: Path) -> None:
    written = write_folder(case, tmp_path / "out")
    assert {"shipment.csv", "name.csv", "source.csv", "finding.csv"} <= {path.name for path in written}
    assert (tmp_path / "out" / "shipment.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    row = read(tmp_path / "out" / "shipment.csv", "utf-8-sig")[1]
    assert (row["consignor"], row["hs_code"], row["invoice_value"]) == (
        "Vozdushnaya Mekhanika LLC",
        "0806229000",
        "1001.5",
    )
    assert '"0806229000"' in (tmp_path / "out" / "shipment.csv").read_text("utf-8-sig")


def test_the_folder_has_the_answers_to_the_standing_questions(case: Case, tmp_path: Path) -> None:
    assert "deals.csv" not in {path.name for path in write_folder(case, tmp_path / "before")}
    summary.build(case)
    written = {path.name for path in write_folder(case, tmp_path / "out")}
    assert {f"{name}.csv" for name in summary.TABLES} <= written
    rows = read(tmp_path / "out" / "deals.csv", "utf-8-sig")
    assert {(row["seller"], row["heading"], row["lines"]) for row in rows} == {
        (name, "0806", "1") for name in ("Rotorwing Europe B.V.", "Vozdushnaya Mekhanika LLC", "ТОО «Алтын Канат»")
    }
    assert '"0806"' in (tmp_path / "out" / "deals.csv").read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        *((cell, "'" + cell) for cell in ("=1+1", "+7 495 000", "-1+1", "@SUM(A1)", "\tx", "\rx", "-", "--5")),
        *((cell, cell) for cell in ("-5", "-5.25", "0806229000", "x=1")),
    ],
)
def test_cells_that_a_spreadsheet_would_run_are_made_safe(case: Case, tmp_path: Path, cell: str, written: str) -> None:
    case.db.execute("UPDATE shipment SET goods_description = ?, hs_code = '0806229000' WHERE id = 1", (cell,))
    case.db.execute("UPDATE entity SET name = ?", (cell,))
    case.db.execute("UPDATE name SET name = ? WHERE id = (SELECT consignor FROM shipment WHERE id = 1)", (cell,))
    summary.build(case)
    write_folder(case, tmp_path / "out")
    (row, *_) = read(tmp_path / "out" / "shipment.csv", "utf-8-sig")
    assert (row["goods_description"], row["consignor"], row["hs_code"]) == (written, written, "0806229000")
    assert written in {row["seller"] for row in read(tmp_path / "out" / "deals.csv", "utf-8-sig")}


def test_numbers_below_nothing_stay_numbers(case: Case, tmp_path: Path) -> None:
    case.db.execute("UPDATE shipment SET invoice_value = -5.5")
    write_folder(case, tmp_path / "out")
    assert ",-5.5," in (tmp_path / "out" / "shipment.csv").read_text("utf-8-sig")


@given(st.text())
def test_no_exported_text_begins_like_a_formula_unless_it_is_a_number(text: str) -> None:
    out = str(safe(text))
    assert out[:1] not in {"=", "@", "\t", "\r"}
    assert out[:1] not in {"+", "-"} or isinstance(float(out), float)
    assert out.removeprefix("'") == text.removeprefix("'")
