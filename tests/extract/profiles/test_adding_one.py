"""The page that tells how to add a kind of form is followed to the letter: its profile reads a page it never saw."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.model import Batch, Issue, Item, Table
from extract.records import explain
from tests.extract.records.paper import Paper, items, source

PAGE = Path(__file__).parents[3] / "docs" / "profiles.md"


@pytest.fixture
def taught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the profile of the page into a folder, as the page says, and name the folder."""
    (profile,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "delivery_note.toml").write_text(profile, encoding="utf-8")
    monkeypatch.setenv("UNLADE_PROFILES", str(folder))
    return tmp_path


def ruled(path: Path) -> Path:
    paper = Paper(path).text(36, 40, "DELIVERY NOTE", size=14)
    paper.box(36, 60, 250, 60, "1. Dispatched by (name, address)", "Brontel Drives GmbH", "Lange Gasse 4, Linz")
    paper.box(286, 60, 270, 60, "2. Delivered to", "Karvent Asia LLP", "Abay Ave 7, Almaty")
    paper.box(36, 120, 250, 30, "Invoice No.", "BD-5567").box(286, 120, 270, 30, "Gate", "7 north")
    for x, width, cells in ((36, 300, ("Article", "motors", "gears")), (336, 90, ("Qty", "12 pcs", "40 pcs"))):
        for row, words in enumerate(cells):
            paper.box(x, 160 + 20 * row, width, 20).text(x + 3, 173 + 20 * row, words)
    for row, words in enumerate(("Net kg", "30.5", "112.0")):
        paper.box(426, 160 + 20 * row, 90, 20).text(429, 173 + 20 * row, words)
    return paper.finish()


def bare(path: Path) -> Path:
    paper = Paper(path).text(36, 40, "Lieferschein", size=14)
    paper.text(36, 70, "Absender:", "Empfänger:", "Rechnung Nr.:", "Fahrer:", size=9)
    paper.text(160, 70, "Brontel Drives GmbH", "Karvent Asia LLP", "BD-5567", "J. Brandt", size=9)
    for x, cells in ((36, ("Artikel", "motors", "gears")), (300, ("Menge", "12 Stück", "40 Stück"))):
        paper.text(x, 150, *cells, size=9)
    return paper.text(420, 150, "Netto kg", "30,5", "112,0", size=9).finish()


@pytest.mark.parametrize("draw", [ruled, bare])
def test_the_page_teaches_a_kind_that_reads_any_layout(taught: Path, draw) -> None:  # type: ignore[no-untyped-def]
    found = items(draw(taught / "note.pdf"))
    (batch,) = [item for item in found if isinstance(item, Batch)]
    assert batch.values["goods_description"] == ["motors", "gears"]
    assert batch.values["quantity"] == [12.0, 40.0]
    assert batch.values["net_weight_kg"] == [30.5, 112.0]
    assert batch.values["consignor"] == ["Brontel Drives GmbH"] * 2
    assert batch.values["consignee"] == ["Karvent Asia LLP"] * 2
    assert batch.values["invoice_number"] == ["BD-5567"] * 2


def test_unlade_try_tells_the_title_and_what_is_left_over(taught: Path) -> None:
    note = ruled(taught / "note.pdf")
    told = list(explain(source(note), note))
    assert "    profile delivery_note, told by “delivery note”" in told
    assert any("“Gate” -> left over: no rule of the profile knows this label" in line for line in told)


def test_without_the_profile_the_page_is_no_form(tmp_path: Path) -> None:
    found: list[Item] = items(ruled(tmp_path / "note.pdf"))
    assert not any(isinstance(item, Table) and item.kind == "form" for item in found)
    assert not any(isinstance(item, Issue) and item.kind == "form" for item in found)
