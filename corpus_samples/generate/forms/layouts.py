"""Ways to lay labelled places out on a page. Each is given a sheet and the places, and prints from the cursor on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from corpus_samples.generate.page import BOLD, Paper, font_file

CHINESE = "STSong-Light"
LEFT, RIGHT, BOTTOM = 36, 560, 800


@dataclass(frozen=True, slots=True)
class Entry:
    """One place: its printed number, its label, its lines."""

    number: str
    label: str
    lines: tuple[str, ...]

    @property
    def head(self) -> str:
        return f"{self.number} {self.label}".strip()

    @property
    def big(self) -> bool:
        return len(self.lines) > 2


@dataclass(frozen=True, slots=True)
class Style:
    """How a paper is printed: letters, sizes, a colon behind labels or none."""

    font: str
    label_font: str
    label_size: float
    size: float
    colon: bool


class Sheet:
    """A page under construction with a cursor that goes down; a place that does not fit begins a new page."""

    def __init__(self, style: Style) -> None:
        if CHINESE not in getRegisteredFontNames():
            registerFont(UnicodeCIDFont(CHINESE))
        self.paper = Paper()
        self.style = style
        self.y = 40.0
        self.pages = 1

    def turn(self) -> None:
        self.paper.turn()
        self.pages += 1
        self.y = 40.0

    def room(self, height: float) -> None:
        if self.y + height > BOTTOM:
            self.turn()

    def label(self, x: float, y: float, words: str, width: float) -> float:
        """Print a label in lines as wide as its place; give the height it took."""
        style = self.style
        rows = list(wrapped(words, style.label_font, style.label_size, width))
        for at, row in enumerate(rows):
            self.paper.text(x, y + (at + 1) * style.label_size * 1.2, row, style.label_size, style.label_font)
        return len(rows) * style.label_size * 1.2

    def value(self, x: float, y: float, lines: Sequence[str], width: float) -> float:
        style = self.style
        rows = [row for words in lines for row in wrapped(words, style.font, style.size, width)]
        for at, row in enumerate(rows):
            self.paper.text(x, y + (at + 1) * style.size * 1.25, row, style.size, style.font)
        return len(rows) * style.size * 1.25

    def heights(self, entry: Entry, width: float) -> tuple[float, float]:
        style = self.style
        labels = list(wrapped(entry.head, style.label_font, style.label_size, width))
        values = [row for words in entry.lines for row in wrapped(words, style.font, style.size, width)]
        return len(labels) * style.label_size * 1.2, len(values) * style.size * 1.25


def wrapped(words: str, font: str, size: float, width: float) -> Iterator[str]:
    """Break a text into lines; Chinese breaks between any two signs."""
    line = ""
    glue = "" if font == CHINESE and " " not in words else " "
    for piece in list(words) if not glue else words.split(" "):
        longer = f"{line}{glue}{piece}" if line else piece
        if line and stringWidth(longer, font, size) > width:
            yield line
            longer = piece
        line = longer
    yield line


def style(rng: Random, language: str, small_labels: bool, font: str) -> Style:
    """Draw letters and sizes; labels of boxes are smaller than what is filled in."""
    size = rng.choice((8, 8.5, 9))
    if language == "zh":
        return Style(CHINESE, CHINESE, size - 1.5 if small_labels else size, size, rng.random() < 0.5)
    _register(font)
    label_font = BOLD if not small_labels and rng.random() < 0.5 else font
    return Style(font, label_font, size - rng.choice((1.5, 2, 2.5)) if small_labels else size, size, rng.random() < 0.5)


def _register(font: str) -> None:
    if font not in getRegisteredFontNames():
        registerFont(TTFont(font, font_file(font)))


def rows_of(entries: Sequence[Entry], most: int) -> Iterator[list[Entry]]:
    """Gather places into rows: two large ones, or up to ``most`` small ones."""
    row: list[Entry] = []
    for entry in entries:
        full = len(row) >= (2 if entry.big or any(other.big for other in row) else most)
        if row and (full or entry.big != row[0].big):
            yield row
            row = []
        row.append(entry)
    if row:
        yield row


def boxes(sheet: Sheet, entries: Sequence[Entry], *, most: int = 3) -> None:
    """Rule a box around each place, the label in its upper left corner."""
    for row in rows_of(entries, most):
        width = (RIGHT - LEFT) / len(row)
        height = max(sum(sheet.heights(entry, width - 8)) for entry in row) + 8
        sheet.room(height)
        for at, entry in enumerate(row):
            x = LEFT + at * width
            sheet.paper.box(x, sheet.y, width, height)
            used = sheet.label(x + 3, sheet.y + 1, entry.head, width - 8)
            sheet.value(x + 3, sheet.y + used + 1, entry.lines, width - 8)
        sheet.y += height


def wide_boxes(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Rule boxes two in a row."""
    boxes(sheet, entries, most=2)


