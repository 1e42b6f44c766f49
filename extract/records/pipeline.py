"""The spaCy pipeline for running text: sentences, then what our own finders see, overlaps settled.

It needs no model and no network. Import this module only when text is to be read: it brings spaCy with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.fields import (
    address,
    amount,
    company,
    contact,
    country,
    date,
    goods,
    hs_find,
    identifier,
    incoterms,
    party,
    person,
    quantity,
    transport,
)
from extract.fields.contract import Finder, Hit
from extract.model import MentionKind
from extract.records.paper_rows import NO_ROLE

FINDERS: tuple[tuple[MentionKind, Finder], ...] = (
    (MentionKind.COMPANY, company.find),
    (MentionKind.COMPANY, party.find),
    (MentionKind.IDENTIFIER, identifier.find),
    (MentionKind.DATE, date.find),
    (MentionKind.AMOUNT, amount.find),
    (MentionKind.QUANTITY, quantity.find),
    (MentionKind.HS_CODE, hs_find.find),
    (MentionKind.CONTACT, contact.find),
    (MentionKind.TERM, incoterms.find),
    (MentionKind.TRANSPORT, transport.find),
    (MentionKind.GOODS, goods.find),
    (MentionKind.PERSON, person.find),
    (MentionKind.ADDRESS, address.find),
    (MentionKind.COUNTRY, country.find),
)
"""Who outranks whom over the same characters: a legal form is the surest sign, six bare digits the weakest."""

_RANKS = {kind: place for place, (kind, _) in enumerate(FINDERS)}
_BESIDES = frozenset(_RANKS) - {
    MentionKind.COMPANY, MentionKind.IDENTIFIER, MentionKind.DATE, MentionKind.AMOUNT, MentionKind.QUANTITY,
    MentionKind.HS_CODE,
}  # fmt: skip
"""What yields to whatever the layout tells over the same characters."""
_UNITS_TOO = frozenset(("KGS",))
"""Currencies whose code is a unit of weight: kilograms are commoner than Kyrgyz som."""

Found = tuple[MentionKind, Hit]
_KEY = "unlade"
_LONGEST_REST = 2
_MOST_WORDS = 50_000
"""spaCy keeps every word and number it ever met, a long register has a million: a new pipeline forgets them."""
_COLUMNS = re.compile(r" {3,}")


@cache
def pipeline() -> Language:
    """Build the pipeline once per process."""
    nlp = spacy.blank("xx")
    nlp.max_length = 10_000_000
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("unlade_fields")
    return nlp


@Language.component("unlade_fields")
def unlade_fields(doc: Doc) -> Doc:
    """Lay the finders' hits over the document as the span group ``unlade``; their values stand in ``doc.user_data``.

    A name does not go on over the gap between two columns; a label and its sum may.
    """
    text = doc.text  # put together anew at every call
    columns = _COLUMNS.sub(lambda gap: "\n" * len(gap.group()), text)
    texts = {MentionKind.COMPANY: columns}
    found = settle((kind, hit) for kind, find in FINDERS for hit in find(texts.get(kind, text)))
    doc.user_data[_KEY] = found
    doc.spans[_KEY] = [span for span in (_span(doc, kind, hit) for kind, hit in found) if span is not None]
    return doc


def hits(text: str, laid_out: Sequence[Found] = ()) -> list[Found]:
    """Give what the pipeline finds in a text, joined with what its layout told, in the order in which it stands."""
    if len(pipeline().vocab) > _MOST_WORDS:
        pipeline.cache_clear()
    found: list[Found] = pipeline()(text).user_data[_KEY]
    return join(found, laid_out) if laid_out else found


def join(found: Iterable[Found], laid_out: Sequence[Found]) -> list[Found]:
    """Let the layout name the role of what was found in the text, and add what the text alone did not show.

    A party's line is taken whole where it goes on behind the legal form: “Kunden AG Mitte”.
    """
    kept = list(found)
    added = []
    for kind, told in laid_out:
        same = [
            at
            for at, (other, hit) in enumerate(kept)
            if other not in _BESIDES and hit.start < told.end and told.start < hit.end
        ]
        if same and _counts(kind, kept[same[0]]):
            kept[same[0]] = (kind, told)
        elif not same and told.role != NO_ROLE:
            added.append((kind, told))
        elif not same:
            continue
        elif kept[same[0]][0] is kind:
            join_hits = _JOINED.get(kind, _labelled)
            kept[same[0]] = (kind, join_hits(kept[same[0]][1], told))
    return settle(kept + added)


def _counts(kind: MentionKind, found: Found) -> bool:
    """Tell that a column of quantities holds what the text alone took for a sum."""
    return kind is MentionKind.QUANTITY and found[0] is MentionKind.AMOUNT and found[1].currency is None


def _with_role(hit: Hit, told: Hit) -> Hit:
    evidence = "; ".join(filter(None, (hit.evidence, told.evidence)))
    rest = told.value.replace(hit.value, "", 1).split()
    numbered = any(letter.isdigit() for word in rest for letter in word)
    whole = hit.value in told.value and len(rest) <= _LONGEST_REST and not numbered
    return replace(told if whole else hit, role=told.role, evidence=evidence)


def _longer(hit: Hit, told: Hit) -> Hit:
    """Take the sum that holds more, a sign before it or digits behind a blank, and the role its column tells."""
    role = hit.role if told.role is None else told.role
    evidence = f"{hit.evidence}; {told.evidence}"
    if told.start <= hit.start and hit.end <= told.end and len(told.text) > len(hit.text):
        return replace(told, currency=hit.currency, role=role, evidence=evidence)
    return hit if told.role is None else replace(hit, role=role, evidence=evidence)


def _labelled(hit: Hit, told: Hit) -> Hit:
    if hit.role is not None:
        return hit
    return replace(hit, role=told.role, evidence="; ".join(filter(None, (hit.evidence, told.evidence))))


_JOINED = {MentionKind.COMPANY: _with_role, MentionKind.AMOUNT: _longer}


def settle(found: Iterable[Found]) -> list[Found]:
    """Keep, of hits that overlap, the one of the higher rank; of one rank, the longer."""
    ordered = sorted(found, key=lambda pair: (_rank(*pair), pair[1].start - pair[1].end, pair[1].start))
    kept: list[tuple[int, int]] = []
    chosen = []
    for kind, hit in ordered:
        if not _overlaps(kept, hit.start, hit.end):
            insort(kept, (hit.start, hit.end))
            chosen.append((kind, hit))
    return sorted(chosen, key=lambda pair: pair[1].start)


def _rank(kind: MentionKind, hit: Hit) -> int:
    weighed = kind is MentionKind.AMOUNT and hit.currency in _UNITS_TOO
    return len(FINDERS) if weighed else _RANKS[kind]


def _overlaps(kept: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(kept, (start, end))
    neighbours: Iterator[tuple[int, int]] = (kept[i] for i in (at - 1, at) if 0 <= i < len(kept))
    return any(start < other_end and other_start < end for other_start, other_end in neighbours)


def _span(doc: Doc, kind: MentionKind, hit: Hit) -> Span | None:
    return doc.char_span(hit.start, hit.end, label=kind.value.upper(), alignment_mode="expand")
