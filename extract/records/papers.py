"""What only the layout of a commercial paper tells: parties without a legal form, sums without a currency.

An invoice names its seller in the letterhead or under a label and prints its sums as bare numbers with cents in
columns. Running text has neither, so this is read only on pages whose title says what they are, and on pages behind
them that show it by two labels of sums or parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from extract.fields import amount, company, date, hs_code
from extract.fields.contract import FieldError, Hit
from extract.fields.glyphs import lower
from extract.fields.label import Labels
from extract.model import MentionKind, Part, PartKind, Word
from extract.profiles import Profile, Rule, load, recognise, vocabulary
from extract.records import defined_parties
from extract.records.boxes import Content, Sheet, contents, piece_lines
from extract.records.labels import Label, find_labels
from extract.records.letter import called_after, unlabelled
from extract.records.name_lines import is_form_of_person, name_of, text_of
from extract.records.paper_rows import SUM, roles
from extract.records.passage import lines
from extract.records.segments import Segment, ruled_cells, segments

Found = tuple[MentionKind, Hit]

_LABELS = Labels("amount_labels")
_CODE = re.compile(r"(?<!\d)(\d{6,12})(?:$|[^\d.,/-])", re.ASCII)
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
_LONGEST_COLUMN = 30
_LONGEST_CELL = 9
_LONGEST_PAGE = 50_000
_TELLING = 2
_HEADINGS = 3
_SPEAKING = 3
"""A label of so many words speaks for itself: “payment received by”."""


def hits(part: Part) -> Iterator[Found]:
    """Give the parties at their labels, the codes in their column and the bare sums of a commercial paper."""
    if part.kind is PartKind.SHEET or len(part.text) > _LONGEST_PAGE:
        return
    profile = recognise(part.text, load())
    titled = profile is not None and profile.paper
    if not titled and len(SUM.findall(part.text)) < _TELLING:
        return
    pieces = segments(part, parted=True)
    labels = [label for label in find_labels(pieces, _rules()) if _stands_alone(label)]
    sheet = Sheet(pieces, ruled_cells(part), labels)
    found = list(contents(sheet))
    summed = len({content.label.rule for content in found if _is_sum(content)}) >= _TELLING
    if profile is not None and titled:
        yield from _title_day(part.text, profile)
    if titled:
        yield from ((MentionKind.COMPANY, hit) for hit in defined_parties.hits(part.text))
    if titled or summed:
        yield from _days(sheet, found)
        yield from _parties(part, sheet, found, titled and part.place.part == 1)
        yield from _codes(sheet)
        yield from _counts(part, sheet)
    sums = not counts_goods_only(part)
    if profile is None or (titled and sums):
        yield from _roles(part, on_paper=titled or summed)
    if sums if titled else summed:
        yield from _sums(part, pieces)


def counts_goods_only(part: Part) -> bool:
    """Tell a packing list: its bare numbers are weights and lengths, also behind the word total; it names no price."""
    profile = recognise(part.text, load())
    if profile is None or not profile.paper or profile.sums:
        return False
    return all(label.role != "price" for label in _LABELS.find(lower(part.text)))


def _is_sum(content: Content) -> bool:
    return content.label.rule.read == "money" and any(SUM.fullmatch(word.text) for word in content.words[:3])


def _title_day(text: str, profile: Profile) -> Iterator[Found]:
    """Take the day on the title's own line for the day of issue: “Invoice No. 7 of 3 May 2022”."""
    start = 0
    for line in text.splitlines(keepends=True):
        if recognise(line, [profile]) is not None:
            for day in islice(date.find(line), 1):
                yield _day(day, start, "issue", "stands on the line of the title")
            return
        start += len(line)


def _days(sheet: Sheet, found: Iterable[Content]) -> Iterator[Found]:
    """Give the days that stand at a label, or in the column under it."""
    at_labels = [content for content in found if content.label.rule.read == "number_and_date"]
    filled = {id(content.label) for content in at_labels if any(_DAY.search(word.text) for word in content.words)}
    for content in at_labels:
        yield from _days_in(content.words, content.label, content.way)
    for label in sheet.labels:
        if label.rule.read == "number_and_date" and id(label) not in filled:
            yield from _days_in(tuple(_column(sheet, label))[:_LONGEST_COLUMN], label, "in the column under it")


def _days_in(words: Sequence[Word], label: Label, way: str) -> Iterator[Found]:
    evidence = f"stands at the label “{label.text}”, {way}"
    for word in words:
        for day in date.find(word.text):
            yield _day(day, word.start, label.rule.field, evidence)


