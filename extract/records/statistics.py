"""Official statistics: headers stacked over periods, flows and measures, codes filled down, partners below.

Each column of figures is a series: its header cells say the period, the flow and what is measured; what they leave out
(unit, scale, period, reporting country) stands in the lines above. Flows may also stand as labels of lines, or head
the lines below them. Among commodity codes a line that only adds up others gives no record, so that nobody counts
twice; in a table without codes the world, a union and a continent are lines like any country, kept as they are printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from extract.fields import country, hs_code
from extract.fields.contract import FieldError
from extract.layout.header import Header, HeaderCell
from extract.layout.normal import normal
from extract.layout.shape import Shape, filled, shape
from extract.model import Batch, Cell, Column, Row, cell_text
from extract.records.columns import Heading, Path, currency_in, scale_in
from extract.records.left_out import LeftOut, is_total
from extract.records.rows import Numbered
from extract.records.statistics_partners import Partner, are_several, heads_lines, over
from extract.records.statistics_periods import Said, as_period, months, period_of
from extract.records.values import Decisions, Read, Value, decide, read_cell
from extract.records.vocabulary import statistics_words

_TONNES = re.compile(r"\bтонн|\bt\b|\btons?\b|\btonnes\b|\bт\b", re.IGNORECASE)
_CHAPTER = re.compile(r"0?[1-9]|[1-8]\d|9[0-79]")
_FIELD = {"value": "value", "quantity": "quantity", "weight": "net_weight_kg"}
_FLOWS = {"export", "import", "re-export"}
_LABELS = ("hs_code", "partner", "goods_description")
_KINDS = {"hs_code": "hs", "partner": "country", "flow": "direction", "period": "period"}


@dataclass(frozen=True, slots=True)
class Series:
    """One column of figures."""

    position: int
    measure: str
    kind: str
    flow: Said | None
    period: Said | None
    currency: Said | None
    decisions: Decisions
    is_named: bool = True
    partner: Partner | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """Name what the series tells: the figures of one period, flow and partner make one record."""
        return tuple(said.value if said else "" for said in (self.period, self.flow, self.partner))


@dataclass(slots=True)
class Current:
    """What is filled down: code and goods of the rows that follow, with their row; the flow and partner rows name."""

    row: int | None = None
    cells: dict[str, Cell] = field(default_factory=dict)
    flow: Said | None = None
    partner: Partner | None = None


@dataclass
class Layout:
    """Where a stacked table keeps its labels and its figures."""

    columns: tuple[Column, ...]
    labels: Mapping[str, int]
    series: Sequence[Series]
    reporter: Said | None
    first_column: int
    partners_below: bool
    flows_in_rows: bool = False
    partners_head: bool = False
    partner: Partner | None = None
    heading: Said | None = None
    current: Current = field(default_factory=Current)
    waiting: Numbered | None = None
    left_out: LeftOut = field(default_factory=LeftOut)

    @property
    def sources(self) -> dict[str, int]:
        """Give the column of each field: the first of the columns that hold it."""
        first = {_FIELD[s.measure]: s.position for s in reversed(self.series)}
        said = {name: where.cell.column for s in reversed(self.series) for name, where in _said_of(s) if where}
        reporter = {"reporter": self.reporter.cell.column} if self.reporter else {}
        return {**first, **said, **reporter, **self.labels}

    def batches(self, table: int, rows: Sequence[Numbered]) -> Iterator[Batch]:
        """Give a record for each line and each period and flow. No rows: give the line that was waited for."""
        lines = list(self._with_flows(rows) if self.flows_in_rows else self._lines(rows))
        if not lines:
            return
        for group in _groups(self.series):
            batch = self._batch(table, lines, group)
            if batch.rows:
                yield batch

    def begin_below(self, rows: Sequence[Numbered]) -> None:
        """Take the flow or the partner that heads the first lines from the rows right below the header."""
        for number, row in rows:
            self.heading = (self._flow(number, row) if self.flows_in_rows else None) or self.heading
            self.partner = (heads_lines(number, row, self.first_column) if self.partners_head else None) or self.partner

    def _with_flows(self, rows: Sequence[Numbered]) -> Iterator[tuple[Numbered, Current]]:
        """Give the lines of exports and imports, and those below such a heading; turnover and balance only count."""
        for number, row in rows:
            flow = self._flow(number, row)
            if flow and flow.value not in _FLOWS:
                self.left_out.add(number, "turnover and balance")
            elif flow and not self._figures(row):
                self.heading = flow
            elif flow or self.heading:
                yield (number, row), Current(flow=flow or self.heading)
            elif filled(row):
                self.left_out.add(number, "headings and groups")

    def _flow(self, number: int, row: Row) -> Said | None:
        """Tell a label that is nothing but a flow, with the cell."""
        for position in self.labels.values():
            text = cell_text(self._at(row, position)).strip()
            if value := _flow_words().get(normal(text)):
                return Said(value, HeaderCell(number, position, text))
        return None

    def _figures(self, row: Row) -> bool:
        return any(shape(self._at(row, s.position)) is not Shape.EMPTY for s in self.series)

    def _lines(self, rows: Sequence[Numbered]) -> Iterator[tuple[Numbered, Current]]:
        """Give the lines that count, each with what is filled down to it."""
        for number, row in rows or [(-1, ())]:
            code, partner = self._label(row, "hs_code"), self._label(row, "partner")
            below = bool(partner) and not code and "hs_code" in self.labels
            if self.waiting and not below:
                yield self.waiting, self.current
            if not below or number < 0:
                self.waiting = None
            if number < 0:
                continue
            if self.partners_head and self._is_heading(row):
                self._begin_partner(number, row)
                continue
            if "hs_code" in self.labels and is_total(self._first_label(row)):
                self.left_out.add(number, "totals")
                continue
            if below:
                self._sums_up(self.waiting)
                self.waiting = None
                yield (number, row), self.current
                continue
            cells = {name: self._cell(row, name) for name in ("hs_code", "goods_description")}
            self.current = Current(number, cells, partner=self.partner)
            if self.partners_below and code:
                self.waiting = (number, row)
            elif self._counts(row):
                yield (number, row), self.current
            elif filled(row):
                self.left_out.add(number, "headings and groups")

    def _is_heading(self, row: Row) -> bool:
        cells = filled(row)
        return len(cells) == 1 and shape(row[cells[0]]) is Shape.TEXT

    def _begin_partner(self, number: int, row: Row) -> None:
        """Take the partner of the lines below; under a heading that is no country nobody knows whose they are."""
        self.partner = heads_lines(number, row, self.first_column)
        if self.partner is None:
            self.left_out.add(number, "headings and groups")

    def _sums_up(self, line: Numbered | None) -> None:
        """Count a line that only adds up the partners below it."""
        if line:
            self.left_out.add(line[0], "totals")

    def _counts(self, row: Row) -> bool:
        """Tell a line of its own from a heading and from a group of countries."""
        if "hs_code" in self.labels:
            code = self._label(row, "hs_code")
            return _is_code(code) or bool(_CHAPTER.fullmatch(code))
        return bool(self._first_label(row))

    def _label(self, row: Row, name: str) -> str:
        return cell_text(self._cell(row, name)).strip()

    def _first_label(self, row: Row) -> str:
        texts = (self._label(row, name) for name in ("partner", "hs_code", "goods_description", "period"))
        return next((text for text in texts if text), "")

    def _cell(self, row: Row, name: str) -> Cell:
        return self._at(row, self.labels[name]) if name in self.labels else None

    def _at(self, row: Row, position: int) -> Cell:
        at = position - self.first_column
        return row[at] if at < len(row) else None

    def _batch(self, table: int, lines: Sequence[tuple[Numbered, Current]], series: Sequence[Series]) -> Batch:
        made = _Made()
        for (number, row), current in lines:
            figures = {s: read_cell(s.kind, self._at(row, s.position), s.decisions) for s in series}
            if all(read.value is None for read in figures.values()):
                continue
            made.begin(number)
            for one, read in figures.items():
                made.put(_FIELD[one.measure], read.value, read.raw, (number, one.position))
            self._put_labels(made, number, row, current)
            self._put_said(made, series, current)
        return made.batch(table)

    def _put_labels(self, made: _Made, number: int, row: Row, current: Current) -> None:
        for name, position in self.labels.items():
            if current.flow and current.flow.cell[:2] == (number, position):
                continue
            own = self._cell(row, name)
            filled_down = own is None and name in current.cells and current.row is not None
            cell = current.cells[name] if filled_down else own
            read = _read_label(name, cell)
            where = (current.row if filled_down and current.row else number, position)
            made.put(name, read.value, read.raw, where)
            made.put("total_of", _total_of(name, cell, read), cell_text(cell), where)

    def _put_said(self, made: _Made, series: Sequence[Series], current: Current) -> None:
        first = next((s for s in series if s.measure == "value"), series[0])
        partner = first.partner or current.partner
        said = dict(_said_of(first)) | {
            "flow": first.flow or current.flow,
            "partner": partner,
            "reporter": self.reporter,
        }
        for name, one in said.items():
            if one:
                made.put(name, one.value, one.cell.text, (one.cell.row, one.cell.column))
        if partner:
            made.put("total_of", partner.total_of, partner.cell.text, (partner.cell.row, partner.cell.column))


def _said_of(series: Series) -> tuple[tuple[str, Said | Partner | None], ...]:
    """Give what the header says of a column of figures, by field."""
    return (
        ("flow", series.flow),
        ("period", series.period),
        ("value_currency", series.currency),
        ("partner", series.partner),
    )


def _read_label(name: str, cell: Cell) -> Read:
    """Read a label; two digits are a chapter of the nomenclature."""
    text = cell_text(cell).strip()
    if name == "hs_code" and _CHAPTER.fullmatch(text):
        chapter = text.zfill(2)
        return Read(chapter, None if chapter == text else text)
    return read_cell(_KINDS.get(name, "text"), cell, Decisions())


def _total_of(label: str, cell: Cell, read: Read) -> str | None:
    """Say what a line adds up: partners, where its label is a group of countries; goods, where it is their total."""
    if label == "goods_description" and is_total(cell_text(cell)):
        return "goods"
    return dict(read.extra).get("total")


def _groups(series: Sequence[Series]) -> list[list[Series]]:
    """Put the figures of one period, flow and partner together: at most one value, one quantity, one weight."""
    groups: dict[tuple[str | int, ...], list[Series]] = {}
    seen: Counter[tuple[tuple[str, ...], str]] = Counter()
    for one in series:
        times = seen[one.key, one.measure]
        seen[one.key, one.measure] += 1
        groups.setdefault((*one.key, times), []).append(one)
    return list(groups.values())


class _Made:
    """A batch in the making, record by record."""

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.values: dict[str, list[Value]] = {}
        self.raw: dict[str, list[str | None]] = {}
        self.cells: dict[str, list[tuple[int, int] | None]] = {}

    def begin(self, row: int) -> None:
        """Begin the record of a row."""
        self.rows.append(row)

    def put(self, name: str, value: Value, raw: str | None, cell: tuple[int, int]) -> None:
        """Set a field of the record."""
        if value is None:
            return
        for column, one in ((self.values, value), (self.raw, raw), (self.cells, cell)):
            _padded(column, name, len(self.rows) - 1).append(one)

    def batch(self, table: int) -> Batch:
        """Give the batch."""
        for columns in (self.values, self.raw, self.cells):
            for name in columns:
                _padded(columns, name, len(self.rows))
        return Batch(table, "statistic", self.rows, self.values, self.raw, self.cells)


def _padded(columns: dict[str, list], name: str, length: int) -> list:  # type: ignore[type-arg]
    column = columns.setdefault(name, [])
    column.extend([None] * (length - len(column)))
    return column


def layout(
    header: Header,
    headings: Sequence[Heading],
    paths: Sequence[Path],
    sample: Sequence[Row],
    first_column: int,
    between: Sequence[Numbered] = (),
) -> Layout | None:
    """Recognise a stacked table by the flows, periods and measures in its header; None for a flat one.

    ``between``: the rows between the header and the first row of figures; one may head the lines below it.
    """
    if any(h.meaning and h.meaning.kind == "party" for h in headings):
        return None
    above = header.above
    labels = _labels(headings, sample, first_column)
    found = [_series(at + first_column, path, above, _column(sample, at)) for at, path in enumerate(paths)]
    series = [s for s in found if s and s.position not in labels.values()]
    series, labels = _with_partners(series, paths, labels, first_column), {**labels, **_periods(headings, series)}
    series = _named([s for s in series if s.position not in labels.values()])
    labelled = [*(row for _, row in between), *sample]
    in_rows = not any(s.flow for s in series) and _flows_in_rows(labels, labelled, first_column)
    heads = "partner" not in labels and "hs_code" in labels and _partners_head(labelled, first_column)
    flow = {} if any(s.flow for s in series) else _flow_column(headings)
    if not labels or not _is_statistics(series, above, is_listed=bool(flow), is_headed=heads):
        return None
    if not ("hs_code" in labels or any(s.flow for s in series) or in_rows or flow):
        return None
    series = _without_totals(series, paths, first_column)
    labels = {**labels, **flow}
    said = {s.position: s for s in series}
    columns = tuple(_described(h, labels, said.get(h.position)) for h in headings)
    below = _partners_below(labels, sample, first_column)
    made = Layout(columns, labels, series, _reporter(above), first_column, below, in_rows, heads)
    made.begin_below(between)
    return made


def _named(series: Sequence[Series]) -> list[Series]:
    """Leave out figures whose header says nothing of them where others' do: they count the lines, or are codes."""
    named = [s for s in series if s.is_named or s.partner]
    return named or list(series)


