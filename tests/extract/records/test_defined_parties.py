"""Parties that the opening words of an agreement name."""

import pytest

from extract.records import defined_parties


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Компания Brontel Drives GmbH, Австрия, именуемая в дальнейшем «Продавец», в лице директора, и "
            "ООО «Карвент Рус», именуемое в дальнейшем «Покупатель», согласовали",
            [("Brontel Drives GmbH", "seller"), ("ООО «Карвент Рус»", "buyer")],
        ),
        (
            'Brontel Drives GmbH, Linz (hereinafter referred to as the "Seller") and Karvent Asia LLP (the "Buyer")',
            [("Brontel Drives GmbH", "seller"), ("Karvent Asia LLP", "buyer")],
        ),
        (
            "ТОВ «Карвент», що надалі іменується «Покупець», з одного боку, та ТОВ «Донекс», далі – «Постачальник»",
            [("ТОВ «Карвент»", "buyer"), ("ТОВ «Донекс»", "seller")],
        ),
        ("Brontel Drives GmbH (nachfolgend „Verkäufer“ genannt)", [("Brontel Drives GmbH", "seller")]),
        ('Brontel Drives GmbH (the "Company") and others', []),
        ("именуемое в дальнейшем «Продавец»", []),
        ("ООО «Карвент Рус» открыло счет. " + "Прочие условия. " * 40 + "Сторона, именуемая «Продавец»", []),
    ],
)
def test_who_is_called_seller_and_buyer(text: str, found: list[tuple[str, str]]) -> None:
    hits = list(defined_parties.hits(text))
    assert [(hit.value, hit.role) for hit in hits] == found
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
