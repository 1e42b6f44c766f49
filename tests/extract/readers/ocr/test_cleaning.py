"""Each remedy is given to the page that needs it, and to no other. No Tesseract needed."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from extract.readers.ocr.cleaning import cleaned, evened, full_ink, is_soft
from extract.readers.ocr.picture import Picture
from tests.extract.readers.ocr.scans import picture_of_text

TEXT = ["Commercial invoice No 17 of 3 May 2022"] * 14


def page() -> np.ndarray:
    return np.asarray(picture_of_text(*TEXT))


def shaded(pixels: np.ndarray) -> np.ndarray:
    rows, columns = pixels.shape
    light = 0.8 - np.add.outer(np.linspace(0, 0.25, rows), np.linspace(0, 0.25, columns))
    return (pixels * light).astype(np.uint8)


def blurred(pixels: np.ndarray) -> np.ndarray:
    return np.asarray(Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(2.5)))


def speckled(pixels: np.ndarray) -> np.ndarray:
    dots = np.random.default_rng(5).random(pixels.shape) < 0.01
    return np.where(dots, 0, pixels).astype(np.uint8)


def clean(pixels: np.ndarray) -> np.ndarray:
    return cleaned(Picture(pixels, 200 / 72)).pixels


def test_a_clean_page_is_left_as_it_is():
    assert np.array_equal(clean(page()), page())


def test_a_shadow_is_lifted_and_the_letters_stay():
    even = evened(shaded(page()))
    paper, ink = page() > 250, page() < 5
    assert np.percentile(shaded(page())[paper], 2) < 100
    assert np.percentile(even[paper], 2) > 240
    assert even[ink].max() < 60


def test_letters_out_of_focus_are_sharpened():
    soft = blurred(page())
    assert is_soft(soft, full_ink(soft))
    assert not is_soft(page(), full_ink(page()))
    distance = np.abs(clean(soft).astype(int) - page()).mean()
    assert distance < 0.8 * np.abs(soft.astype(int) - page()).mean()


def test_the_specks_of_a_fax_are_taken_away():
    paper = page() > 250
    assert (speckled(page())[paper] < 128).mean() > 0.009
    assert (clean(speckled(page()))[paper] < 128).mean() < 0.001


@pytest.mark.parametrize("shade", [0, 90, 255])
def test_a_page_of_one_shade_is_no_reason_to_fail(shade: int):
    assert clean(np.full((300, 200), shade, np.uint8)).shape == (300, 200)
