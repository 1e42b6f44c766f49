"""The picture of a page: its points, how it leans, its rules. No Tesseract needed."""

import numpy as np
import pytest
from PIL import Image

from extract.model import Box
from extract.readers.ocr.picture import Picture, scale_for
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


def test_points_and_pixels_lead_to_each_other():
    picture = Picture(np.zeros((100, 200), np.uint8), 2.0, left=10, top=20)
    assert picture.extent == Box(10, 20, 110, 70)
    assert picture.window(Box(20, 30, 30, 50)) == (slice(20, 60), slice(20, 40))


def test_a_huge_page_is_drawn_smaller():
    assert scale_for(595, 842) == pytest.approx(300 / 72)
    assert 14_400 * 14_400 * scale_for(14_400, 14_400) ** 2 <= 24_000_001
