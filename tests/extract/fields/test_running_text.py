"""Whole paragraphs as a newspaper, a contract or a clerk writes them (all firms and figures invented)."""

import pytest

from extract.fields import FINDERS
from extract.model import MentionKind

_RUSSIAN = (
    "ТОО «Алтын Канат» было зарегистрировано в Алматы 12 апреля 2022 года, БИН 220440012345. Компания ввезла дроны "
    "на сумму 799 000 руб. ($10 800) от Rotorwing Europe B.V. и передала их московскому ООО «Воздушная Механика» "
    "(ИНН 7707083893). Экспорт микросхем вырос с 245 тыс. до 18 млн долл. США за 2022 год, код ТН ВЭД 8542 31 900 1. "
    "Фонд «Общее дело» заплатил 1,2 млн рублей. Декларация 10702070/120522/3123456 от 05.07.2022 г., "
    "1 250 шт., вес 3,5 т."
)
_ENGLISH = (
    "The shipment of 1,250 pcs worth USD 1.8 million left Rotterdam on 12 May 2022; Altyn Kanat LLP paid "
    "EUR 450,000.00 to SZ Rotorwing Technology Co., Ltd. (Shenzhen). Exports rose from $245,000 in 2021 to $18 million "
    "in 2022. Invoice 2022/0512 dated May 12, 2022, HS code 8806.22. About 799,000 rubles."
)
_CHINESE = "合同金额人民币1,250万元，由深圳市旋翼科技有限公司于2022年5月12日签订，共计500件，商品编号8806220000。"
_KAZAKH = "2022 жылғы 12 мамырда «Алтын Қанат» ЖШС (БСН 220440012345) 500 дана дрон 15 млн теңгеге сатып алды."


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        (_RUSSIAN, "company", ["ТОО «Алтын Канат»", "Rotorwing Europe B.V.", "ООО «Воздушная Механика»", "Общее дело"]),
        (_RUSSIAN, "amount", ["799000 RUB", "10800 USD", "245000 USD", "18000000 USD", "1200000 RUB"]),
        (_RUSSIAN, "date", ["2022-04-12", "2022-07-05"]),
        (_RUSSIAN, "hs_code", ["8542319001"]),
        (_RUSSIAN, "identifier", ["220440012345", "7707083893", "10702070/120522/3123456"]),
        (_RUSSIAN, "quantity", ["1250 pcs", "3.5 t"]),
        (_ENGLISH, "company", ["Altyn Kanat LLP", "SZ Rotorwing Technology Co., Ltd."]),
        (_ENGLISH, "amount", ["1800000 USD", "450000.00 EUR", "245000 USD", "18000000 USD", "799000 RUB"]),
        (_ENGLISH, "date", ["2022-05-12", "2022-05-12"]),
        (_ENGLISH, "hs_code", ["880622"]),
        (_ENGLISH, "quantity", ["1250 pcs"]),
        (_CHINESE, "company", ["深圳市旋翼科技有限公司"]),
        (_CHINESE, "amount", ["12500000 CNY"]),
        (_CHINESE, "date", ["2022-05-12"]),
        (_CHINESE, "hs_code", ["8806220000"]),
        (_CHINESE, "quantity", ["500 pcs"]),
        (_KAZAKH, "company", ["«Алтын Қанат» ЖШС"]),
        (_KAZAKH, "amount", ["15000000 KZT"]),
        (_KAZAKH, "date", ["2022-05-12"]),
        (_KAZAKH, "identifier", ["220440012345"]),
        (_KAZAKH, "quantity", ["500 pcs"]),
    ],
)
def test_what_a_paragraph_holds(text: str, kind: str, values: list[str]) -> None:
    hits = FINDERS[MentionKind(kind)](text)
    assert [" ".join(filter(None, (hit.value, hit.currency, hit.unit))) for hit in hits] == values


def test_roles_come_from_labels_of_the_same_sentence() -> None:
    text = "Nettobetrag 100,00 MwSt 19,00 Gesamtbetrag 119,00\nBezahlt. Der Preis stieg von 5,00 EUR"
    assert [(hit.value, hit.role) for hit in FINDERS[MentionKind.AMOUNT](text)] == [
        ("100.00", "net"), ("19.00", "tax"), ("119.00", "total"), ("5.00", "price"),
    ]  # fmt: skip
