"""Further looks of papers, for measuring alone: other ways to write a label, and other layouts.

A look dresses the labels that the kinds of ``corpus_samples.generate.forms`` have (the number of a box before, behind
or in brackets, two languages, capitals) and lays the places out in ways of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from reportlab.pdfbase.pdfmetrics import stringWidth

from corpus_samples.generate.forms import items, layouts
from corpus_samples.generate.forms.draw import Drawn, Look, Plan, plan, print_paper
from corpus_samples.generate.forms.kind import kind, worded
from corpus_samples.generate.forms.layouts import LEFT, RIGHT, Entry, Sheet, rows_of
from corpus_samples.generate.page import PLAIN

Dress = Callable[[str, str, str], str]
"""Writes a label: the number of its box, its words, its words in another language."""


def widest(sheet: Sheet, words: str) -> float:
    """Tell how wide the longest word of a label is: no column is narrower."""
    return max(stringWidth(word, sheet.style.label_font, sheet.style.label_size) for word in words.split())


def ladder(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print two pairs in a row, the label to the left, with level rules between the rows and no upright ones."""
    for row in rows_of(entries, 2):
        width = (RIGHT - LEFT) / len(row)
        part = max(width * 0.4, *(widest(sheet, e.head) + 10 for e in row))
        height = max(max(sheet.heights(e, part - 8)[0], sheet.heights(e, width - part - 10)[1]) for e in row) + 7
        sheet.room(height)
        for at, entry in enumerate(row):
            x = LEFT + at * width
            sheet.label(x, sheet.y + 1, entry.head, part - 8)
            sheet.value(x + part, sheet.y + 1, entry.lines, width - part - 10)
        sheet.y += height
        sheet.paper.line(LEFT, sheet.y, RIGHT, sheet.y)