def left(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print the label in a left column, the value in a right one, no rules."""
    _beside(sheet, entries, 190, ruled=False)


def left_ruled(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Rule a table of two columns: labels, values."""
    _beside(sheet, entries, 170, ruled=True)


def _beside(sheet: Sheet, entries: Sequence[Entry], indent: float, *, ruled: bool) -> None:
    for entry in entries:
        head = entry.head + (":" if sheet.style.colon else "")
        height = max(
            sheet.heights(Entry("", head, ()), indent - 10)[0], sheet.heights(entry, RIGHT - LEFT - indent - 8)[1]
        ) + (7 if ruled else 5)
        sheet.room(height)
        if ruled:
            sheet.paper.box(LEFT, sheet.y, indent, height)
            sheet.paper.box(LEFT + indent, sheet.y, RIGHT - LEFT - indent, height)
        sheet.label(LEFT + 3, sheet.y + 1, head, indent - 10)
        sheet.value(LEFT + indent + 4, sheet.y + 1, entry.lines, RIGHT - LEFT - indent - 8)
        sheet.y += height


def four(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Rule a table of four columns: label, value, label, value."""
    labels, values = 100.0, (RIGHT - LEFT) / 2 - 100
    for row in rows_of(entries, 2):
        height = max(max(sheet.heights(e, labels - 8)[0], sheet.heights(e, values - 8)[1]) for e in row) + 8
        sheet.room(height)
        for at, entry in enumerate(row):
            x = LEFT + at * (labels + values)
            sheet.paper.box(x, sheet.y, labels, height)
            sheet.paper.box(x + labels, sheet.y, values, height)
            sheet.label(x + 3, sheet.y + 2, entry.head, labels - 8)
            sheet.value(x + labels + 3, sheet.y + 2, entry.lines, values - 8)
        sheet.y += height


def above(sheet: Sheet, entries: Sequence[Entry], *, most: int = 2) -> None:
    """Print each label over its value, in columns, without rules."""
    for row in rows_of(entries, most):
        width = (RIGHT - LEFT) / len(row)
        heads = [Entry(e.number, e.label + (":" if sheet.style.colon else ""), e.lines) for e in row]
        height = max(sum(sheet.heights(entry, width - 14)) for entry in heads) + 9
        sheet.room(height)
        for at, entry in enumerate(heads):
            x = LEFT + at * width
            used = sheet.label(x, sheet.y, entry.head, width - 14)
            sheet.value(x, sheet.y + used, entry.lines, width - 14)
        sheet.y += height


def above3(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print labels over values, three in a row."""
    above(sheet, entries, most=3)


def inline(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print ``Label: value`` in running lines, large places under their label."""
    for entry in entries:
        head = f"{entry.head}:"
        wide = stringWidth(head, sheet.style.label_font, sheet.style.label_size)
        height = (len(entry.lines) + 1) * sheet.style.size * 1.4 + 4
        sheet.room(height)
        used = sheet.label(LEFT, sheet.y, head, RIGHT - LEFT)
        if entry.big:
            used += sheet.value(LEFT, sheet.y + used, entry.lines, RIGHT - LEFT)
        else:
            sheet.value(LEFT + wide + 6, sheet.y, (" ".join(entry.lines),), RIGHT - LEFT - wide)
        sheet.y += max(used, sheet.style.size * 1.25) + 5


def label_row(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Rule a row of labels and under it a row of their values, three in a row."""
    for row in rows_of(entries, 3):
        width = (RIGHT - LEFT) / len(row)
        tall = max(sheet.heights(entry, width - 8)[0] for entry in row) + 6
        height = max(sheet.heights(entry, width - 8)[1] for entry in row) + 6
        sheet.room(tall + height)
        for at, entry in enumerate(row):
            x = LEFT + at * width
            sheet.paper.box(x, sheet.y, width, tall)
            sheet.paper.box(x, sheet.y + tall, width, height)
            sheet.label(x + 3, sheet.y + 1, entry.head, width - 8)
            sheet.value(x + 3, sheet.y + tall + 1, entry.lines, width - 8)
        sheet.y += tall + height


def pairs(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Rule rows of label and value, two pairs in a row, the label to the left."""
    for row in rows_of(entries, 2):
        width = (RIGHT - LEFT) / len(row)
        split = width * 0.42
        height = max(max(sheet.heights(e, split - 6)[0], sheet.heights(e, width - split - 6)[1]) for e in row) + 7
        sheet.room(height)
        for at, entry in enumerate(row):
            x = LEFT + at * width
            sheet.paper.box(x, sheet.y, split, height)
            sheet.paper.box(x + split, sheet.y, width - split, height)
            sheet.label(x + 2, sheet.y + 1, entry.head, split - 6)
            sheet.value(x + split + 2, sheet.y + 1, entry.lines, width - split - 6)
        sheet.y += height


def columns(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print two columns without rules, in each the label to the left of its value."""
    for row in rows_of(entries, 2):
        heads = [Entry(e.number, e.label + ":", e.lines) for e in row]
        height = max(max(sheet.heights(e, 116)[0], sheet.heights(e, 130)[1]) for e in heads) + 5
        sheet.room(height)
        for at, entry in enumerate(heads):
            x = LEFT + at * 268
            sheet.label(x, sheet.y, entry.head, 116)
            sheet.value(x + 132, sheet.y, entry.lines, 130)
        sheet.y += height


def split(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Rule large places below one another on the left, small ones on the right: their rules do not meet."""
    _split(sheet, entries, ruled=True)


def open_split(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print large places on the left and small ones on the right, without rules."""
    _split(sheet, entries, ruled=False)


def _split(sheet: Sheet, entries: Sequence[Entry], *, ruled: bool) -> None:
    halves = ([one for one in entries if one.big], [one for one in entries if not one.big])
    if not all(halves):
        halves = (list(entries[::2]), list(entries[1::2]))
    if not all(halves):
        return boxes(sheet, entries) if ruled else above(sheet, entries)
    middle = LEFT + (RIGHT - LEFT) * 0.56
    edges = ((LEFT, middle), (middle, RIGHT))
    heights = [
        [sum(sheet.heights(entry, x1 - x0 - 12)) + 8 for entry in half]
        for half, (x0, x1) in zip(halves, edges, strict=True)
    ]
    tall = max(map(sum, heights))
    sheet.room(tall)
    for half, own, (x0, x1) in zip(halves, heights, edges, strict=True):
        y = sheet.y
        own[-1] += tall - sum(own)
        for entry, height in zip(half, own, strict=True):
            if ruled:
                sheet.paper.box(x0, y, x1 - x0, height)
            used = sheet.label(x0 + 3, y + 1, entry.head, x1 - x0 - 12)
            sheet.value(x0 + 3, y + used + 1, entry.lines, x1 - x0 - 12)
            y += height
    sheet.y += tall


def dotted(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Lead from the label to its value by dots, as typewritten forms do."""
    for entry in entries:
        style = sheet.style
        height = sheet.heights(entry, 290)[1] + 5
        sheet.room(height)
        wide = stringWidth(entry.head, style.label_font, style.label_size)
        dot = stringWidth(".", style.label_font, style.label_size)
        dots = "." * max(int((225 - wide) / dot), 3)
        sheet.label(LEFT, sheet.y, f"{entry.head} {dots}", RIGHT - LEFT)
        sheet.value(LEFT + max(232, wide + 5 * dot), sheet.y, entry.lines, 290)
        sheet.y += height


def hung(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print labels flush right against their values, without rules."""
    style = sheet.style
    for entry in entries:
        rows = list(wrapped(entry.head, style.label_font, style.label_size, 170))
        height = max(len(rows) * style.label_size * 1.2, sheet.heights(entry, 320)[1]) + 6
        sheet.room(height)
        for at, row in enumerate(rows):
            shift = 176 - stringWidth(row, style.label_font, style.label_size)
            sheet.label(LEFT + shift, sheet.y + at * style.label_size * 1.2, row, RIGHT - LEFT)
        sheet.value(LEFT + 188, sheet.y, entry.lines, 320)
        sheet.y += height


def underlined(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print two places in a row, each label over its value, and a rule under the row."""
    for row in rows_of(entries, 2):
        above(sheet, row)
        sheet.paper.line(LEFT, sheet.y - 4, RIGHT, sheet.y - 4)


Layout = Callable[[Sheet, Sequence[Entry]], None]
SEEN: dict[str, Layout] = {
    "boxes": boxes, "left": left, "above": above, "inline": inline, "label_row": label_row, "pairs": pairs,
    "columns": columns,
}  # fmt: skip
HELD_OUT: dict[str, Layout] = {"wide_boxes": wide_boxes, "left_ruled": left_ruled, "four": four, "above3": above3}
THIRD: dict[str, Layout] = {"split": split, "open_split": open_split, "dotted": dotted}
UNSEEN: dict[str, Layout] = {"hung": hung, "underlined": underlined}
SMALL = frozenset(("boxes", "wide_boxes", "four", "split"))
"""Layouts whose labels are printed smaller than their values."""
