import csv
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from extract.model import Source
from resolve.model import Entity, Resolution
from store.case import Case
from store.export import COLUMNS, digest, safe, write_canonical, write_folder
from tests.store.conftest import PDF, SHEET, add, letter, sheet

OTHER = Source("0" * 64, 3_000, "xlsx")
DUMP = [("letters/order.pdf", PDF, letter), ("rows.xlsx", SHEET, sheet), ("more.xlsx", OTHER, sheet)]


def read(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def build(folder: Path, order: Iterable[int]) -> Case:
    """Walk the dump into a case in an order, resolve, and leave it open."""
    folder.mkdir()
    case = Case.create(folder / "case.db")
    for name, source, items in (DUMP[index] for index in order):
        add(case, folder, name, source, items(source))
    case.names.count()
    entities = (Entity(f"key of {name.text}", name.text, (name.id,)) for name in case.names.read())
    case.names.write_resolution(Resolution(tuple(entities), ()))
    return case


def test_the_order_of_merging_does_not_matter(tmp_path: Path) -> None:
    contents, digests = set(), set()
    for order in permutations(range(len(DUMP))):
        with build(tmp_path / str(order), order) as case:
            contents.add(write_canonical(case, tmp_path / "facts.csv").read_text())
            digests.add(digest(case))
    assert (len(contents), len(digests)) == (1, 1)


def test_the_canonical_file_has_every_fact_and_no_path_of_this_machine(case: Case, tmp_path: Path) -> None:
    path = write_canonical(case, tmp_path / "facts.csv")
    rows = read(path)
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 2 + 4 + 3 * 8
    assert str(tmp_path) not in path.read_text()
    assert {row["file"] for row in rows} == {"letters/order.pdf", "rows.xlsx"}


def test_the_digest_sees_a_changed_value_a_changed_text_and_a_changed_status(case: Case) -> None:
    seen = {digest(case)}
    for change in (
        "UPDATE shipment SET invoice_value = 7 WHERE id = 2",
        "UPDATE part SET text = 'other' WHERE number = 1 AND kind = 'page'",
        "UPDATE source SET status = 'partial' WHERE kind = 'pdf'",
    ):
        case.db.execute(change)
        seen.add(digest(case))
    assert len(seen) == 4


def test_a_moved_dump_keeps_its_digest(case: Case, tmp_path: Path) -> None:
    before = digest(case)
    assert case.sources.move_root(tmp_path, "/elsewhere") == 1
    assert digest(case) == before


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


@given(st.text())
def test_no_exported_text_begins_like_a_formula_unless_it_is_a_number(text: str) -> None:
    out = str(safe(text))
    assert out[:1] not in {"=", "@", "\t", "\r"}
    assert out[:1] not in {"+", "-"} or isinstance(float(out), float)
    assert out.removeprefix("'") == text.removeprefix("'")
