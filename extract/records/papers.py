"""What only the layout of a commercial paper tells: parties without a legal form, sums without a currency.

An invoice names its seller in the letterhead or under a label and prints its sums as bare numbers with cents in
columns. Running text has neither, so this is read only on pages whose title says invoice, packing list or waybill.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.fields import amount, company
from extract.fields.contract import FieldError, Hit
from extract.model import MentionKind, Part, Word
from extract.profiles import Rule, vocabulary
from extract.records.boxes import Content, Sheet, contents
from extract.records.labels import find_labels
from extract.records.passage import lines
from extract.records.segments import Segment, ruled_cells, segments

Found = tuple[MentionKind, Hit]

_NAME_LABEL = re.compile(
    r"(?i)(?:name|firma|company(?: name)?|наименование|название|nom|raison sociale|ünvan|公司名称|名称)\s*[:：]\s*"
)
_NOT_A_NAME = re.compile(
    r"(?i)^\W*\d|@|[:：]|https?:|www\.|^\W*$|str(?:aße|asse|\.)"
    r"|\b(?:tel|fax|phone|gln|iban|bic|vat|ust|inn|инн|кпп|бин|nummer|number|page|seite)\b"
    r"|\b(?:street|avenue|road|rue|ул|улица|проспект|г)\b"
)
_SALUTATION = re.compile(r"(?i)(?:herrn?|frau|firma|fa\.?|mr\.?|mrs\.?|ms\.?|messrs\.?|m\.|mme|attn:?|sayın)$")
_SUM = re.compile(r"[-−–+]?(?:\d{1,3}(?:[., '’\u00a0\u202f]\d{3})+|\d+)[.,]\d{2}(?:\d{2})?-?")
_LONGEST_NAME = 9


def hits(part: Part) -> Iterator[Found]:
    """Give the parties at their labels and the bare sums of a commercial paper."""
    pieces = segments(part)
    labels = find_labels(pieces, _rules())
    for content in contents(Sheet(pieces, ruled_cells(part), labels)):
        party = _party(content)
        if party is not None:
            yield MentionKind.COMPANY, party
    yield from _sums(part, pieces)


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(Rule(role, labels, block=True) for role, labels in vocabulary()["company"].items())


def _party(content: Content) -> Hit | None:
    """Take the line that a label announces as a name, else the first line that can be one."""
    role = content.label.rule.field
    evidence = f"stands at the label “{content.label.text}”, {content.way}"
    block = [_leading(line) for line in lines(content.words)]
    for line in block:
        named = _NAME_LABEL.match(_text(line))
        if named and len(line) > 1:
            return _hit(_after(line, named.end()), role, evidence)
    for line in block[:4]:
        if _SALUTATION.match(_text(line)):
            continue
        return _hit(line, role, evidence) if _can_be_name(line) else None
    return None


def _leading(line: Sequence[Word]) -> list[Word]:
    """Cut a line at its first wide gap: what follows is another column."""
    kept = [line[0]]
    for word in line[1:]:
        if word.box.x0 - kept[-1].box.x1 > 1.5 * (word.box.bottom - word.box.top):
            break
        kept.append(word)
    return kept


def _after(line: Sequence[Word], length: int) -> list[Word]:
    seen = 0
    for at, word in enumerate(line):
        if seen >= length:
            return list(line[at:])
        seen += len(word.text) + 1
    return []


def _can_be_name(line: Sequence[Word]) -> bool:
    text = _text(line)
    return len(line) <= _LONGEST_NAME and not _NOT_A_NAME.search(text) and any(c.isupper() or c > "⺀" for c in text)


def _hit(line: Sequence[Word], role: str, evidence: str) -> Hit | None:
    if not line or len(line) > _LONGEST_NAME:
        return None
    text = _text(line)
    try:
        name = company.parse(text).name
    except FieldError:
        return None
    return Hit(line[0].start, line[-1].start + len(line[-1].text), text, name, role=role, evidence=evidence)


def _text(line: Sequence[Word]) -> str:
    return " ".join(word.text for word in line)


def _sums(part: Part, pieces: Sequence[Segment]) -> Iterator[Found]:
    """Read numbers with cents that stand alone in their column."""
    decimal = amount.decimal_separator([part.text]).value
    for piece in pieces:
        if not all(_SUM.fullmatch(word.text) for word in piece.words):
            continue
        for word in piece.words:
            try:
                value = amount.parse(word.text, decimal=decimal).value
            except FieldError:
                continue
            evidence = "a number with cents, alone in its column of a commercial paper"
            yield (
                MentionKind.AMOUNT,
                Hit(word.start, word.start + len(word.text), word.text, format(value, "f"), evidence=evidence),
            )
