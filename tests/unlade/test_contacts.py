"""Telephone numbers, mail addresses and addresses of companies, from registers and forms to what a search finds."""

import sqlite3

import pytest

REGISTER = (
    "Наименование;БИН;Дата регистрации;Юридический адрес;Руководитель;Телефон;E-mail;Сайт\n"
    "ТОО «Серый Мост»;220140012345;12.05.2022;г. Алматы, ул. Абая, 10, офис 5;Белов Иван;"
    "+7 (727) 250-12-34, 8 727 250 12 35;Info@Most.example;www.most.example/ru\n"
    "ТОО «Тихая Река»;220540012346;13.06.2022;Алматы, Абай к-сі 10, кеңсе 5;Ким Олег;8 727 250 12 34;;\n"
)
EXTRACT = (
    "Выписка из Единого государственного реестра юридических лиц\n\n"
    "Полное наименование: Общество с ограниченной ответственностью «Полевой Цех»\nОГРН: 1216700012345\n"
    "Дата регистрации: 14.09.2021\nАдрес: 050000, г. Алматы, ул. Абая, 10, оф. 5\n"
    "Телефон: +7 727 250-12-35\nАдрес электронной почты: office@polevoy.example\nУчредитель: Белов Иван, 40 %\n"
)


@pytest.fixture
def case(unlade, tmp_path):
    (tmp_path / "dump").mkdir()
    (tmp_path / "dump" / "register.csv").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "dump" / "extract.txt").write_text(EXTRACT, encoding="utf-8")
    assert unlade("run", "dump", "-o", "case.db").returncode == 0
    return tmp_path / "case.db"


def test_companies_of_one_telephone_or_address_can_be_put_side_by_side(case):
    with sqlite3.connect(case) as db:
        found = db.execute("SELECT phone, email, website, address_key FROM company ORDER BY id").fetchall()
    assert found == [
        ("+77272501235", "office@polevoy.example", None, "10 5 abay almaty"),
        ("+77272501234 +77272501235", "info@most.example", "most.example/ru", "10 5 abay almaty"),
        ("+77272501234", None, None, "10 5 abay almaty"),
    ]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("+77272501234", ("company:2:phone", "company:3:phone")),
        ("+77272501235", ("company:1:phone", "company:2:phone")),
        ("info@most.example", ("company:2:email",)),
    ],
)
def test_a_search_finds_whose_number_it_is(unlade, case, words, places):
    answer = unlade("search", case, words).stdout
    assert all(place in answer for place in places)


def test_a_number_leads_back_to_its_cell(unlade, case):
    shown = unlade("show", case, "company:2:phone").stdout
    assert "+7 (727) 250-12-34, 8 727 250 12 35" in shown
    assert "check     same" in shown
