"""Read forms: pages whose fields stand at printed labels, not in rows and columns.

A page whose title is that of a profile is cut into pieces of line, the labels of the profile are found on it, and
what stands at each becomes fields. A document with items gives one row for each; the fields of its head are repeated
on every row with the place where they stand, also where that is an earlier sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapidfuzz.distance.Hamming import distance as hamming

from extract.fields import currency, date, direction
from extract.fields.amount import decimal_separator
from extract.fields.contract import FieldError
from extract.model import Batch, Issue, Item, Part, PartKind, Source, Word
from extract.profiles import Profile, Rule, load, told_by
from extract.profiles.rule import folded_words
from extract.records.album import album_tables
from extract.records.banners import with_banners
from extract.records.bare_number import bare_number
from extract.records.boxes import MOST_LINES, Content, Sheet, contents, contents_of
from extract.records.form_items import placed
from extract.records.form_table import GOES_ON, Entry, Form, Row, field_order, form_table
from extract.records.glosses import glossed
from extract.records.item_columns import Heading, going_on, last_columns
from extract.records.labels import Label, find_labels
from extract.records.numbered_sheet import numbered_sheet
from extract.records.passage import Passage, words_of
from extract.records.quotes import Quotes
from extract.records.readings import Piece, Task, read, value_kind
from extract.records.segments import ruled_cells, segments
from extract.records.sheet_form import Seen, seen, typed
from extract.records.strangers import STRANGER, strangers
from extract.records.values import Decisions, Value

Following = Callable[[], Part | None]

_TABLES_FOLLOW = frozenset(("docx", "html", "odt", "rtf"))
"""Kinds of documents whose tables stand in their text and come as sheets behind it."""
_TELLING = 3
"""So many labels of goods on a page without a title say that a form goes on there."""
_MISREAD = 2
"""In so many signs the number of one document may differ from sheet to sheet of a scan."""
_TELLING_TAIL = 2
"""So many labels of any kind do, behind goods that went on to the end of their page."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page says: its head, its items, the labels that no rule knows, those with more lines than were read.

    ``columns``: what heads goods that may go on overleaf. ``known``: how many labels of the profile it prints.
    """

    head: Row
    items: list[Row]
    left_over: list[Label]
    cut: list[Label]
    columns: tuple[Heading, ...] = ()
    known: int = 0


_NOTHING = _Page({}, [], [], [])


@dataclass
class Forms:
    """Read the forms of one source; what a first sheet says is carried to the sheets behind it."""

    source: Source
    numbers: Iterator[int]
    folders: tuple[Path, ...] = ()
    profile: Profile | None = None
    part: int = 0
    head: Row = field(default_factory=dict)
    held: list[Item] = field(default_factory=list)
    said_by_text: bool = False
    in_album: bool = False
    columns: tuple[Heading, ...] = ()
    ahead: tuple[int, Profile | None, _Page] = field(default_factory=lambda: (0, None, _NOTHING))

    def read(self, part: Part, following: Following = lambda: None) -> Iterator[Item]:
        """Give a table and a batch for each form that begins or goes on in this part.

        ``following``: gives the part behind, which is asked for only where a form may go on there.

        What the text of a document says is held back: its tables follow as sheets, and say the same box by box. Of a
        declaration in XML the text says all, and its tables say it again without the head (``in_album``).
        """
        found = list(album_tables(part, self.numbers)) if self.source.kind == "xml" else []
        self.in_album |= any(isinstance(item, Batch) for item in found)
        found = found or list(self._read(part, following))
        self.said_by_text = part.kind is PartKind.TEXT and self.source.kind in _TABLES_FOLLOW
        if self.said_by_text:
            self.held += found
            return
        if part.kind is PartKind.SHEET and any(isinstance(item, Batch) for item in found):
            self.held.clear()
        yield from found

    def held_back(self) -> Iterator[Item]:
        """Give what the text of the document said, if none of its tables said it."""
        yield from self.held
        self.held.clear()

    def _read(self, part: Part, following: Following) -> Iterator[Item]:
        text = typed(part)
        titled, cue = told_by(text, load(self.folders)) or (None, GOES_ON)
        sheet = seen(part) if titled or self.profile else Seen(part)
        profile = titled or self._going_on(sheet.page)
        self.profile, before = profile, self.profile
        self.part = part.place.part
        if profile is None or profile.record is None or sheet.page.kind is PartKind.SHEET:
            return
        page = self._page(sheet.page, profile, () if titled else self.columns)
        self.columns = page.columns
        behind = self._behind(part, profile, following)
        head, items = sheet.back(page.head), [sheet.back(row) for row in page.items]
        further = titled is None or (profile is before and profile.is_further_sheet(text))
        self.head = self._carried(head, "ocr" in part.dialect) if further else head
        if behind.items:
            self.head = _of_items(self.head, 2)
        said = behind.head | self.head
        empty: list[Row] = [] if behind.items else [{}]
        rows = [resolved(said | row, field_order(profile.record)) for row in items or empty]
        complete = [row for row in rows if all(name in row for name in profile.required)]
        if complete:
            yield from form_table(Form(profile, cue, tuple(page.left_over)), part, next(self.numbers), complete)
            yield from _cut(part, page.cut)
        elif len(self.head) >= 3 and not any(rule.item for rule in profile.rules):
            missing = ", ".join(name for name in profile.required if name not in self.head)
            yield Issue(part.place, "form", f"looks like: {profile.title}; no {missing} found")

    def _going_on(self, part: Part) -> Profile | None:
        """Tell whether a page without a title prints the labels of goods of the form on the page before it."""
        profile = self.profile
        if profile is None or part.kind is not PartKind.PAGE or part.place.part != self.part + 1:
            return None
        sheet = _sheet(part, profile)
        told = {label.rule for label in sheet.labels if label.rule.item and label.rule.field}
        return profile if len(told) >= _TELLING or going_on(sheet, self.columns) else None

    def _page(self, part: Part, profile: Profile, columns: tuple[Heading, ...]) -> _Page:
        """Read a page, once: it may have been looked at when the page before it was read."""
        if self.ahead[:2] != (part.place.part, profile):
            self.ahead = part.place.part, profile, _rows(part, profile, columns)
        return self.ahead[2]

    def _behind(self, part: Part, profile: Profile, following: Following) -> _Page:
        """Read what the page behind says of the goods on this one, if it is no document of its own."""
        behind = following() if part.kind is PartKind.PAGE else None
        if behind is None or behind.kind is not PartKind.PAGE:
            return _NOTHING
        titled = told_by(typed(behind), load(self.folders))
        if titled is not None:
            further = titled[0] is profile and profile.is_further_sheet(behind.text)
            return replace(self._page(behind, profile, ()), head={}) if further else _NOTHING
        page = self._page(behind, profile, self.columns)
        return page if page.items or (self.columns and page.known >= _TELLING_TAIL) else _NOTHING

    def _carried(self, head: Row, recognised: bool) -> Row:
        """Keep the head of the document a further sheet belongs to, unless it names another document.

        Where only the document's text gave a head so far, what its tables say is surer. ``recognised``: the sheet was
        read from a picture, where a sign of its number may be another.
        """
        apart = _MISREAD if recognised else 0
        names = [name for name in ("declaration_number", "number") if name in head and name in self.head]
        if any(_signs_apart(head[name], self.head[name]) > apart for name in names):
            return head
        return self.head | head if self.said_by_text else head | _of_items(self.head, 2)


def _signs_apart(one: Entry, other: Entry) -> int:
    """Count the signs in which two numbers differ."""
    return hamming(str(one.value), str(other.value))


def _cut(part: Part, labels: Sequence[Label]) -> Iterator[Issue]:
    """Say at which labels lines were left out."""
    if labels:
        told = ", ".join(f"“{label.text}”" for label in labels[:3])
        yield Issue(part.place, "text_cut", f"only {MOST_LINES} lines were read under {len(labels)} labels: {told}")


def _rows(part: Part, profile: Profile, columns: tuple[Heading, ...] = ()) -> _Page:
    """Read a page by a profile. ``columns``: those of the page before, in which goods may go on."""
    quotes = Quotes.of(part)
    head = _said_by_pattern(quotes, profile)
    sheet = _sheet(part, profile, _way(part, profile, head))
    found = list(placed(sheet, profile.opens, columns))
    head = _said_by_pattern(quotes, profile, [word for item, one in found if item is not None for word in one.words])
    decisions = replace(_decisions(profile, [content for _, content in found]), recognised="ocr" in part.dialect)
    items: dict[int, Row] = {}
    for item, content in found:
        row = head if item is None else items.setdefault(item, {})
        for name, entry in _said(quotes, profile, sheet, content, decisions):
            row.setdefault(name, entry)
    rows = [row for row in items.values() if row]
    left_over = [label for label in sheet.labels if label.rule is STRANGER]
    known = len(sheet.labels) - len(left_over)
    cut = [content.label for _, content in found if content.cut and content.label.rule.field]
    return _Page(_of_items(head, len(rows)), rows, left_over, cut, last_columns(sheet), known)


def head_alone(part: Part, profile: Profile) -> Row:
    """Read what a page says of the whole paper, if it does not say its goods as well, as a form must."""
    if not profile.rules:
        return {}
    page = _rows(part, profile)
    whole = any(all(name in page.head or name in row for name in profile.required) for row in page.items or [{}])
    return {} if whole else page.head


def _way(part: Part, profile: Profile, said: Row) -> Value:
    """Tell the direction of a page where rules depend on it: said by a pattern, else at its label."""
    if "direction" in said or not any(rule.when for rule in profile.rules):
        return said["direction"].value if "direction" in said else None
    at_label = (content for content in contents(_sheet(part, profile)) if content.label.rule.field == "direction")
    read_there = (
        entry for content in at_label for _, entry in _entries(Quotes.of(part), profile, content, Decisions())
    )
    return next((entry.value for entry in read_there), None)


def _sheet(part: Part, profile: Profile, way: Value = None) -> Sheet:
    """Find the labels of a page, by the rules that hold for its direction."""
    rules = [rule for rule in profile.rules if rule.when in ("", way)]
    if profile.numbers_tell:
        return numbered_sheet(part, rules, profile.neighbours)
    pieces = segments(part, parted=True, drawn=True)
    labels = with_banners(glossed(_of_one_title(find_labels(pieces, rules)), pieces), pieces, rules)
    labels = sorted([*labels, *strangers(pieces, labels)], key=lambda label: (label.box.top, label.box.x0))
    sheet = Sheet(pieces, ruled_cells(part, drawn=True), labels, frozenset(map(folded_words, profile.titles)))
    return _with_bare_number(sheet, rules)


def _with_bare_number(sheet: Sheet, rules: Sequence[Rule]) -> Sheet:
    """Add the label of the paper's own number where it is a “No.” and no more."""
    own = next((rule for rule in rules if rule.own), None)
    if own is None or any(label.rule.own and not label.rule.behind for label in sheet.labels):
        return sheet
    bare = bare_number(sheet, own)
    if bare is None:
        return sheet
    others = [label for label in sheet.labels if label.words[0] is not bare.words[0]]
    return replace(sheet, labels=sorted([*others, bare], key=lambda label: (label.box.top, label.box.x0)))


