"""Organisations that running text names, added to what rules found; a rule outranks a model where both see one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import MentionKind, Part, PartKind
from extract.prose import organisations
from extract.records.papers import Found

_LEGAL_WORD = re.compile(
    r"\b(?:shall|agree(?:s|d|ment|ments)?|part(?:y|ies)|here(?:by|in|of|to|under|inafter)|there(?:of|to|under)|pursuant|"
    r"sections?|articles?|obligations?|confidential\w*|disclos\w+|terminat\w+|liab\w+|executed|remed(?:y|ies)|witness|"
    r"exhibit|executive|employee|purchaser|borrower|lender|lessee|licensee|notwithstanding|such)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_A_LEGAL_WORD = 40
"""One legal word in so many words shows the page of an agreement."""


def with_organisations(text: str, found: Sequence[Found], part: Part) -> list[Found]:
    """Join what a statistical reading of the prose adds, in the order in which it stands."""
    if part.kind is PartKind.SHEET or (part.kind is PartKind.PAGE and is_agreement(text)):
        return list(found)
    named = organisations.find_with_parts(text)
    added = [(MentionKind.COMPANY, hit) for whole, parts in named for hit in (whole, *parts)]
    taken = [(hit.start, hit.end) for _, hit in found]
    free = [(kind, hit) for kind, hit in added if not any(start < hit.end and hit.start < end for start, end in taken)]
    return sorted([*found, *free], key=lambda pair: pair[1].start)


def is_agreement(text: str) -> bool:
    """Tell a page of an agreement: its parties stand there with form or term, other capitals are terms it defines."""
    return len(_LEGAL_WORD.findall(text)) * _A_LEGAL_WORD >= len(_WORD.findall(text)) > 0
