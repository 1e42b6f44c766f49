"""Rules enclose the cells that pdfplumber's table finder finds in them, whatever the rules."""

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber import table as finder

from extract.model import Box
from extract.readers.pdf_cells import SNAP, Cell, Rules, in_rows, rules_in, tables_of

PLACES = st.integers(0, 5).map(lambda number: 10.0 * number)
NUDGES = st.sampled_from((0.0, 0.0, 0.0, 2.0))
"""Off by less than what is snapped; whole numbers, so that a mean of two is exact."""


@st.composite
def level(draw: st.DrawFn) -> Box:
    y, x0, x1 = draw(PLACES), *sorted((draw(PLACES) + draw(NUDGES), draw(PLACES)))
    return Box(x0, y, x1, y)


RULES = st.lists(st.one_of(level(), level().map(lambda box: Box(box.top, box.x0, box.top, box.x1))), max_size=30)


def theirs(rules: Rules) -> list[list[Cell]]:
    edges = [edge("h", Box(rule.start, rule.at, rule.end, rule.at)) for rule in rules.level]
    edges += [edge("v", Box(rule.at, rule.start, rule.at, rule.end)) for rule in rules.upright]
    long = [one for one in edges if max(one["width"], one["height"]) >= 3]
    crossings = finder.edges_to_intersections(long, SNAP, SNAP)
    return [sorted(cells) for cells in finder.cells_to_tables(finder.intersections_to_cells(crossings))]


def edge(orientation: str, box: Box) -> dict[str, object]:
    sides = {"x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}
    return {"orientation": orientation, "width": box.x1 - box.x0, "height": box.bottom - box.top, **sides}


@given(RULES)
def test_the_cells_are_those_of_pdfplumber(boxes: list[Box]):
    rules = rules_in(boxes)
    assert [sorted(cells) for cells in tables_of(rules)] == theirs(rules)


@given(RULES)
def test_rules_are_joined_as_pdfplumber_joins_them(boxes: list[Box]):
    level = [box for box in boxes if box.top == box.bottom]
    merged = finder.merge_edges([edge("h", box) for box in level], SNAP, SNAP, SNAP, SNAP)
    assert [(rule.at, rule.start, rule.end) for rule in rules_in(level).level] == [
        (one["top"], one["x0"], one["x1"]) for one in merged
    ]


@given(RULES)
def test_rows_and_columns_are_those_of_pdfplumber(boxes: list[Box]):
    for cells in tables_of(rules_in(boxes)):
        table = finder.Table(None, cells)  # type: ignore[arg-type]  # a page is needed for text alone
        rows = [[Box(*cell) if cell else None for cell in row.cells] for row in table.rows]
        assert in_rows(cells) == rows


def test_rules_that_nearly_touch_enclose_cells():
    level = [Box(0, y, 98, y + 0) for y in (0, 10, 20)]
    upright = [Box(x, 1, x, 19) for x in (0, 50, 99)]
    ((first, *others),) = tables_of(rules_in([*level, *upright]))
    assert first == (0, 0, 50, 10)
    assert len(others) == 3
