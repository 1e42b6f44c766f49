"""Rules enclose the cells that pdfplumber's table finder finds in them, whatever the rules."""

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber import table as finder

from extract.model import Box
from extract.readers.pdf_cells import SNAP, Cell, Rules, in_rows, rules_in, tables_of
from extract.readers.pdf_rules import edges_of

SIZE, STEP = 4, 10.0
PIECES = st.lists(st.sampled_from((True, True, True, False)), min_size=SIZE * SIZE, max_size=SIZE * SIZE)
NUDGES = st.lists(st.sampled_from((0.0, 0.0, 2.0, 4.0)), min_size=SIZE * SIZE, max_size=SIZE * SIZE)
"""How much short of touching a piece begins: less and more than what is joined."""


@st.composite
def torn_grid(draw: st.DrawFn) -> list[Box]:
    """Draw the unit pieces of a grid, some of them gone, some too short to touch."""
    level = [Box(x + off, y, x + STEP, y) for x, y, off in left_of(draw(PIECES), draw(NUDGES))]
    upright = [Box(x, y + off, x, y + STEP) for y, x, off in left_of(draw(PIECES), draw(NUDGES))]
    return [*level, *upright]


def left_of(pieces: list[bool], nudges: list[float]) -> list[tuple[float, float, float]]:
    found = enumerate(zip(pieces, nudges, strict=True))
    return [(STEP * (n % SIZE), STEP * (n // SIZE), nudge) for n, (there, nudge) in found if there]


RULES = torn_grid()


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
    rules = rules_in(edges_of(boxes))
    assert [sorted(cells) for cells in tables_of(rules)] == theirs(rules)


@given(RULES)
def test_rules_are_joined_as_pdfplumber_joins_them(boxes: list[Box]):
    level = [box for box in boxes if box.top == box.bottom]
    merged = finder.merge_edges([edge("h", box) for box in level], SNAP, SNAP, SNAP, SNAP)
    assert [(rule.at, rule.start, rule.end) for rule in rules_in(edges_of(level)).level] == [
        (one["top"], one["x0"], one["x1"]) for one in merged
    ]


@given(RULES)
def test_rows_and_columns_are_those_of_pdfplumber(boxes: list[Box]):
    for cells in tables_of(rules_in(edges_of(boxes))):
        table = finder.Table(None, cells)  # type: ignore[arg-type]  # a page is needed for text alone
        rows = [[Box(*cell) if cell else None for cell in row.cells] for row in table.rows]
        assert in_rows(cells) == rows


def test_rules_that_nearly_touch_enclose_cells():
    level = [Box(0, y, 98, y + 0) for y in (0, 10, 20)]
    upright = [Box(x, 1, x, 19) for x in (0, 50, 99)]
    ((first, *others),) = tables_of(rules_in(edges_of([*level, *upright])))
    assert first == (0, 0, 50, 10)
    assert len(others) == 3
