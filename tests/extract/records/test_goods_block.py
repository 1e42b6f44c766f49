from __future__ import annotations

import pytest

from extract.records.goods_block import container, elements, facts, packages


@pytest.mark.parametrize("mark", ["-", " - ", ". ", ")"])
def test_elements_of_a_description(mark: str) -> None:
    text = (
        f"1{mark}НАСОСЫ ДЛЯ ВОДЫ; ИЗГОТОВИТЕЛЬ: TORVENT GMBH; МОДЕЛЬ: R 20\n2{mark}12, КОРОБКИ - 12\n3{mark}CSQU3054383"
    )
    found = elements(text)
    first = {field: text[span.start : span.end] for field, span in facts(text, found[1])}
    packed, shipped = packages(text, found), container(text, found)
    assert text[found[1].start : found[1].end].startswith("НАСОСЫ")
    assert first == {"manufacturer": "TORVENT GMBH", "model": "R 20"}
    assert packed is not None
    assert text[packed.start : packed.end] == "12"
    assert shipped is not None
    assert shipped[0] == "CSQU3054383"


def test_a_number_within_the_goods_begins_no_element() -> None:
    text = "НАСОСЫ 2-СТУПЕНЧАТЫЕ, 12 ШТ"
    assert list(elements(text)) == [1]
