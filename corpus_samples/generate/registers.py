"""Register extracts: the Kazakh one as CSV in three languages, the Russian one as a web page."""

from __future__ import annotations

import csv
from html import escape
from io import StringIO

from corpus_samples.generate.company import FORMS, Company
from corpus_samples.generate.document import SAMPLE_RU, Document, Named, Value, companies, keys, values
from corpus_samples.generate.world import World

KAZAKH_FORM = "ЖШС"
HEADERS = (
    "БИН", "Наименование на казахском языке", "Наименование на русском языке", "Наименование на английском языке",
    "Дата регистрации", "Статус", "Юридический адрес", "Вид деятельности", "Руководитель",
)  # fmt: skip
PAGE = """<!DOCTYPE html>
<html lang="ru">
<head><meta charset="utf-8"><title>Выписка из реестра юридических лиц</title></head>
<body>
<h1>Выписка из реестра юридических лиц</h1>
<p><small>{notice}</small></p>
{table}
</body>
</html>
"""


def documents(world: World, folder: str) -> list[Document]:
    kazakh = [world.intermediary, world.chip_seller, world.group, world.numbered, *world.kazakh]
    return [kazakh_extract(folder, kazakh), russian_extract(folder, world.buyer)]


def kazakh_extract(folder: str, firms: list[Company]) -> Document:
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow((SAMPLE_RU,))
    writer.writerow(HEADERS)
    writer.writerows(kazakh_row(firm) for firm in firms)
    named: list[Named] = [(name, firm) for firm in firms for name in names_of(firm)]
    facts = {"company": companies(named), "date": values(firm.registered for firm in firms)}
    records = [expected(firm) for firm in firms]
    data = written.getvalue().encode("utf-8")
    return Document(folder, "kz_register.csv", data, facts, (), records, {"company": len(firms)}, keys(named))


def names_of(firm: Company) -> tuple[str, ...]:
    kazakh = (kazakh_name(firm),) if firm.kazakh else ()
    return (*kazakh, firm.official, firm.english)


def kazakh_name(firm: Company) -> str:
    """Print the Kazakh name, its form last; empty where the register has none."""
    return f"«{firm.kazakh}» {KAZAKH_FORM}" if firm.kazakh else ""


def kazakh_row(firm: Company) -> tuple[str, ...]:
    return (
        firm.number, kazakh_name(firm), firm.official, firm.english, firm.registered, "Действующее", firm.address,
        "46909 Оптовая торговля широким ассортиментом товаров", firm.director,
    )  # fmt: skip


def expected(firm: Company) -> Value:
    return {
        "record": "company",
        "name": firm.official,
        "name_other": kazakh_name(firm) or None,
        "name_latin": firm.english,
        "identifier": firm.identifier,
        "registered": firm.registered,
        "status": "Действующее",
        "address": firm.address,
        "director": firm.director,
    }


def russian_extract(folder: str, firm: Company) -> Document:
    """Write the page of one company, as the register shows it."""
    page = PAGE.format(notice=SAMPLE_RU, table=russian_table(firm))
    named: list[Named] = [(full_name(firm), firm), (firm.official, firm)]
    facts = {"company": companies(named), "date": values([firm.registered])}
    record = {
        "record": "company",
        "name": full_name(firm),
        "name_other": firm.official,
        "registered": firm.registered,
        "address": firm.address,
        "director": firm.director,
    }
    data = page.encode("utf-8")
    return Document(folder, "ru_register.html", data, facts, ("company",), [record], {"company": 1}, keys(named))


def full_name(firm: Company) -> str:
    return f'{FORMS[firm.form].full} "{firm.russian.upper()}"'


def russian_table(firm: Company) -> str:
    year, month, day = firm.registered.split("-")
    lines = {
        "Полное наименование": full_name(firm),
        "Сокращенное наименование": firm.official,
        "ОГРН": firm.register_number.partition(":")[2],
        "ИНН": firm.number,
        "Дата регистрации": f"{day}.{month}.{year}",
        "Адрес": firm.address,
        "Генеральный директор": firm.director,
        "Основной вид деятельности": "46.90 Торговля оптовая неспециализированная",
    }
    rows = "\n".join(f"<tr><th>{label}</th><td>{escape(text)}</td></tr>" for label, text in lines.items())
    return f"<table>\n{rows}\n</table>"
