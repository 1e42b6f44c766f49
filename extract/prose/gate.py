"""Tell running text from tables, forms and lists before any model reads it, by what costs little.

Small words hold a sentence together (the, of; и, в; 的, 了), or else its words in small letters up to a full stop;
forms and tables have few of either. A line is judged by its letters, gaps and words. A sentence is wrapped anywhere, so
a line that does not hold together counts as prose between or beside lines that do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.fields.table import rows, spellings

_LINE = re.compile(r"[^\n]+")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\s*\S|\|.*\|")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HAN_SMALL = re.compile(r"[的了在是和与为有对将被从向以及并于由把也但说已会]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TABLES = Path(__file__).with_name("tables")
_SMALL = frozenset(word for row in rows("small_words", _TABLES) for word in spellings(row["words"]))
_SENTENCE_END = re.compile(r"[^\W\d_][»”\"')\]]?[.!?…](?:\s|$)")
_ENDS = re.compile(r"[.!?…:][»”\"')\]]?\s*$")
_WORDS, _CHARACTERS = 8, 12
"""So many words or Chinese characters make the shortest stretch worth a model."""
_SHARE, _HAN_SHARE = 9, 30
"""One small word in so many words shows a sentence, one small character in so many a Chinese one."""
_SMALL_LETTERS = 0.6
_SHORT_SENTENCE = 5
_LETTERS = 0.6


@dataclass(frozen=True, slots=True)
class _Line:
    """What was counted on a line. ``holds``: its words hold together; ``low``: most of them are in small letters."""

    start: int
    end: int
    words: int
    holds: bool
    low: bool = True


def running(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text that are sentences, in order; paragraphs that follow each other are one."""
    last: tuple[int, int] | None = None
    for start, end in _paragraphs(text):
        if last is not None and not text[last[1] : start].strip():
            last = last[0], end
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    lines: list[_Line] = []
    for match in _LINE.finditer(text):
        line = _counted(match.group(), match.start())
        if line is not None and (line.holds or not lines or lines[-1].holds) and _follows(text, lines, line):
            lines.append(line)
            continue
        yield from _stretch(text, lines)
        lines = [line] if line is not None else []
    yield from _stretch(text, lines)


def _follows(text: str, lines: list[_Line], line: _Line) -> bool:
    """Tell that no empty line stands between."""
    return not lines or text.count("\n", lines[-1].end, line.start) == 1


def _stretch(text: str, lines: list[_Line]) -> Iterator[tuple[int, int]]:
    holding = [line for line in lines if line.holds]
    if sum(line.words for line in holding) < _WORDS:
        return
    start, end = lines[0].start, lines[-1].end
    if any(line.low for line in holding) or _SENTENCE_END.search(text, start, end):
        yield start, end


def _counted(line: str, start: int) -> _Line | None:
    """Count a line; None where it has columns or where digits and marks outweigh letters."""
    words = _WORD.findall(line)
    letters = sum(map(len, words))
    if letters < _LETTERS * len(line.replace(" ", "")) or _COLUMNS.search(line):
        return None
    end = start + len(line.rstrip())
    characters = len(_HAN.findall(line))
    if characters * 2 > letters:
        holds = len(_HAN_SMALL.findall(line)) * _HAN_SHARE >= characters >= _CHARACTERS // 2 and (
            "，" in line or "。" in line
        )
        return _Line(start, end, characters * _WORDS // _CHARACTERS, holds)
    small = sum(word.lower() in _SMALL for word in words)
    low = sum(map(str.islower, words)) >= _SMALL_LETTERS * len(words)
    ends = low and len(words) >= _SHORT_SENTENCE and _ENDS.search(line) is not None
    return _Line(start, end, len(words), len(words) > 2 and (ends or small * _SHARE >= len(words)), low)
