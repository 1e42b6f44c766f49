"""Words in reading order, and back from characters to words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.model import Box, Part, PartKind, Place, Word
from extract.records.passage import Passage, words_of

RUNS = st.lists(st.lists(st.text("abcдё7", min_size=1, max_size=5), min_size=1, max_size=4), min_size=1, max_size=5)


def placed(rows: list[list[str]]) -> list[Word]:
    return [
        Word(text, 0, Box(40 * column, 12 * line, 40 * column + 30, 12 * line + 8))
        for line, row in enumerate(rows)
        for column, text in enumerate(row)
    ]


@given(RUNS, st.randoms())
def test_reading_order_does_not_depend_on_the_order_given(rows: list[list[str]], random: object) -> None:
    words = placed(rows)
    random.shuffle(words)  # type: ignore[attr-defined]
    assert Passage.of(words).text == "\n".join(" ".join(row) for row in rows)


@given(RUNS, st.data())
def test_a_cut_holds_the_words_it_touches(rows: list[list[str]], data: st.DataObject) -> None:
    passage = Passage.of(placed(rows))
    at = data.draw(st.integers(0, len(passage.words) - 1))
    start = passage.starts[at]
    cut = passage.cut(start, start + len(passage.words[at].text))
    assert cut.words == (passage.words[at],)
    assert cut.box == passage.words[at].box


def test_words_of_a_text_stand_in_characters_and_lines() -> None:
    part = Part(Place("s", 1), PartKind.TEXT, text="Сумма:  799\n руб")
    assert [(w.text, w.start, w.box) for w in words_of(part)] == [
        ("Сумма:", 0, Box(0, 0, 6, 1)),
        ("799", 8, Box(8, 0, 11, 1)),
        ("руб", 13, Box(1, 1, 4, 2)),
    ]
