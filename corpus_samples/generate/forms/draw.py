"""Draw one paper of a kind, or several kinds in one file, with what is true of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from corpus_samples.generate.forms import items, layouts
from corpus_samples.generate.forms.deal import Deal, deal
from corpus_samples.generate.forms.kind import Kind, Wording, kind
from corpus_samples.generate.forms.layouts import Entry, Sheet
from corpus_samples.generate.forms.slots import Facts, slot, spelling
from corpus_samples.generate.page import PLAIN

Record = dict[str, Any]
WIDEST = 9
"""No page has room for a table of more columns."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file, the records that must be read from it, and how it was laid out (for telling which layout fails)."""

    data: bytes
    records: Sequence[Record]
    layout: str


@dataclass(frozen=True, slots=True)
class Look:
    """A set of ways to lay a paper out. ``salt``: what its drawings are seeded with; ``wording``: words it may use."""

    salt: str
    heads: dict[str, layouts.Layout]
    items: dict[str, items.Items]
    boxed: dict[str, items.Items]
    font: str
    wording: Wording


LOOKS = {
    "seen": Look("False", layouts.SEEN, items.SEEN, items.BOXED_SEEN, PLAIN, "first"),
    "held_out": Look("True", layouts.HELD_OUT, items.HELD_OUT, items.BOXED_HELD_OUT, "DejaVuSerif", "last"),
    "third": Look("unseen", layouts.THIRD, items.THIRD, items.BOXED_THIRD, "STIXGeneral", "any"),
    "unseen": Look("fourth", layouts.UNSEEN, items.UNSEEN, items.BOXED_UNSEEN, "DejaVuSansMono", "any"),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The choices of one paper, drawn apart from one another."""

    kind: Kind
    language: str
    head: str
    items: str
    numbered: bool
    look: Look
    labels: Mapping[str, str]
    facts: Facts

    @property
    def name(self) -> str:
        return f"{self.kind.name} {self.language} {self.head}/{self.items}{' numbered' if self.numbered else ''}"


def draw(name: str, seed: int, *, looks: str = "seen") -> Drawn:
    """Draw one paper."""
    look = LOOKS[looks]
    rng = Random(f"{name} {seed} {look.salt}")
    made = plan(rng, kind(name), look)
    sheet = Sheet(layouts.style(rng, made.language, made.head in layouts.SMALL, look.font))
    records = print_paper(sheet, made, rng)
    return Drawn(sheet.paper.finish(), records, made.name)


def draw_bundle(names: Sequence[str], seed: int, *, looks: str = "seen") -> Drawn:
    """Draw papers of several kinds behind one another in one file."""
    look = LOOKS[looks]
    rng = Random(f"bundle {seed} {look.salt}")
    sheet: Sheet | None = None
    records: list[Record] = []
    told = []
    for name in names:
        made = plan(rng, kind(name), look)
        style = layouts.style(rng, made.language, made.head in layouts.SMALL, look.font)
        if sheet is None:
            sheet = Sheet(style)
        else:
            sheet.style = style
            sheet.turn()
        records += print_paper(sheet, made, rng)
        told.append(made.name)
    assert sheet is not None, "a bundle has papers"
    return Drawn(sheet.paper.finish(), records, "; ".join(told))


def plan(rng: Random, of: Kind, look: Look) -> Plan:
    """Choose language, words, layouts and facts."""
    language = rng.choice(of.languages)
    if of.boxed:
        goods = dict(look.boxed)
        if len(of.items) > WIDEST:
            goods = {name: layout for name, layout in goods.items() if not name.endswith("table")}
    else:
        goods = {name: layout for name, layout in look.items.items() if not of.tabled or name.endswith("table")}
    slots = (*of.head, *of.items, *of.tail)
    labels = {name: of.label(rng, name, language, look.wording) for name in slots}
    facts = Facts(
        deal(rng, of.home, of.direction, language, of.most), language, spelling(rng), codes=rng.random() < 0.5
    )
    boxed = any(of.box(name) for name in slots)
    return Plan(
        of, language, rng.choice(list(look.heads)), rng.choice(list(goods)), boxed and rng.random() < 0.8, look,
        labels, facts,
    )  # fmt: skip


def print_paper(sheet: Sheet, made: Plan, rng: Random) -> list[Record]:
    """Print title, head, goods and tail; give what is true."""
    lay_out = made.look.heads[made.head]
    title = made.kind.title(rng, made.language, made.look.wording)
    room = sheet.paper.width - stringWidth(title, sheet.style.font, 13)
    sheet.paper.text(min(rng.choice((36, 180)), room), sheet.y + 6, title, 13, sheet.style.font)
    sheet.y += 18
    head, told = places(made, made.kind.head)
    lay_out(sheet, head)
    sheet.y += 4
    rows, lines = goods(made)
    if rows:
        print_goods(sheet, made, rows)
        sheet.y += 6
    tail, more = places(made, made.kind.tail)
    lay_out(sheet, tail)
    return [{"record": made.kind.record} | told | more | line for line in lines or [{}]]


def print_goods(sheet: Sheet, made: Plan, rows: Sequence[Sequence[Entry]]) -> None:
    (made.look.items | made.look.boxed)[made.items](sheet, rows)


def places(made: Plan, names: Sequence[str]) -> tuple[list[Entry], Record]:
    """Fill the places of the head."""
    told: Record = {}
    entries = []
    for name in names:
        filled = slot(name, made.facts)
        told |= {field: value for field, value in filled.truth.items() if field}
        entries.append(Entry(number(made, name), made.labels[name], filled.lines))
    return entries, told


def goods(made: Plan) -> tuple[list[list[Entry]], list[Record]]:
    """Fill the places of each line of goods."""
    rows, told = [], []
    deal_: Deal = made.facts.deal
    for line in deal_.lines if made.kind.items else ():
        facts = replace(made.facts, line=line)
        filled = [(name, slot(name, facts)) for name in made.kind.items]
        rows.append([Entry(number(made, name), made.labels[name], one.lines) for name, one in filled])
        told.append({field: value for _, one in filled for field, value in one.truth.items() if field})
    return rows, told


def number(made: Plan, name: str) -> str:
    return made.kind.box(name) if made.numbered else ""
