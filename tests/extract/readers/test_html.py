"""HTML gives its text and its tables of data."""

from pathlib import Path

import pytest

from extract.model import PartKind
from tests.extract.readers.reading import read

PAGE = """<html><head><meta charset="{0}"><title>Выписка</title><script>var x = "скрипт";</script></head>
<body><p>Сведения о <b>юридическом</b> лице</p>
<table><tr><td>
  <table><tr><th>Поле</th><th colspan="2">Значение</th></tr>
  <tr><td rowspan="2">Наименование</td><td>полное</td><td>ООО «Воздушная Механика»</td></tr>
  <tr><td>краткое</td><td>Механика</td></tr></table>
</td></tr></table></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_text_and_table(tmp_path: Path, encoding: str):
    path = tmp_path / "выписка.xls"
    path.write_bytes(PAGE.format(encoding).encode(encoding))
    parts, grids, _ = read(path)
    assert [part.kind for part in parts] == [PartKind.TEXT, PartKind.SHEET]
    assert "Сведения о юридическом лице" in parts[0].text.splitlines()
    assert "скрипт" not in parts[0].text
    assert parts[1].name == "table 1"
    assert grids == [
        [
            ["Поле", "Значение", None],
            ["Наименование", "полное", "ООО «Воздушная Механика»"],
            [None, "краткое", "Механика"],
        ]
    ]


def test_without_a_declared_encoding_the_bytes_decide(tmp_path: Path):
    path = tmp_path / "a.html"
    path.write_bytes("<html><body><p>Реестр юридических лиц, выписка</p></body></html>".encode("cp1251"))
    parts, _, _ = read(path)
    assert parts[0].text == "Реестр юридических лиц, выписка"


def test_deep_nesting_does_not_break_the_reader(tmp_path: Path):
    path = tmp_path / "a.html"
    path.write_text("<html><body>" + "<div>" * 5000 + "token" + "</div>" * 5000 + "</body></html>")
    parts, _, issues = read(path)
    assert parts[0].text == "token"
    assert [i.kind for i in issues] == ["nesting"]


def test_an_absurd_span_is_bounded(tmp_path: Path):
    path = tmp_path / "a.html"
    path.write_text('<html><table><tr><td colspan="999999999">a</td><td>b</td></tr></table></html>')
    _, grids, _ = read(path)
    assert len(grids[0][0]) <= 1001
    assert grids[0][0][-1] == "b"
