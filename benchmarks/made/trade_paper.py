"""Draw trade papers with exact truth: what each value is, in which role, and where it stands.

Invoices, proformas, packing lists, specifications to contracts and delivery notes. A look is a half of the wording and
of the layouts; the second is for measuring what was made while looking at the first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth

from benchmarks.made import facts
from benchmarks.made.facts import Words
from corpus_samples.generate.page import BOLD, PLAIN, Paper

KINDS = ("invoice", "proforma", "packing", "specification", "delivery")
_PRICED = ("invoice", "proforma", "specification")
_CENT = Decimal("0.01")
_LEFT, _RIGHT, _BOTTOM = 40, 555, 790
_CODES = ("841370", "902620", "401693", "850131", "848340", "853670", "940542", "731815")
_LATIN = ("de", "fr", "en", "es")


@dataclass(frozen=True, slots=True)
class Fact:
    """One printed value. ``role`` "" for what has none to tell; ``x``, ``y``: a point of its print on ``page``."""

    kind: str
    value: str
    role: str
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Item:
    """One line of goods."""

    goods: str
    code: str
    quantity: int
    unit: str
    price: Decimal
    origin: str
    net: Decimal
    gross: Decimal

    @property
    def sum(self) -> Decimal:
        """Give quantity times price."""
        return self.quantity * self.price


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the items: its heading, its share of the width, whether figures end at its right."""

    key: str
    heading: str
    share: float

    @property
    def to_right(self) -> bool:
        """Tell figures from words."""
        return self.key in ("quantity", "price", "sum", "netweight", "grossweight")


@dataclass(slots=True)
class Trade:
    """A paper under construction; ``y`` is where the next line is printed."""

    random: Random
    said: Words
    language: str
    look: int
    kind: str
    paper: Paper = field(default_factory=lambda: Paper(notice=False))
    facts: list[Fact] = field(default_factory=list)
    y: float = 50
    page: int = 1
    size: float = 8.5
    currency: str = ""

    @property
    def fonts(self) -> tuple[str, str]:
        """Give the plain and the bold letters of this paper."""
        if self.language == "zh":
            registerFont(UnicodeCIDFont("STSong-Light"))
            return "STSong-Light", "STSong-Light"
        if self.language not in _LATIN:
            return PLAIN, BOLD
        return (("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"))[self.look]

    def pick(self, key: str, **filled: object) -> str:
        """Choose one of the words of this look."""
        return str(self.random.choice(self.said[key][self.look :: 2])).format(currency=self.currency, **filled)

    def text(
        self, x: float, words: str, *, bold: bool = False, size: float = 0, right: bool = False
    ) -> tuple[float, float]:
        """Print words on the current line; give a point in their first letter."""
        size, font = size or self.size, self.fonts[bold]
        x -= stringWidth(words, font, size) if right else 0
        self.paper.text(x, self.y, words, size, font)
        return x + 1, self.y - size / 3

    def fact(self, kind: str, value: object, role: str, at: tuple[float, float]) -> None:
        """Note what was printed at a point."""
        self.facts.append(Fact(kind, str(value), role, self.page, *at))

    def figure(self, value: Decimal | int) -> str:
        """Print a number as the language does."""
        places = 0 if isinstance(value, int) else 2
        group, mark = self.said["number"]
        return f"{value:,.{places}f}".translate({ord(","): group, ord("."): mark})

    def room(self, height: float) -> bool:
        """Begin a new page where the rest of this one is too short; tell whether one was begun."""
        if self.y + height < _BOTTOM:
            return False
        self.paper.canvas.showPage()
        self.page, self.y = self.page + 1, 50
        return True


def trade_paper(seed: int, language: str, look: int = 0) -> tuple[bytes, list[Fact]]:
    """Draw the paper of a seed; the kinds follow one another."""
    random = Random(f"trade {language} {seed} {look}")
    said = facts.words("trade")[language]
    made = Trade(random, said, language, look, KINDS[seed % len(KINDS)])
    made.currency = said["currency"][look]
    seller, buyer = random.sample(said["firms"][look::2], 2)
    number, day = f"{random.randint(10, 999)}/{random.randint(15, 25)}", facts.day(random)
    if made.kind == "specification":
        _preamble(made, seller, buyer, number, day)
    else:
        _HEADS[look][random.randrange(len(_HEADS[look]))](made, seller, buyer, number, day)
    items = [_item(made) for _ in range(random.choice((2, 3, 5, 38)))]
    _table(made, items)
    if made.kind in _PRICED:
        _totals(made, sum((item.sum for item in items), Decimal(0)))
    return made.paper.finish(), made.facts