def _with_partners(
    series: Sequence[Series], paths: Sequence[Path], labels: Mapping[str, int], first_column: int
) -> list[Series]:
    """Name the partner of each column of figures, where several stand over them and no column of labels does."""
    partners = [over(paths[s.position - first_column]) for s in series]
    if "partner" in labels or not are_several(partners):
        return list(series)
    return [replace(s, partner=partner) for s, partner in zip(series, partners, strict=True)]


def _periods(headings: Sequence[Heading], series: Sequence[Series]) -> dict[str, int]:
    """Find the column of years or months, where the headers of the figures say none of their own."""
    said = [h.position for h in headings if h.meaning and h.meaning.name == "period"]
    return {"period": said[0]} if said and not any(s.period for s in series) else {}


def _partners_head(rows: Sequence[Row], first_column: int) -> bool:
    """Tell a table whose lines stand below the names of countries."""
    return are_several(heads_lines(0, row, first_column) for row in rows)


def _flow_column(headings: Sequence[Heading]) -> dict[str, int]:
    """Find the column that says the flow of each line, by word or by letter."""
    said = [heading.position for heading in headings if heading.meaning and heading.meaning.name == "direction"]
    return {"flow": said[0]} if said else {}


def _flows_in_rows(labels: Mapping[str, int], sample: Sequence[Row], first_column: int) -> bool:
    """Tell a table whose lines are exports and imports, or stand below such headings."""
    at = [position - first_column for position in labels.values()]
    texts = {normal(cell_text(row[i])) for row in sample for i in at if i < len(row)}
    return len({_flow_words()[text] for text in texts & _flow_words().keys()} & _FLOWS) >= 2


