"""Rules of scanned forms: found where letters touch them, lifted so that the letters stay."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from extract.model import Box
from extract.readers.ocr.cells import boxes_of
from extract.readers.ocr.lifting import without
from extract.readers.ocr.picture import Picture
from extract.readers.ocr.ruled import rules_of, thin
from tests.extract.readers.ocr.scans import font_path, picture_of_text

EDGES = (100, 400, 700), (100, 300, 500)
SCALE = 150 / 72


def noisy(image: Image.Image, noise: float = 10.0) -> np.ndarray:
    grain = np.random.default_rng(3).normal(0, noise, (image.height, image.width))
    return np.clip(np.asarray(image, dtype=float) * 0.9 + 12 + grain, 0, 255).astype(np.uint8)


def ruled_page(shade: int = 0, width: int = 3, words: str = "", size: int = 26) -> Picture:
    """Draw four boxes; words fill them from the very rule on their left."""
    image = Image.new("L", (1000, 1000), 255)
    pen = ImageDraw.Draw(image)
    for edge in EDGES[1]:
        pen.line((100, edge, 700, edge), fill=shade, width=width)
    for edge in EDGES[0]:
        pen.line((edge, 100, edge, 500), fill=shade, width=width)
    letters = ImageFont.truetype(font_path(), size)
    for left in EDGES[0][:2]:
        for top in range(106, 480, size + 4) if words else ():
            pen.text((left + 1, top), words, fill=0, font=letters)
    return Picture(np.asarray(image), SCALE)


def worn(page: Picture) -> Picture:
    """Soften and scan a page."""
    return Picture(noisy(Image.fromarray(page.pixels).filter(ImageFilter.GaussianBlur(0.5))), page.scale)


def left_first(box: Box) -> tuple[float, float]:
    return box.x0, box.top


def boxes(page: Picture) -> list[Box]:
    return boxes_of([thin(rule) for rule in rules_of(page)], page.extent)


def test_the_rules_of_a_table_are_found_where_they_are():
    rules = [thin(rule) for rule in rules_of(ruled_page())]
    level = [r for r in rules if r.top == r.bottom]
    upright = [r for r in rules if r.x0 == r.x1]
    assert sorted(r.top * SCALE for r in level) == pytest.approx(EDGES[1], abs=3)
    assert sorted(r.x0 * SCALE for r in upright) == pytest.approx(EDGES[0], abs=3)
    assert all(r.x1 - r.x0 == pytest.approx(600 / SCALE, abs=6) for r in level)


def test_letters_and_dark_areas_are_no_rules():
    page = np.asarray(picture_of_text("HHHH IIII EEEE llll ||||", "Total 1 234.50 USD")).copy()
    page[800:1000, 200:900] = 0
    assert rules_of(Picture(page, 200 / 72)) == []


@pytest.mark.parametrize(("shade", "width"), [(0, 3), (90, 1), (150, 1), (150, 2)])
def test_grey_hairlines_are_found_on_a_noisy_scan(shade: int, width: int):
    found = boxes(worn(ruled_page(shade, width)))
    corners = [(x0, y0, x1, y1) for x0, x1 in pairwise(EDGES[0]) for y0, y1 in pairwise(EDGES[1])]
    assert [[edge * SCALE for edge in (b.x0, b.top, b.x1, b.bottom)] for b in sorted(found, key=left_first)] == [
        pytest.approx(corner, abs=4) for corner in corners
    ]


@pytest.mark.parametrize("words", ["ИНН 7706", "BHEP 01", "LIMITED"])
def test_a_rule_is_found_beside_the_letters_that_touch_it(words: str):
    assert len(boxes(worn(ruled_page(110, 2, words)))) == 4


def test_letters_in_columns_make_no_rule():
    image = Image.new("L", (1000, 1000), 255)
    pen = ImageDraw.Draw(image)
    letters = ImageFont.truetype(font_path(), 30)
    for top in range(100, 800, 40):
        pen.text((100, top), "HIHI llll HIHI", fill=0, font=letters)
    for edge in (90, 820):
        pen.line((60, edge, 700, edge), fill=0, width=3)
    rules = [thin(rule) for rule in rules_of(worn(Picture(np.asarray(image), SCALE)))]
    assert [r.top * SCALE for r in rules if r.top == r.bottom] == pytest.approx([90, 820], abs=3)
    assert [r for r in rules if r.x0 == r.x1] == []


def test_a_box_that_grew_over_another_is_none():
    frame = [Box(0, 0, 0, 100), Box(100, 0, 100, 100), Box(0, 0, 100, 0), Box(0, 100, 100, 100)]
    corner = [Box(50, 50, 50, 100), Box(50, 50, 100, 50)]
    assert boxes_of([*frame, *corner], Box(0, 0, 300, 300)) == [Box(50, 50, 100, 100)]


def test_a_frame_around_the_page_and_squared_paper_are_no_boxes():
    frame = [Box(0, 0, 0, 290), Box(290, 0, 290, 290), Box(0, 0, 290, 0), Box(0, 290, 290, 290)]
    squares = [box for at in range(0, 290, 10) for box in (Box(at, 0, at, 290), Box(0, at, 290, at))]
    assert boxes_of(frame, Box(0, 0, 300, 300)) == []
    assert boxes_of(squares, Box(0, 0, 300, 300)) == []


@pytest.mark.parametrize("shade", [0, 120])
def test_rules_are_lifted_and_the_letters_that_touch_them_stay(shade: int):
    ruled, bare = ruled_page(shade, 2, "HЦ 1"), ruled_page(255, 2, "HЦ 1")
    lifted = without(ruled, rules_of(ruled))
    ink, lost = bare.pixels < 128, (bare.pixels < 128) & (lifted.pixels >= 128)
    assert ((lifted.pixels < 128) & ~ink).sum() < 0.01 * ink.sum()
    assert lost.sum() < 0.02 * ink.sum()
