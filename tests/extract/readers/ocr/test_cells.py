"""Boxes of a ruled page are read one by one, and their words stand where they were printed."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extract.readers.ocr.cells import boxes_of, words_in
from extract.readers.ocr.engine import Deadline
from extract.readers.ocr.lifting import without
from extract.readers.ocr.page import recognise
from extract.readers.ocr.picture import Picture
from extract.readers.ocr.ruled import rules_of, thin
from tests.extract.readers.ocr.scans import font_path, needs_tesseract

SCALE = 300 / 72
FIGURES = ("1", "7", "40", "1 1", "CN", "0", "EUR", "12.5")
WIDTH, HEIGHT = 220, 130


def form() -> Picture:
    """Print a form of small boxes with hardly anything in each."""
    image = Image.new("L", (4 * WIDTH + 200, 2 * HEIGHT + 200), 255)
    pen = ImageDraw.Draw(image)
    letters = ImageFont.truetype(font_path(), 34)
    for at, figure in enumerate(FIGURES):
        x, y = 100 + at % 4 * WIDTH, 100 + at // 4 * HEIGHT
        pen.rectangle((x, y, x + WIDTH, y + HEIGHT), outline=60, width=3)
        pen.text((x + 8, y + 50), figure, fill=0, font=letters)
    grain = np.random.default_rng(5).normal(0, 6, (image.height, image.width))
    return Picture(np.clip(np.asarray(image) * 0.95 + 8 + grain, 0, 255).astype(np.uint8), SCALE)


@needs_tesseract
def test_a_lone_figure_in_a_small_box_is_read_where_it_stands():
    page = form()
    rules = rules_of(page)
    boxes = boxes_of([thin(rule) for rule in rules], page.extent)
    assert len(boxes) == len(FIGURES)
    words = words_in(boxes, without(page, rules), ("eng",), Deadline(30, 30))
    for at, figure in enumerate(FIGURES):
        x, y = 100 + at % 4 * WIDTH, 100 + at // 4 * HEIGHT
        there = [word for word in words if x <= word.x0 < x + WIDTH and y <= word.y0 < y + HEIGHT]
        assert "".join(word.text for word in there) == figure.replace(" ", "")
        assert there[0].x0 == pytest.approx(x + 8, abs=8)


def test_empty_boxes_need_no_tesseract():
    image = Image.new("L", (500, 500), 255)
    for x in (50, 200):
        ImageDraw.Draw(image).rectangle((x, 50, x + 150, 200), outline=0, width=3)
    page = Picture(np.asarray(image), SCALE)
    rules = rules_of(page)
    boxes = boxes_of([thin(rule) for rule in rules], page.extent)
    assert len(boxes) == 2
    assert words_in(boxes, without(page, rules), ("eng",), Deadline(0.0, 0.0)) == []


@needs_tesseract
def test_a_form_is_read_box_by_box():
    read = recognise(form)
    assert sorted(word.text for word in read.words) == sorted(" ".join(FIGURES).split())
    assert len(read.rules) >= 8