def _item(made: Trade) -> Item:
    net = Decimal(made.random.randint(20, 9000)) / 10
    return Item(
        made.pick("goods"), made.random.choice(_CODES), made.random.randint(2, 400), made.pick("unit"),
        Decimal(made.random.randint(150, 90000)) / 100, made.pick("origin"), net.quantize(_CENT),
        (net * Decimal("1.08")).quantize(_CENT),
    )  # fmt: skip


def _title(made: Trade, number: str, x: float = _LEFT) -> None:
    made.text(x, made.pick(made.kind, n=number), bold=True, size=13)
    made.y += 24


def _dated(made: Trade, day: date, x: float = _LEFT, between: str = ": ") -> None:
    label = made.pick("date") + between
    made.text(x, label)
    width = stringWidth(label, made.fonts[0], made.size)
    at = made.text(x + width, day.strftime(made.random.choice(made.said["day"][made.look :: 2])))
    made.fact("date", day.isoformat(), "issue", at)
    made.y += 20


def _party(made: Trade, role: str, name: str, x: float, *, label: str = "", labelled: bool = True) -> None:
    """Print a party's block: its label above it, or none in a letterhead."""
    if labelled:
        made.text(x, label or made.pick(role) + made.random.choice((":", "")), bold=made.look == 1)
        made.y += 12
    made.fact("company", name, role, made.text(x, name, bold=not labelled, size=0 if labelled else 12))
    made.y += 12
    made.text(x, made.pick("towns"))
    made.y += 12


def _beside(made: Trade, seller: str, buyer: str, number: str, day: date) -> None:
    """Print title and day, then the parties beside each other."""
    _title(made, number)
    _dated(made, day)
    top = made.y
    _party(made, "seller", seller, _LEFT)
    below, made.y = made.y, top
    _party(made, "buyer", buyer, 310)
    made.y = below + 18


def _letter(made: Trade, seller: str, buyer: str, number: str, day: date) -> None:
    """Print a letterhead of two columns, the buyer under his label, then the title."""
    top = made.y
    _party(made, "seller", seller, _LEFT, labelled=False)
    below, made.y = made.y, top
    for line in ("Tel. +00 555 01 14", "office@mail.example"):
        made.text(430, line, size=7)
        made.y += 10
    made.y = below + 12
    _party(made, "buyer", buyer, _LEFT)
    made.y += 12
    _title(made, number)
    _dated(made, day)


def _lines(made: Trade, seller: str, buyer: str, number: str, day: date) -> None:
    """Print label and value on one line each."""
    _title(made, number, 200)
    _dated(made, day)
    for role, name in (("seller", seller), ("buyer", buyer)):
        made.text(_LEFT, made.pick(role) + ":")
        made.fact("company", name, role, made.text(150, name))
        made.y += 12
        made.text(150, made.pick("towns"))
        made.y += 15
    made.y += 10


def _boxed(made: Trade, seller: str, buyer: str, number: str, day: date) -> None:
    """Print the parties in ruled boxes, one above the other, number and day beside them."""
    top = made.y
    made.y += 12
    for role, name in (("seller", seller), ("buyer", buyer)):
        made.paper.box(_LEFT, made.y - 12, 280, 46)
        _party(made, role, name, _LEFT + 4, label=made.pick(role))
        made.y += 10
    below, made.y = made.y, top + 14
    _title(made, number, 335)
    _dated(made, day, 335)
    made.y = below + 16


_Head = Callable[[Trade, str, str, str, date], None]
_HEADS: Sequence[Sequence[_Head]] = ((_beside, _letter), (_lines, _boxed))


def _preamble(made: Trade, seller: str, buyer: str, number: str, day: date) -> None:
    """Name the parties in the sentence a specification begins with."""
    _title(made, number)
    _dated(made, day)
    sentence = made.random.choice(made.said["preamble"][made.look :: 2])
    _flow(made, sentence, {"{seller}": ("seller", seller), "{buyer}": ("buyer", buyer)})
    made.y += 20


def _flow(made: Trade, sentence: str, named: dict[str, tuple[str, str]]) -> None:
    """Print a sentence over as many lines as it needs; a name stays on one line."""
    x = float(_LEFT)
    for key in named:
        sentence = sentence.replace(key, f"\n{key}\n")
    for piece in filter(None, sentence.split("\n")):
        role, name = named.get(piece, ("", ""))
        for word in [name] if name else piece.replace(" ", " \n").split("\n"):
            width = stringWidth(word, made.fonts[0], made.size)
            if x + width > _RIGHT:
                x, made.y = float(_LEFT), made.y + 12
            at = made.text(x, word)
            if name:
                made.fact("company", name, role, at)
            x += width