@lru_cache(1)
def _flow_words() -> Mapping[str, str]:
    """Give the words of flows, turnover and balance, each as a whole label."""
    words = statistics_words()
    return {normal(word): value for kind in ("skip", "flow") for word, value in words[kind].items()}


def _parted(text: str) -> str:
    """Put blanks around the Chinese words of statistics."""
    return _chinese_words().sub(r" \g<0> ", text)


@lru_cache(1)
def _chinese_words() -> re.Pattern[str]:
    """Give what finds the words of statistics where no blanks part them; of 进出口 and 出口 the longer one."""
    known = [word for words in statistics_words().values() for word in words if "\u4e00" <= word[0] <= "\u9fff"]
    return re.compile("|".join(sorted(known, key=len, reverse=True)))


def _is_statistics(series: Sequence[Series], above: Sequence[HeaderCell], is_listed: bool, is_headed: bool) -> bool:
    """Ask for flows, periods or partners over figures whose unit is named, in the header or above it.

    Where each line says its flow (``is_listed``), the unit may be missing; where partners head the lines
    (``is_headed``), flow and period may stand in the title alone.
    """
    spread = [s for s in series if s.flow or s.period or s.partner]
    unit = is_listed or any(s.currency or s.decisions.scale > 1 for s in series)
    said = [one for s in spread for one in (s.period, s.flow, s.partner) if one]
    in_header = is_headed or any(one.cell not in above for one in said)
    return bool(spread) and unit and in_header


