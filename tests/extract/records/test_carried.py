"""What a bill of lading calls weight is gross, unless it says otherwise."""

import pytest

from tests.extract.records.sheets import records

ROWS = [
    ["2023-05-03", "MEDU1234567", "Shenzhen Rotor Co Ltd", "Almaz Trade LLP", 1200.5, "PROPELLERS"],
    ["2023-05-04", "MEDU1234568", "Ningbo Prop Co Ltd", "Kok-Tobe Import LLP", 20.5, "MOTORS"],
]


def weights(*headers: str) -> set[str]:
    header = ["Arrival Date", headers[0], "Shipper", "Consignee", headers[1], "Goods Description"]
    return {name for _, values in records([header, *ROWS]) for name in values if name.endswith("weight_kg")}


@pytest.mark.parametrize(
    ("number", "weight", "field"),
    [
        ("Bill of Lading", "Weight (KG)", "gross_weight_kg"),
        ("Bill of Lading", "Net weight (KG)", "net_weight_kg"),
        ("Bill of Lading", "Gross weight kg", "gross_weight_kg"),
        ("Contract number", "Weight (KG)", "net_weight_kg"),
    ],
)
def test_a_bare_weight(number, weight, field):
    assert weights(number, weight) == {field}