_SETS = {
    "invoice": (
        ("item", "description", "code", "quantity", "unitcolumn", "price", "sum"),
        ("description", "quantity", "price", "sum"),
    ),
    "proforma": (
        ("description", "code", "country", "quantity", "price", "sum"),
        ("item", "code", "description", "quantity", "unitcolumn", "price", "sum"),
    ),
    "packing": (
        ("item", "description", "code", "quantity", "netweight", "grossweight"),
        ("code", "description", "quantity", "unitcolumn", "netweight", "grossweight"),
    ),
    "specification": (
        ("item", "description", "quantity", "unitcolumn", "price", "sum"),
        ("item", "description", "code", "country", "quantity", "price", "sum"),
    ),
    "delivery": (
        ("item", "description", "quantity", "unitcolumn", "netweight"),
        ("code", "description", "quantity", "unitcolumn"),
    ),
}
_SHARES = {"item": 0.7, "description": 2.6, "code": 1.3, "country": 1.5, "unitcolumn": 0.9, "quantity": 0.9}


def _table(made: Trade, items: Sequence[Item]) -> None:
    """Print the items: ruled, under a single rule, or without any; headings come again on each page, or not."""
    keys = _SETS[made.kind][made.look]
    total = sum(_SHARES.get(key, 1.4) for key in keys)
    columns = [Column(key, made.pick(key), _SHARES.get(key, 1.4) / total) for key in keys]
    rules = made.random.choice(("all", "head", "none"))
    again = made.random.random() < 0.6
    _headings(made, columns, rules)
    for at, item in enumerate(items, start=1):
        if made.room(20) and again:
            _headings(made, columns, rules)
        _row(made, columns, rules, at, item)


def _headings(made: Trade, columns: Sequence[Column], rules: str) -> None:
    for column, left, right in _edges(columns):
        made.text(right - 3 if column.to_right else left + 3, column.heading, bold=True, size=7, right=column.to_right)
    _rule(made, columns, rules)
    if rules == "head":
        made.paper.line(_LEFT, made.y - 9, _RIGHT, made.y - 9)


def _row(made: Trade, columns: Sequence[Column], rules: str, at: int, item: Item) -> None:
    printed = {
        "item": str(at), "description": item.goods, "code": item.code, "quantity": made.figure(item.quantity),
        "unitcolumn": item.unit, "price": made.figure(item.price), "sum": made.figure(item.sum), "country": item.origin,
        "netweight": made.figure(item.net), "grossweight": made.figure(item.gross),
    }  # fmt: skip
    told = {"code": ("hs_code", item.code), "price": ("amount", item.price), "sum": ("amount", item.sum),
            "quantity": ("quantity", item.quantity), "description": ("goods", item.goods)}  # fmt: skip
    for column, left, right in _edges(columns):
        place = made.text(right - 3 if column.to_right else left + 3, printed[column.key], right=column.to_right)
        if column.key in told:
            kind, value = told[column.key]
            made.fact(kind, value, {"sum": "item", "price": "price"}.get(column.key, ""), place)
    _rule(made, columns, rules)


def _rule(made: Trade, columns: Sequence[Column], rules: str) -> None:
    if rules == "all":
        for _, left, right in _edges(columns):
            made.paper.box(left, made.y - 10, right - left, 14)
    made.y += 14


def _edges(columns: Sequence[Column]) -> list[tuple[Column, float, float]]:
    edges, left = [], float(_LEFT)
    for column in columns:
        right = left + column.share * (_RIGHT - _LEFT)
        edges.append((column, left, right))
        left = right
    return edges


def _totals(made: Trade, net: Decimal) -> None:
    """Print subtotal, discount, one tax or two, and the total, with labels at the left or beside the sums."""
    made.room(100)
    made.y += 8
    x = made.random.choice(((_LEFT + 3, 330), (330, 360)))[made.look]
    rows = [("subtotal", "net", made.pick("subtotal"), net)]
    base = net
    if made.random.random() < 0.4:
        rate = made.random.choice((3, 5, 10))
        less = (net * rate / 100).quantize(_CENT, ROUND_HALF_UP)
        rows.append(("discount", "discount", made.pick("discount", rate=rate), -less))
        base -= less
    rates = made.said["rates"][: made.random.choice((1, 1, 2))]
    taxes = [(base / len(rates) * rate / 100).quantize(_CENT, ROUND_HALF_UP) for rate in rates]
    rows += [("tax", "tax", made.pick("tax", rate=rate), tax) for rate, tax in zip(rates, taxes, strict=True)]
    rows.append(("total", "total", made.pick("total"), base + sum(taxes)))
    for key, role, label, value in rows:
        made.text(x, label + made.random.choice(("", ":")), bold=key == "total")
        money = made.figure(value) + (f" {made.currency}" if key == "total" else "")
        made.fact("amount", value, role, made.text(_RIGHT - 3, money, right=True))
        made.y += 13