def _of_one_title(labels: Sequence[Label]) -> Iterator[Label]:
    """Leave out what is spelt like a title below the first one: papers name others of their kind."""
    title = next((label for label in labels if label.rule.behind), None)
    yield from (label for label in labels if label is title or not label.rule.behind or label.says_number)


def _of_items(head: Row, items: int) -> Row:
    """Leave figures of the whole document out of the head of several items."""
    return {name: entry for name, entry in head.items() if items < 2 or not entry.whole}


def _decisions(profile: Profile, found: list[Content]) -> Decisions:
    """Decide the decimal mark of a page from the sums and weights on it."""
    numeric = [c for c in found if c.label.rule.field and _is_numeric(profile, c.label.rule)]
    mark = decimal_separator([Passage.of(content.words).text for content in numeric])
    return Decisions(decimal=mark.value, addresses=True)


def _is_numeric(profile: Profile, rule: Rule) -> bool:
    return profile.record is not None and value_kind(profile.record, rule.field) in ("amount", "number")


def _said(
    quotes: Quotes, profile: Profile, sheet: Sheet, content: Content, decisions: Decisions
) -> Sequence[tuple[str, Entry]]:
    """Read what stands at a label. A day says itself that it is one: where none is, it is looked for farther off."""
    said = list(_entries(quotes, profile, content, decisions))
    if said or not _is_day(profile, content.label.rule):
        return said
    others = (list(_entries(quotes, profile, other, decisions)) for other in contents_of(sheet, content.label))
    return next(filter(None, others), [])


