"""The columns of sums on a commercial paper: where their headings stand, and what a sum under each of them is.

The word before a sum does not tell what it is where the sum stands in a table: in “100,00  1 pc  0 % VAT  119,00” the
last one is the sum of the line. Its heading tells, and what is headed beside it: under “Total” of a table of goods
stands the sum of an item, under “Total” of a table of taxes the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.fields.glyphs import lower
from extract.fields.label import Labels
from extract.layout.header import HeaderCell
from extract.model import Box, MentionKind, Word, shared_width, union
from extract.profiles import vocabulary
from extract.profiles.rule import folded_words
from extract.records.columns import understand
from extract.records.passage import height
from extract.records.roles import role_of
from extract.records.segments import Segment

ITEM = "item"
"""The role of the sum of one line of goods."""
OF_TOTALS = frozenset(("total", "net", "tax", "invoice_value"))
"""What stands in a row of totals as well as in a column."""
_ROLES = OF_TOTALS | {ITEM, "price", "discount", "surcharge", "freight", "insurance"} - {"invoice_value"}
_FEWEST = 3
"""So many pieces make a line of headings."""
_BESIDE = 3
"""In heights of a line: so far beside its heading a sum may stand."""
_TELLING = 3
_REMEMBERED = 4_096
"""Headings of so many wordings; what stands on papers has no end."""
_CLOSE = 0.9
"""In heights of a line: headings of several lines stand no farther from each other."""
_LABELS = Labels("amount_labels")
_RATE = re.compile(r"(?i)\b(?:rate|satz|\w+satz|taux|oran[ıi]|ставка|stawka|alícuota|tipo|税率)(?!\w)")
_AROUND_TAX = re.compile(
    r"(?i)\b(?:ohne|inkl\w*|einschl\w*|zzgl|excl\w*|incl\w*|without|with|before|after|plus|hors|sans|avec|sin|con|bez|z"
    r"|без|с|з|до|hariç|dahil|включая)\b|含|税前"
)
"""The tax beside such a word is not what stands in the column: “amount incl. VAT”."""
_QUALIFYING = frozenset(
    """net netto brutto gross ht ttc total amount sum sums value price unit tax vat tva ust mwst iva kdv ндс пдв ққс
    сумма сума цена ціна стоимость вартість всего всього итого prix preis betrag gesamt wert montant importe precio
    valor toplam tutar tutarı fiyat birim""".split()  # noqa: SIM905
)
"""Words that say more of the sum beside them, so that no column begins between the two."""
_ASIDE = re.compile(r"\([^)]*\)|[,/]\s*[A-Z]{3}\b|\b(?:EUR|USD|RUB|KZT|UAH|TRY|CNY|CHF|GBP)\b|[€$£₽₸₴]")


@dataclass(frozen=True, slots=True)
class Heading:
    """What heads one column. ``told``: the role its words alone tell, None for none, ``rate`` for shares."""

    text: str
    box: Box
    told: str | None


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of one table and where its body begins. ``of_goods``: each of its rows is an item."""

    headings: tuple[Heading, ...]
    bottom: float
    of_goods: bool

    def over(self, box: Box) -> Heading | None:
        """Give the heading over a box, or beside it if it is near."""
        nearest = self.nearest(box)
        return nearest if shared_width(nearest.box, box) > -_BESIDE * height(box) else None

    def nearest(self, box: Box) -> Heading:
        """Give the heading that shares most of the width of a box, else the nearest."""
        return max(self.headings, key=lambda heading: shared_width(heading.box, box))

    def role(self, heading: Heading) -> str | None:
        """Tell what a sum of a row is under a heading; “amount” says something of goods and beside taxes only."""
        told = ITEM if self._sums_items(heading) else heading.told
        if told == "total" and all(other.told != "tax" for other in self.headings):
            return None
        return told if told in _ROLES else None

    def _sums_items(self, heading: Heading) -> bool:
        """Tell the column of the sums of items; of two columns of prices it is the last: “Preis … Entgelt”."""
        if not self.of_goods or heading.told in OF_TOTALS - {"tax"}:
            return self.of_goods
        prices = [other for other in self.headings if other.told == "price"]
        summed = any(other.told in OF_TOTALS - {"tax"} for other in self.headings)
        return not summed and len(prices) > 1 and heading is max(prices, key=lambda other: other.box.x0)

    @property
    def telling(self) -> bool:
        """Tell whether the headings alone say that this is a table of sums: most of what such tables print is there."""
        return sum(heading.told is not None for heading in self.headings) >= _TELLING


Line = Sequence[Segment]


def tables(lines: Sequence[Line]) -> Iterator[tuple[Columns, Sequence[Line]]]:
    """Give each table of sums with the lines below its headings, down to the next headings."""
    found = [(start, end, columns) for start, end in _heads(lines) if (columns := _columns(lines[start:end]))]
    ends = [*(start for start, _, _ in found[1:]), len(lines)][: len(found)]
    for (_, start, columns), end in zip(found, ends, strict=True):
        yield columns, lines[start:end]