def _column(rows: Sequence[Row], at: int) -> list[Cell]:
    return [row[at] for row in rows if at < len(row)]


def _series(position: int, path: Path, above: Sequence[HeaderCell], cells: Sequence[Cell]) -> Series | None:
    words = statistics_words()
    if not path or _say(words["skip"], path) or not _has_figures(cells):
        return None
    measure = _say(words["measure"], path)
    value = measure is None or measure.value == "value"
    own = measure if measure and value else None
    unit = own if own and _is_unit(own.cell) else _unit_above(above) or own
    scale = scale_in(unit.cell.text) if unit else 1
    kind = "amount" if value else _kind(measure)
    decisions = replace(decide(kind, cells), scale=scale if value else 1)
    flow, period = _say(words["flow"], path) or _only(words["flow"], above), period_of(path, above)
    return Series(
        position,
        measure.value if measure else "value",
        kind,
        flow,
        period,
        _currency(unit) if value else None,
        decisions,
        is_named=any(one and one.cell in path for one in (measure, flow, period, unit)),
    )


def _kind(measure: Said | None) -> str:
    return "tonnes" if measure and measure.value == "weight" and _TONNES.search(measure.cell.text) else "number"


def _has_figures(cells: Sequence[Cell]) -> bool:
    seen = [one for one in map(shape, cells) if one is not Shape.EMPTY]
    return bool(seen) and sum(one in (Shape.NUMBER, Shape.YEAR) for one in seen) * 3 >= len(seen)


