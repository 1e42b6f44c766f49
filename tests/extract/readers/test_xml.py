"""XML gives its text with paths, and repeated elements as a table."""

from pathlib import Path

from tests.extract.readers.reading import read

WAYBILL = """<?xml version="1.0" encoding="windows-1251"?>
<Документ><Заголовок><Номер>17</Номер><Поставщик>ООО Ромашка</Поставщик></Заголовок>
<Товары><Товар Код="1"><Имя>бинт</Имя><Цена>5.50</Цена></Товар>
<Товар Код="2"><Имя>вата</Имя><Срок><До>2023</До></Срок></Товар></Товары></Документ>"""


def test_a_waybill(tmp_path: Path):
    path = tmp_path / "a.xml"
    path.write_bytes(WAYBILL.encode("cp1251"))
    parts, grids, _ = read(path)
    assert "Документ/Заголовок/Поставщик: ООО Ромашка" in parts[0].text.splitlines()
    assert grids == [
        [["@Код", "Имя", "Цена", "Срок/До"], ["1", "бинт", "5.50", None], ["2", "вата", None, "2023"]],
    ]


def test_a_list_with_one_row_is_a_table(tmp_path: Path):
    path = tmp_path / "a.xml"
    path.write_text("<Документ><Товары><Товар><Имя>бинт</Имя><Цена>5.50</Цена></Товар></Товары></Документ>")
    _, grids, _ = read(path)
    assert grids == [[["Имя", "Цена"], ["бинт", "5.50"]]]


def test_a_single_element_is_no_list(tmp_path: Path):
    path = tmp_path / "a.xml"
    path.write_text("<Документ><Стороны><Продавец><Имя>А</Имя><ИНН>1</ИНН></Продавец></Стороны></Документ>")
    _, grids, _ = read(path)
    assert grids == []


def test_entities_are_not_expanded_and_files_not_fetched(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    path = tmp_path / "a.xml"
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a><b>&x;</b><b>ok</b></a>'
    )
    parts, _, _ = read(path)
    assert "ok" in parts[0].text
    assert "SECRET" not in parts[0].text


def test_broken_markup_gives_what_can_be_had(tmp_path: Path):
    path = tmp_path / "a.xml"
    path.write_text('<?xml version="1.0"?><rows><row><a>1</a><b>2</b></row><row><a>3</a><b>4')
    _, grids, _ = read(path)
    assert grids[0][1] == ["1", "2"]


def test_without_a_declared_encoding_the_bytes_decide(tmp_path: Path):
    path = tmp_path / "a.xml"
    path.write_bytes("<Накладная><Поставщик>ООО Ромашка</Поставщик><Город>Казань</Город></Накладная>".encode("cp1251"))
    parts, _, _ = read(path)
    assert "Накладная/Поставщик: ООО Ромашка" in parts[0].text
    assert parts[0].dialect["encoding"] == "cp1251"
