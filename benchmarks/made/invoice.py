"""Draw an invoice: who, when and how much are facts, where and under which words is drawn by the seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from reportlab.pdfbase.pdfmetrics import stringWidth

from benchmarks.made import facts
from benchmarks.made.facts import Party, Truth, Words
from corpus_samples.generate.page import BOLD, PLAIN, Paper

LEFT, RIGHT = 42, 553


@dataclass(slots=True)
class Invoice:
    """An invoice under construction; ``y`` is where the next thing is printed."""

    random: Random
    said: Words
    seller: Party
    buyer: Party
    language: str
    number: str
    issue: date
    pattern: str
    currency: str
    paper: Paper = field(default_factory=lambda: Paper(notice=False))
    truth: Truth = field(default_factory=Truth)
    y: float = 50
    size: float = 9

    def pick(self, key: str) -> str:
        """Choose one of the language's words for a thing."""
        return str(self.random.choice(self.said[key]))

    def day(self, value: date, *, must: bool = True) -> str:
        """Print a day and note it as true."""
        self.truth.add("date", value.isoformat(), must=must)
        return facts.printed_day(value, self.pattern, self.said["months"])

    def sum(self, value: Decimal, *, must: bool = True, places: int = 2) -> str:
        """Print a sum in the language's way and note it as true."""
        self.truth.add("amount", format(value, "f"), must=must)
        return self.figure(value, places)

    def figure(self, value: Decimal, places: int) -> str:
        """Print a number in the language's way."""
        mark = self.thousands
        return f"{value:,.{places}f}".translate({ord(","): mark, ord("."): self.said["decimal"]})

    @property
    def thousands(self) -> str:
        """The mark between thousands, one throughout a paper."""
        return str(Random(self.number).choice(self.said["thousands"]))

    def name(self, party: Party) -> tuple[str, ...]:
        """Give the lines of a name, which is true from here on."""
        before = (party.before,) if party.before else ()
        self.truth.add("company", party.name)
        return (*before, *party.lines)

    def write(self, x: float, lines: Sequence[str], *, size: float = 0, font: str = PLAIN) -> float:
        """Print lines from the current height on; give the height below them, without moving there."""
        size = size or self.size
        for number, line in enumerate(lines):
            self.paper.text(x, self.y + number * size * 1.3, line, size, font)
        return self.y + len(lines) * size * 1.3

    def right(self, x: float, y: float, text: str, font: str = PLAIN) -> None:
        """Print a text that ends at x."""
        self.paper.text(x - stringWidth(text, font, self.size), y, text, self.size, font)


def invoice(seed: int, language: str) -> tuple[bytes, Truth]:
    """Draw the invoice of a seed."""
    random = Random(f"{language} {seed}")
    said = facts.words("words")[language]
    made = Invoice(
        random, said, facts.party(random, language), facts.party(random, language, person=0.15), language,
        random.choice(("RE-{}", "{}", "INV/2022/{}", "A{}-22")).format(random.randint(1000, 99999)),
        facts.day(random), random.choice(said["days"]), random.choice(said["currency"]), size=random.choice((8, 9, 10)),
    )  # fmt: skip
    random.choice((_letter, _letter, _side_by_side, _inline, _window))(made)
    _items(made)
    _footer(made)
    return made.paper.finish(), made.truth


def _letter(made: Invoice) -> None:
    """Letterhead, then the buyer's block with a label, then the title."""
    x = made.random.choice((LEFT, 330))
    made.y = made.write(x, made.name(made.seller), size=made.random.choice((11, 15)), font=BOLD)
    made.y = made.write(x, (*made.seller.address, *_contact(made))) + 20
    label = made.pick("buyer") + made.random.choice((":", ""))
    below = made.write(LEFT, (label, *made.name(made.buyer), *made.buyer.address))
    if made.random.random() < 0.4:
        other = facts.party(made.random, made.language)
        made.write(300, (made.pick("delivery_to") + ":", *made.name(other), *other.address))
    made.y = below + 24
    _title(made)
    _info(made)


def _side_by_side(made: Invoice) -> None:
    """Title on top, the parties beside each other under their labels, ruled or not."""
    _title(made)
    colon = made.random.choice((":", ""))
    seller = (made.pick("seller") + colon, *made.name(made.seller), *made.seller.address, *_numbers(made, 1))
    buyer = (made.pick("buyer") + colon, *made.name(made.buyer), *made.buyer.address, *_numbers(made, 1))
    top = made.y
    blocks = [(LEFT, seller), (300, buyer)]
    made.y = max(made.write(x, block) for x, block in blocks) + 20
    if made.random.random() < 0.3:
        made.paper.box(LEFT - 4, top - 12, 250, made.y - top)
        made.paper.box(296, top - 12, 257, made.y - top)
    _info(made)


def _inline(made: Invoice) -> None:
    """Labels and values on one line each: “Buyer: name, street, town”."""
    _title(made)
    x = made.random.choice((0, 150))
    for key, party in (("seller", made.seller), ("buyer", made.buyer)):
        printed = ", ".join((" ".join(made.name(party)), *party.address))
        label = made.pick(key) + ":"
        if x:
            made.write(x, (printed,))
        made.y = made.write(LEFT, (label if x else f"{label} {printed}",)) + 4
    made.y += 10
    _info(made)


def _window(made: Invoice) -> None:
    """A letter for a window envelope: the sender in small type above the addressee, the rest in the footer."""
    sender = made.random.choice((" · ", ", ", " - ")).join((made.seller.name, *made.seller.address))
    made.truth.add("company", made.seller.name)
    made.y = made.write(LEFT, (sender,), size=6) + 6
    below = made.write(LEFT, (*made.name(made.buyer), *made.buyer.address))
    _info(made, x=360)
    made.y = max(made.y, below) + 30
    _title(made)


