"""Boxes lie where the ink is: on pages turned, cropped, and with their corner elsewhere than at nought."""

from pathlib import Path

import numpy as np
import pytest

from extract.readers.page_picture import pdf_page
from tests.extract.readers.raw_pdf import document, page, raw_pdf, says, stream
from tests.extract.readers.reading import read

MEDIA = {"at nought": b"[0 0 595 842]", "elsewhere": b"[-30 40 565 882]"}
CROP = {"whole": b"", "cropped": b"/CropBox[60 120 500 760]"}
DARK = 128


def sheet(path: Path, media: bytes, extra: bytes) -> Path:
    """Write three words on a page of an odd frame."""
    content = says("Consignee", 100, 700) + says("Altyn", 300, 400) + says("Kanat", 100, 150)
    body = page(5, extra).replace(b"[0 0 595 842]", media)
    return raw_pdf(path, document(b"4 0 R", 1, {4: body, 5: stream(content)}))


@pytest.mark.parametrize("crop", CROP)
@pytest.mark.parametrize("media", MEDIA)
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_ink_of_a_word_lies_in_its_box(tmp_path: Path, turn: int, media: str, crop: str):
    path = sheet(tmp_path / "a.pdf", MEDIA[media], CROP[crop] + b"/Rotate %d" % turn)
    (part,), _, _ = read(path)
    assert [word.text for word in sorted(part.words, key=lambda word: word.text)] == ["Altyn", "Consignee", "Kanat"]
    picture, _ = pdf_page(path, 1)
    ink = picture.pixels < DARK
    total = int(ink.sum())
    boxed = np.zeros_like(ink)
    for word in part.words:
        window = picture.window(word.box)
        assert ink[window].mean() > 0.03
        boxed[window] = True
    assert total > 0
    assert int((ink & boxed).sum()) >= 0.99 * total
