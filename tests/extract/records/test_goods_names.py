from tests.extract.records.sheets import mentions, tables

BESIDE = ["Кол-во", "Цена", "Поставщик"]
GOODS = [["Стремянка алюминиевая", 2, 310.5, "Заря"], ["Ведро синее", 4, 55.0, "Заря"], ["Щётка", 1, 20.0, "Комета"]]
FIRMS = [["ООО «Заря»", 2, 310.5, ""], ["АО Комета", 4, 55.0, ""], ["ИП Петров А.А.", 1, 20.0, ""]]


def first_field(header, rows):
    [table] = tables([header, *rows])
    return table.columns[0].field


def test_a_bare_name_beside_prices_names_the_goods():
    assert first_field(["Наименование", *BESIDE], GOODS) == "goods_description"
    found = mentions([["NAME", "KOL", "CENA"], *(row[:3] for row in GOODS)])
    assert {kind for kind, _, _ in found} == {"amount"}


def test_a_bare_name_over_firms_stays_theirs():
    assert first_field(["Наименование", *BESIDE], FIRMS) == "company"


def test_a_bare_name_without_prices_stays_a_companys():
    people = [["Лучезар", "г. Новый"], ["Комета", "г. Старый"]]
    assert first_field(["Наименование", "Адрес"], people) == "company"


def test_goods_with_measures_are_no_companies_in_any_table():
    goods = [["Краска белая 5 кг", "x"], ["Гвозди №8", "y"], ["Труба 20 мм", "z"]]
    assert first_field(["Наименование", "Примечание"], goods) is None