def _heads(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Give the runs of close lines without figures among which one has several pieces."""
    at = 0
    while at < len(lines):
        end = at + 1
        if _is_bare(lines[at]):
            while end < len(lines) and _is_bare(lines[end]) and _follows(lines[end - 1], lines[end]):
                end += 1
            wide = [n for n in range(at, end) if len(lines[n]) >= _FEWEST]
            if wide:
                yield _trimmed(lines, at, end, wide[0])
        at = end


def _trimmed(lines: Sequence[Line], start: int, end: int, wide: int) -> tuple[int, int]:
    """Leave out lines above the headings that are none: alone over nothing, or over two columns."""
    while start < wide and not _heads_columns(lines[start], lines[wide]):
        start += 1
    return start, end


def _heads_columns(above: Line, core: Line) -> bool:
    over = [sum(shared_width(piece.box, column.box) > 0 for column in core) for piece in above]
    return max(over) < 2 and (len(above) > 1 or over != [0])


def _is_bare(line: Line) -> bool:
    return not any(letter.isdigit() for piece in line for word in piece.words for letter in word.text)


def _follows(above: Line, below: Line) -> bool:
    return below[0].box.top - max(piece.box.bottom for piece in above) < _CLOSE * height(below[0].box)


def _columns(lines: Sequence[Line]) -> Columns | None:
    """Understand headings; None: nothing among them speaks of sums."""
    stacks: list[list[Segment]] = []
    for piece in sorted((piece for line in lines for piece in line), key=_width):
        over = [stack for stack in stacks if any(shared_width(one.box, piece.box) > 0 for one in stack)]
        for stack in over:
            stack.append(piece)
        if not over:
            stacks.append([piece])
    found = (heading for stack in stacks for heading in _headings(stack))
    headings = tuple(sorted(found, key=lambda heading: heading.box.x0))
    told = {heading.told for heading in headings}
    if not (told & {"total", "net", "tax", "price", "invoice_value"} or told >= {"goods", "count"}):
        return None
    bottom = max(piece.box.bottom for line in lines for piece in line)
    return Columns(headings, bottom, bool(told & {"count", "price", "goods"}))


def _headings(stack: Sequence[Segment]) -> Iterator[Heading]:
    """Give the heading of a column, or those of two whose words stand no farther apart than words do."""
    pieces = sorted(stack, key=lambda piece: piece.box.top)
    if len(pieces) == 1:
        for words in _parted(pieces[0].words):
            yield _heading([words])
        return
    yield _heading([piece.words for piece in pieces])


def _heading(rows: Sequence[Sequence[Word]]) -> Heading:
    box = union([word.box for words in rows for word in words])
    assert box is not None, "a heading has words"
    text = " ".join(map(_text, rows)).replace("- ", "")
    return Heading(text, box, told(text))


def _parted(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Part headings that share a piece where each of them is a label: “USt. %  Steuerbetrag”."""
    if not any(_exact(_text(words), known) for known in (_counts(), _goods())):
        for at in range(1, len(words)):
            left, right = _text(words[:at]), _text(words[at:])
            if told(left) and told(right) and not _qualifies(left) and not _qualifies(right) and left[-1] not in "-/(":
                yield words[:at]
                yield from _parted(words[at:])
                return
    yield words


def _qualifies(text: str) -> bool:
    """Tell words that only say more of the sum beside them: “Total HT”, “Preis netto”."""
    return bool(_AROUND_TAX.match(text)) or _QUALIFYING.issuperset(folded_words(text))


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


@lru_cache(maxsize=_REMEMBERED)
def told(text: str) -> str | None:
    """Tell what the words of a heading say of the sums below them.

    >>> told("Preis netto"), told("Gesamtpreis"), told("Сумма без НДС"), told("Сумма НДС"), told("USt. %")
    ('price', 'total', 'net', 'tax', 'rate')
    """
    if "%" in text:
        return "rate"
    roles = {label.role for label in _LABELS.find(lower(text))}
    if "tax" in roles and _RATE.search(text):
        return "rate"
    exact = _exact(text, _counts()) or ("tax" in roles and _with_tax(text, roles))
    if exact:
        return exact
    order = ("weight", "discount", "total", "price", "net", "invoice_value", "freight", "insurance")
    return next((role for role in order if role in roles), None) or _exact(text, _goods()) or _of_field(text)


_OF_FIELDS = {
    "goods_description": "goods",
    "hs_code": "goods",
    "quantity": "count",
    "packages": "count",
    "quantity_unit": "unit",
    "unit_price": "price",
    "invoice_value": "invoice_value",
}


def _of_field(text: str) -> str | None:
    """Ask what columns of sheets are called."""
    meaning = understand(0, [HeaderCell(0, 0, text)], ()).meaning
    return _OF_FIELDS.get(meaning.name) if meaning else None


def _with_tax(text: str, roles: set[str]) -> str:
    """Tell a column of taxes from one of prices or sums that speaks of the tax in or without them."""
    if not _AROUND_TAX.search(text):
        return "tax"
    return "price" if "price" in roles and "total" not in roles else "total"


def _exact(text: str, others: Mapping[tuple[str, ...], str]) -> str | None:
    """Look a heading up as it stands, without what stands in brackets and the currency behind a comma."""
    bare = _ASIDE.sub("", text).strip(" ,:")
    return (role_of(bare, MentionKind.AMOUNT) or others.get(folded_words(bare))) if bare else None


@cache
def _counts() -> Mapping[tuple[str, ...], str]:
    return {folded_words(label): "count" for label in vocabulary()["quantity"]["count"]}


@cache
def _goods() -> Mapping[tuple[str, ...], str]:
    words = vocabulary()
    return {folded_words(label): "goods" for label in (*words["nothing"]["column"], *words["hs_code"]["code"])}


def _width(piece: Segment) -> float:
    return piece.box.x1 - piece.box.x0
