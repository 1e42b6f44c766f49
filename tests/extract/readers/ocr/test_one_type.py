"""A figure that looks like another kind than it was read as is of that kind."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.one_type import in_one_type
from extract.readers.ocr.picture import Picture
from tests.extract.readers.ocr.scans import font_path

NUMBERS = ("10702070", "2096", "4990", "56819", "33.60", "16", "9")


def printed(*texts: str) -> tuple[Picture, list[Seen]]:
    """Print texts under each other; give the picture and its words."""
    image = Image.new("L", (600, 100 * len(texts)), 255)
    letters = ImageFont.truetype(font_path(), 36)
    words = []
    for number, text in enumerate(texts):
        left, top, right, bottom = ImageDraw.Draw(image).textbbox((50, 100 * number + 20), text, font=letters)
        ImageDraw.Draw(image).text((50, 100 * number + 20), text, fill=0, font=letters)
        words.append(Seen(text, int(left), int(top), int(right), int(bottom), 0.9))
    return Picture(np.asarray(image), 300 / 72), words


@pytest.mark.parametrize("misread", ["19702070", "10762070", "10702079"])
def test_a_zero_read_as_another_figure_is_told_by_the_other_zeros(misread: str):
    picture, words = printed(*NUMBERS)
    told = in_one_type([replace(words[0], text=misread), *words[1:]], picture)
    assert told == words


def test_figures_that_were_read_right_stay():
    picture, words = printed(*NUMBERS)
    assert in_one_type(words, picture) == words


def test_a_kind_that_is_rare_on_the_page_tells_nothing():
    picture, words = printed("101", "909", "0")
    misread = [*words[:2], replace(words[2], text="9")]
    assert in_one_type(misread, picture) == misread


def test_letters_are_not_figures():
    picture, words = printed(*NUMBERS, "SPOOL 5")
    assert in_one_type(words, picture)[-1] == words[-1]
