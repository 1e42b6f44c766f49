"""Tables in plain text are grids whose boxes lead back to their characters, however their columns are kept apart."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Part, Place, cell_text
from extract.readers import read_parts
from extract.readers.text_tables import tables_in
from extract.records import extract
from extract.records.reread import text_at
from tests.extract.readers.reading import SHA, source_of

ROWS = [
    ["12.05.2022", "8806229000", "ООО Ромашка", "1200,50"],
    ["13.05.2022", "8807300000", "Altyn Kanat LLP", "7,00"],
    ["14.05.2022", "8542319000", "", "15 100,10"],
    ["15.05.2022", "8542319000", "АО Кедр", "0,10"],
]
HEADER = ["Дата", "Код ТН ВЭД", "Получатель", "Стоимость"]
WIDTHS = [10, 10, 16, 10]


def padded(row: list[str]) -> list[str]:
    return [text.ljust(width) for text, width in zip(row, WIDTHS, strict=True)]


def blanks() -> str:
    return "\n".join("  ".join(padded(row)).rstrip() for row in [HEADER, *ROWS])


def dashes() -> str:
    rule = "  ".join("-" * width for width in WIDTHS)
    return "\n".join(["  ".join(padded(HEADER)), rule, *("  ".join(padded(row)) for row in ROWS)])


def single_blanks() -> str:
    names = ["Kolibri Trade", "Ромашка-Экспорт", "Сибирский Кедр", "A B Motors Kazak", "Вода", "Rotorwing"]
    more = [[f"{day}.05.2022", f"88062{day}000", name, f"{day * 7},10"] for day, name in enumerate(names, 16)]
    return "\n".join(" ".join(padded(row)).rstrip() for row in [HEADER, *ROWS, *more])


def bars(left: str = "| ", between: str = " | ", right: str = " |", rule: str = "|---|---|---|---|") -> str:
    lines = [left + between.join(padded(row)) + right for row in [HEADER, *ROWS]]
    return "\n".join([lines[0], rule, *lines[1:]])


def markdown() -> str:
    return "\n".join(["|" + "|".join(HEADER) + "|", "|:--|--|--|--:|", *("|" + "|".join(row) + "|" for row in ROWS)])


def psql() -> str:
    return bars("", " | ", "", "+".join("-" * (width + 2) for width in WIDTHS)) + "\n(4 rows)"


def frame() -> str:
    rule = "+" + "+".join("-" * (width + 2) for width in WIDTHS) + "+"
    return "\n".join([rule, *bars(rule=rule).split("\n"), rule])


def box_drawing() -> str:
    body = bars("│ ", " │ ", " │", "├" + "┼".join("─" * (width + 2) for width in WIDTHS) + "┤")
    top = "┌" + "┬".join("─" * (width + 2) for width in WIDTHS) + "┐"
    return "\n".join([top, body, top.replace("┌", "└").replace("┬", "┴").replace("┐", "┘")])


WAYS = [blanks, dashes, single_blanks, bars, markdown, psql, frame, box_drawing]


def texts_of(path: Path) -> tuple[Part, list[list[str | None]]]:
    (part,) = (part for part in read_parts(source_of(path), path) if isinstance(part, Part))
    (grid,) = part.grids
    rows = [list(row) for row in grid.rows]
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            box = grid.box(grid.first_row + r, c)
            assert (cell is None) == (box is None)
            if box and "\n" not in cell_text(cell):
                assert text_at(part, Place(SHA, 1, box)) == cell
    return part, [[cell_text(cell) for cell in row] for row in rows if any(row)]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("encoding", ["utf-8", "cp866"])
def test_a_listing_is_a_grid_and_each_box_holds_its_cell(tmp_path: Path, way, encoding: str):
    path = tmp_path / "a.txt"
    path.write_bytes(("Отчёт за май\n\n" + way() + "\n\nПодпись: директор\n").encode(encoding))
    if encoding == "cp866" and way is box_drawing:
        pytest.skip("box drawing is what cp866 is known by; measured apart")
    part, rows = texts_of(path)
    assert [row for row in rows if row[0] in ("Дата", *(row[0] for row in ROWS))][:5] == [HEADER, *ROWS]
    assert part.text.startswith("Отчёт за май")


def test_dashes_under_the_headers_part_columns_that_a_single_blank_parts(tmp_path: Path):
    rule = " ".join("-" * width for width in WIDTHS)
    lines = [" ".join(padded(HEADER)), rule, *(" ".join(padded(row)) for row in ROWS[:3]), rule]
    path = tmp_path / "a.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert texts_of(path)[1] == [HEADER, *ROWS[:3]]


def test_box_drawing_in_its_own_code_page(tmp_path: Path):
    path = tmp_path / "a.prn"
    path.write_bytes(box_drawing().encode("cp866"))
    assert texts_of(path)[1] == [HEADER, *ROWS]


@pytest.mark.parametrize("way", WAYS)
def test_its_rows_are_records_whose_fields_stand_in_the_text(tmp_path: Path, way):
    path = tmp_path / "a.txt"
    path.write_text(way() + "\n")
    items = list(extract(source_of(path), path))
    batch = next(item for item in items if type(item).__name__ == "Batch")
    assert batch.values["hs_code"][:4] == [row[1] for row in ROWS]
    mentioned = [item for item in items if type(item).__name__ == "Mention"]
    assert not [one for one in mentioned if one.text == "ООО Ромашка"]


def test_headers_of_several_lines_and_wrapped_cells_of_a_frame_are_joined(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text(
        "+------+-----------+-------+\n| No   | Name of   | Value |\n|      | goods     | USD   |\n"
        "+------+-----------+-------+\n| 1    | parts of  | 10.50 |\n|      | drones    |       |\n"
        "+------+-----------+-------+\n| 2    | motors    | 7     |\n+------+-----------+-------+\n"
    )
    _, rows = texts_of(path)
    assert rows == [["No", "Name of\ngoods", "Value\nUSD"], ["1", "parts of\ndrones", "10.50"], ["2", "motors", "7"]]


def test_pages_of_a_listing_are_one_table(tmp_path: Path):
    page = "Лист {}\n" + blanks() + "\nИтого по листу                              1 222,10\n"
    path = tmp_path / "a.txt"
    path.write_text("\f".join(page.format(number) for number in range(1, 4)))
    _, rows = texts_of(path)
    assert sum(row[0] == "12.05.2022" for row in rows) == 3
    assert sum("Итого" in row[0] for row in rows) == 3


def test_a_listing_longer_than_a_part_keeps_its_columns(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text(blanks() + "\n" + ("\n".join("  ".join(padded(row)) for row in ROWS) + "\n") * 6_000)
    batches = [item for item in extract(source_of(path), path) if type(item).__name__ == "Batch"]
    assert {batch.table for batch in batches} == {1, 2}
    assert sum(len(batch.rows) for batch in batches) == 24_004


PROSE = st.lists(
    st.sampled_from(
        ["we", "sent", "the", "goods", "on", "12", "May", "and", "3", "more", "parts", "to", "Astana", "by", "air"]
    ),
    min_size=4,
)


@given(st.lists(PROSE, min_size=3, max_size=30))
def test_prose_is_no_table(lines: list[list[str]]):
    assert list(tables_in([" ".join(words) for words in lines])) == []


def test_labels_with_values_are_no_table():
    text = "Seller:    Kolibri Trade LLC\nBuyer:     Altyn Kanat LLP\nDate:      12.05.2022\nTotal:     15.00 USD"
    assert list(tables_in(text.split("\n"))) == []
