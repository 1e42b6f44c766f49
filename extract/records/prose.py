"""Find companies, amounts, dates, HS codes, quantities and identifiers in running text, each with its role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.fields.contract import Hit
from extract.model import Mention, MentionKind, Part, PartKind, Source
from extract.records import labelled, papers
from extract.records.first_forms import first_forms
from extract.records.papers import Found
from extract.records.roles import role_before, role_behind
from extract.records.spans import Spans

CHUNK = 20_000
"""A finder looks at so many characters at once: enough for a page, little enough to hold."""

_WORTH_READING = re.compile(r"\d|[^\W\d_]{3}")
_SUBJECT_AFTER, _SUBJECT_BEFORE = 160, 40
_SENTENCE_END = re.compile(r"[.;!?](?:\s|$)")

COMPANY_SCHEMES = frozenset(
    (
        "inn",
        "ogrn",
        "ogrnip",
        "bin",
        "iin",
        "edrpou",
        "unp",
        "uscc",
        "vkn",
        "vat",
        "lei",
        "okpo",
        "eori",
        "kvk",
        "siren",
    )
)
"""Numbers that name a company; accounts, containers and declarations name something else."""


def mentions(source: Source, part: Part) -> Iterator[Mention]:
    """Give what the text of a part names, in the order in which it stands."""
    return first_forms(_named(source, part))


def _named(source: Source, part: Part) -> Iterator[Mention]:
    if not _WORTH_READING.search(part.text):
        return
    spans = Spans.of(part)
    laid_out = [*papers.hits(part), *(labelled.hits(part.text) if part.kind is PartKind.TEXT else ())]
    goods_only = papers.counts_goods_only(part)
    for start, end in chunks(part.text):
        own = [(kind, _moved(hit, -start)) for kind, hit in laid_out if start <= hit.start < end]
        found = _mentions_of(part, start, end, spans, own)
        yield from (one for one in found if not (goods_only and _is_bare_sum(one)))


def _is_bare_sum(mention: Mention) -> bool:
    return mention.kind is MentionKind.AMOUNT and mention.currency is None


def _moved(hit: Hit, by: int) -> Hit:
    return replace(hit, start=hit.start + by, end=hit.end + by)


def chunks(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text at line ends, else at blanks, into stretches of bounded length."""
    start = 0
    while len(text) - start > CHUNK:
        at = max(text.rfind("\n", start, start + CHUNK), start)
        if at == start:
            at = max(text.rfind(" ", start, start + CHUNK), start)
        end = at + 1 if at > start else start + CHUNK
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def _mentions_of(part: Part, offset: int, end: int, spans: Spans, laid_out: Sequence[Found]) -> Iterator[Mention]:
    from extract.records.organisations import with_organisations
    from extract.records.pipeline import hits

    text = part.text[offset:end]
    found = with_organisations(text, hits(text, laid_out), part)
    subjects = _subjects(text, found)
    for at, (kind, hit) in enumerate(found):
        role, evidence = _role(text, kind, hit)
        yield Mention(
            spans.place(offset + hit.start, offset + hit.end), kind, hit.text, hit.value, hit.currency, hit.unit, role,
            hit.scheme, hit.subject or subjects.get(at), hit.valid, evidence,
        )  # fmt: skip


def _role(text: str, kind: MentionKind, hit: Hit) -> tuple[str | None, str]:
    if hit.role is not None:
        return hit.role or None, hit.evidence
    behind = role_behind(text, hit.end, kind) if kind is MentionKind.COMPANY else None
    role, evidence = behind or role_before(text, hit.start, kind) or (None, "")
    return role, "; ".join(filter(None, (hit.evidence, evidence)))


def _subjects(text: str, found: Sequence[Found]) -> dict[int, str]:
    """Give each company the identifier that stands with it: the first one behind it, else one right before it.

    One before it must stand in the same sentence: a number that ends a sentence belongs to whom that sentence names,
    and a number hung on the wrong company would merge strangers.
    """
    subjects: dict[int, str] = {}
    company: int | None = None
    loose: Hit | None = None
    for place, (kind, hit) in enumerate(found):
        if kind is MentionKind.COMPANY:
            company = place
            if loose is not None and _stands_before(text, loose, hit):
                subjects[place] = f"{loose.scheme}:{loose.value}"
            loose = None
        elif kind is MentionKind.IDENTIFIER and hit.scheme in COMPANY_SCHEMES:
            if company is not None and company not in subjects and hit.start - found[company][1].end <= _SUBJECT_AFTER:
                subjects[company] = f"{hit.scheme}:{hit.value}"
            else:
                loose = hit
    return subjects


def _stands_before(text: str, number: Hit, company: Hit) -> bool:
    between = text[number.end : company.start]
    return len(between) <= _SUBJECT_BEFORE and not _SENTENCE_END.search(between)
