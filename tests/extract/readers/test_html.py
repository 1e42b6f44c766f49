"""HTML gives its text and its tables of data."""

from pathlib import Path

import pytest

from extract.model import PartKind
from extract.readers import html
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


def page_of(path: Path, body: str) -> Path:
    path.write_text(f"<!DOCTYPE html><html><head><title>t</title></head><body>{body}</body></html>")
    return path


def test_a_table_around_a_table_keeps_its_own_rows(tmp_path: Path):
    inner = "<table><tr><td>x</td><td>1</td></tr></table>"
    rows = "".join(f"<tr><td>{n}</td><td>goods {n}</td><td>{inner if n == 2 else 'none'}</td></tr>" for n in (1, 2, 3))
    _, grids, _ = read(page_of(tmp_path / "a.html", f"<table>{rows}</table>"))
    assert grids == [[["1", "goods 1", "none"], ["2", "goods 2", ""], ["3", "goods 3", "none"]], [["x", "1"]]]


def test_hidden_rows_are_read_and_said(tmp_path: Path):
    rows = "<tr><td>a</td><td>1</td></tr><tr style='display: none'><td>b</td><td>2</td></tr>"
    _, grids, issues = read(page_of(tmp_path / "a.html", f"<table>{rows}</table>"))
    assert grids == [[["a", "1"], ["b", "2"]]]
    assert [(i.kind, i.message[:1]) for i in issues] == [("hidden", "1")]


@pytest.mark.parametrize("whole", [1 << 20, 0], ids=["tree", "stream"])
def test_a_span_past_any_real_one_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: int):
    monkeypatch.setattr(html, "WHOLE", whole)
    _, _, issues = read(page_of(tmp_path / "a.html", '<table><tr><td colspan="5000">a</td></tr></table>'))
    assert {i.kind for i in issues} - {"long_page"} == {"span"}


ARCHIVE = """MIME-Version: 1.0
X-Document-Type: Workbook
Content-Type: multipart/related; boundary="edge"

--edge
Content-Location: file:///C:/book/sheet001.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="windows-1251"

<html><head><meta charset=3D"windows-1251"></head><body><table><tr><td>{}</td><td>5</td></tr></table></body></html>
--edge
Content-Location: file:///C:/book/sheet002.htm
Content-Transfer-Encoding: base64
Content-Type: text/html; charset="utf-8"

PGh0bWw+PGJvZHk+PHRhYmxlPjx0cj48dGQ+YjwvdGQ+PHRkPjY8L3RkPjwvdHI+PC90YWJsZT48L2JvZHk+PC9odG1sPg==
--edge--
"""


def test_a_workbook_saved_as_a_web_archive(tmp_path: Path):
    path = tmp_path / "a.xls"
    word = "".join(f"={byte:02X}" for byte in "Кедр".encode("cp1251"))
    path.write_text(ARCHIVE.format(word))
    parts, grids, _ = read(path)
    assert grids == [[["Кедр", "5"]], [["b", "6"]]]
    assert [part.name for part in parts if part.kind is PartKind.SHEET] == [
        "sheet001.htm table 1",
        "sheet002.htm table 1",
    ]
    assert [part.place.part for part in parts] == [1, 2, 3, 4]


def test_a_page_too_long_for_a_tree_flows_by_with_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    rows = "".join(f"<tr><td>{n}<td rowspan=2>goods &amp; {n}</td><td>Кедр</td></tr><tr><td>x</tr>" for n in range(500))
    body = f"<p>Реестр</p><table><tr><th>No<th>Name</tr>{rows}</table><script>no()</script><p>Конец</p>"
    path = page_of(tmp_path / "a.html", body + "<table><tr><td>a</td><td>b</td></tr></table>")
    _, whole, _ = read(path)
    monkeypatch.setattr(html, "WHOLE", 0)
    parts, grids, issues = read(path)
    assert grids == whole
    assert [part.text for part in parts if part.kind is PartKind.TEXT] == ["t\nРеестр\nКонец"]
    assert [i.kind for i in issues] == ["long_page"]
