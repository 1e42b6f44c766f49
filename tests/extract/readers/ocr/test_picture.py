"""The picture of a page: its points, how it leans, its rules. No Tesseract needed."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extract.model import Box
from extract.readers.ocr.picture import Picture, scale_for
from extract.readers.ocr.ruled import rules_of, thin, without
from extract.readers.ocr.skew import skew_of
from tests.extract.readers.ocr.scans import picture_of_text

TEXT = ["Commercial invoice No 17 of 3 May 2022"] * 14


@pytest.mark.parametrize("lean", [-3.2, -0.6, 0.0, 0.45, 2.0, 4.7])
def test_the_lean_of_a_page_is_found_to_a_tenth_of_a_degree(lean: float):
    leaning = picture_of_text(*TEXT).rotate(lean, resample=Image.Resampling.BICUBIC, fillcolor=255)
    assert skew_of(Picture(np.asarray(leaning), 200 / 72)) == pytest.approx(lean, abs=0.1)


def test_a_levelled_page_leans_no_more():
    leaning = Picture(np.asarray(picture_of_text(*TEXT).rotate(2, fillcolor=255)), 200 / 72)
    level = leaning.levelled(skew_of(leaning))
    assert abs(skew_of(level)) <= 0.1
    assert level.pixels.shape == leaning.pixels.shape


def ruled_page() -> Picture:
    image = Image.new("L", (1000, 1000), 255)
    pen = ImageDraw.Draw(image)
    for edge in (100, 300, 500):
        pen.line((100, edge, 700, edge), fill=0, width=3)
    for edge in (100, 400, 700):
        pen.line((edge, 100, edge, 500), fill=0, width=3)
    return Picture(np.asarray(image), 150 / 72)


def test_the_rules_of_a_table_are_found_where_they_are():
    rules = [thin(rule) for rule in rules_of(ruled_page())]
    level = [r for r in rules if r.top == r.bottom]
    upright = [r for r in rules if r.x0 == r.x1]
    assert sorted(r.top * 150 / 72 for r in level) == pytest.approx([100, 300, 500], abs=3)
    assert sorted(r.x0 * 150 / 72 for r in upright) == pytest.approx([100, 400, 700], abs=3)
    assert all(r.x1 - r.x0 == pytest.approx(600 * 72 / 150, abs=6) for r in level)


def test_letters_and_dark_areas_are_no_rules():
    page = np.asarray(picture_of_text("HHHH IIII EEEE llll ||||", "Total 1 234.50 USD")).copy()
    page[800:1000, 200:900] = 0
    assert rules_of(Picture(page, 200 / 72)) == []


def test_rules_are_painted_over_and_the_rest_stays():
    page = ruled_page()
    clean = without(page, rules_of(page))
    assert (clean.pixels < 128).sum() < 0.02 * (page.pixels < 128).sum()


def test_points_and_pixels_lead_to_each_other():
    picture = Picture(np.zeros((100, 200), np.uint8), 2.0, left=10, top=20)
    assert picture.extent == Box(10, 20, 110, 70)
    assert picture.window(Box(20, 30, 30, 50)) == (slice(20, 60), slice(20, 40))


def test_a_huge_page_is_drawn_smaller():
    assert scale_for(595, 842) == pytest.approx(300 / 72)
    assert 14_400 * 14_400 * scale_for(14_400, 14_400) ** 2 <= 24_000_001
