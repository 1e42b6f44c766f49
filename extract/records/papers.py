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
from itertools import islice, pairwise

from extract.fields import amount, company, date, hs_code
from extract.fields.contract import FieldError, Hit
from extract.model import MentionKind, Part, PartKind, Word
from extract.profiles import Profile, Rule, load, recognise, vocabulary
from extract.profiles.rule import folded_words
from extract.records.boxes import Content, Sheet, contents
from extract.records.labels import Label, find_labels
from extract.records.passage import height, lines
from extract.records.segments import Segment, ruled_cells, segments

Found = tuple[MentionKind, Hit]

_NAME_LABEL = re.compile(
    r"(?i)(?:name|firma|company(?: name)?|наименование|название|nom|raison sociale|ünvan|名称)\s*[:：]"
)
_NOT_A_NAME = re.compile(
    r"(?i)^\W*\d|@|[:：]|https?:|www\.|^\W*$|str(?:aße|asse|\.)"
    r"|\b(?:tel|fax|phone|gln|iban|bic|vat|ust|inn|инн|кпп|бин|nummer|number|page|seite|date|datum)\b"
    r"|\b(?:street|avenue|road|rue|ул|улица|проспект|г)\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b|^(?:[A-Z]{1,3}[- ])?\d{4,6}\s"
)
_LIKE_A_LABEL = re.compile(r"(?i)(?:^|\W)(?:no|nr|n°|№|number|details?|order|adres|address|info\w*)\W*$|/$")
_SALUTATION = re.compile(r"(?i)(?:herrn?|frau|firma|fa\.?|mr\.?|mrs\.?|ms\.?|messrs\.?|m\.|mme|attn:?|sayın)$")
_SUM = re.compile(r"[-−–+]?(?:\d{1,3}(?:[., '’\u00a0\u202f]\d{3})+|\d+)[.,]\d{2}(?:\d{2})?-?")
_CODE = re.compile(r"(?<!\d)(\d{6,12})(?:$|[^\d.,/-])", re.ASCII)
_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)|[⺀-鿿]{2}")
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
_LONGEST_COLUMN = 30
_LONGEST_NAME = 9
_LONGEST_PAGE = 50_000
_LETTERHEAD = 4
_TELLING = 2


def hits(part: Part) -> Iterator[Found]:
    """Give the parties at their labels, the codes in their column and the bare sums of a commercial paper."""
    if part.kind is PartKind.SHEET or len(part.text) > _LONGEST_PAGE:
        return
    profile = recognise(part.text, load())
    titled = profile is not None and profile.paper
    if not titled and len(_SUM.findall(part.text)) < _TELLING:
        return
    pieces = segments(part, parted=True)
    labels = [label for label in find_labels(pieces, _rules()) if _stands_alone(label)]
    sheet = Sheet(pieces, ruled_cells(part), labels)
    found = list(contents(sheet))
    summed = len({content.label.rule for content in found if _is_sum(content)}) >= _TELLING
    if profile is not None and titled:
        yield from _title_day(part.text, profile)
    if titled or summed:
        yield from _days(sheet, found)
        yield from _parties(sheet, found, titled and part.place.part == 1)
        yield from _codes(sheet)
    if profile.sums if profile is not None and titled else summed:
        yield from _sums(part, pieces)


def counts_goods_only(part: Part) -> bool:
    """Tell a packing list: its bare numbers are weights and lengths, also behind the word total."""
    profile = recognise(part.text, load())
    return profile is not None and profile.paper and not profile.sums


def _is_sum(content: Content) -> bool:
    return content.label.rule.read == "money" and any(_SUM.fullmatch(word.text) for word in content.words[:3])


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
    return (*parties, *sums, *codes, *days)


def _stands_alone(label: Label) -> bool:
    """Refuse a word of a name or a sentence: the label of a party fills its piece of line or ends with a colon."""
    return label.rule.read != "party" or label.closes or label.alone


def _parties(sheet: Sheet, found: Iterable[Content], headed: bool) -> Iterator[Found]:
    roles = set()
    for content in found:
        party = _party(content, sheet) if content.label.rule.read == "party" else None
        if party is not None:
            roles.add(party.role)
            yield MentionKind.COMPANY, party
    addressee = _addressee(sheet) if headed and "buyer" not in roles else None
    if addressee is not None:
        yield MentionKind.COMPANY, addressee
    head = _letterhead(sheet) if headed and not roles & {"seller", "consignor"} else None
    if head is not None:
        yield MentionKind.COMPANY, head


def _party(content: Content, sheet: Sheet) -> Hit | None:
    """Take the line that is labelled as the name, else the first line that can be one."""
    role = content.label.rule.field
    evidence = f"stands at the label “{content.label.text}”, {content.way}"
    block = list(lines(content.words))
    for line in block:
        named = _behind_name_label(line)
        if named:
            return _hit(_cell_mates(named, sheet), role, evidence)
    for line in map(_leading, block[:_LETTERHEAD]):
        if _can_be_name(line) and not _SALUTATION.match(_text(line)):
            return _hit(line, role, evidence)
    return None


