"""Plain text comes line by line, in parts of bounded size."""

from pathlib import Path

from extract.model import Box, PartKind
from tests.extract.readers.reading import read


def test_lines_and_extent(tmp_path: Path):
    path = tmp_path / "письмо.txt"
    path.write_bytes("Уважаемые господа!\r\nСчёт № 17 оплачен.\r\n".encode("cp1251"))
    (part,), _, issues = read(path)
    assert part.kind is PartKind.TEXT
    assert part.text == "Уважаемые господа!\nСчёт № 17 оплачен."
    assert part.place.box == Box(0, 0, 18, 2)
    assert part.dialect["encoding"] == "cp1251"
    assert issues == []


def test_a_long_text_is_cut_between_lines_and_whole_together(tmp_path: Path):
    path = tmp_path / "a.txt"
    lines = [f"This is line number {number} of a long letter, which goes on." for number in range(60_000)]
    path.write_text("\n".join(lines))
    parts, _, _ = read(path)
    assert len(parts) > 2
    assert [part.place.part for part in parts] == list(range(1, len(parts) + 1))
    assert "\n".join(part.text for part in parts).splitlines() == lines


def test_a_text_without_line_ends_does_not_come_in_one_piece(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("word " * 700_000)
    parts, _, _ = read(path)
    assert len(parts) == 4
    assert sum(part.text.count("word") for part in parts) == 700_000