def _title(made: Invoice) -> None:
    text = made.pick("titles")
    day = made.day(made.issue) if "{issue}" in text else ""
    x = made.random.choice((LEFT, LEFT, 330))
    text = text.format(number=made.number, issue=day).removesuffix("..")
    made.y = made.write(x, (text,), size=made.random.choice((12, 16)), font=BOLD) + 14


def _contact(made: Invoice) -> tuple[str, ...]:
    domain = made.seller.domain
    told = (facts.digits(made.random, made.pick("phone")), f"info@{domain}", f"www.{domain}", made.said["country"])
    return tuple(made.random.sample(told, made.random.randint(0, 3)))


def _numbers(made: Invoice, most: int) -> tuple[str, ...]:
    told = [facts.digits(made.random, text) for text in (*made.said["tax_id"], *made.said["register"])]
    return tuple(made.random.sample(told, made.random.randint(0, most)))


def _info(made: Invoice, x: float = LEFT) -> None:
    """The numbers and days of the paper at their labels, in one of three arrangements."""
    due, delivered = facts.later(made.random, made.issue), facts.later(made.random, made.issue)
    pairs = [(made.pick("number"), made.number), (made.pick("issue"), made.day(made.issue))]
    chosen = made.random.sample(("due", "delivered", "ordered", "customer_number"), made.random.randint(0, 3))
    printed: dict[str, Callable[[], str]] = {
        "due": lambda: made.day(due),
        "delivered": lambda: made.day(delivered),
        "ordered": lambda: made.day(facts.later(made.random, date(2014, 3, 5)), must=False),
        "customer_number": lambda: str(made.random.randint(1000, 99999)),
    }
    pairs += [(made.pick(key), printed[key]()) for key in chosen]
    made.random.choice((_listed, _columned, _across if x == LEFT else _listed))(made, pairs, x)


def _listed(made: Invoice, pairs: Sequence[tuple[str, str]], x: float) -> None:
    made.y = made.write(x, [f"{label}: {value}" for label, value in pairs]) + 12


def _columned(made: Invoice, pairs: Sequence[tuple[str, str]], x: float) -> None:
    colon = made.random.choice((":", ""))
    made.write(x + 110, [value for _, value in pairs])
    made.y = made.write(x, [label + colon for label, _ in pairs]) + 12


def _across(made: Invoice, pairs: Sequence[tuple[str, str]], x: float) -> None:
    step = (RIGHT - x) / len(pairs)
    for at, (label, value) in enumerate(pairs):
        made.write(x + at * step, (label, value), size=7)
    made.y += 34


def _items(made: Invoice) -> None:
    """The table of goods and the sums under it."""
    headers = list(made.random.choice(made.said["columns"]))
    if made.random.random() < 0.3:
        headers[-1] += f" {made.currency}"
    edges = (LEFT, 95, 270, 335, 430, RIGHT)
    ruled = made.random.random() < 0.5
    _row(made, edges, headers, ruled)
    net = Decimal(0)
    for at in range(made.random.randint(1, 5)):
        price = Decimal(made.random.randint(50, 99999)) / 100
        count = made.random.randint(1, 40)
        net += price * count
        _row(made, edges, _item(made, at, price, count), ruled)
    _sums(made, net)


def _item(made: Invoice, at: int, price: Decimal, count: int) -> list[str]:
    places = made.random.choice((2, 2, 4))
    quantity = made.random.choice((str(count), made.figure(Decimal(count), 2), f"{count} {made.pick('units')}"))
    number = made.random.choice((str(at + 1), str(made.random.randint(10000, 999999))))
    return [number, made.pick("goods"), quantity, made.sum(price, must=False, places=places), made.sum(price * count)]


def _row(made: Invoice, edges: Sequence[float], cells: Sequence[str], ruled: bool) -> None:
    for at, (left, right, text) in enumerate(zip(edges, edges[1:], cells, strict=False)):
        if at < 2:
            made.paper.text(left + 3, made.y, text, made.size)
        else:
            made.right(right - 3, made.y, text)
        if ruled:
            made.paper.box(left, made.y - made.size - 2, right - left, made.size + 6)
    made.y += made.size + 6


def _sums(made: Invoice, net: Decimal) -> None:
    tax = (net * made.said["vat"] / 100).quantize(Decimal("0.01"))
    money = made.random.choice(("{}", "{} " + made.currency, made.currency + " {}"))
    made.y += 10
    x = made.random.choice((LEFT, 300))
    for key, value in (("net", net), ("tax", tax), ("gross", net + tax)):
        label = made.pick(key).format(vat=made.said["vat"]) + made.random.choice(("", ":"))
        made.paper.text(x, made.y, label, made.size)
        made.right(RIGHT - 3, made.y, money.format(made.sum(value)))
        made.y += made.size + 5


def _footer(made: Invoice) -> None:
    """Terms, bank and register: true names and days, but also numbers that are neither sums nor days."""
    due = facts.later(made.random, made.issue)
    made.y += 20
    text = made.pick("pay")
    made.y = made.write(LEFT, (text.format(due=made.day(due)) if "{due}" in text else text, made.pick("hello")))
    bank = made.pick("bank")
    made.truth.add("company", bank, must=False)
    line = facts.digits(made.random, made.pick("bank_line").format(bank=bank, d5="{d5}", d9="{d9}"))
    numbers = " · ".join(_numbers(made, 3))
    if "capital de 10 000 euros" in numbers:
        made.truth.add("amount", "10000", must=False)
    made.truth.add("company", made.seller.name)
    made.y = 780
    made.write(LEFT, (line, f"{made.seller.name} · {numbers}" if numbers else made.seller.name), size=7)
