"""Bytes become lines in constant memory, and what is wrong with them is said with the line where it begins."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Source
from extract.readers.decoded import Decoded
from tests.extract.readers.reading import SHA


def lines_and_issues(path: Path) -> tuple[list[str], dict[str, str]]:
    source = Source(SHA, path.stat().st_size, "txt")
    with Decoded(path) as text:
        return list(text), {issue.kind: issue.message for issue in text.issues(source)}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\n\r", "\x85", "\u2028"])
def test_every_end_of_line_ends_a_line(tmp_path: Path, end: str):
    path = tmp_path / "a.txt"
    path.write_bytes(end.join(["имя", "вода", "лёд", ""]).encode())
    lines, _ = lines_and_issues(path)
    assert lines == ["имя", "вода", "лёд"]


def test_blank_lines_between_windows_ends_stay(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\r\n\r\nb\r\n\r\nc\r\n")
    assert lines_and_issues(path)[0] == ["a", "", "b", "", "c"]


def test_signs_that_only_python_takes_for_ends_stay_inside_their_line(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("a\x0bb\x0cc\u2028d\ne\n")
    assert lines_and_issues(path)[0] == ["a\x0bb\x0cc\u2028d", "e"]


@given(text=st.text(alphabet="ab\r\n ", max_size=80))
def test_lines_are_what_python_reads(tmp_path_factory, text: str):
    path = tmp_path_factory.mktemp("t") / "a"
    path.write_bytes(text.encode())
    with Decoded(path) as found, path.open(newline="") as file:
        expected = list(file)
        assert found.odd_end or list(found.lines()) == expected


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8"])
def test_letters_at_the_very_end_decide(tmp_path: Path, encoding: str):
    path = tmp_path / "a.csv"
    path.write_bytes(b"code;value\n" + b"8806;1200.50\n" * 200_000 + "итого;вертолёты\n".encode(encoding))
    lines, issues = lines_and_issues(path)
    assert lines[-1] == "итого;вертолёты"
    assert issues == {}


def test_one_sign_at_the_begin_does_not_outvote_the_rest(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes(
        "№\n".encode("cp1251") + b"8806;1200.50\n" * 40_000 + "вертолёты и запчасти\n".encode("cp1251") * 50
    )
    assert lines_and_issues(path)[0][-1] == "вертолёты и запчасти"


def test_bytes_that_do_not_decode_are_counted_with_their_first_line(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes("вода\n".encode() * 300_000 + b"\xff\xfe\n" + "лёд\n".encode() * 3)
    lines, issues = lines_and_issues(path)
    assert len(lines) == 300_004
    assert issues["encoding"].startswith("2 characters (first in line 300001)")


def test_nul_bytes_are_left_out_and_counted(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\nb\0\0c\n" + bytes(3_000_000))
    lines, issues = lines_and_issues(path)
    assert lines == ["a", "bc"]
    assert issues["nul"].startswith("3000002 NUL characters (first in line 2)")


def test_a_line_without_end_is_read_in_pieces_and_bounded_memory(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"title\n" + b"word " * 6_000_000)
    tracemalloc.start()
    with Decoded(path) as text:
        size = sum(map(len, text))
        issues = [issue.kind for issue in text.issues(Source(SHA, 0, "txt"))]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size == 5 + 30_000_000
    assert issues == ["long_line"]
    assert peak < 20 << 20


def test_a_double_encoded_text_is_restored_and_said(tmp_path: Path):
    path = tmp_path / "a.csv"
    text = "имя;товар;стоимость\nвода;молоко;сахар\n"
    path.write_bytes("".join(bytes([b]).decode("cp1251") for b in text.encode()).encode())
    lines, issues = lines_and_issues(path)
    assert lines == text.split("\n")[:-1]
    assert "cp1251" in issues["mojibake"]


def test_lines_of_two_encodings_are_both_read(tmp_path: Path):
    path = tmp_path / "a.csv"
    words = ["Отправитель груза", "вертолёты Иркутск", "запасные части", "ООО Ромашка"]
    path.write_bytes(b"".join(f"{w};{n}\n".encode(("utf-8", "cp1251")[n % 2]) for n in range(50) for w in words))
    lines, issues = lines_and_issues(path)
    assert lines == [f"{w};{n}" for n in range(50) for w in words]
    assert "mojibake" in issues


def test_utf8_with_some_broken_bytes_stays_utf8(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes("вертолёты;5\n".encode() * 20 + b"\xd0;7\n" + "лёд;5\n".encode())
    lines, issues = lines_and_issues(path)
    assert lines[-1] == "лёд;5"
    assert issues["encoding"].startswith("1 characters (first in line 21)")
