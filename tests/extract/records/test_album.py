"""Declarations in XML: every good carries the head of its own declaration, every value its own characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Batch, Issue, Item, Place, Table, cell_text
from extract.readers import lines
from extract.records import album, reread
from tests.extract.records.paper import items, source

GOODS = """<ESADout_CUGoods><c:GoodsNumeric>{number}</c:GoodsNumeric><c:GoodsDescription>НАСОС</c:GoodsDescription>
<c:GoodsDescription>ДЛЯ ВОДЫ</c:GoodsDescription><c:GoodsTNVEDCode>{code}</c:GoodsTNVEDCode>
<c:CustomsCost>1.500</c:CustomsCost><SupplementaryGoodsQuantity><c:GoodsQuantity>24</c:GoodsQuantity>
<c:MeasureUnitQualifierName>ШТ</c:MeasureUnitQualifierName></SupplementaryGoodsQuantity></ESADout_CUGoods>"""
DECLARATION = """<ESADout_CU DocumentModeID="1006107E"><CustomsProcedure>ИМ</CustomsProcedure><Shipment>
<ESADout_CUConsignor><r:OrganizationName>ORLINGER PUMPEN GMBH</r:OrganizationName></ESADout_CUConsignor>
<ESADout_CUConsignee><r:OrganizationName>{buyer}</r:OrganizationName><r:RFOrganizationFeatures>
<r:INN>7707083893</r:INN></r:RFOrganizationFeatures></ESADout_CUConsignee>{goods}</Shipment>
<GTDID><r:CustomsCode>10702070</r:CustomsCode><r:RegistrationDate>2022-05-12</r:RegistrationDate>
<r:GTDNumber>{serial}</r:GTDNumber></GTDID></ESADout_CU>"""


def written(path: Path, *declarations: tuple[str, str, tuple[str, ...]]) -> Path:
    """Write declarations: serial number, buyer, codes of the goods."""
    told = (
        DECLARATION.format(
            serial=serial,
            buyer=buyer,
            goods="".join(GOODS.format(number=at, code=code) for at, code in enumerate(codes, start=1)),
        )
        for serial, buyer, codes in declarations
    )
    file = path / "dt.xml"
    file.write_text(f'<Box xmlns:c="urn:c" xmlns:r="urn:r">{"".join(told)}</Box>', encoding="utf-8")
    return file


def read(found: list[Item]) -> list[dict[str, object]]:
    batches = [item for item in found if isinstance(item, Batch)]
    return [{name: values[at] for name, values in b.values.items()} for b in batches for at in range(len(b.rows))]


def test_each_good_carries_the_head_of_its_own_declaration(tmp_path: Path) -> None:
    file = written(
        tmp_path, ("3123456", "ООО «ВЕЛЬТА»", ("8413708100", "8503009900")), ("3123457", "АО «ЛУЧ»", ("8413708100",))
    )
    rows = read(items(file))
    told = [(row["declaration_number"], row["consignee"], row["item_number"], row["hs_code"]) for row in rows]
    assert told == [
        ("10702070/120522/3123456", "ООО «ВЕЛЬТА»", 1, "8413708100"),
        ("10702070/120522/3123456", "ООО «ВЕЛЬТА»", 2, "8503009900"),
        ("10702070/120522/3123457", "АО «ЛУЧ»", 1, "8413708100"),
    ]
    assert {row["customs_value"] for row in rows} == {"1.500"}
    assert (rows[0]["direction"], rows[0]["quantity_unit"], rows[0]["consignee_id"]) == (
        "import", "pcs", "inn:7707083893",
    )  # fmt: skip
    assert rows[0]["goods_description"] == "НАСОС ДЛЯ ВОДЫ"


def test_every_value_leads_to_its_characters(tmp_path: Path) -> None:
    file = written(tmp_path, ("3123456", "ООО «ВЕЛЬТА»", ("8413708100",)))
    found = items(file)
    (table,) = (item for item in found if isinstance(item, Table) and item.kind == "form")
    (batch,) = (item for item in found if isinstance(item, Batch))
    assert table.boxes is not None
    for name, (value,) in batch.values.items():
        part, box = table.boxes[0, table.sources[name]]
        raw = batch.raw[name][0] or cell_text(value)
        assert (name, reread(source(file), file, Place(source(file).sha256, part, box))) == (name, raw)
    assert batch.raw["goods_description"] == ["НАСОС\nДЛЯ ВОДЫ"]


def test_a_text_that_is_cut_is_told_and_left_to_its_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (lines, album):
        monkeypatch.setattr(module, "MOST", 600)
    found = items(written(tmp_path, ("3123456", "ООО «ВЕЛЬТА»", ("8413708100", "8503009900"))))
    assert [item for item in found if isinstance(item, Table) and item.kind == "form"] == []
    assert "left_out" in {item.kind for item in found if isinstance(item, Issue)}
