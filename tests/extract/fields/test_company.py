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
        "ТА ЖЕ", "она же", "ТОТ ЖЕ, ЧТО И ПОЛУЧАТЕЛЬ", "той самий", "СМ. ДОП.", "СМ.ОБОРОТ", "РАЗНЫЕ ФИРМЫ",
        "various suppliers", "UNTO ORDER", "TO ORDER, NOTIFY BLUE LANTERN", "ПО ПРИКАЗУ БАНКА", "A LA ORDEN DE BANCO",
        "EMRE YAZILI", "бұйрық бойынша",
        "凭指示", "同上", "aynı",
        "MUHTELİF", "varios", "әртүрлі", "ФИЗИЧЕСКОЕ ЛИЦО",
        "private individual", "жеке тұлға",
    ],
)  # fmt: skip
def test_placeholders_are_refused_as_such(text: str) -> None:
    with pytest.raises(Placeholder):
        company.parse(text)


@pytest.mark.parametrize("text", ["", "12345", "1 234,50", "x" * 2000])
def test_cells_without_a_name_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        company.parse(text)


@pytest.mark.parametrize(
    "name",
    [
        "Иванов Иван Иванович", "ИП Иванов И.И.", "ФОП Петренко О.В.", "ЖК «Асанов А.»", "Mehmet Emre Yılmaz",
        "Order Logistics LLC",
        "Same Deutz Trading", "Тот Самый Чай ООО",
        "ООО «Физическое лицо»", "Various Artists Ltd", "ЧЕЛЯБИНСК, ООО *ЛУЧ*",
    ],
)  # fmt: skip
def test_persons_and_names_with_such_words_are_parties(name: str) -> None:
    assert company.parse(name).name == name


def test_a_branch_in_a_city_keeps_its_city() -> None:
    assert company.parse("Филиал ООО Луч в г. Новом").name == "Филиал ООО Луч в г. Новом"


def test_the_whole_chinese_label_is_taken_off() -> None:
    party = company.parse("深圳市旋翼科技有限公司 统一社会信用代码 91440300MA5EXAMPLE")
    assert party.name == "深圳市旋翼科技有限公司"