def _behind_name_label(line: Sequence[Word]) -> list[Word]:
    match = _NAME_LABEL.match(_text(line))
    if match is None:
        return []
    seen = 0
    for at, word in enumerate(line):
        if seen >= match.end():
            return _leading(line[at:])
        seen += len(word.text) + 1
    return []


def _cell_mates(line: list[Word], sheet: Sheet) -> list[Word]:
    """Take in the other line of a name that fills two lines of its ruled cell."""
    cell = next((piece.cell for piece in sheet.pieces if line[0] in piece.words), None)
    if cell is None:
        return line
    mates = [word for piece in sheet.pieces if piece.cell == cell for word in piece.words]
    return [word for row in lines(mates) for word in row] if len(mates) <= _LONGEST_NAME else line


def _leading(line: Sequence[Word]) -> list[Word]:
    """Cut a line at its first wide gap: what follows is another column."""
    kept = [line[0]]
    for word in line[1:]:
        if word.box.x0 - kept[-1].box.x1 > 1.5 * height(word.box):
            break
        kept.append(word)
    return kept


def _addressee(sheet: Sheet) -> Hit | None:
    """Take the line under a lone form of address for the buyer, as letters print it."""
    for above, piece in pairwise(sheet.pieces):
        close = abs(piece.box.x0 - above.box.x0) < 2 and piece.box.top - above.box.bottom < height(piece.box)
        if close and _SALUTATION.match(_text(above.words)) and _can_be_name(piece.words):
            return _hit(piece.words, "buyer", f"stands under “{_text(above.words)}”")
    return None


def _letterhead(sheet: Sheet) -> Hit | None:
    """Take the topmost words that can be a name; the title of the paper may stand on the same line."""
    labels = {id(word) for label in sheet.labels for word in label.words}
    for piece in sheet.pieces[:_LETTERHEAD]:
        words = [] if id(piece.words[0]) in labels else _without_title(piece.words)
        if words and _can_be_name(words):
            return _hit(words, "seller", "stands in the letterhead")
    return None


def _without_title(words: Sequence[Word]) -> list[Word]:
    titles = {word for profile in load() if profile.paper for title in profile.titles for word in folded_words(title)}
    return [word for word in words if not set(folded_words(word.text)) <= titles]


def _can_be_name(line: Sequence[Word]) -> bool:
    text = _text(line)
    if len(line) > _LONGEST_NAME or not _WORD.search(text) or _NOT_A_NAME.search(text) or _LIKE_A_LABEL.search(text):
        return False
    return any(c.isupper() or c > "⺀" for c in text) and sum(word.text[0].islower() for word in line) < 2


def _hit(line: Sequence[Word], role: str, evidence: str) -> Hit | None:
    if not line or len(line) > _LONGEST_NAME:
        return None
    text = _text(line)
    try:
        name = company.parse(text).name
    except FieldError:
        return None
    start, end = min(word.start for word in line), max(word.start + len(word.text) for word in line)
    return Hit(start, end, text, name, role=role, evidence=evidence)


def _text(line: Sequence[Word]) -> str:
    return " ".join(word.text for word in line)


def _codes(sheet: Sheet) -> Iterator[Found]:
    """Read the commodity codes in the column under a label that announces them."""
    for label in sheet.labels:
        if label.rule.read != "value":
            continue
        evidence = f"stands in the column under “{label.text}”, known in the nomenclature"
        for word in _column(sheet, label):
            match = _CODE.search(word.text)
            code = hs_code.restore(match[1]) if match else ""
            if match and hs_code.is_known(code):
                start, end = word.start + match.start(1), word.start + match.end(1)
                yield MentionKind.HS_CODE, Hit(start, end, match[1], code, evidence=evidence)


def _column(sheet: Sheet, label: Label) -> Iterator[Word]:
    for piece in sheet.pieces:
        for word in piece.words if piece.box.top >= label.box.bottom - 1 else ():
            if word.box.x0 < label.box.x1 and label.box.x0 < word.box.x1:
                yield word


def _sums(part: Part, pieces: Sequence[Segment]) -> Iterator[Found]:
    """Read numbers with cents that stand alone in their column."""
    decimal = amount.decimal_separator([part.text]).value
    for piece in pieces:
        if all(_SUM.fullmatch(word.text) for word in piece.words):
            yield from _sums_of(piece.words, decimal)


def _sums_of(words: Iterable[Word], decimal: str | None) -> Iterator[Found]:
    evidence = "a number with cents, alone in its column of a commercial paper"
    for word in words:
        try:
            value = amount.parse(word.text, decimal=decimal).value
        except FieldError:
            continue
        hit = Hit(word.start, word.start + len(word.text), word.text, format(value, "f"), evidence=evidence)
        yield MentionKind.AMOUNT, hit
