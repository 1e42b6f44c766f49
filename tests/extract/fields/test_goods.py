from __future__ import annotations

import pytest

from extract.fields import goods


@pytest.mark.parametrize(
    "text",
    [
        "Квадрокоптер DJI Mavic 3 Pro", "Камера цифровая DJI MAVIC AIR 2", "无人机", "БПЛА", "insansız hava aracı",
        "ұшқышсыз ұшу аппараты", "безпілотні літальні апарати", "500 drones", "ДИДЖЕЙАЙ Мавик 3", "Autel EVO Max 4T",
        "大疆 Mavic 3", "UNMANNED AIRCRAFT",
    ],
)  # fmt: skip
def test_a_drone_is_found_in_any_script_and_under_any_code(text: str) -> None:
    found = goods.drone(text, "8525804000")
    assert found is not None
    assert not found.part


@pytest.mark.parametrize(
    "text", ["Phantom of the opera by DJI", "DJI paid for it", "Mini bus Air 2", "камера", "EVO tyres", "dronedarone"]
)
def test_other_goods_are_no_drones(text: str) -> None:
    assert goods.drone(text) is None


@pytest.mark.parametrize("text", ["аккумулятор для дрона DJI Mavic 3", "propellers for drones", "части к дрону"])
def test_a_part_is_told_from_a_drone(text: str) -> None:
    found = goods.drone(text)
    assert found is not None
    assert found.part


def test_the_heading_tells_a_drone_where_the_words_do_not() -> None:
    found = goods.drone("товары согласно списку", "8806220000")
    assert found is not None
    assert found.evidence == "code 8806220000"
    assert goods.drone("товары согласно списку", "8807300000") is None


def test_maker_and_model_are_named() -> None:
    found = goods.drone("Камера DJI Mavic 3 Pro, чёрная")
    assert found is not None
    assert str(found) == "DJI Mavic 3 Pro"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("товарный знак: DJI, модель: L2C, артикул: CP.MA.0656.01", [("brand", "DJI"), ("model", "L2C"),
                                                                  ("article", "CP.MA.0656.01")]),
        ("型号：L1P", [("model", "L1P")]),
        ("марка: отсутствует; модель: нет", []),
        ("Model: XR-5 S/N: 1581F5BK", [("model", "XR-5"), ("serial", "1581F5BK")]),
        ("the model of trade", []),
    ],
)  # fmt: skip
def test_brand_model_and_article(text: str, values: list[tuple[str, str]]) -> None:
    assert [(hit.scheme, hit.value) for hit in goods.find(text)] == values
