"""Parsers of values: text in, value out, or a FieldError; one module for each kind.

A new kind is a module with a ``parse`` and, if it is found in running text, a ``find``; its line goes into FINDERS.
"""

from __future__ import annotations

from extract.fields import amount, company, date, hs_find, identifier, quantity
from extract.fields.contract import Ambiguous, Decision, FieldError, Finder, Hit, Placeholder
from extract.model import MentionKind

FINDERS: dict[MentionKind, Finder] = {
    MentionKind.COMPANY: company.find,
    MentionKind.AMOUNT: amount.find,
    MentionKind.DATE: date.find,
    MentionKind.HS_CODE: hs_find.find,
    MentionKind.IDENTIFIER: identifier.find,
    MentionKind.QUANTITY: quantity.find,
}

__all__ = ["FINDERS", "Ambiguous", "Decision", "FieldError", "Finder", "Hit", "Placeholder"]
