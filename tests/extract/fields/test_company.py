import pytest

from extract.fields import FieldError, Placeholder, company


@pytest.mark.parametrize(
    ("text", "name", "identifiers", "address"),
    [
        ("7722476458 772201001 OOO YATAS", "OOO YATAS", ["inn:7722476458", "kpp:772201001"], ""),
        ("7707083893/770701001 ООО «Заря»", "ООО «Заря»", ["inn:7707083893", "kpp:770701001"], ""),
        (
            'ООО "Ромашка", ИНН/КПП 7707083893/770701001, г. Москва, ул. Мира, 1',
            'ООО "Ромашка"',
            ["inn:7707083893", "kpp:770701001"],
            "г. Москва, ул. Мира, 1",
        ),
        ("ТОО «Алтын Канат» (БИН 220440012345)", "ТОО «Алтын Канат»", ["bin:220440012345"], ""),
        ('ТОВ "ПРИКЛАД", 01001, м. Київ, вул. Мирна, 1', 'ТОВ "ПРИКЛАД"', [], "01001, м. Київ, вул. Мирна, 1"),
        ("Beispiel GmbH\nMusterstr. 5\n12345 Berlin", "Beispiel GmbH", [], "Musterstr. 5 12345 Berlin"),
        ("EXAMPLE TRADING CO LIMITED ROOM 703 TOWER", "EXAMPLE TRADING CO LIMITED", [], "ROOM 703 TOWER"),
        ("EXAMPLE BUILDING MATERIALS LLC", "EXAMPLE BUILDING MATERIALS LLC", [], ""),
        ("  «Аспан Арба» ", "Аспан Арба", [], ""),
        ('ООО"ПОЛЛУКС"', 'ООО"ПОЛЛУКС"', [], ""),
        ("DJI", "DJI", [], ""),
        ("ПОЛЛУКС, ООО", "ПОЛЛУКС, ООО", [], ""),
    ],
)
def test_a_cell_is_taken_apart(text: str, name: str, identifiers: list[str], address: str) -> None:
    party = company.parse(text)
    assert (party.name, [str(i) for i in party.identifiers], party.address) == (name, identifiers, address)


@pytest.mark.parametrize(
    "text",
    [
        "TO ORDER", "TO THE ORDER OF EXAMPLE BANK", "СМ. ГРАФУ 14 ДТ", "КОНТРАГЕНТ", "РАЗНЫЕ ПО СПИСКУ", "N/A", "NULL",
        "ОТСУТСТВУЕТ", "ABSENT", "SAME AS CONSIGNEE", "-", "--", "***", "не указан", "unknown", "无", "7722476458 N/A",
    ],
)  # fmt: skip
def test_placeholders_are_refused_as_such(text: str) -> None:
    with pytest.raises(Placeholder):
        company.parse(text)


@pytest.mark.parametrize("text", ["", "12345", "1 234,50", "x" * 2000])
def test_cells_without_a_name_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        company.parse(text)