def _is_day(profile: Profile, rule: Rule) -> bool:
    return profile.record is not None and rule.field != "" and value_kind(profile.record, rule.field) == "date"


def _entries(quotes: Quotes, profile: Profile, content: Content, decisions: Decisions) -> Iterator[tuple[str, Entry]]:
    assert profile.record is not None
    label = content.label
    evidence = f"{f'box {label.rule.box}' if label.numbered else 'label'} “{label.text}”, {content.way}"
    beside = Passage.of(content.beside) if content.beside else None
    for piece in read(Task(profile.record, label.rule, Passage.of(content.words), beside, decisions)):
        yield piece.field, replace(_entry(quotes, piece, label.text, evidence), whole=label.rule.whole)


def _entry(quotes: Quotes, piece: Piece, header: str, evidence: str) -> Entry:
    box = piece.passage.box
    return Entry(piece.value, quotes.at(box), quotes.part.place.part, box, header, evidence, piece.pointer)


def _said_by_pattern(quotes: Quotes, profile: Profile, of_items: Sequence[Word] = ()) -> Row:
    """Find the numbers that say themselves what they are; those among the words of items are of other papers."""
    left_out = {id(word) for word in of_items}
    row: Row = {}
    passage: Passage | None = None
    for rule in profile.rules:
        if not rule.pattern:
            continue
        passage = passage or Passage.of(word for word in words_of(quotes.part) if id(word) not in left_out)
        match = re.search(rule.pattern, passage.text)
        for piece in _matched(profile, rule, passage, match) if match else ():
            row.setdefault(piece.field, _entry(quotes, piece, "", "its form says what it is"))
    number = row.get("declaration_number")
    if number is not None:
        row |= _said_by_number(number)
    return row