def _day(day: Hit, offset: int, role: str, evidence: str) -> Found:
    return MentionKind.DATE, replace(day, start=offset + day.start, end=offset + day.end, role=role, evidence=evidence)


@cache
def _rules() -> tuple[Rule, ...]:
    words = vocabulary()
    parties = (Rule(role, labels, block=True, read="party") for role, labels in words[MentionKind.COMPANY].items())
    sums = (Rule(role, labels, read="money") for role, labels in words[MentionKind.AMOUNT].items())
    codes = (Rule(role, labels) for role, labels in words[MentionKind.HS_CODE].items())
    days = (Rule(role, labels, read="number_and_date") for role, labels in words[MentionKind.DATE].items())
    counts = (Rule(role, labels, read="quantity") for role, labels in words[MentionKind.QUANTITY].items())
    return (*parties, *sums, *codes, *days, *counts)


_LOOSE = ("party", "quantity")


def _stands_alone(label: Label) -> bool:
    """Refuse a word of a name or a sentence: the label of a party fills its piece of line or ends with a colon."""
    return label.rule.read not in _LOOSE or label.closes or label.alone or len(label.words) >= _SPEAKING


def _parties(part: Part, sheet: Sheet, found: Iterable[Content], headed: bool) -> Iterator[Found]:
    hits = [hit for content in found if content.label.rule.read == "party" for hit in _party(content, sheet, part.text)]
    if headed:
        hits += [hit for told in unlabelled(sheet, hits, part.text) for hit in _hit(part.text, *told)]
        hits += _web_names(part, sheet, hits)
    hits += [again for hit in hits for again in _again(part.text, hit)]
    yield from ((MentionKind.COMPANY, hit) for hit in hits)


def _again(text: str, hit: Hit) -> Iterator[Hit]:
    """Find a name of two lines where else it stands: there no label says that both lines are the name."""
    if "\n" not in text[hit.start : hit.end]:
        return
    for match in re.finditer(r"\s+".join(map(re.escape, hit.value.split())), text):
        if match.start() != hit.start:
            yield replace(hit, start=match.start(), end=match.end(), evidence="the name of two lines again")


def _web_names(part: Part, sheet: Sheet, known: Sequence[Hit]) -> Iterator[Hit]:
    """Give the names that web addresses tell; the seller's, unless a label or the letterhead names another."""
    taken = "seller" in {hit.role for hit in known}
    for words, role, evidence in called_after(sheet, part.text):
        for hit in _hit(part.text, words, None if taken else role, evidence):
            if not any(other.start < hit.end and hit.start < other.end for other in known):
                yield hit


def _party(content: Content, sheet: Sheet, page: str) -> Iterator[Hit]:
    """Take the line that is labelled as the name, else the first that can be one."""
    name = _with_form_above(name_of(list(lines(_behind(content))), page), sheet)
    evidence = f"stands at the label “{content.label.text}”, {content.way}"
    yield from _hit(page, _cell_mates(name, content, sheet), content.label.rule.field, evidence)


def _with_form_above(name: list[Word], sheet: Sheet) -> list[Word]:
    """Take in a person's form of address that stands right above the name, in the column of the values."""
    for piece in sheet.pieces if name else ():
        box, first = piece.box, name[0].box
        near = abs(box.x0 - first.x0) < 2 and 0 <= first.top - box.bottom < 0.6 * (first.bottom - first.top)
        if near and is_form_of_person(piece.words) and piece.words[0] not in name:
            return [*piece.words, *name]
    return name


def _behind(content: Content) -> list[Word]:
    """Leave out what stands on the label's line before it: “Bank of Quill – account holder: …”."""
    first = content.label.words[0].box
    return [word for word in content.words if word.box.x0 >= first.x0 or word.box.top > first.bottom - 2]


def _cell_mates(name: list[Word], content: Content, sheet: Sheet) -> list[Word]:
    """Take in the other line of a name that fills two lines of a ruled cell of its own."""
    cell = next((piece.cell for piece in sheet.pieces if name[:1] and name[0] in piece.words), None)
    if cell is None or cell == content.label.cell:
        return name
    mates = [word for piece in sheet.pieces if piece.cell == cell for word in piece.words]
    whole = len(mates) <= _LONGEST_CELL and not any(c.isdigit() for c in text_of(mates))
    return [word for row in lines(mates) for word in row] if whole else name


