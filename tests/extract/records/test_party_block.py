from __future__ import annotations

import pytest

from extract.records.party_block import tax_number, tidied


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("№ 7707083893/770701001\nООО «Карвент»\nг. Пермь", "ООО «Карвент»", "inn:7707083893"),
        ("ООО «Карвент»\nг. Пермь\n7707083893/770701001", "ООО «Карвент»", "inn:7707083893"),
        ("ОГРН 1027700132195, ИНН 7707083893\nООО «Карвент»", "ООО «Карвент»", "inn:7707083893"),
        ('ОсОО "КАРВЕНТ"\n№ 01203202010123', 'ОсОО "КАРВЕНТ"', "kg_inn:01203202010123"),
        ("TORVENT MACHINERY\nCO., LTD.\nNINGBO", "TORVENT MACHINERY CO., LTD.", None),
        ('ОБЩЕСТВО С ОГРАНИЧЕННОЙ\nОТВЕТСТВЕННОСТЬЮ\n"КАРВЕНТ"\nПЕРМЬ',
         'ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "КАРВЕНТ"', None),
        ('000 "КАРВЕНТ"\nПЕРМЬ', 'ООО "КАРВЕНТ"', None),
        ('ТОВАРИШЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ\n"КАРВЕНТ АТА"\nАЛМАТЫ',
         'ТОВАРИШЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "КАРВЕНТ АТА"', None),
        ('ТОО "КАРВЕНТ"\nАЛМАТЫ\nBUH: 220640178831', 'ТОО "КАРВЕНТ"', "bin:220640178831"),
        ("ООО «Карвент»\nПермь\nИННКПП: 7707083893/770701001", "ООО «Карвент»", "inn:7707083893"),
    ],
)  # fmt: skip
def test_name_and_number_of_a_party(text: str, name: str, number: str | None) -> None:
    block = tidied(text, text)
    found = tax_number(block.numbers)
    assert block.text.split("\n")[0] == name
    assert (str(found) if found else None) == number


def test_a_number_whose_check_fails_is_left_in_the_address() -> None:
    block = tidied("ООО «Карвент»\n7707083894", "ООО «Карвент»\n7707083894")
    assert block.numbers == ()
    assert "7707083894" in block.text
