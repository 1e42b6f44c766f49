"""Figures that stand apart are parted, those of one number are not."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.picture import Picture
from extract.readers.ocr.spacing import spaced
from tests.extract.readers.ocr.scans import font_path


def printed(text: str) -> tuple[Picture, Seen]:
    """Print a text; give its picture, and its word as a reader that overlooks blanks sees it."""
    image = Image.new("L", (900, 200), 255)
    letters = ImageFont.truetype(font_path(), 40)
    ImageDraw.Draw(image).text((50, 60), text, fill=0, font=letters)
    rows, columns = np.nonzero(np.asarray(image) < 128)
    edges = int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1
    return Picture(np.asarray(image), 300 / 72), Seen(text.replace(" ", ""), *edges, 0.9)


@pytest.mark.parametrize("text", ["2 172", "1 234 567", "010 00", "5 188 655.81", "171117", "1.11", "8 806", "KZ", "1"])
def test_blanks_between_figures_are_found(text: str):
    picture, word = printed(text)
    pieces = spaced([word], picture)
    assert [piece.text for piece in pieces] == text.split(" ")
    assert (pieces[0].x0, pieces[-1].x1) == (word.x0, word.x1)


@pytest.mark.parametrize("text", ["338,082", "378063.30", "22,7"])
def test_a_typewriter_leaves_room_around_the_mark_of_a_number(text: str):
    """Each sign of it is as far from the next as the widest are, however narrow it is."""
    pixels = np.full((100, 40 * len(text) + 40), 255, np.uint8)
    for at, sign in enumerate(text):
        half = 15 if sign.isdigit() else 3
        pixels[30 if sign.isdigit() else 54 : 60, 40 * at + 20 - half : 40 * at + 20 + half] = 0
    word = Seen(text, 5, 30, 40 * len(text) - 5, 60, 0.9)
    assert [piece.text for piece in spaced([word], Picture(pixels, 300 / 72))] == [text]


def test_a_word_whose_signs_touch_is_left_alone():
    picture, word = printed("2 172")
    glued = Picture(picture.pixels.copy(), picture.scale)
    glued.pixels[(word.y0 + word.y1) // 2, word.x0 : word.x1] = 0
    assert spaced([word], glued) == [word]