def indented(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print each label on a line of its own and what is said below it, further in."""
    for entry in entries:
        head = entry.head + (":" if sheet.style.colon else "")
        tall, high = sheet.heights(Entry("", head, entry.lines), RIGHT - LEFT - 24)
        sheet.room(tall + high + 6)
        used = sheet.label(LEFT, sheet.y, head, RIGHT - LEFT)
        sheet.value(LEFT + 20, sheet.y + used, entry.lines, RIGHT - LEFT - 24)
        sheet.y += used + high + 6


def cards(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Rule a box around ``label: value`` on one line; large places have their lines below the label."""
    for row in rows_of(entries, 2):
        width = (RIGHT - LEFT) / len(row)
        wide = [stringWidth(f"{e.head}: ", sheet.style.label_font, sheet.style.label_size) for e in row]
        beside = [
            len(e.lines) == 1 and w + stringWidth(e.lines[0], sheet.style.font, sheet.style.size) < width - 12
            for e, w in zip(row, wide, strict=True)
        ]
        height = max(
            max(sheet.heights(e, width - 8)) if one else sum(sheet.heights(e, width - 8))
            for e, one in zip(row, beside, strict=True)
        ) + 8  # fmt: skip
        sheet.room(height)
        for at, (entry, one) in enumerate(zip(row, beside, strict=True)):
            x = LEFT + at * width
            sheet.paper.box(x, sheet.y, width, height)
            used = sheet.label(x + 3, sheet.y + 2, f"{entry.head}:", width - 8)
            place = (x + 5 + wide[at], sheet.y + 2) if one else (x + 3, sheet.y + used + 2)
            sheet.value(*place, entry.lines, width - 8)
        sheet.y += height


def two_ways(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print two columns that know nothing of one another: labels above on the left, beside on the right."""
    middle = (LEFT + RIGHT) / 2
    halves = (entries[: (len(entries) + 1) // 2], entries[(len(entries) + 1) // 2 :])
    label = max([114.0, *(widest(sheet, e.head) for e in halves[1])])
    heights = [[sum(sheet.heights(e, 220)) + 8 for e in halves[0]], [max(sheet.heights(e, 114)) + 6 for e in halves[1]]]
    sheet.room(max(sum(half) for half in heights))
    y = sheet.y
    for entry, height in zip(halves[0], heights[0], strict=True):
        used = sheet.label(LEFT, y, entry.head, 220)
        sheet.value(LEFT, y + used, entry.lines, 220)
        y += height
    right = sheet.y
    for entry, height in zip(halves[1], heights[1], strict=True):
        sheet.label(middle, right, entry.head, label)
        sheet.value(middle + label + 10, right, entry.lines, RIGHT - middle - label - 10)
        right += height
    sheet.y = max(y, right)


def flush_right(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print the label at the left edge and what is said at the right one, as prints of an electronic system do."""
    style = sheet.style
    for entry in entries:
        height = max(sheet.heights(entry, 250)) + 5
        sheet.room(height)
        sheet.label(LEFT, sheet.y, entry.head, 250)
        for at, line in enumerate(entry.lines):
            shift = RIGHT - stringWidth(line, style.font, style.size)
            sheet.value(shift, sheet.y + at * style.size * 1.25, (line,), RIGHT)
        sheet.y += height
        sheet.paper.line(LEFT, sheet.y - 1, RIGHT, sheet.y - 1)


def comb(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Rule uneven boxes, up to four in a row, label above value."""
    for row in rows_of(entries, 4):
        needs = [max(len(e.head) / 2, *(len(line) for line in e.lines), 8) for e in row]
        edges = [float(LEFT)]
        for need in needs:
            edges.append(edges[-1] + (RIGHT - LEFT) * need / sum(needs))
        widths = [right - left for left, right in pairwise(edges)]
        height = max(sum(sheet.heights(e, wide - 6)) for e, wide in zip(row, widths, strict=True)) + 8
        sheet.room(height)
        for x, entry, wide in zip(edges, row, widths, strict=False):
            sheet.paper.box(x, sheet.y, wide, height)
            used = sheet.label(x + 2, sheet.y + 1, entry.head, wide - 6)
            sheet.value(x + 4, sheet.y + used + 1, entry.lines, wide - 6)
        sheet.y += height


def three_columns(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Rule a table of three columns: the number of the box, its label, what is said."""
    edges = (LEFT, LEFT + 34, LEFT + 214, RIGHT)
    for entry in entries:
        number, _, words = entry.head.rpartition("\t")
        label = Entry("", words, entry.lines)
        height = max(sheet.heights(label, 172)[0], sheet.heights(label, RIGHT - edges[2] - 8)[1]) + 6
        sheet.room(height)
        for x0, x1 in pairwise(edges):
            sheet.paper.box(x0, sheet.y, x1 - x0, height)
        sheet.label(edges[0] + 3, sheet.y + 1, number, 28)
        sheet.label(edges[1] + 3, sheet.y + 1, words, 172)
        sheet.value(edges[2] + 4, sheet.y + 1, entry.lines, RIGHT - edges[2] - 8)
        sheet.y += height


def angles(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print two or three places in a row, each with a rule to its left and one below, as many electronic prints do."""
    for row in rows_of(entries, 3):
        width = (RIGHT - LEFT) / len(row)
        height = max(sum(sheet.heights(e, width - 14)) for e in row) + 9
        sheet.room(height + 3)
        for at, entry in enumerate(row):
            x = LEFT + at * width
            sheet.paper.line(x, sheet.y, x, sheet.y + height)
            sheet.paper.line(x, sheet.y + height, x + width - 6, sheet.y + height)
            used = sheet.label(x + 4, sheet.y + 1, entry.head.replace("\t", " "), width - 14)
            sheet.value(x + 4, sheet.y + used + 1, entry.lines, width - 14)
        sheet.y += height + 3


def stamped(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Print pairs in one column, the values at a tab, and a stamp in large grey letters in the middle of the page."""
    widths = [stringWidth(e.head, sheet.style.label_font, sheet.style.label_size) for e in entries]
    tab = LEFT + min(20 + max(widths, default=0), 260)
    sheet.paper.canvas.saveState()
    sheet.paper.canvas.setFillGray(0.7)
    sheet.paper.text(RIGHT - 120, 420, "COPY", 40, sheet.style.font)
    sheet.paper.canvas.restoreState()
    for entry in entries:
        words = entry.head.replace("\t", " ") + (":" if sheet.style.colon else "")
        height = max(sheet.heights(Entry("", words, ()), tab - LEFT - 8)[0], sheet.heights(entry, RIGHT - tab)[1]) + 4
        sheet.room(height)
        sheet.label(LEFT, sheet.y, words, tab - LEFT - 8)
        sheet.value(tab, sheet.y, entry.lines, RIGHT - tab)
        sheet.y += height


def each(lay_out: layouts.Layout, heading: str = "") -> items.Items:
    """Lay each line of goods out as places; ``heading`` stands over each, with its number."""

    def print_goods(sheet: Sheet, rows: items.Rows) -> None:
        for number, row in enumerate(rows, start=1):
            sheet.room(items.WHOLE)
            if heading:
                sheet.value(LEFT, sheet.y, (f"{heading} {number}",), RIGHT)
                sheet.y += sheet.style.size * 1.25 + 3
            lay_out(sheet, row)
            sheet.y += 8

    return print_goods


PLAINLY: Dress = lambda number, words, other: f"{number} {words}".strip()  # noqa: E731
SEEN_DRESS: dict[str, Dress] = {
    "plain": PLAINLY,
    "dot": lambda number, words, other: f"{number}. {words}" if number else words,
    "capitals": lambda number, words, other: f"{number} {words.upper()}".strip(),
    "two languages": lambda number, words, other: f"{number} {words} / {other}".strip(),
    "number behind": lambda number, words, other: f"{words} [{number}]" if number else words,
}
HELD_DRESS: dict[str, Dress] = {
    "bracket": lambda number, words, other: f"{number}) {words}" if number else words,
    "box word": lambda number, words, other: f"Box {number}: {words}" if number else words,
    "behind in brackets": lambda number, words, other: f"{words} (Box {number})" if number else words,
    "other capitals": lambda number, words, other: f"{number}. {words.upper()}/{other}" if number else words.upper(),
    "square": lambda number, words, other: f"[{number}] {words}" if number else words,
}


FRESH_DRESS: dict[str, Dress] = {
    "tabbed": lambda number, words, other: f"{number}\t{words}",
    "field word": lambda number, words, other: f"Field {number}\t{words}" if number else words,
    "round": lambda number, words, other: f"({number})\t{words}" if number else words,
    "two capitals": lambda number, words, other: f"{number}\t{words.upper()} / {other.upper()}",
}


@dataclass(frozen=True, slots=True)
class Further:
    """A look with its ways to write labels."""

    look: Look
    dresses: dict[str, Dress]


LOOKS = {
    "dressed": Further(
        Look("dressed", {"ladder": ladder, "indented": indented, "cards": cards},
             {"loose_table": items.loose_table, "table": items.table},
             {"ladder": each(ladder), "cards": each(cards, "Item"), "indented": each(indented)}, PLAIN, "any"),
        SEEN_DRESS,
    ),
    "dressed_held": Further(
        Look("dressed held", {"two_ways": two_ways, "flush_right": flush_right, "comb": comb},
             {"headed_table": items.headed_table, "tight_table": items.tight_table},
             {"flush_right": each(flush_right), "comb": each(comb), "two_ways": each(two_ways, "#")},
             "DejaVuSerif", "any"),
        HELD_DRESS,
    ),
    "fresh": Further(
        Look("fresh", {"three_columns": three_columns, "angles": angles, "stamped": stamped},
             {"columns": items.columns, "centred_table": items.centred_table},
             {"three_columns": each(three_columns), "angles": each(angles), "stamped": each(stamped)},
             "STIXGeneral", "any"),
        FRESH_DRESS,
    ),
}  # fmt: skip


def draw(name: str, seed: int, *, looks: str) -> Drawn:
    """Draw one paper in a further look."""
    further = LOOKS[looks]
    rng = Random(f"{name} {seed} {further.look.salt}")
    made = plan(rng, kind(name), further.look)
    one_language = len(made.kind.languages) == 1
    dress = rng.choice([one for one in further.dresses if not (one_language and one.startswith("two"))])
    made = replace(made, labels=labels(rng, made, further.dresses[dress]), numbered=False)
    sheet = Sheet(layouts.style(rng, made.language, made.head == "comb", further.look.font))
    records = print_paper(sheet, made, rng)
    return Drawn(sheet.paper.finish(), records, f"{made.name} {dress}")


def labels(rng: Random, made: Plan, dress: Dress) -> dict[str, str]:
    """Write the labels of a paper."""
    of = made.kind
    numbered = made.numbered or rng.random() < 0.5
    second = rng.choice([one for one in of.languages if one != made.language] or [made.language])
    return {
        name: dress(of.box(name).rstrip(".") if numbered else "", words, worded(rng, of.labels[name][second], "any"))
        for name, words in made.labels.items()
    }
