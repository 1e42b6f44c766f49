"""XML gives its text with paths, and repeated elements as a table."""

import tracemalloc
from pathlib import Path

import pytest

from extract.readers import read_parts, xml, xml_rows
from tests.extract.readers.reading import read, source_of

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


def test_broken_markup_and_declared_entities_are_said(tmp_path: Path):
    path = tmp_path / "a.xml"
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    path.write_text(f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">{laughs}]><a><b>&a8;</b><b>ok</b></a>')
    parts, _, issues = read(path)
    assert "ok" in parts[0].text
    assert len(parts[0].text) < 100
    assert [issue.kind for issue in issues] == ["damaged", "entities"]
    path.write_text('<?xml version="1.0"?><rows><row><a>1</a></row>\n<row><a>3</b></row>')
    _, _, issues = read(path)
    assert issues[0].kind == "damaged"
    assert "in line 2" in issues[0].message


ADO = """<xml xmlns:s="uuid:1" xmlns:rs="urn:rs" xmlns:z="#RowsetSchema">
<s:Schema id="R"><s:Attr name="a" type="t"/></s:Schema><rs:data>{}</rs:data></xml>"""
SOAP = """<e:Envelope xmlns:e="urn:e"><e:Header><h:Id xmlns:h="urn:h">5</h:Id></e:Header>
<e:Body><List>{}</List></e:Body></e:Envelope>"""


def rows_in(form: str, count: int) -> str:
    if form is ADO:
        return form.format("\n".join(f'<z:row Code="8806{n:06}" Name="Кедр {n}" Value="{n},5"/>' for n in range(count)))
    row = "<Item no='{0}'><Code>8806{0:06}</Code><Party><Name>Кедр {0}</Name></Party><Value>{0},5</Value></Item>"
    return form.format("".join(row.format(n) for n in range(count)))


@pytest.mark.parametrize("form", [ADO, SOAP])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_a_file_too_long_for_a_tree_gives_the_same_rows(tmp_path: Path, monkeypatch, form: str, encoding: str):
    path = tmp_path / "a.xml"
    path.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>{rows_in(form, 700)}'.encode(encoding))
    _, whole, _ = read(path)
    monkeypatch.setattr(xml, "WHOLE", 0)
    parts, grids, issues = read(path)
    assert grids == whole
    assert len(grids[0]) == 701
    assert issues == []
    assert (form is ADO) == ("Id: 5" not in parts[-1].text)


def test_memory_does_not_grow_with_the_rows_of_a_long_file(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(xml, "WHOLE", 0)
    monkeypatch.setattr(xml_rows, "SEEN", 1 << 16)
    path = tmp_path / "a.xml"
    path.write_text(f'<?xml version="1.0"?>{rows_in(SOAP, 60_000)}')
    tracemalloc.start()
    count = sum(1 for part in read_parts(source_of(path), path) for grid in part.grids for _ in grid.rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 60_001
    assert peak < 4 << 20
