"""A stretch of text has the box in which it is read again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from extract.model import Box, Part, PartKind, Place, Word
from extract.records.reread import text_at
from extract.records.spans import Spans

TEXTS = st.lists(st.text("аб 7.", max_size=12), min_size=1, max_size=5).map("\n".join)


@given(TEXTS, st.data())
def test_one_line_of_a_text_is_read_again_by_its_box_alone(text: str, data: st.DataObject) -> None:
    part = Part(Place("s", 1), PartKind.TEXT, text=text)
    start = data.draw(st.integers(0, len(text)))
    end = text.find("\n", start)
    place = Spans.of(part).place(start, len(text) if end < 0 else end)
    assert text_at(part, replace(place, span=None)) == text[slice(*(place.span or ()))]


@given(TEXTS, st.data())
def test_a_stretch_over_lines_lies_inside_its_box(text: str, data: st.DataObject) -> None:
    part = Part(Place("s", 1), PartKind.TEXT, text=text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    again = text_at(part, replace(Spans.of(part).place(start, end), span=None)) or ""
    assert text[start:end].strip() in again


def test_a_stretch_of_a_page_has_the_box_around_its_words() -> None:
    words = (
        Word("ООО", 0, Box(10, 10, 30, 18)),
        Word("«Кит»", 4, Box(33, 10, 60, 18)),
        Word("ИНН", 10, Box(10, 22, 30, 30)),
    )
    part = Part(Place("s", 2), PartKind.PAGE, text="ООО «Кит»\nИНН", words=words)
    assert Spans.of(part).place(0, 9) == Place("s", 2, Box(10, 10, 60, 18), (0, 9))
    assert Spans.of(part).place(5, 12).box == Box(10, 10, 60, 30)