def _say(words: Mapping[str, str], cells: Iterable[HeaderCell]) -> Said | None:
    """Find the first header cell that holds one of the words."""
    for cell in cells:
        text = f" {_parted(normal(cell.text))} "
        for word, value in words.items():
            if f" {word} " in text:
                return Said(value, cell)
    return None


def _only(words: Mapping[str, str], cells: Sequence[HeaderCell]) -> Said | None:
    """Find the flow that the title names, unless it names several."""
    found = [said for cell in cells for word, value in words.items() if (said := _say({word: value}, [cell]))]
    return found[0] if len({said.value for said in found}) == 1 else None


def _unit_above(above: Sequence[HeaderCell]) -> Said | None:
    """Find the unit line: a scale or a currency, the one that stands lowest."""
    lines = [cell for cell in reversed(above) if _is_unit(cell)]
    return Said("value", lines[0]) if lines else None


def _is_unit(cell: HeaderCell) -> bool:
    return scale_in(cell.text) > 1 or currency_in(cell.text) is not None


def _currency(unit: Said | None) -> Said | None:
    if unit is None:
        return None
    code = currency_in(unit.cell.text)
    return Said(code, unit.cell) if code else None


def spreads(text: str) -> bool:
    """Tell a header cell over which figures are spread: a period or a flow, in words; a bare year may be a figure."""
    words = normal(text)
    if words in _flow_words():
        return True
    return not words.isdigit() and len(words) <= 40 and (as_period(text) is not None or months(text) is not None)


def _without_totals(series: Sequence[Series], paths: Sequence[Path], first_column: int) -> list[Series]:
    """Leave out the year where its months stand beside it, and the total of columns that have periods of their own."""
    periods = {s.period.value for s in series if s.period}
    months = {period[:4] for period in periods if len(period) > 4 and "/" not in period}
    summed = {period for period in periods if len(period) == 4} & months
    kept = [s for s in series if s.period is None or s.period.value not in summed]
    if len(periods) < 2:
        return kept
    return [s for s in kept if s.period or not is_total(paths[s.position - first_column][-1].text)]


