"""Parsers of values: text in, value out, or a FieldError; one module for each kind.

A new kind is a module with a ``parse`` and, if it is found in running text, a ``find``; its line goes into FINDERS.
"""

from __future__ import annotations

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
    person,
    quantity,
    transport,
)
from extract.fields.contract import Ambiguous, Decision, FieldError, Finder, Hit, Placeholder
from extract.model import MentionKind

FINDERS: dict[MentionKind, Finder] = {
    MentionKind.COMPANY: company.find,
    MentionKind.AMOUNT: amount.find,
    MentionKind.DATE: date.find,
    MentionKind.HS_CODE: hs_find.find,
    MentionKind.IDENTIFIER: identifier.find,
    MentionKind.QUANTITY: quantity.find,
    MentionKind.PERSON: person.find,
    MentionKind.CONTACT: contact.find,
    MentionKind.ADDRESS: address.find,
    MentionKind.TRANSPORT: transport.find,
    MentionKind.GOODS: goods.find,
    MentionKind.TERM: incoterms.find,
    MentionKind.COUNTRY: country.find,
}

__all__ = ["FINDERS", "Ambiguous", "Decision", "FieldError", "Finder", "Hit", "Placeholder"]