def _said_by_number(number: Entry) -> Row:
    """Read what the number of a declaration is made of: the office that registered it, the day, a serial number."""
    office, stroke, _ = str(number.value).partition("/")
    day = _day_of(str(number.value))
    if not stroke:
        return {}
    row = {"customs_office": replace(number, value=office, evidence="the first part of the declaration number")}
    if day:
        row["declaration_date"] = replace(number, value=day, evidence="the middle of the declaration number")
    return row


def _matched(profile: Profile, rule: Rule, passage: Passage, match: re.Match[str]) -> Iterator[Piece]:
    """Read what a pattern matched: as it stands, or as its rule reads."""
    assert profile.record is not None
    group = "value" if "value" in match.groupdict() else 0
    where = passage.cut(*match.span(group))
    if rule.field == "direction":
        yield Piece(rule.field, direction.parse(match[group]), where)
    elif rule.read == "value" and value_kind(profile.record, rule.field) == "code":
        yield Piece(rule.field, match[group].replace(" ", ""), where)
    else:
        task = Task(profile.record, rule, replace(where, text=match[group]), None, Decisions(addresses=True))
        yield from read(task)


def _day_of(number: str) -> str | None:
    try:
        return date.from_ddmmyy(number.split("/")[1])
    except (FieldError, IndexError):
        return None


def resolved(row: Row, known: Container[str]) -> Row:
    """Follow pointers: a party that says “see box 14” is the declarant, its words stay in the evidence."""
    whole = row | _currency_of_account(row)
    for name, entry in row.items():
        if not entry.pointer:
            continue
        for part in ("", "_id", "_address", "_country"):
            target = row.get(f"declarant{part}")
            if target is not None and not target.pointer and f"{name}{part}" in known:
                whole[f"{name}{part}"] = replace(target, evidence=f"{entry.evidence}: “{entry.raw}”; {target.evidence}")
    return whole


def _currency_of_account(row: Row) -> Row:
    """Read the currency of a payment out of the payer's account, where the sum names none: its digits 6 to 8."""
    account = row.get("payer_account")
    if "currency" in row or account is None or not re.fullmatch(r"\d{20}", str(account.value)):
        return {}
    try:
        code = currency.parse(str(account.value)[5:8])
    except FieldError:
        return {}
    return {"currency": replace(account, value=code, evidence="digits 6 to 8 of the payer's account")}