def _labels(headings: Sequence[Heading], sample: Sequence[Row], first_column: int) -> dict[str, int]:
    """Find the columns of codes, partners and goods: by their headers, else by what most of their cells are."""
    labels: dict[str, int] = {}
    for heading in headings:
        name = heading.meaning.fields.get("statistic") if heading.meaning else None
        if name in _LABELS:
            labels.setdefault(name, heading.position)
    for heading in headings:
        if "hs_code" not in labels and _are_chapters(heading, _column(sample, heading.position - first_column)):
            labels["hs_code"] = heading.position
    for heading in headings[:4]:
        cells = [text for c in _column(sample, heading.position - first_column) if (text := cell_text(c).strip())]
        name = _label_kind(cells)
        spread = any(map(spreads, heading.header.split(" / "))) or heading.header.strip().isdecimal()
        if name and name not in labels and heading.position not in labels.values() and not spread:
            labels[name] = heading.position
    texts = [h.position for h in headings if _is_text(_column(sample, h.position - first_column))]
    return labels if labels or not texts else {"goods_description": texts[0]}


def _are_chapters(heading: Heading, cells: Sequence[Cell]) -> bool:
    """Tell the chapters of the nomenclature, whose numbers would be taken for figures: the header says so."""
    texts = [text for cell in cells if (text := cell_text(cell).strip())]
    chapters = sum(bool(_CHAPTER.fullmatch(text)) for text in texts)
    return normal(heading.header) in statistics_words()["chapter"] and chapters * 2 > len(texts)


def _label_kind(cells: Sequence[str]) -> str | None:
    some = cells[:100]
    for name, test in (("partner", _is_country), ("hs_code", _is_code)):
        if some and sum(map(test, some)) * 2 > len(some):
            return name
    return None


def _is_text(cells: Sequence[Cell]) -> bool:
    there = [cell for cell in cells if shape(cell) is not Shape.EMPTY]
    return sum(shape(cell) is Shape.TEXT for cell in there) * 2 > len(there)


def _is_country(text: str) -> bool:
    """Tell a country by its name or by its code in letters: a number may be any figure."""
    if text.isdecimal():
        return False
    try:
        country.parse(text)
    except FieldError:
        return False
    return True


def _is_code(text: str) -> bool:
    try:
        return hs_code.is_known(hs_code.restore(hs_code.parse(text).ljust(4, "0")[:10]))
    except FieldError:
        return False


def _partners_below(labels: Mapping[str, int], sample: Sequence[Row], first_column: int) -> bool:
    if not {"hs_code", "partner"} <= set(labels):
        return False
    code, partner = labels["hs_code"] - first_column, labels["partner"] - first_column
    rows = [row for row in sample if max(code, partner) < len(row)]
    return any(not cell_text(row[code]).strip() and cell_text(row[partner]).strip() for row in rows)


def _reporter(above: Sequence[HeaderCell]) -> Said | None:
    """Find the country that reports in the title."""
    for cell in above:
        for stem, code in statistics_words()["reporter"].items():
            if stem in cell.text.casefold():
                return Said(code, cell)
    return None


def said_above(above: Sequence[HeaderCell]) -> dict[str, Said]:
    """Give what the title of a flat table says of all its lines: flow, reporting country, period."""
    said = {
        "flow": _only(statistics_words()["flow"], above),
        "reporter": _reporter(above),
        "period": period_of((), above),
    }
    return {field: one for field, one in said.items() if one}


def _described(heading: Heading, labels: Mapping[str, int], series: Series | None) -> Column:
    name = next((name for name, position in labels.items() if position == heading.position), None)
    if name:
        return Column(heading.position, heading.header, name, heading.evidence or "what most of its cells are")
    if series is None:
        return Column(heading.position, heading.header, None, "a total, a share, or no figures")
    said = [s.value for s in (series.period, series.flow, series.currency) if s]
    decision = f"values are multiplied by {series.decisions.scale:,}" if series.decisions.scale != 1 else ""
    return Column(heading.position, heading.header, _FIELD[series.measure], f"series: {', '.join(said)}", decision)
