import pytest

from extract.layout.field_list import columns_listed, one_block
from tests.extract.records.sheets import records, tables

DESCRIBED = ["GOODS", "2", "Наименование товара", "MAKER", "2", "Производитель", "PRICE", "1", "Цена"]
COMMENTED = ["- Наименование товара", "Производитель", "Цена", "Количество", ""]
HEAD = ["NUM", "0", "Номер", "DATE0", "2", "Дата", "SUPP", "2", "Поставщик", ""]


def test_triples_give_the_label_of_each_column():
    assert columns_listed(DESCRIBED) == ["Наименование товара", "Производитель", "Цена"]


def test_triples_with_a_number_for_a_label_give_the_name():
    assert columns_listed(["Номер", "2", "1", "Дата", "2", "2", "Сумма", "1", "3"]) == ["Номер", "Дата", "Сумма"]


def test_a_comment_gives_its_cells():
    assert columns_listed(COMMENTED) == ["Наименование товара", "Производитель", "Цена", "Количество", ""]


@pytest.mark.parametrize(
    "row",
    [
        ["Датчик", "2", "Заря", "АО Кедр", "10,50", "Рама"],
        ["- прочее", "5", "7,25", "12,50"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
        ["Датчик", "2"],
        [],
    ],
)
def test_rows_of_data_list_nothing(row):
    assert columns_listed(row) is None


def test_a_list_opens_a_block_and_a_section_may_go_on_opening_it():
    data = ["Датчик", "Заря", "10,50", "2"]
    assert one_block([COMMENTED, ["[Body]"], data, data, ["[Footer]"], COMMENTED, data]) == 5
    assert one_block([data, COMMENTED, data]) == 1


def test_a_file_that_describes_itself_gives_records():
    rows = [
        HEAD,
        ["17", "12.05.2022", "Лунный Свет"],
        DESCRIBED,
        ["Датчик ДТ", "Лучезар", "10.50"],
        ["Рама", "Комета", "7.25"],
    ]
    assert [values["manufacturer"] for _, values in records(rows)] == ["Лучезар", "Комета"]
    head, goods = tables(rows)
    assert [column.header for column in head.columns] == ["Номер", "Дата", "Поставщик"]
    assert (goods.header_rows, goods.first_row) == ((2,), 3)


def test_a_section_whose_columns_a_comment_lists_gives_records():
    rows = [COMMENTED, ["[Body]"], ["Датчик ДТ", "Лучезар", "10.50", "2"], ["Рама", "Комета", "7.25", "1"]]
    [(kind, first), _] = records(rows)
    assert (kind, first["manufacturer"], first["unit_price"], first["quantity"]) == (
        "shipment",
        "Лучезар",
        "10.50",
        2.0,
    )