def _hit(page: str, line: Sequence[Word], role: str | None, evidence: str) -> Iterator[Hit]:
    """Give a name where it stands; of one whose lines have other columns between them, where its last line stands."""
    text = text_of(line)
    try:
        name = company.parse(text).name if 0 < len(line) <= _LONGEST_CELL else ""
    except FieldError:
        name = ""
    if not name:
        return
    start, end = _span(line)
    if page[start:end].split() != text.split():
        *above, last = lines(line)
        if above:
            start, end = _span(last)
            evidence += f"; goes on from the line above: “{text_of(above[-1])}”"
    yield Hit(start, end, page[start:end], name, role=role, evidence=evidence)


def _span(line: Sequence[Word]) -> tuple[int, int]:
    return min(word.start for word in line), max(word.start + len(word.text) for word in line)


def _codes(sheet: Sheet) -> Iterator[Found]:
    """Read the commodity codes in the column under a label that heads one: nothing stands behind it."""
    for label in sheet.labels:
        if label.rule.read != "value" or not label.alone or label.closes:
            continue
        evidence = f"stands in the column under “{label.text}”, known in the nomenclature"
        for word in _column(sheet, label):
            match = _CODE.search(word.text)
            code = hs_code.restore(match[1]) if match else ""
            if match and hs_code.is_known(code):
                start, end = word.start + match.start(1), word.start + match.end(1)
                yield MentionKind.HS_CODE, Hit(start, end, match[1], code, evidence=evidence)


def _counts(part: Part, sheet: Sheet) -> Iterator[Found]:
    """Read what is printed like a sum in a column of quantities: “12,00” under “Menge”."""
    decimal = amount.decimal_separator([part.text]).value
    for label in sheet.labels:
        if label.rule.read == "quantity" and not label.closes:
            counted = (word for word in _column(sheet, label) if SUM.fullmatch(word.text))
            for _, hit in _sums_of(counted, decimal):
                evidence = f"stands in the column under “{label.text}”"
                yield MentionKind.QUANTITY, replace(hit, evidence=evidence)


def _column(sheet: Sheet, label: Label) -> Iterator[Word]:
    """Give the words under a label, down to where the headings of another table stand."""
    figures = False
    for line in piece_lines(sheet, label.box.bottom - 1):
        if figures and _is_heading(line):
            return
        for word in (word for piece in line for word in piece.words):
            if word.box.x0 < label.box.x1 and label.box.x0 < word.box.x1:
                figures |= _has_figure(word)
                yield word


def _is_heading(line: Sequence[Segment]) -> bool:
    """Tell a line of several columns without a figure: a line of goods has one, a wrapped name one column."""
    return len(line) >= _HEADINGS and not any(_has_figure(word) for piece in line for word in piece.words)


def _has_figure(word: Word) -> bool:
    return any(sign.isdigit() for sign in word.text)


def _sums(part: Part, pieces: Sequence[Segment]) -> Iterator[Found]:
    """Read numbers with cents that stand alone in their column."""
    decimal = amount.decimal_separator([part.text]).value
    for piece in pieces:
        if SUM.fullmatch(text_of(piece.words)):
            yield from _sums_of([_as_one(piece.words)], decimal)
        elif all(SUM.fullmatch(word.text) for word in piece.words):
            yield from _sums_of(piece.words, decimal)


def _roles(part: Part, *, on_paper: bool) -> Iterator[Found]:
    """Say of the sums in tables what they are; one whose column says nothing has no role."""
    decimal = amount.decimal_separator([part.text]).value
    sheet = Sheet(segments(part, parted=True, drawn=True), (), ())
    for told in roles(list(piece_lines(sheet, float("-inf"))), on_paper=on_paper):
        for kind, hit in _sums_of([_as_one(told.words)], decimal):
            yield kind, replace(hit, role=told.role, evidence=told.evidence)


def _as_one(words: Sequence[Word]) -> Word:
    """Make one word of a number whose thousands stand behind blanks."""
    return replace(words[0], text=text_of(words))


def _sums_of(words: Iterable[Word], decimal: str | None) -> Iterator[Found]:
    evidence = "a number with cents, alone in its column of a commercial paper"
    for word in words:
        try:
            value = amount.parse(word.text, decimal=decimal).value
        except FieldError:
            continue
        hit = Hit(word.start, word.start + len(word.text), word.text, format(value, "f"), evidence=evidence)
        yield MentionKind.AMOUNT, hit
